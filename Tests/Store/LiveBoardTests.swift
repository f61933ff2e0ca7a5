import Domain
import GRDB
import Persian
import Testing

@testable import Store

/// The clock stands at 1401/05/05, noon.
@Suite("The live board's one source")
struct LiveBoardTests {
    let office: OfficeFile

    init() throws {
        office = try ConstraintTests.office()
        for number in 1...6 {
            try CampsTests.run(
                office, "C-00\(number)", groups: #""Q-0001 \#(number)""#, from: "1401/05/01", to: "1401/05/10")
        }
        for camp in ["C-001", "C-002", "C-003", "C-006"] { try report(camp, through: 4) }
        try report("C-004", through: 3)
        try report("C-005", through: 1)
    }

    private func report(_ camp: String, through day: Int, present: Int = 2) throws {
        for day in 1...day { try office.send(CampsTests.report(camp, "1401/05/0\(day)", present: present)) }
    }

    private func incident(_ camp: String, _ severity: String, _ when: String) throws {
        try office.send(
            """
            {"command":"incident.record","camp":"\(camp)","when":"1401/05/\(when)","severity":"\(severity)","what":"سقوط"}
            """)
    }

    private func live() throws -> [LiveCamp] {
        try office.view { (reader) throws(DecideError) in
            try reader.liveCamps(try reader.campRule(at: noon.now()))
        }
    }

    @Test("fatal, then serious, then missing reports, the newest first inside each")
    func worstFirst() throws {
        #expect(try live().map(\.code) == ["C-005", "C-004", "C-001", "C-002", "C-003", "C-006"])
        try incident("C-001", "serious", "04T16:40")
        try incident("C-001", "serious", "03T16:40")
        try incident("C-002", "serious", "05T09:00")
        try incident("C-006", "fatal", "02T08:00")
        try incident("C-006", "minor", "05T11:00")
        #expect(try live().map(\.code) == ["C-006", "C-002", "C-001", "C-005", "C-004", "C-003"])
        #expect(try live().prefix(4).map { $0.trouble?.kind } == [.fatal, .serious, .serious, .silent])
        try incident("C-003", "fatal", "05T11:50")
        #expect(try live().prefix(2).map(\.code) == ["C-003", "C-006"])
        let figures = LiveFigures(try live(), on: noon.today())
        #expect(figures.camps == 6 && figures.alarms == 5 && figures.late == 1)
    }

    @Test("camps of several days without a report: the one that fell silent last comes first")
    func silent() throws {
        try CampsTests.run(office, "C-007", groups: #""Q-0002 3""#, from: "1401/05/02", to: "1401/05/10")
        try CampsTests.run(office, "C-008", groups: #""Q-0002 3""#, from: "1401/05/03", to: "1401/05/10")
        #expect(try live().prefix(4).map(\.code) == ["C-008", "C-005", "C-007", "C-004"])
    }

    @Test("how many have told of today, and who is in the field")
    func figures() throws {
        try office.send(CampsTests.report("C-003", "1401/05/05", present: 9))
        try CampsTests.run(office, "C-009", groups: #""Q-0002 11""#, from: "1401/05/05", to: "1401/05/10")
        let figures = LiveFigures(try live(), on: noon.today())
        #expect(figures.today == 7 && figures.reportedToday == 1)
        #expect(figures.people == 5 * 2 + 9 + 11)
    }

    @Test("spellings of one province are one row, its people summed, its worst kept")
    func provinces() throws {
        // As files of earlier versions hold them.
        let spellings = ["کردستان", "كردستان", "استان کردستان", "کردستان ", "ایلام", "ایلام"]
        for (number, name) in spellings.enumerated() {
            try office.execute("UPDATE camps SET province = '\(name)' WHERE code = 'C-00\(number + 1)'")
        }
        try incident("C-002", "serious", "05T09:00")
        let found = try office.view { (reader) throws(DecideError) in
            try reader.provinces(try reader.campRule(at: noon.now()))
        }
        #expect(found.map(\.camps) == [4, 2] && found.map(\.people) == [8, 4])
        #expect(found[0].worst == .alarm && found[0].province.folded() == "کردستان".folded())
    }

    @Test("the note of the last report, not of one that was corrected")
    func notes() throws {
        func note() throws -> String? {
            try office.view { (reader) throws(DecideError) in
                try reader.campRow("C-001", try reader.campRule(at: noon.now()))?.note
            }
        }
        #expect(try note() == nil)
        let told = #"{"command":"camp.report","camp":"C-001","day":"1401/05/05","present":2,"beneficiaries":1,"note":"#
        try office.send(told + #""آب چاه شور است"}"#)
        #expect(try note() == "آب چاه شور است")
        try office.send(told + #""تانکر رسید"}"#)
        #expect(try note() == "تانکر رسید")
    }

    @Test("the board is read from one index, and grave incidents from one of the open ones")
    func plans() throws {
        let tests = QueryPlanTests()
        let board = try tests.plan(Reader.liveSQL, office)
        #expect(board.count == 1 && board[0].hasPrefix("SEARCH camps USING COVERING INDEX campsByState"), "\(board)")
        let incidents = try tests.plan(Reader.worstSQL, office)
        #expect(incidents.contains { $0.contains("incidentsByState (state=? AND severity=?)") }, "\(incidents)")
        #expect(!incidents.contains { $0.hasPrefix("SCAN") }, "\(incidents)")
    }
}
