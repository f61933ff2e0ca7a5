import Persian

/// One carried-out command: its envelope, what it changed, and what was answered.
public struct LedgerEntry: Sendable {
    /// 1, 2, 3 … without a gap.
    public var number: Int
    public var id: String
    public var at: Moment
    public var account: String
    public var sender: String?
    public var station: String
    /// Shared by the commands of one import, and what people call that import.
    public var batch: String?
    public var batchName: String?
    public var command: String
    public var fields: [JSON.Member]
    public var version: Int?
    public var reason: String?
    /// The codes of the rules that the reason overrode.
    public var overrides: [String]
    public var changes: [Change]
    public var result: [JSON.Member]
    public var warnings: [JSON]
    /// What the sender was refused with when the request was only noted.
    public var refusal: Refusal?

    public init(number: Int, envelope: Envelope, request: Request, decision: Decision) {
        self.number = number
        id = envelope.id
        at = envelope.at
        account = envelope.account
        sender = envelope.sender
        station = envelope.station
        batch = envelope.batch
        batchName = envelope.batchName
        command = request.command.name
        fields = request.fields
        version = envelope.version
        reason = envelope.reason
        overrides = decision.overrides.map(\.code.rawValue)
        changes = decision.changes
        result = decision.result
        warnings = decision.warnings.map(\.json)
        refusal = decision.refusal
    }

    /// The command's title; its JSON name when this program does not know it.
    public var title: Phrase { Commands.named(command)?.title ?? Phrase(fa: command, en: command) }

    /// What the sender is told: `{"ok":true,"command":…,"id":…,"result":{…}}`.
    public var answer: JSON {
        if let refusal { return refusal.answer(to: .string(command)) }
        var members: [JSON.Member] = [
            .init("ok", .bool(true)), .init("command", .string(command)), .init("id", .string(id)),
            .init("result", .object(result)),
        ]
        if !warnings.isEmpty { members.append(.init("warnings", .list(warnings))) }
        return .object(members)
    }

    /// The text that the hash is taken over.
    public var json: JSON {
        .object(
            [
                .init("number", .integer(number)), .init("id", .string(id)), .init("at", .string(at.iso(in: .tehran))),
                .init("as", .string(account)), .init("sender", sender.json), .init("station", .string(station)),
                .init("batch", batch.json),
            ] + (batchName.map { [.init("batchName", .string($0))] } ?? [])
                + [
                    .init("command", .string(command)), .init("fields", .object(fields)),
                    .init("version", version.json), .init("reason", reason.json),
                    .init("overrides", overrides.json), .init("changes", .list(changes.map(\.json))),
                    .init("result", .object(result)), .init("warnings", .list(warnings)),
                ] + (refusal.map { [.init("refusal", $0.json)] } ?? []))
    }

    /// The entry for a reader who may not see national IDs, mobiles and the names of households whole.
    public func json(_ masking: Masking) -> JSON {
        if masking.isWhole { return json }
        var entry = self
        entry.fields = fields.map { JSON.Member($0.name, masked($0, masking)) }
        let names = Set(changes.flatMap { type(of: $0.record).privateNames })
        entry.result = result.map { .init($0.name, names.contains($0.name) ? $0.value.masked(masking) : $0.value) }
        let members = (entry.json.members ?? []).map { member in
            member.name == "changes" ? .init(member.name, .list(changes.map { $0.json(masking) })) : member
        }
        return JSON.object(members).maskedThroughout(masking)
    }

    /// A field as it was typed: in any digits, with or without its zeros, as a text or a number, alone or in a list.
    private func masked(_ field: JSON.Member, _ masking: Masking) -> JSON {
        if command == RecordVoid.name, field.name == RecordVoid.code.name, voidsPerson {
            return .string(masking.nationalID(field.value.plainText))
        }
        let use = Commands.named(command)?.parameters.first { $0.name == field.name }
        return use.map { field.value.masked(as: $0.kind, masking) } ?? field.value
    }

    /// Whether the code that was voided is a national ID.
    private var voidsPerson: Bool { changes.contains { $0.after == nil && type(of: $0.record).hasPrivateKey } }

