/// The footer's list of keys and what they do here.
///
///     KeyHints([.init(key: "⏎", label: "باز کردن"), .init(key: "?", label: "همهٔ کلیدها")]).draw(in: &region)
public struct KeyHints {
    public struct Hint: Hashable, Sendable {
        public var key: String
        public var label: String
        /// A command that cannot be used now stays visible.
        public var isEnabled: Bool

        public init(key: String, label: String, isEnabled: Bool = true) {
            self.key = key
            self.label = label
            self.isEnabled = isEnabled
        }

        var width: Int { textWidth(key) + 1 + textWidth(label) }
    }

    public var hints: [Hint]
    public var background: ColorRole
    /// How many of the last are drawn in any case.
    public var kept: Int
    private static let gap = 3

    public init(_ hints: [Hint], kept: Int = 1, background: ColorRole = .panel) {
        self.hints = hints
        self.kept = kept
        self.background = background
    }

    /// Draws on the region's first row as many as fit from the first on, and always the last ones.
    public func draw(in region: inout Region) {
        region.fill(Style(.muted, on: background), height: 1)
        var start = 0
        for hint in fitting(region.width) {
            let keyWidth = textWidth(hint.key)
            let dim: Attributes = hint.isEnabled ? [] : .dim
            region.put(
                hint.key, row: 0, start: start, width: keyWidth, direction: .leftToRight,
                style: Style(hint.isEnabled ? .accent : .muted, on: background, hint.isEnabled ? .bold : dim))
            region.put(
                hint.label, row: 0, start: start + keyWidth + 1, direction: .page,
                style: Style(.muted, on: background, dim))
            start += hint.width + Self.gap
        }
    }

    func fitting(_ width: Int) -> [Hint] {
        let last = hints.suffix(kept)
        var room = width - last.reduce(0) { $0 + $1.width + Self.gap } + Self.gap
        let leading = hints.dropLast(kept).prefix { hint in
            room -= hint.width + Self.gap
            return room >= 0
        }
        return Array(leading + last)
    }
}
