import Domain
import Persian
import Testing

/// The clock of these tests stands at 1401/06/26, noon in Iran, 17 September 2022: Arbaeen. Q-0001 has 24 people and
/// Q-0002 has 40. AP-1 and AP-2 stand in Iran, AP-3 in Iraq; all but AP-2 have a permit.
@Suite("Arbaeen")
struct ArbaeenTests {
    let office: TestOffice

    init() throws { office = try Self.office() }

    static func office() throws -> TestOffice {
        let office = try TestOffice()
        office.now = try Moment(parsing: "1401/06/26T12:00", in: .tehran)
        for line in [
            announce("IR", "1401/06/07"), announce("IQ", "1401/06/07"), plan("AP-1"), plan("AP-2"),
            plan("AP-3", country: "IQ"), license("AP-1"), license("AP-3"),
        ] { try office.carriesOut(line) }
        return office
    }

    static func announce(_ country: String, _ day: String, status: String = "confirmed", month: String = "safar")
        -> String
    {
        """
        {"command":"season.announce","year":1444,"country":"\(country)","month":"\(month)","startsOn":"\(day)",\
        "status":"\(status)"}
        """
    }

    static func plan(_ code: String, country: String = "IR", services: String = "\"food 3000\"", _ more: String = "")
        -> String
    {
        """
        {"command":"point.plan","code":"\(code)","name":"موکب \(code)","kind":"border","country":"\(country)",\
        "season":1444,"services":[\(services)]\(more)}
        """
    }

    static func license(_ code: String, until: String = "1401/07/10") -> String {
        #"{"command":"point.license","code":"\#(code)","permit":"م-۱","validUntil":"\#(until)"}"#
    }

    static func open(_ code: String, on day: String = "1401/06/20") -> String {
        #"{"command":"point.open","code":"\#(code)","on":"\#(day)"}"#
    }

    static func shift(
        _ code: String, at point: String = "AP-1", _ from: String, _ to: String, roles: String = "\"server 12\""
    ) -> String {
        """
        {"command":"shift.plan","code":"\(code)","point":"\(point)","from":"1401/\(from)","to":"1401/\(to)",\
        "roles":[\(roles)]}
        """
    }

    static func assign(_ shift: String, _ headcount: Int, _ group: String = "Q-0001", _ more: String = "") -> String {
        #"{"command":"shift.assign","shift":"\#(shift)","group":"\#(group)","headcount":\#(headcount)\#(more)}"#
    }

    static func repeated(_ shift: String, until: String, every hours: Int) -> String {
        #"{"command":"shift.repeat","shift":"\#(shift)","until":"1401/\#(until)","everyHours":\#(hours)}"#
    }

    static func tally(
        _ hour: String, _ served: Int, service: String = "food", at point: String = "AP-1", _ more: String = ""
    ) -> String {
        """
        {"command":"tally.count","point":"\(point)","service":"\(service)","hour":"1401/\(hour)","served":\(served)\(more)}
        """
    }

    static func stock(_ verb: String, _ quantity: Int, _ more: String = "", item: String = "آب معدنی") -> String {
        #"{"command":"supply.\#(verb)","point":"AP-1","item":"\#(item)","quantity":\#(quantity)\#(more)}"#
    }

    private func result(_ entry: LedgerEntry) -> JSON { entry.answer["result"] ?? .null }
    private func warnings(_ entry: LedgerEntry) -> [String] { entry.warnings.compactMap { $0["warning"]?.string } }
    private func shift(_ code: String) throws -> Shift {
        try #require(office.registry.find(Shift.self, key: code))
    }
    private func point(_ code: String) throws -> ServicePoint {
        try #require(office.registry.find(ServicePoint.self, key: code))
    }

    // MARK: Seasons

