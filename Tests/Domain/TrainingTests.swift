import Domain
import Persian
import Testing

/// The clock of these tests stands at 1401/05/09, ten in the morning. 9990000018 heads Q-0001 and 9990000026 is its
/// media liaison; nobody heads a council or base yet.
@Suite("Training")
struct TrainingTests {
    let office: TestOffice
    init() throws { office = try TestOffice() }

    /// A course of two sessions on 1 and 2 Mordad, unless other days are given.
    static func course(
        _ code: String, audience: String = "anyone", capacity: Int = 2, from: String = "1401/05/01",
        to: String = "1401/05/02", sessions: String? = nil, _ more: String = ""
    ) -> String {
        let two = """
            {"code":"S-1","from":"\(from)T09:00","to":"\(from)T12:00"},{"code":"S-2","from":"\(to)T14:00","to":"\(to)T16:30"}
            """
        return """
            {"command":"course.announce","code":"\(code)","title":"رسم خدمت","audience":"\(audience)",\
            "capacity":\(capacity),"from":"\(from)","to":"\(to)","sessions":[\(sessions ?? two)]\(more)}
            """
    }

    /// One that is still to come.
    static func coming(_ code: String = "T-1", audience: String = "anyone", capacity: Int = 2) -> String {
        course(code, audience: audience, capacity: capacity, from: "1401/06/01", to: "1401/06/02")
    }

    static func enrol(_ person: String, in course: String = "T-1") -> String {
        #"{"command":"course.enrol","course":"\#(course)","person":"\#(person)"}"#
    }

    static func withdraw(_ person: String, on day: String) -> String {
        #"{"command":"course.withdraw","course":"T-1","person":"\#(person)","on":"\#(day)"}"#
    }

    static func attend(_ session: String, _ people: String...) -> String {
        let list = people.map { "\"\($0)\"" }.joined(separator: ",")
        return #"{"command":"course.attend","course":"T-1","session":"\#(session)","people":[\#(list)]}"#
    }

    static func certify(_ person: String) -> String {
        #"{"command":"course.certify","course":"T-1","person":"\#(person)"}"#
    }

    static let complete = #"{"command":"course.complete","code":"T-1"}"#
    static let (ali, zahra, mahdi, maryam, reza) = (
        "9990000018", "9990000026", "9990000034", "9990000042", "9990000050"
    )

    private func result(_ entry: LedgerEntry) -> JSON { entry.answer["result"] ?? .null }
    private func warnings(_ entry: LedgerEntry) -> [String] { entry.warnings.compactMap { $0["warning"]?.string } }
    private func state(_ person: String, in course: String = "T-1") -> EnrolmentState? {
        office.registry.enrolment(of: person, in: course)?.state
    }

    // MARK: Announcing and amending

