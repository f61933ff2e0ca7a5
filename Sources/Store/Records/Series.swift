import Domain
import GRDB
import Persian

/// The greatest number in use of each code series, cached in a table; where it has no row the records are scanned once.
enum Series {
    /// The number of the greatest code in use; 0 when there is none.
    ///
    /// - Parameter keeps: whether the result may be stored for the next call.
    static func last<R: Coded>(_ type: R.Type, of series: CodeSeries, keeps: Bool, _ db: Database) throws -> Int {
        let known = try db.cachedStatement(sql: "SELECT last FROM series WHERE prefix = ?")
        if let last = try Int.fetchOne(known, arguments: [series.prefix]) { return last }
        // A colon sorts right after the digits.
        let codes = try db.cachedStatement(
            sql: "SELECT code FROM \(Table.of(R.kind).name) WHERE code >= ? AND code < ?")
        let all = try String.fetchCursor(codes, arguments: [series.prefix, series.prefix + ":"])
        var last = 0
        while let code = try all.next() { last = max(last, series.number(of: code) ?? 0) }
        if keeps {
            try db.cachedStatement(sql: "INSERT INTO series (prefix, last) VALUES (?, ?)")
                .execute(arguments: [series.prefix, last])
        }
        return last
    }

    /// Follows a new record.
    static func take<R: Coded>(_ record: R, _ registry: FileRegistry, _ db: Database) throws {
        let series = try registry.series(of: R.self)
        guard let number = series.number(of: record.code) else { return }
        try db.cachedStatement(sql: "UPDATE series SET last = ?2 WHERE prefix = ?1 AND last < ?2")
            .execute(arguments: [series.prefix, number])
    }

    /// Follows a record that was taken out: the greatest code in use may be another now.
    static func free<R: Coded>(_ record: R, _ registry: FileRegistry, _ db: Database) throws {
        let series = try registry.series(of: R.self)
        guard let number = series.number(of: record.code) else { return }
        try db.cachedStatement(sql: "DELETE FROM series WHERE prefix = ? AND last = ?")
            .execute(arguments: [series.prefix, number])
    }
}
