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
    /// moves another. What is left of a run that another covers in part, a text that was cut and one with isolates of
    /// its own are sent in visual order under LRO in an isolate. The first column holds no such text, because no cell before it could carry the sign.
    public func logicalRow(_ row: Int, isolates: Bool) -> LogicalRow {
        var painter = RowPainter(width: width, direction: direction, isLogical: true, keepsFirstColumn: isolates)
        for run in rows[row] { painter.paint(run) }
        var logical = LogicalRow(cells: painter.cells, columns: Array(0..<width))
        let seen = painter.stretches.isEmpty ? [] : cells(row: row, keepsFirstColumn: isolates)
        var enclosed: [Enclosure] = []
        for (number, stretch) in painter.stretches.enumerated() {
            let own = stretch.columns.filter { painter.owners[$0] == number }
            if own.count == stretch.columns.count, !(isolates && stretch.isOrderOwn) {
                let stretch = isolates ? logical.lengthened(stretch, owners: painter.owners) : stretch
                for (offset, column) in stretch.order.enumerated() {
                    logical.columns[stretch.columns.lowerBound + offset] = column
                }
                enclosed.append(Enclosure(stretch.columns, stretch.direction))
            } else {
                for column in own { logical.cells[column] = seen[column] }
                enclosed += Self.ranges(own).map(Enclosure.init(inVisualOrder:))
            }
        }
        if isolates { logical.enclose(enclosed) }
        return logical
    }

    private func cells(row: Int, keepsFirstColumn: Bool) -> [Cell] {
        var painter = RowPainter(width: width, direction: direction, keepsFirstColumn: keepsFirstColumn)
        for run in rows[row] { painter.paint(run) }
        return painter.cells
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

/// Columns with signs without width around them.
private struct Enclosure {
    let columns: Range<Int>
    let opening: [Unicode.Scalar]
    let closing: [Unicode.Scalar]

    /// An isolate. FriBidi 1.0.8, which VTE orders by, lets what stands before and behind an isolate into it, against
    /// rule X10 of UAX #9: neutral signs and numbers at its edges followed the text beside it. A mark of the isolate's
    /// own direction at both edges keeps that out.
    init(_ columns: Range<Int>, _ direction: Direction) {
        self.columns = columns
        opening = direction == .rightToLeft ? ["\u{2067}", "\u{200F}"] : ["\u{2066}", "\u{200E}"]
        closing = [direction == .rightToLeft ? "\u{200F}" : "\u{200E}", "\u{2069}"]
    }

    /// An override inside an isolate, whose end ends it too.
    init(inVisualOrder columns: Range<Int>) {
        self.columns = columns
        opening = ["\u{2066}", "\u{202D}"]
        closing = ["\u{2069}"]
    }
}

extension LogicalRow {
    /// VTE leaves a bracket that carries signs as it is instead of mirroring it. Where a blank stands beside a text that
    /// ends with one, the text takes it in, behind the bracket, and the blank carries them.
    fileprivate mutating func lengthened(_ stretch: RowPainter.Stretch, owners: [Int]) -> RowPainter.Stretch {
        let (blank, last) = (stretch.columns.lowerBound - 1, stretch.columns.upperBound - 1)
        guard stretch.direction == .rightToLeft, blank > 0, owners[blank] < 0, cells[blank].scalar == " ",
            cells[blank].marks == nil, cells[last].scalar.properties.isBidiMirrored
        else { return stretch }
        cells.insert(cells.remove(at: blank), at: last)
        return RowPainter.Stretch(
            columns: blank..<(last + 1), direction: stretch.direction, order: [last] + stretch.order.map { $0 - 1 },
            isOrderOwn: stretch.isOrderOwn)
    }

    /// Before the first column there is no cell to carry a sign.
    fileprivate mutating func enclose(_ enclosures: [Enclosure]) {
        let carried = enclosures.filter { $0.columns.lowerBound > 0 }
        // One cell may end a text and come before another: the closing sign stands first on it.
        for enclosure in carried { add(enclosure.closing, to: enclosure.columns.upperBound - 1) }
        for enclosure in carried { add(enclosure.opening, to: enclosure.columns.lowerBound - 1) }
    }

    private mutating func add(_ scalars: [Unicode.Scalar], to column: Int) {
        let carrier = cells[column].width == 0 && column > 0 ? column - 1 : column
        var marks = cells[carrier].marks ?? []
        // A cell holds four; letters can spare theirs better than the line its order.
        while marks.count + scalars.count > Line.marksPerSign,
            let letter = marks.lastIndex(where: { !$0.properties.isBidiControl })
        {
            marks.remove(at: letter)
        }
        cells[carrier].marks = marks + scalars
    }
}
