import Domain
import Exchange
import Foundation
import GRDB
import Persian
import Testing

@testable import Store

@Suite("A pack's file")
struct PackTests {
    private let home: PackOffice
    init() throws { home = try PackOffice() }

    @Test("holds its camp, the camp's people, needs, incidents, reports and attendance, and nothing else")
    func inside() throws {
        let laptop = try home.pack("c1")
        let keys = try laptop.office.contents().keys.sorted()
        let people = PackOffice.people
        #expect(
            keys == [
                "attendance C-001/2022-07-25", "base B-01", "camp C-001", "council SH-01", "group Q-0001",
                "incident I-001", "membership Q-0001/\(people[0])/2021-08-23",
                "membership Q-0001/\(people[1])/2021-08-23", "membership Q-0001/\(people[3])/2021-08-23", "need N-001",
                "need N-002", "person \(people[0])", "person \(people[1])", "person \(people[3])",
                "report C-001/2022-07-25/1", "setting office.name", "staff leader1",
                "term Q-0001/head/\(people[0])/2021-08-23",
            ])
        #expect(try laptop.rows("packs") == 1 && laptop.rows("carried") == 1 && laptop.rows("ledger") == 1)
        #expect(try laptop.rows("returned") == 0)
        // One member is at the other camp on one of the days; nothing more is said of that camp.
        #expect(try laptop.rows("elsewhere") == 1)
        let text = try Data(contentsOf: URL(filePath: laptop.path))
        for secret in [people[2], "نسیم", "نان", "سقوط", "leader2", "trainer1", "SH-02"] {
            #expect(text.range(of: Data(secret.utf8)) == nil, "\(secret)")
        }
        #expect(try laptop.office.isSound() && home.office.isSound())
    }

    @Test("says what it is, whose and from when, and its codes bear its letter")
    func header() throws {
        let first = try home.pack("c1")
        let second = try home.pack("c2", for: "leader2")
        #expect(first.office.pack?.code == "PK-001" && second.office.pack?.letter == "B")
        #expect(first.pack.office == "قم" && first.pack.about == "C-001" && first.pack.madeBy == "ali")
        #expect(try home.find(Pack.self, "PK-001") == first.office.pack)
        try first.send(PackOffice.need("C-001", "دارو"), "1401/05/05T09:00")
        try second.send(PackOffice.incident("C-001", "تب", day: "05"), "1401/05/05T09:00")
        #expect(try first.office.find(Need.self, "N-A001") != nil)
        #expect(try second.office.find(Incident.self, "I-B001") != nil)
        // The office goes on in its own series.
        #expect(try home.send(PackOffice.need("C-001", "دارو"), "1401/05/05T09:00").result[0].value == .string("N-004"))
    }

    @Test("refuses what is not its kind's, and other accounts")
    func outside() throws {
        let laptop = try home.pack("c1", for: "ali")
        for line in [
            #"{"command":"camp.close","code":"C-001"}"#, #"{"command":"group.amend","code":"Q-0001","size":9}"#,
            #"{"command":"staff.add","account":"x","name":"x","role":"administrator"}"#,
            #"{"command":"need.settle","code":"N-001","outcome":"met","as":"leader2"}"#,
            #"{"command":"need.raise","for":{"group":"Q-0001"},"item":"چای","quantity":1,"unit":"عدد","urgency":"low"}"#,
        ] {
            #expect(refusal { try laptop.send(line, "1401/05/05T09:00") } == .notPermitted, "\(line)")
        }
        // Its rules know where its people are.
        let clash = PackOffice.attend("C-001", "04", [PackOffice.people[3]])
        #expect(refusal { try laptop.send(clash, "1401/05/05T09:00") } == .overlap)
        #expect(
            refusal { try laptop.send(#"{"command":"ledger.undo","undo":"\#(laptop.first)"}"#, "1401/05/05T09:00") }
                == .wrongState)
        #expect(try laptop.rows("ledger") == 1)
    }

    @Test("is made only of a camp in the field, for an account that can use it, and never over a file")
    func making() throws {
        func code(_ about: String, _ account: String) -> RefusalCode? {
            refusal { try home.pack("new", for: account, about: about) }
        }
        #expect(code("C-009", "leader1") == .notFound && code("C-001", "nobody") == .notFound)
        #expect(code("C-001", "trainer1") == .notPermitted)
        try home.send(#"{"command":"camp.suspend","code":"C-002"}"#, "1401/05/05T07:00")
        #expect(code("C-002", "leader1") == nil)
        try home.send(#"{"command":"staff.disable","account":"leader1"}"#, "1401/05/05T07:00")
        #expect(refusal { try home.pack("new2") } == .notPermitted)
        let path = home.folder.file("there")
        try Data("خانه".utf8).write(to: URL(filePath: path))
        #expect(reason { try home.pack("there", for: "leader2") } == .cannotWrite)
        #expect(try home.office.find(Pack.self, "PK-002") == nil, "what was not written is not noted")
        #expect(try Data(contentsOf: URL(filePath: path)) == Data("خانه".utf8))
    }

    @Test("is whole in its one file after each command")
    func oneFile() throws {
        let laptop = try home.pack("c1")
        try laptop.send(PackOffice.report("C-001", "05", 8), "1401/05/05T21:00")
        let copy = home.folder.file("copy")
        try FileManager.default.copyItem(atPath: laptop.path, toPath: copy)
        #expect(try OpenedPack(path: copy).commands.map(\.command) == ["camp.report"])
        #expect(!FileManager.default.fileExists(atPath: laptop.path + "-wal"))
    }

    @Test("a laptop's clock that goes back does not turn the order of commands round")
    func clockGoesBack() throws {
        let laptop = try home.pack("c1")
        try laptop.send(PackOffice.report("C-001", "05", 8), "1401/05/05T21:00")
        let later = try laptop.send(PackOffice.report("C-001", "05", 9), "1380/01/01T00:00")
        #expect(try later.at == Moment(parsing: "1401/05/05T21:00", in: .tehran))
        try home.bring(laptop)
        #expect(try home.find(DailyReport.self, "C-001/2022-07-27/2")?.present == 9)
    }

    @Test("a laptop's clock that was far ahead and is put right spoils only what was done meanwhile")
    func clockAhead() throws {
        let laptop = try home.pack("c1")
        try laptop.send(PackOffice.report("C-001", "05", 8), "1402/05/05T21:00")
        let later = try laptop.send(PackOffice.report("C-001", "05", 9), "1401/05/05T21:05")
        #expect(try later.at == Moment(parsing: "1401/05/05T21:05", in: .tehran))
        let report = try home.bring(laptop)
        #expect(report.answers.map(\.outcome.name) == ["refused", "done"])
        #expect(try home.find(DailyReport.self, "C-001/2022-07-27/1")?.present == 9)
    }

    @Test("what a wrong clock spoilt is mended in the office with the time it was done at, within the pack's own time")
    func timeMended() throws {
        let laptop = try home.pack("c1")
        try laptop.send(PackOffice.report("C-001", "05", 8), "1402/05/05T21:00")
        try home.bring(laptop)
        let waiting = try #require(home.waiting().first)
        #expect(waiting.refusal.field == Mending.time.name)
        func resend(_ time: String) throws -> LedgerEntry {
            try home.office.resend(
                waiting.id, at: try Moment(parsing: time, in: .tehran), seen: 10_000, by: clerk,
                clock: PackOffice.clock("1401/05/13T09:00"))
        }
        #expect(refusal { try resend("1380/05/05T21:00") } == .invalidDate)
        #expect(refusal { try resend("1403/05/05T21:00") } == .invalidDate)
        #expect(try resend("1401/05/05T21:00").at == Moment(parsing: "1401/05/05T21:00", in: .tehran))
        #expect(try home.find(DailyReport.self, "C-001/2022-07-27/1")?.present == 8)
        #expect(try home.waiting().isEmpty)
    }

    @Test("in a pack only its own codes are chosen, and no other command bears its name as its station")
    func codesAndStations() throws {
        let laptop = try home.pack("c1")
        let need = """
            {"command":"need.raise","for":{"camp":"C-001"},"item":"پتو","quantity":1,"unit":"تخته","urgency":"low",\
            "code":"N-900"}
            """
        #expect(refusal { try laptop.send(need, "1401/05/05T21:00") } == .unknownValue)
        try laptop.send(need.replacing("N-900", with: "N-A900"), "1401/05/05T21:00")
        let line = #"{"command":"council.found","name":"شورا","station":"PK-001"}"#
        #expect(refusal { try home.send(line, "1401/05/05T21:00") } == .unknownValue)
    }
}

extension Laptop {
    func rows(_ table: String) throws -> Int {
        try office.reader.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") } ?? 0
    }

    /// The id of its first entry.
    var first: String {
        get throws { try office.reader.read { try String.fetchOne($0, sql: "SELECT id FROM ledger") } ?? "" }
    }
}

/// The rule that refused; nil when none did.
func refusal<T>(_ work: () throws -> T) -> RefusalCode? {
    do {
        _ = try work()
        return nil
    } catch DecideError.refused(let refusal) {
        return refusal.code
    } catch {
        return (error as? Refusal)?.code
    }
}

/// Why the file was not to be had; nil when it was.
func reason<T>(_ work: () throws -> T) -> StoreError.Reason? {
    do {
        _ = try work()
        return nil
    } catch let error as StoreError {
        return error.reason
    } catch DecideError.store(let error) {
        return error.reason
    } catch {
        return nil
    }
}
