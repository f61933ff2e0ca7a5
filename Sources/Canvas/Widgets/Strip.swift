/// A row of small bars, one a month or a day, the oldest at the start edge.
///
///     Strip([0, 2, 5, 5, 1]).text  // "·▃▇▇▂"
public struct Strip {
    public var values: [Int]
    /// The value that fills a bar; the largest of the values when nil.
    public var full: Int?

    public init(_ values: [Int], full: Int? = nil) {
        self.values = values
        self.full = full
    }

    /// One sign a value: · for nothing, else a bar by its share. The full block is left out: in a list it would
    /// grow together with the bars of the next row.
    public var text: String {
        let bars: [Unicode.Scalar] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇"]
        let top = max(1, full ?? values.max() ?? 1)
        var view = String.UnicodeScalarView()
        for value in values {
            let height = (min(value, top) * bars.count + top - 1) / top
            view.append(value <= 0 ? "·" : bars[height - 1])
        }
        return String(view)
    }

    /// Draws on the region's first row; when there are more values than columns, the newest.
    public func draw(in region: inout Region, style: Style = Style(.accent)) {
        let newest = Strip(values.suffix(region.width), full: full ?? values.max())
        region.put(newest.text, row: 0, direction: .picture, style: style)
    }
}
