import GRDB

/// The row numbers of removed records, so that a restored one has its old place: lists order records of one name by the
/// row.
enum FormerRows {
    static func keep(_ id: String, of table: String, _ db: Database) throws {
        try db.cachedStatement(
            sql: "INSERT OR REPLACE INTO formerRows (record, row) SELECT id, rowid FROM \(table) WHERE id = ?"
        ).execute(arguments: [id])
    }

    /// Puts a record back into its row, unless another has it by now. To be called before the search index is told.
    static func takeBack(_ id: String, in table: String, _ db: Database) throws {
        try db.cachedStatement(
            sql: """
                UPDATE \(table) SET rowid = (SELECT row FROM formerRows WHERE record = ?1)
                WHERE id = ?1 AND EXISTS (SELECT 1 FROM formerRows WHERE record = ?1)
                    AND NOT EXISTS
                        (SELECT 1 FROM \(table) WHERE rowid = (SELECT row FROM formerRows WHERE record = ?1))
                """
        ).execute(arguments: [id])
        try db.cachedStatement(sql: "DELETE FROM formerRows WHERE record = ?").execute(arguments: [id])
    }
}
