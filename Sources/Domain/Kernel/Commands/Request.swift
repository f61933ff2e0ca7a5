import Persian

/// A command as it was sent: its fields read, and what of its envelope came with it.
public struct Request: Sendable {
    public let command: any Command.Type
    public let given: Arguments
    /// The command's own fields as they came, for the ledger.
    public let fields: [JSON.Member]
    public var id: String?
    public var at: Moment?
    public var account: String?
    public var station: String?
    public var version: Int?
    public var reason: String?
    /// Shared by the commands of one import, and what people call that import: the sheet's or the pack's name.
    public var batch: String?
    public var batchName: String?
    /// Where it comes from, when it was given elsewhere; only the program itself sets it.
    public var origin: Origin?

    private static let envelopeKeys: Set<String> = ["command", "id", "at", "as", "station", "version", "reason"]

    /// Reads one command: `{"command":"group.amend","code":"Q-0002","size":44}`.
    ///
    /// - Throws: `unknown-command`, and the refusals of the fields' shape.
    public init(_ json: JSON) throws(Refusal) {
        guard let members = json.members else { throw Self.noCommand }
        let value = { (name: String) in members.first { $0.name == name }?.value }
        guard let name = value("command")?.string else { throw Self.noCommand }
        guard let command = Commands.named(name) else { throw Self.unknown(name) }
        let own = Set(command.parameters.map(\.name))
        try self.init(command, members.filter { own.contains($0.name) || !Self.envelopeKeys.contains($0.name) })
        id = try Self.identifier(value("id"))
        at = try Self.moment(value("at"))
        account = try Self.text("as", Phrase(fa: "حساب", en: "account"), limit: 64, value("as"))
        station = try Self.text("station", Phrase(fa: "ایستگاه", en: "station"), limit: 100, value("station"))
        reason = try value("reason").flatMap { (json) throws(Refusal) in try EnvelopeParameters.reason.value(json) }
        version = try Self.version(value("version"))
    }

    /// A command made by the program itself: a form, a row of a spreadsheet.
    ///
    /// - Throws: `unknown-value` for a field that the command does not have; field by field `missing-value` and what the
    ///   parameter refuses; and what the command's `check(_:)` refuses.
    public init(_ command: any Command.Type, _ fields: [JSON.Member]) throws(Refusal) {
        self.command = command
        self.fields = fields
        self.given = try Arguments(fields, for: command.parameters)
        try command.check(given)
    }

    private static func text(
        _ name: String, _ phrase: Phrase, limit: Int, _ json: JSON?
    ) throws(Refusal) -> String? {
        guard let json else { return nil }
        return try Parameter.text(name, phrase, limit: limit).value(json)
    }

    private static func version(_ json: JSON?) throws(Refusal) -> Int? {
        guard let json, json != .null else { return nil }
        return try Parameter.integer("version", Phrase(fa: "نسخه", en: "version"), 1...Int(Int32.max)).read(json)
    }

    private static func moment(_ json: JSON?) throws(Refusal) -> Moment? {
        guard let json, json != .null else { return nil }
        let text = cleaned(json.plainText)
        if json.string != nil, text.isEmpty { return nil }
        do throws(DateError) {
            return try Moment(parsing: text, in: .tehran)
        } catch {
            throw .invalidTime("at", Phrase(fa: "زمان", en: "time"), error)
        }
    }

    /// Eight-four-four-four-twelve hexadecimal digits, kept in small letters.
    private static func identifier(_ json: JSON?) throws(Refusal) -> String? {
        let phrase = Phrase(fa: "شناسه فرمان", en: "id")
        guard let text = try text("id", phrase, limit: 200, json)?.lowercased() else { return nil }
        let groups = text.split(separator: "-", omittingEmptySubsequences: false)
        guard groups.map(\.count) == [8, 4, 4, 4, 12], groups.allSatisfy({ $0.allSatisfy(\.isHexDigit) }) else {
            throw .unknown(
                "id", phrase, value: text,
                accepted: Phrase(
                    fa: "یک UUID مانند 01890000-0000-7000-8000-000000000001",
                    en: "a UUID such as 01890000-0000-7000-8000-000000000001"))
        }
        return text
    }

    private static let noCommand = Refusal(
        .unknownCommand, field: "command",
        Phrase(
            fa:
                "این سطر فرمان نیست؛ هر سطر باید یک شیء JSON با بخش command باشد، مانند {\"command\":\"group.register\",…}.",
            en:
                "This line is no command; each line must be a JSON object with a \"command\", such as {\"command\":\"group.register\",…}."
        ))

    private static func unknown(_ name: String) -> Refusal {
        let part = name.prefix { $0 != "." }
        let near = Commands.all.map { $0.name }.filter { $0.hasPrefix(part + ".") }
        let known = (near.isEmpty ? Commands.all.map { $0.name } : near).joined(separator: ", ")
        return Refusal(
            .unknownCommand, field: "command",
            Phrase(
                fa: "فرمانی به نام «\(name.excerpt)» نیست؛ فرمان‌های شناخته: \(known).",
                en: "There is no command “\(name.excerpt)”; known ones: \(known)."))
    }
}
