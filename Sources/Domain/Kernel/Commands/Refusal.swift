import Persian

/// The name of the rule that refused a command. Codes that any command can meet stand here; others stand with
/// their rule.
public struct RefusalCode: Hashable, Sendable, RawRepresentable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let notFound = RefusalCode(rawValue: "not-found")
    public static let unknownCommand = RefusalCode(rawValue: "unknown-command")
    public static let unknownValue = RefusalCode(rawValue: "unknown-value")
    public static let missingValue = RefusalCode(rawValue: "missing-value")
    public static let invalidDate = RefusalCode(rawValue: "invalid-date")
    public static let invalidNumber = RefusalCode(rawValue: "invalid-number")
    public static let invalidNationalID = RefusalCode(rawValue: "invalid-national-id")
    public static let invalidMobile = RefusalCode(rawValue: "invalid-mobile")
    public static let duplicateCode = RefusalCode(rawValue: "duplicate-code")
    public static let duplicateName = RefusalCode(rawValue: "duplicate-name")
    public static let notPermitted = RefusalCode(rawValue: "not-permitted")
    public static let stale = RefusalCode(rawValue: "stale")
    public static let wrongState = RefusalCode(rawValue: "wrong-state")
    public static let overlap = RefusalCode(rawValue: "overlap")
    public static let needsSecondPerson = RefusalCode(rawValue: "needs-second-person")
    /// The file held to what no rule had held the command to: an error of the program.
    public static let programError = RefusalCode(rawValue: "program-error")
}

/// Why a command was not carried out: the rule, and a sentence in both languages that names the record in the
/// way and what would be accepted.
public struct Refusal: Error, Hashable, Sendable {
    public let code: RefusalCode
    public let phrase: Phrase
    /// The JSON name of the field at fault, where one is.
    public var field: String?
    /// Whether a supervisor or administrator may have it carried out with a reason.
    public var canBeOverridden = false

    public init(_ code: RefusalCode, field: String? = nil, _ phrase: Phrase) {
        self.code = code
        self.field = field
        self.phrase = phrase
    }
}

/// Something that was done, but that the sender should know.
public struct Warning: Hashable, Sendable {
    public let code: RefusalCode
    public let phrase: Phrase

    public init(_ code: RefusalCode, _ phrase: Phrase) {
        self.code = code
        self.phrase = phrase
    }

    /// Its sentences keep their isolates, for the screens that tell them later.
    public var json: JSON {
        .object([
            .init("warning", .string(code.rawValue)), .init("fa", .string(phrase[.persian])),
            .init("en", .string(phrase[.english])),
        ])
    }

    /// Reads what ``json`` wrote.
    public init?(json: JSON) {
        guard let code = json["warning"]?.string, let fa = json["fa"]?.string, let en = json["en"]?.string else {
            return nil
        }
        self.init(RefusalCode(rawValue: code), Phrase(fa: fa, en: en))
    }
}

/// What kept the file from being read or written. No rule of the office: a matter of the machine.
public struct StoreError: Error, Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
        /// Another process holds the file's lock for longer than the time-out.
        case busy
        case cannotOpen
        /// The file is no file of ours, or it is damaged.
        case damaged
        /// Made by a newer version of the program.
        case newer
        /// Disk full, read-only, no permission.
        case cannotWrite
        /// A constraint of the file caught what no rule had caught.
        case constraint
    }
    public let reason: Reason
    public let phrase: Phrase

    public init(_ reason: Reason, _ phrase: Phrase) {
        self.reason = reason
        self.phrase = phrase
    }
}

/// Why no decision came of a command.
public enum DecideError: Error, Hashable, Sendable {
    case refused(Refusal)
    case store(StoreError)

    public var phrase: Phrase {
        switch self {
        case .refused(let refusal): refusal.phrase
        case .store(let error): error.phrase
        }
    }
}

extension Refusal {
    /// What the sender is told: `{"ok":false,"command":…,"refusal":"not-found","field":"code","fa":…,"en":…}`.
    ///
    /// - Parameter command: the name that was sent; null when there was none.
    public func answer(to command: JSON) -> JSON {
        var members: [JSON.Member] = [
            .init("ok", .bool(false)), .init("command", command), .init("refusal", .string(code.rawValue)),
        ]
        if canBeOverridden { members.append(.init("override", .bool(true))) }
        if let field { members.append(.init("field", .string(field))) }
        return .object(members + [.init("fa", .string(phrase.fa)), .init("en", .string(phrase.en))])
    }
}
