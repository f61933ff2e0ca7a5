import Domain
import GRDB
import Persian

/// What lists say of a course: its seats beside the record.
public struct CourseRow: Hashable, Sendable {
    public let course: Course
    /// Seats taken, and how many people wait.
    public let taken: Int
    public let waiting: Int
    /// At how many sessions attendance was taken.
    public let held: Int
    /// How many certificates were issued for it.
    public let certificates: Int

    public var free: Int { max(0, course.capacity - taken) }
}

/// Somebody in a course, with what the desk shows beside the name.
public struct EnrolmentRow: Hashable, Sendable {
    public let enrolment: Enrolment
    public let person: Person
    /// The place on the waiting list, from 1; nil for those who do not wait.
    public let place: Int?
    /// Codes of the sessions at which the person was present.
    public let attended: Set<String>
    public let certificate: String?
}

/// Somebody whom a course may take: how he or she stands to it.
public struct CourseCandidate: Hashable, Sendable {
    public let person: Person
    public let eligibility: Eligibility
    /// The enrolment that is there already; one that was withdrawn is in nobody's way.
    public let enrolment: Enrolment?
    public let place: Int?
    /// How well the name answers what was typed.
    public let match: FoundRank

    /// Whether what was typed is a whole word of the name, or the ID.
    public var isWhole: Bool { match <= .words }
    public var canEnrol: Bool { eligibility.mayAttend && (enrolment.map { $0.state == .withdrawn } ?? true) }
}

/// The seats of all courses that are announced.
public struct SeatCount: Hashable, Sendable {
    public let courses: Int
    public let capacity: Int
    public let taken: Int
    public let waiting: Int
}

extension ListOrder {
    public static let courseStart = ListOrder("\"from\"")
}

extension Reader {
    /// A window of all courses.
    ///
    /// - Throws: what the store reports.
    public func courses(
        matching filter: Filter, by order: ListOrder, from start: ListStart, limit: Int
    ) throws(DecideError) -> ListWindow {
        try storing {
            try ListQuery.window(of: "courses", by: order, matching: filter, from: start, limit: limit, db)
        }
    }

    /// What the list says of the course at a place; nil when it is gone.
    ///
    /// - Throws: what the store reports.
    public func courseRow(at place: ListPlace) throws(DecideError) -> CourseRow? {
        try storing { try Course.fetch(db, where: "rowid = ?", [place.row]).first.flatMap(courseRow) }
    }

    /// The same of the course of a code.
    ///
    /// - Throws: what the store reports.
    public func courseRow(_ code: String) throws(DecideError) -> CourseRow? {
        try storing { try Course.fetch(db, key: code).flatMap(courseRow) }
    }

