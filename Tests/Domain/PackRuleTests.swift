import Offices
import Persian
import Testing

@testable import Domain

@Suite("Packs: what is made, what may be in it, what is taken home")
struct PackRuleTests {
    private let office: TestOffice

    private init(on office: TestOffice) { self.office = office }

    /// The clock stands at 9 Mordad; the camp runs from the 1st to the 10th.
    init() throws {
        office = try TestOffice()
        for line in [
            CampTests.bahar, #"{"command":"camp.approve","code":"C-001"}"#, #"{"command":"camp.start","code":"C-001"}"#,
            CampTests.need, CampTests.need,
        ] { try office.carriesOut(line) }
    }

    static let seal = String(repeating: "5a", count: 32)
    static let issue =
        #"{"command":"pack.issue","kind":"camp","about":"C-001","account":"supervisor1","seal":"\#(seal)"}"#
    static let receive = #"{"command":"pack.receive","code":"PK-001","seal":"\#(seal)","commands":3}"#

    private func issued(_ account: String = "supervisor1", seal: Character = "1") throws -> Origin {
        let (pack, seen) = try issuedPack(account, seal: seal)
        return Origin(pack, seen: seen)
    }

    private func issuedPack(
        _ account: String = "supervisor1", seal: Character = "1"
    ) throws -> (Pack, seen: Int) {
        let line = Self.issue.replacing("supervisor1", with: account)
            .replacing(Self.seal, with: String(repeating: seal, count: 64))
        let entry = try office.carriesOut(line)
        return (try #require(entry.changes.first?.after as? Pack), entry.number)
    }

    /// Sends a command as it comes home from a pack.
    @discardableResult
    private func bring(
        _ line: String, from origin: Origin, as account: String? = nil, at: String, by sender: String = "operator1"
    ) throws -> LedgerEntry {
        var request = try Request(try #require(JSON(parsing: line)))
        request.account = account ?? (origin.authority as? Pack)?.account
        request.station = origin.station
        request.at = try Moment(parsing: at, in: .tehran)
        request.origin = origin
        office.now = max(office.now, try Moment(parsing: "1401/05/09T12:00", in: .tehran))
        return try office.send(request, by: Sender(account: sender, station: "QOM-1"))
    }

    private func refusal(_ work: () throws -> LedgerEntry) -> Refusal? {
        do {
            _ = try work()
            return nil
        } catch DecideError.refused(let refusal) {
            return refusal
        } catch {
            return error as? Refusal
        }
    }

    @Test("a pack that changed since it was looked at is brought home with another look")
    func staleReceipt() throws {
        try office.carriesOut(Self.issue)
        try office.carriesOut(#"{"command":"pack.recall","code":"PK-001","reason":"لپ‌تاپ گم شد"}"#)
        office.refuses(
            Self.receive.replacing(#""commands":3"#, with: #""commands":3,"version":1"#), as: .stale, saying: "PK-001")
        office.refuses(Self.receive, as: .wrongState, saying: "PK-001")
    }

    @Test("each pack has a code and a letter of its own, and is of a camp in the field")
    func issuing() throws {
        let (first, _) = try issuedPack()
        let (second, _) = try issuedPack("operator1", seal: "2")
        #expect(first.code == "PK-001" && first.letter == "A" && second.code == "PK-002" && second.letter == "B")
        #expect(first.office == "قم" && first.madeBy == TestOffice.administrator && first.state == .out)
        office.refuses(
            Self.issue.replacing("supervisor1", with: "trainer1"), as: .notPermitted, field: "account",
            saying: "trainer1", en: "supervisor")
        office.refuses(
            Self.issue.replacing("supervisor1", with: "none"), as: .notFound, field: "account", saying: "none")
        office.refuses(Self.issue.replacing("C-001", with: "C-009"), as: .notFound, field: "about", saying: "C-009")
        office.refuses(
            Self.issue.replacing("\"camp\"", with: "\"moon\""), as: .unknownValue, field: "kind", saying: "moon")
        try office.carriesOut(CampTests.planned("C-002"))
        office.refuses(Self.issue.replacing("C-001", with: "C-002"), as: .wrongState, saying: "C-002")
    }

    @Test("each pack has a seal of its own, which is the hash of a secret")
    func seals() throws {
        try office.carriesOut(Self.issue)
        office.refuses(Self.issue, as: .duplicateCode, field: "seal", saying: "PK-001")
        office.refuses(
            Self.issue.replacing("C-001", with: "C-009"), as: .notFound, field: "about", saying: "C-009")
        for seal in ["5a", String(repeating: "x", count: 64), String(repeating: "5", count: 65)] {
            office.refuses(
                Self.issue.replacing(Self.seal, with: seal), as: .unknownValue, field: "seal", fa: "۶۴", en: "64")
        }
    }

    @Test("letters go on after Z, and leave out those that look like digits")
    func letters() {
        #expect((1...24).map { Pack.letter($0) }.joined() == "ABCDEFGHJKLMNPQRSTUVWXYZ")
        #expect([25, 48, 49, 600, 601].map { Pack.letter($0) } == ["AA", "AZ", "BA", "ZZ", "AAA"])
    }

    @Test("a pack comes home while it is out, with its own seal")
    func receiving() throws {
        try office.carriesOut(Self.issue)
        office.refuses(Self.receive.replacing("5a5a", with: "5b5b"), as: .notPermitted, field: "seal", saying: "PK-001")
        try office.carriesOut(Self.receive, by: "supervisor1")
        #expect(office.registry.find(Pack.self, key: "PK-001")?.received == 3)
        try office.carriesOut(#"{"command":"pack.recall","code":"PK-001","reason":"گم شد"}"#)
        office.refuses(Self.receive, as: .wrongState, saying: "PK-001")
        office.refuses(#"{"command":"pack.recall","code":"PK-001","reason":"گم شد"}"#, as: .wrongState)
        let id = try #require(office.registry.ledger.last?.id)
        try office.carriesOut(#"{"command":"ledger.undo","undo":"\#(id)"}"#)
    }

    @Test("making a pack and bringing it home are never undone")
    func neverUndone() throws {
        for line in [Self.issue, Self.receive] {
            let entry = try office.carriesOut(line)
            office.refuses(#"{"command":"ledger.undo","undo":"\#(entry.id)"}"#, as: .wrongState)
        }
    }

    @Test("in a pack only its kind's commands are accepted, about its own camp")
    func inside() throws {
        office.registry.carried = try issuedPack().0
        office.refuses(
            #"{"command":"camp.close","code":"C-001"}"#, as: .notPermitted, field: "command", saying: "PK-001", "C-001",
            en: "report a day of a camp")
        office.refuses(
            #"{"command":"need.raise","for":{"group":"Q-0001"},"item":"چای","quantity":1,"unit":"عدد","urgency":"low"}"#,
            as: .notPermitted, saying: "PK-001", en: "outside the pack")
        office.refuses(
            #"{"command":"need.settle","code":"N-001","outcome":"met","as":"operator1"}"#, as: .notPermitted,
            field: "as",
            saying: "operator1")
        try office.carriesOut(CampTests.report("1401/05/08"), by: "supervisor1")
    }

    @Test("between two packs the command that was given last stands, whichever came home first")
    func twoPacks() throws {
        let (one, two) = (try issued(), try issued("operator1", seal: "2"))
        func settle(_ need: String, _ outcome: String) -> String {
            #"{"command":"need.settle","code":"\#(need)","outcome":"\#(outcome)"}"#
        }
        try bring(settle("N-001", "met"), from: one, at: "1401/05/09T11:00")
        try bring(settle("N-001", "unmet"), from: two, at: "1401/05/09T11:05")
        try bring(settle("N-002", "unmet"), from: two, at: "1401/05/09T11:05")
        let late = refusal { try bring(settle("N-002", "met"), from: one, at: "1401/05/09T11:00") }
        #expect(late?.code == .stale && late?.phrase.isSaidInBothLanguages == true)
        for need in ["N-001", "N-002"] { #expect(office.registry.find(Need.self, key: need)?.outcome == .unmet) }
    }

    @Test(
        "a camp's pack confirms what arrived, whatever became of the pledge, and in either order it comes to the same")
    func confirming() throws {
        for line in [
            SupportTests.institution("SETAD", "ستاد"), SupportTests.raise("N-009", #""group":"Q-0002""#),
            SupportTests.pledge("PL-1", "SETAD", 90), SupportTests.pledge("PL-2", "SETAD", 5, need: "N-009"),
            SupportTests.say("dispatch", "PL-1", 90),
        ] { try office.carriesOut(line) }
        let (one, two) = (try issued(), try issued("operator1", seal: "2"))
        for line in [
            SupportTests.say("deliver", "PL-1", 90), #"{"command":"pledge.amend","code":"PL-1","quantity":95}"#,
            SupportTests.withdraw("PL-1"),
        ] { try office.carriesOut(line) }
        func confirm(_ quantity: Int, _ pledge: String = "PL-1", id: Int) -> String {
            SupportTests.say("confirm", pledge, quantity, #","id":"\#(TestOffice.id(90_000 + id))""#)
        }
        let other = MemoryRegistry(goingOnFrom: office.registry)
        func lines(_ registry: MemoryRegistry) -> [JSON] { registry.all(SupportLine.self).map(\.json) }
        try bring(confirm(40, id: 1), from: one, at: "1401/05/09T11:00")
        try bring(confirm(30, id: 2), from: two, at: "1401/05/09T11:05")
        let home = PackRuleTests(on: TestOffice(other, now: office.now))
        try home.bring(confirm(30, id: 2), from: two, at: "1401/05/09T11:05")
        try home.bring(confirm(40, id: 1), from: one, at: "1401/05/09T11:00")
        #expect(lines(office.registry) == lines(other) && lines(other).count == 4)

        let foreign = refusal { try bring(confirm(1, "PL-2", id: 3), from: one, at: "1401/05/09T11:09") }
        #expect(foreign?.code == .notPermitted && foreign?.phrase.isSaidInBothLanguages == true)
        let given = SupportTests.say("dispatch", "PL-1", 1)
        #expect(refusal { try bring(given, from: one, at: "1401/05/09T11:09") }?.code == .notPermitted)
        let contents = try #require(one.authority as? Pack).contents(from: office.registry)
        let kinds = Set(contents.records.map { type(of: $0).kind.name })
        #expect(kinds.isSuperset(of: ["institution", "pledge", "supportLine"]))
        #expect(!contents.records.contains { $0.key == "PL-2" })
    }

    @Test("reports of a day stand in the order in which they were given")
    func reports() throws {
        let (one, two) = (try issued(), try issued("operator1", seal: "2"))
        func report(_ present: Int) -> String {
            #"{"command":"camp.report","camp":"C-001","day":"1401/05/09","present":\#(present),"beneficiaries":1}"#
        }
        try bring(report(3), from: one, at: "1401/05/09T11:03")
        try bring(report(5), from: one, at: "1401/05/09T11:05")
        try bring(report(2), from: two, at: "1401/05/09T11:02")
        let late = try bring(report(4), from: two, at: "1401/05/09T11:04")
        #expect(late.result.contains(.init("correction", .bool(true))))
        let reports = office.registry.reports(of: "C-001")
        #expect(reports.map(\.present) == [2, 3, 4, 5] && reports.map(\.number) == [1, 2, 3, 4])
        #expect(reports.map(\.state) == [.superseded, .superseded, .superseded, .current])
        #expect(office.registry.brokenPromises() == [])
        // One that is taken back leaves no gap.
        try office.carriesOut(#"{"command":"ledger.undo","undo":"\#(late.id)"}"#)
        #expect(office.registry.reports(of: "C-001").map(\.number) == [1, 2, 3])
    }

    @Test("what the office did since the pack was made is not overwritten, and what came to nothing does not count")
    func officeFirst() throws {
        let pack = try issued()
        let attend = #"{"command":"camp.attend","camp":"C-001","day":"1401/05/08","people":["9990000018"]}"#
        let entry = try office.carriesOut(attend)
        let refused = refusal { try bring(attend, from: pack, at: "1401/05/09T11:00") }
        #expect(refused?.code == .stale && refused?.phrase.en.contains("admin1") == true)
        try office.carriesOut(#"{"command":"ledger.undo","undo":"\#(entry.id)"}"#)
        try bring(attend, from: pack, at: "1401/05/09T11:00")
    }

    @Test("a pack's own account, time and rights are held to")
    func bounds() throws {
        let pack = try issued()
        let report = CampTests.report("1401/05/08")
        #expect(
            refusal { try bring(report, from: pack, as: "admin1", at: "1401/05/09T11:00") }?.code == .notPermitted)
        #expect(refusal { try bring(report, from: pack, at: "1401/05/09T09:00") }?.code == .invalidDate)
        #expect(refusal { try bring(report, from: pack, at: "1401/05/19T09:00") }?.code == .invalidDate)
        #expect(
            refusal { try bring(report, from: pack, at: "1401/05/09T11:00", by: "trainer1") }?.code == .notPermitted)
        try office.carriesOut(#"{"command":"staff.disable","account":"supervisor1"}"#)
        #expect(refusal { try bring(report, from: pack, at: "1401/05/09T11:00") }?.code == .notPermitted)
    }
}
