import Persian
import Testing

@testable import Domain

/// What leaves the office with a record, comes back with it, and how it is called for.
@Suite("Leaving and coming back")
struct LeavingTests {
    let office: TestOffice
    init() throws { office = try TestOffice() }

    private func void(_ kind: String, _ code: String) -> String {
        #"{"command":"record.void","kind":"\#(kind)","code":"\#(code)","reason":"آزمایش"}"#
    }
    private func undo(_ entry: LedgerEntry) -> String { #"{"command":"ledger.undo","undo":"\#(entry.id)"}"# }

    @Test("a congress leaves with its halls and sessions, each part before what it names, and comes back with them")
    func congress() throws {
        for line in [
            #"{"command":"congress.open","year":1401,"number":1,"city":"c","venue":"v","from":"1401/05/09","to":"1401/05/11"}"#,
            #"{"command":"hall.add","congress":1401,"name":"h","seats":5}"#,
            """
            {"command":"session.schedule","congress":1401,"hall":"HALL-01","from":"1401/05/09T10:00",\
            "to":"1401/05/09T11:00","title":"t","kind":"panel"}
            """,
        ] { try office.carriesOut(line) }
        let before = office.registry.contents
        let gone = try office.carriesOut(void("congress", "1401"))
        #expect(gone.changes.map { type(of: $0.record).kind.name } == ["session", "hall", "congress"])
        let back = try office.carriesOut(undo(gone))
        #expect(office.registry.contents == before)
        try office.carriesOut(undo(back))
        #expect(office.registry.all(Hall.self).isEmpty && office.registry.all(CongressSession.self).isEmpty)
    }

    @Test("what a part is used by keeps the whole")
    func partInUse() throws {
        for line in [
            #"{"command":"congress.open","year":1401,"number":1,"city":"c","venue":"v","from":"1401/05/09","to":"1401/05/11"}"#,
            #"{"command":"guest.invite","congress":1401,"name":"رضا","category":"other","rank":1}"#,
        ] { try office.carriesOut(line) }
        office.refuses(void("congress", "1401"), as: .wrongState, saying: "G-001", "رضا")
    }

    @Test("a course that was attended leaves, comes back and leaves again")
    func redo() throws {
        let id = "9990000018"
        for line in [
            TrainingTests.course("T-001", audience: "anyone"), TrainingTests.enrol(id, in: "T-001"),
            #"{"command":"course.attend","course":"T-001","session":"S-1","people":["\#(id)"]}"#,
        ] { try office.carriesOut(line) }
        let gone = try office.carriesOut(void("course", "T-001"))
        let back = try office.carriesOut(undo(gone))
        try office.carriesOut(undo(back))
        #expect(office.registry.all(Enrolment.self).isEmpty)
    }

    @Test("a code may hold slashes: its memberships, terms, reports and enrolments are found by their keys")
    func slashes() throws {
        let group = """
            {"command":"group.register","code":"123/45","name":"g","kind":"general","fields":["other"],"county":"c",\
            "size":50,"registeredOn":"1400/10/10","head":"9990000026"}
            """
        let member = #"{"command":"membership.begin","group":"123/45","person":"9990000018","from":"1400/10/10"}"#
        for line in [group, member, CampTests.bahar.replacing("C-001", with: "C/1")] { try office.carriesOut(line) }
        for line in [#"{"command":"camp.approve","code":"C/1"}"#, #"{"command":"camp.start","code":"C/1"}"#] {
            try office.carriesOut(line)
        }
        try office.carriesOut(void("membership", "۱۲۳/۴۵/9990000018/2021-12-31"))
        try office.carriesOut(void("term", "123/45/head/9990000026/2021-12-31"))
        try office.carriesOut(
            #"{"command":"camp.report","camp":"c/1","day":"1401/05/06","present":3,"beneficiaries":9}"#)
        try office.carriesOut(void("report", "C/1/2022-07-28/1"))
        try office.carriesOut(TrainingTests.course("A/B", audience: "anyone"))
        try office.carriesOut(TrainingTests.enrol("9990000018", in: "A/B"))
        try office.carriesOut(void("enrolment", "a/b/9990000018"))
    }

    @Test("two records never have one key, wherever slashes stand")
    func keys() {
        let sessions = [("A/B", "C"), ("A", "B/C")].map {
            CourseAttendance(course: $0.0, session: $0.1, people: []).key
        }
        #expect(Set(sessions).count == 2)
        #expect(Supply.key("AP/1", "x") != Supply.key("AP", "1/x"))
        #expect(firstParts(ofKey: "a/b/c") == ["a", "a/b", "a/b/c"])
    }

    @Test("with a correction gone the report before it is the day's again, and undo puts that right")
    func correction() throws {
        for line in [
            CampTests.bahar, #"{"command":"camp.approve","code":"C-001"}"#, #"{"command":"camp.start","code":"C-001"}"#,
        ] { try office.carriesOut(line) }
        func report(_ present: Int) -> String {
            #"{"command":"camp.report","camp":"C-001","day":"1401/05/06","present":\#(present),"beneficiaries":9}"#
        }
        func current() -> [Int] {
            office.registry.all(DailyReport.self).filter { $0.state == .current }.map(\.present)
        }
        for present in 1...3 { try office.carriesOut(report(present)) }
        let gone = try office.carriesOut(void("report", "C-001/2022-07-28/3"))
        #expect(current() == [2])
        try office.carriesOut(undo(gone))
        #expect(current() == [3])
        try office.carriesOut(void("report", "C-001/2022-07-28/2"))
        #expect(current() == [3], "one that was corrected leaves the current one alone")
        try office.carriesOut(void("report", "C-001/2022-07-28/3"))
        #expect(current() == [1])
        #expect(try office.carriesOut(report(4)).answer["result"]?["correction"] == .bool(true))
    }

    @Test("the second person's same request carries the void of a fatal incident out, with its version and its id")
    func secondPerson() throws {
        for line in [
            CampTests.bahar, #"{"command":"camp.approve","code":"C-001"}"#, #"{"command":"camp.start","code":"C-001"}"#,
            """
            {"command":"incident.record","camp":"C-001","when":"1401/05/06T10:00","severity":"fatal","what":"سقوط",\
            "people":[]}
            """,
        ] { try office.carriesOut(line) }
        let id = "01890000-0000-7000-8000-00000000abcd"
        let line = void("incident", "I-001").dropLast() + #","version":1,"id":"\#(id)"}"#
        #expect(try office.send(String(line)).refusal?.code == .needsSecondPerson)
        office.refuses(String(line), as: .needsSecondPerson)
        try office.carriesOut(String(line), by: "operator1")
        #expect(office.registry.all(Incident.self).isEmpty)
    }

    @Test("a carried-out id answers its sender again, and those who might have sent it, but nobody else")
    func repetition() throws {
        let id = "01890000-0000-7000-8000-00000000abcd"
        let line = """
            {"command":"person.record","nationalID":"9990000069","firstName":"x","lastName":"y","id":"\(id)"}
            """
        let first = try office.carriesOut(line, by: "operator1")
        #expect(try office.carriesOut(line, by: "operator1").answer == first.answer)
        #expect(try office.carriesOut(line).number == first.number)
        for account in ["trainer1", "supervisor1", "nobody"] {
            office.refuses(line, as: .notPermitted, by: account)
            office.refuses(
                #"{"command":"course.enrol","course":"T-1","person":"9990000018","id":"\#(id)"}"#, as: .notPermitted,
                by: account)
        }
        let undo = try office.carriesOut(
            #"{"command":"ledger.undo","undo":"\#(id)","id":"01890000-0000-7000-8000-00000000abce"}"#, by: "operator1")
        office.refuses(
            #"{"command":"ledger.undo","undo":"\#(id)","id":"\#(undo.id)"}"#, as: .notPermitted, by: "trainer1")
    }

    @Test(
        "codes that nobody would give: words, and words parted by a blank",
        arguments: ["پتو", "شماره یک", "Q 0001", "A"])
    func words(code: String) {
        office.refuses(
            #"{"command":"council.found","name":"شورا","code":"\#(code)"}"#, as: .unknownValue, field: "code",
            saying: code, "Q-0001")
    }

    @Test("codes as offices have them", arguments: ["HALL-A", "ویژه-۱", "123/45", " sh-۷ ", "T1401", "ق‌م-12"])
    func codes(code: String) throws {
        try office.carriesOut(#"{"command":"council.found","name":"شورا","code":"\#(code)"}"#)
    }
}
