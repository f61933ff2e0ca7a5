import Domain
import GRDB

/// What the trigram indexes have yet to learn of a transaction's changes.
///
/// Triggers would feed them record by record; but FTS5 flushes to the file at every savepoint and before every
/// statement that may be undone in part, which is once a record, and then merges the pieces again. So they are updated
/// once, at the end of the transaction, in the order of the rows.
struct SearchIndex {
    private struct Table {
        /// The records to index, new ones and those that were written again.
        var ids: Set<String> = []
        /// What is indexed now of those that were there before.
        var indexed: [(row: Int64, text: String)] = []
    }
    private var tables: [String: Table] = [:]
    /// The first entry of the ledger that this transaction wrote.
    private var firstEntry: Int?

    /// To be called before a record of the table is written.
    mutating func note(_ id: String, isNew: Bool, in table: String, _ db: Database) throws {
        guard tables[table, default: Table()].ids.insert(id).inserted, !isNew else { return }
        let statement = try db.cachedStatement(sql: "SELECT rowid, search || char(10, 10) FROM \(table) WHERE id = ?")
        if let row = try Row.fetchOne(statement, arguments: [id]) {
            tables[table]?.indexed.append((row[0], row[1]))
        }
    }

    /// To be called after an entry was written to the ledger.
    mutating func note(entry number: Int) { firstEntry = min(firstEntry ?? number, number) }

    /// Brings the indexes up to date.
    mutating func update(_ db: Database) throws {
        for (name, table) in tables {
            let index = "\(name)Search"
            let remove = try db.cachedStatement(
                sql: "INSERT INTO \(index) (\(index), rowid, search) VALUES ('delete', ?, ?)")
            for old in table.indexed.sorted(by: { $0.row < $1.row }) {
                try remove.execute(arguments: [old.row, old.text])
            }
            // Records whose writing was undone, or that were voided, are found no more.
            let add = try db.cachedStatement(
                sql: """
                    INSERT INTO \(index) (rowid, search) SELECT rowid, search || char(10, 10) FROM \(name)
                    WHERE id IN (SELECT value FROM json_each(?)) ORDER BY rowid
                    """)
            try add.execute(arguments: [Array(table.ids).json.text])
        }
        tables = [:]
        if let first = firstEntry {
            let add = try db.cachedStatement(
                sql: """
                    INSERT INTO ledgerSearch (rowid, search)
                    SELECT number, search || char(10, 10) FROM ledger WHERE number >= ? ORDER BY number
                    """)
            try add.execute(arguments: [first])
            firstEntry = nil
        }
    }
}
