import Domain
import GRDB
import Persian

/// What the file keeps of a part of the office, and what else changes there with its records.
struct StoredPart: Sendable {
    let part: Part
    /// Where its records stand.
    let tables: [TableOf]
    /// The kinds that the first screen reads.
    var first: [RecordKind] = []
    /// Whose numbers are kept by the day.
    var dayCounts: [DayCount] = []
    /// Which of its records are written anew when others change that they name in no column of theirs.
    var ripples: [Ripple] = []
    /// Tables that the ledger does not give.
    var given: Set<String> = []
    /// What is wrong with these.
    var problems: @Sendable (Database) throws -> [Phrase] = { _ in [] }

    /// The table of a kind, put together when it is first asked for: a start needs a few of them.
    struct TableOf: Sendable {
        let kind: RecordKind
        let table: @Sendable () -> Table

        static func of<R: Record>(_ type: R.Type, _ table: @escaping @Sendable () -> Table) -> TableOf {
            TableOf(kind: R.kind, table: table)
        }
    }
}

/// Every part of the office, in the order of ``Parts``. A new one is told to the file by a line here.
enum StoredParts {
    static let all: [StoredPart] = [
        .groups, .people, .camps, .needs, .training, .congress, .arbaeen, .staff, .packs,
    ]

    /// By the kind's name.
    static let tables = Dictionary(
        uniqueKeysWithValues: all.flatMap(\.tables).map { ($0.kind.name, $0.table) })
    static let dayCounts = Dictionary(grouping: all.flatMap(\.dayCounts)) { $0.kind.name }
    static let ripples = Dictionary(grouping: all.flatMap(\.ripples)) { $0.kind.name }
}
