import Domain
import GRDB
import Persian
import Testing

@testable import Store

/// The clock stands at 1401/05/05, noon.
@Suite("Courses in the file")
struct TrainingTests {
    let office: OfficeFile
    init() throws { office = try Self.office() }

    static let (zahra, reza, kowsar) = (someIDs[0], someIDs[1], someIDs[2])

    /// A course of two seats that is over but not completed, with two people in it and one who waits, and one that is
    /// still to come. 9990000018 heads Q-0001 and is its member.
    static func office() throws -> OfficeFile {
        let office = try ConstraintTests.office()
        try office.record(kowsar, first: "کوثر", last: "حیدری")
        try announce(office, "RK-1", capacity: 2, from: "1401/05/01", to: "1401/05/02")
        try announce(office, "RH-1", capacity: 1, from: "1401/06/01", to: "1401/06/02")
        for person in [zahra, reza, kowsar] { try enrol(office, person, in: "RK-1") }
        try attend(office, "S-1", zahra, reza)
        try attend(office, "S-2", zahra)
        return office
    }

    static func announce(
        _ office: OfficeFile, _ code: String, capacity: Int, from: String, to: String
    ) throws {
        try office.send(
            """
            {"command":"course.announce","code":"\(code)","title":"رسم خدمت","audience":"anyone","capacity":\(capacity),\
            "from":"\(from)","to":"\(to)","threshold":100,"sessions":["S-1 \(from) 09:00-12:00","S-2 \(to) 14:00-15:30"]}
            """)
    }

