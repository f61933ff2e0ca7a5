import Domain
import GRDB
import Persian

/// How long somebody, or the people of a group, sat in courses.
public struct TrainingHours: Hashable, Sendable {
    /// A national ID, or a group's code.
    public let key: String
    public let name: String
    /// How many people, courses and sessions; one person in a line of a person.
    public let people: Int
    public let courses: Int
    public let sessions: Int
    public let minutes: Int
}

/// A course in which somebody is, or somebody of a group.
public struct CourseOfPerson: Hashable, Sendable {
    public let course: String
    public let title: String
    public let person: String
    public let name: String
    public let state: EnrolmentState
    public let courseState: CourseState
    public let from: Day

    /// What the enrolment is called now.
    public var phrase: Phrase { state.phrase(in: courseState) }
}

extension Reader {
    /// The hours of each person who was present at a session, by name.
    ///
    /// - Throws: what the store reports.
    public func hoursByPerson() throws(DecideError) -> [TrainingHours] {
        try hours(
            """
            SELECT p.nationalID, p.firstName || ' ' || p.lastName, 1, count(DISTINCT a.course), count(*), sum(s.minutes)
            FROM people p JOIN courseAttendancePeople a ON a.person = p.nationalID
                JOIN courseSessions s ON s.course = a.course AND s.session = a.session
            WHERE p.nationalID IN (SELECT person FROM courseAttendancePeople) GROUP BY p.rowid ORDER BY p.nameKey
            """)
    }

    /// The hours of each group's people: whoever was its member, head or media liaison on the day of a session.
    ///
    /// - Throws: what the store reports.
    public func hoursByGroup() throws(DecideError) -> [TrainingHours] {
        try hours(
            """
            SELECT g.code, g.name, count(DISTINCT h.person), count(DISTINCT h.course), count(*), sum(h.minutes)
            FROM (\(Self.sittings) UNION \(Self.sittingsOfHolders)) h JOIN groups g ON g.code = h.body
            GROUP BY g.rowid ORDER BY g.nameKey
            """)
    }

    private static let sittings = """
        SELECT m."group" AS body, a.person, a.course, a.session, s.minutes
        FROM courseAttendancePeople a JOIN courseSessions s ON s.course = a.course AND s.session = a.session
            JOIN memberships m ON m.person = a.person AND m."from" <= s.day AND ifnull(m."to", s.day) >= s.day
        """
    private static let sittingsOfHolders = """
        SELECT t.body, a.person, a.course, a.session, s.minutes
        FROM courseAttendancePeople a JOIN courseSessions s ON s.course = a.course AND s.session = a.session
            JOIN terms t ON t.person = a.person AND t."from" <= s.day AND ifnull(t."to", s.day) >= s.day
        """

    private func hours(_ sql: String) throws(DecideError) -> [TrainingHours] {
        try storing {
            try Row.fetchAll(db.cachedStatement(sql: sql)).map {
                TrainingHours(
                    key: $0[0], name: $0[1], people: try $0.figure(2), courses: try $0.figure(3),
                    sessions: try $0.figure(4), minutes: try $0.figure(5))
            }
        }
    }

    /// How many minutes somebody sat in courses.
    ///
    /// - Throws: what the store reports.
    public func minutes(ofPerson person: String) throws(DecideError) -> Int {
        try storing {
            let statement = try db.cachedStatement(
                sql: """
                    SELECT ifnull(sum(s.minutes), 0) FROM courseAttendancePeople a
                        JOIN courseSessions s ON s.course = a.course AND s.session = a.session
                    WHERE a.person = ?
                    """)
            return try Int.fetchOne(statement, arguments: [person]) ?? 0
        }
    }

    /// The courses of a person, the latest first.
    ///
    /// - Throws: what the store reports.
    public func courses(ofPerson person: String, limit: Int) throws(DecideError) -> [CourseOfPerson] {
        try courses(of: "e.person = ?1", person, limit)
    }

    /// The courses of a group's people, past ones too, the latest first.
    ///
    /// - Throws: what the store reports.
    public func courses(ofGroup group: String, limit: Int) throws(DecideError) -> [CourseOfPerson] {
        try courses(
            of: """
                e.person IN (SELECT person FROM memberships WHERE "group" = ?1
                    UNION SELECT person FROM terms WHERE body = ?1)
                """, group, limit)
    }

    private func courses(of condition: String, _ key: String, _ limit: Int) throws(DecideError) -> [CourseOfPerson] {
        try storing {
            let statement = try db.cachedStatement(
                sql: """
                    SELECT c.code, c.title, e.person, p.firstName || ' ' || p.lastName, e.state, c."from", c.state
                    FROM enrolments e JOIN courses c ON c.code = e.course JOIN people p ON p.nationalID = e.person
                    WHERE \(condition) ORDER BY c."from" DESC, c.code, p.nameKey LIMIT ?2
                    """)
            return try Row.fetchAll(statement, arguments: [key, limit]).compactMap { row in
                guard let state = EnrolmentState(rawValue: row[4]), let from = Day(iso: row[5]),
                    let courseState = CourseState(rawValue: row[6])
                else { return nil }
                return CourseOfPerson(
                    course: row[0], title: row[1], person: row[2], name: row[3], state: state,
                    courseState: courseState, from: from)
            }
        }
    }
}
