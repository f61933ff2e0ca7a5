/// A row of shades, one a day, with a figure beside it: ░ ▒ ▓ █ for a quarter each, · for nothing, ╌ for unknown.
///
///     HeatStrip([0, 3, 9, nil, 12], figure: "۱۲").draw(in: &region)  // ·░▓╌█ ۱۲
public struct HeatStrip: Hashable, Sendable {
    /// From the oldest, at the start edge, to the newest.
    public var values: [Int?]
    /// The value of the darkest shade; the largest of the values when nil.
    public var full: Int?
    public var figure: String
    public var color: ColorRole
    public var background: ColorRole
    /// How many columns a value fills.
    public var cell: Int

    public init(
        _ values: [Int?], full: Int? = nil, figure: String, color: ColorRole = .accent,
        background: ColorRole = .page, cell: Int = 1
    ) {
        self.values = values
        self.full = full
        self.figure = figure
        self.color = color
        self.background = background
        self.cell = max(1, cell)
    }

    /// A day of which nothing is known: a question mark, or several, would look like broken text.
    static let unknown = "╌"

    /// The shade of a share: the darker, the more. Shapes of their own, so that it is also seen without colours.
    static func shade(_ value: Int?, of full: Int) -> String {
        guard let value else { return unknown }
        guard value > 0 else { return "·" }
        let quarter = (min(value, full) * 4 + full - 1) / max(1, full)
        return ["░", "▒", "▓", "█"][min(3, max(0, quarter - 1))]
    }

    /// Draws on the region's first row; when there are more values than fit, the newest.
    public func draw(in region: inout Region) {
        let figureWidth = textWidth(figure)
        let shown = values.suffix(max(0, region.width - figureWidth - 1) / cell)
        let top = max(1, full ?? values.compactMap(\.self).max() ?? 1)
        for (index, value) in shown.enumerated() {
            region.put(
                String(repeating: Self.shade(value, of: top), count: cell), row: 0, start: index * cell, width: cell,
                direction: .picture, style: Style((value ?? 0) > 0 ? color : .muted, on: background))
        }
        region.put(
            figure, row: 0, start: shown.isEmpty ? 0 : shown.count * cell + 1, width: figureWidth,
            direction: .leftToRight, style: Style(.strong, on: background, .bold))
    }
}
