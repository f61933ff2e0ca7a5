import GRDB

/// How a list finds what a filter lets through: the trigram index is asked first how much it would find, up to a bound.
///
/// Rows are found one by one when they are few; when there are more, the list's own order is walked and each row looked
/// for among them; and when they are many, that walk soon meets enough of them without the index.
struct FilterPlan: Sendable {
    enum Reach: Sendable { case few, some, many }

    /// More rows than these are not looked up one by one.
    static let few = 1_500
    /// Beyond so many rows the index is not used.
    static let some = 50_000
    /// Up to how many rows a filtered list is counted.
    static let counted = 1_000

    /// What the index is asked: the numbers of rows that may match.
    struct Source: Sendable {
        let sql: String
        let arguments: [DatabaseValue]
        /// The words that the index does not answer, to be looked for in the rows.
        let rest: [String]
        /// How many rows there are, when they were all found.
        private(set) var found: Int?

        /// The same rows without asking the index again.
        fileprivate func holding(_ rows: Set<Int64>) -> Source {
            let list = rows.sorted().map(String.init).joined(separator: ",")
            return Source(
                sql: "SELECT value AS row FROM json_each(?)", arguments: ["[\(list)]".databaseValue], rest: rest,
                found: rows.count)
        }
    }

    let words: [String]
    let reach: Reach
    let source: Source?
    /// Words that are not looked for in national IDs and mobiles; see ``Filter``.
    let guarded: Set<String>

    /// Every row.
    static let all = FilterPlan(words: [], reach: .many, source: nil)

    init(words: [String], reach: Reach, source: Source?, guarded: Set<String> = []) {
        self.words = words
        self.reach = reach
        self.source = source
        self.guarded = guarded
    }

    /// Whether a row's text holds a word, as a condition with the word as its argument.
    func holds(_ word: String) -> String {
        guarded.contains(word) ? "instr(\(MaskedSearch.name)(search), ?) > 0" : "instr(search, ?) > 0"
    }

    /// Asks the index of a table; what finds few rows is taken at once, else what finds the fewest.
    init(_ filter: Filter, on table: String, _ db: Database) throws {
        let guarded = try MaskedSearch.guarded(filter, on: table, db)
        var best = FilterPlan(words: filter.words, reach: .many, source: nil, guarded: guarded)
        for source in Self.sources(filter, on: table, guarded) {
            if let found = try Self.rows(source, limit: Self.few, db) {
                best = FilterPlan(
                    words: filter.words, reach: .few, source: source.holding(found), guarded: guarded)
                break
            }
            guard best.reach == .many else { continue }
            let count = try Self.count(source, limit: Self.some + 1, db)
            best = FilterPlan(
                words: filter.words, reach: count <= Self.some ? .some : .many, source: source,
                guarded: guarded)
        }
        self = best
    }

    /// The plan of a filter of which the index finds no more than `few` rows; nil for any other.
    init?(finding few: Int, of filter: Filter, on table: String, _ db: Database) throws {
        let guarded = try MaskedSearch.guarded(filter, on: table, db)
        for source in Self.sources(filter, on: table, guarded) {
            guard let found = try Self.rows(source, limit: few, db) else { continue }
            self.init(
                words: filter.words, reach: .few, source: source.holding(found), guarded: guarded)
            return
        }
        return nil
    }

    /// The rows that the index finds; nil when they are more than `limit`. A question of several trigrams takes the index
    /// some milliseconds, however few rows have them all, so that it is asked once.
    private static func rows(_ source: Source, limit: Int, _ db: Database) throws -> Set<Int64>? {
        let statement = try db.cachedStatement(sql: source.sql + " LIMIT ?")
        let found = try Int64.fetchAll(statement, arguments: StatementArguments(source.arguments) + [limit + 1])
        return found.count > limit ? nil : Set(found)
    }

    /// How many rows the index finds, counted no further than `limit`.
    private static func count(_ source: Source, limit: Int, _ db: Database) throws -> Int {
        let statement = try db.cachedStatement(sql: "SELECT count(*) FROM (\(source.sql) LIMIT ?)")
        return try Int.fetchOne(statement, arguments: StatementArguments(source.arguments) + [limit]) ?? 0
    }

    /// All words of three letters or more at once; each shorter word by the trigrams that begin with it.
    ///
    /// A text is indexed with two line ends after it, so that its last letters begin a trigram too.
    static func sources(_ filter: Filter, on table: String, _ guarded: Set<String> = []) -> [Source] {
        let long = filter.words.filter { $0.unicodeScalars.count >= 3 }
        let short = filter.words.filter { $0.unicodeScalars.count < 3 }
        // The index holds masked numbers too, so guarded words are looked for again in the rows.
        let apart = filter.words.filter(guarded.contains)
        var sources: [Source] = []
        if !long.isEmpty {
            let match = long.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: " AND ")
            sources.append(
                Source(
                    sql: "SELECT rowid AS row FROM \(table)Search WHERE \(table)Search MATCH ?",
                    arguments: [match.databaseValue], rest: short + apart.filter { !short.contains($0) }))
        }
        for word in short {
            sources.append(
                Source(
                    sql: "SELECT doc AS row FROM \(table)Terms WHERE term >= ? AND term < ?",
                    arguments: [word.databaseValue, (word + "\u{10FFFF}").databaseValue],
                    rest: filter.words.filter { $0 != word || guarded.contains($0) }))
        }
        return sources
    }

    /// The condition on the rows, as SQL.
    var condition: (sql: String, arguments: [DatabaseValue]) {
        var conditions: [String] = []
        var arguments: [DatabaseValue] = []
        var rest = words
        if let source, reach != .many {
            // The plus sign keeps the walk along the list's order.
            conditions.append("\(reach == .few ? "" : "+")rowid IN (\(source.sql))")
            arguments = source.arguments
            rest = source.rest
        }
        for word in rest {
            conditions.append(holds(word))
            arguments.append(word.databaseValue)
        }
        return (conditions.isEmpty ? "1" : conditions.joined(separator: " AND "), arguments)
    }

    /// How many rows match, counted no further than one more than ``counted``.
    func count(in table: String, _ db: Database) throws -> Int {
        let limit = Self.counted + 1
        if let source, source.rest.isEmpty, let found = source.found { return min(found, limit) }
        let (sql, arguments): (String, [DatabaseValue])
        if let source, source.rest.isEmpty, reach != .many {
            (sql, arguments) = ("SELECT DISTINCT row FROM (\(source.sql))", source.arguments)
        } else if source?.rest.isEmpty == true, words.contains(where: { $0.unicodeScalars.count >= 3 }) {
            return limit
        } else {
            let condition = condition
            (sql, arguments) = ("SELECT 1 FROM \(table) WHERE \(condition.sql)", condition.arguments)
        }
        let statement = try db.cachedStatement(sql: "SELECT count(*) FROM (\(sql) LIMIT ?)")
        return try Int.fetchOne(statement, arguments: StatementArguments(arguments) + [limit]) ?? 0
    }
}
