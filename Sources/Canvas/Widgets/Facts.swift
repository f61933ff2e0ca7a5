/// Labels with their values, one below the other; what is too long wraps.
///
///     Facts([.init("شماره", "C-014", direction: .leftToRight), .init("نام", "بهار")]).draw(in: &region)
public struct Facts {
    public struct Fact: Hashable, Sendable {
        public var label: String
        public var value: String
        public var direction: TextDirection
        public var color: ColorRole

        public init(
            _ label: String, _ value: String, direction: TextDirection = .automatic, color: ColorRole = .text
        ) {
            self.label = label
            self.value = value
            self.direction = direction
            self.color = color
        }
    }

    public var facts: [Fact]
    public var background: ColorRole

    public init(_ facts: [Fact], background: ColorRole = .page) {
        self.facts = facts
        self.background = background
    }

    /// Draws from the region's first row down.
    ///
    /// - Returns: how many rows were needed; more than the region has when it was too low.
    @discardableResult
    public func draw(in region: inout Region) -> Int {
        let longest = facts.map { textWidth($0.label) }.max() ?? 0
        let words = facts.flatMap { $0.label.split(separator: " ") }.map { textWidth(String($0)) }.max() ?? 0
        let labelWidth = min(longest, max(min(words, region.width / 2), region.width * 2 / 5, 1))
        let start = labelWidth + 2
        var row = 0
        for fact in facts {
            let top = row
            let labels = TextLayout.wrap(fact.label, width: labelWidth)
            for (line, label) in labels.enumerated() {
                region.put(
                    label, row: row + line, width: labelWidth, direction: .page, style: Style(.muted, on: background))
            }
            let direction =
                fact.direction == .automatic
                ? TextLayout.runDirection(of: fact.value, page: region.direction) : fact.direction
            let room = max(1, region.height - row)
            for line in TextLayout.wrap(fact.value, width: region.width - start, lines: room) {
                region.put(
                    line, row: row, start: start, direction: direction, style: Style(fact.color, on: background))
                row += 1
            }
            row = max(row, top + labels.count)
        }
        return row
    }
}
