import Domain
import Exchange
import Foundation
import GRDB
import Persian
import Testing

@testable import Store

@Suite("Bringing a pack home")
struct UnpackTests {
    private let home: PackOffice
    init() throws { home = try PackOffice() }

    @Test("ten days reported in the field are on the board once, however often they are brought")
    func tenDays() throws {
        let laptop = try home.pack("c1", at: "1401/05/03T08:00")
        for day in ["03", "04", "05", "06", "07", "08", "09", "10", "11", "12"] {
            try laptop.send(PackOffice.report("C-001", day, 10), "1401/05/\(day)T21:00")
        }
        #expect(try home.bring(laptop).count("done") == 10)
        let (contents, entries) = (try home.office.contents(), try home.office.entries().count)
        let again = try home.bring(laptop)
        #expect(again.count("already") == 10 && again.count("done") == 0)
        #expect(try home.office.contents() == contents && home.office.entries().count == entries)
        let current = try home.office.view { (reader) throws(DecideError) in try reader.reports(of: "C-001") }
            .filter { $0.state == .current }
        #expect(current.map(\.day.iso).count == 10 && current.allSatisfy { $0.present == 10 })
        #expect(try home.office.isSound() && laptop.office.isSound())
    }

    @Test("commands come as the pack's account, from its station, with who brought them and who sat there")
    func ledger() throws {
        let laptop = try home.pack("c1")
        let there = try laptop.send(PackOffice.need("C-001", "دارو"), "1401/05/05T09:00")
        #expect(there.account == "leader1" && there.sender == "reza@laptop" && there.station == "PK-001")
        let report = try home.bring(laptop)
        let here = try #require(home.office.entries().last)
        #expect(here.id == there.id && here.at == there.at && here.account == "leader1" && here.station == "PK-001")
        #expect(here.sender == "ali" && here.batch == report.batch)
        #expect(try home.find(Need.self, "N-A001")?.item == "دارو")
        let received = try #require(home.office.entries().dropLast().last)
        #expect(received.command == "pack.receive" && received.fields.last?.value == ["reza@laptop"].json)
        #expect(try home.find(Pack.self, "PK-001")?.received == 1)
    }

    @Test("brought a second time with more in it, only that is new")
    func more() throws {
        let laptop = try home.pack("c1")
        try laptop.send(PackOffice.report("C-001", "05", 8), "1401/05/05T21:00")
        try home.bring(laptop, at: "1401/05/06T08:00")
        try laptop.send(PackOffice.report("C-001", "06", 9), "1401/05/06T21:00")
        let report = try home.bring(laptop)
        #expect(report.answers.map(\.outcome.name) == ["already", "done"])
    }

    @Test("a report given later than the office's own takes its place, and whoever brings it home is told")
    func replaced() throws {
        let laptop = try home.pack("c1")
        try home.send(PackOffice.report("C-001", "05", 9), "1401/05/05T20:00")
        try laptop.send(PackOffice.report("C-001", "05", 8), "1401/05/05T21:00")
        try laptop.send(PackOffice.report("C-001", "06", 8), "1401/05/06T21:00")
        let report = try home.bring(laptop)
        #expect(report.answers.map(\.outcome.name) == ["done", "done"])
        let told = report.answers.map { $0.warnings.filter { $0.code == .stale }.map(\.phrase.en) }
        #expect(told.map(\.count) == [1, 0])
        #expect(told[0].allSatisfy { $0.contains("ali wrote that in the office") && $0.contains("9 people") })
    }

