import Domain
import Foundation
import Persian
import Support
import Testing

@testable import Store

/// Whatever is promised, sent, delivered, confirmed, withdrawn, moved, undone and voided, by however many at once: every
/// total is what comes of the lines.
///
/// `KHEDMAT_SEQUENCES` asks for more sequences of commands than the suite has time for.
@Suite("The sums of support")
struct SupportSumsTests {
    private static let sequences =
        ProcessInfo.processInfo.environment["KHEDMAT_SEQUENCES"].flatMap { Int($0) } ?? 200
    private static let processes = 10

    @Test("ten programs at one file: every total equals a full recomputation")
    func totals() async throws {
        let folder = try TestFolder()
        let first = try folder.office()
        for line in SupportDice.beginning { try first.send(line) }
        let path = folder.file
        let (done, refused) = try await withThrowingTaskGroup(of: (Int, Int).self) { group in
            for process in 1...Self.processes {
                group.addTask {
                    let office = try OfficeFile(path: path, steps: Migrations.steps, patience: 120)
                    var tally = (0, 0)
                    for number in 1...max(1, Self.sequences / Self.processes) {
                        var dice = SupportDice(seed: UInt64(process * 1_000_000 + number))
                        let (done, refused) = try dice.run(office)
                        tally = (tally.0 + done, tally.1 + refused)
                    }
                    return tally
                }
            }
            return try await group.reduce(into: (0, 0)) { $0 = ($0.0 + $1.0, $0.1 + $1.1) }
        }
        #expect(done > refused / 4 && refused > 0, "the dice should find commands of either sort: \(done), \(refused)")
        let office = try OfficeFile(path: path)
        #expect(try Recomputation(office).differences() == [])
        #expect(try office.verify { _, _ in }.problems == [])
    }
}

/// Short sequences of commands about a few needs and pledges.
private struct SupportDice {
    private var random: SplitMix

    init(seed: UInt64) { random = SplitMix(seed: seed) }

    static let beginning =
        [
            """
            {"command":"group.register","code":"Q-0001","name":"باران","kind":"general","fields":["relief"],"county":"قم",
            "size":40,"registeredOn":"1400/01/05"}
            """
        ]
        + ["SETAD", "SEPAH", "HOWZEH"].map {
            #"{"command":"institution.register","code":"\#($0)","name":"دستگاه \#($0)"}"#
        } + (1...6).map { need("N-00\($0)", $0) }

    private static func need(_ code: String, _ number: Int) -> String {
        """
        {"command":"need.raise","code":"\(code)","for":{"group":"Q-0001"},"item":"\(number < 4 ? "پتو" : "چای")",
        "quantity":\(10 + 7 * number),"unit":"عدد","urgency":"low","neededBy":"1401/05/0\(number)"}
        """
    }

    private mutating func roll(_ sides: Int) -> Int { Int(random.next() % UInt64(sides)) }
    private mutating func one(_ items: [String]) -> String { items[roll(items.count)] }

    /// - Returns: how many commands were carried out and refused.
    mutating func run(_ office: OfficeFile) throws -> (Int, Int) {
        var (done, refused, ids, pledges) = (0, 0, [String](), [String]())
        for _ in 0..<8 {
            do {
                let entry = try office.send(line(ids, pledges))
                ids.append(entry.id)
                pledges += entry.changes.compactMap { ($0.after as? Pledge)?.code }
                done += 1
            } catch DecideError.refused {
                refused += 1
            }
        }
        return (done, refused)
    }

    private mutating func line(_ ids: [String], _ pledges: [String]) -> String {
        let pledge = pledges.isEmpty || roll(5) == 0 ? "PL-00\(1 + roll(9))" : one(pledges)
        let (need, quantity, day) = ("N-00\(1 + roll(6))", 1 + roll(20), "1401/05/0\(1 + roll(5))")
        switch roll(14) {
        case 0, 1, 2:
            return """
                {"command":"support.pledge","need":"\(need)","institution":"\(one(["SETAD", "SEPAH", "HOWZEH"]))",
                "quantity":\(quantity)}
                """
        case 3, 4, 5, 6, 7:
            let step = one(["dispatch", "dispatch", "deliver", "deliver", "confirm"])
            return #"{"command":"support.\#(step)","pledge":"\#(pledge)","quantity":\#(quantity),"on":"\#(day)"}"#
        case 8: return #"{"command":"support.withdraw","pledge":"\#(pledge)","reason":"نشد"}"#
        case 9: return #"{"command":"support.move","pledge":"\#(pledge)","need":"\#(need)","quantity":\#(1 + roll(5))}"#
        case 10: return #"{"command":"pledge.amend","code":"\#(pledge)","quantity":\#(quantity)}"#
        case 11: return #"{"command":"record.void","kind":"pledge","code":"\#(pledge)","reason":"دوباره"}"#
        case 12 where roll(6) == 0: return #"{"command":"need.settle","code":"\#(need)","outcome":"met"}"#
        default:
            return ids.isEmpty
                ? #"{"command":"support.decline","need":"\#(need)","institution":"SETAD","reason":"نیست"}"#
                : #"{"command":"ledger.undo","undo":"\#(one(ids.suffix(3).map(\.self)))"}"#
        }
    }
}

/// Everything that the file derives, computed anew from records alone.
private struct Recomputation {
    private let office: OfficeFile

    init(_ office: OfficeFile) { self.office = office }

