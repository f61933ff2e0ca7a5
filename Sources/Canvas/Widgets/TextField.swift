import Persian

/// A field for one line of text, with the terminal's caret in it while it has the focus.
///
///     TextField(text: "بهار", caret: 4, hasFocus: true).draw(in: &region)
public struct TextField {
    public var text: String
    /// Unicode scalars before the caret.
    public var caret: Int
    /// Shown while the field is empty.
    public var placeholder: String
    public var direction: TextDirection
    public var hasFocus: Bool
    /// The scalars that are selected.
    public var selection: Range<Int>?
    /// The colour of the text; that of alarm says that it cannot be read as what it should be.
    public var color = ColorRole.strong

    static let selectionStyle = Style(.onAccent, on: .accent)

    public init(
        text: String, caret: Int, placeholder: String = "", direction: TextDirection = .automatic,
        hasFocus: Bool = false
    ) {
        self.text = text
        self.caret = caret
        self.placeholder = placeholder
        self.direction = direction
        self.hasFocus = hasFocus
    }

    /// Draws on a row of the region, over its whole width or `width` columns from `start`.
    public func draw(in region: inout Region, row: Int = 0, start: Int = 0, width: Int? = nil) {
        let columns = min(width ?? (region.width - start), region.width - start)
        guard columns > 0 else { return }
        let line = FieldLine(
            text, offset: caret, selection: selection, width: columns, direction: direction, page: region.direction)
        if text.isEmpty {
            // An example stands as what is typed will, such as a path in a Persian form.
            let isFree = direction == .automatic
            region.put(
                placeholder, row: row, start: start, width: columns, alignment: isFree ? .start : line.alignment,
                direction: isFree ? .page : direction, style: Style(.muted, on: .field))
        } else {
            region.put(
                shown(line.text, region.language), row: row, start: start, width: columns, alignment: line.alignment,
                direction: line.direction, style: Style(color, on: .field),
                emphasis: line.selection.map { Emphasis([$0], Self.selectionStyle) })
        }
        if hasFocus { region.showCaret(row: row, start: start + line.caretColumn) }
    }

    /// Numbers, days and times in the page's digits, a blank for the T between a day and its time; what holds another
    /// letter, such as a code or a path, as it is. As many scalars as there were, so that the caret stays.
    private func shown(_ text: String, _ language: Language) -> String {
        guard direction == .leftToRight, language == .persian,
            !text.unicodeScalars.contains(where: { $0.properties.isAlphabetic && $0 != "T" })
        else { return text }
        return persianDigits(text.replacing("T", with: " "))
    }
}
