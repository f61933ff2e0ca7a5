import Domain
import GRDB
import Persian

/// What a list looks for: substrings that must all be there, in any order, letters and digits folded.
///
///     Filter("كاظمي ۱۲")  // finds «کاظمی 12», «12 کاظمی» …
public struct Filter: Hashable, Sendable {
    /// Folded; empty when everything matches.
    public let words: [String]

    public init(_ text: String = "") {
        var words: [String] = []
        for word in Self.words(String(text.unicodeScalars.prefix(Self.length))) where !words.contains(word) {
            words.append(word)
            if words.count == Self.limit { break }
        }
        self.words = words
    }

    /// Whether each of the words stands in a text, however that is spelt.
    ///
    ///     Filter("سپاه").finds("SEPAH سپاه استان")  // true
    public func finds(_ text: String) -> Bool {
        guard !words.isEmpty else { return true }
        let text = text.folded()
        return words.allSatisfy(text.contains)
    }

    /// Words that must not match national IDs and mobiles for somebody who may not see these whole, and could find one
    /// out digit by digit. A whole number still finds its owner.
    var guarded: Set<String> {
        Set(words.filter { $0.contains { $0.isASCII && $0.isNumber } && !Self.isWholeNumber($0) })
    }

    /// The folded words, a mobile or a national ID in the form in which it is stored, however it was written.
    ///
    ///     Filter("کریمی +98 912-000 0018").words  // ["کریمی", "09120000018"]
    private static func words(_ text: String) -> [String] {
        var words: [String] = []
        var pieces: [Substring] = []
        func take() {
            if let number = number(pieces.joined(separator: " ")) {
                words.append(number)
            } else {
                words += pieces.flatMap { piece in
                    number(String(piece)).map { [$0] } ?? String(piece).folded().split(separator: " ").map(String.init)
                }
            }
            pieces = []
        }
        for piece in text.split(whereSeparator: \.isWhitespace) {
            let isNumber = latinDigits(String(piece)).unicodeScalars.allSatisfy {
                ("0"..."9").contains($0) || "+()".unicodeScalars.contains($0) || $0.properties.isDash
                    || $0.properties.isBidiControl
            }
            if !isNumber { take() }
            pieces.append(piece)
            if !isNumber { take() }
        }
        take()
        return words
    }

    /// A whole mobile or national ID as it is stored; nil for anything else.
    private static func number(_ text: String) -> String? {
        let figures = latinDigits(text).utf8.count { (0x30...0x39).contains($0) }
        if figures == 10, let id = try? NationalID(text) { return id.digits }
        guard figures >= 11, let mobile = try? Mobile(text) else { return nil }
        return mobile.digits
    }

    private static func isWholeNumber(_ word: String) -> Bool { number(word) != nil || (try? Mobile(word)) != nil }

    /// The most words of a filter, for a page that is pasted by mistake.
    private static let limit = 32
    /// The most characters of a filter: the index looks up every three letters of a word.
    private static let length = 200

    /// Up to how many rows a filtered list is counted.
    public static let counted = FilterPlan.counted

    public var isEmpty: Bool { words.isEmpty }
}

/// The order of a list: an indexed column, then the row's own number, so that every row has one place.
public struct ListOrder: Hashable, Sendable {
    let column: String
    public let isDescending: Bool

    init(_ column: String, descending: Bool = false) {
        self.column = column
        self.isDescending = descending
    }

    /// By name, in Persian order.
    public static let name = ListOrder("nameKey")
    /// The ledger's latest entry first.
    public static let latest = ListOrder("number", descending: true)

    public func reversed() -> ListOrder { ListOrder(column, descending: !isDescending) }
}

/// A row's place in a list: what to ask for the rows before and after it.
public struct ListPlace: Hashable, Sendable {
    let value: DatabaseValue
    public let row: Int64

    init(value: DatabaseValue, row: Int64) {
        self.value = value
        self.row = row
    }

    /// A row of which only the number is known, as of one that is to be shown, or one that is not read from the file.
    public init(row: Int64) { self.init(value: .null, row: row) }
}

/// Which rows of a table a list is about at all, before any filter: a condition with its arguments.
struct ListScope: Sendable {
    let sql: String
    let arguments: [DatabaseValue]
    /// How many rows there are, where that is known.
    var count: Int?

    /// The whole table.
    static let all = ListScope(sql: "", arguments: [])

    init(sql: String, arguments: [DatabaseValue] = [], count: Int? = nil) {
        (self.sql, self.arguments, self.count) = (sql, arguments, count)
    }

    /// These rows alone.
    init(rows: [Int64]) {
        let list = rows.map(String.init).joined(separator: ",")
        self.init(
            sql: "rowid IN (SELECT value FROM json_each(?))", arguments: ["[\(list)]".databaseValue],
            count: rows.count)
    }

