import Domain
import GRDB
import Persian

/// What is written anew when records of a kind change, though no column of its own names them.
struct Ripple: Sendable {
    let kind: RecordKind
    let records: @Sendable (Change, Database) throws -> [any Record]

    /// - Parameter records: what it is, given the record before and after.
    init<R: Record>(
        _ type: R.Type, _ records: @escaping @Sendable (_ before: R?, _ after: R?, Database) throws -> [any Record]
    ) {
        kind = R.kind
        self.records = { try records($0.before as? R, $0.after as? R, $1) }
    }
}

/// What else is written anew when a record changes: search texts and places of those that speak of it by name.
///
/// Whatever names a record in a column is found by that record's name too, so the columns that refer to others tell which
/// ones these are; parts declare the rest.
enum Ripples {
    static func recordsSpeaking(ofWhat change: Change, in registry: FileRegistry) throws -> [any Record] {
        var found: [any Record] = []
        // New records are spoken of by none, and of those taken out nobody speaks.
        if let before = change.before, let after = change.after {
            let called = try Table.of(change.kind).called
            if called(before) != called(after) {
                for type in RecordKind.allTypes where try Table.of(type.kind).isListed {
                    found += try registry.references(
                        from: type, to: change.kind, after.key, owned: true, limit: .max)
                }
            }
        }
        for ripple in StoredParts.ripples[change.kind.name] ?? [] {
            found += try ripple.records(change, registry.db)
        }
        return found
    }
}
