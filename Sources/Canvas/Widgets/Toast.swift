/// What stands above the footer: what has just happened, and which key takes it back. A line, or as many as it takes: a
/// refusal says what is wrong, where, and what would be accepted, and a command may warn of several things.
///
///     let toast = Toast(.good, [Span("گروه "), .code("G-014"), Span(" ثبت شد")], hint: .init(key: "u", label: "واگرد"))
///     region.part(top: bottom - toast.height(width: region.width), height: 3) { toast.draw(in: &$0) }
public struct Toast: Hashable, Sendable {
    public var severity: MessageSeverity
    public var text: [Span]
    public var hint: KeyHints.Hint?
    /// The key that shows the rest of what does not fit into ``mostLines``.
    public var rest: KeyHints.Hint?
    public var mostLines: Int

    public init(
        _ severity: MessageSeverity, _ text: [Span], hint: KeyHints.Hint? = nil, rest: KeyHints.Hint? = nil,
        mostLines: Int = 3
    ) {
        self.severity = severity
        self.text = text
        self.hint = hint
        self.rest = rest
        self.mostLines = max(1, mostLines)
    }

    /// How many rows it takes in a region of that many columns.
    public func height(width: Int) -> Int { lines(room: room(of: width)).count }

    /// Whether some of it does not fit into ``mostLines`` of that many columns.
    public func isCut(width: Int) -> Bool {
        TextLayout.wrap(words, width: room(of: width), lines: mostLines + 1).count > mostLines
    }

    /// Draws from the region's first row on. The hint stays whole as long as it leaves half of the row to the text.
    public func draw(in region: inout Region) {
        let ground = Style(.strong, on: .panel)
        let room = room(of: region.width)
        let lines = lines(room: room)
        region.fill(ground, height: lines.count)
        region.put(
            severity.sign, row: 0, start: 1, width: 1, direction: .page, style: Style(severity.color, on: .panel, .bold)
        )
        if let hint, hint.width + 2 <= region.width / 2 {
            region.part(start: region.width - 1 - hint.width, width: hint.width, height: 1) {
                KeyHints([hint]).draw(in: &$0)
            }
        }
        if let rest, isCut(width: region.width), rest.width + 2 <= region.width / 2 {
            region.part(
                top: lines.count - 1, start: region.width - 1 - rest.width, width: rest.width, height: 1
            ) { KeyHints([rest]).draw(in: &$0) }
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

    /// The column after the sign.
    private static let start = 3

    private var words: String { text.map(\.isolated).joined() }

    /// The columns that are left to the text.
    private func room(of width: Int) -> Int {
        let hinted = [hint, rest].compactMap(\.self).map { $0.width + 2 <= width / 2 ? $0.width + 2 : 0 }.max() ?? 0
        return max(0, width - 1 - hinted - Self.start)
    }

    private func lines(room: Int) -> [String] { TextLayout.wrap(words, width: room, lines: mostLines) }
}
