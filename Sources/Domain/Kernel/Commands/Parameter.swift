import Persian

/// What a form shows for a parameter, and what a person may put there.
public enum ParameterKind: Sendable {
    case text, longText, number(ClosedRange<Int>)
    /// A number that is a name, such as a year: its thousands are never grouped.
    case numeral(ClosedRange<Int>)
    /// A ``Quantity``, with up to three decimals.
    case quantity(ClosedRange<Int>)
    case date, code, nationalID, mobile, flag, anything
    /// A text that only those may read who may read national IDs: the name of somebody who is helped.
    case privateText
    /// Several national IDs of people who need not be recorded.
    case nationalIDs
    /// A day and a time of day.
    case time
    case choice([ParameterChoice]), choices([ParameterChoice])
    /// The key of a record of one of these kinds.
    case record([RecordKind])
    /// A record of one of these kinds, named with its kind: `{"camp":"C-001"}`.
    case subject([RecordKind])
    /// The keys of several records of one of these kinds, to be ticked.
    case records([RecordKind])
    /// Objects with these fields, one a row.
    case rows([ParameterUse])
    case list

    /// Whether the keys of the records that it names are masked for some readers.
    var looksUpPrivateKeys: Bool {
        (lookedUp ?? []).contains { RecordKind.type(named: $0.name)?.hasPrivateKey ?? false }
    }

    /// The kinds of record that are looked up for it; nil when it is no record.
    public var lookedUp: [RecordKind]? {
        switch self {
        case .record(let kinds), .records(let kinds), .subject(let kinds): kinds
        default: nil
        }
    }
}

/// One of the values of a parameter that has only a few.
public struct ParameterChoice: Hashable, Sendable {
    /// As JSON names it.
    public let value: String
    public let phrase: Phrase

    public init(value: String, phrase: Phrase) {
        self.value = value
        self.phrase = phrase
    }
}

/// One field of a command: its JSON name, what it is called on the screen, and how a value of it is read.
///
///     static let size = Parameter.integer("size", Phrase(fa: "تعداد اعضا", en: "size"), 1...100_000)
///
/// A command lists the parameters it takes as ``required``, ``kept`` or ``clearable``.
public struct Parameter<Value: Sendable>: Sendable {
    public let name: String
    public let phrase: Phrase
    public let kind: ParameterKind
    /// Reads a value that is not null; nil when it is as good as absent (a blank text).
    let read: @Sendable (JSON) throws(Refusal) -> Value?
    /// What of it depends on the day on which it is sent.
    private(set) var checkDay: (@Sendable (JSON, Day) throws(Refusal) -> Void)?
    /// What a form says below it, where one cannot guess how it is typed.
    private(set) var hint: Phrase?

    init(
        name: String, phrase: Phrase, kind: ParameterKind, read: @escaping @Sendable (JSON) throws(Refusal) -> Value?
    ) {
        (self.name, self.phrase, self.kind, self.read) = (name, phrase, kind, read)
    }

    /// The same, held to the day on which it is sent: by forms as the field is left, by the rule of the command when it is
    /// carried out.
    func held(onDay check: @escaping @Sendable (JSON, Day) throws(Refusal) -> Void) -> Parameter {
        var held = self
        held.checkDay = check
        return held
    }

    /// The same, with a sentence for forms on how it is typed.
    func hinted(_ hint: Phrase) -> Parameter {
        var hinted = self
        hinted.hint = hint
        return hinted
    }

    /// The value that JSON means; nil when it is as good as absent.
    ///
    /// - Throws: `unknown-value`, `invalid-number`, `invalid-date`, `invalid-national-id` or `invalid-mobile`, by the
    ///   sort of value; `missing-value` where a part of it is missing.
    public func value(_ json: JSON) throws(Refusal) -> Value? { json == .null ? nil : try read(json) }

    /// Must be given.
    public var required: ParameterUse { ParameterUse(self, .required) }
    /// Absent: stays as it was (or has a default). Null: refused.
    public var kept: ParameterUse { ParameterUse(self, .kept) }
    /// Absent: stays as it was. Null: cleared.
    public var clearable: ParameterUse { ParameterUse(self, .clearable) }
}

extension Parameter where Value == String {
    /// The code of a new record: absent or null, the next free one of its series is given.
    public var coined: ParameterUse {
        let coined = Parameter(name: name, phrase: phrase, kind: kind) { (json) throws(Refusal) in
            let code = try read(json)
            if code != nil, !isNewCode(json.plainText) {
                throw .unknown(name, phrase, value: json.plainText, accepted: Self.newCodeForm)
            }
            return code
        }
        return coined.clearable
    }
}

/// A parameter as a command takes it.
public struct ParameterUse: Sendable {
    public enum Presence: Sendable { case required, kept, clearable }

