import GRDB

/// The first page of a filter's result while somebody types: what is found within a few milliseconds, however many rows
/// there are.
///
/// The index finds few rows in no time. Of a filter that lets many through, the first rows of the list's order are
/// looked at; nearly always they hold a screen full. A filter between the two has to be asked for again, from
/// ``ListStart/beginning``, when nobody waits.
struct FirstPage {
    /// In a table of no more rows the whole result is found as fast.
    static let small = 1_500

    let table: String
    let order: ListOrder
    let filter: Filter
    var scope = ListScope.all
    /// How many rows the index is to find at most for them to be taken at once.
    var few = FilterPlan.few
    /// How many rows of the list's order are looked at when it finds more.
    var rows = 500

    /// The window from the first row on.
    ///
    /// - Parameter limit: how many places at most; a sixth of them fills a screen.
    func window(limit: Int, _ db: Database) throws -> ListWindow {
        if let plan = try FilterPlan(finding: few, of: filter, on: table, db) {
            return try ListQuery(table: table, order: order, plan: plan, scope: scope).window(
                from: .beginning, limit: limit, db)
        }
        let guarded = try MaskedSearch.guarded(filter, on: table, db)
        let found = try places(limit: max(1, limit / 3), guarded, db)
        // With one source the index has found more than `few` rows that have all words; with several it was not asked
        // for all of them together, nor does it know which of them somebody may find by a guarded word.
        let isCommon = guarded.isEmpty && FilterPlan.sources(filter, on: table).count == 1
        return ListWindow(
            places: found, offset: 0, total: isCommon ? FilterPlan.counted + 1 : found.count, isTotalExact: false,
            isPartial: found.count < limit / 6 || !isCommon)
    }

    private func places(limit: Int, _ guarded: Set<String>, _ db: Database) throws -> [ListPlace] {
        let (sql, arguments) = sql(limit: limit, guarded)
        return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments).map {
            ListPlace(value: $0[1], row: $0[0])
        }
    }

    /// The question as SQL; its plan is tested.
    ///
    /// - Parameter guarded: words that are not looked for in national IDs and mobiles.
    func sql(limit: Int, _ guarded: Set<String> = []) -> (String, StatementArguments) {
        let plan = FilterPlan(words: filter.words, reach: .many, source: nil, guarded: guarded)
        let words = filter.words.map(plan.holds).joined(separator: " AND ")
        let condition = scope.isAll ? "" : " WHERE \(scope.sql)"
        let direction = order.isDescending ? "DESC" : "ASC"
        let sql = """
            SELECT row, place FROM (
                SELECT rowid AS row, \(order.column) AS place, search FROM \(table)\(condition)
                ORDER BY \(order.column) \(direction), rowid \(direction) LIMIT ?
            ) WHERE \(words) LIMIT ?
            """
        return (sql, StatementArguments(scope.arguments) + [rows] + StatementArguments(filter.words) + [limit])
    }
}
