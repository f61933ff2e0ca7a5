import Dispatch
import Domain
import Foundation
import GRDB
import Offices
import Persian
import Synchronization
import Testing

@testable import Store

/// Two registries read for the rules: the office's file, and one in memory that is written apart from it. Whatever random
/// commands are sent, both answer the same and hold the same, and no constraint of the file ever has to step in.
///
/// `KHEDMAT_OFFICES` and `KHEDMAT_SEED` ask for more offices than the suite has time for; see Tests/Perf/offices.
@Suite("Random offices in the file and in memory")
struct RandomOfficesTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let count = environment["KHEDMAT_OFFICES"].flatMap { Int($0) } ?? 260
    private static let first = environment["KHEDMAT_SEED"].flatMap { UInt64($0) } ?? 1
    private static let commands = 100
    /// How many offices are kept in one file after another; the last of them is verified as `khedmat verify` does.
    private static let batch = 50

    @Test("answer alike, hold the same records, stay sound and never meet a constraint")
    func alike() throws {
        let all = Mutex(OfficesTally())
        let empty = try OfficeFile()
        DispatchQueue.concurrentPerform(iterations: (Self.count + Self.batch - 1) / Self.batch) { number in
            let tally = Self.offices(number * Self.batch..<min(Self.count, (number + 1) * Self.batch), empty)
            all.withLock { $0.add(tally) }
        }
        let tally = all.withLock(\.self)
        for problem in tally.problems.prefix(10) { Issue.record("\(problem)") }
        if Self.environment["KHEDMAT_OFFICES"] != nil { print(tally.text) }
        #expect(tally.carriedOut * 4 > tally.sent, "the dice should find commands that are carried out")
        if Self.count >= 200 { #expect(tally.never(among: Commands.all.map { $0.name }) == []) }
    }

    private static func offices(_ numbers: Range<Int>, _ empty: OfficeFile) -> OfficesTally {
        var tally = OfficesTally()
        do {
            let file = try OfficeFile()
            for number in numbers {
                // To make the tables anew would take longer than to send a hundred commands.
                try empty.reader.backup(to: file.reader)
                let seed = first + UInt64(number)
                let twins = Twins(seed: seed, file)
                twins.run(commands)
                if number + 1 == numbers.upperBound { try twins.verify() }
                tally.add(twins.tally, seed)
            }
        } catch {
            tally.problems.append("\(error)")
        }
        return tally
    }
}

/// What came of many commands.
private struct OfficesTally {
    var (sent, carriedOut) = (0, 0)
    /// How often each code was answered, and how often each command was carried out.
    var codes: [String: Int] = [:]
    var commands: [String: Int] = [:]
    var problems: [String] = []

    mutating func add(_ other: OfficesTally, _ seed: UInt64? = nil) {
        sent += other.sent
        carriedOut += other.carriedOut
        codes.merge(other.codes) { $0 + $1 }
        commands.merge(other.commands) { $0 + $1 }
        problems += other.problems.map { problem in seed.map { "office \($0): \(problem)" } ?? problem }
    }

    /// The commands that were never carried out.
    func never(among all: [String]) -> [String] { all.filter { commands[$0] == nil } }

    var text: String {
        let counts = codes.sorted { $0.value > $1.value }.map { "\($0.key) \($0.value)" }
        let done = commands.sorted { $0.value < $1.value }.map { "\($0.key) \($0.value)" }
        return "\(sent) commands, \(carriedOut) carried out; refused: \(counts.joined(separator: ", "))\n"
            + done.joined(separator: ", ")
    }
}

/// One office, kept twice.
private final class Twins {
    private let memory: RandomOffice
    private let file: OfficeFile
    private(set) var tally = OfficesTally()
    private var lines: [String] = []

    init(seed: UInt64, _ file: OfficeFile) {
        memory = RandomOffice(seed: seed)
        memory.registry.printed = { (content) throws(DecideError) in
            Digest.hexadecimal(of: PlainPress().html(of: content) { _ in nil })
        }
        self.file = file
        file.use(PlainPress())
    }