    @Test("a course is announced with all it is given; sessions may be typed, and stand in the order of time")
    func announce() throws {
        let entry = try office.carriesOut(
            Self.course(
                "t-۰۰۱", sessions: #""s-2 1401/05/02 14:00-24:00","S-1 ۱۴۰۱/۰۵/۰۱ ۹:۰۰–۱۲:۰۰""#,
                #","trainer":"9990000018""#))
        let course = try #require(office.registry.find(Course.self, key: "T-001"))
        #expect(result(entry)["code"] == .string("T-001") && course.state == .announced && warnings(entry) == [])
        #expect(course.sessions.map(\.code) == ["S-1", "S-2"] && course.sessions.map(\.minutes) == [180, 600])
        #expect(course.threshold == 75 && course.minutes == 780, "the threshold is the office's setting")
        #expect(course.sessions[1].display(.english).withoutIsolates == "S-2 1401/05/02 14:00–24:00")
        let next = try office.carriesOut(
            Self.course("", audience: "heads of councils and bases", #","threshold":"۵۰""#))
        #expect(result(next)["code"] == .string("T-002") && result(next)["threshold"] == .integer(50))
    }

    @Test("the threshold follows the office's setting unless it is given")
    func threshold() throws {
        try office.carriesOut(#"{"command":"setting.change","name":"attendance.threshold","value":60}"#)
        #expect(result(try office.carriesOut(Self.course("T-1")))["threshold"] == .integer(60))
    }

    @Test("what is absent stays, and seats that are added before the first day go to those who wait")
    func amend() throws {
        try office.carriesOut(Self.coming(audience: "groupsAndMediaLiaisons", capacity: 1))
        try office.carriesOut(
            #"{"command":"membership.begin","group":"Q-0002","person":"9990000034","from":"1401/01/01"}"#)
        for person in [Self.ali, Self.zahra, Self.mahdi] { try office.carriesOut(Self.enrol(person)) }
        let entry = try office.carriesOut(#"{"command":"course.amend","code":"T-1","capacity":2}"#)
        #expect(result(entry)["promoted"] == .list([.string(Self.zahra)]))
        #expect(state(Self.zahra) == .enrolled && state(Self.mahdi) == .waitlisted)
        let title = try office.carriesOut(#"{"command":"course.amend","code":"T-1","title":"رسم هجرت"}"#)
        #expect(result(title)["promoted"] == nil && office.registry.find(Course.self, key: "T-1")?.capacity == 2)
        let earlier = try office.carriesOut(
            #"{"command":"course.amend","code":"T-1","audience":"councilAndBaseHeads"}"#)
        #expect(warnings(earlier) == ["not-eligible", "not-eligible", "not-eligible"], "they stay, and it is told")
    }

    // MARK: Who may attend

    @Test("heads of councils and bases: the office must be held on the course's first day")
    func heads() throws {
        try office.carriesOut(Self.coming(audience: "councilAndBaseHeads"))
        for line in [
            #"{"command":"office.appoint","body":"SH-01","office":"head","person":"9990000018","from":"1400/01/01"}"#,
            #"{"command":"office.end","body":"SH-01","office":"head","to":"1401/04/01"}"#,
            #"{"command":"office.appoint","body":"B-01","office":"head","person":"9990000034","from":"1400/01/01"}"#,
            #"{"command":"office.appoint","body":"B-02","office":"head","person":"9990000042","from":"1401/06/02"}"#,
            #"{"command":"office.appoint","body":"SH-02","office":"mediaLiaison","person":"9990000050","from":"1400/01/01"}"#,
        ] { try office.carriesOut(line) }
        office.refuses(
            Self.enrol(Self.ali), as: .notEligible, field: "person", saying: "علی کریمی", "T-1", "SH-01",
            fa: "در ۱ شهریور ۱۴۰۱ باید مسئول شورا یا قرارگاه باشد، ولی تا ۱ تیر ۱۴۰۱",
            en: "on 1 Shahrivar 1401, but was head of the council SH-01 until 1 Tir 1401")
        office.refuses(
            Self.enrol(Self.zahra), as: .notEligible, saying: "Q-0001", fa: "تنها رابط رسانه",
            en: "is only media liaison of the group Q-0001")
        office.refuses(
            Self.enrol(Self.maryam), as: .notEligible, saying: "B-02", fa: "تازه از ۲ شهریور ۱۴۰۱",
            en: "becomes head of the base B-02 only on 2 Shahrivar 1401")
        office.refuses(Self.enrol(Self.reza), as: .notEligible, saying: "SH-02")
        office.refuses(Self.enrol("9990000141"), as: .notEligible, en: "holds no office and is in no group")
        #expect(result(try office.carriesOut(Self.enrol(Self.mahdi)))["state"] == .string("enrolled"))
    }

    @Test("groups and media liaisons: head, liaison or member of a group that is registered")
    func groups() throws {
        try office.carriesOut(Self.coming(audience: "groupsAndMediaLiaisons", capacity: 9))
        for line in [
            #"{"command":"membership.begin","group":"Q-0001","person":"9990000034","from":"1400/01/01"}"#,
            #"{"command":"membership.end","group":"Q-0001","person":"9990000034","to":"1401/05/01"}"#,
            #"{"command":"membership.begin","group":"Q-0002","person":"9990000042","from":"1400/01/01"}"#,
            #"{"command":"office.appoint","body":"B-01","office":"head","person":"9990000050","from":"1400/01/01"}"#,
            #"{"command":"group.suspend","code":"Q-0002"}"#,
        ] { try office.carriesOut(line) }
        for person in [Self.ali, Self.zahra] { try office.carriesOut(Self.enrol(person)) }
        office.refuses(
            Self.enrol(Self.mahdi), as: .notEligible, saying: "Q-0001", fa: "تا ۱ مرداد ۱۴۰۱ عضو گروه جهادی",
            en: "was member of the group Q-0001 until 1 Mordad 1401")
        office.refuses(
            Self.enrol(Self.maryam), as: .notEligible, saying: "Q-0002", fa: "تعلیق‌شده", en: "which is suspended")
        office.refuses(Self.enrol(Self.reza), as: .notEligible, saying: "B-01", en: "is only head of the base")
        try office.carriesOut(#"{"command":"group.reinstate","code":"Q-0002"}"#)
        try office.carriesOut(Self.enrol(Self.maryam))
    }

    // MARK: Seats

    @Test("a full course puts people on the waiting list in order, and nobody is in it twice")
    func waitingList() throws {
        try office.carriesOut(Self.coming(capacity: 1))
        #expect(result(try office.carriesOut(Self.enrol(Self.ali)))["place"] == nil)
        let second = try office.carriesOut(Self.enrol(Self.zahra))
        #expect(result(second)["state"] == .string("waitlisted") && result(second)["place"] == .integer(1))
        #expect(result(try office.carriesOut(Self.enrol(Self.mahdi)))["place"] == .integer(2))
        office.refuses(Self.enrol(Self.ali), as: .alreadyEnrolled, field: "person", saying: "علی کریمی", "T-1")
        office.refuses(
            Self.enrol(Self.mahdi), as: .alreadyEnrolled, fa: "در نوبت ۲", en: "waiting at place 2")
        let gone = try office.carriesOut(Self.withdraw(Self.zahra, on: "1401/05/10"))
        #expect(result(gone)["promoted"] == .null, "a place in the list is no seat")
        let again = try office.carriesOut(Self.enrol(Self.zahra))
        #expect(result(again)["place"] == .integer(2), "at the end of the list")
    }

    @Test("a withdrawal before the first day promotes the first who is still eligible, and says who was passed over")
    func promotion() throws {
        try office.carriesOut(Self.coming(audience: "groupsAndMediaLiaisons", capacity: 1))
        for (person, group) in [(Self.mahdi, "Q-0001"), (Self.maryam, "Q-0002")] {
            try office.carriesOut(
                #"{"command":"membership.begin","group":"\#(group)","person":"\#(person)","from":"1400/01/01"}"#)
        }
        for person in [Self.ali, Self.mahdi, Self.maryam, Self.zahra] { try office.carriesOut(Self.enrol(person)) }
        try office.carriesOut(
            #"{"command":"membership.end","group":"Q-0001","person":"9990000034","to":"1401/05/01"}"#)
        let entry = try office.carriesOut(Self.withdraw(Self.ali, on: "1401/05/31"))
        #expect(result(entry)["promoted"] == .string(Self.maryam))
        let passed = try #require(result(entry)["passedOver"]?.list)
        #expect(passed.count == 1 && passed[0]["person"] == .string(Self.mahdi))
        #expect(passed[0]["en"]?.string?.contains("until 1 Mordad 1401") == true)
        #expect(warnings(entry) == ["not-eligible"])
        #expect(entry.warnings[0]["fa"]?.string?.contains("نوبت «مهدی احمدی» بود") == true)
        #expect(state(Self.mahdi) == .waitlisted && state(Self.maryam) == .enrolled && state(Self.ali) == .withdrawn)

        let undone = try office.carriesOut(#"{"command":"ledger.undo","undo":"\#(entry.id)"}"#)
        #expect(state(Self.ali) == .enrolled && state(Self.maryam) == .waitlisted && undone.changes.count == 2)
    }

    @Test("a withdrawal on the first day promotes nobody, and nobody is enrolled past those who wait")
    func noPromotion() throws {
        try office.carriesOut(Self.coming(capacity: 1))
        for person in [Self.ali, Self.zahra] { try office.carriesOut(Self.enrol(person)) }
        let entry = try office.carriesOut(Self.withdraw(Self.ali, on: "1401/06/01"))
        #expect(result(entry)["promoted"] == .null && state(Self.zahra) == .waitlisted)
        let next = try office.carriesOut(Self.enrol(Self.mahdi))
        #expect(result(next)["state"] == .string("waitlisted") && result(next)["place"] == .integer(1))
        #expect(result(next)["promoted"] == .list([.string(Self.zahra)]) && state(Self.zahra) == .enrolled)
    }

    @Test("two courses at the same hours are warned of: of a person's, and of a trainer's")
    func overlap() throws {
        let trainer = #","trainer":"9990000141""#
        try office.carriesOut(Self.course("T-1", trainer))
        #expect(warnings(try office.carriesOut(Self.course("T-2", trainer))) == ["overlap"])
        try office.carriesOut(Self.enrol(Self.ali))
        let entry = try office.carriesOut(Self.enrol(Self.ali, in: "T-2"))
        #expect(warnings(entry) == ["overlap"] && entry.warnings[0]["en"]?.string?.contains("T-1") == true)
        let other = Self.course("T-3", sessions: #""A 1401/05/01 12:00-14:00""#, trainer)
        #expect(warnings(try office.carriesOut(other)) == [], "one begins when the other ends")
    }

    // MARK: Attendance, completion, certificates

    @Test("attendance sent again takes the place of the first; completion follows the threshold")
    func completion() throws {
        try office.carriesOut(Self.course("T-1", capacity: 3, #","threshold":100"#))
        for person in [Self.ali, Self.zahra, Self.mahdi, Self.maryam] { try office.carriesOut(Self.enrol(person)) }
        let first = try office.carriesOut(Self.attend("S-1", Self.ali, Self.zahra))
        #expect(result(first)["correction"] == .bool(false) && result(first)["present"] == .integer(2))
        let second = try office.carriesOut(Self.attend("S-1", Self.ali))
        #expect(result(second)["correction"] == .bool(true) && result(second)["present"] == .integer(1))
        try office.carriesOut(Self.attend("S-1", Self.ali, Self.zahra))
        try office.carriesOut(Self.attend("S-2", Self.ali))
        let entry = try office.carriesOut(Self.complete)
        #expect(result(entry)["completed"] == .integer(1) && result(entry)["failed"] == .integer(2))
        #expect(state(Self.ali) == .completed && state(Self.zahra) == .failed && state(Self.maryam) == .waitlisted)
        #expect(office.registry.enrolment(of: Self.ali, in: "T-1")?.groups == ["Q-0001"])
        let undone = try office.carriesOut(#"{"command":"ledger.undo","undo":"\#(entry.id)"}"#)
        #expect(state(Self.zahra) == .enrolled && undone.changes.count == 4)
    }

    @Test("a session without attendance is warned of and counts as missed")
    func missing() throws {
        try office.carriesOut(Self.course("T-1", #","threshold":50"#))
        try office.carriesOut(Self.enrol(Self.ali))
        try office.carriesOut(Self.attend("S-1", Self.ali))
        let entry = try office.carriesOut(Self.complete)
        #expect(warnings(entry) == ["not-complete"] && state(Self.ali) == .completed)
    }

    @Test("certificates are numbered without a gap, once for each completed enrolment, and never undone")
    func certificates() throws {
        try office.carriesOut(Self.course("T-1"))
        for person in [Self.ali, Self.zahra] { try office.carriesOut(Self.enrol(person)) }
        for session in ["S-1", "S-2"] { try office.carriesOut(Self.attend(session, Self.ali, Self.zahra)) }
        let completed = try office.carriesOut(Self.complete)
        let first = try office.carriesOut(Self.certify(Self.ali))
        #expect(result(first)["serial"] == .string(CertificateSerial(number: 1).text))
        office.refuses(Self.certify(Self.ali), as: .wrongState, field: "person", saying: "علی کریمی", "G-000001")
        office.refuses(#"{"command":"ledger.undo","undo":"\#(first.id)"}"#, as: .wrongState)
        office.refuses(
            #"{"command":"ledger.undo","undo":"\#(completed.id)"}"#, as: .wrongState, saying: "G-000001")
        office.refuses(
            #"{"command":"record.void","kind":"enrolment","code":"T-1/9990000018","reason":"x"}"#, as: .invalidDate)
        let serial = CertificateSerial(number: 1).text
        let voided = try office.carriesOut(
            #"{"command":"record.void","kind":"certificate","code":"\#(serial)","reason":"نام اشتباه"}"#)
        let second = try office.carriesOut(Self.certify(Self.ali))
        #expect(result(second)["serial"] == .string(CertificateSerial(number: 2).text), "never given twice")
        office.refuses(#"{"command":"ledger.undo","undo":"\#(voided.id)"}"#, as: .wrongState, saying: "G-000002")
    }
}
