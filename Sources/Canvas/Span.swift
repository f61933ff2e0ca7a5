import Persian

/// A part of a sentence that is laid out by itself, so that a code or a date inside it neither turns round nor
/// turns what stands beside it.
///
///     region.put([Span("گزارش "), .code("C-014"), Span(" ثبت شد: "), .code("1401-05-09")], row: 0)
public struct Span: Hashable, Sendable {
    public var text: String
    public var direction: TextDirection
    /// The colour, or nil for that of the sentence.
    public var color: ColorRole?

    public init(_ text: String, direction: TextDirection = .page, color: ColorRole? = nil) {
        self.text = text
        self.direction = direction
        self.color = color
    }

    /// The text as a part of one longer text, its direction still kept to itself.
    var isolated: String {
        direction == .leftToRight ? "\(Isolate.leftToRight)\(text)\(Isolate.end)" : text
    }

    /// A code, date, number, phone number or clock time.
    public static func code(_ text: String, color: ColorRole? = nil) -> Span {
        Span(text, direction: .leftToRight, color: color)
    }
}

extension Region {
    /// Puts a sentence made of parts on a row, in reading order. What does not fit into `width` is cut with ….
    ///
    /// - Returns: the columns it filled.
    @discardableResult
    public mutating func put(
        _ spans: [Span], row: Int, start: Int = 0, width: Int? = nil, style: Style = Style()
    ) -> Int {
        let room = min(width ?? (self.width - start), self.width - start)
        var used = 0
        for (index, span) in spans.enumerated() {
            let needed = textWidth(span.text)
            guard needed > 0 else { continue }
            let isFollowed = spans[(index + 1)...].contains { textWidth($0.text) > 0 }
            let fits = needed < room - used || (needed == room - used && !isFollowed)
            var spanStyle = style
            spanStyle.foreground = span.color ?? style.foreground
            let given = min(needed, room - used)
            // A part that just fills the row while others follow gives its last column to the ellipsis.
            let isWhole = fits || span.direction == .leftToRight && Line(span.text).isNumber
            let text = fits ? span.text : isWhole ? "…" : span.text + "…"
            put(text, row: row, start: start + used, width: given, direction: span.direction, style: spanStyle)
            used += given
            guard fits else { break }
        }
        return used
    }
}

extension TextLayout {
    /// A sentence made of parts in lines of at most `width` columns, broken at blanks; a word longer than a line stands
    /// on one of its own. No lines of no parts.
    ///
    /// Each part keeps the direction that it has as a whole.
    public static func wrap(_ spans: [Span], width: Int, page: Direction) -> [[Span]] {
        let texts = spans.map { Line($0.text) }
        var lines: [[Piece]] = []
        var used = 0
        for word in words(of: spans, texts, page) {
            let needed = word.reduce(0) { $0 + textWidth($1.span.text) }
            if lines.isEmpty || used + 1 + needed > width {
                lines.append(word)
                used = needed
            } else {
                lines[lines.count - 1] += [Piece(span: Span(" "), part: word[0].part, signs: nil)] + word
                used += 1 + needed
            }
        }
        return lines.map { joined($0, texts) }
    }

    /// A word or a piece of one: the number of the part that it is of, and which signs of it; nil for a blank between words.
    private struct Piece {
        var span: Span
        let part: Int
        let signs: Range<Int>?
    }

    /// What stands between blanks, which may be of several parts: a comma behind a name. A code or a date is one.
    private static func words(of spans: [Span], _ texts: [Line], _ page: Direction) -> [[Piece]] {
        var words: [[Piece]] = [[]]
        for (part, span) in spans.enumerated() {
            let isReversed = direction(of: span.text, as: span.direction, page: page) == .rightToLeft
            let whole: TextDirection = isReversed ? .rightToLeft : .leftToRight
            let line = texts[part]
            func add(_ text: String, _ signs: Range<Int>) {
                words[words.count - 1].append(
                    Piece(span: Span(text, direction: whole, color: span.color), part: part, signs: signs))
            }
            if span.direction == .leftToRight {
                add(span.text, 0..<line.signs.count)
                continue
            }
            var start = 0
            for index in 0...line.signs.count where index == line.signs.count || line.isSpace(at: index) {
                if index > start { add(line.text(of: start..<index), start..<index) }
                if index < line.signs.count { words.append([]) }
                start = index + 1
            }
        }
        return words.filter { !$0.isEmpty }
    }

    /// The pieces of a line, those of one part in one, as they stand in it: what an isolate holds stays in one. A blank
    /// between two parts is of neither: inside one it would stand at the wrong end of what runs the other way.
    private static func joined(_ pieces: [Piece], _ texts: [Line]) -> [Span] {
        var (spans, last): ([Span], (part: Int, signs: Range<Int>)?) = ([], nil)
        for piece in pieces {
            if let before = last, before.part == piece.part, let end = spans.indices.last {
                guard let signs = piece.signs else { continue }
                let all = before.signs.lowerBound..<signs.upperBound
                spans[end].text = texts[piece.part].text(of: all)
                last = (piece.part, all)
                continue
            }
            spans.append(piece.span)
            last = piece.signs.map { (piece.part, $0) }
        }
        return spans
    }
}