    @Test("20 Safar follows each country's own announcement")
    func arbaeen() throws {
        let season = try #require(office.registry.find(Season.self, key: "1444"))
        for country in Country.allCases {
            #expect([season].calendar(of: country).arbaeen(1444) == (try day("1401/06/26")))
        }
        let entry = try office.carriesOut(Self.announce("IQ", "2022-08-30"))
        #expect(result(entry)["arbaeen"] == .string("2022-09-18") && result(entry)["country"] == .string("IQ"))
        let moved = try #require(office.registry.find(Season.self, key: "1444"))
        #expect([moved].calendar(of: .iraq).arbaeen(1444) == (try day("1401/06/27")))
        #expect([moved].calendar(of: .iran).arbaeen(1444) == (try day("1401/06/26")), "Iran's stays where it was")
    }

    @Test("a changed announcement lists the shifts of its country that have another date, and moves no hour")
    func touched() throws {
        for line in [
            Self.shift("SF-1", "06/26T08:00", "06/26T16:00"),
            Self.shift("SF-2", at: "AP-3", "06/26T08:00", "06/26T16:00"),
            Self.shift("SF-3", at: "AP-3", "06/27T08:00", "06/27T16:00"),
            Self.shift("SF-4", at: "AP-3", "06/05T08:00", "06/05T16:00"),
            #"{"command":"shift.cancel","code":"SF-3"}"#, Self.announce("IQ", "1401/05/09", month: "muharram"),
        ] { try office.carriesOut(line) }
        let before = try shift("SF-2")
        let entry = try office.carriesOut(Self.announce("IQ", "1401/06/08"))
        #expect(result(entry)["shifts"] == .list([.string("SF-2")]))
        #expect(warnings(entry) == ["dates-moved"] && entry.warnings[0]["en"]?.string?.contains("SF-2") == true)
        #expect(try shift("SF-2") == before)
        let again = try office.carriesOut(Self.announce("IQ", "1401/06/08", status: "provisional"))
        #expect(result(again)["shifts"] == .list([]) && warnings(again) == [], "only the status changed")
        #expect(result(again)["status"] == .string("provisional"))
    }

    @Test("a month begins near where arithmetic has it, and has 29 or 30 days")
    func announcements() throws {
        office.refuses(
            Self.announce("IR", "1401/06/12"), as: .invalidDate, field: "startsOn", fa: "۱۴۰۱/۰۶/۱۲",
            en: "accepted: 1401/06/05 to 1401/06/09")
        try office.carriesOut(Self.announce("IR", "1401/07/05", month: "rabiAlAwwal"))
        office.refuses(
            Self.announce("IR", "1401/06/08", month: "safar"), as: .invalidDate, field: "startsOn", fa: "ربیع‌الاول",
            en: "Rabi al-Awwal")
        try office.carriesOut(Self.announce("IQ", "1401/06/08"))
        office.refuses(Self.announce("IR", "1401/06/07", month: "x"), as: .unknownValue, field: "month", en: "Safar")
        office.refuses(Self.announce("SY", "1401/06/07"), as: .unknownValue, field: "country", en: "Iran, Iraq")
    }

    // MARK: Points

