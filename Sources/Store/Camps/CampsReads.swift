import Domain
import GRDB
import Persian

/// What the board judges camps by: the time, and when reports are due.
public struct CampRule: Hashable, Sendable {
    public let now: Moment
    public let due: ReportDue

    public init(now: Moment, due: ReportDue) {
        self.now = now
        self.due = due
    }

    public var today: Day { now.day(in: .tehran) }
}

/// What the board says of a camp.
public struct CampRow: Hashable, Sendable {
    public let camp: Camp
    /// Nil unless it is running.
    public let live: LiveState?
    public let missing: Int
    public let reports: Int
    /// The last day with a report, when that came, and whom it counted.
    public let lastDay: Day?
    public let lastAt: Moment?
    public let present: Int?
    /// What the last report's author wrote beside the figures.
    public let note: String?
    /// Over all its reports.
    public let beneficiaries: Int
    public let openNeeds: Int
    public let openIncidents: Int
    public let alarms: Int

    /// Which day of the camp it is: 1 on the first; 0 before it, the last one after it.
    public func dayNumber(on day: Day) -> Int { max(0, min(day - camp.from + 1, camp.length)) }
}

/// One day of a camp's strip.
public struct CampDay: Hashable, Sendable {
    public let day: Day
    /// Nil when the day has no report.
    public let report: DailyReport?
    public let isDue: Bool
}

/// Somebody who may be at a camp.
public struct CampPerson: Hashable, Sendable {
    public let nationalID: String
    public let name: String
    /// The camp at which he or she is that day; nil for none.
    public let otherCamp: String?
}

extension ListOrder {
    public static let campStart = ListOrder("\"from\"")
    public static let campCode = ListOrder("code")
}

extension Reader {
    /// The rule that the board judges camps by at a moment.
    ///
    /// - Throws: what the store reports.
    public func campRule(at now: Moment) throws(DecideError) -> CampRule {
        CampRule(now: now, due: try registry.reportDue())
    }

    /// What the board says of the camp at a place; nil when it is gone.
    ///
    /// - Throws: what the store reports.
    public func campRow(at place: ListPlace, _ rule: CampRule) throws(DecideError) -> CampRow? {
        try storing {
            guard let camp = try Camp.fetch(db, where: "rowid = ?", [place.row]).first else { return nil }
            return try campRow(camp, rule)
        }
    }

    /// The same of the camp of a code.
    ///
    /// - Throws: what the store reports.
    public func campRow(_ code: String, _ rule: CampRule) throws(DecideError) -> CampRow? {
        try storing { try Camp.fetch(db, key: code).flatMap { try campRow($0, rule) } }
    }

