import Domain
import GRDB
import Persian

/// How well a record fits what was typed, the best first.
public enum FoundRank: Int, Comparable, Sendable {
    case key, name, keyBeginning, nameBeginning, word, part

    public static func < (one: FoundRank, other: FoundRank) -> Bool { one.rawValue < other.rawValue }
}

/// A record that a query found.
public struct Found: Sendable {
    public let record: any Domain.Record
    public let rank: FoundRank
}

/// What is typed, as codes and as texts are looked up.
private struct Query {
    let key: String
    /// As it was typed, for keys that are no codes: accounts, names of settings, items.
    let typed: String
    let text: String
    let filter: Filter

    init?(_ text: String) {
        filter = Filter(text)
        guard !filter.isEmpty else { return nil }
        self.text = filter.words.joined(separator: " ")
        typed = text
        key = normalisedCode(text) ?? (try? NationalID(text))?.digits ?? text
    }

    /// Whether it may be a code, or the beginning of one.
    var isKey: Bool { key.utf8.contains { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) } }

    /// For the trigram index, with what stands before and after it in a text whose parts end their lines.
    func match(_ edges: [(String, String)]) -> String {
        let quoted = text.replacing("\"", with: "\"\"")
        return edges.map { "\"\($0.0)\(quoted)\($0.1)\"" }.joined(separator: " OR ")
    }

    /// How well a record fits whose folded text begins with its key and its name; whom else it names stands further
    /// down.
    func rank(_ search: String) -> FoundRank {
        let lines = search.split(separator: "\n").prefix(2)
        if lines.contains(where: { $0 == text }) { return .name }
        if lines.contains(where: { $0.hasPrefix(text) }) { return .nameBeginning }
        let isWord = lines.contains { "\($0) ".contains(" \(text) ") }
        return isWord ? .word : .part
    }
}

extension Reader {
    /// The records of any kind that a query finds, at most `limit` a kind: by the very key or name first, then those
    /// that begin so, then by whole words, then the rest.
    ///
    /// Each question is answered by an index and asks for a bounded number of rows.
    public func found(_ text: String, among types: [any Domain.Record.Type], limit: Int) throws(DecideError) -> [Found]
    {
        guard let query = Query(text) else { return [] }
        return try storing {
            var all: [Found] = []
            for type in types { all += try found(type, query, limit) }
            return all
        }
    }

    /// How many rows that the index finds are looked at.
    private static let looked = 24

    private func found<R: Domain.Record>(_ type: R.Type, _ query: Query, _ limit: Int) throws -> [Found] {
        let table = try Table.of(R.kind)
        var found: [R: FoundRank] = [:]
        func add(_ records: [R], _ rank: FoundRank) {
            for record in records where found[record] == nil { found[record] = rank }
        }
        for key in Set([query.key, query.typed]) { add(try R.fetch(db, key: key).map { [$0] } ?? [], .key) }
        if query.isKey {
            add(try numbered(type, query), .key)
            if let sql = Self.sqlOfKeys(table), found.count < limit {
                add(try R.fetch(db, where: sql, [query.key, query.key + "\u{10FFFF}", limit]), .keyBeginning)
            }
        }
        if table.isListed {
            let steps: [[(String, String)]] = [
                [("\n", "\n")], [("\n", "")], [(" ", "\n"), (" ", " ")],
            ]
            // Of those that only name somebody so there may be many; they do not stand in the way.
            for edges in steps where found.count(where: { $0.value < .part }) < limit {
                for (record, search) in try matching(type, table, query.match(edges), Self.looked) {
                    add([record], query.rank(search))
                }
            }
            if found.count(where: { $0.value < .part }) < limit {
                let list = try ListQuery(table: table.name, order: .name, filter: query.filter, db)
                let places = try list.places(.after, of: nil, limit: Self.looked, db)
                for (record, search) in try records(type, table, places.map(\.row)) {
                    add([record], query.rank(search))
                }
            }
        }
        let ranked = found.sorted { ($0.value, $0.key.key) < ($1.value, $1.key.key) }
        return ranked.prefix(limit).map { Found(record: $0.key, rank: $0.value) }
    }

    /// The record of a code whose number was written without its zeros, or alone: C-14 or 14 is C-014.
    private func numbered<R: Domain.Record>(_ type: R.Type, _ query: Query) throws -> [R] {
        guard let series = (type as? any Coded.Type)?.series else { return [] }
        guard let number = series.number(of: query.key) ?? Int(query.key), number > 0 else { return [] }
        return try R.fetch(db, key: series.code(number)).map { [$0] } ?? []
    }

    /// The keys of a table that begin so; nil when they are made of several columns.
    static func sqlOfKeys(_ table: Table) -> String? {
        table.keyColumn.map { "\"\($0)\" >= ? AND \"\($0)\" < ? ORDER BY \"\($0)\" LIMIT ?" }
    }

    private func matching<R: Domain.Record>(
        _ type: R.Type, _ table: Table, _ match: String, _ limit: Int
    ) throws -> [(R, String)] {
        let sql = "SELECT rowid FROM \(table.name)Search WHERE \(table.name)Search MATCH ? LIMIT ?"
        let rows = try Int64.fetchAll(db.cachedStatement(sql: sql), arguments: [match, limit])
        return try records(type, table, rows)
    }

    /// Records with their folded texts.
    private func records<R: Domain.Record>(_ type: R.Type, _ table: Table, _ rows: [Int64]) throws -> [(R, String)] {
        try rows.flatMap { row in
            let search = try db.cachedStatement(sql: "SELECT search FROM \(table.name) WHERE rowid = ?")
            let text = try String.fetchOne(search, arguments: [row]) ?? ""
            return try R.fetch(db, where: "rowid = ?", [row]).map { ($0, text) }
        }
    }
}
