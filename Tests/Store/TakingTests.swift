import Domain
import Foundation
import GRDB
import Persian
import Testing

@testable import Store

/// The log of a station that is no pack: another office's machine, with a copy of the file of its own.
private final class StationLog: CommandSource {
    static let name = "ILAM-1"

    let keepsRefused = false
    let entries: [LedgerEntry]
    let origin: Origin
    /// The most that it gives before it fails.
    let reach: Int

    init(_ entries: [LedgerEntry], seen: Int, reach: Int = .max) {
        self.entries = entries
        origin = Origin(station: Self.name, seen: seen)
        self.reach = reach
    }

    func next(after cursor: SourceCursor, limit: Int) throws(SourceError) -> [SourcedCommand] {
        let left = entries.filter { $0.number > cursor.number }
        if !left.isEmpty, cursor.number >= reach {
            throw SourceError(.unreachable, Phrase(fa: "شبکه قطع است", en: "The network is down"))
        }
        return left.prefix(limit).map { SourcedCommand($0, from: origin) }
    }
}

/// A source that never comes to its end.
private struct Repeating: CommandSource {
    let keepsRefused = false
    let commands: [SourcedCommand]

    func next(after cursor: SourceCursor, limit: Int) -> [SourcedCommand] { commands }
}

@Suite("Taking in commands that were given elsewhere")
struct TakingTests {
    private let office: OfficeFile
    private let station: OfficeFile
    private let seen: Int

    private let there = Sender(account: "ali", station: StationLog.name)

    init() throws {
        office = try newOffice()
        try office.register("Q-0001", name: "باران")
        station = try office.copyInMemory()
        seen = try office.view { (reader) throws(DecideError) in try reader.ledgerTip() }
    }

    @discardableResult
    private func give(_ line: String) throws -> LedgerEntry { try station.send(request(line), by: there, clock: noon) }

    private func log(reach: Int = .max) throws -> StationLog {
        StationLog(try entries(station).filter { $0.number > seen }, seen: seen, reach: reach)
    }

