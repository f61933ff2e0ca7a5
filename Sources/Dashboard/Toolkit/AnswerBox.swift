import Canvas
import Persian

/// One large answer at a door or a desk: a box in its colour with a sign of its own shape, a figure that counts, and what is
/// said beside them.
struct AnswerBox {
    typealias Line = (spans: [Span], style: Style)

    let sign: BigSign
    let color: ColorRole
    /// A word in large letters, where there is room for it.
    var word: BigPicture?
    /// A figure and what it counts.
    var figure: (label: String, figures: BigFigures)?
    /// What is said, given how wide it may be and which of the word and the figure are shown.
    let lines: (_ width: Int, _ shows: Shown) -> [Line]

    struct Shown {
        let word: Bool
        let figure: Bool
    }

    /// The lowest box that holds a sign.
    static let minimumHeight = BigSign.height + 3
    /// The narrowest room for what is said.
    private static let narrowest = 24

    func draw(in region: inout Region) {
        drawBorder(in: &region)
        let signWidth = BigSign.width + 2
        let signTop = max(1, (region.height - BigSign.height) / 2)
        region.part(top: signTop, start: 2, width: signWidth, height: BigSign.height) {
            sign.draw(in: &$0, style: style)
        }
        let room = region.width - signWidth - 6
        let word = word.flatMap { $0.width <= room && $0.height + 2 < region.height ? $0 : nil }
        let figureWidth = figure.map { max($0.figures.width, textWidth($0.label)) + 2 } ?? 0
        // Beside no word a large figure would be taken for what is to be done.
        let isWordless = self.word != nil && word == nil
        let showsFigure =
            figureWidth > 0 && !isWordless && room - figureWidth >= max(Self.narrowest, word?.width ?? 0)
        if showsFigure, let figure {
            region.part(top: signTop, start: region.width - figureWidth - 2, width: figureWidth) { region in
                draw(figure, in: &region)
            }
        }
        let width = room - (showsFigure ? figureWidth : 0)
        let shown = Shown(word: word != nil, figure: showsFigure)
        region.part(top: 1, start: signWidth + 3, width: width, height: region.height - 2) {
            drawWords(word, shown, in: &$0)
        }
    }

    private var style: Style { Style(color, on: .page, .bold) }

    private func drawBorder(in region: inout Region) {
        let line = String(repeating: "━", count: max(0, region.width - 2))
        region.put("┏\(line)┓", row: 0, direction: .picture, style: style)
        for row in 1..<max(1, region.height - 1) {
            region.put("┃", row: row, width: 1, direction: .picture, style: style)
            region.put("┃", row: row, start: region.width - 1, width: 1, direction: .picture, style: style)
        }
        region.put("┗\(line)┛", row: region.height - 1, direction: .picture, style: style)
    }

    private func draw(_ figure: (label: String, figures: BigFigures), in region: inout Region) {
        region.put(figure.label, row: 0, alignment: .center, direction: .page, style: Style(.muted))
        let start = max(0, (region.width - figure.figures.width) / 2)
        region.part(top: 1, start: start, width: figure.figures.width, height: BigFigures.height) {
            figure.figures.draw(in: &$0)
        }
    }

    /// The large word, and below it, or in the middle of the height, what is said.
    private func drawWords(_ word: BigPicture?, _ shown: Shown, in region: inout Region) {
        let lines = lines(region.width, shown)
        // A free row below the word where there is one.
        let below = word.map { $0.height + (region.height > $0.height + lines.count ? 1 : 0) } ?? 0
        let top = max(0, (region.height - below - lines.count) / 2)
        if let word {
            region.part(top: top, width: word.width, height: word.height) { word.draw(in: &$0, style: style) }
        }
        for (index, line) in lines.prefix(max(0, region.height - below)).enumerated() {
            region.put(line.spans, row: top + below + index, style: line.style)
        }
    }
}

extension AnswerBox {
    /// A text on as many lines as it takes, at most `limit`; each reads as the whole does: the last may hold nothing but a
    /// code.
    @MainActor
    static func wrapped(
        _ text: String, _ style: Style, width: Int, limit: Int, page: Direction
    ) -> [Line] {
        let direction = TextLayout.runDirection(of: text, page: page)
        return TextLayout.wrap(text, width: width).prefix(limit).map { ([Span($0, direction: direction)], style) }
    }
}
