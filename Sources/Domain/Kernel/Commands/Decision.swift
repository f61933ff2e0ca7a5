import Persian

/// What a command comes to: changes, the answer's result, warnings, and the rules a reason overrode.
public struct Decision: Sendable {
    public private(set) var changes: [Change] = []
    /// What the answer echoes beside the identifying and changed columns of the first record.
    public private(set) var result: [JSON.Member] = []
    public private(set) var warnings: [Warning] = []
    public private(set) var overrides: [Refusal] = []
    /// Why only a note was made, and what is still needed: the changes are kept and the sender is refused.
    public private(set) var refusal: Refusal?
    let envelope: Envelope
    /// How many new records there are.
    private var added = 0

    init(_ envelope: Envelope) { self.envelope = envelope }

    /// Adds a new record. Its id comes from the command's id and how many the decision made before it.
    ///
    /// - Parameter former: the record whose place it takes; its version goes on from there.
    mutating func add<R: Record>(_ record: R, inPlaceOf former: R? = nil) {
        var record = record
        added += 1
        record.id = "\(envelope.id).\(added)"
        record.version = (former?.version ?? 0) + 1
        echo(record, before: nil as R?)
        changes.append(.new(record))
    }

    /// Changes a record; nothing is written when it stays as it was.
    ///
    /// - Parameters:
    ///   - silently: not what the command is about, so the answer does not echo it.
    ///   - evenIfSame: what is said again is said later, which decides between two stations.
    mutating func amend<R: Record>(
        _ before: R, silently: Bool = false, evenIfSame: Bool = false, _ change: (inout R) -> Void
    ) {
        var after = before
        change(&after)
        if after != before || evenIfSame {
            after.version = before.version + 1
            changes.append(.amended(before, after))
        }
        if !silently { echo(after, before: before) }
    }

    mutating func void<R: Record>(_ record: R) {
        echo(record, before: record)
        changes.append(.voided(record))
    }

    /// Takes a change as it is, for `ledger.undo`.
    mutating func take(_ change: Change) { changes.append(change) }

    mutating func answer(_ name: String, _ value: JSON) {
        result.removeAll { $0.name == name }
        result.append(.init(name, value))
    }

    /// Notes a request on a record and answers with a refusal. What was only asked for raises no version: whoever is to
    /// agree saw the record as it is.
    mutating func note<R: Record>(_ refusal: Refusal, on before: R, _ change: (inout R) -> Void) {
        var after = before
        change(&after)
        changes.append(.amended(before, after))
        self.refusal = refusal
    }

    mutating func warn(_ warning: Warning) { warnings.append(warning) }

    /// Goes on when a supervisor or administrator gave a reason, which the ledger keeps; else refuses.
    mutating func override(_ refusal: Refusal) throws(DecideError) {
        guard envelope.reason != nil, envelope.role == .supervisor || envelope.role == .administrator else {
            var refusal = refusal
            refusal.canBeOverridden = true
            throw .refused(refusal)
        }
        overrides.append(refusal)
    }

    /// The first record's identifying and changed columns are the answer, as the sender may read them.
    private mutating func echo<R: Record>(_ after: R, before: R?) {
        guard result.isEmpty else { return }
        let masking = Masking(for: envelope.role)
        let masked = masking.isWhole ? nil : after.json(masking)
        for column in R.columns {
            let value = column.read(after)
            if column.identifies || value != (before.map(column.read) ?? .null) {
                result.append(.init(column.name, masked?[column.name] ?? value))
            }
        }
        result.append(.init("version", .integer(after.version)))
    }
}
