import Persian

/// `{"command":"record.void","kind":"group","code":"Q-0007","reason":"ثبت دوباره"}`: takes a record, and what is
/// part of it, out of the lists and counts. The ledger keeps it.
public struct RecordVoid: Command {
    public static let name = "record.void"
    public static let title = Phrase(fa: "باطل کردن رکورد", en: "void a record")
    private static let kindPhrase = Phrase(fa: "نوع رکورد", en: "kind")
    static let kind = Parameter<String>(
        name: "kind", phrase: kindPhrase,
        kind: .choice(kinds.map { ParameterChoice(value: $0.kind.name, phrase: $0.kind.phrase) })
    ) { (json) throws(Refusal) in try kindName(json) }
    static let code = Parameter<String>.text("code", Phrase(fa: "شناسه", en: "code"))
    public static let parameters = [kind.required, code.required, EnvelopeParameters.reason.required]

    private static let kinds = RecordKind.allTypes.filter { $0.canBeVoided }

    private let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `unknown-value` for the kind, `not-found`, `stale`, `wrong-state` while something refers to it, what
    ///   `checkVoid(beside:in:)` of its parts and its own refuses, `needs-second-person` for an account that has asked
    ///   before.
    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let name = try given.require(Self.kind)
        guard let type = RecordKind.type(named: name) else { throw .refused(Self.unknownKind(name)) }
        return try void(type, envelope, in: registry)
    }

    /// The JSON name of a kind that may be voided, from that name or from the word for it in either language.
    private static func kindName(_ json: JSON) throws(Refusal) -> String? {
        let word = cleaned(json.plainText)
        if json.string != nil, word.isEmpty { return nil }
        let kind = kinds.map { $0.kind }.first { kind in
            [kind.name, kind.phrase.fa, kind.phrase.en].contains { $0.folded() == word.folded() }
        }
        guard json.string != nil, let kind else { throw unknownKind(word) }
        return kind.name
    }

    private static func unknownKind(_ name: String) -> Refusal {
        let known = kinds.map { $0.kind.phrase }.listed()
        return .unknown("kind", kindPhrase, value: name, accepted: known)
    }

    private func void<R: Record>(
        _ type: R.Type, _ envelope: Envelope, in registry: some Registry
    ) throws(DecideError) -> Decision {
        let record = try registry.existing(type, meantBy: given.require(Self.code), field: "code")
        try envelope.check(versionOf: record, in: registry)
        let parts = try registry.parts(of: record)
        let moving = Set(parts.map { $0.id } + [record.id])
        for part in parts { try part.checkVoid(beside: moving, in: registry) }
        try record.checkVoid(beside: moving, in: registry)
        var decision = Decision(envelope)
        if let noted = record.notedVoid(by: envelope.account) {
            guard noted.isNew else { throw .refused(noted.refusal) }
            decision.note(noted.refusal, on: record) { $0 = noted.record }
            return decision
        }
        decision.answer("kind", .string(R.kind.name))
        decision.answer("code", .string(record.key))
        let voided = parts.map { Change.voided($0) } + [.voided(record)]
        let consequences = try Consequences(of: voided, on: envelope.day, in: registry)
        for change in consequences.changes { decision.take(change) }
        consequences.tell(&decision)
        return decision
    }
}

extension Registry {
    /// What is part of a record and leaves with it, each before those it refers to.
    ///
    /// - Throws: `wrong-state` when something else refers to the record, or to one of its parts.
    fileprivate func parts(of record: any Record) throws(DecideError) -> [any Record] {
        var moving: [any Record] = [record]
        var ids: Set<String> = [record.id]
        var next = 0
        while next < moving.count {
            let owner = moving[next]
            next += 1
            // Nothing ever refers to most kinds of part.
            guard next == 1 || RecordKind.isReferredTo(type(of: owner).kind) else { continue }
            for part in try references(to: owner, .parts, limit: .max) where ids.insert(part.id).inserted {
                moving.append(part)
            }
        }
        for owner in moving where owner.id == record.id || RecordKind.isReferredTo(type(of: owner).kind) {
            // Of what refers to it some may leave with it.
            let users = try references(to: owner, .users, limit: moving.count + 4).filter { !ids.contains($0.id) }
            if !users.isEmpty { throw .refused(try Refusal.inUse(record, by: users, in: self)) }
        }
        return moving.dropFirst().inOrderOfLeaving
    }
}

extension Record {
    /// Whether the key of another record stands in one of its columns.
    fileprivate func refers(to other: any Record) -> Bool {
        let kind = type(of: other).kind
        return Self.columns.contains { column in
            column.refersTo.contains(kind) && column.keys(self).contains(other.key)
        }
    }
}

extension RecordKind {
    /// The kinds whose keys stand in columns of others.
    private static let referredTo: Set<RecordKind> = allTypes.reduce(into: []) { kinds, type in
        kinds.formUnion(columnKinds(type))
    }

    private static func columnKinds<R: Record>(_ type: R.Type) -> [RecordKind] { R.columns.flatMap(\.refersTo) }

    fileprivate static func isReferredTo(_ kind: RecordKind) -> Bool { referredTo.contains(kind) }
}

extension Sequence where Element == any Record {
    /// Each before the records that it refers to; else as they stand. Records do not refer to each other in a circle, save
    /// bodies to one above them, which are no parts.
    fileprivate var inOrderOfLeaving: [any Record] {
        var left = Array(self)
        let kinds = Set(left.map { type(of: $0).kind })
        guard kinds.contains(where: RecordKind.isReferredTo) else { return left }
        var ordered: [any Record] = []
        while !left.isEmpty {
            let free = left.filter { record in !left.contains { $0.id != record.id && $0.refers(to: record) } }
            if free.isEmpty { return ordered + left }
            let ids = Set(free.map { $0.id })
            ordered += free
            left.removeAll { ids.contains($0.id) }
        }
        return ordered
    }
}

extension Refusal {
    fileprivate static func inUse(
        _ record: any Record, by users: [any Record], in registry: some Registry
    ) throws(DecideError) -> Refusal {
        let title = try record.title(in: registry)
        var titles: [Phrase] = []
        for user in users.prefix(3) { titles.append(try user.title(in: registry)) }
        let (names, more) = (titles.listed(), users.count > 3)
        return Refusal(
            .wrongState, field: "code",
            Phrase(
                fa:
                    "\(title) را نمی‌توان باطل کرد، زیرا به کار رفته است: \(names)\(more ? "، …" : "")؛ نخست این‌ها را جدا یا باطل کنید.",
                en:
                    "\(title.capitalisedFirst) cannot be voided, it is in use: \(names)\(more ? ", …" : ""); detach or void these first."
            ))
    }
}
