import Domain
import Foundation
import GRDB
import Persian

/// Replays the whole ledger in memory and compares every table with the result, also what is derived from the records:
/// who is where on which day, which entry touched what, counts, code series and search texts.
///
/// It compares whatever tables the file has, so that a new table cannot be forgotten here.
enum DerivedCheck {
    /// Tables that the ledger does not determine: those that parts declare, and the rows of removed records, which
    /// older files did not keep.
    static let given = StoredParts.all.reduce(into: Set(["formerRows"])) { $0.formUnion($1.given) }
    /// Tables that are filled on demand: only the rows that are there are compared.
    private static let cached: Set<String> = ["series"]
    /// Columns that the walk along the hash chain has proved already.
    private static let proved: Set<String> = ["ledger.entry", "ledger.hash"]

    static func problems(in db: Database, _ progress: (Int) -> Void) throws -> [Phrase] {
        let fresh = try DatabaseQueue()
        try Migrations.run(on: fresh, path: nil, isNew: true)
        try fresh.write { _ = try LedgerReplay.carryOut(db, into: $0, progress) }
        let tables = try String.fetchAll(
            db,
            sql: """
                SELECT name FROM pragma_table_list
                WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY name
                """)
        var problems = try StoredParts.all.flatMap { try $0.problems(db) }
        let series = try fresh.write { try wrongSeries(in: db, records: $0) }
        if series > 0 { problems.append(differs("series", series)) }
        for table in tables where !given.contains(table) && !cached.contains(table) {
            let own = try fresh.read { try rows(of: table, in: $0) }
            let found = try rows(of: table, in: db)
            let count = max(own.subtracting(found).count, found.subtracting(own).count)
            if count > 0 { problems.append(differs(table, count)) }
        }
        return problems
    }

    /// How many code series record another number than the greatest code in use.
    private static func wrongSeries(in db: Database, records: Database) throws -> Int {
        try records.execute(sql: "DELETE FROM series")
        let registry = FileRegistry(db: records)
        func isWrong<R: Coded>(_ type: R.Type) throws -> Bool {
            let series = try registry.series(of: type)
            let told = try Int.fetchOne(
                db, sql: "SELECT last FROM series WHERE prefix = ?", arguments: [series.prefix])
            guard let told else { return false }
            return try told != Series.last(type, of: series, keeps: false, records)
        }
        return try RecordKind.allTypes.compactMap { $0 as? any Coded.Type }.filter { try isWrong($0) }.count
    }

    /// The hashes of a table's rows, in no order.
    private static func rows(of table: String, in db: Database) throws -> Set<Int> {
        let columns = try String.fetchAll(db, sql: "SELECT name FROM pragma_table_info(?)", arguments: [table])
            .filter { $0 != "rowid" && !proved.contains("\(table).\($0)") }
        let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
        var rows: Set<Int> = []
        let cursor = try Row.fetchCursor(db, sql: "SELECT \(names) FROM \"\(table)\"")
        while let row = try cursor.next() {
            var hasher = Hasher()
            for index in 0..<columns.count { hasher.combine(row[index] as DatabaseValue) }
            rows.insert(hasher.finalize())
        }
        return rows
    }

    private static func differs(_ table: String, _ count: Int) -> Phrase {
        Phrase(
            fa: "آنچه از دفتر برمی‌آید با «\(table)» در \(persianDigits(count)) ردیف یکی نیست.",
            en: "“\(table)” differs in \(count, "row") from what comes of the ledger.")
    }
}