    @discardableResult
    static func enrol(_ office: OfficeFile, _ person: String, in course: String) throws -> LedgerEntry {
        try office.send(#"{"command":"course.enrol","course":"\#(course)","person":"\#(person)"}"#)
    }

    static func attend(_ office: OfficeFile, _ session: String, _ people: String...) throws {
        try office.send(
            #"{"command":"course.attend","course":"RK-1","session":"\#(session)","people":\#(people)}"#)
    }

    private func row(_ code: String = "RK-1") throws -> CourseRow {
        try #require(try office.view { (reader) throws(DecideError) in try reader.courseRow(code) })
    }

    private func complete() throws -> LedgerEntry {
        try office.send(#"{"command":"course.complete","code":"RK-1"}"#)
    }

    @Test("seats follow enrolment, withdrawal, undo and void")
    func seats() throws {
        #expect(try row().taken == 2 && row().waiting == 1 && row().free == 0 && row().held == 2)
        try office.send(
            #"{"command":"course.withdraw","course":"RK-1","person":"\#(Self.reza)","on":"1401/05/02"}"#)
        #expect(try row().taken == 1 && row().waiting == 1, "nobody is promoted from the first day on")
        let entry = try Self.enrol(office, Self.reza, in: "RK-1")
        #expect(try row().taken == 1 && row().waiting == 2, "nor is anybody enrolled past those who wait")
        try office.send(#"{"command":"ledger.undo","undo":"\#(entry.id)"}"#)
        try office.send(
            #"{"command":"record.void","kind":"enrolment","code":"RK-1/\#(Self.kowsar)","reason":"اشتباه"}"#)
        #expect(try row().taken == 1 && row().waiting == 0)
        let count = try office.view { (reader) throws(DecideError) in try reader.seatCount() }
        #expect(count == SeatCount(courses: 2, capacity: 3, taken: 1, waiting: 0))
        #expect(try office.verify { _, _ in }.problems == [])
    }

    @Test("the roster: those with a seat by name, then those who wait, then those who left")
    func roster() throws {
        try office.send(#"{"command":"person.amend","nationalID":"\#(Self.zahra)","lastName":"یاری"}"#)
        func rows(withSeat: Bool = false) throws -> [EnrolmentRow] {
            try office.view { (reader) throws(DecideError) in
                var rows: [EnrolmentRow] = []
                for place in try reader.roster(of: "RK-1", withSeat: withSeat) {
                    if let row = try reader.enrolmentRow(at: place) { rows.append(row) }
                }
                return rows
            }
        }
        #expect(try rows().map(\.person.nationalID) == [Self.reza, Self.zahra, Self.kowsar], "names as they are now")
        #expect(try rows().map(\.place) == [nil, nil, 1] && rows().map(\.attended.count) == [1, 2, 0])
        #expect(try rows(withSeat: true).count == 2)
        try office.send(
            #"{"command":"course.withdraw","course":"RK-1","person":"\#(Self.reza)","on":"1401/05/02"}"#)
        #expect(try rows().map(\.enrolment.state) == [.enrolled, .waitlisted, .withdrawn])
    }

    @Test("candidates by part of a name or a national ID in any digits, those who can be enrolled first")
    func candidates() throws {
        func found(_ text: String, _ course: String = "RH-1") throws -> [CourseCandidate] {
            try office.view { (reader) throws(DecideError) in
                guard let course = try reader.find(Course.self, key: course) else { return [] }
                return try reader.candidates(for: course, matching: text, limit: 20)
            }
        }
        #expect(try found("كاظمي").map(\.person.nationalID) == [Self.zahra, Self.reza])
        #expect(try found("۹۹۹۰۰۰۰۱۴۱").map(\.person.nationalID) == [Self.kowsar])
        #expect(try found("999-000-0141").map(\.person.nationalID) == [Self.kowsar])
        #expect(try found("کاظمی", "RK-1").allSatisfy { !$0.canEnrol } && found("").isEmpty)
        #expect(try found(Self.kowsar, "RK-1").first?.place == 1)
        try office.send(
            #"{"command":"course.amend","code":"RH-1","audience":"groupsAndMediaLiaisons"}"#)
        #expect(try found("کاظمی").map(\.canEnrol) == [true, false])
        #expect(try found("کاظمی")[1].eligibility.reason.en == "holds no office and is in no group on that day")
    }

    @Test("hours of people and groups follow attendance; members and heads of the day count for their group")
    func hours() throws {
        func hours(_ byGroup: Bool) throws -> [[String]] {
            let lines = try office.view { (reader) throws(DecideError) in
                if byGroup { try reader.hoursByGroup() } else { try reader.hoursByPerson() }
            }
            return lines.map { [$0.key, "\($0.people)", "\($0.sessions)", "\($0.minutes)"] }
        }
        #expect(try hours(false) == [[Self.zahra, "1", "2", "270"], [Self.reza, "1", "1", "180"]])
        #expect(try hours(true) == [["Q-0001", "1", "2", "270"]], "a member who is head as well counts once")
        try office.view { (reader) throws(DecideError) in
            #expect(try reader.minutes(ofPerson: Self.zahra) == 270)
            #expect(try reader.courses(ofPerson: Self.zahra, limit: 5).map(\.course) == ["RK-1"])
            #expect(try reader.courses(ofGroup: "Q-0001", limit: 5).map(\.person) == [Self.zahra])
        }
    }

    @Test("a course that a member completed is evidence in its month, and goes when that is undone")
    func evidence() throws {
        func months() throws -> [Int] {
            try office.view { (reader) throws(DecideError) in
                let rule = ActivityRule(day: try parsed("1401/06/10"), needed: 1, window: 2)
                return try reader.activity(ofGroup: "Q-0001", rule).months
            }
        }
        #expect(try months() == [0, 0])
        let entry = try complete()
        #expect(try months() == [0, 1])
        try office.send(#"{"command":"ledger.undo","undo":"\#(entry.id)"}"#)
        #expect(try months() == [0, 0] && office.verify { _, _ in }.problems == [])
    }

    private func parsed(_ text: String) throws(DecideError) -> Day {
        do { return try Day(parsing: text) } catch { throw .refused(.missing("day", Phrase(fa: text, en: text))) }
    }

    @Test("a whole course is voided with its parts and comes back; one with certificates stays")
    func void() throws {
        let void = #"{"command":"record.void","kind":"course","code":"RK-1","reason":"دوباره"}"#
        let entry = try office.send(void)
        #expect(try office.count("SELECT count(*) FROM courseAttendancePeople") == 0)
        try office.send(#"{"command":"ledger.undo","undo":"\#(entry.id)"}"#)
        #expect(try row().taken == 2 && row().waiting == 1 && office.verify { _, _ in }.problems == [])
        _ = try complete()
        try office.send(#"{"command":"course.certify","course":"RK-1","person":"\#(Self.zahra)"}"#)
        #expect(refusal { try office.send(void) } == .wrongState)
    }

    @Test("serials run on without a gap whatever is voided")
    func serials() throws {
        _ = try complete()
        let certify = #"{"command":"course.certify","course":"RK-1","person":"\#(Self.zahra)"}"#
        let first = CertificateSerial(number: 1).text
        #expect(try office.send(certify).result.first { $0.name == "serial" }?.value == .string(first))
        try office.send(#"{"command":"record.void","kind":"certificate","code":"\#(first)","reason":"نام اشتباه"}"#)
        let second = CertificateSerial(number: 2).text
        #expect(try office.send(certify).result.first { $0.name == "serial" }?.value == .string(second))
        #expect(try office.view { (reader) throws(DecideError) in try reader.lastCertificate() } == 2)
    }

    static let violations = [
        "UPDATE courses SET capacity = 1 WHERE code = 'RK-1'",
        "UPDATE enrolments SET state = 'enrolled'",
        "UPDATE enrolments SET state = 'withdrawn'",
        "UPDATE enrolments SET state = 'completed'",
        "UPDATE enrolments SET person = '9990000018'",
        "UPDATE enrolments SET course = 'X-9'",
        "UPDATE enrolments SET groups = '[\"Q-9999\"]'",
        "UPDATE courses SET audience = 'kings'",
        "UPDATE courses SET \"to\" = '2020-01-01'",
        "UPDATE courses SET sessions = '[]'",
        "UPDATE courses SET threshold = 101",
        "UPDATE courses SET trainer = '1234567890'",
        "UPDATE courseAttendance SET people = '[\"9990000034\"]'",
        "UPDATE courseAttendance SET session = 'S-1'",
        "DELETE FROM enrolments",
        "DELETE FROM people WHERE nationalID = '9990000141'",
        """
        INSERT INTO certificates SELECT NULL, 'x', 1, 'G-0000027', course, person, '2022-01-01', 'ali', 2, x'00', ''
        FROM enrolments LIMIT 1
        """,
        """
        INSERT INTO certificates SELECT NULL, 'x', 1, 'G-1', 'RH-1', '9990000018', '2022-01-01', 'ali', 1, x'00', ''
        """,
    ]

    @Test("what no rule catches the file refuses", arguments: violations)
    func constraints(_ sql: String) throws {
        #expect(throws: (any Error).self) { try office.execute(sql) }
        #expect(try office.verify { _, _ in }.problems == [])
    }

    @Test("every question of the desk walks or searches an index, and none reads all people")
    func plans() throws {
        let tests = QueryPlanTests()
        let asked = try tests.questions(office) {
            try office.view { (reader) throws(DecideError) in
                guard let course = try reader.find(Course.self, key: "RK-1"),
                    let start = try reader.courses(matching: Filter(), by: .courseStart, from: .beginning, limit: 5)
                        .places.first
                else { return }
                for from in [ListStart.around(start), .end] {
                    _ = try reader.courses(matching: Filter(), by: .courseStart.reversed(), from: from, limit: 5)
                    _ = try reader.courses(matching: Filter("خدمت"), by: .courseStart, from: from, limit: 5)
                }
                _ = try reader.courseRow(at: start)
                _ = try reader.seatCount()
                for place in try reader.roster(of: "RK-1") { _ = try reader.enrolmentRow(at: place) }
                _ = try reader.candidates(for: course, matching: "کاظمی", limit: 20)
                _ = try reader.candidates(for: course, matching: Self.zahra, limit: 20)
                _ = try reader.minutes(ofPerson: Self.zahra)
                _ = try reader.courses(ofPerson: Self.zahra, limit: 5)
                _ = try reader.courses(ofGroup: "Q-0001", limit: 5)
                _ = try reader.attendance(ofCourse: "RK-1", session: "S-1")
                _ = try reader.lastCertificate()
                let registry = reader.registry
                _ = try registry.enrolments(in: "RK-1")
                _ = try registry.enrolments(ofPerson: Self.zahra)
                _ = try registry.courses(taughtBy: Self.zahra, during: course.days)
                _ = try registry.nextCode(for: Course.self)
                _ = try registry.references(to: course, .all, limit: 20)
            }
        }
        #expect(asked.count > 25)
        let tables = [
            "courses", "enrolments", "courseAttendance", "courseAttendancePeople", "courseSessions", "certificates",
            "people", "memberships", "terms", "e", "a", "s", "c", "p",
        ]
        for sql in asked {
            let plan = try tests.plan(sql, office)
            let scans = plan.filter { step in
                tables.contains { (step + " ").hasPrefix("SCAN \($0) ") } && !step.contains("USING")
            }
            #expect(scans == [], "\(sql): \(plan)")
            #expect(!plan.contains { ($0 + " ").hasPrefix("SCAN people ") }, "\(sql): \(plan)")
        }
    }
}
