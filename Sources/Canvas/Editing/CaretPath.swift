/// The places where the caret may stand in one line of text, in the order the eye meets them.
///
/// The caret stands on the sign it goes before; behind the last sign it stands where the paragraph goes on. So each
/// place has a column of its own, and going through the columns visits every place once.
struct CaretPath {
    struct Place {
        /// Unicode scalars before the caret.
        let offset: Int
        /// From the left edge of the text; the place behind the last sign is at −1 or ``CaretPath/width``.
        let column: Int
    }

    /// From left to right.
    let places: [Place]
    let paragraph: Direction
    /// Columns of the text.
    let width: Int

    /// Finds the places of `text`, which holds no line end.
    init(_ text: String, direction: TextDirection, page: Direction) {
        let line = Line(text)
        var bidi = Bidi()
        paragraph = bidi.direction(of: line, as: direction, page: page)
        bidi.layOut(line, direction: paragraph)
        width = line.width
        let columns = line.columnsFromLeft(bidi.visualOrder)
        let signs = Line.offsetsOfSigns(in: text)
        let behind = paragraph == .leftToRight ? line.width : -1

        var places: [Place] = []
        var sign = 0
        for offset in text.caretStops {
            while sign < signs.count, signs[sign] < offset { sign += 1 }
            places.append(Place(offset: offset, column: sign < columns.count ? columns[sign] : behind))
        }
        self.places = places.sorted { $0.column < $1.column }
    }

    /// The column of the caret after `offset` scalars.
    func column(of offset: Int) -> Int {
        let place =
            places.last { $0.offset == offset } ?? places.filter { $0.offset < offset }.max { $0.offset < $1.offset }
        return place?.column ?? 0
    }

    /// The place the eye sees next to `offset` on the right, or on the left; nil at the edge.
    func neighbour(of offset: Int, onRight: Bool) -> Place? {
        let here = column(of: offset)
        return onRight ? places.first { $0.column > here } : places.last { $0.column < here }
    }

    /// The place nearest to a column.
    func place(nearest column: Int) -> Place? {
        places.min { abs($0.column - column) < abs($1.column - column) }
    }
}

extension Line {
    /// For each sign how far from the left edge of the line it is seen.
    func columnsFromLeft(_ visualOrder: [Int32]) -> [Int] {
        var columns = [Int](repeating: 0, count: signs.count)
        var column = 0
        for scalar in visualOrder {
            let sign = signOfScalar[Int(scalar)]
            guard sign >= 0 else { continue }
            columns[sign] = column
            column += Int(signs[sign].width)
        }
        return columns
    }
}

extension String {
    /// The offsets, in Unicode scalars, where a caret may stand: before every cluster, and at the end. A letter with
    /// its marks and the ZWNJ after it is one cluster.
    var caretStops: [Int] {
        var offset = 0
        var stops = [0]
        for character in self {
            offset += character.unicodeScalars.count
            stops.append(offset)
        }
        return stops
    }
}
