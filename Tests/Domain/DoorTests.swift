import Domain
import Persian
import Testing

/// The door and the programme of the congress of 9–11 Mordad 1401; the clock stands at the 9th, a little after 10:00.
@Suite("The congress's door and hours")
struct DoorTests {
    let office: TestOffice

    init() throws {
        office = try TestOffice()
        for line in GuestTests.congress + [
            GuestTests.invite("G-001", "رضا حسینی"), GuestTests.send("G-001"), GuestTests.answer("G-001"),
        ] { try office.carriesOut(line) }
    }

    private func scan(_ verb: String, _ at: String, _ code: String = "G-001") throws -> JSON {
        try office.carriesOut(#"{"command":"guest.check\#(verb)","code":"\#(code)","at":"1401/05/\#(at)"}"#)
            .answer["result"] ?? .null
    }
    private func guest() throws -> Guest { try #require(office.registry.find(Guest.self, key: "G-001")) }

    @Test("a repeat on one day tells when the first was; on another day it is a new entry")
    func days() throws {
        let first = try scan("In", "09T09:41")
        let again = try scan("In", "09T18:00")
        #expect(again["repeat"] == .bool(true) && again["first"] == first["first"])
        #expect(again["first"] == .string("2022-07-31T09:41:00+04:30"), "its day is told with it")
        let next = try scan("In", "10T09:30")
        #expect(next["repeat"] == .bool(false) && next["first"] == .string("2022-08-01T09:30:00+04:30"))
        #expect(try guest().visits.count == 2 && guest().seatsInside == 3, "the guest is inside once")
        #expect(try scan("In", "10T09:31")["repeat"] == .bool(true))
        _ = try scan("Out", "10T12:00")
        #expect(try guest().seatsInside == 0 && guest().state == .checkedOut)
        #expect(try scan("In", "10T14:00")["repeat"] == .bool(false), "after a check-out it is a new entry")
    }

    @Test("whoever was not scanned out at night takes no seat on the next day, and takes one anew by coming in")
    func overnight() throws {
        for line in [
            GuestTests.invite("G-002", "مریم زارع"), GuestTests.send("G-002"), GuestTests.answer("G-002"),
        ] { try office.carriesOut(line) }
        let days = try (9...10).map { try day("1401/05/\($0)") }
        func inside() -> [Int] {
            days.map { office.registry.seatsInside(ofCongress: "1401", on: $0) }
        }
        _ = try scan("In", "09T09:41")
        _ = try scan("In", "09T09:42", "G-002")
        #expect(inside() == [6, 0], "the largest hall is full on the 9th")
        _ = try scan("In", "10T09:30")
        #expect(inside() == [3, 3])
        _ = try scan("In", "10T09:31", "G-002")
        #expect(inside() == [0, 6])
    }

    @Test("a certificate's serial is no invitation, and is told what it is")
    func certificate() throws {
        for line in [
            TrainingTests.course("T-1"), TrainingTests.enrol(TrainingTests.ali),
            TrainingTests.attend("S-1", TrainingTests.ali), TrainingTests.attend("S-2", TrainingTests.ali),
            TrainingTests.complete, TrainingTests.certify(TrainingTests.ali),
        ] { try office.carriesOut(line) }
        let serial = CertificateSerial(number: 1).text
        for line in [
            GuestTests.checkIn(serial), GuestTests.checkOut(serial), GuestTests.send(serial), GuestTests.answer(serial),
            GuestTests.revoke(serial),
        ] {
            office.refuses(
                line, as: .unknownValue, field: "code", saying: serial, "علی کریمی", "T-1", fa: "گواهی",
                en: "certificate")
        }
        office.refuses(
            GuestTests.checkIn(CertificateSerial(number: 7).text), as: .unknownValue, fa: "به شماره گواهی دوره می‌ماند",
            en: "looks like a certificate's serial")
        office.refuses(GuestTests.invite(serial, "کسی"), as: .unknownValue, field: "code", saying: serial)
        office.refuses(GuestTests.checkIn("G-0000"), as: .notFound, field: "code")
    }

    @Test("a draft is sent before it is answered; a full hall takes no fewer companions")
    func offers() throws {
        try office.carriesOut(GuestTests.invite("G-002", "مریم زارع", companions: 0))
        office.refuses(GuestTests.checkIn("G-002"), as: .notAccepted, fa: "نخست دعوت را بفرستید", en: "send it")
        try office.carriesOut(GuestTests.send("G-002"))
        office.refuses(
            GuestTests.checkIn("G-002"), as: .notAccepted, fa: "نخست پاسخ را ثبت کنید", en: "record the answer")
        try office.carriesOut(GuestTests.answer("G-002"))
        try office.carriesOut(GuestTests.checkIn("G-001", 4))
        office.refuses(GuestTests.checkIn("G-002", 2), as: .capacity, fa: "تا ۰ همراه", en: "at most 0 companions")
        try office.carriesOut(GuestTests.checkIn("G-002", 0))
        try office.carriesOut(GuestTests.invite("G-003", "کسی", companions: 0))
        try office.carriesOut(GuestTests.send("G-003"))
        try office.carriesOut(GuestTests.answer("G-003"))
        let full = office.refuses(GuestTests.checkIn("G-003"), as: .capacity, fa: "کسی خارج شود", en: "somebody leaves")
        #expect(full?.phrase.en.contains("companions") == false)
    }

    // MARK: The programme

    private func hall(_ code: String) throws -> Hall { try #require(office.registry.find(Hall.self, key: code)) }
    private func session(_ code: String) throws -> CongressSession {
        try #require(office.registry.find(CongressSession.self, key: code))
    }
    /// When something as long may follow it in its hall.
    private func next(_ code: String) throws -> Moment? {
        let session = try session(code)
        return try office.registry.nextStart(in: hall(session.hall), from: session.to, minutes: session.minutes)
    }
    private func written(_ moment: Moment?) -> String? {
        moment.map { "\($0.day(in: .tehran).jalaliText(.english)) \($0.clockText(in: .tehran))" }
    }

    @Test("what follows a session begins when its hall is free again, also after midnight")
    func following() throws {
        try office.carriesOut(SessionTests.schedule("SE-01", "HALL-A", "09T10:00", "09T11:30"))
        try office.carriesOut(SessionTests.schedule("SE-02", "HALL-B", "09T22:30", "10T00:30"))
        try office.carriesOut(SessionTests.schedule("SE-03", "HALL-A", "09T12:00", "09T13:00"))
        #expect(written(try next("SE-02")) == "1401/05/10 00:30")
        #expect(
            written(try next("SE-01")) == "1401/05/09 13:15",
            "before noon there is no time as long")
        #expect(
            written(try office.registry.nextStart(in: hall("HALL-A"), from: session("SE-01").to, minutes: 15))
                == "1401/05/09 13:15", "15 minutes would leave no turnaround before the next")
        let early = try Moment(parsing: "1401/05/01T09:00", in: .tehran)
        #expect(
            written(try office.registry.nextStart(in: hall("HALL-B"), from: early, minutes: 60)) == "1401/05/09 00:00")
        let late = try Moment(parsing: "1401/05/12T09:00", in: .tehran)
        #expect(try office.registry.nextStart(in: hall("HALL-B"), from: late, minutes: 60) == nil)
        let start = try #require(try next("SE-02"))
        try office.carriesOut(
            SessionTests.schedule(
                "SE-04", "HALL-B", "10T\(start.clockText(in: .tehran))", "10T02:30"))
    }

