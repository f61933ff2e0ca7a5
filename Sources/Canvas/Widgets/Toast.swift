/// What stands above the footer: what has just happened, and which key takes it back. A line; what does not fit in one is
/// broken into as many as three, since a refusal says what is wrong, where, and what would be accepted.
///
///     let toast = Toast(.good, [Span("گروه "), .code("G-014"), Span(" ثبت شد")], hint: .init(key: "u", label: "واگرد"))
///     region.part(top: bottom - toast.height(width: region.width), height: 3) { toast.draw(in: &$0) }
public struct Toast: Hashable, Sendable {
    public var mood: Mood
    public var text: [Span]
    public var hint: KeyHints.Hint?

    public init(_ mood: Mood, _ text: [Span], hint: KeyHints.Hint? = nil) {
        self.mood = mood
        self.text = text
        self.hint = hint
    }

    private static let mostLines = 3

    /// How many rows it takes in a region of that many columns.
    public func height(width: Int) -> Int { lines(room: room(of: width)).count }

    /// Draws from the region's first row on. The hint stays whole as long as it leaves half of the row to the text.
    public func draw(in region: inout Region) {
        let ground = Style(.strong, on: .panel)
        let room = room(of: region.width)
        let lines = lines(room: room)
        region.fill(ground, height: lines.count)
        region.put(
            mood.sign, row: 0, start: 1, width: 1, direction: .page, style: Style(mood.color, on: .panel, .bold))
        if let hint, hint.width + 2 <= region.width / 2 {
            region.part(start: region.width - 1 - hint.width, width: hint.width, height: 1) {
                KeyHints([hint]).draw(in: &$0)
            }
        }
        guard room > 0 else { return }
        guard lines.count > 1 else {
            region.put(text, row: 0, start: Self.start, width: room, style: ground)
            return
        }
        for (row, line) in lines.enumerated() {
            region.put(line, row: row, start: Self.start, width: room, direction: .page, style: ground)
        }
    }

    /// Behind the sign of the mood.
    private static let start = 3

    private var words: String { text.map(\.isolated).joined() }

    /// The columns that are left to the text.
    private func room(of width: Int) -> Int {
        let hinted = hint.map { $0.width + 2 <= width / 2 ? $0.width + 2 : 0 } ?? 0
        return max(0, width - 1 - hinted - Self.start)
    }

    private func lines(room: Int) -> [String] { TextLayout.wrap(words, width: room, lines: Self.mostLines) }
}
