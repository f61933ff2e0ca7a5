/// The third step of the file: short words and the ledger are found by the trigram indexes too.
extension Schema {
    static let listedTables = [
        "councils", "bases", "people", "groups", "staff", "camps", "reports", "needs", "incidents",
    ]

    static let shortWords =
        listedTables.map { "DROP TABLE \($0)Search;\n" + searchByAnyLength($0) }.joined() + searchByAnyLength("ledger")

    /// The trigram index of a listed table, for tables of later steps too.
    ///
    /// A text ends with two line ends in the index, so that each of its letters begins a trigram: what begins with one
    /// or two letters is then found among the terms.
    static func searchByAnyLength(_ table: String) -> String {
        """
        CREATE VIEW \(table)Text (row, search) AS SELECT rowid, search || char(10, 10) FROM \(table);
        CREATE VIRTUAL TABLE \(table)Search USING fts5
            (search, content='\(table)Text', content_rowid='row', tokenize='trigram', columnsize=0);
        CREATE VIRTUAL TABLE \(table)Terms USING fts5vocab (\(table)Search, instance);
        INSERT INTO \(table)Search (\(table)Search) VALUES ('rebuild');

        """
    }
}
