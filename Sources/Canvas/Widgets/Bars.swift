/// Labels with a bar and a figure each, one below the other: what there is more of.
///
///     Bars([.init("عمرانی", 120, figure: "۱۲۰"), .init("پزشکی", 40, figure: "۴۰")]).draw(in: &region)
public struct Bars: Hashable, Sendable {
    public struct Bar: Hashable, Sendable {
        public var label: String
        public var value: Int
        public var figure: String
        public var color: ColorRole

        public init(_ label: String, _ value: Int, figure: String, color: ColorRole = .accent) {
            self.label = label
            self.value = value
            self.figure = figure
            self.color = color
        }
    }

    public var bars: [Bar]
    /// The value that fills a bar; the largest of the values when nil.
    public var full: Int?

    public init(_ bars: [Bar], full: Int? = nil) {
        self.bars = bars
        self.full = full
    }

    /// Draws as many as the region has rows, from the first on.
    public func draw(in region: inout Region) {
        let labelWidth = min(bars.map { textWidth($0.label) }.max() ?? 0, region.width * 2 / 5)
        let figureWidth = bars.map { textWidth($0.figure) }.max() ?? 0
        let start = labelWidth + 1
        let room = region.width - start - figureWidth - 1
        let top = max(1, full ?? bars.map(\.value).max() ?? 1)
        for (row, bar) in bars.prefix(region.height).enumerated() {
            region.put(bar.label, row: row, width: labelWidth, direction: .page, style: Style(.muted))
            region.part(top: row, start: start, width: room, height: 1) {
                Gauge(Double(bar.value) / Double(top), color: bar.color).draw(in: &$0)
            }
            region.put(
                bar.figure, row: row, start: max(0, region.width - figureWidth), width: figureWidth, alignment: .end,
                direction: .leftToRight, style: Style(.strong, on: .page, .bold))
        }
    }
}