    func differences() throws -> [String] {
        let (needs, pledges, lines) = try office.read { db in
            (
                try Need.fetch(db, where: "1"), try Pledge.fetch(db, where: "1"), try SupportLine.fetch(db, where: "1")
            )
        }
        let said = Dictionary(grouping: lines, by: \.pledge)
        let standings = Dictionary(grouping: pledges.map { PledgeStanding($0, lines: said[$0.code] ?? []) }) {
            $0.pledge.need
        }
        var found: [String] = []
        try office.view { (reader) throws(DecideError) in
            for day in [0, 1, 20] {
                let rule = try reader.supportRule(on: noon.today().advanced(by: day))
                for need in needs {
                    let own = standings[need.code] ?? []
                    found += try compare(need, own, reader, rule)
                }
                found += try compare(needs, standings, reader, rule)
            }
        }
        return found
    }

    /// One need: its cover, its page and its cells.
    private func compare(
        _ need: Need, _ own: [PledgeStanding], _ reader: Reader, _ rule: SupportRule
    ) throws(DecideError) -> [String] {
        guard let page = try reader.needSupport(need.code, rule) else { return ["\(need.code) has no page"] }
        var found: [String] = []
        let cover = Cover(of: need, pledges: own)
        if page.row.cover != cover { found.append("\(need.code): \(page.row.cover), not \(cover)") }
        let told = page.pledges.map(\.row.standing)
        if told != own.sorted(by: { $0.pledge.code < $1.pledge.code }) { found.append("\(need.code): its pledges") }
        for (institution, pledges) in Dictionary(grouping: own, by: \.pledge.institution) {
            guard let cell = page.row.cell(institution) else {
                found.append("\(need.code): no cell of \(institution)")
                continue
            }
            let late = pledges.contains { $0.isLate(for: need, on: rule.today) }
            let silent = pledges.contains { $0.isSilent(for: need, on: rule.today, after: rule.silentAfter) }
            let sums = [cell.promised, cell.dispatched, cell.delivered, cell.confirmed]
            let own = [
                pledges.reduce(0) { $0 + $1.promised }, pledges.reduce(0) { $0 + $1.dispatched },
                pledges.reduce(0) { $0 + $1.delivered }, pledges.reduce(0) { $0 + $1.confirmed },
            ]
            let isAlike =
                sums == own && cell.isLate == late && cell.isSilent == silent
                && cell.isInDoubt == pledges.contains(where: \.isInDoubt)
            if !isAlike { found.append("\(need.code): the cell of \(institution): \(cell)") }
        }
        return found
    }

    /// The figures, the order of the board and the moves.
    private func compare(
        _ needs: [Need], _ standings: [String: [PledgeStanding]], _ reader: Reader, _ rule: SupportRule
    ) throws(DecideError) -> [String] {
        var found: [String] = []
        let open = needs.filter { $0.state == .open }
        let covers = Dictionary(
            uniqueKeysWithValues: needs.map { ($0.code, Cover(of: $0, pledges: standings[$0.code] ?? [])) })
        func count(_ isCounted: (Cover) -> Bool) -> Int { open.count { covers[$0.code].map(isCounted) ?? false } }
        func pledges(_ isCounted: (PledgeStanding, Need) -> Bool) -> Int {
            needs.reduce(0) { sum, need in sum + (standings[need.code] ?? []).count { isCounted($0, need) } }
        }
        let figures = try reader.supportFigures(rule)
        let own = [
            open.count, count(\.isUntaken), count { $0.uncovered > 0 }, count { $0.overlap > 0 },
            pledges { $0.isLate(for: $1, on: rule.today) },
            pledges { $0.isSilent(for: $1, on: rule.today, after: rule.silentAfter) },
            pledges { one, _ in one.isInDoubt },
        ]
        let told = [
            figures.needs, figures.untaken, figures.uncovered, figures.overlapping, figures.late, figures.silent,
            figures.inDoubt,
        ]
        if told != own { found.append("figures \(told), not \(own)") }

        let window = try reader.supportBoard(SupportFilter(), by: .worstNeed, rule, from: .beginning, limit: 1000)
        var shown: [Need] = []
        for place in window.places { if let row = try reader.needRow(at: place, rule) { shown.append(row.need) } }
        func isWorse(_ one: Need, _ other: Need) -> Bool {
            guard let mine = covers[one.code], let theirs = covers[other.code] else { return false }
            if mine.isUntaken != theirs.isUntaken { return mine.isUntaken }
            if mine.uncoveredShare != theirs.uncoveredShare { return mine.uncoveredShare > theirs.uncoveredShare }
            let never = Day(number: .max / 2)
            return one.neededBy ?? never < other.neededBy ?? never
        }
        for (one, next) in zip(shown, shown.dropFirst()) where isWorse(next, one) {
            found.append("\(next.code) is worse than \(one.code)")
        }
        for offer in try reader.supportMoves(rule) {
            guard let cover = covers[offer.need], cover.overlap == offer.overlap,
                let pledge = standings[offer.need]?.first(where: { $0.pledge.code == offer.pledge }),
                offer.movable <= pledge.undispatched,
                offer.gaps.allSatisfy({ covers[$0.need]?.gap == $0.gap && $0.quantity <= min($0.gap, offer.movable) })
            else {
                found.append("a move of \(offer.need)")
                continue
            }
        }
        return found
    }
}
