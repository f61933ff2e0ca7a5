import Domain
import GRDB
import Persian

/// What lists and screens say of a service point.
public struct PointRow: Hashable, Sendable {
    public let point: ServicePoint
    public let openNeeds: Int
    public let openIncidents: Int
    /// How many grave incidents are open.
    public let alarms: Int
    /// Services of today by the clocks of the point.
    public let servedToday: Int
    /// How many items it has, and how many of them are at or below their reorder level.
    public let supplies: Int
    public let low: Int
    /// How many of its shifts are still to end, and the first of them that lacks people.
    public let shifts: Int
    public let gap: Shift?
}

/// The shifts that run and come, of all points that are not closed.
public struct ShiftCoverage: Hashable, Sendable {
    /// People assigned, at most as many as each shift needs; and people needed.
    public let present: Int
    public let needed: Int
    /// How many shifts lack people.
    public let gaps: Int
    /// How many people are missing from the shifts that run now.
    public let missingNow: Int
}

/// A season as its two countries count it.
public struct SeasonDates: Hashable, Sendable {
    public let season: Season
    /// 20 Safar by each country's announcements.
    public let arbaeen: [Country: Day]
    private let calendars: [Country: [Int: Day]]

    init(_ season: Season, among seasons: [Season]) {
        self.season = season
        var arbaeen: [Country: Day] = [:]
        var calendars: [Country: [Int: Day]] = [:]
        for country in Country.allCases {
            let calendar = seasons.calendar(of: country)
            arbaeen[country] = calendar.arbaeen(season.year)
            calendars[country] = calendar.announced
        }
        self.arbaeen = arbaeen
        self.calendars = calendars
    }

    public func calendar(of country: Country) -> LunarCalendar { LunarCalendar(announced: calendars[country] ?? [:]) }
}

extension Reader {
    // MARK: Seasons and points

    /// All seasons, by year.
    ///
    /// - Throws: what the store reports.
    public func seasons() throws(DecideError) -> [Season] { try registry.seasons() }

    /// The season for a day: the first whose Arbaeen was at most 30 days ago in any country, else the last.
    ///
    /// - Throws: what the store reports.
    public func season(on day: Day) throws(DecideError) -> SeasonDates? {
        let seasons = try registry.seasons()
        let dates = seasons.map { SeasonDates($0, among: seasons) }
        return dates.first { $0.arbaeen.values.contains { $0.advanced(by: 30) >= day } } ?? dates.last
    }

    /// The season of a lunar year.
    ///
    /// - Throws: what the store reports.
    public func season(_ year: Int) throws(DecideError) -> SeasonDates? {
        let seasons = try registry.seasons()
        return seasons.first { $0.year == year }.map { SeasonDates($0, among: seasons) }
    }

    /// A window of all points, those of the latest season first.
    ///
    /// - Throws: what the store reports.
    public func points(
        matching filter: Filter, from start: ListStart, limit: Int
    ) throws(DecideError) -> ListWindow {
        try storing {
            try ListQuery.window(of: "points", by: .name, matching: filter, from: start, limit: limit, db)
        }
    }

    /// What the list says of the point at a place; nil when it is gone.
    ///
    /// - Throws: what the store reports.
    public func pointRow(at place: ListPlace, _ now: Moment) throws(DecideError) -> PointRow? {
        try storing { try ServicePoint.fetch(db, where: "rowid = ?", [place.row]).first.flatMap { try row($0, now) } }
    }

    /// The same of the point of a code.
    ///
    /// - Throws: what the store reports.
    public func pointRow(_ code: String, _ now: Moment) throws(DecideError) -> PointRow? {
        try storing { try ServicePoint.fetch(db, key: code).flatMap { try row($0, now) } }
    }

    /// All points of a season, by country and code.
    ///
    /// - Throws: what the store reports.
    public func points(ofSeason year: Int) throws(DecideError) -> [ServicePoint] {
        try storing { try ServicePoint.fetch(db, where: "season = ? ORDER BY country DESC, code", [year]) }
    }

    /// How many grave incidents are open at all points.
    ///
    /// - Throws: what the store reports.
    public func pointAlarms() throws(DecideError) -> Int {
        try storing { try Int.fetchOne(db.cachedStatement(sql: Self.alarmsSQL)) ?? 0 }
    }

    /// The open grave incidents of points, the worst and newest first.
    ///
    /// - Throws: what the store reports.
    public func openPointIncidents(limit: Int) throws(DecideError) -> [Incident] {
        try storing {
            let open = try Incident.fetch(
                db, where: "point IS NOT NULL AND state = 'open' AND severity IN ('serious', 'fatal') LIMIT ?",
                [Self.openLimit])
            return Array(open.sorted(by: Incident.worstFirst).prefix(limit))
        }
    }

    /// More grave incidents than are ever open at once.
    private static let openLimit = 1000

    static let alarmsSQL =
        "SELECT count(*) FROM incidents WHERE point IS NOT NULL AND state = 'open' AND severity <> 'minor'"

    private func row(_ point: ServicePoint, _ now: Moment) throws -> PointRow? {
        let statement = try db.cachedStatement(sql: Self.pointSQL)
        let today = now.day(in: point.zone).moments(in: point.zone)
        let arguments: StatementArguments = [
            point.code, today.lowerBound.epochSecond, today.upperBound.epochSecond,
            now.epochSecond - Shift.reach, now.epochSecond,
        ]
        guard let row = try Row.fetchOne(statement, arguments: arguments) else { return nil }
        let gap =
            point.state == .closed
            ? nil
            : try Shift.fetch(
                db, where: Self.gapOfPoint, [point.code, now.epochSecond - Shift.reach, now.epochSecond]
            ).first
        return try PointRow(
            point: point, openNeeds: row.figure(0), openIncidents: row.figure(1), alarms: row.figure(2),
            servedToday: row.figure(3), supplies: row.figure(4), low: row.figure(5), shifts: row.figure(6), gap: gap)
    }