    /// Reads what ``json`` wrote; nil when it was not written by this program.
    public init?(json: JSON) {
        guard let number = json["number"]?.integer, let id = json["id"]?.string,
            let at = json["at"]?.string.flatMap(Moment.init(iso:)), let account = json["as"]?.string,
            let station = json["station"]?.string, let command = json["command"]?.string,
            let fields = json["fields"]?.members, let changes = json["changes"]?.list,
            let result = json["result"]?.members, let warnings = json["warnings"]?.list,
            let overrides = json["overrides"].flatMap({ [String]($0) })
        else { return nil }
        self.number = number
        self.id = id
        self.at = at
        self.account = account
        self.sender = json["sender"]?.string
        self.station = station
        self.batch = json["batch"]?.string
        self.batchName = json["batchName"]?.string
        self.command = command
        self.fields = fields
        self.version = json["version"]?.integer
        self.reason = json["reason"]?.string
        self.overrides = overrides
        self.changes = changes.compactMap { Change(json: $0) }
        guard self.changes.count == changes.count else { return nil }
        self.result = result
        self.warnings = warnings
        refusal = json["refusal"].flatMap(Refusal.init(json:))
    }
}

extension Refusal {
    /// As the file keeps it: in an entry that notes a request, and beside a command that came back from a pack.
    public var json: JSON {
        let override = canBeOverridden ? [JSON.Member("override", .bool(true))] : []
        return .object(
            [
                .init("code", .string(code.rawValue)), .init("field", field.json),
                .init("fa", .string(phrase[.persian])), .init("en", .string(phrase[.english])),
            ] + override)
    }

    /// Reads what ``json`` wrote.
    public init?(json: JSON) {
        guard let code = json["code"]?.string, let fa = json["fa"]?.string, let en = json["en"]?.string else {
            return nil
        }
        self.init(RefusalCode(rawValue: code), field: json["field"]?.string, Phrase(fa: fa, en: en))
        canBeOverridden = json["override"] == .bool(true)
    }
}

extension JSON {
    /// Masks what stands in a field of that kind.
    fileprivate func masked(as kind: ParameterKind, _ masking: Masking) -> JSON {
        switch (self, kind) {
        case (.null, _): .null
        case (.list(let items), _): .list(items.map { $0.masked(as: kind, masking) })
        case (.object(let members), .rows(let uses)):
            .object(
                members.map { member in
                    let use = uses.first { $0.name == member.name }
                    return .init(member.name, use.map { member.value.masked(as: $0.kind, masking) } ?? member.value)
                })
        case (_, .nationalID), (_, .nationalIDs): .string(masking.nationalID(plainText))
        case (_, .privateText): .string(masking.mask(plainText))
        case (_, .mobile): .string(masking.mobile(plainText))
        case (_, _) where kind.looksUpPrivateKeys: .string(masking.nationalID(plainText))
        default: self
        }
    }

    /// Masks every national ID and mobile, wherever it stands: a text, a number, a part of a key or of a sentence.
    public func maskedThroughout(_ masking: Masking) -> JSON {
        if masking.isWhole { return self }
        return switch self {
        case .string(let text):
            .string(
                masking.sentence(
                    text.split(separator: "/", omittingEmptySubsequences: false).map(masking.part)
                        .joined(separator: "/")))
        case .integer(let number): masking.part("\(number)") == "\(number)" ? self : .string(masking.part("\(number)"))
        case .list(let values): .list(values.map { $0.maskedThroughout(masking) })
        case .object(let members): .object(members.map { .init($0.name, $0.value.maskedThroughout(masking)) })
        default: self
        }
    }
}

/// What the rules read of the history.
public protocol LedgerRegistry {
    /// The entry of a command's id.
    func entry(_ id: String) throws(DecideError) -> LedgerEntry?
    /// The entries that changed one of these records to a version above `afterVersion`, the oldest first.
    func entries(touching records: [String], afterVersion: Int) throws(DecideError) -> [LedgerEntry]
    /// The entries after a number that changed one of these records, the oldest first.
    func entries(touching records: [String], afterNumber: Int) throws(DecideError) -> [LedgerEntry]
}
