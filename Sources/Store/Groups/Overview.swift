import Domain
import GRDB
import Persian

/// What a director asks first: how many there are, and how it went in the last days.
extension Reader {
    /// How many groups are continuously active, as ``Activity`` judges each of them.
    ///
    /// Walks one index of the summary of evidence, not the records: a short entry a group, month and source. It is
    /// asked anew after a commit, not with a key.
    func activeGroups(_ rule: ActivityRule) throws -> Int {
        let month = JalaliMonth(of: rule.day)
        let statement = try db.cachedStatement(
            sql: """
                SELECT count(*) FROM (SELECT 1 FROM activity WHERE month >= ? AND month < ?
                    GROUP BY "group" HAVING count(DISTINCT month) >= ?)
                """)
        let first = month.advanced(by: -rule.window).number
        return try Int.fetchOne(statement, arguments: [first, month.number, rule.needed]) ?? 0
    }

    /// How many groups were registered on each of the last days, the oldest first, `day` itself the last.
    public func registrations(until day: Day, days: Int) throws(DecideError) -> [Int] {
        let first = day.advanced(by: 1 - days)
        return try storing {
            let statement = try db.cachedStatement(
                sql: """
                    SELECT registeredOn, count(*) FROM groups WHERE registeredOn BETWEEN ? AND ?
                    GROUP BY registeredOn ORDER BY registeredOn
                    """)
            var counts = Array(repeating: 0, count: days)
            for row in try Row.fetchAll(statement, arguments: [first.iso, day.iso]) {
                if let day = Day(iso: row[0]) { counts[day - first] = try row.figure(1) }
            }
            return counts
        }
    }
}
