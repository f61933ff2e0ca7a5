import Persian

/// A value that a record holds in one of its columns.
public protocol JSONValue: Sendable, Hashable {
    init?(_ json: JSON)
    var json: JSON { get }
    /// Whether the file keeps it as a JSON text, because it is more than one number or text.
    static var isStructured: Bool { get }
    /// The names of all its values; none where they are not counted.
    static var valueNames: [String] { get }
    /// As a person reads it: Persian words and digits, Jalali days.
    func display(_ language: Language) -> String
    /// As a cell of a sheet holds it: numbers and days as such, the words of a language, texts as they were typed.
    func cell(_ language: Language) -> Cell
}

extension JSONValue {
    public static var isStructured: Bool { false }
    public static var valueNames: [String] { [] }
    public func cell(_ language: Language) -> Cell { Cell(latinDigits(display(language))) }
}

extension JSONValue where Self: Choice {
    public static var valueNames: [String] { allCases.map(\.rawValue) }
    public func display(_ language: Language) -> String { phrase[language] }
}

extension String: JSONValue {
    public init?(_ json: JSON) {
        guard let text = json.string else { return nil }
        self = text
    }
    public var json: JSON { .string(self) }
    public func display(_ language: Language) -> String { self }
    public func cell(_ language: Language) -> Cell { Cell(self) }
}

extension Int: JSONValue {
    public init?(_ json: JSON) {
        guard let number = json.integer else { return nil }
        self = number
    }
    public var json: JSON { .integer(self) }
    /// An amount, its thousands grouped. Columns of years and other names ask for ``Persian/Language/numeral(_:)``.
    public func display(_ language: Language) -> String { language.number(self) }
    public func cell(_ language: Language) -> Cell { .number(self) }
}

extension Quantity: JSONValue {
    public init?(_ json: JSON) {
        switch json {
        case .integer(let number) where number.magnitude < 1 << 50: self.init(number)
        case .decimal(let number): self.init(number)
        default: return nil
        }
    }
    public var json: JSON { whole.map(JSON.integer) ?? .decimal(double) }
    public func display(_ language: Language) -> String { language.quantity(self) }
    public func cell(_ language: Language) -> Cell { .quantity(self) }
}

extension Bool: JSONValue {
    /// The file keeps 0 and 1.
    public init?(_ json: JSON) {
        switch json {
        case .bool(let truth): self = truth
        case .integer(0): self = false
        case .integer(1): self = true
        default: return nil
        }
    }
    public var json: JSON { .bool(self) }
    public func display(_ language: Language) -> String {
        (self ? Phrase(fa: "بله", en: "yes") : Phrase(fa: "خیر", en: "no"))[language]
    }
}

extension Moment: JSONValue {
    /// ISO 8601 with Iran's offset.
    public init?(_ json: JSON) {
        guard let text = json.string, let moment = Moment(iso: text) else { return nil }
        self = moment
    }
    public var json: JSON { .string(iso(in: .tehran)) }
    public func display(_ language: Language) -> String {
        LocalTime(self, in: .tehran).display(language)
    }
    public func cell(_ language: Language) -> Cell { .time(LocalTime(self, in: .tehran)) }
}

extension Day: JSONValue {
    /// ISO 8601 in the Gregorian calendar, as everywhere in JSON.
    public init?(_ json: JSON) {
        guard let text = json.string, let day = Day(iso: text) else { return nil }
        self = day
    }
    public var json: JSON { .string(iso) }
    public func display(_ language: Language) -> String { jalaliText(language) }
    public func cell(_ language: Language) -> Cell { .day(self) }
}

extension JSON: JSONValue {
    public init?(_ json: JSON) { self = json }
    public var json: JSON { self }
    public static var isStructured: Bool { true }
    public func display(_ language: Language) -> String {
        switch self {
        case .integer(let number): number.display(language)
        case .bool(let truth): truth.display(language)
        case .null: ""
        default: language.digits(plainText)
        }
    }
    public func cell(_ language: Language) -> Cell {
        if case .integer(let number) = self { .number(number) } else { Cell(plainText) }
    }
}

extension Optional: JSONValue where Wrapped: JSONValue {
    public init?(_ json: JSON) {
        if json == .null {
            self = .none
        } else if let value = Wrapped(json) {
            self = .some(value)
        } else {
            return nil
        }
    }
    public var json: JSON { map { $0.json } ?? .null }
    public static var isStructured: Bool { Wrapped.isStructured }
    public static var valueNames: [String] { Wrapped.valueNames }
    public func display(_ language: Language) -> String { self?.display(language) ?? "" }
    public func cell(_ language: Language) -> Cell { self?.cell(language) ?? .empty }
}

extension Array: JSONValue where Element: JSONValue {
    public init?(_ json: JSON) {
        guard let list = json.list else { return nil }
        var values: [Element] = []
        for item in list {
            guard let value = Element(item) else { return nil }
            values.append(value)
        }
        self = values
    }
    // A key path in generic code is made anew each time, which takes longer than what it reads.
    public var json: JSON { .list(map { $0.json }) }
    public static var isStructured: Bool { true }
    public func display(_ language: Language) -> String {
        language.list(map { $0.display(language) })
    }
    public func cell(_ language: Language) -> Cell {
        Cell(map { $0.cell(language).text }.joined(separator: language == .persian ? "، " : ", "))
    }
}

extension JSONValue where Self: RawRepresentable, RawValue == String {
    public init?(_ json: JSON) {
        guard let text = json.string, let value = Self(rawValue: text) else { return nil }
        self = value
    }
    public var json: JSON { .string(rawValue) }
}
