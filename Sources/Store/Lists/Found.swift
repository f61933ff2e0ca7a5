import Domain
import Foundation
import GRDB
import Persian

/// How well a record matches what was typed, the best first: its code, its whole name, the beginning of the name, words
/// inside it, and whatever else was found. Pickers, the palette and the desks rank by it.
///
///     FoundRank("یاس", in: ["Q-0002", "گروه جهادی یاس"])  // .name
///     FoundRank("یاس", in: ["Q-0007", "گروه جهادی نور", "یاسر کریمی"])  // .other: the head's name
public enum FoundRank: Int, Comparable, Sendable {
    case key
    /// The whole name, be it without «گروه جهادی» and the like before it.
    case name
    /// Whole words at the beginning.
    case beginning
    /// Whole words anywhere in the name.
    case words
    /// The beginning of the name, in the middle of a word.
    case prefix
    /// The beginnings of words.
    case prefixes
    /// Somewhere in the name.
    case inside
    case other

    public static func < (one: FoundRank, other: FoundRank) -> Bool { one.rawValue < other.rawValue }

    /// What names of one kind mostly begin with, which people leave out when they ask for one.
    private static let common: Set<Substring> = [
        "گروه", "جهادی", "قرارگاه", "شورای", "شورا", "اردوی", "اردو", "موکب", "دوره", "سالن", "نشست",
    ]

    /// - Parameter names: the code and the name, as they are written; the best of them counts.
    public init(_ typed: String, in names: [String]) {
        self.init(folded: typed.folded(), in: names.map { $0.folded()[...] })
    }

    init(folded query: String, in names: [Substring]) {
        self = names.map { Self.rank(query, $0) }.min() ?? .other
    }

    private static func rank(_ query: String, _ name: Substring) -> FoundRank {
        if name == query { return .name }
        let words = query.split(separator: " ")
        let own = name.split(separator: " ")
        let short = Array(own.drop { common.contains($0) })
        if words == short { return .name }
        if own.starts(with: words) || short.starts(with: words) { return .beginning }
        if words.allSatisfy(own.contains) { return .words }
        if begins(own, with: words) { return .prefix }
        if words.allSatisfy({ word in own.contains { $0.hasPrefix(word) } }) { return .prefixes }
        return words.allSatisfy { name.contains($0) } ? .inside : .other
    }

    /// Whether the words are the first of a name, the last of them perhaps not to its end.
    private static func begins(_ name: [Substring], with words: [Substring]) -> Bool {
        guard let last = words.last, name.count >= words.count else { return false }
        return name.starts(with: words.dropLast()) && name[words.count - 1].hasPrefix(last)
    }
}

/// A record that was found, and how well it matches.
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
}

extension Reader {
    /// The records of any kind that a text finds, at most `limit` a kind.
    ///
    /// Each question is answered by an index and asks for a bounded number of rows.
    ///
    /// - Throws: what the store reports.
    public func found(_ text: String, among types: [any Domain.Record.Type], limit: Int) throws(DecideError) -> [Found]
    {
        guard let query = Query(text) else { return [] }
        return try storing {
            var all: [Found] = []
            for type in types { all += try found(type, query, limit) }
            return all
        }
    }

    /// The records of a kind that a text finds, the best first, then in the order of their names.
    ///
    /// - Parameter limit: at most so many; ask for one more to learn whether there are more.
    /// - Throws: what the store reports.
    public func found(_ kind: RecordKind, _ text: String, limit: Int) throws(DecideError) -> [Found] {
        guard let type = RecordKind.type(named: kind.name) else { return [] }
        return try found(text, among: [type], limit: limit)
    }

    private func found<R: Domain.Record>(_ type: R.Type, _ query: Query, _ limit: Int) throws -> [Found] {
        let table = try Table.of(R.kind)
        var found: [Found] = []
        var seen: Set<String> = []
        func add(_ records: [R], _ rank: FoundRank) {
            for record in records where seen.insert(record.id).inserted {
                found.append(Found(record: record, rank: rank))
            }
        }
        for key in Set([query.key, query.typed]) { add(try R.fetch(db, key: key).map { [$0] } ?? [], .key) }
        if query.isKey { add(try numbered(type, query), .key) }
        if table.isListed {
            for (row, rank) in try ranked(table, query, limit) {
                add(try R.fetch(db, where: "rowid = ?", [row]), rank)
            }
        }
        if query.isKey, found.count < limit, let sql = Self.sqlOfKeys(table) {
            add(try R.fetch(db, where: sql, [query.key, query.key + "\u{10FFFF}", limit]), .prefix)
        }
        let order = found.indices.sorted { (found[$0].rank, $0) < (found[$1].rank, $1) }
        return order.prefix(limit).map { found[$0] }
    }

    /// The record of a code whose number was written without its zeros or its hyphen, or alone: C-14, c14 or 14 is C-014.
    private func numbered<R: Domain.Record>(_ type: R.Type, _ query: Query) throws -> [R] {
        guard let series = (type as? any Coded.Type)?.series else { return [] }
        guard let number = series.meantNumber(query.key), number > 0 else { return [] }
        return try R.fetch(db, key: series.code(number)).map { [$0] } ?? []
    }

    /// The keys of a table that begin so; nil when they are made of several columns.
    static func sqlOfKeys(_ table: Table) -> String? {
        table.keyColumn.map { "\"\($0)\" >= ? AND \"\($0)\" < ? ORDER BY \"\($0)\" LIMIT ?" }
    }

    /// The rows that a text finds, the best first. The first two lines of a record's search text are its code and name.
    private func ranked(_ table: Table, _ query: Query, _ limit: Int) throws -> [(row: Int64, rank: FoundRank)] {
        let plan = try FilterPlan(query.filter, on: table.name, db)
        var rows: [(row: Int64, rank: FoundRank)] = []
        var seen: Set<Int64> = []
        for (sql, arguments) in Self.questions(table, query.typed, plan, limit: limit) {
            let cursor = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
            while let row = try cursor.next() {
                guard seen.insert(row[0]).inserted else { continue }
                let lines = (row[1] as String).split(separator: "\n", maxSplits: 2)
                rows.append((row[0], FoundRank(folded: query.text, in: Array(lines.prefix(2)))))
            }
        }
        // The order of names is kept among those that answer alike.
        return rows.indices.sorted { (rows[$0].rank, $0) < (rows[$1].rank, $1) }.prefix(limit).map { rows[$0] }
    }

    /// What the table is asked, each bounded: what the filter lets through, all when they are few; of many the first, and
    /// before them those whose names begin so.
    static func questions(
        _ table: Table, _ text: String, _ plan: FilterPlan, limit: Int
    ) -> [(String, StatementArguments)] {
        let head = "SELECT rowid, search FROM \(table.name) WHERE "
        let (condition, values) = plan.condition
        let most = plan.reach == .few ? FilterPlan.few : limit
        let all = (head + "\(condition) ORDER BY nameKey, rowid LIMIT ?", StatementArguments(values) + [most])
        guard plan.reach != .few else { return [all] }
        // A key ends in a zero byte, so that what begins with it goes on above it.
        let key = sortKey(text.split(separator: " ").joined(separator: " ")).prefix { $0 != 0 }
        let span = StatementArguments([Data(key), Data(key + [0xFF])])
        let sql = head + "nameKey >= ? AND nameKey < ? AND \(condition) ORDER BY nameKey, rowid LIMIT ?"
        return [(sql, span + StatementArguments(values) + [limit]), all]
    }
}