    var isAll: Bool { sql.isEmpty }
    /// In front of another condition.
    var prefix: String { isAll ? "" : "\(sql) AND " }
}

/// The rows of one table in an order, those that a filter lets through.
///
/// Every query reads a bounded number of rows through an index; none has an OFFSET.
struct ListQuery: Sendable {
    enum Side { case after, before }

    let table: String
    let order: ListOrder
    let plan: FilterPlan
    let scope: ListScope

    init(table: String, order: ListOrder, plan: FilterPlan, scope: ListScope = .all) {
        self.table = table
        self.order = order
        self.plan = plan
        self.scope = scope
    }

    init(table: String, order: ListOrder, filter: Filter, scope: ListScope = .all, _ db: Database) throws {
        let plan = filter.isEmpty ? .all : try FilterPlan(filter, on: table, db)
        self.init(table: table, order: order, plan: plan, scope: scope)
    }

    var isFiltered: Bool { !plan.words.isEmpty }

    /// At most `limit` places after (or before, nearest first) a place; from the beginning (or end) when nil.
    func places(_ side: Side, of place: ListPlace?, limit: Int, _ db: Database) throws -> [ListPlace] {
        let (sql, arguments) = sql(side, of: place, limit: limit)
        let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
        var places: [ListPlace] = []
        while let row = try rows.next() { places.append(ListPlace(value: row[1], row: row[0])) }
        return places
    }

    /// The question as SQL; its plan is tested.
    func sql(_ side: Side, of place: ListPlace?, limit: Int) -> (String, StatementArguments) {
        let rises = (side == .after) != order.isDescending
        let (condition, values) = condition
        var arguments = StatementArguments(values)
        var start = ""
        if let place {
            start = " AND (\(order.column), rowid) \(rises ? ">" : "<") (?, ?)"
            arguments += [place.value, place.row]
        }
        let direction = rises ? "ASC" : "DESC"
        arguments += [max(0, limit)]
        return (
            """
            SELECT rowid, \(order.column) FROM \(table) WHERE \(condition)\(start) \
            ORDER BY \(order.column) \(direction), rowid \(direction) LIMIT ?
            """, arguments
        )
    }

    /// The scope and what the filter lets through.
    private var condition: (sql: String, arguments: [DatabaseValue]) {
        let (sql, arguments) = plan.condition
        return (scope.prefix + sql, scope.arguments + arguments)
    }

    /// The place of a record, if the scope has it and the filter lets it through.
    func place(ofRow row: Int64, _ db: Database) throws -> ListPlace? {
        let words = plan.words.map { " AND \(plan.holds($0))" }.joined()
        let sql = "SELECT \(order.column) FROM \(table) WHERE \(scope.prefix)rowid = ?\(words)"
        let value = try DatabaseValue.fetchOne(
            db.cachedStatement(sql: sql),
            arguments: StatementArguments(scope.arguments) + [row] + StatementArguments(plan.words))
        return value.map { ListPlace(value: $0, row: row) }
    }

    /// How many rows stand before a place; in a filtered list counted as far as the rows are.
    func count(before place: ListPlace, _ db: Database) throws -> Int {
        let (condition, values) = condition
        let sign = order.isDescending ? ">" : "<"
        let sql = """
            SELECT count(*) FROM (SELECT 1 FROM \(table) \
            WHERE \(condition) AND (\(order.column), rowid) \(sign) (?, ?) LIMIT ?)
            """
        let arguments =
            StatementArguments(values) + [place.value, place.row, isFiltered ? FilterPlan.counted + 1 : -1]
        return try Int.fetchOne(db.cachedStatement(sql: sql), arguments: arguments) ?? 0
    }

    /// How many rows there are: the counter of the table, or a count, bounded, of what the filter lets through.
    func count(_ db: Database) throws -> Int {
        if scope.isAll { return isFiltered ? try plan.count(in: table, db) : try Counters.rows(of: table, db) }
        if !isFiltered, let count = scope.count { return count }
        let (condition, values) = condition
        let sql = "SELECT count(*) FROM (SELECT 1 FROM \(table) WHERE \(condition) LIMIT ?)"
        let limit = isFiltered ? FilterPlan.counted + 1 : -1
        return try Int.fetchOne(
            db.cachedStatement(sql: sql), arguments: StatementArguments(values) + [limit]) ?? 0
    }
}

enum Counters {
    /// How many rows a listed table or the ledger has.
    static func rows(of table: String, _ db: Database) throws -> Int {
        table == "ledger" ? try Ledger.tip(db).number : try value(table, db)
    }

    static func value(_ name: String, _ db: Database) throws -> Int {
        let statement = try db.cachedStatement(sql: "SELECT value FROM counters WHERE name = ?")
        return try Int.fetchOne(statement, arguments: [name]) ?? 0
    }
}
