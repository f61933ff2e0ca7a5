/// What a single-line text field shows of its text, and where its caret stands.
struct FieldLine {
    /// The part that is seen, in logical order, with … where it was cut.
    let text: String
    let direction: TextDirection
    /// Text that runs against the page stands at the page's end, as in every form of the web.
    let alignment: Alignment
    /// Columns from the start edge of the field.
    let caretColumn: Int
    /// What is seen of the selection, in scalars of ``text``.
    let selection: Range<Int>?

    /// Lays out `text` with the caret after its first `offset` scalars in a field of `width` columns.
    init(
        _ text: String, offset: Int, selection: Range<Int>? = nil, width: Int, direction: TextDirection, page: Direction
    ) {
        let whole = Line(text)
        let before = Line(String(String.UnicodeScalarView(text.unicodeScalars.prefix(max(0, offset)))))
        let caretSign = min(before.signs.count, whole.signs.count)
        let first = FieldLine.firstSign(of: whole, caret: caretSign, width: width)
        let ellipsis = first > 0 ? "…" : ""

        let runDirection =
            direction == .automatic ? TextLayout.runDirection(of: text, page: page) : direction
        var line = Line(ellipsis + whole.text(of: first..<whole.signs.count))
        line.truncate(to: width)
        var bidi = Bidi()
        let paragraph = bidi.direction(of: line, as: runDirection, page: page)
        bidi.layOut(line, direction: paragraph)
        let shown = caretSign - first + (first > 0 ? 1 : 0)
        let columns = line.columnsFromLeft(bidi.visualOrder)
        let fromLeft = shown < columns.count ? columns[shown] : nil
        // Past the last sign the caret stands where the paragraph goes on.
        let fromStart = fromLeft.map { paragraph == .leftToRight ? $0 : line.width - 1 - $0 } ?? line.width
        let column = min(fromStart, max(0, width - 1))

        self.text = line.text
        self.selection = selection.flatMap { selection in
            let hidden = ellipsis.isEmpty ? 0 : first - 1
            return line.scalars(of: Line.signs(of: selection, in: text), hidden: hidden, from: ellipsis.isEmpty ? 0 : 1)
        }
        self.direction = runDirection
        alignment = paragraph == page ? .start : .end
        caretColumn = paragraph == page ? column : max(0, width - 1 - column)
    }

    /// The first sign to show so that the caret is still inside the field.
    private static func firstSign(of line: Line, caret: Int, width: Int) -> Int {
        var needed = line.signs[..<caret].reduce(1) { $0 + Int($1.width) }
        guard needed > width else { return 0 }
        var first = 0
        // One column goes to the ellipsis.
        while first < caret, needed > width - 1 || !line.signs[first].opensCluster {
            needed -= Int(line.signs[first].width)
            first += 1
        }
        return first
    }
}

extension Line {
    /// The signs that begin in a range of a text's scalars.
    fileprivate static func signs(of range: Range<Int>, in text: String) -> Range<Int> {
        let offsets = offsetsOfSigns(in: text)
        let start = offsets.firstIndex { $0 >= range.lowerBound } ?? offsets.count
        let end = offsets.firstIndex { $0 >= range.upperBound } ?? offsets.count
        return start..<max(start, end)
    }

    /// The scalars of those of `range` that this line shows, when so many before it are hidden.
    fileprivate func scalars(of range: Range<Int>, hidden: Int, from first: Int) -> Range<Int>? {
        let start = max(first, range.lowerBound - hidden)
        let end = min(range.upperBound - hidden, signs.count)
        return start < end ? signs[start].base..<signs[end - 1].end : nil
    }
}

extension TextLayout {
    /// Where the caret of a single-line field stands: columns from the field's start edge.
    ///
    /// The caret stands on the sign it goes before, wherever that is seen in mixed Persian and Latin text, and
    /// behind the last sign at the text's end.
    ///
    /// - Parameters:
    ///   - offset: Unicode scalars before the caret, because a ZWNJ is one of its own in typing.
    ///   - width: columns of the field; a longer text is scrolled.
    public static func caretColumn(
        text: String, offset: Int, width: Int, direction: TextDirection = .automatic, page: Direction
    ) -> Int {
        FieldLine(text, offset: offset, width: width, direction: direction, page: page).caretColumn
    }
}