    @Test("what the office did since is never overwritten: stale, with who did what; nothing is lost")
    func stale() throws {
        let laptop = try home.pack("c1")
        let settle = #"{"command":"need.settle","code":"N-001","outcome":"unmet","note":"نرسید"}"#
        try laptop.send(settle, "1401/05/06T09:00")
        try laptop.send(PackOffice.attend("C-001", "03", [PackOffice.people[1]]), "1401/05/06T10:00")
        try home.send(#"{"command":"need.settle","code":"N-001","outcome":"met"}"#, "1401/05/07T09:00")
        let report = try home.bring(laptop)
        #expect(report.answers.map(\.outcome.name) == ["refused", "done"])
        #expect(try home.find(Need.self, "N-001")?.outcome == .met)
        let waiting = try #require(home.waiting().first)
        #expect(waiting.refusal.code == .stale && waiting.refusal.phrase.en.contains("ali"))
        // Mended by somebody who saw both; the office's own rule answers now.
        let tip = try home.office.view { (reader) throws(DecideError) in try reader.ledgerTip() }
        #expect(
            refusal {
                try home.office.resend(waiting.id, seen: tip, by: clerk, clock: PackOffice.clock("1401/05/13T09:00"))
            }
                == .wrongState)
        try home.office.drop(waiting.id, by: clerk, clock: PackOffice.clock("1401/05/13T09:00"))
        #expect(try home.waiting().isEmpty)
        #expect(try home.bring(laptop).answers.map(\.outcome.name) == ["dropped", "already"])
    }

