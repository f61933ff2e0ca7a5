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
    public func groups(
        matching filter: Filter, by order: ListOrder, from start: ListStart, limit: Int
    ) throws(DecideError) -> ListWindow {
        try storing {
            try ListQuery.window(of: "groups", by: order, matching: filter, from: start, limit: limit, db)
        }
    }

    /// What the list says of the group at a place; nil when it is gone.
    public func groupRow(at place: ListPlace, on rule: ActivityRule) throws(DecideError) -> GroupRow? {
        try storing {
            guard let group = try Group.fetch(db, where: "rowid = ?", [place.row]).first else { return nil }
            let base = try db.cachedStatement(sql: "SELECT name FROM bases WHERE code = ?")
            return GroupRow(
                group: group, baseName: try String.fetchOne(base, arguments: [group.base]),
                activity: try activity(of: group.code, rule))
        }
    }

    /// Who holds an office of a body on a day.
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

    /// How many groups a base has, from one index.
    public func groupCount(ofBase code: String) throws(DecideError) -> Int {
        try groupCount("SELECT count(*) FROM groups WHERE base = ?", code)
    }

    /// The same of a council.
    public func groupCount(ofCouncil code: String) throws(DecideError) -> Int {
        try groupCount("SELECT count(*) FROM groups WHERE council = ?", code)
    }

    private func groupCount(_ sql: String, _ code: String) throws(DecideError) -> Int {
        try storing { try Int.fetchOne(db.cachedStatement(sql: sql), arguments: [code]) ?? 0 }
    }

    /// The groups a person is a member of on a day, by code.
    public func groups(ofMember person: String, on day: Day) throws(DecideError) -> [String] {
        try storing {
            let statement = try db.cachedStatement(
                sql: """
                    SELECT DISTINCT "group" FROM memberships
                    WHERE person = ?1 AND "from" <= ?2 AND ifnull("to", ?2) >= ?2 ORDER BY "group"
                    """)
            return try String.fetchAll(statement, arguments: [person, day.iso])
        }
    }

    /// The groups that somebody is a member or in an office of, now, at most `limit`.
    public func groups(ofMember person: String, limit: Int) throws(DecideError) -> [Group] {
        try storing {
            try Group.fetch(
                db,
                where: """
                    code IN (SELECT "group" FROM memberships WHERE person = ?1 AND "to" IS NULL
                    UNION SELECT body FROM terms WHERE person = ?1 AND "to" IS NULL) ORDER BY code LIMIT ?2
                    """, [person, limit])
        }
    }

    /// The memberships of a group on a day, by the names of the members.
    public func memberships(of group: String, on day: Day) throws(DecideError) -> [(Membership, Person)] {
        try storing {
            let memberships = try Membership.fetch(
                db, where: "\"group\" = ?1 AND \"from\" <= ?2 AND ifnull(\"to\", ?2) >= ?2", [group, day.iso])
            let pairs = try memberships.compactMap { membership in
                try Person.fetch(db, key: membership.person).map { (membership, $0) }
            }
            return pairs.sorted { $0.1.sortName.lexicographicallyPrecedes($1.1.sortName) }
        }
    }

    /// How a group's last months are judged.
    public func activity(ofGroup group: String, _ rule: ActivityRule) throws(DecideError) -> Activity {
        try storing { try activity(of: group, rule) }
    }

    private func activity(of group: String, _ rule: ActivityRule) throws -> Activity {
        let evidence = try evidence(of: group, rule)
        return Activity(evidence, on: rule.day, needed: rule.needed, window: rule.window)
    }

    private func evidence(of group: String, _ rule: ActivityRule) throws -> [Evidence] {
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
}

/// All that a group's detail shows.
public struct GroupDetail: Hashable, Sendable {
    public struct Holder: Hashable, Sendable {
        public let office: Office
        public let person: Person
        public let from: Day
        public let to: Day?

        public func serves(on day: Day) -> Bool { from <= day && (to ?? day) >= day }
    }
    public struct Member: Hashable, Sendable {
        public let nationalID: String
        public let name: String
        public let from: Day
        public let to: Day?
    }
    public let group: Group
    public let base: Base?
    public let council: Council?
    /// Terms of office: who serves, then who is to come, then who served last.
    public let holders: [Holder]
    /// The first members in Persian order of their names, those who are yet to come behind all others; and how many there
    /// are, and are to come.
    public let members: [Member]
    public let memberCount: Int
    public let comingCount: Int
    public let activity: Activity
    public let evidence: [Evidence]
    /// The latest courses of its people.
    public let courses: [CourseOfPerson]
}

extension Reader {
    /// A group with its people; nil when there is no such code.
    ///
    /// - Parameter memberLimit: how many members to name.
    public func groupDetail(_ code: String, memberLimit: Int, on rule: ActivityRule) throws(DecideError) -> GroupDetail?
    {
        guard let group = try find(Group.self, key: code) else { return nil }
        let base = try group.base.flatMapTyped { code throws(DecideError) in try find(Base.self, key: code) }
        let council = try group.council.flatMapTyped { code throws(DecideError) in try find(Council.self, key: code) }
        let courses = try courses(ofGroup: code, limit: 6)
        return try storing {
            let day = rule.day.iso
            let count = try db.cachedStatement(
                sql: """
                    SELECT count(*) FROM memberships
                    WHERE "group" = ?1 AND ("from" > ?2) = ?3 AND ifnull("to", ?2) >= ?2
                    """)
            return GroupDetail(
                group: group, base: base, council: council, holders: try holders(of: code, on: rule.day),
                members: try members(of: code, on: day, limit: memberLimit),
                memberCount: try Int.fetchOne(count, arguments: [code, day, false]) ?? 0,
                comingCount: try Int.fetchOne(count, arguments: [code, day, true]) ?? 0,
                activity: try activity(of: code, rule), evidence: try evidence(of: code, rule), courses: courses)
        }
    }

    private func holders(of body: String, on day: Day) throws -> [GroupDetail.Holder] {
        let terms = try Term.fetch(
            db,
            where: """
                body = ?1 ORDER BY CASE WHEN ifnull("to", ?2) < ?2 THEN 2 ELSE "from" > ?2 END, office, "from" DESC LIMIT 20
                """, [body, day.iso])
        return try terms.compactMap { term in
            try Person.fetch(db, key: term.person).map {
                GroupDetail.Holder(office: term.office, person: $0, from: term.from, to: term.to)
            }
        }
    }

    private func members(of group: String, on day: String, limit: Int) throws -> [GroupDetail.Member] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT p.nationalID, p.firstName || ' ' || p.lastName, m."from", m."to"
                FROM memberships m JOIN people p ON p.nationalID = m.person
                WHERE m."group" = ?1 AND ifnull(m."to", ?2) >= ?2 ORDER BY m."from" > ?2, p.nameKey LIMIT ?3
                """)
        return try Row.fetchAll(statement, arguments: [group, day, limit]).compactMap { row in
            Day(iso: row[2]).map { from in
                let to = (row[3] as String?).flatMap(Day.init(iso:))
                return GroupDetail.Member(nationalID: row[0], name: row[1], from: from, to: to)
            }
        }
    }
}

extension Person {
    fileprivate var sortName: [UInt8] { sortKey("\(lastName) \(firstName)") }
}

extension Optional {
    /// `flatMap` that keeps the type of the error.
    func flatMapTyped<T, E: Error>(_ body: (Wrapped) throws(E) -> T?) throws(E) -> T? {
        if let self { try body(self) } else { nil }
    }
}
