import Domain
import GRDB
import Persian

/// Compares a file's tables, indexes, views and triggers with the program's own for that format. What the program did not
/// make is never run: a trigger of somebody's own could change what others write, a view could read for ever.
enum SchemaCheck {
    private struct Object: Hashable {
        let type, name, table, sql: String
    }

    /// The SHA-256 of the current format's objects, by which a file is known at each opening in less than a millisecond. One
    /// that has another is compared object by object.
    static let currentDigest = "cc66888736fe6f39366c25c88f34ee92415ce13c40d9b0ae0034affefe3ba0fa"

    /// Looks at a file before anything of it is read.
    ///
    /// - Returns: why nothing may be written to it, where something of the program's own is missing; nil when all is there.
    /// - Throws: `damaged` when it holds what the program did not make.
    static func check(_ db: Database, _ path: String) throws -> StoreError? {
        guard try digest(of: db) != currentDigest, let (own, found) = try compared(db) else { return nil }
        if let stranger = found.subtracting(own).map(\.name).min() { throw StoreError.foreignSchema(path, stranger) }
        return own.subtracting(found).map(\.name).min().map { StoreError.lackingSchema(path, $0) }
    }

    /// The name of the first object that is missing, foreign or another than the program's own; nil when all agree.
    static func firstDifference(in db: Database) throws -> String? {
        try digest(of: db) == currentDigest ? nil : differences(in: db).first
    }

    /// The names of all objects that are missing, foreign or other than the program's own.
    static func differences(in db: Database) throws -> [String] {
        guard let (own, found) = try compared(db) else { return [] }
        return own.symmetricDifference(found).map(\.name).sorted()
    }

    static func digest(of db: Database) throws -> String {
        let text = try String.fetchOne(
            db,
            sql: """
                SELECT group_concat(type || char(31) || name || char(31) || tbl_name || char(31) || ifnull(sql, ''), char(30))
                FROM (SELECT * FROM sqlite_schema WHERE \(counted) ORDER BY type, name)
                """)
        return LedgerMark(number: 0, hash: Ledger.hash(Array((text ?? "").utf8), after: [])).hash
    }

    /// What ANALYZE keeps is SQLite's own.
    private static let counted = "name NOT LIKE 'sqlite~_stat%' ESCAPE '~'"

    /// The objects that a file of this format has, and those that this one has; nil for a format that is not known here.
    private static func compared(_ db: Database) throws -> (own: Set<Object>, found: Set<Object>)? {
        let format = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        guard (1...Migrations.steps.count).contains(format) else { return nil }
        return (try objects(of: format), try objects(in: db))
    }

    private static func objects(of format: Int) throws -> Set<Object> {
        let queue = try DatabaseQueue()
        try Migrations.run(Array(Migrations.steps.prefix(format)), on: queue, path: nil, isNew: true)
        return try queue.read(objects)
    }

    private static func objects(in db: Database) throws -> Set<Object> {
        let rows = try Row.fetchCursor(
            db, sql: "SELECT type, name, tbl_name, ifnull(sql, '') FROM sqlite_schema WHERE \(counted)")
        var objects: Set<Object> = []
        while let row = try rows.next() {
            // A dump that was read in again has other white space.
            let sql: String = row[3]
            let words = sql.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            objects.insert(Object(type: row[0], name: row[1], table: row[2], sql: words))
        }
        return objects
    }
}

extension StoreError {
    static func foreignSchema(_ path: String, _ name: String) -> StoreError {
        StoreError(
            .damaged,
            Phrase(
                fa:
                    "\(path) را این برنامه چنین نساخته است («\(name)» در آن بیگانه یا دگرگون است)؛ باز نشد. پرونده‌ای را که خودتان دارید با «khedmat restore» بازگردانید.",
                en:
                    "\(path) is not as this program makes it (“\(name)” in it is foreign or altered); it was not opened. Bring back a backup of your own with “khedmat restore”."
            ))
    }

    fileprivate static func lackingSchema(_ path: String, _ name: String) -> StoreError {
        StoreError(
            .damaged,
            Phrase(
                fa:
                    "در \(path) چیزی کم است که برنامه می‌سازد («\(name)»)؛ تنها خوانده می‌شود. «khedmat verify --rebuild» همه‌چیز را از دفتر رویدادها می‌سازد.",
                en:
                    "\(path) lacks something that the program makes (“\(name)”); it is open for reading only. “khedmat verify --rebuild” makes everything anew from the ledger."
            ))
    }
}