    private func campRow(_ camp: Camp, _ rule: CampRule) throws -> CampRow? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT reports, lastDay, lastAt, present, beneficiaries, openNeeds, openIncidents, alarms,
                    (SELECT note FROM reports WHERE camp = ?1 AND state = 'current' ORDER BY day DESC LIMIT 1)
                FROM camps WHERE code = ?1
                """)
        guard let row = try Row.fetchOne(statement, arguments: [camp.code]) else { return nil }
        let last = (row[1] as String?).flatMap(Day.init(iso:))
        let (reports, alarms) = (try row.figure(0), try row.figure(7))
        let missing = rule.due.missing(of: camp.days, reports: reports, last: last, at: rule.now)
        return try CampRow(
            camp: camp, live: camp.state == .running ? LiveState(missing: missing, alarms: alarms) : nil,
            missing: missing, reports: reports, lastDay: last, lastAt: (row[2] as String?).flatMap(Moment.init(iso:)),
            present: row.figureIfAny(3), note: row[8], beneficiaries: row.figure(4), openNeeds: row.figure(5),
            openIncidents: row.figure(6), alarms: alarms)
    }

    /// A window of all camps.
    ///
    /// - Throws: what the store reports.
    public func camps(
        matching filter: Filter, by order: ListOrder, from start: ListStart, limit: Int
    ) throws(DecideError) -> ListWindow {
        try storing {
            try ListQuery.window(of: "camps", by: order, matching: filter, from: start, limit: limit, db)
        }
    }

    /// The place of a camp, by which lists find it again.
    ///
    /// - Throws: what the store reports.
    public func campPlace(_ code: String) throws(DecideError) -> ListPlace? {
        try storing {
            let statement = try db.cachedStatement(sql: "SELECT rowid FROM camps WHERE code = ?")
            return try Int64.fetchOne(statement, arguments: [code]).map { ListPlace(row: $0) }
        }
    }

    /// The strip of a camp: each of its days with its current report.
    ///
    /// - Throws: what the store reports.
    public func campDays(of camp: Camp, _ rule: CampRule) throws(DecideError) -> [CampDay] {
        let current = try registry.reports(of: camp.code).filter { $0.state == .current }
        let byDay = Dictionary(current.map { ($0.day, $0) }, uniquingKeysWith: { _, last in last })
        let last = rule.due.lastDay(at: rule.now)
        return camp.days.map { CampDay(day: $0, report: byDay[$0], isDue: $0 <= last) }
    }

    /// All reports of a camp, corrected ones too, by day and number.
    ///
    /// - Throws: what the store reports.
    public func reports(of camp: String) throws(DecideError) -> [DailyReport] { try registry.reports(of: camp) }

    /// Who was marked as present at a camp on a day.
    ///
    /// - Throws: what the store reports.
    public func attendance(of camp: String, on day: Day) throws(DecideError) -> Attendance? {
        try registry.attendance(of: camp, on: day)
    }

    /// The last attendance that was taken before a day.
    ///
    /// - Throws: what the store reports.
    public func lastAttendance(of camp: String, before day: Day) throws(DecideError) -> Attendance? {
        try storing {
            try Attendance.fetch(db, where: "camp = ? AND day < ? ORDER BY day DESC LIMIT 1", [camp, day.iso]).first
        }
    }

    /// The members of a camp's groups on a day, in Persian order of their names.
    ///
    /// - Throws: what the store reports.
    public func people(ofCamp camp: String, on day: Day, limit: Int = 500) throws(DecideError) -> [CampPerson] {
        try storing {
            let statement = try db.cachedStatement(sql: Self.peopleSQL)
            return try Row.fetchAll(statement, arguments: [camp, day.iso, limit]).map { row in
                CampPerson(nationalID: row[0], name: row[1], otherCamp: row[2])
            }
        }
    }

    static let peopleSQL = """
        SELECT p.nationalID, p.firstName || ' ' || p.lastName,
            (SELECT a.camp FROM attendancePeople a WHERE a.person = p.nationalID AND a.day = ?2 AND a.camp <> ?1)
        FROM people p WHERE p.nationalID IN (
            SELECT m.person FROM campGroups g JOIN memberships m ON m."group" = g."group"
            WHERE g.camp = ?1 AND m."from" <= ?2 AND ifnull(m."to", ?2) >= ?2)
        ORDER BY p.nameKey LIMIT ?3
        """

    /// The camps that have a day in common with these, cancelled ones left out, those that begin first first. A camp
    /// lasts fourteen days as a rule, so only camps that began within the month before the first day are read.
    ///
    /// - Throws: what the store reports.
    public func camps(during days: ClosedRange<Day>, limit: Int) throws(DecideError) -> [Camp] {
        try storing {
            try Camp.fetch(
                db,
                where: """
                    "from" BETWEEN ? AND ? AND "to" >= ? AND state <> 'cancelled' ORDER BY "from", rowid LIMIT ?
                    """,
                [
                    days.lowerBound.advanced(by: -31).iso, days.upperBound.iso, days.lowerBound.iso, limit,
                ])
        }
    }

    /// How many camps were in the field on each of the last days, the oldest first, `day` itself the last.
    ///
    /// - Throws: what the store reports.
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
