import Persian

extension Frame {
    /// One row as a terminal shows it: exactly ``width`` cells in visual order, from the left edge.
    ///
    /// This is the one place where text is reordered and joined and where start and end become columns. Runs are
    /// painted in their order; what no run covers is blank in the default style.
    ///
    ///     frame.cells(row: 0).map(\.scalar)
    public func cells(row: Int) -> [Cell] {
        var painter = RowPainter(width: width, direction: direction)
        for run in rows[row] { painter.paint(run) }
        return painter.cells
    }

    /// The rows that say something else than the same rows of `earlier`: all of them when there is no earlier
    /// frame or it had another size or direction.
    public func changedRows(since earlier: Frame?) -> [Int] {
        guard let earlier, earlier.width == width, earlier.height == height, earlier.direction == direction else {
            return Array(rows.indices)
        }
        return rows.indices.filter { rows[$0] != earlier.rows[$0] }
    }
}

/// Paints runs into the cells of one row.
struct RowPainter {
    private(set) var cells: [Cell]
    private let page: Direction
    private var line = Line()
    private var bidi = Bidi()
    /// For each sign of the line the style of the run's emphasis that is on it; empty for a run without.
    private var emphasised: [Style?] = []
    /// Whether text stays in logical order for a terminal that orders it itself; ``stretches`` are noted then.
    private let isLogical: Bool
    /// Whether column 0 is kept free of such text: no cell before it could carry the sign that opens an isolate.
    private let keepsFirstColumn: Bool
    /// Texts that the terminal will reorder, in the order they were painted.
    private(set) var stretches: [Stretch] = []
    /// For each column the stretch that was painted there last, or -1.
    private(set) var owners: [Int] = []

    /// Columns of one right-to-left or mixed text.
    struct Stretch {
        var columns: Range<Int>
        var direction: Direction
        /// For each of its columns as it is seen, the column where its sign is.
        var order: [Int]
        /// Whether the terminal, given the letters alone, would not come to the same order.
        var isOrderOwn: Bool
    }

    init(width: Int, direction: Direction, isLogical: Bool = false, keepsFirstColumn: Bool = false) {
        cells = Array(repeating: Cell(" ", style: Style()), count: width)
        page = direction
        self.isLogical = isLogical
        self.keepsFirstColumn = keepsFirstColumn
        if isLogical { owners = Array(repeating: -1, count: width) }
    }

    mutating func paint(_ run: Run) {
        let start = max(0, run.start)
        let end = min(run.start + run.width, cells.count)
        guard start < end else { return }
        // The mirror: columns counted from the start edge become columns counted from the left edge.
        let columns = page == .leftToRight ? start..<end : (cells.count - end)..<(cells.count - start)
        clear(columns, style: run.style)
        guard !run.text.isEmpty else { return }

        line.read(run.text, cutTo: columns.count)
        let paragraph = bidi.direction(of: line, as: run.direction, page: page)
        let isInOrder = run.direction == .picture || paragraph == .leftToRight && line.isInOrder
        // Resolved before the line is cut, so that what stays is ordered as in the whole.
        if !isInOrder { bidi.resolve(line, direction: paragraph) }
        line.truncate(to: columns.count)
        emphasised.removeAll(keepingCapacity: true)
        if let emphasis = run.emphasis {
            emphasised = Line.offsetsOfSigns(in: run.text).map { emphasis.style(at: $0) }
        }
        var left = leftEdge(of: run, in: columns)
        if keepsFirstColumn, left == 0, columns.count > 1, !isInOrder, !beginsWithBlank(paragraph) {
            line.truncate(to: columns.count - 1)
            left = leftEdge(of: run, in: 1..<columns.upperBound)
        }
        if run.direction == .picture {
            paintPicture(at: left, style: run.style)
        } else if isInOrder {
            var column = left
            for sign in line.signs.indices {
                place(line.signs[sign], of: line.scalars, at: &column, style: style(of: sign, in: run))
            }
        } else {
            bidi.arrange(line, direction: paragraph)
            if isLogical { paintLogical(run, paragraph, at: left) } else { paintOrdered(run, at: left) }
        }
    }

    /// Whether what is seen first from the left is a blank.
    private func beginsWithBlank(_ paragraph: Direction) -> Bool {
        guard !line.signs.isEmpty else { return true }
        return line.isSpace(at: paragraph == .leftToRight ? 0 : line.signs.count - 1)
    }

    /// Where the line begins that stands in the columns as the run wants it.
    @inline(__always)
    private func leftEdge(of run: Run, in columns: Range<Int>) -> Int {
        let spare = columns.count - line.width
        let before =
            switch run.alignment {
            case .start: 0
            case .center: spare / 2
            case .end: spare
            }
        return columns.lowerBound + (page == .leftToRight ? before : spare - before)
    }

