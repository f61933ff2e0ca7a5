import Persian

/// What surrounds a command: who sends it, when, from where, and what they were looking at.
public struct Envelope: Sendable {
    /// A UUID (version 7 when it was filled in). One that was carried out is never carried out again.
    public var id: String
    public var at: Moment
    /// On whose behalf, and that account's role.
    public var account: String
    public var role: Role
    /// The administrator who sent it on another's behalf; nil when people send their own.
    public var sender: String?
    /// The machine it was made on.
    public var station: String
    /// The version of the record that the sender was looking at.
    public var version: Int?
    /// Why, in the sender's words: with it a supervisor or administrator overrides a rule that allows it.
    public var reason: String?
    /// Shared by the commands of one import.
    public var batch: String?
    /// What people call that import: the sheet's or the pack's name.
    public var batchName: String?
    /// The office's time zone.
    public var zone: Zone
    /// Where it comes from, when it was given elsewhere.
    public var origin: Origin?

    public init(
        id: String, at: Moment, account: String, role: Role, sender: String? = nil, station: String,
        version: Int? = nil, reason: String? = nil, batch: String? = nil, batchName: String? = nil,
        zone: Zone = .tehran, origin: Origin? = nil
    ) {
        self.id = id
        self.at = at
        self.account = account
        self.role = role
        self.sender = sender
        self.station = station
        self.version = version
        self.reason = reason
        self.batch = batch
        self.batchName = batchName
        self.zone = zone
        self.origin = origin
    }

    /// The office's day on which it was sent.
    public var day: Day { at.day(in: zone) }

    /// Refuses as `stale` when the record was changed since the sender looked at it.
    ///
    /// - Returns: whether the command may take the place of one of another station; see ``check(_:unseenBy:in:)``.
    @discardableResult
    func check<R: Record>(versionOf record: R, in registry: some Registry) throws(DecideError) -> Bool {
        try check(versionOf: record, after: nil, in: registry)
    }

    /// - Parameter former: the record whose place this one took, from which it differs in what was changed.
    @discardableResult
    func check<R: Record>(
        versionOf record: R, after former: R?, in registry: some Registry
    ) throws(DecideError) -> Bool {
        if let origin { return try check(record, unseenBy: origin, in: registry) }
        guard let version, version < record.version else { return false }
        let since = try registry.entries(touching: [record.id], afterVersion: version)
        throw .refused(try stale(record, after: former, since, in: registry))
    }

    func stale<R: Record>(
        _ record: R, after former: R? = nil, _ since: [LedgerEntry], in registry: some Registry
    ) throws(DecideError) -> Refusal {
        let title = try record.title(in: registry)
        var changed: [Phrase] = []
        for change in since.flatMap(\.changes) where change.record.id == record.id {
            guard let after = change.after as? R else { continue }
            changed += after.differences(from: change.before as? R ?? former).map(\.phrase)
        }
        let what = changed.isEmpty ? Phrase(fa: "آن", en: "it") : Set(changed).sorted { $0.en < $1.en }.listed()
        let accounts = Set(since.map(\.account)).sorted().map { Phrase(fa: $0, en: $0) }
        let who = accounts.isEmpty ? Phrase(fa: "دیگری", en: "someone else") : accounts.listed()
        let when = since.last.map { $0.at.day(in: zone) } ?? day
        return Refusal(
            .stale,
            Phrase(
                fa:
                    "\(title) پس از آن که دیدید تغییر کرده است: \(who) در \(when.jalaliText(.persian)) این را عوض کرد: \(what). اکنون نسخه \(persianDigits(record.version)) است؛ آن را ببینید و دوباره بفرستید.",
                en:
                    "\(title.capitalisedFirst) was changed after you looked at it: \(who) changed \(what) on \(when.jalaliText(.english)). It is now version \(record.version); look at it and send again."
            ))
    }
}

/// What any command may bring along beside its own fields.
public enum EnvelopeParameters {
    /// Why, in words: what only has figures is a code that a scanner sent, and no reason.
    public static let reason = Parameter<String>(
        name: text.name, phrase: text.phrase, kind: text.kind
    ) { (json) throws(Refusal) in
        guard let reason = try text.read(json) else { return nil }
        guard reason.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) else {
            throw .unknown(
                text.name, text.phrase, value: reason, accepted: Phrase(fa: "علتی به واژه", en: "a reason in words"))
        }
        return reason
    }
    private static let text = Parameter<String>.text("reason", Phrase(fa: "علت", en: "reason"), limit: 1000)
}
