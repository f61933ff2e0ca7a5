import Domain
import GRDB
import Persian
import Testing

@testable import Store

@Suite("The congress's programme in the file")
struct SessionsTests {
    let office: OfficeFile
    private let ninth = Day(number: 19_204)

    init() throws {
        office = try newOffice()
        for line in [
            #"{"command":"person.record","nationalID":"9990000018","firstName":"سارا","lastName":"نوری"}"#,
            """
            {"command":"congress.open","year":1401,"number":2,"city":"قم","venue":"حرم","from":"1401/05/09",\
            "to":"1401/05/11"}
            """,
            #"{"command":"hall.add","congress":1401,"code":"HALL-A","name":"شبستان","seats":9,"turnaround":15}"#,
            #"{"command":"hall.add","congress":1401,"code":"HALL-B","name":"سالن جلسات","seats":20}"#,
            schedule("SE-01", "09T10:00", "09T11:30", speakers: #""9990000018""#),
            schedule("SE-02", "09T23:00", "10T01:00"), schedule("SE-03", "10T09:00", "10T10:00"),
        ] { try office.send(line) }
    }

    private func schedule(_ code: String, _ from: String, _ to: String, speakers: String = "") -> String {
        """
        {"command":"session.schedule","congress":1401,"code":"\(code)","hall":"HALL-A","from":"1401/05/\(from)",\
        "to":"1401/05/\(to)","title":"نشست \(code)","kind":"panel","speakers":[\(speakers)]}
        """
    }

    private func codes(on day: Day) throws -> [String] {
        try office.view { (reader) throws(DecideError) in
            try reader.sessions(ofCongress: "1401", on: day).map(\.code)
        }
    }

    @Test("a day holds the sessions that begin on it; cancelled ones have left it, and return with undo")
    func day() throws {
        #expect(try codes(on: ninth) == ["SE-01", "SE-02"])
        #expect(try codes(on: ninth.advanced(by: 1)) == ["SE-03"])
        let cancelled = try office.send(#"{"command":"session.cancel","code":"SE-01"}"#)
        #expect(try codes(on: ninth) == ["SE-02"])
        try office.send(#"{"command":"ledger.undo","undo":"\#(cancelled.id)"}"#)
        #expect(try codes(on: ninth) == ["SE-01", "SE-02"])
        #expect(try office.verify { _, _ in }.problems == [])
    }

    @Test("what is in the way is found from the day before, and told without writing")
    func objection() throws {
        var session = try #require(
            try office.view { (reader) throws(DecideError) in
                try reader.find(CongressSession.self, key: "SE-03")
            })
        try office.view { (reader) throws(DecideError) in
            #expect(try reader.objection(to: session) == nil)
            session.from = Moment(day: ninth.advanced(by: 1), hour: 0, minute: 30, in: .tehran)
            let refusal = try reader.objection(to: session)
            #expect(refusal?.code == .overlap)
            #expect(refusal?.phrase.en.contains("1401/05/10 01:15") == true)
        }
    }

    @Test("halls stand by their seats, editions by their year")
    func order() throws {
        try office.send(
            """
            {"command":"congress.open","year":1400,"number":1,"city":"مشهد","venue":"حرم","from":"1400/05/09",\
            "to":"1400/05/11"}
            """)
        try office.view { (reader) throws(DecideError) in
            #expect(try reader.halls(ofCongress: "1401").map(\.code) == ["HALL-B", "HALL-A"])
            #expect(try reader.congresses().map(\.year) == ["1401", "1400"])
        }
    }

    @Test("a speaker cannot be voided")
    func speaker() {
        #expect(throws: DecideError.self) {
            try office.send(#"{"command":"record.void","kind":"person","code":"9990000018","reason":"دوباره"}"#)
        }
    }

    @Test("are asked for through an index")
    func plans() throws {
        let plans = QueryPlanTests()
        let asked = try plans.questions(office) {
            try office.view { (reader) throws(DecideError) in
                _ = try reader.sessions(ofCongress: "1401", on: ninth)
                _ = try reader.halls(ofCongress: "1401")
                let start = Moment(day: ninth, hour: 0, minute: 0, in: .tehran)
                _ = try reader.registry.sessions(during: start..<Moment(milliseconds: start.milliseconds + 3_600_000))
            }
        }
        #expect(asked.count == 3)
        for question in asked {
            let steps = try plans.plan(question, office)
            #expect(steps.allSatisfy { !$0.hasPrefix("SCAN") }, "\(question): \(steps)")
        }
    }
}
