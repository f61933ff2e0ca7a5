import Domain
import GRDB
import Persian
import Testing

@testable import Store

/// The clock stands at 1401/05/05, noon.
@Suite("Camps in the file")
struct CampsTests {
    let office: OfficeFile
    init() throws { office = try Self.office() }

    /// Two running camps of two groups, two people, one report, one need and one grave incident.
    static func office() throws -> OfficeFile {
        let office = try ConstraintTests.office()
        try run(office, "C-001", groups: #""Q-0001 5","Q-0002 6""#, from: "1401/05/03", to: "1401/05/10")
        try run(office, "C-002", groups: #""Q-0002 7""#, from: "1401/05/04", to: "1401/05/11")
        try office.send(report("C-002", "1401/05/04", present: 6))
        try office.send(
            #"{"command":"need.raise","for":{"camp":"C-002"},"item":"پتو","quantity":40,"unit":"تخته","urgency":"high"}"#
        )
        try office.send(
            #"{"command":"camp.attend","camp":"C-001","day":"1401/05/04","people":["\#(someIDs[0])"]}"#)
        return office
    }

    static func run(_ office: OfficeFile, _ code: String, groups: String, from: String, to: String) throws {
        try office.send(
            """
            {"command":"camp.plan","code":"\(code)","title":"اردوی بهار","groups":[\(groups)],"kind":"village",\
            "province":"ایلام","county":"مهران","place":"چشمه","fields":["medical"],"from":"\(from)","to":"\(to)"}
            """)
        try office.send(#"{"command":"camp.approve","code":"\#(code)"}"#)
        try office.send(#"{"command":"camp.start","code":"\#(code)"}"#)
    }

    static func report(_ camp: String, _ day: String, present: Int) -> String {
        #"{"command":"camp.report","camp":"\#(camp)","day":"\#(day)","present":\#(present),"beneficiaries":50}"#
    }

    private static let incident = """
        {"command":"incident.record","camp":"C-002","when":"1401/05/04T11:30","severity":"serious","what":"سقوط",\
        "people":["\(someIDs[1])"]}
        """

    private func live() throws -> [(String, LiveState, Int)] {
        try office.view { (reader) throws(DecideError) in
            let rule = try reader.campRule(at: noon.now())
            return try reader.liveCamps(rule).map { live throws(DecideError) in
                (try reader.campRow(at: live.place, rule)?.camp.code ?? "", live.state, live.missing)
            }
        }
    }

    private func row(_ code: String) throws -> CampRow {
        try #require(
            try office.view { (reader) throws(DecideError) in
                try reader.campRow(code, try reader.campRule(at: noon.now()))
            })
    }

    @Test("running camps come worst first, and change with what is reported")
    func board() throws {
        #expect(try live().map(\.0) == ["C-001", "C-002"])
        #expect(try live().map(\.1) == [.alarm, .good] && live().map(\.2) == [2, 0])
        try office.send(Self.report("C-001", "1401/05/03", present: 11))
        #expect(try live().map(\.1) == [.late, .good])
        try office.send(Self.incident)
        #expect(try live().map(\.0) == ["C-002", "C-001"] && live().map(\.1) == [.alarm, .late])
        try office.send(#"{"command":"incident.resolve","code":"I-001","note":"درمان شد"}"#)
        try office.send(Self.report("C-001", "1401/05/04", present: 11))
        #expect(try live().map(\.1) == [.good, .good])
        try office.send(#"{"command":"camp.suspend","code":"C-001"}"#)
        #expect(try live().map(\.0) == ["C-002"])
    }

    @Test("a camp's summary follows corrections, undo and void")
    func summary() throws {
        var row = try row("C-002")
        #expect(row.reports == 1 && row.present == 6 && row.beneficiaries == 50 && row.openNeeds == 1)
        let correction = try office.send(Self.report("C-002", "1401/05/04", present: 7))
        row = try self.row("C-002")
        #expect(row.reports == 1 && row.present == 7 && row.beneficiaries == 50)
        try office.send(#"{"command":"ledger.undo","undo":"\#(correction.id)"}"#)
        try office.send(#"{"command":"need.settle","code":"N-001","outcome":"met"}"#)
        row = try self.row("C-002")
        #expect(row.present == 6 && row.openNeeds == 0 && row.lastDay?.jalaliText(.english) == "1401/05/04")
        let day = try #require(row.lastDay?.iso)
        try office.send(
            #"{"command":"record.void","kind":"report","code":"C-002/\#(day)/1","reason":"اشتباه"}"#)
        row = try self.row("C-002")
        #expect(row.reports == 0 && row.present == nil && row.lastDay == nil && row.beneficiaries == 0)
        #expect(try office.verify { _, _ in }.problems == [])
    }

    @Test("days, timeline and provinces")
    func questions() throws {
        try office.view { (reader) throws(DecideError) in
            let rule = try reader.campRule(at: noon.now())
            guard let camp = try reader.find(Camp.self, key: "C-002") else { return }
            let days = try reader.campDays(of: camp, rule)
            #expect(days.count == 8 && days.map { $0.report?.present }.prefix(2) == [6, nil])
            #expect(days.count { $0.isDue } == 1)
            #expect(try reader.camps(during: camp.from...camp.from, limit: 10).map(\.code) == ["C-001", "C-002"])
            let later = camp.to.advanced(by: 0)
            #expect(try reader.camps(during: later...later, limit: 10).map(\.code) == ["C-002"])
            let provinces = try reader.provinces(rule)
            #expect(provinces.map(\.province) == ["ایلام"] && provinces.first?.people == 17)
            #expect(provinces.first?.worst == .alarm && provinces.first?.camps == 2)
        }
    }

    @Test("camp days are evidence while the camp stands, and the counters count it")
    func evidence() throws {
        func counters(_ text: String) throws -> GroupCounters {
            let day = try Day(parsing: text)
            return try office.view { (reader) throws(DecideError) in
                try reader.groupCounters(ActivityRule(day: day, needed: 1, window: 12))
            }
        }
        let now = try counters("1401/05/09")
        #expect(now.registered == 2 && now.continuouslyActive == 0 && now.inTheFieldThisSeason == 2)
        #expect(try counters("1401/06/01").continuouslyActive == 2)
        #expect(try counters("1401/07/01").inTheFieldThisSeason == 0)
        try office.send(#"{"command":"camp.amend","code":"C-001","groups":["Q-0002 6"]}"#)
        #expect(try counters("1401/06/01").continuouslyActive == 1)
        try office.send(#"{"command":"group.suspend","code":"Q-0001"}"#)
        #expect(try counters("1401/06/01").registered == 1)
        #expect(try office.count("SELECT count(*) FROM activity") == 1)
        #expect(try office.count("SELECT count(*) FROM campGroups WHERE camp = 'C-001'") == 1)
    }

    @Test("the next code, what refers to a record, and what was only noted")
    func registry() throws {
        try office.send(Self.incident.replacing("serious", with: "fatal"))
        let void = #"{"command":"record.void","kind":"incident","code":"I-001","reason":"اشتباه"}"#
        for _ in 0..<2 { #expect(throws: DecideError.self) { try office.send(void) } }
        #expect(try office.count("SELECT count(*) FROM incidents WHERE voidAskedBy IS NOT NULL") == 1)
        try office.view { (reader) throws(DecideError) in
            #expect(try reader.registry.nextCode(for: Camp.self) == "C-003")
            for id in someIDs.prefix(2) {
                guard let person = try reader.find(Person.self, key: id) else { continue }
                let users = try reader.registry.references(to: person, .users, limit: 20)
                #expect(users.contains { $0 is Attendance || $0 is Incident }, "\(id)")
            }
            guard let group = try reader.find(Group.self, key: "Q-0001") else { return }
            #expect(try reader.registry.references(to: group, .users, limit: 20).map(\.key) == ["C-001"])
        }
        #expect(try office.verify { _, _ in }.problems == [])
    }

    static let violations = [
        "UPDATE camps SET \"to\" = '1990-01-01'",
        "UPDATE camps SET kind = 'neighbourhood'",
        "UPDATE camps SET state = 'asleep'",
        "UPDATE camps SET groups = '[]'",
        "UPDATE camps SET groups = '[{\"group\":\"Q-9999\",\"headcount\":1}]'",
        "UPDATE camps SET leader = '9990000141'",
        "UPDATE camps SET code = 'C-001'",
        "DELETE FROM groups WHERE code = 'Q-0002'",
        "DELETE FROM camps",
        "UPDATE reports SET camp = 'C-9'",
        "UPDATE reports SET present = -1",
        "INSERT INTO reports SELECT NULL, 'x', version, camp, day, number, present, beneficiaries, work, note, author, "
            + "at, late, state, nameKey, search FROM reports",
        "INSERT INTO attendance VALUES (NULL, 'x', 1, 'C-002', '2022-07-26', '[\"\(someIDs[0])\"]')",
        "UPDATE attendance SET people = '[\"9990000141\"]'",
        "UPDATE needs SET \"group\" = 'Q-0001'",
        "UPDATE needs SET camp = NULL",
        "UPDATE needs SET state = 'settled'",
        "UPDATE needs SET quantity = 0",
        "UPDATE needs SET urgency = 'extreme'",
    ]

    @Test("what no rule catches the file refuses", arguments: violations)
    func constraints(_ sql: String) throws {
        #expect(throws: (any Error).self) { try office.execute(sql) }
        #expect(try office.verify { _, _ in }.problems == [])
    }

    @Test("the three counters are read from a counter and from indexes alone, only of the months they are about")
    func counterPlans() throws {
        let tests = QueryPlanTests()
        let asked = try tests.questions(office) {
            try office.view { (reader) throws(DecideError) in
                let rule = try reader.activityRule(on: noon.today())
                _ = try reader.groupCounters(rule)
            }
        }
        let counters = asked.filter { $0.contains("FROM activity") }
        #expect(counters.count == 2)
        for sql in counters {
            let plan = try tests.plan(sql, office)
            let steps = plan.filter { $0.contains(" activity ") }
            #expect(steps.count == 1 && steps[0].hasPrefix("SEARCH activity USING COVERING INDEX"), "\(sql): \(plan)")
            #expect(steps.allSatisfy { $0.contains("month>?") && $0.contains("month<?") }, "\(sql): \(plan)")
        }
    }

    @Test("a group that did nothing in a month after all is no longer counted in it")
    func evidenceTakenBack() throws {
        let entry = try office.send(#"{"command":"camp.amend","code":"C-001","groups":["Q-0002 6"]}"#)
        func groups() throws -> [String] {
            try office.reader.unsafeRead {
                try String.fetchAll($0, sql: #"SELECT DISTINCT "group" FROM activity WHERE count > 0 ORDER BY 1"#)
            }
        }
        let all = try office.reader.unsafeRead { try Int.fetchOne($0, sql: "SELECT min(count) FROM activity") }
        #expect(try groups() == ["Q-0002"] && (all ?? 0) > 0, "no row is left that says nothing")
        try office.send(#"{"command":"ledger.undo","undo":"\#(entry.id)"}"#)
        #expect(try groups() == ["Q-0001", "Q-0002"])
    }

    @Test("every question of the board walks or searches an index")
    func plans() throws {
        let tests = QueryPlanTests()
        let asked = try tests.questions(office) {
            try office.view { (reader) throws(DecideError) in
                let rule = try reader.campRule(at: noon.now())
                _ = try reader.liveCamps(rule)
                guard let camp = try reader.find(Camp.self, key: "C-002"), let row = try reader.campPlace("C-002")
                else {
                    return
                }
                _ = try reader.campRow(at: row, rule)
                _ = try reader.campDays(of: camp, rule)
                _ = try reader.needs(of: NeedTarget(subject: .camp, code: "C-002"))
                _ = try reader.incidents(of: NeedTarget(subject: .camp, code: "C-002"))
                _ = try reader.attendance(of: "C-002", on: camp.from)
                _ = try reader.camps(during: camp.days, limit: 50)
                for order in [ListOrder.name, .campCode, .campStart] {
                    _ = try reader.camps(matching: Filter(), by: order, from: .around(row), limit: 50)
                    _ = try reader.camps(matching: Filter("بهار"), by: order, from: .end, limit: 50)
                }
                let activity = try reader.activityRule(on: camp.from)
                _ = try reader.groupCounters(activity)
                let registry = reader.registry
                _ = try registry.camps(of: "Q-0001", during: camp.days)
                _ = try registry.camps(attendedBy: someIDs[0], on: camp.from)
                _ = try registry.recordedDays(of: "C-002")
                _ = try registry.openNeeds(of: "C-002")
                _ = try registry.openIncidents(of: "C-002")
                _ = try registry.nextCode(for: Need.self)
                _ = try registry.references(to: camp, .all, limit: 20)
            }
        }
        #expect(asked.count > 20)
        let tables = ["camps", "reports", "needs", "incidents", "attendance", "activity", "campGroups"]
        for sql in asked {
            let plan = try tests.plan(sql, office)
            let scans = plan.filter { step in
                tables.contains { (step + " ").hasPrefix("SCAN \($0) ") } && !step.contains("USING")
            }
            #expect(scans == [], "\(sql): \(plan)")
        }
    }
}
