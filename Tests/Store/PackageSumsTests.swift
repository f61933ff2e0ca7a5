import Domain
import Foundation
import GRDB
import Persian
import Support
import Testing

@testable import Store

/// Whatever is received, allocated, returned, damaged, counted, handed out here or elsewhere, undone and voided, by however
/// many at once: every package that came in is in the store, at a base, delivered, damaged or missing, and nobody got a second
/// one for which nobody answers.
///
/// `KHEDMAT_ROUNDS` asks for more commands than the suite has time for, `KHEDMAT_SEED` for others, as `Tests/Perf/conserve`
/// does.
@Suite("The sums of packages")
struct PackageSumsTests {
    private static let rounds = number("KHEDMAT_ROUNDS") ?? 4000
    private static let seed = number("KHEDMAT_SEED") ?? 0
    private static let batch = 500
    private static let processes = 10

    private static func number(_ name: String) -> Int? {
        ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
    }

    @Test("after every command the sums close, and after all of them equal a full recomputation")
    func closes() async throws {
        let (done, refused) = try await withThrowingTaskGroup(of: (Int, Int).self) { group in
            var sum = (0, 0)
            for number in 0..<max(1, Self.rounds / Self.batch) {
                // One office a processor: each is in memory.
                if number >= ProcessInfo.processInfo.activeProcessorCount, let one = try await group.next() {
                    sum = (sum.0 + one.0, sum.1 + one.1)
                }
                group.addTask { try Self.run(seed: UInt64(Self.seed + number)) }
            }
            return try await group.reduce(into: sum) { $0 = ($0.0 + $1.0, $0.1 + $1.1) }
        }
        if Self.rounds > 4000 { print("\(done + refused) commands, \(done) carried out") }
        #expect(done > refused / 4 && refused > 0, "the dice should find commands of either sort")
    }

