import Persian

/// A whole number, typed in digits of any script and shown in those of the language, with what it counts beside it.
///
/// What is no number stays as it was typed or pasted, and is shown as such.
///
///     var people = NumberField(unit: Phrase(fa: "نفر", en: "people"))
///     people.handle(Key(.character("۷")), page: .rightToLeft)
///     people.value  // 7
public struct NumberField: FormField {
    /// What was typed, in digits 0–9.
    public private(set) var input: TextInput
    /// What is counted; nothing when nil.
    public let unit: Phrase?

    private static let width = 12

    public init(_ value: Int? = nil, unit: Phrase? = nil) {
        self.init(text: value.map(String.init) ?? "", unit: unit)
    }

    /// Begins with a text, which a draft may have kept though it is no number.
    public init(text: String, caret: Int? = nil, unit: Phrase? = nil) {
        input = TextInput(latinDigits(text), caret: caret, direction: .leftToRight)
        self.unit = unit
    }

    /// The number, or nil when there is none or the text is anything else.
    public var value: Int? { parseInteger(input.text) }

    /// Whether there is a text that is no number.
    public var isInvalid: Bool { value == nil && !input.text.isEmpty }

    public mutating func handle(_ key: Key, page: Direction) -> Bool {
        guard let letter = key.typedLetter else { return input.handle(key, page: page) }
        let typed = latinDigits(String(letter))
        // Letters mean nothing in a number and are not taken for keys of the screen either.
        if typed.unicodeScalars.allSatisfy({ "0123456789-−,٬".unicodeScalars.contains($0) }) {
            for scalar in typed.unicodeScalars { input.handle(Key(.character(scalar)), page: page) }
        }
        return true
    }

    public mutating func insert(_ pasted: String) {
        input.insert(latinDigits(pasted))
    }

    public func draw(in region: inout Region, hasFocus: Bool) {
        let width = min(region.width, Self.width)
        let grouped = hasFocus ? nil : value.map(region.language.number)
        var field = TextField(input, hasFocus: hasFocus)
        field.text = grouped ?? region.language.digits(input.text)
        if isInvalid { field.color = .alarm }
        field.draw(in: &region, width: width)
        let note = isInvalid ? "▲" : unit.map { region($0) } ?? ""
        region.put(
            note, row: 0, start: width + 1, direction: .page, style: Style(isInvalid ? .alarm : .muted))
    }
}
