import Domain
import Persian
import Testing

/// The guests of the congress of 1401. The clock stands at 1401/05/09, a little after 10:00.
@Suite("The congress's guests")
struct GuestTests {
    let office: TestOffice

    init() throws {
        office = try TestOffice()
        for line in Self.congress + [
            Self.invite("G-001", "رضا حسینی", "provincial", 3), Self.invite("G-002", "رضا حسینی", "family", 1),
            Self.invite("G-003", "مریم زارع", "group", 9, companions: 0),
        ] { try office.carriesOut(line) }
    }

    static let congress = [
        """
        {"command":"congress.open","year":1401,"number":2,"city":"قم","venue":"حرم","from":"1401/05/09",\
        "to":"1401/05/11","previousCity":"مشهد"}
        """,
        #"{"command":"hall.add","congress":1401,"code":"HALL-A","name":"شبستان","seats":6,"turnaround":15}"#,
        #"{"command":"hall.add","congress":1401,"code":"HALL-B","name":"سالن جلسات","seats":2,"turnaround":0}"#,
    ]

    static func invite(
        _ code: String, _ name: String, _ category: String = "group", _ rank: Int = 1, companions: Int = 2
    ) -> String {
        """
        {"command":"guest.invite","congress":1401,"code":"\(code)","name":"\(name)","category":"\(category)",\
        "rank":\(rank),"companions":\(companions)}
        """
    }