    func run(_ count: Int) {
        do {
            let clock = Domain.Clock(fixed: RandomOffice.evening)
            try file.transaction(by: RandomOffice.sender, clock: clock) { (session) throws(DecideError) in
                send(count, to: session)
            }
            try compareRecords()
        } catch {
            problem("\(error)")
        }
    }

    private func send(_ count: Int, to session: CommandSession) {
        let beginning = memory.dice.happens(85) ? RandomOffice.beginning : Array(RandomOffice.beginning.prefix(1))
        for line in beginning { send(RandomLine(JSON(parsing: line) ?? .null), to: session) }
        for _ in 0..<count where tally.problems.isEmpty { send(memory.dice.line(in: memory.registry), to: session) }
    }

    private func send(_ line: RandomLine, to session: CommandSession) {
        lines.append(line.text)
        memory.tick()
        tally.sent += 1
        do throws(Refusal) {
            var request = try Request(line.json)
            request.origin = line.origin
            memory.fill(&request)
            compare(outcome { try memory.send(request) }, outcome { try session.send(request) }, request)
        } catch {
            tally.codes[error.code.rawValue, default: 0] += 1
        }
    }

    private func compare(_ one: Outcome, _ other: Outcome, _ request: Request) {
        switch (one, other) {
        case (.done(let one), .done(let other)):
            tally.carriedOut += 1
            tally.commands[request.command.name, default: 0] += 1
            if !one.isAnswered(like: other) {
                problem("in memory \(one.answer.text), in the file \(other.answer.text)")
            }
        case (.refused(let one), .refused(let other)):
            tally.codes[one.code.rawValue, default: 0] += 1
            if one != other { problem("in memory \(one.phrase.en), in the file \(other.phrase.en)") }
            if one.code == .programError { problem(one.phrase.en) }
        default: problem("in memory \(one.said), in the file \(other.said)")
        }
    }

    private func problem(_ what: String) {
        tally.problems.append("\(what)\n    " + lines.suffix(12).joined(separator: "\n    "))
    }

    private enum Outcome {
        case done(LedgerEntry)
        case refused(Refusal)
        case failed(any Error)

        var said: String {
            switch self {
            case .done(let entry): entry.answer.text
            case .refused(let refusal): "\(refusal.code.rawValue): \(refusal.phrase.en)"
            case .failed(let error): "\(error)"
            }
        }
    }

    private func outcome(_ send: () throws -> LedgerEntry) -> Outcome {
        do {
            return .done(try send())
        } catch DecideError.refused(let refusal) {
            return .refused(refusal)
        } catch {
            return .failed(error)
        }
    }

    private func compareRecords() throws {
        guard tally.problems.isEmpty else { return }
        for type in RecordKind.allTypes { try compare(type) }
        try comparePackages()
        try compareSeasons()
        let broken = memory.registry.brokenPromises()
        if !broken.isEmpty { problem("promises are broken: \(broken)") }
    }

    private func compare<R: Domain.Record>(_ type: R.Type) throws {
        let here = memory.registry.all(R.self).map(\.json.text).sorted()
        let there = try file.read { db in try R.fetch(db, where: "1").map(\.json.text).sorted() }
        if here != there { problem("the records differ: \(R.kind.name)") }
    }

    /// What is counted of a season, and how many stories are in which state.
    private func compareSeasons() throws {
        let memory = memory.registry
        let days = SeasonFigures.season(of: RandomOffice.evening.day(in: .tehran).advanced(by: 400))
        let season = SeasonFigures.season(of: RandomOffice.evening.day(in: .tehran))
        try file.view { (reader) throws(DecideError) in
            for days in [days, season]
            where try reader.registry.seasonFigures(during: days) != memory.seasonFigures(during: days) {
                problem("the figures of the season")
            }
            let counts = Dictionary(grouping: memory.all(Story.self), by: \.state).mapValues(\.count)
            if try reader.storyCounts() != counts { problem("the counts of stories") }
        }
    }

