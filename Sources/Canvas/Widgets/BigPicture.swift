/// A picture of dots, two rows of dots to a row of the screen. It is never mirrored: it may hold letters.
///
///     BigPicture("##.\n.##").draw(in: &region, style: Style(.good))
public struct BigPicture: Hashable, Sendable {
    /// Rows of the screen.
    private let lines: [String]

    /// - Parameter drawing: a line for each row of dots: "#" is a dot, anything else is none.
    public init(_ drawing: String) { lines = HalfBlocks.lines(HalfBlocks.dots(drawing)) }

    public var height: Int { lines.count }
    public var width: Int { lines.map { textWidth($0) }.max() ?? 0 }

    /// Draws in the region's first rows, in the middle of its width.
    public func draw(in region: inout Region, style: Style) {
        for (row, line) in lines.prefix(region.height).enumerated() {
            region.put(line, row: row, alignment: .center, direction: .leftToRight, style: style)
        }
    }
}