    @Test("the next free time is accepted as it is written, where clocks show an hour twice too")
    func shownTwice() throws {
        for line in [
            #"{"command":"congress.open","year":1402,"number":3,"city":"قم","venue":"حرم","from":"1401/06/29","to":"1401/06/31"}"#,
            #"{"command":"hall.add","congress":1402,"code":"HALL-C","name":"رواق","seats":9}"#,
        ] { try office.carriesOut(line) }
        func schedule(_ code: String, _ from: String, _ to: String) -> String {
            """
            {"command":"session.schedule","congress":1402,"code":"\(code)","hall":"HALL-C","from":"\(from)","to":"\(to)",\
            "title":"نشست","kind":"panel"}
            """
        }
        try office.carriesOut(schedule("SE-01", "2022-09-21T23:00+04:30", "2022-09-21T23:10+03:30"))
        office.refuses(
            schedule("SE-02", "1401/06/30T23:05", "1401/06/31T01:00"), as: .overlap, saying: "SE-01",
            fa: "پیش از عقب کشیدن ساعت", en: "the next free time is 1401/06/31 00:00")
        try office.carriesOut(schedule("SE-02", "1401/06/31T00:00", "1401/06/31T01:55"))
    }

    @Test("a person's sessions until the end leave no other hall to choose")
    func personTaken() throws {
        try office.carriesOut(
            SessionTests.schedule("SE-01", "HALL-A", "11T20:00", "12T10:00", speakers: ["9990000018"]))
        let refusal = office.refuses(
            SessionTests.schedule("SE-02", "HALL-B", "11T21:00", "11T22:00", speakers: ["9990000018"]), as: .overlap,
            field: "speakers", saying: "علی کریمی", fa: "شخص دیگری", en: "somebody else")
        #expect(refusal?.phrase.en.contains("another hall") == false)
    }