    /// What the rules and the screens read of campaigns and households: kept in the file, made anew in memory.
    private func comparePackages() throws {
        let memory = memory.registry
        let bases = [nil] + memory.all(Base.self).map { Optional($0.code) }
        try file.view { (reader) throws(DecideError) in
            let own = reader.registry
            if try own.undecidedSuspects(limit: 999) != memory.undecidedSuspects(limit: 999) { problem("the suspects") }
            if try reader.suspects(undecidedOnly: false, limit: 999).count != memory.suspects.count {
                problem("all suspects")
            }
            for base in bases.compactMap(\.self) {
                let households = try own.households(ofBase: base).map(\.code)
                if households != memory.households(ofBase: base).map(\.code) { problem("the households of \(base)") }
            }
            for campaign in memory.all(Campaign.self).map(\.code) {
                let stocks = bases.map { memory.stock(at: StockPlace(campaign: campaign, base: $0)) }
                for (base, stock) in zip(bases, stocks) {
                    let kept = try own.stock(at: StockPlace(campaign: campaign, base: base))
                    if kept != stock { problem("the stock of \(base ?? "the store"): \(kept), not \(stock)") }
                }
                if try own.servingDays(of: campaign) != memory.servingDays(of: campaign) { problem("serving days") }
                let deliveries = memory.deliveries(of: campaign)
                if try own.deliveries(of: campaign).map(\.id) != deliveries.map(\.id) { problem("deliveries") }
                let figures = try reader.campaignFigures(campaign)
                let doubles = deliveries.filter { !$0.doubles(of: deliveries).isEmpty }
                let served = Set(deliveries.map(\.household))
                let missed = Set(memory.all(Miss.self).filter { $0.campaign == campaign }.map(\.household))
                let expected = CampaignFigures(
                    received: stocks[0].received, inStore: stocks[0].held,
                    atBases: stocks.dropFirst().reduce(0) { $0 + $1.held },
                    delivered: stocks.reduce(0) { $0 + $1.delivered }, damaged: stocks.reduce(0) { $0 + $1.damaged },
                    missing: stocks.reduce(0) { $0 + $1.missing }, served: served.count,
                    households: memory.all(Household.self).count, missed: missed.subtracting(served).count,
                    doubles: doubles.count, overdrawn: stocks.count { $0.held < 0 })
                if figures != expected { problem("the figures of \(campaign): \(figures as Any), not \(expected)") }
                for delivery in deliveries {
                    let others = try reader.doubles(of: delivery).map(\.id)
                    if others != delivery.doubles(of: deliveries).map(\.id) { problem("doubles of \(delivery.id)") }
                }
            }
        }
    }

    func verify() throws {
        for found in try file.verify({ _, _ in }).problems { problem("verify: \(found.en)") }
    }
}

extension Delivery {
    /// The same as the rule's, by looking at all.
    fileprivate func doubles(of all: [Delivery]) -> [Delivery] {
        let own = Set(recipients)
        return reason != nil
            ? [] : all.filter { $0.id != id && $0.reason == nil && !own.isDisjoint(with: $0.recipients) }
    }
}

extension LedgerEntry {
    /// Whether both tell the sender the same, and changed the same to the same version. What the file gives back has its
    /// members in the order of their names; what is only noted has an id of its own.
    fileprivate func isAnswered(like other: LedgerEntry) -> Bool {
        func changed(_ entry: LedgerEntry) -> [String] {
            entry.changes.map { "\($0.record.id) \($0.after?.version ?? 0)" }
        }
        guard changed(self) == changed(other) else { return false }
        if refusal != nil || other.refusal != nil { return refusal == other.refusal }
        let (one, two) = (answer.text, other.answer.text)
        return one == two || JSON(parsing: one) == JSON(parsing: two)
    }
}
