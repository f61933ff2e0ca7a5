import Domain
import GRDB
import Persian

/// Records to refresh when others of a kind change that none of their own columns names.
struct Ripple: Sendable {
    let kind: RecordKind
    let records: @Sendable (Change, Database) throws -> [any Record]

    /// - Parameter records: the records to refresh, given the changed one before and after.
    init<R: Record>(
        _ type: R.Type, _ records: @escaping @Sendable (_ before: R?, _ after: R?, Database) throws -> [any Record]
    ) {
        kind = R.kind
        self.records = { try records($0.before as? R, $0.after as? R, $1) }
    }
}

/// Finds what else to refresh when a record changes: the search texts and name orders that quote its name.
///
/// A record is also found by the names of those it refers to, so the columns that refer to others tell which to
/// refresh; parts declare the rest.
enum Ripples {
    static func recordsSpeaking(ofWhat change: Change, in registry: FileRegistry) throws -> [any Record] {
        var found: [any Record] = []
        // Nothing refers to a new record yet, nor to one that was removed.
        if let before = change.before, let after = change.after {
            let called = try Table.of(change.kind).called
            if called(before) != called(after) {
                for type in RecordKind.allTypes where try Table.of(type.kind).isListed {
                    found += try registry.references(
                        from: type, to: change.kind, after.key, .all, limit: .max)
                }
            }
        }
        for ripple in StoredParts.ripples[change.kind.name] ?? [] {
            found += try ripple.records(change, registry.db)
        }
        return found
    }
}
