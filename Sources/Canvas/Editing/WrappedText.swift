/// A text of several lines as an area of some columns shows it: its visual rows and where the caret stands in them.
struct WrappedText: Sendable {
    /// One row on the screen.
    struct Row: Sendable {
        /// The scalars it shows, in the whole text, with the spaces it was broken at but without the line end.
        let range: Range<Int>
        let text: String
        /// That of the whole paragraph, whatever the row begins with.
        let direction: TextDirection
        /// The caret may stand behind the last sign; in other rows that place is the next row's beginning.
        let endsParagraph: Bool
    }

    let rows: [Row]
    private let text: String
    private let columns: Int
    private let page: Direction

    /// Wraps `text` so that the caret has a column behind the longest row.
    init(_ text: String, columns: Int, page: Direction) {
        self.text = text
        self.columns = max(2, columns)
        self.page = page
        var rows: [Row] = []
        var offset = 0
        for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            Self.wrap(paragraph, from: offset, columns: self.columns - 1, page: page, into: &rows)
            offset += paragraph.unicodeScalars.count + 1
        }
        self.rows = rows
    }

    /// Whether it shows just that, so that it need not be made again.
    func shows(_ text: String, columns: Int, page: Direction) -> Bool {
        self.columns == max(2, columns) && self.page == page && self.text == text
    }

    private static func wrap(_ text: String, from start: Int, columns: Int, page: Direction, into rows: inout [Row]) {
        let direction = TextLayout.runDirection(of: text, page: page)
        let scalars = Array(text.unicodeScalars)
        let offsets = Line.offsetsOfSigns(in: text)
        let ends = TextLayout.signRows(of: Line(text), width: columns).map(\.upperBound)
        var from = 0
        for end in ends.isEmpty ? [0] : ends {
            let isLast = end >= offsets.count
            let to = isLast ? scalars.count : offsets[end]
            let text = String(String.UnicodeScalarView(scalars[from..<to]))
            rows.append(Row(range: start + from..<start + to, text: text, direction: direction, endsParagraph: isLast))
            from = to
        }
    }

    /// The row the caret after `offset` scalars stands in.
    func row(of offset: Int) -> Int {
        rows.lastIndex { $0.range.lowerBound <= offset } ?? 0
    }

    /// Which way a row runs.
    func paragraph(ofRow index: Int) -> Direction {
        TextLayout.direction(of: rows[index].text, as: rows[index].direction, page: page)
    }

    /// The caret's column in the area, from its left edge.
    func column(of offset: Int) -> Int {
        let row = rows[row(of: offset)]
        let path = path(of: row)
        let column = path.column(of: offset - row.range.lowerBound)
        // Each paragraph stands at the edge it begins from.
        let left = path.paragraph == .leftToRight ? 0 : columns - path.width
        return min(max(0, left + column), columns - 1)
    }

    /// Where the caret comes to in a row, as near as can be to a column of the area.
    func offset(inRow index: Int, nearest column: Int) -> Int {
        let row = rows[index]
        let path = path(of: row)
        let left = path.paragraph == .leftToRight ? 0 : columns - path.width
        let places = self.places(of: path, in: row)
        let nearest = places.min { abs($0.column + left - column) < abs($1.column + left - column) }
        return row.range.lowerBound + (nearest?.offset ?? 0)
    }

    /// The place the eye sees next to `offset`, in the row or beyond its edge in the next or the one before.
    func neighbour(of offset: Int, onRight: Bool) -> Int? {
        let index = row(of: offset)
        let row = rows[index]
        let path = path(of: row)
        if let next = path.neighbour(of: offset - row.range.lowerBound, onRight: onRight),
            row.endsParagraph || next.offset < row.text.unicodeScalars.count
        {
            return row.range.lowerBound + next.offset
        }
        let goesOn = (path.paragraph == .leftToRight) == onRight
        let other = goesOn ? index + 1 : index - 1
        guard rows.indices.contains(other) else { return nil }
        let otherPath = self.path(of: rows[other])
        let places = self.places(of: otherPath, in: rows[other])
        let entersOnLeft = (otherPath.paragraph == .leftToRight) == goesOn
        let place = entersOnLeft ? places.first : places.last
        return rows[other].range.lowerBound + (place?.offset ?? 0)
    }

    private func path(of row: Row) -> CaretPath {
        CaretPath(row.text, direction: row.direction, page: page)
    }

    private func places(of path: CaretPath, in row: Row) -> [CaretPath.Place] {
        let count = row.text.unicodeScalars.count
        return row.endsParagraph ? path.places : path.places.filter { $0.offset < count }
    }
}
