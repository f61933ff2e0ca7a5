import Persian

/// What else changes when records are voided or put back: seats that come free for those who wait, the report beneath a
/// correction. `record.void` and `ledger.undo` ask every part for it.
protocol Consequence: Sendable {
    /// - Parameter changes: what is to be changed and does not stand in the registry yet.
    init(of changes: [Change], on day: Day, in registry: some Registry) throws(DecideError)
    /// What was to be changed, with what follows of it.
    var changes: [Change] { get }
    /// Tells of it in the answer.
    func tell(_ decision: inout Decision)
}

extension Consequence {
    func tell(_ decision: inout Decision) {}
}

/// What follows, by the rules of every part.
struct Consequences {
    let changes: [Change]
    private let all: [any Consequence]

    init(of changes: [Change], on day: Day, in registry: some Registry) throws(DecideError) {
        var (changes, all) = (changes, [any Consequence]())
        for type in Parts.all.flatMap(\.consequences) {
            let consequence = try type.init(of: changes, on: day, in: registry)
            changes = consequence.changes
            all.append(consequence)
        }
        (self.changes, self.all) = (changes, all)
    }

    func tell(_ decision: inout Decision) {
        for consequence in all { consequence.tell(&decision) }
    }
}
