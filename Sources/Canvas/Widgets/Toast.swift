/// One line above the footer that says what has just happened, and which key takes it back.
///
///     Toast(.good, [Span("گروه "), .code("G-014"), Span(" ثبت شد")], hint: .init(key: "u", label: "واگرد")).draw(in: &region)
public struct Toast: Hashable, Sendable {
    public var mood: Mood
    public var text: [Span]
    public var hint: KeyHints.Hint?

    public init(_ mood: Mood, _ text: [Span], hint: KeyHints.Hint? = nil) {
        self.mood = mood
        self.text = text
        self.hint = hint
    }

    /// Draws on the region's first row. The hint stays whole as long as it leaves half of the row to the text.
    public func draw(in region: inout Region) {
        let ground = Style(.strong, on: .panel)
        region.fill(ground, height: 1)
        region.put(
            mood.sign, row: 0, start: 1, width: 1, direction: .page, style: Style(mood.color, on: .panel, .bold))
        var end = region.width - 1
        if let hint, hint.width + 2 <= region.width / 2 {
            end -= hint.width
            region.part(start: end, width: hint.width, height: 1) { KeyHints([hint]).draw(in: &$0) }
            end -= 2
        }
        if end > 3 { region.put(text, row: 0, start: 3, width: end - 3, style: ground) }
    }
}
