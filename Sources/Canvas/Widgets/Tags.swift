/// Short labels side by side, each with a colour; the words alone carry the meaning.
///
///     Tags([("پزشکی", .tag1), ("عمرانی", .tag3)]).draw(in: &region)
public struct Tags {
    public var tags: [(text: String, color: ColorRole)]

    public init(_ tags: [(text: String, color: ColorRole)]) {
        self.tags = tags
    }

    /// Draws on the region's first row: whole words where they all fit, else each cut to a few letters, which with its
    /// colour tells it from the others; how many have no room at all stands at the end. The background is that of
    /// `style`.
    public func draw(in region: inout Region, style: Style = Style()) {
        let widths = tags.map { textWidth($0.text) }
        guard !tags.isEmpty, widths.reduce(tags.count - 1, +) > region.width else {
            draw(tags.map(\.text), in: &region, style)
            return
        }
        // Those that are short give their letters to the others.
        var (shown, letters) = (tags.count, Self.letters(widths, room: region.width))
        while shown > 1, letters < Self.fewest {
            shown -= 1
            letters = Self.letters(Array(widths.prefix(shown)), room: region.width - Self.restWidth)
        }
        let texts = tags.prefix(shown).map { Self.cut($0.text, to: max(1, letters)) }
        let end = draw(texts, in: &region, style)
        guard shown < tags.count else { return }
        region.put(
            region.language.digits("+\(tags.count - shown)"), row: 0, start: end, width: Self.restWidth - 1,
            direction: .leftToRight, style: Style(.muted, on: style.background))
    }

    /// Fewer letters than these tell nothing.
    private static let fewest = 3
    /// A space, the sign and a digit.
    private static let restWidth = 3

    /// How many letters each may have at most, so that all fit.
    private static func letters(_ widths: [Int], room: Int) -> Int {
        var letters = widths.max() ?? 0
        while letters > 0, widths.reduce(widths.count - 1, { $0 + min($1, letters) }) > room { letters -= 1 }
        return letters
    }

    private static func cut(_ text: String, to width: Int) -> String {
        var cut = text
        while textWidth(cut) > width { cut.removeLast() }
        return cut
    }

    /// - Returns: where the next one would begin.
    @discardableResult
    private func draw(_ texts: [String], in region: inout Region, _ style: Style) -> Int {
        var start = 0
        for (text, tag) in zip(texts, tags) {
            let width = min(textWidth(text), max(0, region.width - start))
            region.put(text, row: 0, start: start, width: width, style: Style(tag.color, on: style.background))
            start += width + 1
        }
        return start
    }
}
