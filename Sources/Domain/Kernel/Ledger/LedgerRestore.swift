import Persian

/// `{"command":"ledger.restore","from":"1203:9f…","to":"1180:44…","backup":"qom.db"}`: notes in a restored ledger which
/// last entry, by number and hash, gave way to which. `khedmat restore` writes it.
public struct LedgerRestore: Command {
    public static let name = "ledger.restore"
    public static let title = Phrase(fa: "بازگرداندن پشتیبان", en: "restore a backup")
    public static let roles: Set<Role> = []
    /// It notes what happened.
    public static let canBeUndone = false
    static let from = Parameter<String>.text(
        "from", Phrase(fa: "رویداد پایانی پیشین", en: "former last entry"), limit: 100)
    static let to = Parameter<String>.text(
        "to", Phrase(fa: "رویداد پایانی پشتیبان", en: "last entry of the backup"), limit: 100)
    static let backup = Parameter<String>.text(
        "backup", Phrase(fa: "نام پشتیبان", en: "name of the backup"), limit: 200)
    public static let parameters = [from.clearable, to.required, backup.required]

    private let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `missing-value`.
    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        var decision = Decision(envelope)
        if let from = given[Self.from] { decision.answer("from", .string(from)) }
        decision.answer("to", .string(try given.require(Self.to)))
        return decision
    }
}

extension Refusal {
    /// `other-office`: a backup that is not of the office that is there.
    public static func otherOffice(_ source: String, _ path: String) -> Refusal {
        Refusal(
            RefusalCode(rawValue: "other-office"),
            Phrase(
                fa:
                    "\(source) پشتیبان دفتر دیگری است: دفتر آن با رویداد دیگری آغاز می‌شود تا دفتر \(path). اگر همین را می‌خواهید، --other-office را بیفزایید.",
                en:
                    "\(source) is a backup of another office: its ledger begins with another entry than that of \(path). If that is what you want, add --other-office."
            ))
    }
}
