import Domain
import GRDB
import Persian

/// How many records of a sort stood open on each day, kept as what each day changed: the fifth step of the file.
extension Schema {
    static let dayCounts = """
        CREATE TABLE dayCounts (
            name TEXT NOT NULL,
            day TEXT NOT NULL,
            change INTEGER NOT NULL,
            PRIMARY KEY (name, day)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO counters (name, value) VALUES ('activity', 0);
        CREATE TRIGGER activityBegins AFTER INSERT ON activity BEGIN
            UPDATE counters SET value = value + 1 WHERE name = 'activity';
        END;
        CREATE TRIGGER activityIsOver AFTER DELETE ON activity BEGIN
            UPDATE counters SET value = value + 1 WHERE name = 'activity';
        END;

        """
}

enum DayCounts {
    static let openNeeds = "needs.open"

    /// Counts what a change opened or closed to the day on which somebody did it.
    static func apply(_ change: Change, on day: Day, _ db: Database) throws {
        let difference = (isOpenNeed(change.after) ? 1 : 0) - (isOpenNeed(change.before) ? 1 : 0)
        guard difference != 0 else { return }
        try db.cachedStatement(
            sql: """
                INSERT INTO dayCounts (name, day, change) VALUES (?1, ?2, ?3)
                ON CONFLICT (name, day) DO UPDATE SET change = change + ?3
                """
        ).execute(arguments: [openNeeds, day.iso, difference])
    }

    private static func isOpenNeed(_ record: (any Record)?) -> Bool { (record as? Need)?.state == .open }
}

extension Reader {
    /// How many needs were open at the end of each of the last days, the oldest first, `day` itself the last.
    public func openNeeds(until day: Day, days: Int) throws(DecideError) -> [Int] {
        try storing {
            var open = try Int.fetchOne(db.cachedStatement(sql: Self.openNeedsSQL)) ?? 0
            let statement = try db.cachedStatement(sql: Self.dayCountsSQL)
            let first = day.advanced(by: 1 - days)
            var changes: [Day: Int] = [:]
            for row in try Row.fetchAll(statement, arguments: [DayCounts.openNeeds, first.iso]) {
                if let day = Day(iso: row[0]) { changes[day] = try row.figure(1) }
            }
            // From today back: what a day changed was not so the day before.
            open -= changes.reduce(0) { $0 + ($1.key > day ? $1.value : 0) }
            var counts: [Int] = []
            for step in 0..<days {
                counts.append(max(0, open))
                open -= changes[day.advanced(by: -step)] ?? 0
            }
            return counts.reversed()
        }
    }

    static let openNeedsSQL = "SELECT count(*) FROM needs WHERE state = 'open'"
    static let dayCountsSQL = "SELECT day, change FROM dayCounts WHERE name = ? AND day >= ?"

    /// How many camps were in the field on each of the last days, the oldest first, `day` itself the last.
    public func campsInTheField(until day: Day, days: Int) throws(DecideError) -> [Int] {
        let first = day.advanced(by: 1 - days)
        return try storing {
            let statement = try db.cachedStatement(sql: Self.inTheFieldSQL)
            var counts = Array(repeating: 0, count: days)
            let rows = try Row.fetchCursor(
                statement, arguments: [first.advanced(by: -Self.longestCamp).iso, day.iso, first.iso])
            while let row = try rows.next() {
                guard let from = Day(iso: row[0]), let to = Day(iso: row[1]) else { continue }
                for index in max(0, from - first)...max(0, min(to, day) - first) { counts[index] += 1 }
            }
            return counts
        }
    }

    /// A camp lasts fourteen days as a rule; one of more than a month is not looked for.
    static let longestCamp = 31

    static let inTheFieldSQL = """
        SELECT "from", "to" FROM camps
        WHERE state IN ('running', 'suspended', 'closed') AND "from" BETWEEN ? AND ? AND "to" >= ?
        """
}
