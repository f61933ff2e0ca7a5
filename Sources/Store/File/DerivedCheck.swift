import Domain
import Foundation
import GRDB
import Persian

/// Carries the whole ledger out again, in memory, and compares every table with what comes of it: what rules and screens
/// rest on beside the records, such as who is where on which day, what was touched by whom, counts, series of codes and
/// the texts that are searched.
///
/// Nothing is listed here that another table would have to be added to: what the file has, that is compared.
enum DerivedCheck {
    /// What does not come of the ledger: what parts say, and where records stood that were taken out, which older files
    /// did not note.
    static let given = StoredParts.all.reduce(into: Set(["formerRows"])) { $0.formUnion($1.given) }
    /// What is kept only once somebody asked for it, and so is compared where it stands.
    private static let cached: Set<String> = ["series"]
    /// Columns that the walk along the chain has proved, or that only tell rows apart.
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

    /// How many series tell another number than the greatest code in use.
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

    /// The rows of a table, each as one value, whatever their order.
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
