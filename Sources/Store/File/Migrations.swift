import Domain
import GRDB
import Persian

/// The steps that bring a file to this version's schema. They only go forward; `user_version` counts them.
enum Migrations {
    /// "KHDM", in the file's header.
    static let applicationID = 0x4B48_444D

    static let steps = [
        Steps.office, Steps.camps, Steps.shortWords, Steps.training, Steps.days, Steps.packs, Steps.arbaeen,
        Steps.congress, Steps.guests, Steps.sessions, Steps.roll, Steps.acts, Steps.liveBoard, Steps.details,
        Steps.order, Steps.redos, Steps.support, Steps.packages, Steps.doubts, Steps.stories,
    ]

    /// Since this step search texts that quote another record are refreshed when that is renamed; those of older files
    /// may be stale.
    private static let firstWithRipples = 15

    private static func refreshAll(_ db: Database) throws {
        for type in RecordKind.allTypes where try Table.of(type.kind).isListed { try refresh(type, db) }
    }

    private static func refresh<R: Record>(_ type: R.Type, _ db: Database) throws {
        for record in try R.fetch(db, where: "1") { try record.refresh(in: db) }
        let table = try Table.of(R.kind).name
        try db.execute(sql: "INSERT INTO \(table)Search (\(table)Search) VALUES ('rebuild')")
    }

    /// Since this step changes of evidence are counted, and by the day what was opened and closed; for older files both
    /// are recomputed from the ledger.
    private static let firstWithDayCounts = 5

    /// Computes the derived columns that came with a later step than the file had taken.
    private static func refreshLater(than done: Int, _ db: Database) throws {
        for part in StoredParts.all {
            for (step, kinds) in part.refreshedSince where done < step {
                for kind in kinds {
                    if let type = RecordKind.type(named: kind.name) { try refresh(type, db) }
                }
            }
        }
    }

    private static func recount(_ db: Database) throws {
        let fresh = try DatabaseQueue()
        try run(on: fresh, path: nil, isNew: true)
        try fresh.write { counted in
            _ = try LedgerReplay.carryOut(db, into: counted) { _ in }
            for table in ["counters", "dayCounts"] {
                try db.execute(sql: "DELETE FROM \(table)")
                for row in try Row.fetchAll(counted, sql: "SELECT * FROM \(table)") {
                    let places = row.map { _ in "?" }.joined(separator: ", ")
                    try db.execute(
                        sql: "INSERT INTO \(table) VALUES (\(places))",
                        arguments: StatementArguments(row.databaseValues))
                }
            }
        }
    }

    /// Takes the steps that the file has not taken yet.
    static func run(_ steps: [String] = steps, on queue: DatabaseQueue, path: String?, isNew: Bool) throws {
        if let path, !isNew { try Backup.keepCopy(of: queue, path: path, label: "before-update") }
        try queue.write { db in
            // Another process may have done it meanwhile.
            let done = max(0, try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0)
            for step in steps.dropFirst(done) { try db.execute(sql: step) }
            if !isNew, steps.count >= firstWithRipples {
                do {
                    if done < firstWithDayCounts { try recount(db) }
                } catch let error as StoreError where error.reason == .damaged {
                    // The file opens nevertheless, and `verify` names the entries that cannot be read.
                }
                if done < firstWithRipples { try refreshAll(db) } else { try refreshLater(than: done, db) }
            }
            try db.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(steps.count)")
        }
    }
}

/// The SQL of each step. Whatever can be a constraint of the database is one.
///
/// Files in use have run these steps, so a step is never edited, nor built by helpers that might be: a later step mends
/// what an earlier one did badly.
enum Steps {}
