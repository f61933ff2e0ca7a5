import Domain
import GRDB

/// Totals of the evidence of groups' activity from all parts, updated in the transaction that changes the records.
enum EvidenceTable {
    /// Subtracts what the record was evidence of and adds what it is now.
    static func apply(_ change: Change, in registry: FileRegistry) throws {
        for source in ActivitySources.all {
            try add(change.before, source, sign: -1, registry)
            try add(change.after, source, sign: 1, registry)
        }
    }

    private static func add(
        _ record: (any Record)?, _ source: any ActivitySource.Type, sign: Int, _ registry: FileRegistry
    ) throws {
        guard let record else { return }
        let statement = try registry.db.cachedStatement(
            sql: """
                INSERT INTO activity ("group", month, source, count) VALUES (?1, ?2, ?3, ?4)
                ON CONFLICT ("group", month, source) DO UPDATE SET count = count + ?4
                """)
        for item in try source.evidence(of: record, in: registry) {
            try statement.execute(
                arguments: [item.group, item.month.number, item.source, sign * item.count])
        }
    }
}
