import Domain
import GRDB
import Persian
import Testing

@testable import Store

@Suite("The congress's guests in the file")
struct GuestsTests {
    let office: OfficeFile

    init() throws {
        office = try newOffice()
        try office.send(
            """
            {"command":"congress.open","year":1401,"number":2,"city":"قم","venue":"حرم","from":"1401/05/09",\
            "to":"1401/05/11"}
            """)
        try office.send(
            #"{"command":"hall.add","congress":1401,"code":"HALL-A","name":"شبستان","seats":9,"turnaround":15}"#)
        try invite("G-001", "یاسر نوری", "group", 1)
        try invite("G-002", "آرش باقری", "group", 1)
        try invite("G-003", "پروین راد", "group", 2)
        try invite("G-004", "زهرا کاظمی", "national", 9)
    }

    private func invite(_ code: String, _ name: String, _ category: String, _ rank: Int) throws {
        try office.send(
            """
            {"command":"guest.invite","congress":1401,"code":"\(code)","name":"\(name)","category":"\(category)",\
            "rank":\(rank),"companions":2,"title":"سمت \(code)"}
            """)
        try office.send(#"{"command":"guest.send","code":"\#(code)"}"#)
    }

    private func accept(_ code: String) throws {
        try office.send(#"{"command":"guest.answer","code":"\#(code)","answer":"accepted"}"#)
    }

    private func counts() throws -> GuestCounts {
        try office.view { (reader) throws(DecideError) in try reader.guestCounts(ofCongress: "1401", on: noon.today()) }
    }

    private func codes(matching text: String = "") throws -> [String] {
        var found: [String] = []
        try office.view { (reader) throws(DecideError) in
            try reader.each(Guest.self, matching: Filter(text), limit: nil) { (guest) throws(DecideError) in
                found.append(guest.code)
            }
        }
        return found
    }

    @Test("stand in the order of the protocol: category, rank, Persian name")
    func order() throws {
        #expect(try codes() == ["G-004", "G-002", "G-001", "G-003"])
        try invite("G-005", "گلی", "group", 2)
        #expect(try codes() == ["G-004", "G-002", "G-001", "G-003", "G-005"], "پ before گ")
    }

    @Test("are found by code, name, title, category and state, by words of any length")
    func search() throws {
        #expect(try codes(matching: "g-003") == ["G-003"])
        #expect(try codes(matching: "يا") == ["G-001"])
        #expect(try codes(matching: "سمت g-002") == ["G-002"])
        #expect(try codes(matching: "کشوری") == ["G-004"])
        try accept("G-001")
        #expect(try codes(matching: "پذیرفته") == ["G-001"])
    }

    @Test("are counted by state, with their seats, and those inside")
    func counted() throws {
        #expect(try counts()[.sent] == .init(guests: 4, seats: 12))
        try accept("G-001")
        try accept("G-002")
        try office.send(#"{"command":"guest.checkIn","code":"G-001","companions":1}"#)
        #expect(try counts().expected == .init(guests: 2, seats: 6))
        #expect(try counts().inside == .init(guests: 1, seats: 2))
        try office.send(#"{"command":"guest.revoke","code":"G-001","reason":"اشتباه"}"#)
        #expect(try counts().inside == .init(guests: 1, seats: 2), "who is inside is inside")
        #expect(try counts()[.revoked].guests == 1 && counts().expected.guests == 1)
        try office.send(#"{"command":"guest.checkOut","code":"G-001"}"#)
        #expect(try counts().inside == .init())
        try office.send(#"{"command":"record.void","kind":"guest","code":"G-003","reason":"دوباره"}"#)
        #expect(try counts()[.sent] == .init(guests: 1, seats: 3))
        #expect(try office.verify { _, _ in }.problems == [])
    }

    @Test("who was not scanned out at night is not inside on the next day")
    func overnight() throws {
        try accept("G-001")
        try accept("G-002")
        func checkIn(_ code: String, _ at: String) throws {
            try office.send(#"{"command":"guest.checkIn","code":"\#(code)","companions":1,"at":"1401/05/\#(at)"}"#)
        }
        func inside(_ day: Int) throws -> GuestCounts.Count {
            try office.view { (reader) throws(DecideError) in
                try reader.guestCounts(ofCongress: "1401", on: noon.today().advanced(by: day)).inside
            }
        }
        try checkIn("G-001", "05T09:00")
        try checkIn("G-002", "05T09:01")
        #expect(try [inside(0), inside(1)] == [.init(guests: 2, seats: 4), .init()])
        try checkIn("G-001", "06T09:00")
        #expect(try [inside(0), inside(1)] == [.init(guests: 1, seats: 2), .init(guests: 1, seats: 2)])
    }

    @Test("are asked for through an index, at the door and in the list")
    func plans() throws {
        let plans = QueryPlanTests()
        for filter in ["", "رضا", "قم"] {
            for source in [nil] + FilterPlan.sources(Filter(filter), on: "guests").map(Optional.some) {
                let words = Filter(filter).words
                let plan = FilterPlan(words: words, reach: source == nil ? .many : .some, source: source)
                try plans.walks(ListQuery(table: "guests", order: .name, plan: plan), office)
            }
        }
        let asked = try plans.questions(office) {
            try office.view { (reader) throws(DecideError) in
                _ = try reader.find(Guest.self, key: "G-001")
                _ = try reader.guestCounts(ofCongress: "1401", on: noon.today())
                _ = try reader.largestHall(ofCongress: "1401")
                _ = try reader.registry.seatsInside(ofCongress: "1401", on: noon.today())
            }
        }
        #expect(asked.count == 4)
        for question in asked {
            let steps = try plans.plan(question, office)
            #expect(steps.allSatisfy { !$0.hasPrefix("SCAN") }, "\(question): \(steps)")
        }
    }

    @Test("the file itself holds what no rule may break")
    func constraints() throws {
        for sql in [
            "UPDATE guests SET state = 'revoked'", "UPDATE guests SET state = 'checkedIn'",
            "UPDATE guests SET code = 'G-001'", "UPDATE guests SET congress = '1399'", "UPDATE guests SET rank = 0",
            "DELETE FROM congresses",
        ] {
            #expect(throws: (any Error).self, "\(sql)") { try office.execute(sql) }
        }
    }
}
