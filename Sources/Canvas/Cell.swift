/// One column of one row as a terminal shows it, in visual order from the left edge.
///
/// One scalar and rarely some marks; no allocation per cell but for those with marks.
public struct Cell: Hashable, Sendable {
    public var scalar: Unicode.Scalar
    /// Combining marks that stand upon the scalar; nil for nearly all cells.
    public var marks: [Unicode.Scalar]?
    /// 1, 2 for a wide sign's first column, 0 for the column it covers besides.
    public var width: UInt8
    public var style: Style

    public init(_ scalar: Unicode.Scalar, marks: [Unicode.Scalar]? = nil, width: UInt8 = 1, style: Style) {
        self.scalar = scalar
        self.marks = marks
        self.width = width
        self.style = style
    }
}
