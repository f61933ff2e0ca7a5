import Domain
import Persian
import Testing

/// The programme of the congress of 9–11 Mordad 1401: hall A rests 15 minutes between two sessions, hall B does not.
@Suite("The congress's programme")
struct SessionTests {
    let office: TestOffice
    private static let (ali, mehdi) = ("9990000018", "9990000034")

    init() throws {
        office = try TestOffice()
        for line in GuestTests.congress { try office.carriesOut(line) }
        try office.carriesOut(Self.schedule("SE-01", "HALL-A", "09T10:00", "09T11:30", speakers: [Self.ali]))
    }

    static func schedule(
        _ code: String, _ hall: String, _ from: String, _ to: String, speakers: [String] = [], moderator: String? = nil,
        more: String = ""
    ) -> String {
        let list = speakers.map { "\"\($0)\"" }.joined(separator: ",")
        let chair = moderator.map { ",\"moderator\":\"\($0)\"" } ?? ""
        return """
            {"command":"session.schedule","congress":1401,"code":"\(code)","hall":"\(hall)","from":"1401/05/\(from)",\
            "to":"1401/05/\(to)","title":"نشست \(code)","kind":"panel","speakers":[\(list)]\(chair)\(more)}
            """
    }

    private func session(_ code: String) throws -> CongressSession {
        try #require(office.registry.find(CongressSession.self, key: code))
    }

