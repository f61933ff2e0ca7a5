import Domain
import Persian
import Testing

/// Shifts and who comes to them, in the office of ``ArbaeenTests``.
@Suite("Shifts at Arbaeen")
struct ArbaeenShiftTests {
    let office: TestOffice
    init() throws { office = try ArbaeenTests.office() }

    private func result(_ entry: LedgerEntry) -> JSON { entry.answer["result"] ?? .null }
    private func warnings(_ entry: LedgerEntry) -> [String] { entry.warnings.compactMap { $0["warning"]?.string } }
    private func shift(_ code: String) throws -> Shift {
        try #require(office.registry.find(Shift.self, key: code))
    }

    @Test("hours are those of the point's own clocks, and 24:00 ends the day")
    func hours() throws {
        try office.carriesOut(
            ArbaeenTests.shift("SF-1", at: "AP-3", "06/26T17:30", "06/26T24:00", roles: "\"server 6\",\"آشپز ۲\""))
        let shift = try shift("SF-1")
        #expect(shift.from.iso == "2022-09-17T17:30:00+03:00" && shift.to.iso == "2022-09-18T00:00:00+03:00")
        #expect(
            shift.hours(.persian).withoutIsolates == "۱۴۰۱/۰۶/۲۶ ۱۷:۳۰–۲۴:۰۰" && shift.needed == 8 && shift.gap == 8)
        #expect(shift.from.seen(in: .tehran).clockText == "19:00")
        office.refuses(
            ArbaeenTests.shift("SF-2", "06/26T10:00", "06/26T10:00"), as: .invalidDate, field: "to", fa: "۱۰:۰۰")
        office.refuses(
            ArbaeenTests.shift("SF-2", "06/26T10:00", "06/28T11:00"), as: .invalidDate, field: "to", en: "48 hours")
        office.refuses(ArbaeenTests.shift("SF-2", "06/32T10:00", "06/28T11:00"), as: .invalidDate, field: "from")
        office.refuses(
            ArbaeenTests.shift("SF-2", "06/26T10:00", "06/26T11:00", roles: "\"server 0\""), as: .invalidNumber,
            field: "count")
        office.refuses(
            ArbaeenTests.shift("SF-2", "06/26T10:00", "06/26T11:00", roles: "\"server 1\",\"server 2\""),
            as: .unknownValue,
            field: "roles")
        office.refuses(
            ArbaeenTests.shift("SF-2", at: "AP-9", "06/26T10:00", "06/26T11:00"), as: .notFound, field: "point")
        office.refuses(ArbaeenTests.shift("SF-1", "06/26T10:00", "06/26T11:00"), as: .duplicateCode, saying: "SF-1")
    }

    @Test("three a day: the copies show the same times on each day, and take no group along")
    func pattern() throws {
        for line in [
            ArbaeenTests.shift("SF-1", "06/26T08:00", "06/26T16:00"),
            ArbaeenTests.shift("SF-2", "06/26T16:00", "06/26T24:00"),
            ArbaeenTests.assign("SF-1", 12),
        ] { try office.carriesOut(line) }
        let entry = try office.carriesOut(ArbaeenTests.repeated("SF-1", until: "06/28T24:00", every: 24))
        #expect(result(entry)["created"] == .integer(2))
        #expect(result(entry)["codes"] == .list([.string("SF-003"), .string("SF-004")]))
        #expect(
            try shift("SF-004").hours(.english).withoutIsolates == "1401/06/28 08:00–16:00"
                && shift("SF-004").groups == [])
        let day = try office.carriesOut(ArbaeenTests.repeated("SF-2", until: "06/28", every: 8))
        #expect(result(day)["created"] == .integer(6), "a day alone is meant with its end")
        let undone = try office.carriesOut(#"{"command":"ledger.undo","undo":"\#(day.id)"}"#)
        #expect(undone.changes.count == 6)
        office.refuses(
            ArbaeenTests.repeated("SF-1", until: "06/26T08:00", every: 24), as: .invalidDate, field: "until",
            saying: "SF-1")
        office.refuses(
            #"{"command":"shift.repeat","shift":"SF-1","until":"1402/06/26","everyHours":1}"#, as: .invalidDate,
            field: "until", fa: "۱٬۰۰۰", en: "1,000")
        office.refuses(ArbaeenTests.repeated("SF-1", until: "06/30", every: 0), as: .invalidNumber, field: "everyHours")
        office.refuses(ArbaeenTests.repeated("SF-9", until: "06/30", every: 8), as: .notFound, field: "shift")
        try office.carriesOut(#"{"command":"shift.cancel","code":"SF-1"}"#)
        office.refuses(
            ArbaeenTests.repeated("SF-1", until: "06/30", every: 8), as: .wrongState, saying: "SF-1", en: "cancelled")
    }

    @Test("the clocks of a point show the same times after summer time ended in Iran on 21 September 2022")
    func summerTime() throws {
        try office.carriesOut(ArbaeenTests.shift("SF-1", "06/30T20:00", "06/31T04:00"))
        try office.carriesOut(ArbaeenTests.shift("SF-2", at: "AP-3", "06/30T20:00", "06/31T04:00"))
        try office.carriesOut(ArbaeenTests.repeated("SF-1", until: "06/31", every: 24))
        try office.carriesOut(ArbaeenTests.repeated("SF-1", until: "07/01", every: 24))
        try office.carriesOut(ArbaeenTests.repeated("SF-2", until: "07/01", every: 24))
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
            ArbaeenTests.shift("SF-1", "06/26T08:00", "06/26T16:00"),
            ArbaeenTests.shift("SF-2", at: "AP-3", "06/26T14:00", "06/26T22:00"),
            ArbaeenTests.shift("SF-3", "06/26T16:00", "06/26T20:00"), ArbaeenTests.assign("SF-1", 12),
        ] { try office.carriesOut(line) }
        let refusal = office.refuses(
            ArbaeenTests.assign("SF-2", 14, "Q-0001", #","reason":"با مسئولیت من""#), as: .overlap, field: "headcount",
            saying: "SF-1", "Q-0001", fa: "۲۴ نفر", en: "12 are left for this shift, not 14")
        #expect(refusal?.canBeOverridden == false, "14:00 in Iraq is 15:30 in Iran")
        office.refuses(ArbaeenTests.assign("SF-1", 25), as: .overlap, en: "24 are left")
        try office.carriesOut(ArbaeenTests.assign("SF-1", 24))
        #expect(try shift("SF-1").present == 24, "assigned again, it comes with so many from now on")
        try office.carriesOut(ArbaeenTests.assign("SF-3", 24))
        office.refuses(ArbaeenTests.assign("SF-2", 1), as: .overlap, en: "nobody is left")
        let other = try office.carriesOut(ArbaeenTests.assign("SF-2", 20, "Q-0002"))
        #expect(result(other)["gap"] == .integer(0) && warnings(other) == ["capacity"])
        #expect(result(other)["shift"] == .string("SF-2") && result(other)["headcount"] == .integer(20))
    }

    @Test("two shifts that each overlap a third, but not each other, may share their people")
    func crowd() throws {
        for line in [
            ArbaeenTests.shift("SF-1", "06/26T08:00", "06/26T12:00"),
            ArbaeenTests.shift("SF-2", "06/26T12:00", "06/26T16:00"),
            ArbaeenTests.shift("SF-3", "06/26T10:00", "06/26T14:00"), ArbaeenTests.assign("SF-1", 14),
            ArbaeenTests.assign("SF-2", 14),
        ] { try office.carriesOut(line) }
        office.refuses(ArbaeenTests.assign("SF-3", 11), as: .overlap, en: "10 are left")
        try office.carriesOut(ArbaeenTests.assign("SF-3", 10))
        office.refuses(ArbaeenTests.assign("SF-1", 15), as: .overlap, saying: "SF-3", en: "14 are left")
    }

    @Test("a group has no fewer people than come to its shifts, until their point is closed")
    func size() throws {
        for line in [
            ArbaeenTests.shift("SF-1", "06/26T08:00", "06/26T16:00"), ArbaeenTests.assign("SF-1", 20),
            ArbaeenTests.open("AP-1"),
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
            ArbaeenTests.shift("SF-1", "06/26T08:00", "06/26T16:00"), ArbaeenTests.assign("SF-1", 12),
            ArbaeenTests.shift("SF-2", at: "AP-3", "06/26T17:00", "06/26T18:00"),
            ArbaeenTests.shift("SF-3", at: "AP-3", "06/26T17:30", "06/26T24:00"),
            ArbaeenTests.shift("SF-4", "06/26T16:30", "06/26T18:00"),
        ] { try office.carriesOut(line) }
        let refusal = office.refuses(
            ArbaeenTests.assign("SF-2", 14), as: .travelTime, field: "headcount", saying: "SF-1", fa: "۱۸۰ دقیقه",
            en: "180 minutes")
        #expect(refusal?.canBeOverridden == true)
        office.refuses(
            ArbaeenTests.assign("SF-2", 14, "Q-0001", #","reason":"x""#), as: .travelTime, by: "operator1")
        try office.carriesOut(ArbaeenTests.assign("SF-3", 14))  // three hours are enough
        try office.carriesOut(ArbaeenTests.assign("SF-4", 24, "Q-0002"))
        try office.carriesOut(#"{"command":"shift.release","shift":"SF-3","group":"Q-0001"}"#)
        try office.carriesOut(ArbaeenTests.assign("SF-2", 12))  // the other twelve are there already
        let entry = try office.carriesOut(
            ArbaeenTests.assign("SF-2", 14, "Q-0001", #","reason":"با مسئولیت من""#), by: "supervisor1")
        #expect(entry.overrides == ["travel-time"])
        try office.carriesOut(#"{"command":"setting.change","name":"travel.buffer","value":60}"#)
        try office.carriesOut(ArbaeenTests.assign("SF-2", 15))
    }

    @Test("who may be sent: a group that is there and registered, to a shift that is planned")
    func assigning() throws {
        try office.carriesOut(ArbaeenTests.shift("SF-1", "06/26T08:00", "06/26T16:00"))
        office.refuses(ArbaeenTests.assign("SF-9", 2), as: .notFound, field: "shift")
        office.refuses(ArbaeenTests.assign("SF-1", 2, "Q-0009"), as: .notFound, field: "group")
        office.refuses(ArbaeenTests.assign("SF-1", 0), as: .invalidNumber, field: "headcount")
        office.refuses(
            #"{"command":"shift.release","shift":"SF-1","group":"Q-0001"}"#, as: .notFound, field: "group",
            saying: "SF-1", en: "no group")
        try office.carriesOut(ArbaeenTests.assign("SF-1", 2))
        office.refuses(
            #"{"command":"shift.release","shift":"SF-1","group":"Q-0002"}"#, as: .notFound, saying: "Q-0001")
        try office.carriesOut(#"{"command":"group.suspend","code":"Q-0002"}"#)
        office.refuses(ArbaeenTests.assign("SF-1", 2, "Q-0002"), as: .wrongState, saying: "Q-0002")
        let cancelled = try office.carriesOut(#"{"command":"shift.cancel","code":"SF-1"}"#)
        office.refuses(ArbaeenTests.assign("SF-1", 3), as: .wrongState, saying: "SF-1")
        office.refuses(#"{"command":"shift.cancel","code":"SF-1"}"#, as: .wrongState, saying: "SF-1")
        office.refuses(#"{"command":"shift.release","shift":"SF-1","group":"Q-0001"}"#, as: .wrongState)
        try office.carriesOut(ArbaeenTests.shift("SF-2", "06/26T10:00", "06/26T12:00"))
        try office.carriesOut(ArbaeenTests.assign("SF-2", 23))
        office.refuses(
            #"{"command":"ledger.undo","undo":"\#(cancelled.id)"}"#, as: .overlap, saying: "SF-2")
    }

    @Test("a shift is evidence of a group's activity in its month, while it stands")
    func evidence() throws {
        try office.carriesOut(ArbaeenTests.shift("SF-1", "06/26T08:00", "06/26T16:00"))
        try office.carriesOut(ArbaeenTests.assign("SF-1", 2))
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
