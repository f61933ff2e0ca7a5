import Domain
import Persian
import Testing

/// What is at the points of ``ArbaeenTests``, whom they serve, and what befalls them.
@Suite("Supplies, tallies and needs of service points")
struct ArbaeenStockTests {
    let office: TestOffice

    init() throws { office = try ArbaeenTests.office() }

    private func result(_ entry: LedgerEntry) -> JSON { entry.answer["result"] ?? .null }
    private func warnings(_ entry: LedgerEntry) -> [String] { entry.warnings.compactMap { $0["warning"]?.string } }

    // MARK: Supplies

    @Test("at or below its level a need is raised by itself, once until the stock was above it again")
    func reorder() throws {
        let first = try office.carriesOut(ArbaeenTests.stock("receive", 5000, #","unit":"بطری","reorderLevel":1000"#))
        #expect(result(first)["need"] == .null && result(first)["stock"] == .integer(5000))
        let used = try office.carriesOut(ArbaeenTests.stock("use", 4000))
        #expect(result(used)["need"] == .string("N-001"))
        let need = try #require(office.registry.find(Need.self, key: "N-001"))
        #expect(need.point == "AP-1" && need.quantity == 1000 && need.urgency == .normal && need.unit == "بطری")
        #expect(result(try office.carriesOut(ArbaeenTests.stock("use", 100)))["need"] == .null, "once")
        #expect(result(try office.carriesOut(ArbaeenTests.stock("count", 890, item: "آب معدني")))["need"] == .null)
        try office.carriesOut(ArbaeenTests.stock("receive", 200, #","unit":"بطري""#))
        let again = try office.carriesOut(ArbaeenTests.stock("use", 190))
        #expect(result(again)["need"] == .string("N-002"), "it was above the level meanwhile")
        #expect(office.registry.find(Need.self, key: "N-002")?.quantity == 1100)
        try office.carriesOut(#"{"command":"ledger.undo","undo":"\#(again.id)"}"#)
        #expect(office.registry.find(Need.self, key: "N-002") == nil)
        #expect(office.registry.all(Supply.self).count == 1, "one item, however it is spelt")
    }

    @Test("stock never goes below zero, with a reason neither, and one item has one unit")
    func stock() throws {
        office.refuses(ArbaeenTests.stock("receive", 5), as: .missingValue, field: "unit")
        office.refuses(ArbaeenTests.stock("use", 5), as: .notFound, field: "item", saying: "AP-1", "آب معدنی")
        try office.carriesOut(ArbaeenTests.stock("receive", 900, #","unit":"بطری""#))
        let refusal = office.refuses(
            ArbaeenTests.stock("use", 901, #","reason":"با مسئولیت من""#), as: .insufficientStock, field: "quantity",
            saying: "AP-1", fa: "۹۰۰", en: "900")
        #expect(refusal?.canBeOverridden == false)
        office.refuses(
            ArbaeenTests.stock("receive", 5, #","unit":"کارتن""#), as: .unknownValue, field: "unit", saying: "بطری")
        office.refuses(ArbaeenTests.stock("receive", 0), as: .invalidNumber, field: "quantity")
        office.refuses(ArbaeenTests.stock("count", -1), as: .invalidNumber, field: "quantity")
        try office.carriesOut(ArbaeenTests.stock("count", 0))
        try office.carriesOut(ArbaeenTests.open("AP-1"))
        try office.carriesOut(#"{"command":"point.close","code":"AP-1"}"#)
        office.refuses(ArbaeenTests.stock("receive", 5), as: .wrongState, saying: "AP-1")
        office.refuses(ArbaeenTests.stock("use", 5), as: .wrongState, saying: "AP-1")
        try office.carriesOut(ArbaeenTests.stock("count", 3, #","reorderLevel":10"#))  // what was left is counted
        #expect(office.registry.all(Need.self) == [], "a closed point needs nothing")
    }

    // MARK: Tallies

    @Test("an hour sent again is a correction, and the day's total is of current values")
    func tally() throws {
        try office.carriesOut(ArbaeenTests.open("AP-1"))
        let first = try office.carriesOut(ArbaeenTests.tally("06/26T10:00", 900))
        #expect(result(first)["correction"] == .bool(false) && result(first)["total"] == .integer(900))
        let second = try office.carriesOut(ArbaeenTests.tally("06/26T10:00", 90))
        #expect(result(second)["correction"] == .bool(true) && result(second)["served"] == .integer(90))
        let third = try office.carriesOut(ArbaeenTests.tally("06/26T11:00", 400))
        #expect(result(third)["total"] == .integer(490))
        #expect(office.registry.ledger.flatMap(\.changes).contains { ($0.after as? Tally)?.served == 900 })
        office.refuses(
            ArbaeenTests.tally("06/26T10:00", 91, #","version":1"#), as: .stale, en: "version 2")
    }

    @Test("whole hours that have begun, while the point is open, of a service that it has")
    func tallyHours() throws {
        office.refuses(ArbaeenTests.tally("06/26T10:00", 9), as: .wrongState, saying: "AP-1", en: "open")
        try office.carriesOut(ArbaeenTests.open("AP-1"))
        try office.carriesOut(ArbaeenTests.open("AP-3"))
        office.refuses(ArbaeenTests.tally("06/26T10:30", 9), as: .invalidDate, field: "hour", fa: "۱۰:۰۰", en: "10:00")
        office.refuses(
            ArbaeenTests.tally("06/26T14:00", 9), as: .invalidDate, field: "hour", saying: "AP-1", en: "still to come")
        office.refuses(
            ArbaeenTests.tally("06/26T12:00", 9, at: "AP-3"), as: .invalidDate, saying: "AP-3", en: "still to come")
        office.refuses(ArbaeenTests.tally("06/27T01:00", 9), as: .invalidDate, field: "hour")
        office.refuses(
            ArbaeenTests.tally("06/19T10:00", 9), as: .invalidDate, field: "hour", fa: "۱۴۰۱/۰۶/۲۰", en: "1401/06/20")
        office.refuses(
            ArbaeenTests.tally("06/26T10:00", 9, service: "water"), as: .unknownValue, field: "service", en: "food")
        office.refuses(ArbaeenTests.tally("06/26T10:00", 9, at: "AP-9"), as: .notFound, field: "point")
        try office.carriesOut(ArbaeenTests.tally("06/20T00:00", 9))
        office.refuses(
            #"{"command":"ledger.undo","undo":"\#(office.registry.ledger.first { $0.command == "point.open" }?.id ?? "")"}"#,
            as: .invalidDate)
        try office.carriesOut(#"{"command":"point.close","code":"AP-1","on":"1401/06/25"}"#)
        try office.carriesOut(ArbaeenTests.tally("06/25T23:00", 9))  // what was written down late
        office.refuses(ArbaeenTests.tally("06/26T10:00", 9), as: .invalidDate, field: "hour", en: "1401/06/25")
    }

    @Test("the hour that was shown twice when summer time ended is two hours")
    func twice() throws {
        try office.carriesOut(ArbaeenTests.open("AP-1"))
        office.now = try Moment(parsing: "1401/07/02T10:00", in: .tehran)
        func tally(_ hour: String, _ served: Int) throws -> JSON {
            result(
                try office.carriesOut(
                    #"{"command":"tally.count","point":"AP-1","service":"food","hour":"\#(hour)","served":\#(served)}"#)
            )
        }
        #expect(try tally("2022-09-21T23:00:00+04:30", 5)["correction"] == .bool(false))
        let second = try tally("2022-09-21T23:00:00+03:30", 7)
        #expect(second["correction"] == .bool(false) && second["total"] == .integer(12))
        #expect(
            try tally("1401/06/30T23:00", 6)["total"] == .integer(13), "without its offset it is the first of the two")
    }

    @Test("who slept there is told apart, and more people than beds are warned of")
    func beds() throws {
        try office.carriesOut(#"{"command":"point.amend","code":"AP-1","services":["lodging 120 70 50","food 9"]}"#)
        try office.carriesOut(
            ArbaeenTests.shift(
                "SF-1", "06/20T00:00", "06/20T24:00", roles: "\"physician 1\",\"nurse 2\",\"lostPersons 1\""))
        try office.carriesOut(ArbaeenTests.open("AP-1"))
        let full = try office.carriesOut(
            ArbaeenTests.tally("06/25T22:00", 118, service: "lodging", #","men":60,"women":58"#))
        #expect(
            warnings(full) == ["capacity"]
                && full.warnings[0]["en"]?.string?.withoutIsolates.contains("50 beds") == true)
        try office.carriesOut(ArbaeenTests.tally("06/25T23:00", 10, service: "lodging"))
        office.refuses(
            ArbaeenTests.tally("06/25T22:00", 9, service: "lodging", #","men":60,"women":58"#), as: .invalidNumber)
        office.refuses(ArbaeenTests.tally("06/25T22:00", 9, service: "lodging", #","men":9"#), as: .missingValue)
        office.refuses(ArbaeenTests.tally("06/25T22:00", 9, #","men":4,"women":5"#), as: .unknownValue)
    }

    // MARK: Needs and incidents

    @Test("needs and incidents of a point are those of camps")
    func needs() throws {
        let raise =
            #"{"command":"need.raise","for":{"point":"AP-3"},"item":"پتو","quantity":40,"unit":"تخته","urgency":"high"}"#
        #expect(result(try office.carriesOut(raise))["point"] == .string("AP-3"))
        func incident(_ when: String) -> String {
            """
            {"command":"incident.record","point":"AP-3","when":"1401/\(when)","severity":"serious","what":"گرمازدگی",\
            "people":["9990000018"]}
            """
        }
        office.refuses(incident("06/26T10:00"), as: .wrongState, saying: "AP-3")
        try office.carriesOut(ArbaeenTests.open("AP-3"))
        office.refuses(incident("06/19T10:00"), as: .invalidDate, field: "when", saying: "AP-3")
        office.refuses(incident("06/27T10:00"), as: .invalidDate, field: "when")
        let entry = try office.carriesOut(incident("06/26T00:30"))
        #expect(result(entry)["when"] == .string("2022-09-17T00:30:00+03:00"), "by the clocks of the point")
        office.refuses(
            #"{"command":"record.void","kind":"point","code":"AP-3","reason":"x"}"#, as: .wrongState, saying: "N-001")
        try office.carriesOut(#"{"command":"incident.resolve","code":"I-001","note":"درمان شد"}"#)
        try office.carriesOut(#"{"command":"need.settle","code":"N-001","outcome":"met"}"#)
        try office.carriesOut(#"{"command":"point.close","code":"AP-3"}"#)
        office.refuses(raise, as: .wrongState, saying: "AP-3")
    }

    @Test("a point that is voided takes its shifts, supplies and tallies along; a season that has points stays")
    func voids() throws {
        for line in [
            ArbaeenTests.open("AP-1"), ArbaeenTests.shift("SF-1", "06/26T08:00", "06/26T16:00"),
            ArbaeenTests.tally("06/26T10:00", 9),
            ArbaeenTests.stock("receive", 9, #","unit":"بطری""#),
        ] { try office.carriesOut(line) }
        office.refuses(
            #"{"command":"record.void","kind":"season","code":"1444","reason":"x"}"#, as: .wrongState, saying: "AP-1")
        let entry = try office.carriesOut(#"{"command":"record.void","kind":"point","code":"AP-1","reason":"دوباره"}"#)
        #expect(entry.changes.count == 4)
        try office.carriesOut(#"{"command":"ledger.undo","undo":"\#(entry.id)"}"#)
        #expect(office.registry.all(Tally.self).count == 1)
    }

    @Test("operators keep the points; trainers and supervisors do not")
    func roles() throws {
        office.refuses(ArbaeenTests.open("AP-1"), as: .notPermitted, by: "trainer1")
        office.refuses(ArbaeenTests.open("AP-1"), as: .notPermitted, by: "supervisor1")
        try office.carriesOut(ArbaeenTests.open("AP-1"), by: "operator1")
    }
}
