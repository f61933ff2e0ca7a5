import Persian

/// A number, typed in digits of any script and shown in those of the language, with what it counts beside it.
///
/// What is no number stays as it was typed or pasted, and is shown as such: whoever holds the field says what would be
/// accepted, and nothing that was typed is dropped.
///
///     var people = NumberField(unit: Phrase(fa: "نفر", en: "people"))
///     people.handle(Key(.character("۷")), page: .rightToLeft)
///     people.value  // 7
public struct NumberField: FormField {
    /// How a number is written.
    public enum Form: Hashable, Sendable {
        /// Whole, its thousands grouped when nobody types.
        case whole
        /// A name made of digits, such as a year: never grouped.
        case numeral
        /// Perhaps with a point, a Persian one or a slash: 7.5, ۷٫۵, 7/5.
        case decimal
    }

    /// What was typed, in digits 0–9.
    public private(set) var input: TextInput
    /// What is counted; nothing when nil.
    public let unit: Phrase?
    public let form: Form

    private static let width = 12

    public init(_ value: Int? = nil, unit: Phrase? = nil, form: Form = .whole) {
        self.init(text: value.map(String.init) ?? "", unit: unit, form: form)
    }

    /// Begins with a text, which a draft may have kept though it is no number.
    public init(text: String, caret: Int? = nil, unit: Phrase? = nil, form: Form = .whole) {
        input = TextInput(latinDigits(text), caret: caret, direction: .leftToRight)
        self.unit = unit
        self.form = form
    }

    /// The whole number, or nil when there is none or the text is anything else.
    public var value: Int? { parseInteger(input.text) }

    /// Whether there is a text that is no number.
    public var isInvalid: Bool {
        guard value == nil, !input.text.isEmpty else { return false }
        guard form == .decimal else { return true }
        let parts = input.text.split(omittingEmptySubsequences: false) { "./٫".contains($0) }
        return parts.count != 2 || parseInteger(String(parts[0])) == nil || parseInteger("1" + parts[1]) == nil
    }

    public mutating func handle(_ key: Key, page: Direction) -> Bool {
        guard let letter = key.typedLetter else { return input.handle(key, page: page) }
        for scalar in latinDigits(String(letter)).unicodeScalars {
            input.handle(Key(.character(scalar)), page: page)
        }
        return true
    }

    public mutating func insert(_ pasted: String) {
        input.insert(latinDigits(pasted))
    }

    public mutating func enter(backward: Bool) { input.selectAll() }

    public func draw(in region: inout Region, hasFocus: Bool) {
        let width = min(region.width, max(Self.width, textWidth(input.text) + 1))
        let grouped = hasFocus || form != .whole ? nil : value.map(region.language.number)
        var field = TextField(input, hasFocus: hasFocus)
        field.text = grouped ?? region.language.digits(input.text)
        if isInvalid { field.color = .alarm }
        field.draw(in: &region, width: width)
        let note = isInvalid ? "▲" : unit.map { region($0) } ?? ""
        region.put(
            note, row: 0, start: width + 1, direction: .page, style: Style(isInvalid ? .alarm : .muted))
    }
}