    /// One office in memory, whose sums are looked at after each command.
    private static func run(seed: UInt64) throws -> (Int, Int) {
        let office = try newOffice()
        var dice = PackageDice(seed: seed)
        var problems: [String] = []
        try office.transaction(by: ali, clock: noon) { (session) throws(DecideError) in
            for line in PackageDice.beginning { _ = try session.send(PackageDice.request(line)) }
            for _ in 0..<batch where problems.isEmpty {
                let line = try dice.send(session)
                problems += try storing { try PackageSums.open(session.db) }.map { "\($0): \(line)" }
            }
        }
        #expect(problems == [])
        #expect(try office.read { try PackageSums.differences($0) } == [])
        if seed % 20 == 0 { #expect(try office.verify { _, _ in }.problems == []) }
        return (dice.done, dice.refused)
    }

    @Test("ten programs at one file: the sums close, and are what comes of the lines")
    func together() async throws {
        let folder = try TestFolder()
        let first = try folder.office()
        for line in PackageDice.beginning { try first.send(line) }
        let path = folder.file
        try await withThrowingTaskGroup(of: Void.self) { group in
            for process in 1...Self.processes {
                group.addTask {
                    let office = try OfficeFile(path: path, steps: Migrations.steps, patience: 120)
                    var dice = PackageDice(seed: UInt64(Self.seed + process) * 1_000_003)
                    for _ in 0..<max(4, Self.rounds / 400) {
                        try office.transaction(by: ali, clock: noon) { (session) throws(DecideError) in
                            for _ in 0..<5 { _ = try dice.send(session) }
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        let office = try OfficeFile(path: path)
        #expect(try office.read { try PackageSums.open($0) + PackageSums.differences($0) } == [])
        #expect(try office.verify { _, _ in }.problems == [])
    }
}

/// Random commands about a campaign or two, three bases and a few households whose people are often the same.
private struct PackageDice {
    private var random: SplitMix
    private var ids: [String] = []
    private var lines: [(kind: String, key: String)] = []
    private(set) var (done, refused) = (0, 0)

    init(seed: UInt64) { random = SplitMix(seed: seed) }

    static let beginning =
        (1...3).map { #"{"command":"base.found","code":"B-0\#($0)","name":"قرارگاه \#($0)"}"# }
        + ["RM-1", "RM-2"].flatMap { code in
            [
                """
                {"command":"campaign.open","code":"\(code)","title":"رزمایش","from":"1401/05/01","to":"1401/05/09","target":9}
                """,
                #"{"command":"campaign.receive","campaign":"\#(code)","quantity":90,"on":"1401/05/01"}"#,
                #"{"command":"campaign.allocate","campaign":"\#(code)","base":"B-01","quantity":20}"#,
                #"{"command":"campaign.allocate","campaign":"\#(code)","base":"B-02","quantity":20}"#,
            ]
        } + (0..<4).map { household("H-0000\($0 + 1)", people[$0], []) }

    private static let people = [
        "9990000018", "9990000026", "9990000034", "9990000042", "9990000050", "9990000131", "9990000141", "9990000311",
    ]

    private static func household(_ code: String, _ head: String, _ members: [String]) -> String {
        """
        {"command":"household.record","code":"\(code)","head":"\(head)","headName":"خانوار","members":\(members.json.text),
        "area":"village","place":"ده"}
        """
    }

    static func request(_ line: String) throws(DecideError) -> Request {
        do throws(Refusal) {
            return try Request(JSON(parsing: line) ?? .null)
        } catch {
            throw .refused(error)
        }
    }

    private mutating func roll(_ sides: Int) -> Int { Int(random.next() % UInt64(sides)) }
    private mutating func one<T>(_ items: [T]) -> T { items[roll(items.count)] }

    /// Sends a command, one in six as from a station on its own.
    ///
    /// - Returns: what was sent.
    mutating func send(_ session: CommandSession) throws(DecideError) -> String {
        let line = line()
        let isBrought = roll(6) == 0
        do throws(DecideError) {
            var request = try Self.request(line)
            if isBrought {
                let station = "PK-\(1 + roll(3))"
                (request.origin, request.station) = (Origin(station: station, seen: 1), station)
            }
            let entry = try session.send(request)
            ids.append(entry.id)
            lines += entry.changes.compactMap { change in
                change.after.map { (change.kind.name, $0.key) }
            }.filter { ["stockLine", "delivery", "miss", "household", "householdVerdict"].contains($0.0) }
            done += 1
        } catch {
            guard case .refused(let refusal) = error, refusal.code != .programError else { throw error }
            refused += 1
        }
        return line
    }

    private mutating func line() -> String {
        let campaign = #""campaign":"\#(one(["RM-1", "RM-1", "RM-2"]))""#
        let base = "B-0\(1 + roll(3))"
        let quantity = 1 + roll(roll(5) == 0 ? 40 : 8)
        let day = #""on":"1401/05/0\#(1 + roll(5))""#
        let reason = roll(3) == 0 ? #","reason":"لازم بود""# : ""
        let household = "H-0000\(1 + roll(6))"
        func stock(_ move: String, _ more: String) -> String {
            #"{"command":"campaign.\#(move)",\#(campaign),\#(more)"quantity":\#(quantity),\#(day)}"#
        }
        switch roll(20) {
        case 0: return stock("receive", "")
        case 1, 2: return stock("allocate", #""base":"\#(base)","#)
        case 3: return stock("return", #""base":"\#(base)","#)
        case 4: return stock("damage", roll(2) == 0 ? "" : #""base":"\#(base)","#)
        case 5: return stock("count", roll(2) == 0 ? "" : #""base":"\#(base)","#)
        case 6, 7, 8, 9, 10:
            let whom = roll(2) == 0 ? #""household":"\#(household)""# : #""nationalID":"\#(one(Self.people))""#
            return """
                {"command":"campaign.deliver",\(campaign),"base":"\(base)",\(whom),"quantity":\(1 + roll(3)),\(day)\(reason)}
                """
        case 11:
            return """
                {"command":"campaign.miss",\(campaign),"base":"\(base)","household":"\(household)","reason":"absent",\(day)}
                """
        case 12: return Self.household(household, one(Self.people), [one(Self.people)])
        case 13:
            return """
                {"command":"household.amend","code":"\(household)","head":"\(one(Self.people))","members":["\(one(Self.people))"]}
                """
        case 14:
            return """
                {"command":"household.judge","a":"\(household)","b":"H-0000\(1 + roll(4))",
                "verdict":"\(one(["same", "different"]))"}
                """
        case 15, 16:
            guard !lines.isEmpty else { return stock("receive", "") }
            let (kind, key) = one(Array(lines.suffix(12)))
            return #"{"command":"record.void","kind":"\#(kind)","code":"\#(key)","reason":"اشتباه"}"#
        default:
            guard !ids.isEmpty else { return stock("receive", "") }
            return #"{"command":"ledger.undo","undo":"\#(one(Array(ids.suffix(6))))"}"#
        }
    }
}

/// The sums of campaigns, looked at from outside the program.
private enum PackageSums {
    /// The campaigns of which something came from nowhere or went there, and places that hold less than nothing though all
    /// that left them was handed out here.
    static func open(_ db: Database) throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                SELECT 'campaign ' || code FROM campaigns c WHERE received <>
                    (SELECT ifnull(sum(held + delivered + damaged + missing), 0) FROM stocks WHERE campaign = c.code)
                    OR received <> inStore + atBases + delivered + damaged + missing
                UNION ALL SELECT 'place ' || base FROM stocks WHERE held < 0 AND brought = 0
                """)
    }

    /// Where the kept sums are not what comes of the lines, and people who got two packages that nobody answered for.
    static func differences(_ db: Database) throws -> [String] {
        var found: [String] = []
        let lines = try StockLine.fetch(db, where: "1")
        let deliveries = try Delivery.fetch(db, where: "1")
        for row in try Row.fetchAll(db, sql: "SELECT \(Stock.columns), held, campaign, base FROM stocks") {
            let base: String = row[9]
            let place = StockPlace(campaign: row[8], base: base.isEmpty ? nil : base)
            var stock = Stock(isStore: base.isEmpty)
            for line in lines where line.places.contains(place) { stock.count(line) }
            for delivery in deliveries where delivery.place == place { stock.count(delivery) }
            let kept = try Stock(row, isStore: base.isEmpty)
            if kept != stock || kept.held != row[7] as Int { found.append("\(place): \(kept), not \(stock)") }
        }
        let plain = deliveries.filter { $0.reason == nil && $0.station == nil }
        let helpings = plain.flatMap { delivery in delivery.recipients.map { "\($0) in \(delivery.campaign)" } }
        found += Dictionary(grouping: helpings, by: \.self).filter { $0.value.count > 1 }.keys.sorted()
        let served = Set(deliveries.flatMap { one in one.recipients.map { "\(one.campaign) \($0) \(one.id)" } })
        let kept = try String.fetchSet(db, sql: "SELECT campaign || ' ' || person || ' ' || delivery FROM servedPeople")
        if served != kept { found.append("who was served") }
        let households = try Household.fetch(db, where: "1 ORDER BY code")
        let pairs = households.indices.flatMap { index in
            households[(index + 1)...].filter { households[index].likeness(to: $0).isSuspect }.map {
                "\(households[index].code) \($0.code)"
            }
        }
        if try String.fetchSet(db, sql: "SELECT a || ' ' || b FROM suspects") != Set(pairs) { found.append("suspects") }
        return found
    }
}
