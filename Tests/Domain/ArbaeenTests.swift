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

    // MARK: Shifts

    @Test("hours are those of the point's own clocks, and 24:00 ends the day")
    func hours() throws {
        try office.carriesOut(
            Self.shift("SF-1", at: "AP-3", "06/26T17:30", "06/26T24:00", roles: "\"server 6\",\"آشپز ۲\""))
        let shift = try shift("SF-1")
        #expect(shift.from.iso == "2022-09-17T17:30:00+03:00" && shift.to.iso == "2022-09-18T00:00:00+03:00")
        #expect(
            shift.hours(.persian).withoutIsolates == "۱۴۰۱/۰۶/۲۶ ۱۷:۳۰–۲۴:۰۰" && shift.needed == 8 && shift.gap == 8)
        #expect(shift.from.seen(in: .tehran).clockText == "19:00")
        office.refuses(Self.shift("SF-2", "06/26T10:00", "06/26T10:00"), as: .invalidDate, field: "to", fa: "۱۰:۰۰")
        office.refuses(Self.shift("SF-2", "06/26T10:00", "06/28T11:00"), as: .invalidDate, field: "to", en: "48 hours")
        office.refuses(Self.shift("SF-2", "06/32T10:00", "06/28T11:00"), as: .invalidDate, field: "from")
        office.refuses(
            Self.shift("SF-2", "06/26T10:00", "06/26T11:00", roles: "\"server 0\""), as: .invalidNumber, field: "count")
        office.refuses(
            Self.shift("SF-2", "06/26T10:00", "06/26T11:00", roles: "\"server 1\",\"server 2\""), as: .unknownValue,
            field: "roles")
        office.refuses(Self.shift("SF-2", at: "AP-9", "06/26T10:00", "06/26T11:00"), as: .notFound, field: "point")
        office.refuses(Self.shift("SF-1", "06/26T10:00", "06/26T11:00"), as: .duplicateCode, saying: "SF-1")
    }

    @Test("three a day: the copies show the same times on each day, and take no group along")
    func pattern() throws {
        for line in [
            Self.shift("SF-1", "06/26T08:00", "06/26T16:00"), Self.shift("SF-2", "06/26T16:00", "06/26T24:00"),
            Self.assign("SF-1", 12),
        ] { try office.carriesOut(line) }
        let entry = try office.carriesOut(Self.repeated("SF-1", until: "06/28T24:00", every: 24))
        #expect(result(entry)["created"] == .integer(2))
        #expect(result(entry)["codes"] == .list([.string("SF-003"), .string("SF-004")]))
        #expect(
            try shift("SF-004").hours(.english).withoutIsolates == "1401/06/28 08:00–16:00"
                && shift("SF-004").groups == [])
        let day = try office.carriesOut(Self.repeated("SF-2", until: "06/28", every: 8))
        #expect(result(day)["created"] == .integer(6), "a day alone is meant with its end")
        let undone = try office.carriesOut(#"{"command":"ledger.undo","undo":"\#(day.id)"}"#)
        #expect(undone.changes.count == 6)
        office.refuses(
            Self.repeated("SF-1", until: "06/26T08:00", every: 24), as: .invalidDate, field: "until", saying: "SF-1")
        office.refuses(
            #"{"command":"shift.repeat","shift":"SF-1","until":"1402/06/26","everyHours":1}"#, as: .invalidDate,
            field: "until", fa: "۱٬۰۰۰", en: "1,000")
        office.refuses(Self.repeated("SF-1", until: "06/30", every: 0), as: .invalidNumber, field: "everyHours")
        office.refuses(Self.repeated("SF-9", until: "06/30", every: 8), as: .notFound, field: "shift")
        try office.carriesOut(#"{"command":"shift.cancel","code":"SF-1"}"#)
        office.refuses(
            Self.repeated("SF-1", until: "06/30", every: 8), as: .wrongState, saying: "SF-1", en: "cancelled")
    }

    @Test("the clocks of a point show the same times after summer time ended in Iran on 21 September 2022")
    func summerTime() throws {
        try office.carriesOut(Self.shift("SF-1", "06/30T20:00", "06/31T04:00"))
        try office.carriesOut(Self.shift("SF-2", at: "AP-3", "06/30T20:00", "06/31T04:00"))
        try office.carriesOut(Self.repeated("SF-1", until: "06/31", every: 24))
        try office.carriesOut(Self.repeated("SF-1", until: "07/01", every: 24))
        try office.carriesOut(Self.repeated("SF-2", until: "07/01", every: 24))
        let shifts = office.registry.all(Shift.self).filter { $0.point == "AP-1" }.sorted { $0.from < $1.from }
        #expect(
            shifts.map(\.from.iso) == [
                "2022-09-21T20:00:00+04:30", "2022-09-22T20:00:00+03:30", "2022-09-22T20:00:00+03:30",
                "2022-09-23T20:00:00+03:30",
            ])
        #expect(shifts[0].to.iso == "2022-09-22T04:00:00+03:30")
        let length = { (shift: Shift) in (shift.to.moment.milliseconds - shift.from.moment.milliseconds) / 3_600_000 }
        #expect(
            length(shifts[0]) == 9 && length(shifts[1]) == 8, "the night on which clocks went back is an hour longer")
        let iraq = office.registry.all(Shift.self).filter { $0.point == "AP-3" }.sorted { $0.from < $1.from }
        #expect(iraq.map(\.from.clockText) == ["20:00", "20:00", "20:00"] && length(iraq[0]) == 8)
    }

    // MARK: Who comes

    @Test("a group's people on shifts that overlap in absolute time are never more than it has")
    func overlap() throws {
        for line in [
            Self.shift("SF-1", "06/26T08:00", "06/26T16:00"),
            Self.shift("SF-2", at: "AP-3", "06/26T14:00", "06/26T22:00"),
            Self.shift("SF-3", "06/26T16:00", "06/26T20:00"), Self.assign("SF-1", 12),
        ] { try office.carriesOut(line) }
        let refusal = office.refuses(
            Self.assign("SF-2", 14, "Q-0001", #","reason":"با مسئولیت من""#), as: .overlap, field: "headcount",
            saying: "SF-1", "Q-0001", fa: "۲۴ نفر", en: "12 are left for this shift, not 14")
        #expect(refusal?.canBeOverridden == false, "14:00 in Iraq is 15:30 in Iran")
        office.refuses(Self.assign("SF-1", 25), as: .overlap, en: "24 are left")
        try office.carriesOut(Self.assign("SF-1", 24))
        #expect(try shift("SF-1").present == 24, "assigned again, it comes with so many from now on")
        try office.carriesOut(Self.assign("SF-3", 24))
        office.refuses(Self.assign("SF-2", 1), as: .overlap, en: "nobody is left")
        let other = try office.carriesOut(Self.assign("SF-2", 20, "Q-0002"))
        #expect(result(other)["gap"] == .integer(0) && warnings(other) == ["capacity"])
        #expect(result(other)["shift"] == .string("SF-2") && result(other)["headcount"] == .integer(20))
    }

    @Test("two shifts that each overlap a third, but not each other, may share their people")
    func crowd() throws {
        for line in [
            Self.shift("SF-1", "06/26T08:00", "06/26T12:00"), Self.shift("SF-2", "06/26T12:00", "06/26T16:00"),
            Self.shift("SF-3", "06/26T10:00", "06/26T14:00"), Self.assign("SF-1", 14), Self.assign("SF-2", 14),
        ] { try office.carriesOut(line) }
        office.refuses(Self.assign("SF-3", 11), as: .overlap, en: "10 are left")
        try office.carriesOut(Self.assign("SF-3", 10))
        office.refuses(Self.assign("SF-1", 15), as: .overlap, saying: "SF-3", en: "14 are left")
    }

    @Test("a group has no fewer people than come to its shifts, until their point is closed")
    func size() throws {
        for line in [
            Self.shift("SF-1", "06/26T08:00", "06/26T16:00"), Self.assign("SF-1", 20), Self.open("AP-1"),
        ] { try office.carriesOut(line) }
        let amend = #"{"command":"group.amend","code":"Q-0001","size":19}"#
        office.refuses(
            amend, as: .overlap, field: "size", saying: "SF-1", "Q-0001", fa: "۲۰ یا بیشتر", en: "20 or more")
        try office.carriesOut(#"{"command":"point.close","code":"AP-1"}"#)
        try office.carriesOut(amend)
    }

    @Test("the way from point to point takes its time, unless a supervisor gives a reason")
    func travel() throws {
        for line in [
            Self.shift("SF-1", "06/26T08:00", "06/26T16:00"), Self.assign("SF-1", 12),
            Self.shift("SF-2", at: "AP-3", "06/26T17:00", "06/26T18:00"),
            Self.shift("SF-3", at: "AP-3", "06/26T17:30", "06/26T24:00"),
            Self.shift("SF-4", "06/26T16:30", "06/26T18:00"),
        ] { try office.carriesOut(line) }
        let refusal = office.refuses(
            Self.assign("SF-2", 14), as: .travelTime, field: "headcount", saying: "SF-1", fa: "۱۸۰ دقیقه",
            en: "180 minutes")
        #expect(refusal?.canBeOverridden == true)
        office.refuses(
            Self.assign("SF-2", 14, "Q-0001", #","reason":"x""#), as: .travelTime, by: "operator1")
        try office.carriesOut(Self.assign("SF-3", 14))  // three hours are enough
        try office.carriesOut(Self.assign("SF-4", 24, "Q-0002"))
        try office.carriesOut(#"{"command":"shift.release","shift":"SF-3","group":"Q-0001"}"#)
        try office.carriesOut(Self.assign("SF-2", 12))  // the other twelve are there already
        let entry = try office.carriesOut(
            Self.assign("SF-2", 14, "Q-0001", #","reason":"با مسئولیت من""#), by: "supervisor1")
        #expect(entry.overrides == ["travel-time"])
        try office.carriesOut(#"{"command":"setting.change","name":"travel.buffer","value":60}"#)
        try office.carriesOut(Self.assign("SF-2", 15))
    }

    @Test("who may be sent: a group that is there and registered, to a shift that is planned")
    func assigning() throws {
        try office.carriesOut(Self.shift("SF-1", "06/26T08:00", "06/26T16:00"))
        office.refuses(Self.assign("SF-9", 2), as: .notFound, field: "shift")
        office.refuses(Self.assign("SF-1", 2, "Q-0009"), as: .notFound, field: "group")
        office.refuses(Self.assign("SF-1", 0), as: .invalidNumber, field: "headcount")
        office.refuses(
            #"{"command":"shift.release","shift":"SF-1","group":"Q-0001"}"#, as: .notFound, field: "group",
            saying: "SF-1", en: "no group")
        try office.carriesOut(Self.assign("SF-1", 2))
        office.refuses(
            #"{"command":"shift.release","shift":"SF-1","group":"Q-0002"}"#, as: .notFound, saying: "Q-0001")
        try office.carriesOut(#"{"command":"group.suspend","code":"Q-0002"}"#)
        office.refuses(Self.assign("SF-1", 2, "Q-0002"), as: .wrongState, saying: "Q-0002")
        let cancelled = try office.carriesOut(#"{"command":"shift.cancel","code":"SF-1"}"#)
        office.refuses(Self.assign("SF-1", 3), as: .wrongState, saying: "SF-1")
        office.refuses(#"{"command":"shift.cancel","code":"SF-1"}"#, as: .wrongState, saying: "SF-1")
        office.refuses(#"{"command":"shift.release","shift":"SF-1","group":"Q-0001"}"#, as: .wrongState)
        try office.carriesOut(Self.shift("SF-2", "06/26T10:00", "06/26T12:00"))
        try office.carriesOut(Self.assign("SF-2", 23))
        office.refuses(
            #"{"command":"ledger.undo","undo":"\#(cancelled.id)"}"#, as: .overlap, saying: "SF-2")
    }

    @Test("a shift is evidence of a group's activity in its month, while it stands")
    func evidence() throws {
        try office.carriesOut(Self.shift("SF-1", "06/26T08:00", "06/26T16:00"))
        try office.carriesOut(Self.assign("SF-1", 2))
        let found = try ServiceShifts.evidence(of: shift("SF-1"), in: office.registry)
        #expect(
            found == [
                Evidence(group: "Q-0001", month: JalaliMonth(of: try day("1401/06/26")), source: "service-shifts")
            ])
        try office.carriesOut(#"{"command":"shift.cancel","code":"SF-1"}"#)
        #expect(try ServiceShifts.evidence(of: shift("SF-1"), in: office.registry) == [])
        #expect(ActivitySources.all.contains { $0.id == ServiceShifts.id })
    }
}