    @Test("title, kind and people of a session are amended; hall and hours stay")
    func amend() throws {
        try office.carriesOut(
            SessionTests.schedule("SE-01", "HALL-A", "09T10:00", "09T11:30", speakers: ["9990000018"]))
        try office.carriesOut(SessionTests.schedule("SE-02", "HALL-B", "09T11:00", "09T12:00"))
        let before = try session("SE-02")
        try office.carriesOut(
            #"{"command":"session.amend","code":"SE-02","title":"شب خاطره","kind":"memorial","moderator":"9990000026"}"#
        )
        #expect(try session("SE-02").title == "شب خاطره" && session("SE-02").sort == .memorial)
        #expect(try session("SE-02").from == before.from && session("SE-02").moderator == "9990000026")
        let speakers = #"{"command":"session.amend","code":"SE-02","speakers":["9990000018"]}"#
        office.refuses(speakers, as: .overlap, field: "speakers", saying: "علی کریمی", "SE-01")
        office.refuses(
            #"{"command":"session.amend","code":"SE-02","speakers":["9991234561"]}"#, as: .notFound, field: "speakers")
        office.refuses(#"{"command":"session.amend","code":"SE-09","title":"x"}"#, as: .notFound, field: "code")
        office.refuses(#"{"command":"session.amend","code":"SE-02","title":"x","version":1}"#, as: .stale)
        office.refuses(#"{"command":"session.amend","code":"SE-02","title":null}"#, as: .missingValue, field: "title")
        try office.carriesOut(#"{"command":"session.amend","code":"SE-01","speakers":null}"#)
        #expect(try session("SE-01").speakers == [])
        try office.carriesOut(speakers)
        try office.carriesOut(#"{"command":"session.amend","code":"SE-02","moderator":null}"#)
        #expect(try session("SE-02").moderator == nil)
        try office.carriesOut(#"{"command":"session.cancel","code":"SE-02"}"#)
        office.refuses(#"{"command":"session.amend","code":"SE-02","title":"x"}"#, as: .wrongState, saying: "SE-02")
    }

    @Test("what is not there is told before a code that is taken, and before a state")
    func order() throws {
        try office.carriesOut(SessionTests.schedule("SE-01", "HALL-A", "09T10:00", "09T11:30"))
        office.refuses(SessionTests.schedule("SE-01", "HALL-Z", "09T10:00", "09T11:30"), as: .notFound, field: "hall")
        try office.carriesOut(#"{"command":"session.cancel","code":"SE-01"}"#)
        office.refuses(
            #"{"command":"session.move","code":"SE-01","hall":"HALL-Z"}"#, as: .notFound, field: "hall",
            saying: "HALL-Z")
        try office.carriesOut(#"{"command":"setting.change","name":"activity.months","value":5}"#)
        try office.carriesOut(#"{"command":"setting.change","name":"activity.months","value":6}"#)
        office.refuses(
            #"{"command":"setting.change","name":"activity.months","value":20,"version":1}"#, as: .stale)
        office.refuses(
            #"{"command":"setting.change","name":"activity.months","value":20,"version":2}"#, as: .invalidNumber,
            fa: "یا کمتر", en: "or fewer")
    }
}