    public let name: String
    public let phrase: Phrase
    public let kind: ParameterKind
    public let presence: Presence
    /// What a form says below it.
    public let hint: Phrase?
    private let read: @Sendable (JSON) throws(Refusal) -> (any Sendable)?
    private let checkDay: (@Sendable (JSON, Day) throws(Refusal) -> Void)?

    init<Value>(_ parameter: Parameter<Value>, _ presence: Presence) {
        self.name = parameter.name
        self.phrase = parameter.phrase
        self.kind = parameter.kind
        self.presence = presence
        self.hint = parameter.hint
        self.read = { (json) throws(Refusal) in try parameter.read(json) }
        self.checkDay = parameter.checkDay
    }

    /// Holds one value against the rule of its field, as a form does when the field is left.
    ///
    /// - Parameters:
    ///   - json: what was given; nil when the field is absent.
    ///   - day: the day on which it would be sent.
    /// - Throws: `missing-value`, and what the parameter refuses.
    public func check(_ json: JSON?, on day: Day? = nil) throws(Refusal) {
        if let day, let json, json != .null { try checkDay?(json, day) }
        _ = try entry(json)
    }

    /// What a given value comes to; nil when the field is absent.
    func entry(_ json: JSON?) throws(Refusal) -> Arguments.Entry? {
        guard let json else {
            if presence == .required { throw .missing(name, phrase) }
            return nil
        }
        let value = json == .null ? nil : try read(json)
        if let value { return Arguments.Entry(name: name, value: value, json: json) }
        if presence != .clearable { throw .missing(name, phrase) }
        return Arguments.Entry(name: name, value: nil, json: json)
    }
}

/// The fields that a command was given, read and normalised.
public struct Arguments: Sendable {
    struct Entry: Sendable {
        let name: String
        /// Nil when the field is to be cleared.
        let value: (any Sendable)?
        /// As it came.
        let json: JSON
    }
    private var entries: [Entry] = []

    /// Reads the fields in the order in which the command declares them.
    ///
    /// - Throws: `missing-value`, `unknown-value`, `invalid-number`, `invalid-date`, `invalid-national-id`,
    ///   `invalid-mobile`; `unknown-value` too for a field that the command does not have.
    init(_ fields: [JSON.Member], for uses: [ParameterUse]) throws(Refusal) {
        if let stranger = fields.first(where: { field in !uses.contains { $0.name == field.name } }) {
            throw Refusal(
                .unknownValue, field: stranger.name,
                Phrase(
                    fa:
                        "این فرمان بخشی به نام «\(stranger.name.excerpt)» ندارد؛ بخش‌های آن: \(uses.map(\.name).joined(separator: "، ")).",
                    en:
                        "This command has no field “\(stranger.name.excerpt)”; its fields: \(uses.map(\.name).joined(separator: ", "))."
                ))
        }
        for use in uses {
            let json = fields.first { $0.name == use.name }?.value
            if let entry = try use.entry(json) { entries.append(entry) }
        }
    }

    /// Reads the fields that are known already; nil when one of them is not as it should be.
    init?(known fields: [JSON.Member], of uses: [ParameterUse]) {
        for use in uses {
            guard let json = fields.first(where: { $0.name == use.name })?.value, json != .null else { continue }
            guard let entry = try? use.entry(json) else { return nil }
            entries.append(entry)
        }
    }

    /// Whether a field was given, be it only to be cleared.
    func has(_ name: String) -> Bool { entries.contains { $0.name == name } }

    /// The value given; nil when the field is absent or cleared.
    public subscript<P: ParameterSource>(_ source: P) -> P.Value? {
        guard let value = entries.first(where: { $0.name == source.parameter.name })?.value else { return nil }
        assert(value is P.Value, "\(source.parameter.name) was read by another parameter of that name")
        return value as? P.Value
    }

    /// A day that was given, and the calendar in which it was read; nil when the field is absent, cleared or no day.
    func day(named name: String) -> (day: Day, calendar: CalendarSystem)? {
        guard let entry = entries.first(where: { $0.name == name }), let day = entry.value as? Day else { return nil }
        let year = latinDigits(entry.json.plainText).drop { !$0.isNumber }.prefix { $0.isNumber }
        return (day, (Int(year) ?? 0) < 1700 ? .jalali : .gregorian)
    }

    /// The value of a required field.
    ///
    /// - Throws: `missing-value`.
    public func require<P: ParameterSource>(_ source: P) throws(DecideError) -> P.Value {
        guard let value = self[source] else {
            throw .refused(.missing(source.parameter.name, source.parameter.phrase))
        }
        return value
    }

    /// Sets or clears `target` when the field was given.
    func apply<P: ParameterSource>(_ source: P, to target: inout P.Value?) {
        if has(source.parameter.name) { target = self[source] }
    }
}
