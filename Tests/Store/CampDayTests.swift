import Domain
import GRDB
import Persian
import Testing

@testable import Store

/// What the overview and the forms ask beside the board.
@Suite("Camps by the day")
struct CampDayTests {
    let office: OfficeFile
    init() throws { office = try CampsTests.office() }

    @Test("open needs are told for each of the last days, by the day on which they were raised and settled")
    func openNeeds() throws {
        let raise =
            #"{"command":"need.raise","at":"1401/05/03T10:00","for":{"camp":"C-001"},"item":"دارو","quantity":4,"unit":"بسته","urgency":"low"}"#
        try office.send(raise)
        let settled = try office.send(
            #"{"command":"need.settle","at":"1401/05/04T10:00","code":"N-002","outcome":"met"}"#)
        func days() throws -> [Int] {
            try office.view { (reader) throws(DecideError) in try reader.openNeeds(until: noon.today(), days: 4) }
        }
        #expect(try days() == [0, 1, 0, 1])
        try office.send(#"{"command":"ledger.undo","undo":"\#(settled.id)"}"#)
        #expect(try days() == [0, 1, 0, 2], "undone today")
    }

    @Test("camps in the field are counted on each of their days, planned ones are not")
    func inTheField() throws {
        try office.send(#"{"command":"camp.suspend","code":"C-002"}"#)
        let days = try office.view { (reader) throws(DecideError) in
            try reader.campsInTheField(until: noon.today(), days: 4)
        }
        #expect(days == [0, 1, 2, 2])
    }

    @Test("the members of a camp's groups on a day, and where else they are that day")
    func people() throws {
        let day = noon.today().advanced(by: -1)
        try office.send(
            #"{"command":"membership.begin","group":"Q-0002","person":"\#(someIDs[0])","from":"1401/01/01"}"#)
        try office.send(
            #"{"command":"membership.begin","group":"Q-0002","person":"\#(someIDs[1])","from":"1401/05/06"}"#)
        let people = try office.view { (reader) throws(DecideError) in try reader.people(ofCamp: "C-002", on: day) }
        #expect(people.map(\.nationalID) == [someIDs[0]])
        #expect(people.map(\.otherCamp) == ["C-001"])
    }

    @Test("evidence is walked again only where it came or went; groups registered meanwhile are counted all the same")
    func counters() throws {
        let tests = QueryPlanTests()
        var former: GroupCounters?
        func asked() throws -> Int {
            try tests.questions(office) {
                try office.view { (reader) throws(DecideError) in
                    former = try reader.groupCounters(try reader.activityRule(on: noon.today()), since: former)
                }
            }.count { $0.contains("FROM activity") }
        }
        #expect(try asked() == 2)
        try office.send(CampsTests.report("C-002", "1401/05/05", present: 6))
        #expect(try asked() == 0)
        try office.send(#"{"command":"group.suspend","code":"Q-0001","reason":"نبود گزارش"}"#)
        let before = former?.registered
        #expect(try asked() == 0)
        #expect(former?.registered == before.map { $0 - 1 })
        try CampsTests.run(office, "C-003", groups: #""Q-0002 5""#, from: "1401/04/28", to: "1401/05/05")
        #expect(try asked() == 2)
    }

    @Test("every question searches an index")
    func plans() throws {
        let tests = QueryPlanTests()
        let asked = try tests.questions(office) {
            try office.view { (reader) throws(DecideError) in
                let day = noon.today()
                _ = try reader.openNeeds(until: day, days: 30)
                _ = try reader.campsInTheField(until: day, days: 30)
                _ = try reader.people(ofCamp: "C-001", on: day)
                _ = try reader.lastAttendance(of: "C-001", before: day)
            }
        }
        #expect(asked.count == 5)
        for sql in asked {
            let plan = try tests.plan(sql, office)
            let steps = plan.filter { $0.hasPrefix("SCAN") || $0.hasPrefix("SEARCH") }
            #expect(!steps.isEmpty && steps.allSatisfy { $0.hasPrefix("SEARCH") }, "\(sql): \(plan)")
        }
    }
}
