import Domain
import GRDB
import Persian

/// What a list says of a group.
public struct GroupRow: Hashable, Sendable {
    public let group: Group
    public let baseName: String?
    public let activity: Activity
}

extension ListOrder {
    public static let groupCode = ListOrder("code")
    public static let groupSize = ListOrder("size")
    public static let groupRegistration = ListOrder("registeredOn")
}

/// How a group's activity is judged: the day, and what the office set.
public struct ActivityRule: Hashable, Sendable {
    public let day: Day
    public let needed: Int
    public let window: Int
}

extension Reader {
    /// The office's rule by which groups are judged on a day.
    ///
    /// - Throws: what the store reports.
    public func activityRule(on day: Day) throws(DecideError) -> ActivityRule {
        ActivityRule(
            day: day, needed: try setting("activity.months").integer ?? 4,
            window: try setting("activity.window").integer ?? 12)
    }

    /// A window of the groups' list.
    ///
    /// - Parameters:
    ///   - start: where it begins.
    ///   - limit: how many rows at most.
    /// - Throws: what the store reports.
    public func groups(
        matching filter: Filter, by order: ListOrder, from start: ListStart, limit: Int
    ) throws(DecideError) -> ListWindow {
        try storing {
            try ListQuery.window(of: "groups", by: order, matching: filter, from: start, limit: limit, db)
        }
    }

    /// What the list says of the group at a place; nil when it is gone.
    ///
    /// - Throws: what the store reports.
    public func groupRow(at place: ListPlace, on rule: ActivityRule) throws(DecideError) -> GroupRow? {
        try storing {
            guard let group = try Group.fetch(db, where: "rowid = ?", [place.row]).first else { return nil }
            let base = try db.cachedStatement(sql: "SELECT name FROM bases WHERE code = ?")
            return GroupRow(
                group: group, baseName: try String.fetchOne(base, arguments: [group.base]),
                activity: try activity(of: group.code, rule))
        }
    }

    /// How many groups a base has, from one index.
    ///
    /// - Throws: what the store reports.
    public func groupCount(ofBase code: String) throws(DecideError) -> Int {
        try groupCount("SELECT count(*) FROM groups WHERE base = ?", code)
    }

    /// The same of a council.
    ///
    /// - Throws: what the store reports.
    public func groupCount(ofCouncil code: String) throws(DecideError) -> Int {
        try groupCount("SELECT count(*) FROM groups WHERE council = ?", code)
    }

    private func groupCount(_ sql: String, _ code: String) throws(DecideError) -> Int {
        try storing { try Int.fetchOne(db.cachedStatement(sql: sql), arguments: [code]) ?? 0 }
    }

    /// How a group's last months are judged.
    ///
    /// - Throws: what the store reports.
    public func activity(ofGroup group: String, _ rule: ActivityRule) throws(DecideError) -> Activity {
        try storing { try activity(of: group, rule) }
    }

    func activity(of group: String, _ rule: ActivityRule) throws -> Activity {
        let evidence = try evidence(of: group, rule)
        return Activity(evidence, on: rule.day, needed: rule.needed, window: rule.window)
    }

    func evidence(of group: String, _ rule: ActivityRule) throws -> [Evidence] {
        let month = JalaliMonth(of: rule.day)
        let statement = try db.cachedStatement(
            sql: """
                SELECT month, source, count FROM activity WHERE "group" = ? AND month >= ? AND month < ?
                ORDER BY month, source
                """)
        let rows = try Row.fetchCursor(
            statement, arguments: [group, month.advanced(by: -rule.window).number, month.number])
        var evidence: [Evidence] = []
        while let row = try rows.next() {
            let month = JalaliMonth(number: try row.figure(0))
            evidence.append(Evidence(group: group, month: month, source: row[1], count: try row.figure(2)))
        }
        return evidence
    }

    /// Who holds an office of a body on a day.
    ///
    /// - Throws: what the store reports.
    public func holder(of body: String, _ office: Office, on day: Day) throws(DecideError) -> Person? {
        try storing {
            let term = try Term.fetch(
                db,
                where:
                    "body = ?1 AND office = ?2 AND \"from\" <= ?3 AND ifnull(\"to\", ?3) >= ?3 ORDER BY \"from\" DESC LIMIT 1",
                [body, office.rawValue, day.iso])
            return try term.first.flatMap { try Person.fetch(db, key: $0.person) }
        }
    }
}

/// The three counters of the office.
public struct GroupCounters: Hashable, Sendable {
    public private(set) var registered: Int
    /// The file's evidence counter and the rule: while both are unchanged, so are the two counters below.
    let evidence: Int
    let rule: ActivityRule
    public let continuouslyActive: Int
    public let inTheFieldThisSeason: Int

    fileprivate func with(_ registered: Int) -> GroupCounters {
        var counters = self
        counters.registered = registered
        return counters
    }
}

extension Reader {
    /// Registered, continuously active, and in the field in this season of the year.
    ///
    /// - Parameter former: the counters read last; the evidence is scanned again only if it changed since.
    /// - Throws: what the store reports.
    public func groupCounters(
        _ rule: ActivityRule, since former: GroupCounters? = nil
    ) throws(DecideError) -> GroupCounters {
        try storing {
            let registered = try Counters.value("groups.registered", db)
            let evidence = try Counters.value("activity", db)
            if let former, former.evidence == evidence, former.rule == rule { return former.with(registered) }

            let month = JalaliMonth(of: rule.day)
            let season = JalaliMonth(number: month.number - (month.month - 1) % 3)
            let field = try db.cachedStatement(sql: Self.fieldSQL)
            return GroupCounters(
                registered: registered, evidence: evidence, rule: rule,
                continuouslyActive: try activeGroups(rule),
                inTheFieldThisSeason: try Int.fetchOne(
                    field, arguments: [CampDays.id, season.number, season.number + 3]) ?? 0)
        }
    }

    static let fieldSQL = """
        SELECT count(DISTINCT "group") FROM activity WHERE source = ? AND month >= ? AND month < ?
        """

    /// How many groups are continuously active, as ``Activity`` judges each of them.
    ///
    /// Scans one index of the evidence totals, not the records: a short entry for each group, month and source. It runs
    /// after a commit, never at a key.
    private func activeGroups(_ rule: ActivityRule) throws -> Int {
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
    ///
    /// - Throws: what the store reports.
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
