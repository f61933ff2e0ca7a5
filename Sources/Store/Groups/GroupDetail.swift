import Domain
import GRDB
import Persian

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
    /// What it was last given that is no goods, the latest first.
    public let spiritual: [SpiritualRow]
}

extension Reader {
    /// A group with its people; nil when there is no such code.
    ///
    /// - Parameter memberLimit: how many members to name.
    /// - Throws: what the store reports.
    public func groupDetail(_ code: String, memberLimit: Int, on rule: ActivityRule) throws(DecideError) -> GroupDetail?
    {
        guard let group = try find(Group.self, key: code) else { return nil }
        let base = try group.base.flatMapTyped { code throws(DecideError) in try find(Base.self, key: code) }
        let council = try group.council.flatMapTyped { code throws(DecideError) in try find(Council.self, key: code) }
        let courses = try courses(ofGroup: code, limit: 6)
        let spiritual = try spiritualSupport(of: NeedTarget(subject: .group, code: code), limit: 6)
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
                activity: try activity(of: code, rule), evidence: try evidence(of: code, rule), courses: courses,
                spiritual: spiritual)
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
