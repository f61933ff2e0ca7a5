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
            let text = fits ? span.text : span.text + "…"
            put(text, row: row, start: start + used, width: given, direction: span.direction, style: spanStyle)
            used += given
            guard fits else { break }
        }
        return used
    }
}
