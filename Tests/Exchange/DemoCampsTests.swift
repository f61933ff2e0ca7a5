import Domain
import Exchange
import Persian
import Testing

@testable import Store

@Suite("The invented camps")
struct DemoCampsTests {
    static let commands = Array(DemoProvince().commands()).filter { command in
        ["camp.", "need.", "incident."].contains { command.name.hasPrefix($0) }
    }

    func day(_ command: DemoCommand, _ field: String) throws -> Day {
        try Day(parsing: try #require(command[field]?.string))
    }

    @Test("come in the order of time, none after the morning on which the demo opens")
    func order() {
        let times = Self.commands.compactMap { $0["at"]?.string }
        #expect(times.count == Self.commands.count)
        #expect(times == times.sorted() && times.last.map { $0 < "1401/05/10T10:00" } == true)
    }

    @Test("a hundred of them are in the summer of 1401")
    func summer() throws {
        let plans = Self.commands.filter { $0.name == "camp.plan" }
        let begin = try Day(parsing: "1401/04/01")
        let summer = try plans.filter { try day($0, "from") >= begin }
        #expect((95...100).contains(summer.count))
    }

    @Test("two dozen run that morning, several are late, one is in alarm; close to 400 groups are continuously active")
    func morningOfTheDemo() throws {
        let office = try demoWithNews.get()
        let now = morning.now()
        var states: [LiveState] = []
        var steady = 0
        try office.view { (reader) throws(DecideError) in
            let due = try reader.registry.reportDue()
            for plan in Self.commands where plan.name == "camp.plan" {
                guard let camp = try reader.find(Camp.self, key: plan["code"]?.string ?? ""), camp.state == .running
                else { continue }
                let reports = try reader.registry.reports(of: camp.code).filter { $0.state == .current }
                let alarms = try reader.registry.openIncidents(of: camp.code).count { $0.isAlarming }
                let missing = due.missing(
                    of: camp.days, reports: reports.count, last: reports.map(\.day).max(), at: now)
                states.append(LiveState(missing: missing, alarms: alarms))
            }
            let rule = try reader.activityRule(on: now.day(in: .tehran))
            for number in 1...780 {
                let digits = String(number)
                let code = "Q-" + String(repeating: "0", count: 4 - digits.count) + digits
                if try reader.activity(ofGroup: code, rule).status == .continuous { steady += 1 }
            }
        }
        #expect((22...26).contains(states.count))
        #expect(states.count { $0 == .alarm } == 1)
        #expect((3...7).contains(states.count { $0 == .late }))
        #expect((380...420).contains(steady))
    }
}
