import Persian

extension TextLayout {
    /// `text` in lines of at most `width` columns, broken between words; a word longer than a line is broken
    /// between clusters. Line ends in the text are kept. Never empty.
    ///
    ///     TextLayout.wrap("اردوی جهادی بهار", width: 11)  // ["اردوی جهادی", "بهار"]
    ///
    /// The lines are logical text: draw them all in the direction of the whole, see ``runDirection(of:page:)``.
    public static func wrap(_ text: String, width: Int) -> [String] {
        // "\r\n" is one Character, hence the property and not a comparison.
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .flatMap { wrapParagraph(Line(String($0)), width: max(1, width)) }
    }

    /// The first `lines` lines of ``wrap(_:width:)``, however long the text is; the last ends in … where more follow.
    public static func wrap(_ text: String, width: Int, lines most: Int) -> [String] {
        let (width, most) = (max(1, width), max(1, most))
        // A column holds at most a base, its marks and a joiner.
        let enough = text.unicodeScalars.prefix((most + 1) * (width + 1) * (Line.marksPerSign + 2))
        let lines = wrap(String(enough), width: width)
        guard lines.count > most, let last = lines.prefix(most).last else { return lines }
        return lines.prefix(most - 1) + [fitted(last + " …", width: width)]
    }

    /// The direction for runs that show parts of a person's own `text`, decided once for the whole: the page's, unless
    /// it is written in the language of the other direction, some words and codes of the page's aside.
    public static func runDirection(of text: String, page: Direction) -> TextDirection {
        let letters = Letters(of: text)
        let (own, other) =
            page == .rightToLeft
            ? (letters.rightToLeft, letters.leftToRight) : (letters.leftToRight, letters.rightToLeft)
        guard other > 4 * own else { return .page }
        return page == .rightToLeft ? .leftToRight : .rightToLeft
    }

    private static func wrapParagraph(_ line: Line, width: Int) -> [String] {
        let rows = signRows(of: line, width: width)
        return rows.isEmpty ? [""] : rows.map { line.text(of: $0, trimmed: true) }
    }

    /// The signs of each row when a line is wrapped: a row keeps the spaces at its end, which may reach beyond the
    /// width. None for an empty line.
    static func signRows(of line: Line, width: Int) -> [Range<Int>] {
        var rows: [Range<Int>] = []
        var start = 0
        while start < line.signs.count {
            var end = lineEnd(of: line, from: start, width: width)
            while end < line.signs.count, line.isSpace(at: end) { end += 1 }
            rows.append(start..<end)
            start = end
        }
        return rows
    }

    /// Where the line that begins at sign `start` ends: after the last word that fits, or inside one too long.
    private static func lineEnd(of line: Line, from start: Int, width: Int) -> Int {
        var columns = 0
        var lastSpace: Int?
        for index in start..<line.signs.count {
            columns += Int(line.signs[index].width)
            if line.isSpace(at: index) {
                if columns > width { return index }
                lastSpace = index
            } else if columns > width {
                if let lastSpace { return lastSpace }
                var end = index
                while end > start + 1, !line.signs[end].opensCluster { end -= 1 }
                return max(end, start + 1)
            }
        }
        return line.signs.count
    }
}

extension Line {
    func isSpace(at index: Int) -> Bool {
        let sign = signs[index]
        return sign.end - sign.base == 1 && scalars[sign.base] == 0x20
    }

    /// The text of some of the signs; without the spaces at its end when `trimmed`. Isolates that reach beyond them
    /// are opened and ended there.
    func text(of range: Range<Int>, trimmed: Bool = false) -> String {
        var end = range.upperBound
        if trimmed {
            while end > range.lowerBound, isSpace(at: end - 1) { end -= 1 }
        }
        var view = String.UnicodeScalarView()
        guard range.lowerBound < end else { return "" }
        guard !isolates.isEmpty else {
            for sign in signs[range.lowerBound..<end] { append(sign, to: &view) }
            return String(view)
        }
        var open: [Int] = []
        for sign in signs[range.lowerBound..<end] {
            while let last = open.last, isolates[last].end <= sign.base {
                view.append(Isolate.end)
                open.removeLast()
            }
            for (number, isolate) in isolates.enumerated()
            where isolate.start <= sign.base && sign.base < isolate.end && !open.contains(number) {
                view.append(isolate.opening)
                open.append(number)
            }
            append(sign, to: &view)
        }
        for _ in open { view.append(Isolate.end) }
        return String(view)
    }

    private func append(_ sign: Sign, to view: inout String.UnicodeScalarView) {
        view.append(contentsOf: scalars[sign.base..<sign.end].compactMap(Unicode.Scalar.init))
    }
}
