import Domain
import Persian
import Testing

/// Hours that are longer or shown twice, counts that are too large, and what refusals offer. The clock stands at
/// 1401/06/26, noon in Iran.
@Suite("Arbaeen by the hour")
struct ArbaeenHourTests {
    let office: TestOffice
    init() throws { office = try ArbaeenTests.office() }

    private func warnings(_ entry: LedgerEntry) -> [String] { entry.warnings.compactMap { $0["warning"]?.string } }

    @Test("48 hours are compared to the minute, so that no overlap is missed")
    func longest() throws {
        for end in ["06/28T12:01", "06/28T12:45", "06/28T13:00"] {
            office.refuses(
                ArbaeenTests.shift("SF-1", "06/26T12:00", end), as: .invalidDate, field: "to", fa: "۱۴۰۱/۰۶/۲۸ ۱۲:۰۰",
                en: "48 hours later (1401/06/28 12:00)")
        }
        try office.carriesOut(ArbaeenTests.shift("SF-1", "06/26T12:00", "06/28T12:00"))
    }

    @Test("over the night on which clocks go back two days are 49 hours, and the sentence tells the two showings apart")
    func clocksGoBack() throws {
        office.refuses(
            ArbaeenTests.shift("SF-1", "06/29T00:00", "06/31T00:00"), as: .invalidDate, field: "to",
            fa: "۱۴۰۱/۰۶/۳۰ ۲۳:۰۰ (پس از عقب کشیدن ساعت)", en: "1401/06/30 23:00 (after the clocks went back)")
        try office.carriesOut(ArbaeenTests.shift("SF-1", "06/28T00:00", "06/30T00:00"))
        office.refuses(
            ArbaeenTests.repeated("SF-1", until: "06/30T00:00", every: 24), as: .invalidDate, field: "until",
            en: "after the clocks went back")
        #expect(office.registry.all(Shift.self).count == 1)
        try office.carriesOut(ArbaeenTests.repeated("SF-1", until: "06/29T00:00", every: 24))
    }

    @Test("as many as are left by the clock and the way: what is offered is accepted")
    func left() throws {
        for line in [
            ArbaeenTests.shift("SF-1", "06/26T08:00", "06/26T16:00"), ArbaeenTests.assign("SF-1", 4),
            ArbaeenTests.shift("SF-2", at: "AP-3", "06/26T05:00", "06/26T06:00"), ArbaeenTests.assign("SF-2", 20),
            ArbaeenTests.shift("SF-3", "06/26T08:00", "06/26T15:00"),
        ] { try office.carriesOut(line) }
        // SF-2 in Iraq ends at 07:30 in Iran, too late for those who should be at AP-1 by 08:00.
        office.refuses(
            ArbaeenTests.assign("SF-3", 21), as: .overlap, field: "headcount", saying: "SF-2", fa: "کسی نمی‌ماند",
            en: "nobody is left")
        try office.carriesOut(#"{"command":"shift.release","shift":"SF-2","group":"Q-0001"}"#)
        office.refuses(ArbaeenTests.assign("SF-3", 21), as: .overlap, en: "20 are left")
        try office.carriesOut(ArbaeenTests.assign("SF-3", 20))
    }

    @Test("an hour of more than the day's capacity is warned of, and a day of twice as many")
    func tally() throws {
        try office.carriesOut(ArbaeenTests.open("AP-1"))
        #expect(warnings(try office.carriesOut(ArbaeenTests.tally("06/25T08:00", 3000))) == [])
        let hour = try office.carriesOut(ArbaeenTests.tally("06/25T09:00", 999_999))
        #expect(warnings(hour) == ["capacity"] && hour.warnings[0]["en"]?.string?.contains("999,999") == true)
        try office.carriesOut(ArbaeenTests.tally("06/25T09:00", 2999))
        #expect(warnings(try office.carriesOut(ArbaeenTests.tally("06/25T10:00", 10))) == ["capacity"])
    }

    @Test("that a point never opened is told before the services that it does not offer")
    func stateBeforeService() throws {
        let lodging = ArbaeenTests.tally("06/26T10:00", 12, service: "lodging", #","men":6,"women":6"#)
        office.refuses(lodging, as: .wrongState, saying: "AP-1")
        try office.carriesOut(ArbaeenTests.open("AP-1"))
        office.refuses(lodging, as: .unknownValue, field: "service", saying: "AP-1")
    }

    @Test("a point that opens on a day to come offers no day before it")
    func pointToCome() throws {
        try office.carriesOut(ArbaeenTests.open("AP-1", on: "1401/06/28"))
        office.refuses(
            ArbaeenTests.tally("06/26T10:00", 9), as: .invalidDate, field: "hour", fa: "تازه از ۱۴۰۱/۰۶/۲۸",
            en: "opens only on 1401/06/28")
        try office.carriesOut(ArbaeenTests.open("AP-3", on: "1401/06/26"))
        office.refuses(
            ArbaeenTests.tally("06/25T10:00", 9, at: "AP-3"), as: .invalidDate, fa: "تنها ۱۴۰۱/۰۶/۲۶",
            en: "1401/06/26 alone")
    }

    @Test("a point with tallies closes on their last day or later, and the refusal says so")
    func closing() throws {
        try office.carriesOut(ArbaeenTests.open("AP-1"))
        try office.carriesOut(ArbaeenTests.tally("06/25T10:00", 9))
        office.refuses(
            #"{"command":"point.close","code":"AP-1","on":"1401/06/24"}"#, as: .invalidDate, field: "on",
            fa: "۱۴۰۱/۰۶/۲۵ یا پس از آن", en: "on 1401/06/25 or later")
        try office.carriesOut(#"{"command":"point.close","code":"AP-1","on":"1401/06/25"}"#)
    }

    @Test("of a month's beginnings only those are offered that fit with the months announced")
    func announcements() throws {
        try office.carriesOut(ArbaeenTests.announce("IR", "1401/07/05", month: "rabiAlAwwal"))
        office.refuses(
            ArbaeenTests.announce("IR", "1401/06/12"), as: .invalidDate, field: "startsOn",
            fa: "۱۴۰۱/۰۶/۰۶ یا ۱۴۰۱/۰۶/۰۷", en: "accepted: 1401/06/06 or 1401/06/07")
        for day in ["1401/06/06", "1401/06/07"] { try office.carriesOut(ArbaeenTests.announce("IR", day)) }
    }

    @Test("stock that is used up is not offered again")
    func stock() throws {
        try office.carriesOut(ArbaeenTests.stock("receive", 10, #","unit":"بطری""#))
        office.refuses(ArbaeenTests.stock("use", 11), as: .insufficientStock, field: "quantity", en: "only 10")
        try office.carriesOut(ArbaeenTests.stock("use", 10))
        office.refuses(ArbaeenTests.stock("use", 1), as: .insufficientStock, fa: "چیزی نمانده", en: "nothing is left")
    }
}