    @Test("what is refused waits, survives a restart, and is mended and sent again under its own id")
    func mending() throws {
        let home = try PackOffice(isInMemory: false)
        let laptop = try home.pack("c1")
        let person = PackOffice.people[0]
        try laptop.send(PackOffice.attend("C-001", "06", [person, PackOffice.people[1]]), "1401/05/06T20:00")
        try home.send(PackOffice.attend("C-002", "06", [person]), "1401/05/06T20:30")
        #expect(try home.bring(laptop).count("refused") == 1)
        let again = try OfficeFile(path: #require(home.office.path))
        let waiting = try #require(home.waiting().first)
        #expect(waiting.refusal.code == .overlap && waiting.pack == "PK-001")
        let fields = waiting.entry.fields.map { field in
            field.name == "people" ? .init("people", [PackOffice.people[1]].json) : field
        }
        let entry = try again.resend(
            waiting.id, fields, seen: 10_000, by: clerk, clock: PackOffice.clock("1401/05/13T09:00"))
        #expect(entry.id == waiting.id && entry.account == "leader1" && entry.sender == "ali")
        #expect(try home.waiting().isEmpty)
        #expect(try home.bring(laptop).count("already") == 1)
        #expect(try home.office.isSound())
    }

    @Test("a command is sent again by whom may bring packs home alone, also when it was carried out already")
    func whoResends() throws {
        let home = try PackOffice()
        let laptop = try home.pack("c1")
        try laptop.send(PackOffice.report("C-001", "06", 8), "1401/05/06T20:00")
        try home.bring(laptop)
        let id = try #require(home.office.entries().last { $0.station == "PK-001" }?.id)
        for (account, isAllowed) in [
            ("ali", true), ("leader2", true), ("leader1", true), ("trainer1", false), ("nobody", false),
        ] {
            let sender = Sender(account: account, station: "desk")
            let found = refusal {
                try home.office.resend(id, seen: 1, by: sender, clock: PackOffice.clock("1401/05/13T09:00"))
            }
            #expect(found == (isAllowed ? nil : .notPermitted), "\(account)")
        }
    }

    @Test("who may not see people's numbers finds no command by a piece of them, and reads no answer with them")
    func masked() throws {
        let home = try PackOffice()
        let laptop = try home.pack("c1", for: "leader2")
        let person = PackOffice.people[1]
        try laptop.send(PackOffice.attend("C-001", "06", [person]), "1401/05/06T20:00")
        try laptop.send(PackOffice.attend("C-001", "07", [person]), "1401/05/07T20:00")
        try home.send(PackOffice.attend("C-002", "06", [person]), "1401/05/06T20:30")
        let report = try home.bring(laptop)
        #expect(report.answers.map(\.outcome.name) == ["refused", "done"])
        #expect(report.json(Masking(for: .operator)).text.contains(person))
        #expect(!report.json(Masking(for: .supervisor)).text.contains(person))
        func found(_ text: String) throws -> Int {
            try home.office.view { (reader) throws(DecideError) in
                try reader.waitingCommands(matching: Filter(text), limit: 10).count
            }
        }
        for piece in ["00026", "9990000", "PK-001", "leader2"] { #expect(try found(piece) == 1) }
        home.office.show(Masking(for: .supervisor))
        for piece in ["00026", "9990000"] { #expect(try found(piece) == 0) }
        for piece in [person, "PK-001", "leader2"] { #expect(try found(piece) == 1) }
    }

    @Test("a refused command is tried again when its pack is brought again")
    func triedAgain() throws {
        let laptop = try home.pack("c1")
        try laptop.send(PackOffice.report("C-001", "06", 8), "1401/05/06T20:00")
        try home.send(#"{"command":"staff.amend","account":"leader1","role":"trainer"}"#, "1401/05/06T20:30")
        #expect(try home.bring(laptop).count("refused") == 1)
        try home.send(#"{"command":"staff.amend","account":"leader1","role":"operator"}"#, "1401/05/06T20:40")
        #expect(try home.bring(laptop).count("done") == 1)
        #expect(try home.waiting().isEmpty)
    }

    @Test("a report older than the office's is kept beneath it, and both are told")
    func reports() throws {
        let laptop = try home.pack("c1")
        try laptop.send(PackOffice.report("C-001", "06", 8), "1401/05/06T20:00")
        try home.send(PackOffice.report("C-001", "06", 9), "1401/05/06T22:00")
        try home.bring(laptop)
        let reports = try home.office.view { (reader) throws(DecideError) in try reader.reports(of: "C-001") }
            .filter { $0.day.iso == "2022-07-28" }
        #expect(reports.map(\.present) == [8, 9] && reports.map(\.state) == [.superseded, .current])
        #expect(reports.map(\.author) == ["leader1", "ali"])
    }

    @Test("a command that was refused and that its sender took back in the field asks for nothing")
    func takenBack() throws {
        let laptop = try home.pack("c1")
        let settle = try laptop.send(#"{"command":"need.settle","code":"N-001","outcome":"unmet"}"#, "1401/05/06T09:00")
        try laptop.send(#"{"command":"ledger.undo","undo":"\#(settle.id)"}"#, "1401/05/06T09:10")
        try home.send(#"{"command":"need.settle","code":"N-001","outcome":"met"}"#, "1401/05/07T09:00")
        for _ in 1...2 {
            #expect(try home.bring(laptop).answers.map(\.outcome.name) == ["taken-back", "taken-back"])
            #expect(try home.waiting().isEmpty)
        }
    }

    @Test("who may not bring packs home is told so, and nothing changes")
    func permission() throws {
        let laptop = try home.pack("c1")
        try laptop.send(PackOffice.report("C-001", "05", 8), "1401/05/05T21:00")
        let entries = try home.office.entries().count
        for account in ["trainer1", "nobody"] {
            let sender = Sender(account: account, station: "desk")
            #expect(refusal { try home.bring(laptop, by: sender) } == .notPermitted)
        }
        #expect(try home.office.entries().count == entries)
        try home.bring(laptop, by: Sender(account: "leader2", station: "desk"))
    }

    @Test("a recalled pack brings nothing")
    func recalled() throws {
        let laptop = try home.pack("c1")
        try laptop.send(PackOffice.report("C-001", "05", 8), "1401/05/05T21:00")
        try home.send(#"{"command":"pack.recall","code":"PK-001","reason":"رایانه گم شد"}"#, "1401/05/06T09:00")
        #expect(refusal { try home.bring(laptop) } == .wrongState)
        #expect(try home.find(DailyReport.self, "C-001/2022-07-27/1") == nil)
    }
}
