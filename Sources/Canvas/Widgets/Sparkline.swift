/// A row of bars with its last figure beside it: how something went, and where it stands.
///
/// A value that is not known is a broken line, so that a day without a report does not look like a day without people.
///
///     Sparkline([31, nil, 28, 30], figure: "۳۰").draw(in: &region)  // ▇╌▆█ ۳۰
public struct Sparkline: Hashable, Sendable {
    /// From the oldest, at the start edge, to the newest.
    public var values: [Int?]
    /// The value that fills a bar; the largest of the values when nil.
    public var full: Int?
    /// What stands at the end: a picture is never alone.
    public var figure: String
    public var color: ColorRole
    public var background: ColorRole

    private static let eighths: [String] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

    public init(
        _ values: [Int?], full: Int? = nil, figure: String, color: ColorRole = .accent, background: ColorRole = .page
    ) {
        self.values = values
        self.full = full
        self.figure = figure
        self.color = color
        self.background = background
    }

    /// Draws as high as the region is; when there are more values than columns, the newest.
    public func draw(in region: inout Region) {
        let figureWidth = textWidth(figure)
        let room = max(0, region.width - figureWidth - 1)
        let shown = values.suffix(room)
        let height = region.height
        let top = max(1, full ?? values.compactMap(\.self).max() ?? 1)
        for row in 0..<height {
            let below = (height - 1 - row) * 8
            let bars = shown.map { Self.sign($0, top: top, height: height, below: below) }.joined()
            region.put(
                bars, row: row, width: shown.count, direction: .picture, style: Style(color, on: background))
        }
        drawUnknown(shown, in: &region)
        region.put(
            figure, row: height - 1, start: shown.isEmpty ? 0 : shown.count + 1, width: figureWidth,
            direction: .leftToRight, style: Style(.strong, on: background, .bold))
    }

    /// The part of a bar that is seen in one row, above `below` eighths.
    private static func sign(_ value: Int?, top: Int, height: Int, below: Int) -> String {
        guard let value, value >= 0 else { return " " }
        let eighths = max(1, (min(value, top) * height * 8 + top / 2) / top)
        let here = min(8, eighths - below)
        return here > 0 ? Self.eighths[here - 1] : " "
    }

    private func drawUnknown(_ shown: ArraySlice<Int?>, in region: inout Region) {
        for (column, value) in shown.enumerated() where value == nil {
            region.put(
                HeatStrip.unknown, row: region.height - 1, start: column, width: 1, direction: .picture,
                style: Style(.muted, on: background))
        }
    }
}