    static func send(_ code: String) -> String { #"{"command":"guest.send","code":"\#(code)"}"# }
    static func answer(_ code: String, _ answer: String = "accepted") -> String {
        #"{"command":"guest.answer","code":"\#(code)","answer":"\#(answer)"}"#
    }
    static func revoke(_ code: String, at: String? = nil) -> String {
        #"{"command":"guest.revoke","code":"\#(code)","reason":"تغییر فهرست"\#(Self.at(at))}"#
    }
    static func checkIn(_ code: String, _ companions: Int? = nil, at: String? = nil, reason: String? = nil) -> String {
        let more = companions.map { ",\"companions\":\($0)" } ?? ""
        let why = reason.map { ",\"reason\":\"\($0)\"" } ?? ""
        return #"{"command":"guest.checkIn","code":"\#(code)"\#(more)\#(why)\#(Self.at(at))}"#
    }
    static func checkOut(_ code: String, at: String? = nil) -> String {
        #"{"command":"guest.checkOut","code":"\#(code)"\#(Self.at(at))}"#
    }
    private static func at(_ time: String?) -> String { time.map { ",\"at\":\"1401/05/09T\($0)\"" } ?? "" }

    /// Sends the invitations and has them accepted.
    private func accept(_ codes: String...) throws {
        for code in codes {
            try office.carriesOut(Self.send(code))
            try office.carriesOut(Self.answer(code))
        }
    }

    private func guest(_ code: String) throws -> Guest { try #require(office.registry.find(Guest.self, key: code)) }

    @Test("an invitation is drafted, sent and answered, and minds may change until the guest comes")
    func invitation() throws {
        #expect(try guest("G-001").state == .draft && guest("G-001").seats == 3)
        office.refuses(Self.answer("G-001"), as: .wrongState, saying: "G-001", "رضا حسینی", en: "sent")
        try office.carriesOut(Self.send("G-001"))
        office.refuses(Self.send("G-001"), as: .wrongState, saying: "G-001", en: "draft")
        try office.carriesOut(Self.answer("G-001", "declined"))
        try office.carriesOut(Self.answer("G-001"))
        #expect(try guest("G-001").state == .accepted)
        try office.carriesOut(Self.checkIn("G-001"))
        office.refuses(Self.answer("G-001", "declined"), as: .wrongState, saying: "G-001", en: "inside")
    }

    @Test("codes come from the series, and what does not fit is refused")
    func values() throws {
        let entry = try office.carriesOut(
            #"{"command":"guest.invite","congress":1401,"name":"علی نوری","category":"کشوری","rank":"۲"}"#)
        #expect(entry.answer["result"]?["code"]?.string == "G-004")
        #expect(try guest("G-004").category == .national && guest("G-004").companions == 0)
        office.refuses(Self.invite("G-001", "کسی"), as: .duplicateCode, saying: "G-001", "رضا حسینی", "G-005")
        office.refuses(
            Self.invite("G-9", "کسی", "guestOfHonour"), as: .unknownValue, field: "category",
            fa: "خانواده شهید", en: "family")
        office.refuses(Self.invite("G-9", "کسی", "group", 0), as: .invalidNumber, field: "rank")
        office.refuses(Self.invite("G-9", "کسی", companions: -1), as: .invalidNumber, field: "companions")
        office.refuses(Self.invite("G-9", " "), as: .missingValue, field: "name")
        office.refuses(
            #"{"command":"guest.invite","congress":1399,"name":"کسی","category":"group","rank":1}"#, as: .notFound,
            field: "congress", saying: "1399")
        for line in [
            Self.send("G-77"), Self.answer("G-77"), Self.revoke("G-77"), Self.checkIn("G-77"), Self.checkOut("G-77"),
        ] { office.refuses(line, as: .notFound, saying: "G-77") }
        office.refuses(#"{"command":"guest.revoke","code":"G-001"}"#, as: .missingValue, field: "reason")
        office.refuses(Self.answer("G-001", "perhaps"), as: .unknownValue, field: "answer")
    }

    @Test("who comes takes seats with companions; a repeat changes nothing and tells when the first was")
    func checkIn() throws {
        try accept("G-002")
        let first = try office.carriesOut(Self.checkIn("g-۰۰۲", 2)).answer
        #expect(first["result"]?["seats"] == .integer(3) && first["result"]?["repeat"] == .bool(false))
        #expect(first["result"]?["state"] == .string("checkedIn") && first["warnings"] == nil)
        let inside = try guest("G-002")

        let again = try office.carriesOut(Self.checkIn("G-002", 0))
        #expect(again.changes.isEmpty && again.answer["result"]?["repeat"] == .bool(true))
        #expect(again.answer["result"]?["seats"] == .integer(3))
        #expect(again.answer["result"]?["first"] == inside.visit?.from.json)
        #expect(try guest("G-002") == inside)
    }

    @Test("after a check-out it is a new entry, of those who come now")
    func checkOut() throws {
        try accept("G-002")
        office.refuses(Self.checkOut("G-002"), as: .wrongState, saying: "G-002", en: "inside")
        try office.carriesOut(Self.checkIn("G-002"))
        try office.carriesOut(Self.checkOut("G-002"))
        #expect(try guest("G-002").state == .checkedOut && guest("G-002").seatsInside == 0)
        let entry = try office.carriesOut(Self.checkIn("G-002", 0))
        #expect(entry.answer["result"]?["repeat"] == .bool(false) && entry.answer["result"]?["seats"] == .integer(1))
        #expect(try guest("G-002").visits.count == 2)
    }

    @Test("more companions than invited are told, not refused")
    func companions() throws {
        try accept("G-003")
        let answer = try office.carriesOut(Self.checkIn("G-003", 1)).answer
        #expect(answer["warnings"]?.list?.first?["warning"] == .string("capacity"))
        #expect(answer["result"]?["seats"] == .integer(2))
    }

    @Test("a revoked invitation opens no door, even if it did before")
    func revoked() throws {
        try accept("G-001")
        try office.carriesOut(Self.checkIn("G-001", 0))
        try office.carriesOut(Self.revoke("G-001"))
        let refusal = office.refuses(
            Self.checkIn("G-001", 0, reason: "با مسئولیت من"), as: .revoked, field: "code",
            saying: "G-001", "رضا حسینی", "تغییر فهرست", fa: "۱۴۰۱/۰۵/۰۹", en: "1401/05/09")
        #expect(refusal?.canBeOverridden == false)
        office.refuses(Self.revoke("G-001"), as: .wrongState, saying: "G-001")
        // Whoever is inside may still leave.
        #expect(try guest("G-001").isInside)
        try office.carriesOut(Self.checkOut("G-001"))
        #expect(try guest("G-001").state == .revoked && !guest("G-001").isInside)
    }

    @Test("who has not accepted is let in with a reason alone", arguments: ["draft", "sent", "declined"])
    func notAccepted(state: String) throws {
        if state != "draft" { try office.carriesOut(Self.send("G-003")) }
        if state == "declined" { try office.carriesOut(Self.answer("G-003", "declined")) }
        let refusal = office.refuses(
            Self.checkIn("G-003"), as: .notAccepted, field: "code", saying: "G-003", "مریم زارع", fa: "علت", en: state)
        #expect(refusal?.canBeOverridden == true)
        office.refuses(Self.checkIn("G-003", reason: "آشناست"), as: .notAccepted, by: "operator1")
        office.refuses(Self.checkIn("G-003"), as: .notPermitted, by: "supervisor1")
        let entry = try office.carriesOut(Self.checkIn("G-003", reason: "آشناست"), by: "supervisor1")
        #expect(entry.overrides == ["not-accepted"] && entry.reason == "آشناست")
        #expect(try guest("G-003").state == .checkedIn)
    }

    @Test("no more people come in than the largest hall seats, but with a reason")
    func capacity() throws {
        try accept("G-001", "G-002", "G-003")
        try office.carriesOut(Self.checkIn("G-001", 2))
        try office.carriesOut(Self.checkIn("G-002", 1))
        office.refuses(Self.checkIn("G-003", 1), as: .capacity, saying: "شبستان", fa: "۶ صندلی", en: "6 seats")
        office.refuses(Self.checkIn("G-003", 1, reason: "x"), as: .capacity, by: "operator1")
        try office.carriesOut(Self.checkIn("G-003", 0))
        // Full; a repeat takes no seat.
        try office.carriesOut(Self.checkIn("G-003", 0))
        try office.carriesOut(Self.checkOut("G-003"))
        let entry = try office.carriesOut(Self.checkIn("G-003", 3, reason: "صندلی افزوده شد"), by: "supervisor1")
        #expect(entry.overrides == ["capacity"] && entry.answer["result"]?["seats"] == .integer(4))
    }

    @Test("trainers and supervisors do not keep the door, operators do")
    func roles() throws {
        try accept("G-002")
        office.refuses(Self.checkIn("G-002"), as: .notPermitted, by: "trainer1")
        office.refuses(Self.revoke("G-002"), as: .notPermitted, by: "supervisor1")
        try office.carriesOut(Self.checkIn("G-002"), by: "operator1")
    }

    @Test("what the door saw is never undone nor voided")
    func undo() throws {
        let answered = try {
            try office.carriesOut(Self.send("G-002"))
            return try office.carriesOut(Self.answer("G-002"))
        }()
        let entered = try office.carriesOut(Self.checkIn("G-002"))
        func undo(_ entry: LedgerEntry) -> String { #"{"command":"ledger.undo","undo":"\#(entry.id)"}"# }
        office.refuses(undo(entered), as: .wrongState, field: "undo")
        office.refuses(undo(answered), as: .overlap)
        let left = try office.carriesOut(Self.checkOut("G-002"))
        office.refuses(undo(left), as: .wrongState, field: "undo")
        office.refuses(
            #"{"command":"record.void","kind":"guest","code":"G-002","reason":"اشتباه"}"#, as: .wrongState,
            saying: "G-002", fa: "دعوت را باطل کنید", en: "revoke the invitation")
        try office.carriesOut(#"{"command":"record.void","kind":"guest","code":"G-003","reason":"اشتباه"}"#)
    }

    @Test("a state that changed since it was looked at is stale")
    func stale() throws {
        try office.carriesOut(Self.send("G-001"))
        for command in [#""guest.answer","answer":"accepted""#, #""guest.revoke","reason":"x""#, #""guest.checkIn""#] {
            office.refuses(
                #"{"command":\#(command),"code":"G-001","version":1}"#, as: .stale, saying: "G-001")
        }
    }
}
