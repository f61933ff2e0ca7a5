/// One row in logical order, for a terminal that reorders by itself.
public struct LogicalRow {
    /// The cells in the order they are sent; marks hold joiners and, where asked for, isolates.
    public var cells: [Cell]
    /// For each column as it will be seen, the column it is sent to.
    public var columns: [Int]
}

extension Frame {
    /// One row as it is sent to a terminal that applies UAX #9 to each row as a left-to-right paragraph.
    ///
    /// Each run stands in its own columns, its text in logical order and its letters not joined. With `isolates`
    /// such text stands between RLI or LRI and PDI, which ride as marks upon the cells beside it, so that no field
    /// moves another. What is left of a run that another covers in part is sent in visual order between LRO and PDF.
    public func logicalRow(_ row: Int, isolates: Bool) -> LogicalRow {
        var painter = RowPainter(width: width, direction: direction, isLogical: true)
        for run in rows[row] { painter.paint(run) }
        var logical = LogicalRow(cells: painter.cells, columns: Array(0..<width))
        let seen = painter.stretches.isEmpty ? [] : cells(row: row)
        var enclosed: [Enclosure] = []
        for (number, stretch) in painter.stretches.enumerated() {
            let own = stretch.columns.filter { painter.owners[$0] == number }
            if own.count == stretch.columns.count {
                for (offset, column) in stretch.order.enumerated() {
                    logical.columns[stretch.columns.lowerBound + offset] = column
                }
                let opening: Unicode.Scalar = stretch.direction == .rightToLeft ? "\u{2067}" : "\u{2066}"
                enclosed.append(Enclosure(columns: stretch.columns, opening: opening, closing: "\u{2069}"))
            } else {
                for column in own { logical.cells[column] = seen[column] }
                enclosed += Self.ranges(own).map { Enclosure(columns: $0, opening: "\u{202D}", closing: "\u{202C}") }
            }
        }
        if isolates { logical.enclose(enclosed) }
        return logical
    }

    /// Ascending numbers as the ranges they make up.
    private static func ranges(_ numbers: [Int]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        for number in numbers {
            if let last = ranges.last, last.upperBound == number {
                ranges[ranges.count - 1] = last.lowerBound..<(number + 1)
            } else {
                ranges.append(number..<(number + 1))
            }
        }
        return ranges
    }
}

/// Columns with two signs without width around them.
private struct Enclosure {
    var columns: Range<Int>
    var opening: Unicode.Scalar
    var closing: Unicode.Scalar
}

extension LogicalRow {
    /// Before the first column there is no cell to carry a sign: a text there orders itself as the line would.
    fileprivate mutating func enclose(_ enclosures: [Enclosure]) {
        let carried = enclosures.filter { $0.columns.lowerBound > 0 }
        // One cell may end a text and come before another: the closing sign stands first on it.
        for enclosure in carried { add(enclosure.closing, to: enclosure.columns.upperBound - 1) }
        for enclosure in carried { add(enclosure.opening, to: enclosure.columns.lowerBound - 1) }
    }

    private mutating func add(_ scalar: Unicode.Scalar, to column: Int) {
        let carrier = cells[column].width == 0 && column > 0 ? column - 1 : column
        var marks = cells[carrier].marks ?? []
        // A cell holds four; letters can spare theirs better than the line its order.
        while marks.count >= Line.marksPerSign, let letter = marks.lastIndex(where: { !$0.properties.isBidiControl }) {
            marks.remove(at: letter)
        }
        cells[carrier].marks = marks + [scalar]
    }
}
