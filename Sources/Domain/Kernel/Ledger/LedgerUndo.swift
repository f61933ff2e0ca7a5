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

    private let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `not-found`, `not-permitted`, `wrong-state` for what can never be undone, `overlap` where the same
    ///   records were changed later; then for each change `overlap`, `not-found`, and what the record's own checks
    ///   refuse.
    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let id = try given.require(Self.undo).lowercased()
        let kind = RecordKind("command", Phrase(fa: "فرمان", en: "command"))
        guard let entry = try registry.entry(id) else { throw .refused(.notFound(kind, id, field: "undo")) }
        try Self.check(entry, mayBeUndoneBy: envelope, in: registry)
        let later = try registry.entries(touching: entry.changes.map(\.record.id), afterNumber: entry.number)
        if let last = later.standing.last { throw .refused(try Self.touched(entry, by: last, in: registry)) }

        let all = later.flatMap(\.changes)
        let reversed = entry.changes.reversed().map { change in
            change.reversed(since: all.last { $0.record.id == change.record.id } ?? change)
        }
        for change in reversed { try change.check(beside: reversed, in: registry) }
        let consequences = try Consequences(of: reversed, on: envelope.day, in: registry)
        var decision = Decision(envelope)
        for change in consequences.changes { decision.take(change) }
        decision.answer("undone", .string(entry.command))
        consequences.tell(&decision)
        decision.answer("records", .list(entry.changes.map { .string($0.record.key) }))
        let what = try entry.headline(in: registry)
        decision.answer("what", .object([.init("fa", .string(what[.persian])), .init("en", .string(what[.english]))]))
        return decision
    }

    /// The undo of an undo does again what the first command did: its sender needs that one's permission.
    private static func check(
        _ entry: LedgerEntry, mayBeUndoneBy envelope: Envelope, in registry: some Registry
    ) throws(DecideError) {
        let original = try entry.original(in: registry)
        if let command = Commands.named(original.command), !envelope.role.maySend(command) {
            throw .refused(.notPermitted(envelope.account, envelope.role, command))
        }
        guard original.canBeUndone, entry.canBeUndone else { throw .refused(try never(original, in: registry)) }
    }

    private static func never(_ entry: LedgerEntry, in registry: some Registry) throws(DecideError) -> Refusal {
        let what = try entry.headline(in: registry)
        return Refusal(
            .wrongState, field: "undo",
            Phrase(
                fa: "«\(what)» بازگرداندنی نیست؛ اگر اشتباه بوده، با فرمانی تازه آن را درست کنید.",
                en: "“\(what)” can never be undone; if it was a mistake, set it right with a new command."))
    }

    private static func touched(
        _ entry: LedgerEntry, by later: LedgerEntry, in registry: some Registry
    ) throws(DecideError) -> Refusal {
        let what = try entry.headline(in: registry)
        let since = try later.headline(in: registry)
        let day = later.at.display
        return Refusal(
            .overlap, field: "undo",
            Phrase(
                fa:
                    "«\(what)» را دیگر نمی‌توان بازگرداند: \(later.account) پس از آن، در \(day(.persian))، همان را تغییر داده است («\(since)»)؛ نخست آن را بازگردانید.",
                en:
                    "“\(what)” can no longer be undone: \(later.account) changed the same after it, on \(day(.english)) (“\(since)”); undo that first."
            ))
    }
}

extension [LedgerEntry] {
    /// Those that were not themselves undone since, the oldest first. A command and its undo come to nothing.
    var standing: [LedgerEntry] {
        var undone: Set<String> = []
        var standing: [LedgerEntry] = []
        for entry in reversed() where !undone.contains(entry.id) {
            if let id = entry.undoneID, contains(where: { $0.id == id }) {
                undone.insert(id)
            } else {
                standing.append(entry)
            }
        }
        return standing.reversed()
    }
}

extension LedgerEntry {
    /// Whether it recorded or voided what nobody takes back alone.
    fileprivate var isFinal: Bool {
        changes.contains { ($0.before == nil || $0.after == nil) && $0.record.isNeverTakenBack }
    }

    /// Whether it may be tried to take it back: nobody ever takes back a check-in or a death.
    public var canBeUndone: Bool { Commands.named(command)?.canBeUndone == true && !isFinal }

    /// Whether there is anything to take back, and somebody of a role may ever do so. What a supervisor did by a reason,
    /// beyond the supervisors' own commands, is not for supervisors to undo: that right is for an obstacle, and undoing has
    /// none.
    ///
    /// - Throws: what the store reports.
    public func mayEverBeUndone(by role: Role, in registry: some Registry) throws(DecideError) -> Bool {
        let original = try original(in: registry)
        guard !changes.isEmpty, canBeUndone, original.canBeUndone, let command = Commands.named(original.command) else {
            return false
        }
        return role.maySend(command)
    }

    /// The id of the command that this one undid; nil when it is no undo.
    public var undoneID: String? {
        guard command == LedgerUndo.name else { return nil }
        return fields.first { $0.name == LedgerUndo.undo.name }?.value.string?.lowercased()
    }
}
