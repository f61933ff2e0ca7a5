import Domain
import Persian
import Testing

/// What camps report until they are closed, with their needs and incidents.
@Suite("Camps in the field")
struct CampReportTests {
    let office: TestOffice
    init() throws { office = try TestOffice() }

    private func run(_ code: String = "C-001", _ plan: String = CampTests.bahar) throws {
        try office.carriesOut(plan)
        try office.carriesOut(#"{"command":"camp.approve","code":"\#(code)"}"#)
        try office.carriesOut(#"{"command":"camp.start","code":"\#(code)"}"#)
    }

    private func state(_ name: String, _ code: String = "C-001") -> String {
        #"{"command":"camp.\#(name)","code":"\#(code)"}"#
    }

    private func warnings(_ entry: LedgerEntry) -> [String] { entry.warnings.compactMap { $0["warning"]?.string } }

    private func camp(_ code: String = "C-001") throws -> Camp {
        try #require(office.registry.find(Camp.self, key: code))
    }

    @Test("a second report of a day corrects the first, which is kept with its author")
    func correction() throws {
        try run()
        let first = try office.carriesOut(CampTests.report("1401/05/08"), by: "supervisor1")
        #expect(first.answer["result"]?["correction"] == .bool(false))
        let second = try office.carriesOut(CampTests.report("1401/05/08", present: 11), by: "operator1")
        #expect(second.answer["result"]?["correction"] == .bool(true))
        let reports = office.registry.reports(of: "C-001")
        #expect(reports.map(\.present) == [12, 11] && reports.map(\.author) == ["supervisor1", "operator1"])
        #expect(reports.map(\.state) == [.superseded, .current] && reports.map(\.number) == [1, 2])
        try office.carriesOut(#"{"command":"ledger.undo","undo":"\#(second.id)"}"#)
        #expect(office.registry.reports(of: "C-001").map(\.state) == [.current])
    }

    @Test("a correction of a report that was corrected meanwhile is stale, and says who changed what")
    func staleCorrection() throws {
        try run()
        func corrected(_ present: Int, version: Int) -> String {
            String(CampTests.report("1401/05/08", present: present).dropLast()) + #","version":\#(version)}"#
        }
        try office.carriesOut(CampTests.report("1401/05/08"), by: "supervisor1")
        let second = try office.carriesOut(corrected(11, version: 1), by: "operator1")
        #expect(second.answer["result"]?["version"] == .integer(2))
        let refusal = office.refuses(
            corrected(10, version: 1), as: .stale, saying: "operator1", fa: "حاضران", en: "present")
        #expect(refusal?.phrase.en.contains("author") == false, "only what people said has changed")
        try office.carriesOut(corrected(10, version: 2))
        #expect(office.registry.reports(of: "C-001").map(\.present) == [12, 11, 10])
        #expect(office.registry.reports(of: "C-001").last?.version == 3)
    }

    @Test("a day outside the camp or still to come has no report, attendance or incident")
    func days() throws {
        try run()
        for day in ["1401/04/31", "1401/05/10", "1401/05/11"] {
            office.refuses(CampTests.report(day), as: .invalidDate, field: "day")
            office.refuses(
                #"{"command":"camp.attend","camp":"C-001","day":"\#(day)","people":[]}"#, as: .invalidDate, field: "day"
            )
            office.refuses(CampTests.incident("minor", when: day + "T10:00"), as: .invalidDate, field: "when")
        }
        try office.carriesOut(CampTests.report("1401/05/09"))
    }

    @Test("a report later than 24 hours after it was due is marked late, its correction too")
    func late() throws {
        try run()
        for day in ["1401/05/07", "1401/05/08", "1401/05/07"] { try office.carriesOut(CampTests.report(day)) }
        #expect(office.registry.reports(of: "C-001").map(\.late) == [true, true, false])
    }

    @Test("only a camp that has begun and is not closed reports")
    func reporting() throws {
        try office.carriesOut(CampTests.bahar)
        office.refuses(CampTests.report("1401/05/03"), as: .wrongState, saying: "C-001")
        office.refuses(CampTests.report("1401/05/03", camp: "C-9"), as: .notFound, field: "camp")
        office.refuses(CampTests.report("1401/05/03", present: -4), as: .invalidNumber, field: "present")
        for work in [#"["ویزیت"]"#, #"[{"field":"medical","what":"ویزیت","quantity":1,"unit":"ن","more":1}]"#] {
            office.refuses(
                #"{"command":"camp.report","camp":"C-001","day":"1401/05/03","present":1,"beneficiaries":0,"work":\#(work)}"#,
                as: .unknownValue, field: "work")
        }
        office.refuses(
            #"{"command":"camp.report","camp":"C-001","day":"1401/05/03","present":1,"beneficiaries":0,"work":[{"field":"medical"}]}"#,
            as: .missingValue, field: "work")
    }

    @Test("nobody is at two camps on one day")
    func attendance() throws {
        try run()
        try run("C-002", CampTests.planned("C-002", groups: #""Q-0002 9""#))
        func attend(_ camp: String, _ people: String) -> String {
            #"{"command":"camp.attend","camp":"\#(camp)","day":"1401/05/03","people":[\#(people)]}"#
        }
        try office.carriesOut(attend("C-001", #""9990000018","9990000050""#))
        office.refuses(attend("C-002", #""9990000050""#), as: .overlap, field: "people", saying: "رضا باقری", "C-001")
        office.refuses(attend("C-002", #""9991234561""#), as: .notFound, field: "people")
        let again = try office.carriesOut(attend("C-001", #""9990000018""#))
        #expect(again.answer["result"]?["correction"] == .bool(true))
        try office.carriesOut(attend("C-002", #""9990000050""#))
        office.refuses(#"{"command":"ledger.undo","undo":"\#(again.id)"}"#, as: .overlap)
        office.refuses(attend("C-9", ""), as: .notFound)
    }

    // MARK: Closing

    @Test("a camp closes when nothing is open; missing reports need a reason")
    func close() throws {
        try run()
        try office.carriesOut(CampTests.need)
        try office.carriesOut(CampTests.incident("serious"))
        let reasoned = #"{"command":"camp.close","code":"C-001","reason":"گزارش کاغذی گم شد"}"#
        office.refuses(reasoned, as: .notComplete, saying: "N-001", "I-001")
        try office.carriesOut(#"{"command":"incident.resolve","code":"I-001","note":"درمان شد"}"#)
        try office.carriesOut(#"{"command":"need.settle","code":"N-001","outcome":"unmet"}"#)
        try office.carriesOut(CampTests.incident("minor"))
        try office.carriesOut(CampTests.report("1401/05/01"))
        let refusal = office.refuses(state("close"), as: .notComplete, en: "1401/05/08")
        #expect(refusal?.canBeOverridden == true && refusal?.phrase.en.contains("1401/05/09") == false)
        office.refuses(reasoned, as: .notPermitted, by: "trainer1")
        #expect(try office.carriesOut(reasoned, by: "supervisor1").overrides == ["not-complete"])
        office.refuses(CampTests.report("1401/05/03"), as: .wrongState)
        office.refuses(CampTests.need, as: .wrongState, saying: "C-001")
    }

    // MARK: Needs and incidents

    @Test("needs are for one thing that is there")
    func needs() throws {
        func raise(_ target: String) -> String {
            #"{"command":"need.raise","for":\#(target),"item":"پتو","quantity":1,"unit":"تخته","urgency":"low"}"#
        }
        try office.carriesOut(raise(#"{"group":"q-0002"}"#))
        #expect(office.registry.all(Need.self).first?.target?.code == "Q-0002")
        for target in [#"{"camp":"C-9"}"#, #"{"point":"P-01"}"#, #"{"campaign":"R-1"}"#, #"{"congress":"1401"}"#] {
            office.refuses(raise(target), as: .notFound, field: "for")
        }
        try office.carriesOut(GuestTests.congress[0])
        try office.carriesOut(raise(#"{"congress":1401}"#))
        #expect(office.registry.all(Need.self).contains { $0.target == NeedTarget(subject: .congress, code: "1401") })
        office.refuses(
            #"{"command":"record.void","kind":"congress","code":"1401","reason":"ا"}"#, as: .wrongState, saying: "N-002"
        )
        for target in [#""C-001""#, #"{"camp":"C-001","group":"Q-0001"}"#, #"{"moon":"1"}"#] {
            office.refuses(raise(target), as: .unknownValue, field: "for", fa: "کنگره", en: "congress")
        }
        office.refuses(raise(#"{"camp":null}"#), as: .missingValue, field: "for")
        try office.carriesOut(#"{"command":"group.dissolve","code":"Q-0001"}"#)
        office.refuses(raise(#"{"group":"Q-0001"}"#), as: .wrongState, saying: "Q-0001")
        try office.carriesOut(#"{"command":"need.settle","code":"N-001","outcome":"handedOver","note":"به شورا"}"#)
        office.refuses(#"{"command":"need.settle","code":"N-001","outcome":"met"}"#, as: .wrongState, saying: "N-001")
        office.refuses(#"{"command":"need.settle","code":"N-9","outcome":"met"}"#, as: .notFound)
    }

    @Test("incidents happen at one place that is there")
    func incidents() throws {
        func record(_ place: String) -> String {
            #"{"command":"incident.record",\#(place)"when":"1401/05/08T11:30","severity":"minor","what":"تب"}"#
        }
        office.refuses(record(""), as: .missingValue, field: "camp")
        office.refuses(record(#""camp":"C-001","point":"P-01","#), as: .unknownValue, field: "point")
        office.refuses(record(#""point":"P-01","#), as: .notFound, field: "point")
        office.refuses(record(#""camp":"C-001","#), as: .notFound, field: "camp")
        try office.carriesOut(CampTests.bahar)
        office.refuses(CampTests.incident("minor"), as: .wrongState)
        office.refuses(CampTests.incident("minor", when: "1401/05/08T25:10"), as: .invalidDate, field: "when")
        try office.carriesOut(state("approve"))
        try office.carriesOut(state("start"))
        try office.carriesOut(CampTests.incident("minor"))
        #expect(office.registry.all(Incident.self).first?.when.iso == "2022-07-30T11:30:00+04:30")
        try office.carriesOut(#"{"command":"incident.resolve","code":"I-001","note":"خوب شد"}"#)
        office.refuses(
            #"{"command":"incident.resolve","code":"I-001","note":"دوباره"}"#, as: .wrongState, saying: "I-001")
        office.refuses(#"{"command":"incident.resolve","code":"I-001"}"#, as: .missingValue, field: "note")
    }

    @Test("a fatal incident is voided by two, and is never undone")
    func fatal() throws {
        try run()
        let recorded = try office.carriesOut(CampTests.incident("fatal"))
        office.refuses(#"{"command":"ledger.undo","undo":"\#(recorded.id)"}"#, as: .wrongState)
        let void = #"{"command":"record.void","kind":"incident","code":"I-001","reason":"اشتباه"}"#
        let noted = try office.carriesOut(void)
        #expect(noted.answer["ok"] == .bool(false) && noted.answer["refusal"] == .string("needs-second-person"))
        #expect(LedgerEntry(json: noted.json)?.refusal == noted.refusal)
        office.refuses(void, as: .needsSecondPerson, saying: "I-001", "admin1")
        let voided = try office.carriesOut(void, by: "operator1")
        #expect(voided.answer["ok"] == .bool(true) && office.registry.all(Incident.self).isEmpty)
        office.refuses(#"{"command":"ledger.undo","undo":"\#(voided.id)"}"#, as: .wrongState)
    }

    // MARK: Live state and evidence

    @Test("alarm: a grave incident or two reports missing; late: one missing; good otherwise")
    func live() throws {
        let due = ReportDue("21:00")
        func at(_ text: String) throws -> Moment { try Moment(parsing: text, in: .tehran) }
        let days = try day("1401/05/01")...day("1401/05/10")
        func missing(_ reports: Int, last: String?, _ time: String) throws -> Int {
            due.missing(of: days, reports: reports, last: try last.map(day), at: try at(time))
        }
        #expect(try missing(0, last: nil, "1401/05/01T20:59") == 0)
        #expect(try missing(0, last: nil, "1401/05/01T21:00") == 1)
        #expect(try missing(1, last: "1401/05/01", "1401/05/01T18:00") == 0)
        #expect(try missing(2, last: "1401/05/03", "1401/05/03T18:00") == 1, "an early report of today hides nothing")
        #expect(try missing(3, last: "1401/05/03", "1401/06/20T00:00") == 7, "after its end no more fall due")
        #expect(LiveState(missing: 0, alarms: 1) == .alarm && LiveState(missing: 2, alarms: 0) == .alarm)
        #expect(LiveState(missing: 1, alarms: 0) == .late && LiveState(missing: 0, alarms: 0) == .good)
        #expect([LiveState.good, .alarm, .late].sorted() == [.alarm, .late, .good])
    }

    @Test("the days of camps that began are evidence of their groups' activity, by month")
    func evidence() throws {
        try office.carriesOut(
            CampTests.planned("C-001", groups: #""Q-0001 5","Q-0002 5""#, from: "1401/04/29", to: "1401/05/03"))
        #expect(try CampDays.evidence(of: camp(), in: office.registry) == [])
        try office.carriesOut(state("approve"))
        try office.carriesOut(state("start"))
        let evidence = try CampDays.evidence(of: camp(), in: office.registry)
        #expect(
            evidence.map(\.count) == [3, 3, 3, 3] && evidence.map(\.group) == ["Q-0001", "Q-0001", "Q-0002", "Q-0002"])
        #expect(evidence.map(\.month.text) == ["1401/04", "1401/05", "1401/04", "1401/05"])
    }
}
