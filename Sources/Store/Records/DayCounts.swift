import Domain
import GRDB
import Persian

/// A count by the day: how many records of a kind met a condition at the end of each.
struct DayCount: Sendable {
    let name: String
    let kind: RecordKind
    let isCounted: @Sendable (any Record) -> Bool

    init<R: Record>(_ name: String, _ type: R.Type, where isCounted: @escaping @Sendable (R) -> Bool) {
        self.name = name
        kind = R.kind
        self.isCounted = { ($0 as? R).map(isCounted) ?? false }
    }
}

/// The counts by the day, stored as what each day changed.
enum DayCounts {
    /// Adds what a change opened or closed to the day on which it was made.
    static func apply(_ change: Change, on day: Day, _ db: Database) throws {
        for count in StoredParts.dayCounts[change.kind.name] ?? [] {
            let (before, after) = (change.before.map(count.isCounted), change.after.map(count.isCounted))
            let difference = (after == true ? 1 : 0) - (before == true ? 1 : 0)
            guard difference != 0 else { continue }
            try db.cachedStatement(
                sql: """
                    INSERT INTO dayCounts (name, day, change) VALUES (?1, ?2, ?3)
                    ON CONFLICT (name, day) DO UPDATE SET change = change + ?3
                    """
            ).execute(arguments: [count.name, day.iso, difference])
        }
    }
}

extension Reader {
    /// How many there were at the end of each of the last days, the oldest first, `day` itself the last.
    ///
    /// - Parameter now: how many there are.
    func counts(_ name: String, now: Int, until day: Day, days: Int) throws -> [Int] {
        let statement = try db.cachedStatement(sql: Self.dayCountsSQL)
        let first = day.advanced(by: 1 - days)
        var changes: [Day: Int] = [:]
        for row in try Row.fetchAll(statement, arguments: [name, first.iso]) {
            if let day = Day(iso: row[0]) { changes[day] = try row.figure(1) }
        }
        // Backwards from today, taking off what each day changed.
        var open = now - changes.reduce(0) { $0 + ($1.key > day ? $1.value : 0) }
        var counts: [Int] = []
        for step in 0..<days {
            counts.append(max(0, open))
            open -= changes[day.advanced(by: -step)] ?? 0
        }
        return counts.reversed()
    }

    static let dayCountsSQL = "SELECT day, change FROM dayCounts WHERE name = ? AND day >= ?"
}
