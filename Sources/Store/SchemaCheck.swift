import Domain
import GRDB
import Persian

/// Compares a file's tables, indexes, views and triggers with the program's own for that format. What the program did not
/// make is never run: a trigger of somebody's own could change what others write, a view could read for ever.
enum SchemaCheck {
    private struct Object: Hashable {
        let type, name, table, sql: String
    }

    /// The name of the first object that is missing, foreign or another than the program's own; nil when all agree.
    static func firstDifference(in db: Database) throws -> String? { try differences(in: db).first }

    /// The names of all objects that are missing, foreign or other than the program's own.
    static func differences(in db: Database) throws -> [String] {
        let format = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        guard (0...Migrations.steps.count).contains(format) else { return [] }
        let own = try objects(of: format)
        let found = try objects(in: db)
        return own.symmetricDifference(found).map(\.name).sorted()
    }

    private static func objects(of format: Int) throws -> Set<Object> {
        let queue = try DatabaseQueue()
        try Migrations.run(Array(Migrations.steps.prefix(format)), on: queue, path: nil, isNew: true)
        return try queue.read(objects)
    }

    private static func objects(in db: Database) throws -> Set<Object> {
        let rows = try Row.fetchCursor(
            db,
            sql:
                "SELECT type, name, tbl_name, ifnull(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite~_stat%' ESCAPE '~'"
        )
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
                fa: "\(path) را این برنامه چنین نساخته است («\(name)» در آن بیگانه، دگرگون یا ناپیداست)؛ باز نشد.",
                en:
                    "\(path) is not as this program makes it (“\(name)” in it is foreign, altered or missing); it was not opened."
            ))
    }
}