    @Test("a point is planned, licensed, opened and closed, in that order")
    func states() throws {
        office.refuses(Self.open("AP-2"), as: .wrongState, saying: "AP-2", en: "licensed")
        try office.carriesOut(Self.license("AP-2", until: "1401/06/19"))
        office.refuses(
            Self.open("AP-2"), as: .permitExpired, field: "on", saying: "AP-2", fa: "۱۴۰۱/۰۶/۱۹",
            en: "valid until 1401/06/19, not on 1401/06/20")
        try office.carriesOut(Self.open("AP-2", on: "1401/06/19"))
        try office.carriesOut(Self.license("AP-2", until: "1401/08/01"))
        #expect(try point("AP-2").state == .open && point("AP-2").validUntil == day("1401/08/01"))
        office.refuses(
            #"{"command":"point.close","code":"AP-2","on":"1401/06/18"}"#, as: .invalidDate, field: "on")
        try office.carriesOut(#"{"command":"point.close","code":"AP-2"}"#)
        #expect(try point("AP-2").closedOn == day("1401/06/26"))
        office.refuses(Self.open("AP-2"), as: .wrongState, saying: "AP-2", en: "closed")
        office.refuses(#"{"command":"point.close","code":"AP-1"}"#, as: .wrongState, saying: "AP-1")
        office.refuses(Self.license("AP-2"), as: .wrongState, en: "closed")
        office.refuses(#"{"command":"point.amend","code":"AP-2","pole":5}"#, as: .wrongState, en: "closed")
        office.refuses(Self.shift("SF-9", at: "AP-2", "06/26T08:00", "06/26T16:00"), as: .wrongState, en: "closed")
    }

    @Test("its fields: services each once, beds for men and women, a season that was announced")
    func fields() throws {
        let lodging = #"{"service":"lodging","perDay":120,"men":70,"women":50}"#
        let entry = try office.carriesOut(Self.plan("", services: #"\#(lodging),"غذا ۳۰۰۰""#, #","pole":285"#))
        #expect(result(entry)["code"] == .string("AP-4"))
        let planned = try point("AP-4")
        #expect(planned.service(.lodging)?.women == 50 && planned.service(.food)?.perDay == 3000 && planned.pole == 285)
        #expect(planned.services[0].display(.persian) == "اسکان ۱۲۰ ۷۰ ۵۰")
        try office.carriesOut(#"{"command":"point.amend","code":"AP-4","pole":null,"services":["water 90"]}"#)
        #expect(try point("AP-4").pole == nil && point("AP-4").services.map(\.service) == [.water])
        office.refuses(Self.plan("AP-1"), as: .duplicateCode, field: "code", saying: "AP-1", "AP-5")
        office.refuses(Self.plan("AP-9", services: ""), as: .missingValue, field: "services")
        office.refuses(Self.plan("AP-9", services: "\"food 1\",\"غذا 2\""), as: .unknownValue, field: "services")
        office.refuses(
            Self.plan("AP-9", services: "\"food\""), as: .unknownValue, field: "services", fa: "ظرفیت روزانه",
            en: "per day")
        office.refuses(
            Self.plan("AP-9", services: "\"lodging 120 70 40\""), as: .invalidNumber, field: "services", en: "110")
        office.refuses(Self.plan("AP-9", services: "\"lodging 120 70\""), as: .missingValue, field: "services")
        office.refuses(Self.plan("AP-9", services: "\"food 120 70 50\""), as: .unknownValue, field: "services")
        office.refuses(
            #"{"command":"point.plan","name":"x","kind":"route","country":"IQ","season":1445,"services":["food 1"]}"#,
            as: .notFound, field: "season", saying: "1445")
    }

    @Test("lodging opens only when every shift of that day has a physician, a nurse and somebody for lost persons")
    func lodging() throws {
        try office.carriesOut(Self.plan("AP-4", country: "IQ", services: "\"lodging 100\""))
        try office.carriesOut(Self.license("AP-4"))
        office.refuses(Self.open("AP-4"), as: .notComplete, field: "on", fa: "شیفتی در این روز نیست", en: "no shift")
        let whole = "\"physician 1\",\"nurse 2\",\"lostPersons 1\""
        try office.carriesOut(Self.shift("SF-1", at: "AP-4", "06/20T08:00", "06/20T20:00", roles: whole))
        let half = try office.carriesOut(
            Self.shift("SF-2", at: "AP-4", "06/19T20:00", "06/20T08:00", roles: "\"nurse 2\""))
        #expect(warnings(half) == ["not-complete"])
        try office.carriesOut(Self.shift("SF-3", at: "AP-4", "06/21T00:00", "06/21T08:00"))
        let refusal = office.refuses(
            Self.open("AP-4"), as: .notComplete, saying: "SF-2", fa: "پزشک، مسئول گمشدگان",
            en: "physician, lost persons")
        #expect(refusal?.canBeOverridden == false && refusal?.phrase.en.contains("SF-3") == false)
        try office.carriesOut(#"{"command":"shift.cancel","code":"SF-2"}"#)
        try office.carriesOut(Self.open("AP-4"))
    }
}
