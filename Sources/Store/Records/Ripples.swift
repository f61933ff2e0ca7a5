import Domain
import GRDB
import Persian

/// What else is written anew when a record changes: search texts and places of those that speak of it by name.
///
/// Whatever names a record in a column is found by that record's name too, so the columns that refer to others tell which
/// ones these are; no part of the office is listed here by hand. A group is also found by whoever holds an office of it.
enum Ripples {
    static func recordsSpeaking(ofWhat change: Change, in registry: FileRegistry) throws -> [any Record] {
        let db = registry.db
        switch change.record {
        case let term as Term: return try Group.fetch(db, where: "code = ?", [term.body])
        default: break
        }
        // New records are spoken of by none, and of those taken out nobody speaks.
        guard let before = change.before, let after = change.after, name(before) != name(after) else { return [] }
        var found: [any Record] = []
        for type in RecordKind.allTypes where try Table.of(type.kind).isListed {
            found += try registry.references(from: type, to: change.kind, after.key, owned: true, limit: .max)
        }
        if let person = after as? Person {
            found += try Group.fetch(
                db, where: "code IN (SELECT body FROM terms WHERE person = ?)", [person.nationalID])
        }
        return found
    }

    /// What others call it by.
    private static func name(_ record: any Record) -> String? {
        (record as? Person)?.fullName ?? (record as? any Coded)?.name
    }
}