    static let pointSQL = """
        SELECT openNeeds, openIncidents, alarms,
            (SELECT ifnull(sum(served), 0) FROM tallies WHERE point = ?1 AND begins >= ?2 AND begins < ?3),
            (SELECT count(*) FROM supplies WHERE point = ?1),
            (SELECT count(*) FROM supplies WHERE point = ?1 AND stock <= reorderLevel),
            (SELECT count(*) FROM shifts WHERE point = ?1 AND begins >= ?4 AND ends > ?5 AND state = 'planned')
        FROM points WHERE code = ?1
        """

    static let gapOfPoint = """
        point = ? AND begins >= ? AND ends > ? AND state = 'planned' AND present < needed ORDER BY begins LIMIT 1
        """

    // MARK: Shifts

    /// The shifts of a point that have a moment in common with these, cancelled ones left out, the earliest first.
    ///
    /// - Throws: what the store reports.
    public func shifts(at point: String, during moments: Range<Moment>) throws(DecideError) -> [Shift] {
        try registry.shifts(at: point, during: moments)
    }

    /// Shifts that lack people, at points that are not closed: those that run now, then by their beginning.
    ///
    /// - Throws: what the store reports.
    public func gaps(from now: Moment, limit: Int) throws(DecideError) -> [Shift] {
        try storing {
            try Shift.fetch(db, where: Self.gapsSQL, [now.epochSecond - Shift.reach, now.epochSecond, limit])
        }
    }

    static let gapsSQL = """
        begins >= ? AND ends > ? AND state = 'planned' AND present < needed
        AND point NOT IN (SELECT code FROM points WHERE state = 'closed') ORDER BY begins, point LIMIT ?
        """

    /// How many people are needed and come, hour by hour, over all shifts of a point.
    ///
    /// - Returns: for each hour from the first on, people come and people needed.
    /// - Throws: what the store reports.
    public func coverage(of point: String, from first: Moment, hours: Int) throws(DecideError) -> [(Int, Int)] {
        let last = Moment(milliseconds: first.milliseconds + Int64(hours) * 3_600_000)
        var counts = Array(repeating: (0, 0), count: hours)
        for shift in try shifts(at: point, during: first..<last) {
            let from = Int((shift.from.moment.milliseconds - first.milliseconds) / 3_600_000)
            let to = Int((shift.to.moment.milliseconds - first.milliseconds + 3_599_999) / 3_600_000)
            for hour in max(0, from)..<min(hours, max(0, to)) {
                counts[hour].0 += shift.present
                counts[hour].1 += shift.needed
            }
        }
        return counts
    }

    /// The first and the last moment of a point's shifts; nil when it has none.
    ///
    /// - Throws: what the store reports.
    public func shiftSpan(of point: String) throws(DecideError) -> Range<Moment>? {
        try storing {
            let statement = try db.cachedStatement(sql: Self.spanSQL)
            guard let row = try Row.fetchOne(statement, arguments: [point]), let first = try row.moment(0),
                let last = try row.moment(1)
            else { return nil }
            return first..<Moment(milliseconds: last.milliseconds + Int64(Shift.reach) * 1000)
        }
    }

    static let spanSQL = """
        SELECT (SELECT begins FROM shifts WHERE point = ?1 AND state = 'planned' ORDER BY begins LIMIT 1),
            (SELECT begins FROM shifts WHERE point = ?1 AND state = 'planned' ORDER BY begins DESC LIMIT 1)
        """

    /// How well the shifts that run and come are covered, from one index alone.
    ///
    /// - Throws: what the store reports.
    public func shiftCoverage(from now: Moment) throws(DecideError) -> ShiftCoverage {
        try storing {
            let statement = try db.cachedStatement(sql: Self.coverageSQL)
            let row = try Row.fetchOne(statement, arguments: [now.epochSecond - Shift.reach, now.epochSecond])
            return ShiftCoverage(
                present: row?[0] ?? 0, needed: row?[1] ?? 0, gaps: row?[2] ?? 0, missingNow: row?[3] ?? 0)
        }
    }

    static let coverageSQL = """
        SELECT ifnull(sum(min(present, needed)), 0), ifnull(sum(needed), 0), ifnull(sum(present < needed), 0),
            ifnull(sum(max(needed - present, 0)) FILTER (WHERE begins <= ?2), 0)
        FROM shifts WHERE begins >= ?1 AND ends > ?2 AND state = 'planned'
        AND point NOT IN (SELECT code FROM points WHERE state = 'closed')
        """

    // MARK: Supplies and tallies

    /// The supplies of a point, those that run out first, then by item.
    ///
    /// - Throws: what the store reports.
    public func supplies(of point: String) throws(DecideError) -> [Supply] {
        try storing {
            try Supply.fetch(
                db, where: "point = ? ORDER BY stock <= ifnull(reorderLevel, -1) DESC, nameKey", [point])
        }
    }

    /// The tallies of a point on one of its days.
    ///
    /// - Throws: what the store reports.
    public func tallies(of point: ServicePoint, on day: Day) throws(DecideError) -> [Tally] {
        try registry.tallies(of: point.code, during: day.moments(in: point.zone))
    }
}

extension Shift {
    /// How many seconds ago a shift that still runs can have begun: an hour more than the longest, for the night in
    /// which clocks are put back.
    static let reach = (Int64(longest) + 1) * 3600
}