    @Test("two sessions in one hall lie its turnaround apart, and the refusal names the next free time")
    func turnaround() throws {
        let early = Self.schedule("SE-02", "HALL-A", "09T11:35", "09T12:30", more: #","reason":"با مسئولیت من""#)
        office.refuses(early, as: .overlap, saying: "SE-01", fa: "۱۱:۴۵", en: "1401/05/09 11:45")
        try office.carriesOut(Self.schedule("SE-02", "HALL-A", "09T11:45", "09T12:30"))
        // Without a turnaround one begins when the other ends.
        try office.carriesOut(Self.schedule("SE-03", "HALL-B", "09T16:00", "09T17:00"))
        try office.carriesOut(Self.schedule("SE-04", "HALL-B", "09T17:00", "09T18:00"))
    }

    @Test("what ends shortly before another needs its turnaround too")
    func before() throws {
        office.refuses(
            Self.schedule("SE-02", "HALL-A", "09T09:00", "09T09:50"), as: .overlap, saying: "SE-01", en: "11:45")
        try office.carriesOut(Self.schedule("SE-02", "HALL-A", "09T09:00", "09T09:45"))
    }

    @Test("the next free time passes over everything that is in the way")
    func nextFree() throws {
        try office.carriesOut(Self.schedule("SE-02", "HALL-A", "09T12:00", "09T13:00"))
        try office.carriesOut(Self.schedule("SE-03", "HALL-B", "09T13:15", "09T14:00", speakers: [Self.mehdi]))
        office.refuses(
            Self.schedule("SE-04", "HALL-A", "09T11:00", "09T12:00", speakers: [Self.mehdi]), as: .overlap,
            saying: "SE-01", fa: "۱۴:۰۰", en: "14:00")
    }

    @Test("when nothing is free until the end, another hall is asked for")
    func nothingFree() throws {
        try office.carriesOut(Self.schedule("SE-02", "HALL-B", "11T20:00", "12T10:00"))
        office.refuses(
            Self.schedule("SE-03", "HALL-B", "11T21:00", "11T22:00"), as: .overlap, saying: "SE-02", fa: "سالن دیگری",
            en: "another hall")
    }

    @Test("nobody is in two sessions at once, as speaker or moderator, and the name is told")
    func people() throws {
        for line in [
            Self.schedule("SE-02", "HALL-B", "09T11:00", "09T12:00", speakers: [Self.mehdi, Self.ali]),
            Self.schedule("SE-02", "HALL-B", "09T11:00", "09T12:00", moderator: Self.ali),
        ] { office.refuses(line, as: .overlap, saying: "علی کریمی", "SE-01", fa: "۱۱:۳۰", en: "11:30") }
        try office.carriesOut(Self.schedule("SE-02", "HALL-B", "09T11:30", "09T12:00", moderator: Self.ali))
    }

    @Test("a session begins inside the congress's days; one that crosses midnight is fine")
    func days() throws {
        try office.carriesOut(Self.schedule("SE-02", "HALL-B", "11T22:30", "12T00:30"))
        for day in ["08T10:00", "12T00:30"] {
            office.refuses(
                Self.schedule("SE-03", "HALL-A", day, "13T01:00"), as: .invalidDate, fa: "۱۴۰۱/۰۵/۱۱", en: "1401/05/09")
        }
    }

    @Test("a session ends after it begins, within a day")
    func ends() throws {
        for end in ["09T13:00", "09T12:00", "10T13:01"] {
            office.refuses(
                Self.schedule("SE-02", "HALL-B", "09T13:00", end), as: .invalidDate, fa: "۲۴ ساعت", en: "24 hours")
        }
    }

    @Test("halls and people are known ones, and the hall is the edition's own")
    func known() throws {
        office.refuses(
            Self.schedule("SE-02", "HALL-Z", "09T13:00", "09T14:00"), as: .notFound, saying: "HALL-Z", en: "HALL-Z")
        office.refuses(
            Self.schedule("SE-02", "HALL-B", "09T13:00", "09T14:00", speakers: ["9990000069"]), as: .notFound,
            saying: "9990000069", en: "9990000069")
        try office.carriesOut(
            """
            {"command":"congress.open","year":1400,"number":1,"city":"مشهد","venue":"حرم","from":"1400/05/09",\
            "to":"1400/05/11"}
            """)
        try office.carriesOut(#"{"command":"hall.add","congress":1400,"code":"HALL-M","name":"رواق","seats":9}"#)
        office.refuses(
            Self.schedule("SE-02", "HALL-M", "09T13:00", "09T14:00"), as: .unknownValue, saying: "HALL-M", fa: "۱۴۰۰",
            en: "1400")
    }

    @Test("a session that is moved stays as long as it was, unless its end is given")
    func move() throws {
        try office.carriesOut(#"{"command":"session.move","code":"SE-01","hall":"HALL-B","from":"1401/05/10T09:00"}"#)
        #expect(try session("SE-01").hours(.english).withoutIsolates == "1401/05/10 09:00–10:30")
        #expect(try session("SE-01").hall == "HALL-B")
        try office.carriesOut(#"{"command":"session.move","code":"SE-01","to":"1401/05/10T24:00"}"#)
        #expect(try session("SE-01").hours(.english).withoutIsolates == "1401/05/10 09:00–24:00")
    }

    @Test("a session is not in its own way, but in that of others")
    func moveClash() throws {
        try office.carriesOut(Self.schedule("SE-02", "HALL-A", "09T12:00", "09T13:00"))
        try office.carriesOut(#"{"command":"session.move","code":"SE-02","from":"1401/05/09T12:10"}"#)
        office.refuses(
            #"{"command":"session.move","code":"SE-02","from":"1401/05/09T11:00"}"#, as: .overlap, saying: "SE-01",
            en: "11:45")
        #expect(try session("SE-02").clocks(.persian).withoutIsolates == "۱۲:۱۰–۱۳:۱۰")
    }

    @Test(
        "a cancelled session is in nobody's way, and is moved and cancelled no more; undo puts it back only where it fits"
    )
    func cancel() throws {
        let cancelled = try office.carriesOut(#"{"command":"session.cancel","code":"SE-01","reason":"سفر"}"#)
        let move = #"{"command":"session.move","code":"SE-01","hall":"HALL-B"}"#
        for line in [move, #"{"command":"session.cancel","code":"SE-01"}"#] {
            office.refuses(line, as: .wrongState, saying: "SE-01", fa: "لغوشده", en: "cancelled")
        }
        try office.carriesOut(Self.schedule("SE-02", "HALL-A", "09T10:00", "09T11:30", speakers: [Self.ali]))
        office.refuses(
            #"{"command":"ledger.undo","undo":"\#(cancelled.id)"}"#, as: .overlap, saying: "SE-02", en: "SE-02")
    }
}
