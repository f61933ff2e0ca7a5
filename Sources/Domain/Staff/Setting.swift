import Persian

/// A value that the office chose in place of the default.
public struct Setting: Record {
    public var id = ""
    public var version = 1
    public var name: String
    public var value: JSON

    public var key: String { name }

    public static let kind = RecordKind("setting", Phrase(fa: "تنظیم", en: "setting"))
    public static let canBeVoided = false
    public static let blank = Setting(name: "", value: .null)
    public static let columns: [Column<Setting>] = [
        Column("name", \.name, SettingParameters.name.phrase, identifies: true),
        Column("value", \.value, SettingParameters.value.phrase),
    ]
}

/// One thing that an office may set: its default, and what is accepted.
public struct SettingDefinition: Sendable {
    public let name: String
    public let phrase: Phrase
    public let defaultValue: JSON
    let read: @Sendable (JSON) throws(Refusal) -> JSON

    static func number(
        _ name: String, _ phrase: Phrase, _ range: ClosedRange<Int>, _ value: Int
    ) -> SettingDefinition {
        SettingDefinition(name: name, phrase: phrase, defaultValue: .integer(value)) { (json) throws(Refusal) in
            guard let number = try Parameter.integer("value", phrase, range).read(json) else {
                throw .missing("value", phrase)
            }
            return .integer(number)
        }
    }

    /// A clock time such as 21:00, in any digits.
    static func time(_ name: String, _ phrase: Phrase, _ value: String) -> SettingDefinition {
        SettingDefinition(name: name, phrase: phrase, defaultValue: .string(value)) { (json) throws(Refusal) in
            let parts = latinDigits(cleaned(json.plainText)).split(separator: ":").map { Int($0) }
            guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0...23).contains(hour),
                (0...59).contains(minute)
            else {
                throw .unknown(
                    "value", phrase, value: json.plainText,
                    accepted: Phrase(fa: "ساعت و دقیقه، مانند 21:00", en: "hour and minute, such as 21:00"))
            }
            return .string("\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)")
        }
    }

    static func text(_ name: String, _ phrase: Phrase, _ value: String) -> SettingDefinition {
        SettingDefinition(name: name, phrase: phrase, defaultValue: .string(value)) { (json) throws(Refusal) in
            guard let text = try Parameter.text("value", phrase, limit: 60).read(json) else {
                throw .missing("value", phrase)
            }
            return .string(text)
        }
    }

    /// Every setting there is: what concerns the whole office, then that of each part.
    public static let all: [SettingDefinition] =
        [text("office.name", Phrase(fa: "نام دفتر", en: "office name"), "قم")] + Parts.all.flatMap(\.settings)

    /// The setting of that name, or of what people call it in either language.
    public static func named(_ name: String) -> SettingDefinition? {
        let word = name.folded()
        return all.first { $0.name == name }
            ?? all.first { [$0.phrase.fa, $0.phrase.en].map { $0.folded() }.contains(word) }
    }
}

extension Registry {
    /// What the office set, or the default.
    ///
    /// - Throws: what the store reports.
    public func setting(_ name: String) throws(DecideError) -> JSON {
        try find(Setting.self, key: name)?.value ?? SettingDefinition.named(name)?.defaultValue ?? .null
    }
}

enum SettingParameters {
    static let name = Parameter<String>.text("name", Phrase(fa: "نام تنظیم", en: "setting"))
    /// Read by the setting's own definition.
    static let value = Parameter<JSON>(name: "value", phrase: Phrase(fa: "مقدار", en: "value"), kind: .anything) {
        (json) throws(Refusal) in json
    }
}

/// `{"command":"setting.change","name":"activity.months","value":4}`
public struct SettingChange: Command {
    public static let name = "setting.change"
    public static let title = Phrase(fa: "تغییر تنظیم", en: "change a setting")
    public static let roles: Set<Role> = []
    public static let parameters = [SettingParameters.name.required, SettingParameters.value.required]

    private let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `unknown-value` for the name; `unknown-value`, `invalid-number` or `missing-value` for the value.
    public static func check(_ given: Arguments) throws(Refusal) { _ = try value(given) }

    /// The value as the setting's definition reads it.
    private static func value(_ given: Arguments) throws(Refusal) -> JSON {
        let name = given[SettingParameters.name] ?? ""
        guard let definition = SettingDefinition.named(name) else {
            let known = SettingDefinition.all.map(\.phrase).listed()
            throw .unknown("name", SettingParameters.name.phrase, value: name, accepted: known)
        }
        return try definition.read(given[SettingParameters.value] ?? .null)
    }

    /// With more months needed than are looked at, no group could ever be continuously active.
    private static func checkActivity(
        _ name: String, _ value: JSON, in registry: some Registry
    ) throws(DecideError) {
        guard name == "activity.months" || name == "activity.window" else { return }
        let months = try (name == "activity.months" ? value : registry.setting("activity.months")).integer ?? 0
        let window = try (name == "activity.window" ? value : registry.setting("activity.window")).integer ?? 0
        guard months > window else { return }
        throw .refused(
            Refusal(
                .invalidNumber, field: "value",
                Phrase(
                    fa:
                        "ماه‌های لازم (\(persianDigits(months))) بیش از ماه‌های سنجش (\(persianDigits(window))) است؛ باید به همان اندازه یا کمتر باشد.",
                    en:
                        "More months are needed (\(months)) than are looked at (\(window)); there must be as many or fewer."
                )))
    }

    /// - Throws: what ``check(_:)`` refuses, `stale`, `invalid-number` where more active months are needed than are
    ///   looked at.
    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let called = try given.require(SettingParameters.name)
        let name = SettingDefinition.named(called)?.name ?? called
        let value: JSON
        do throws(Refusal) { value = try Self.value(given) } catch { throw .refused(error) }
        let setting = try registry.find(Setting.self, key: name)
        if let setting { try envelope.check(versionOf: setting, in: registry) }
        try Self.checkActivity(name, value, in: registry)
        var decision = Decision(envelope)
        if let setting {
            decision.amend(setting) { $0.value = value }
            decision.answer("value", value)
        } else {
            decision.add(Setting(name: name, value: value))
        }
        return decision
    }
}