    /// Blanks the columns, and what is left of a wide sign that is cut at their edges.
    private mutating func clear(_ columns: Range<Int>, style: Style) {
        if cells[columns.lowerBound].width == 0 {
            cells[columns.lowerBound - 1] = Cell(" ", style: cells[columns.lowerBound - 1].style)
        }
        if columns.upperBound < cells.count, cells[columns.upperBound].width == 0 {
            cells[columns.upperBound] = Cell(" ", style: cells[columns.upperBound].style)
        }
        let blank = Cell(" ", style: style)
        for column in columns { cells[column] = blank }
        if isLogical { for column in columns { owners[column] = -1 } }
    }

    private mutating func paintPicture(at left: Int, style: Style) {
        var column = left
        if page == .leftToRight {
            for sign in line.signs { place(sign, of: line.scalars, at: &column, style: style) }
        } else {
            let images = line.scalars.map(Mirror.image(of:))
            for sign in line.signs.reversed() { place(sign, of: images, at: &column, style: style) }
        }
    }

    private mutating func paintOrdered(_ run: Run, at left: Int) {
        var column = left
        for scalar in bidi.visualOrder {
            let sign = line.signOfScalar[Int(scalar)]
            guard sign >= 0 else { continue }
            place(line.signs[sign], of: bidi.shaped, at: &column, style: style(of: sign, in: run))
        }
    }

    /// Blanks at the ends stay outside the stretch, at the side where they are seen: at the end of a row the
    /// terminal would set them to its other side.
    private mutating func paintLogical(_ run: Run, _ paragraph: Direction, at left: Int) {
        let signs = line.signs.indices
        let first = signs.first { !line.isSpace(at: $0) } ?? signs.upperBound
        let end = (signs.last { !line.isSpace(at: $0) } ?? -1) + 1
        var column = left
        guard first < end else { return }
        let before = paragraph == .leftToRight ? 0..<first : end..<signs.upperBound
        let after = paragraph == .leftToRight ? end..<signs.upperBound : 0..<first
        for number in before {
            place(line.signs[number], of: line.scalars, at: &column, style: style(of: number, in: run))
        }
        let core = column
        var columns = [Int](repeating: 0, count: signs.upperBound)
        for number in first..<end {
            columns[number] = column
            place(line.signs[number], of: line.scalars, at: &column, style: style(of: number, in: run))
        }
        let stretch = core..<column
        for number in after {
            place(line.signs[number], of: line.scalars, at: &column, style: style(of: number, in: run))
        }
        var order: [Int] = []
        for scalar in bidi.visualOrder {
            let number = line.signOfScalar[Int(scalar)]
            guard (first..<end).contains(number) else { continue }
            order += columns[number]..<(columns[number] + Int(line.signs[number].width))
        }
        for taken in stretch { owners[taken] = stretches.count }
        stretches.append(
            Stretch(columns: stretch, direction: paragraph, order: order, isOrderOwn: line.hasOwnOrder))
        if !keepsFirstColumn { carryIsolates(first..<end, columns) }
    }

    /// Sets the signs of isolates upon the cells beside them, for a terminal that is left a line as a whole.
    private mutating func carryIsolates(_ shown: Range<Int>, _ columns: [Int]) {
        for isolate in line.isolates {
            let signs = shown.filter { isolate.start <= line.signs[$0].base && line.signs[$0].base < isolate.end }
            guard let first = signs.first, let last = signs.last else { continue }
            let before = first > shown.lowerBound ? columns[first - 1] : columns[first] - 1
            let room = Line.marksPerSign
            guard before >= 0, (cells[before].marks ?? []).count < room, (cells[columns[last]].marks ?? []).count < room
            else { continue }
            cells[columns[last]].marks = (cells[columns[last]].marks ?? []) + [Isolate.end]
            cells[before].marks = (cells[before].marks ?? []) + [isolate.opening]
        }
    }

    @inline(__always)
    private func style(of sign: Int, in run: Run) -> Style {
        sign < emphasised.count ? emphasised[sign] ?? run.style : run.style
    }

    @inline(__always)
    private mutating func place(_ sign: Line.Sign, of scalars: [UInt32], at column: inout Int, style: Style) {
        let scalar = Unicode.Scalar(scalars[sign.base]) ?? "\u{FFFD}"
        cells[column] = Cell(scalar, marks: marks(of: sign, in: scalars), width: sign.width, style: style)
        if sign.width == 2 { cells[column + 1] = Cell(" ", width: 0, style: style) }
        column += Int(sign.width)
    }

    @inline(__always)
    private func marks(of sign: Line.Sign, in scalars: [UInt32]) -> [Unicode.Scalar]? {
        guard sign.end - sign.base > 1 else { return nil }
        let shown = scalars[(sign.base + 1)..<sign.end].filter { isLogical || !Line.isJoiner($0) }
        return shown.isEmpty ? nil : shown.compactMap(Unicode.Scalar.init)
    }
}
