import Domain
import GRDB
import Persian

/// How a part of the office is stored: its tables, and what else changes with its records.
struct StoredPart: Sendable {
    let part: Part
    /// The tables of its records.
    let tables: [TableOf]
    /// The kinds that the first screen reads.
    var first: [RecordKind] = []
    /// What is counted by the day.
    var dayCounts: [DayCount] = []
    /// Which of its records to refresh when others change that they name in no column.
    var ripples: [Ripple] = []
    /// What follows a change of its records in other tables, where no trigger can tell.
    var followers: [@Sendable (Change, FileRegistry) throws -> Void] = []
    /// Kinds whose derived columns are computed for former files, by the number of the step that brought the columns.
    var refreshedSince: [Int: [RecordKind]] = [:]
    /// Tables that the ledger does not determine.
    var given: Set<String> = []
    /// Checks these for ``OfficeFile/verify(since:masking:_:)``.
    var problems: @Sendable (Database) throws -> [Phrase] = { _ in [] }

    /// The table of a kind, built when it is first needed: a start needs a few of them.
    struct TableOf: Sendable {
        let kind: RecordKind
        let table: @Sendable () -> Table

        static func of<R: Record>(_ type: R.Type, _ table: @escaping @Sendable () -> Table) -> TableOf {
            TableOf(kind: R.kind, table: table)
        }
    }
}

/// Every part of the office, in the order of ``Parts``. A new one is registered with the store by a line here.
enum StoredParts {
    static let all: [StoredPart] =
        [
            .groups, .people, .camps, .needs, .training, .congress, .arbaeen, .support, .packages, .stories, .staff,
            .packs,
        ] + trial

    /// See ``Parts/trial``.
    nonisolated(unsafe) static var trial: [StoredPart] = []

    /// By the kind's name.
    static let tables = Dictionary(
        uniqueKeysWithValues: all.flatMap(\.tables).map { ($0.kind.name, $0.table) })
    static let dayCounts = Dictionary(grouping: all.flatMap(\.dayCounts)) { $0.kind.name }
    static let followers = all.flatMap(\.followers)
    static let ripples = Dictionary(grouping: all.flatMap(\.ripples)) { $0.kind.name }
}
