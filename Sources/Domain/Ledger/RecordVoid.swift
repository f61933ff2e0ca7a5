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
    public static let parameters = [kind.required, code.required, GroupParameters.reason.required]

    /// Staff are disabled, settings changed back and packs recalled; none is ever voided.
    private static let kinds: [any Record.Type] =
        GroupsPart.records + CampsPart.records + TrainingPart.records + CongressPart.records
        + GuestsPart.records + RollPart.records + ArbaeenPart.records

    private let given: Given
    public init(_ given: Given) { self.given = given }

    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let name = try given.require(Self.kind)
        guard let type = RecordKind.type(named: name) else { throw .refused(Self.unknownKind(name)) }
        return try void(type, envelope, in: registry)
    }

    /// The JSON name of a kind that may be voided, from that name or from the Persian word.
    private static func kindName(_ json: JSON) throws(Refusal) -> String? {
        let word = cleaned(json.plainText)
        if json.string != nil, word.isEmpty { return nil }
        let kind = kinds.map { $0.kind }.first { $0.name == word || $0.phrase.fa.folded() == word.folded() }
        guard let kind else { throw unknownKind(word) }
        return kind.name
    }

    private static func unknownKind(_ name: String) -> Refusal {
        let known = kinds.map { Phrase(fa: $0.kind.phrase.fa, en: $0.kind.name) }.listed()
        return .unknown("kind", kindPhrase, value: name, accepted: known)
    }

    private func void<R: Record>(
        _ type: R.Type, _ envelope: Envelope, in registry: some Registry
    ) throws(DecideError) -> Decision {
        let given = try given.require(Self.code)
        let asGiven = try registry.find(type, key: given)
        let record = if let asGiven { asGiven } else { try registry.existing(type, normalisedKey(given)) }
        try envelope.check(versionOf: record, in: registry)
        let strangers = try registry.references(to: record, owned: false, limit: 4)
        if !strangers.isEmpty {
            let title = try record.title(in: registry)
            var titles: [Phrase] = []
            for stranger in strangers.prefix(3) { titles.append(try stranger.title(in: registry)) }
            let names = titles.listed()
            let more = strangers.count > 3 ? "، …" : ""
            throw .refused(
                Refusal(
                    .wrongState, field: "code",
                    Phrase(
                        fa:
                            "\(title.fa) را نمی‌توان باطل کرد، زیرا به کار رفته است: \(names.fa)\(more)؛ نخست این‌ها را جدا یا باطل کنید.",
                        en:
                            "\(title.en.capitalisedFirst) cannot be voided, it is in use: \(names.en)\(more); detach or void these first."
                    )))
        }
        try record.checkVoid(in: registry)
        var decision = Decision(envelope)
        if let incident = record as? Incident, let noted = incident.notedVoid(by: envelope.account) {
            guard noted.isNew else { throw .refused(noted.refusal) }
            decision.amend(incident) { $0.voidAskedBy = envelope.account }
            decision.note(noted.refusal)
            return decision
        }
        decision.answer("kind", .string(R.kind.name))
        decision.answer("code", .string(record.key))
        for part in try registry.references(to: record, owned: true, limit: .max) { decision.take(.voided(part)) }
        decision.void(record)
        let freed = try FreedSeats(by: decision.changes, on: envelope.day, in: registry)
        for change in freed.changes.dropFirst(decision.changes.count) { decision.take(change) }
        freed.tell(&decision)
        return decision
    }

    private func normalisedKey(_ text: String) -> String {
        (try? NationalID(text))?.digits ?? normalisedCode(text) ?? text
    }
}
