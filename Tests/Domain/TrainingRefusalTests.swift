import Domain
import Testing

/// What is refused about courses, beside who may attend. The clock stands at 1401/05/09.
@Suite("What is refused about courses")
struct TrainingRefusalTests {
    let office: TestOffice
    private let ali = TrainingTests.ali
    private let zahra = TrainingTests.zahra

    /// A course of two seats that is over, with two people in it; one was at its first session.
    init() throws {
        office = try TestOffice()
        for line in [
            TrainingTests.course("T-1"), TrainingTests.enrol(ali), TrainingTests.enrol(zahra),
            TrainingTests.attend("S-1", ali),
        ] { try office.carriesOut(line) }
    }

    private func amend(_ more: String) -> String { #"{"command":"course.amend","code":"T-1",\#(more)}"# }
    private func announce(_ sessions: String, from: String = "1401/06/20", to: String = "1401/06/21") -> String {
        TrainingTests.course("T-9", from: from, to: to, sessions: sessions)
    }

    @Test("days and hours that do not fit")
    func days() {
        office.refuses(
            TrainingTests.course("T-9", from: "1401/06/20", to: "1401/06/19"), as: .invalidDate, field: "to",
            fa: "۱۴۰۱/۰۶/۱۹", en: "1401/06/19")
        let outside = #"{"code":"A","from":"1401/06/22T09:00","to":"1401/06/22T10:00"}"#
        office.refuses(
            announce(outside), as: .invalidDate, field: "sessions", saying: "A", fa: "۱۴۰۱/۰۶/۲۱",
            en: "accepted: 1401/06/20 to 1401/06/21")
        let overnight = #"{"code":"A","from":"1401/06/21T22:00","to":"1401/06/22T00:30"}"#
        office.refuses(announce(overnight), as: .invalidDate, field: "sessions")
        let backward = #"{"code":"A","from":"1401/06/20T10:00","to":"1401/06/20T10:00"}"#
        office.refuses(announce(backward), as: .invalidDate, field: "sessions", saying: "A")
        office.refuses(
            announce(#"{"code":"A","from":"1401/07/31T10:00","to":"1401/07/31T11:00"}"#), as: .invalidDate,
            field: "sessions")
        office.refuses(amend(#""to":"1401/05/01""#), as: .invalidDate, field: "sessions", saying: "S-2")
    }

    @Test("sessions that are none, or twice the same")
    func sessions() {
        office.refuses(announce(""), as: .missingValue, field: "sessions")
        office.refuses(
            announce(#""A 1401/06/20""#), as: .unknownValue, field: "sessions",
            fa: "۰۹:۰۰-۱۲:۰۰", en: "09:00-12:00")
        office.refuses(announce("5"), as: .unknownValue, field: "sessions")
        office.refuses(
            announce(#"{"code":"A","from":"1401/06/20T09:00","to":"1401/06/20T10:00","hall":"x"}"#),
            as: .unknownValue, field: "sessions")
        office.refuses(announce(#"{"code":"A","from":"1401/06/20T09:00"}"#), as: .missingValue, field: "sessions")
        office.refuses(
            announce(#""A 1401/06/20 09:00-10:00","a 1401/06/20 10:00-11:00""#), as: .unknownValue,
            field: "sessions", saying: "A")
    }

    @Test("numbers, words and codes that do not fit")
    func values() {
        office.refuses(TrainingTests.course("T-9", capacity: 0), as: .invalidNumber, field: "capacity")
        office.refuses(
            TrainingTests.course("T-9", #","threshold":101"#), as: .invalidNumber, field: "threshold")
        office.refuses(
            TrainingTests.course("T-9", audience: "kings"), as: .unknownValue, field: "audience", saying: "kings",
            en: "heads of councils and bases")
        office.refuses(TrainingTests.course("T-1"), as: .duplicateCode, field: "code", saying: "T-1", "T-002")
        office.refuses(
            TrainingTests.course("T-9", #","trainer":"9991234561""#), as: .notFound, field: "trainer")
    }

    @Test("what is not there")
    func notFound() {
        office.refuses(TrainingTests.enrol(ali, in: "T-7"), as: .notFound, field: "course", saying: "T-7")
        office.refuses(TrainingTests.enrol("9991234561"), as: .notFound, field: "person", saying: "9991234561")
        office.refuses(TrainingTests.enrol("9991324561"), as: .invalidNationalID, field: "person")
        office.refuses(
            TrainingTests.withdraw(TrainingTests.reza, on: "1401/05/01"), as: .notFound, field: "person",
            saying: "رضا باقری", "T-1")
        office.refuses(TrainingTests.certify(TrainingTests.reza), as: .notFound, field: "person", saying: "رضا باقری")
        office.refuses(
            TrainingTests.attend("S-9", ali), as: .notFound, field: "session", saying: "S-9", "S-1، S-2")
        office.refuses(
            TrainingTests.attend("S-1", TrainingTests.reza), as: .notFound, field: "people", saying: "رضا باقری")
        office.refuses(#"{"command":"course.complete","code":"T-7"}"#, as: .notFound, saying: "T-7")
        office.refuses(#"{"command":"course.cancel","code":"T-7"}"#, as: .notFound, saying: "T-7")
    }

    @Test("fewer seats than are taken, and sessions at which people were")
    func amending() throws {
        office.refuses(amend(#""capacity":1"#), as: .capacity, field: "capacity", fa: "۲ جای دوره", en: "2 seats")
        office.refuses(
            amend(#""sessions":["S-2 1401/05/02 09:00-10:00"]"#), as: .wrongState, field: "sessions", saying: "S-1")
        try office.carriesOut(amend(#""sessions":["S-1 1401/05/01 08:00-10:00"]"#))
    }

    @Test("attendance of those who wait or left, and of sessions still to come")
    func attending() throws {
        try office.carriesOut(TrainingTests.enrol(TrainingTests.mahdi))
        office.refuses(
            TrainingTests.attend("S-2", TrainingTests.mahdi), as: .wrongState, saying: "مهدی احمدی", en: "waiting")
        try office.carriesOut(TrainingTests.withdraw(zahra, on: "1401/05/02"))
        office.refuses(TrainingTests.attend("S-2", zahra), as: .wrongState, saying: "زهرا نوری", en: "withdrawn")
        try office.carriesOut(TrainingTests.attend("S-1", ali, zahra))
        try office.carriesOut(TrainingTests.coming("T-2"))
        office.refuses(
            #"{"command":"course.attend","course":"T-2","session":"S-1","people":[]}"#, as: .invalidDate,
            field: "session", saying: "S-1", "T-2", en: "still to come")
        office.refuses(#"{"command":"course.complete","code":"T-2"}"#, as: .invalidDate, saying: "T-2", "S-2")
    }

    @Test("who is not enrolled is told before the state of the course, and who left before the day of the session")
    func attendingInOrder() throws {
        let coming = #"{"command":"course.attend","course":"T-2","session":"S-1","people":["\#(ali)"]}"#
        try office.carriesOut(TrainingTests.coming("T-2"))
        office.refuses(coming, as: .notFound, field: "people", saying: "علی کریمی", "T-2")
        try office.carriesOut(TrainingTests.enrol(ali, in: "T-2"))
        try office.carriesOut(
            #"{"command":"course.withdraw","course":"T-2","person":"\#(ali)","on":"1401/05/03"}"#)
        office.refuses(coming, as: .wrongState, saying: "علی کریمی", en: "withdrawn")
        try office.carriesOut(#"{"command":"course.cancel","code":"T-2","reason":"سیل"}"#)
        office.refuses(
            coming.replacing(ali, with: zahra), as: .notFound, field: "people", saying: "زهرا نوری", "T-2")
    }

    @Test("a withdrawal after the end, twice, or on a day on which one was present")
    func withdrawing() throws {
        office.refuses(
            TrainingTests.withdraw(zahra, on: "1401/05/03"), as: .invalidDate, field: "on", saying: "T-1",
            en: "until that day")
        office.refuses(
            TrainingTests.withdraw(ali, on: "1401/05/01"), as: .invalidDate, field: "on", saying: "S-1", "علی کریمی")
        try office.carriesOut(TrainingTests.withdraw(ali, on: "1401/05/02"))
        office.refuses(TrainingTests.withdraw(ali, on: "1401/05/02"), as: .wrongState, saying: "علی کریمی")
    }

    @Test("what is over or cancelled stays so")
    func states() throws {
        office.refuses(TrainingTests.certify(ali), as: .wrongState, saying: "علی کریمی", en: "completed")
        try office.carriesOut(TrainingTests.complete)
        for line in [
            TrainingTests.complete, TrainingTests.enrol(TrainingTests.reza), TrainingTests.attend("S-2", ali),
            TrainingTests.withdraw(ali, on: "1401/05/02"), amend(#""title":"x""#),
            #"{"command":"course.cancel","code":"T-1"}"#,
        ] { office.refuses(line, as: .wrongState, saying: "T-1", en: "announced") }
        office.refuses(TrainingTests.certify(zahra), as: .wrongState, saying: "زهرا نوری", en: "failed")
        try office.carriesOut(TrainingTests.coming("T-2"))
        try office.carriesOut(#"{"command":"course.cancel","code":"T-2","reason":"به حد نصاب نرسید"}"#)
        office.refuses(TrainingTests.enrol(ali, in: "T-2"), as: .wrongState, saying: "T-2", en: "cancelled")
    }

    @Test("a version behind the record")
    func stale() throws {
        try office.carriesOut(amend(#""title":"دوره دیگر""#))
        office.refuses(amend(#""title":"x","version":1"#), as: .stale, saying: "T-1")
        let attend = TrainingTests.attend("S-1", ali, zahra)
        try office.carriesOut(attend)
        office.refuses(attend.dropLast() + #","version":1}"#, as: .stale)
        try office.carriesOut(attend.dropLast() + #","version":2}"#)
    }

    @Test("what undo and void may not break")
    func undo() throws {
        func undo(_ entry: LedgerEntry) -> String { #"{"command":"ledger.undo","undo":"\#(entry.id)"}"# }
        func void(_ kind: String, _ code: String) -> String {
            #"{"command":"record.void","kind":"\#(kind)","code":"\#(code)","reason":"دوباره"}"#
        }
        office.refuses(void("enrolment", "T-1/\(ali)"), as: .invalidDate, saying: "S-1")
        let withdrawn = try office.carriesOut(TrainingTests.withdraw(zahra, on: "1401/05/01"))
        let late = try office.carriesOut(TrainingTests.enrol(TrainingTests.reza))
        office.refuses(undo(withdrawn), as: .capacity, saying: "T-1")
        try office.carriesOut(TrainingTests.attend("S-2", TrainingTests.reza))
        office.refuses(undo(late), as: .invalidDate, saying: "رضا باقری", "S-2")
        let raised = try office.carriesOut(amend(#""capacity":3"#))
        try office.carriesOut(undo(withdrawn))
        office.refuses(undo(raised), as: .capacity, saying: "T-1")
        office.refuses(void("person", zahra), as: .wrongState)
        try office.carriesOut(void("course", "T-1"))
        #expect(office.registry.all(Enrolment.self).isEmpty && office.registry.all(CourseAttendance.self).isEmpty)
    }
}
