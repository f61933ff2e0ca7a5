import Persian

/// `{"command":"ledger.undo","undo":"the command's id"}`: puts back what one command changed, if nothing later
/// touched the same records.
public struct LedgerUndo: Command {
    public static let name = "ledger.undo"
    public static let title = Phrase(fa: "بازگرداندن", en: "undo")
    /// Whoever may send a command may undo it.
    public static let roles = Set(Role.allCases)
    static let undo = Parameter<String>.text("undo", Phrase(fa: "شناسه فرمان", en: "the command's id"))
    public static let parameters = [undo.required]

    private let given: Given
    public init(_ given: Given) { self.given = given }

    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let id = try given.require(Self.undo).lowercased()
        let kind = RecordKind("command", Phrase(fa: "فرمان", en: "command"))
        guard let entry = try registry.entry(id) else { throw .refused(.notFound(kind, id, field: "undo")) }
        try Self.checkUndoable(entry, envelope)
        let ids = entry.changes.map(\.record.id)
        if let later = try registry.entries(touching: ids, afterNumber: entry.number).first {
            throw .refused(Self.touched(entry, by: later))
        }
        for change in entry.changes where change.before == nil {
            let strangers = try registry.references(to: change.record, owned: true, limit: entry.changes.count + 1)
                .filter { !ids.contains($0.id) }
            if let stranger = strangers.first { throw .refused(Self.inUse(change.record, by: stranger)) }
        }
        var decision = Decision(envelope)
        for change in entry.changes.reversed() { decision.take(change.reversed) }
        decision.answer("undone", .string(entry.command))
        decision.answer("records", .list(entry.changes.map { .string($0.record.key) }))
        return decision
    }

    private static func checkUndoable(_ entry: LedgerEntry, _ envelope: Envelope) throws(DecideError) {
        guard let command = Commands.named(entry.command), command.canBeUndone else {
            throw .refused(
                Refusal(
                    .wrongState, field: "undo",
                    Phrase(
                        fa: "«\(entry.title.fa)» بازگرداندنی نیست؛ اگر اشتباه بوده، با فرمانی تازه آن را درست کنید.",
                        en:
                            "“\(entry.title.en)” can never be undone; if it was a mistake, set it right with a new command."
                    )))
        }
        guard envelope.role == .administrator || command.roles.contains(envelope.role) else {
            throw .refused(.notPermitted(envelope.account, envelope.role, command))
        }
    }

    private static func touched(_ entry: LedgerEntry, by later: LedgerEntry) -> Refusal {
        Refusal(
            .overlap, field: "undo",
            Phrase(
                fa:
                    "«\(entry.title.fa)» را دیگر نمی‌توان بازگرداند: \(later.account) پس از آن با «\(later.title.fa)» (\(later.id)) همان رکورد را تغییر داده است؛ نخست آن را بازگردانید.",
                en:
                    "“\(entry.title.en)” can no longer be undone: \(later.account) changed the same record after it with “\(later.title.en)” (\(later.id)); undo that first."
            ))
    }

    private static func inUse(_ record: any Record, by stranger: any Record) -> Refusal {
        Refusal(
            .overlap, field: "undo",
            Phrase(
                fa:
                    "\(record.label.fa) را نمی‌توان برداشت: \(stranger.label.fa) به آن وابسته است؛ نخست آن را بازگردانید.",
                en:
                    "The \(record.label.en) cannot be taken back: the \(stranger.label.en) depends on it; undo that first."
            ))
    }
}

extension Change {
    /// The change that puts the record back. Versions only ever rise.
    var reversed: Change {
        switch (before, after) {
        case (let before?, let after?): .amended(after, before.with(version: after.version + 1))
        case (nil, let after?): .voided(after)
        case (let before?, nil): .new(before.with(version: before.version + 1))
        case (nil, nil): self
        }
    }
}

extension Record {
    func with(version: Int) -> Self {
        var record = self
        record.version = version
        return record
    }
}