    private func courseRow(_ course: Course) throws -> CourseRow? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT taken, waiting, (SELECT count(*) FROM courseAttendance WHERE course = code),
                    (SELECT count(*) FROM certificates WHERE course = code)
                FROM courses WHERE code = ?
                """)
        return try Row.fetchOne(statement, arguments: [course.code]).map {
            CourseRow(
                course: course, taken: try $0.figure(0),
                // Nobody waits for a course that is over or cancelled; the menu's badge leaves them out too.
                waiting: course.state == .announced ? try $0.figure(1) : 0, held: try $0.figure(2),
                certificates: try $0.figure(3))
        }
    }

    /// The seats of the courses that are announced, from one index alone.
    ///
    /// - Throws: what the store reports.
    public func seatCount() throws(DecideError) -> SeatCount {
        try storing {
            let statement = try db.cachedStatement(
                sql: """
                    SELECT count(*), ifnull(sum(capacity), 0), ifnull(sum(taken), 0), ifnull(sum(waiting), 0)
                    FROM courses WHERE state = 'announced'
                    """)
            guard let row = try Row.fetchOne(statement) else {
                return SeatCount(courses: 0, capacity: 0, taken: 0, waiting: 0)
            }
            return try SeatCount(
                courses: row.figure(0), capacity: row.figure(1), taken: row.figure(2), waiting: row.figure(3))
        }
    }

    /// Everybody in a course: those with a seat by name, then those who wait in their order, then those who withdrew.
    ///
    /// The places are read from an index alone; ``enrolmentRow(at:)`` reads a record when it is shown.
    ///
    /// - Throws: what the store reports.
    public func roster(of course: String, withSeat: Bool = false) throws(DecideError) -> [ListPlace] {
        try storing {
            let statement = try db.cachedStatement(
                sql: "SELECT rowid, state, number FROM enrolments WHERE course = ? ORDER BY nameKey, rowid")
            let rows = try Row.fetchCursor(statement, arguments: [course])
            var (seated, waiting, gone): ([ListPlace], [(Int, ListPlace)], [ListPlace]) = ([], [], [])
            while let row = try rows.next() {
                let place = ListPlace(row: row[0])
                switch EnrolmentState(rawValue: row[1]) {
                case .waitlisted: waiting.append((row[2], place))
                case .withdrawn: gone.append(place)
                default: seated.append(place)
                }
            }
            if withSeat { return seated }
            return seated + waiting.sorted { $0.0 < $1.0 }.map(\.1) + gone
        }
    }

    /// What the desk shows of the enrolment at a place; nil when it is gone.
    ///
    /// - Throws: what the store reports.
    public func enrolmentRow(at place: ListPlace) throws(DecideError) -> EnrolmentRow? {
        try record(Enrolment.self, at: place).flatMapTyped { (enrolment) throws(DecideError) in
            try enrolmentRow(of: enrolment)
        }
    }

    /// The same of an enrolment that was read already; nil when its person is gone.
    ///
    /// - Throws: what the store reports.
    public func enrolmentRow(of enrolment: Enrolment) throws(DecideError) -> EnrolmentRow? {
        guard let person = try find(Person.self, key: enrolment.person) else { return nil }
        let isWaiting = enrolment.state == .waitlisted
        let before = isWaiting ? try registry.waiting(in: enrolment.course, before: enrolment.number) : 0
        let certificate = try registry.certificate(of: enrolment.person, for: enrolment.course)
        return try storing {
            let statement = try db.cachedStatement(
                sql: "SELECT session FROM courseAttendancePeople WHERE person = ? AND course = ?")
            let attended = try String.fetchSet(statement, arguments: [enrolment.person, enrolment.course])
            return EnrolmentRow(
                enrolment: enrolment, person: person, place: isWaiting ? before + 1 : nil, attended: attended,
                certificate: certificate?.serial)
        }
    }

    /// What completing a course would come to on a day: who passes, who fails, at which sessions nobody took
    /// attendance. Nil when there is no such course. Nothing is changed.
    ///
    /// - Throws: what the store reports.
    public func courseOutcome(_ code: String, on day: Day) throws(DecideError) -> CourseOutcome? {
        guard let course = try find(Course.self, key: code) else { return nil }
        return try registry.outcome(of: course, on: day)
    }

    /// Who was marked as present at a session.
    ///
    /// - Throws: what the store reports.
    public func attendance(
        ofCourse course: String, session: String
    ) throws(DecideError) -> CourseAttendance? {
        try registry.attendance(ofCourse: course, session: session)
    }

    /// The people whom a text finds, as a course would take them: whole words of the name before parts of one, then those
    /// who can be enrolled. A whole national ID, in any digits and without its zeros, finds just its owner.
    ///
    /// - Parameter limit: how many are looked at; each is judged by his or her own terms and memberships alone.
    /// - Throws: what the store reports.
    public func candidates(
        for course: Course, matching text: String, limit: Int
    ) throws(DecideError) -> [CourseCandidate] {
        if let id = try? NationalID(text), let person = try find(Person.self, key: id.digits) {
            return [try candidate(person, .key, for: course)]
        }
        var candidates: [CourseCandidate] = []
        for found in try found(Person.kind, text, limit: limit) {
            guard let person = found.record as? Person else { continue }
            candidates.append(try candidate(person, found.rank, for: course))
        }
        func order(_ candidate: CourseCandidate) -> Int { (candidate.isWhole ? 0 : 2) + (candidate.canEnrol ? 0 : 1) }
        return candidates.indices.sorted { (order(candidates[$0]), $0) < (order(candidates[$1]), $1) }
            .map { candidates[$0] }
    }

    private func candidate(
        _ person: Person, _ match: FoundRank, for course: Course
    ) throws(DecideError) -> CourseCandidate {
        let judged = try registry.eligibility(of: person.nationalID, for: course.audience, on: course.from)
        let enrolment = try registry.enrolment(of: person.nationalID, in: course.code)
        let isWaiting = enrolment?.state == .waitlisted
        let before = isWaiting ? try registry.waiting(in: course.code, before: enrolment?.number ?? 0) : 0
        return CourseCandidate(
            person: person, eligibility: judged, enrolment: enrolment, place: isWaiting ? before + 1 : nil, match: match
        )
    }

    /// The same of a person in a course; nil when there is none.
    ///
    /// - Throws: what the store reports.
    public func enrolmentRow(of person: String, in course: String) throws(DecideError) -> EnrolmentRow? {
        try registry.enrolment(of: person, in: course).flatMapTyped { (enrolment) throws(DecideError) in
            try enrolmentRow(of: enrolment)
        }
    }

    /// The certificate that somebody holds for a course.
    ///
    /// - Throws: what the store reports.
    public func certificate(of person: String, for course: String) throws(DecideError) -> Certificate? {
        try registry.certificate(of: person, for: course)
    }

    /// The number of the last certificate that was ever issued.
    ///
    /// - Throws: what the store reports.
    public func lastCertificate() throws(DecideError) -> Int { try registry.lastCertificate() }
}
