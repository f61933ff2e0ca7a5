import Domain
import GRDB
import Persian

extension Reader {
    /// The groups a person is a member of on a day, by code.
    ///
    /// - Throws: what the store reports.
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
    ///
    /// - Throws: what the store reports.
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
    ///
    /// - Throws: what the store reports.
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
}

extension Person {
    fileprivate var sortName: [UInt8] { sortKey("\(lastName) \(firstName)") }
}
