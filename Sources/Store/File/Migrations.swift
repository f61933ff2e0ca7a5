import Domain
import GRDB
import Persian

/// The steps that bring a file to this version's schema. They only go forward; `user_version` counts them.
enum Migrations {
    /// "KHDM", in the file's header.
    static let applicationID = 0x4B48_444D

    /// A step's statements, put together only when it is taken: a start asks how many steps there are.
    typealias Step = @Sendable () -> String

    static let steps: [Step] = [
        { Schema.first }, { Schema.camps }, { Schema.shortWords }, { Schema.training }, { Schema.dayCounts },
        { Schema.packs }, { Schema.arbaeen }, { Schema.congress }, { Schema.guests }, { Schema.sessions },
        { Schema.roll }, { Schema.acts }, { Schema.liveBoard }, { Schema.details }, { Schema.order },
        { Schema.redos + Schema.amendedSpeakers },
    ]

    /// From this step on whatever speaks of another record is written anew when that is renamed; texts of older files may
    /// lag behind.
    private static let firstWithRipples = 15

    private static func refresh<R: Record>(_ type: R.Type, _ db: Database) throws {
        for record in try R.fetch(db, where: "1") { try record.refresh(in: db) }
        let table = try Table.of(R.kind).name
        try db.execute(sql: "INSERT INTO \(table)Search (\(table)Search) VALUES ('rebuild')")
    }

    /// Takes the steps that the file has not taken yet.
    static func run(_ steps: [Step] = steps, on queue: DatabaseQueue, path: String?, isNew: Bool) throws {
        if let path, !isNew { try Backup.keepCopy(of: queue, path: path, label: "before-update") }
        try queue.write { db in
            // Another process may have done it meanwhile.
            let done = max(0, try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0)
            for step in steps.dropFirst(done) { try db.execute(sql: step()) }
            if !isNew, done < firstWithRipples, steps.count >= firstWithRipples {
                for type in RecordKind.allTypes where try Table.of(type.kind).isListed { try refresh(type, db) }
            }
            try db.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(steps.count)")
        }
    }
}
