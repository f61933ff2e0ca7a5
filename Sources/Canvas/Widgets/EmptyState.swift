/// What an empty list says: a title in the middle and, below it, what can be done about it.
public struct EmptyState {
    public var title: String
    public var hints: [String]
    public var background: ColorRole

    public init(_ title: String, hints: [String] = [], background: ColorRole = .page) {
        self.title = title
        self.hints = hints
        self.background = background
    }

    public func draw(in region: inout Region) {
        let hintLines = hints.flatMap { TextLayout.wrap($0, width: region.width) }
        let height = hintLines.isEmpty ? 1 : hintLines.count + 2
        var row = max(0, (region.height - height) / 2)
        region.put(
            title, row: row, alignment: .center, direction: .page, style: Style(.strong, on: background, .bold))
        row += 2
        for line in hintLines {
            region.put(line, row: row, alignment: .center, direction: .page, style: Style(.muted, on: background))
            row += 1
        }
    }
}