    private func amend(_ size: Int) -> String { #"{"command":"group.amend","code":"Q-0001","size":\#(size)}"# }

    private func entries(_ office: OfficeFile) throws -> [LedgerEntry] {
        try office.view { (reader) throws(DecideError) in
            try storing {
                let all = try reader.db.cachedStatement(sql: "SELECT number, entry FROM ledger ORDER BY number")
                return try Ledger.entries(all, [])
            }
        }
    }

    private var size: Int? {
        get throws {
            try office.view { (reader) throws(DecideError) in try reader.find(Group.self, key: "Q-0001")?.size }
        }
    }

    private func waiting() throws -> Int {
        try office.view { (reader) throws(DecideError) in try reader.waitingCommands() }
    }

    @Test("commands are taken under their own id, time and station, and once, wherever the taking begins again")
    func once() throws {
        let given = [try give(amend(12)), try give(#"{"command":"council.found","name":"شورای مهران"}"#)]
        let report = try office.take(log(), after: SourceCursor(seen), by: ali, clock: noon)
        #expect(report.answers.map(\.outcome.name) == ["done", "done"])
        let here = try entries(office).suffix(2)
        #expect(here.map(\.id) == given.map(\.id) && here.map(\.at) == given.map(\.at))
        #expect(here.allSatisfy { $0.station == StationLog.name && $0.batch == report.batch })
        let council = try office.view { (reader) throws(DecideError) in try reader.find(Council.self, key: "SH-01") }
        #expect(council?.name == "شورای مهران")
        #expect(report.cursor == SourceCursor(given[1].number) && report.failure == nil && !report.isCancelled)

        let after = try office.take(log(), after: report.cursor, by: ali, clock: noon)
        #expect(after.answers.isEmpty && after.cursor == report.cursor)
        let again = try office.take(log(), by: ali, clock: noon)
        #expect(again.answers.map(\.outcome.name) == ["already", "already"])
        #expect(try entries(office).count == seen + 2)
        #expect(try office.verify { _, _ in }.problems.isEmpty)
    }

    @Test("what was done with a record whose code is another one's here is held back with it")
    func codeOfAnother() throws {
        let other = try station.copyInMemory()
        func record(_ head: String, in file: OfficeFile) throws -> [LedgerEntry] {
            for line in [
                """
                {"command":"household.record","code":"H-A00001","head":"\(head)","headName":"علی کریمی","area":"village",
                "place":"کهک"}
                """, #"{"command":"household.amend","code":"H-A00001","size":7}"#,
            ] { try file.send(request(line), by: there, clock: noon) }
            return try entries(file).filter { $0.number > seen }
        }
        let (first, second) = (try record("9990000018", in: station), try record("9990000026", in: other))
        let one = try office.take(StationLog(first, seen: seen), by: ali, clock: noon)
        #expect(one.answers.map(\.outcome.name) == ["done", "done"])
        let next = try office.take(StationLog(second, seen: seen), by: ali, clock: noon)
        #expect(next.answers.map(\.outcome.name) == ["refused", "refused"])
        guard case .refused(let refusal) = next.answers[1].outcome else { return }
        #expect(refusal.code == .duplicateCode && refusal.phrase.en.contains("not the one that was recorded"))
        let household = try office.view { (reader) throws(DecideError) in
            try reader.find(Household.self, key: "H-A00001")
        }
        #expect(household?.head == "9990000018" && household?.version == 2)
    }

    @Test("a person whom both recorded is one, and what was done with them at the station comes in")
    func personOfBoth() throws {
        let line = #"{"command":"person.record","nationalID":"9990000018","firstName":"سارا","lastName":"نوری"}"#
        try give(line)
        try give(#"{"command":"membership.begin","group":"Q-0001","person":"9990000018","from":"1400/06/01"}"#)
        try office.send(line)
        let report = try office.take(log(), by: ali, clock: noon)
        #expect(report.answers.last?.outcome.name == "done", "\(report.answers.map(\.outcome))")
    }

    @Test("what the office did meanwhile is stale; the station is told, and nothing waits in the office")
    func refused() throws {
        try give(amend(12))
        try give(#"{"command":"council.found","code":"SH-09","name":"شورای مهران"}"#)
        try office.send(amend(30))
        let report = try office.take(log(), by: ali, clock: noon)
        #expect(report.answers.map(\.outcome.name) == ["refused", "done"] && report.count("refused") == 1)
        guard case .refused(let refusal) = report.answers[0].outcome else { return }
        #expect(refusal.code == .stale && refusal.phrase.en.contains("ali"))
        #expect(try size == 30 && waiting() == 0)
        // Tried again when it is taken from before it.
        #expect(try office.take(log(), by: ali, clock: noon).answers.map(\.outcome.name) == ["refused", "already"])
    }

    @Test("a source that fails ends the taking there; it goes on from the cursor")
    func failing() throws {
        for size in 11...15 { try give(amend(size)) }
        let broken = try office.take(log(reach: seen + 4), by: ali, clock: noon, page: 2)
        #expect(broken.answers.count == 4 && broken.failure?.reason == .unreachable)
        let rest = try office.take(log(), after: broken.cursor, by: ali, clock: noon, page: 2)
        #expect(rest.answers.count == 1 && rest.failure == nil)
        #expect(try size == 15)
    }

    @Test("a source that repeats itself is left; one that is stopped goes on")
    func ending() throws {
        for size in 11...13 { try give(amend(size)) }
        let log = try log()
        let first = Repeating(commands: log.entries.prefix(1).map { SourcedCommand($0, from: log.origin) })
        let report = try office.take(first, by: ali, clock: noon, page: 1)
        #expect(report.answers.count == 1 && report.failure?.reason == .unreadable)
        #expect(report.failure?.phrase.fa.isEmpty == false)
        let stopped = try office.take(log, by: ali, clock: noon) { $0 < 2 }
        #expect(stopped.isCancelled && stopped.answers.map(\.outcome.name) == ["already", "done"])
        #expect(try office.take(log, after: stopped.cursor, by: ali, clock: noon).count("done") == 1)
    }

    @Test("a station without a leave of the office gives no rights, and sends its own commands alone")
    func rights() throws {
        try office.send(#"{"command":"staff.add","account":"sara","name":"سارا","role":"operator"}"#)
        try give(amend(12))
        let sara = Sender(account: "sara", station: "desk")
        let codes = { (report: TakeReport) in
            report.answers.map { answer in
                if case .refused(let refusal) = answer.outcome { refusal.code } else { nil as RefusalCode? }
            }
        }
        #expect(try codes(office.take(log(), by: sara, clock: noon)) == [.notPermitted])
        let other = try log().entries.map { SourcedCommand($0, from: Origin(station: "YAZD-1", seen: seen)) }
        let strange = try office.take(Repeating(commands: other), by: ali, clock: noon)
        #expect(codes(strange) == [.notPermitted])
        #expect(try office.take(log(), by: ali, clock: noon).count("done") == 1)
    }
}
