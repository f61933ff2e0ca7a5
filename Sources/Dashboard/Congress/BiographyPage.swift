import Canvas
import Domain
import Persian

/// The reader of a biography: the name in the middle, the facts on a line below, and the text in a column that the eye
/// can follow.
struct BiographyPage {
    private let martyr: Martyr
    private let language: Language
    private let direction: TextDirection
    private let lines: [String]
    private let columns: Int
    /// How many lines are shown at once.
    let height: Int

    static let noBiography = Phrase(
        fa: "هنوز زندگی‌نامه‌ای نیست؛ {roll.document} آن را می‌نویسد",
        en: "There is no biography yet; {roll.document} writes one")

    /// The tabs, an empty row, the name, the facts, a rule and a row below it.
    private static let headHeight = 6

    init(_ martyr: Martyr, _ context: ScreenContext) {
        self.martyr = martyr
        language = context.language
        columns = max(10, min(72, context.width - 6))
        height = max(1, context.height - Self.headHeight - 1)
        let text = martyr.biography ?? context.told(Self.noBiography)
        direction = TextLayout.runDirection(of: text, page: context.direction)
        lines = TextLayout.wrap(text, width: columns)
    }

    /// The furthest that it can be scrolled.
    var lastOffset: Int { max(0, lines.count - height) }

    /// Draws below the tabs.
    func draw(from offset: Int, in region: inout Region) {
        let top = min(max(0, offset), lastOffset)
        let start = max(0, (region.width - columns) / 2)
        for (row, line) in TextLayout.wrap(martyr.name, width: columns, lines: 1).enumerated() {
            region.put(
                line, row: row + 1, alignment: .center,
                direction: TextLayout.runDirection(of: martyr.name, page: region.direction),
                style: Style(.accent, on: .page, .bold))
        }
        let facts = language.parts([
            martyr.diedOn.longText(.jalali, language), martyr.place, martyr.state.signed[language],
        ])
        region.put(facts, row: 2, alignment: .center, direction: .page, style: Style(.muted))
        let rule = String(repeating: "─", count: min(columns, 24))
        region.put(rule, row: 3, alignment: .center, direction: .picture, style: Style(.faint))
        region.part(top: Self.headHeight - 1, start: start, width: columns, height: height) { region in
            for (row, line) in lines[top...].prefix(height).enumerated() {
                region.put(
                    line, row: row, direction: direction, style: Style(martyr.biography == nil ? .muted : .text))
            }
        }
        region.part(
            top: Self.headHeight - 1, start: min(region.width - 1, start + columns + 2), width: 1, height: height
        ) { ScrollBar(position: top, visible: height, total: lines.count).draw(in: &$0) }
    }
}
