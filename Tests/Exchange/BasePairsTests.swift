import Domain
import Foundation
import Offices
import Persian
import Support
import Testing

/// Pairs of desks without a network that serve the same households, and come home in either order.
@Suite("Pairs of bases")
struct BasePairsTests {
    private static let pairs = ProcessInfo.processInfo.environment["KHEDMAT_ROUNDS"].flatMap(Int.init) ?? 1_000

    @Test("come to the same office, every delivery kept, doubles flagged with each other, every package accounted for")
    func pairs() throws {
        let office = try PairOffice()
        var (doubles, overdrawn) = (0, 0)
        for number in 0..<Self.pairs {
            var dice = PairDice(UInt64(number))
            let desks = try [1, 2].map { try dice.commands(of: $0, in: office) }
            let (one, other) = (office.copy(), office.copy())
            for request in desks[0] + desks[1] { try office.take(request, in: one) }
            for request in desks[1] + desks[0] { try office.take(request, in: other) }
            let deliveries: [Delivery] = one.all()
            try #require(deliveries == other.all() && one.all(Household.self) == other.all(), "pair \(number)")
            try #require(one.all(StockLine.self) == other.all() && one.all(Miss.self) == other.all(), "pair \(number)")
            try #require(deliveries.count == (desks[0] + desks[1]).count { $0.command == CampaignDeliver.self })
            for delivery in deliveries {
                let found = try delivery.doubles(in: one)
                doubles += found.count
                for double in found {
                    let back = try double.doubles(in: one)
                    try #require(back.contains { $0.id == delivery.id }, "pair \(number)")
                }
                let shared = deliveries.filter {
                    $0.id != delivery.id && !Set($0.people).isDisjoint(with: delivery.people)
                }
                try #require(Set(found.map(\.id)) == Set(shared.map(\.id)), "pair \(number)")
            }
            for base in ["B-01", "B-02"] {
                let stock = one.stock(at: StockPlace(campaign: "RM-1401", base: base))
                let handed = deliveries.filter { $0.base == base }.reduce(0) { $0 + $1.quantity }
                try #require(stock.delivered == handed && stock.held == 4 - handed - stock.damaged, "pair \(number)")
                if stock.held < 0 { overdrawn += 1 }
            }
        }
        #expect(doubles > Self.pairs / 2 && overdrawn > Self.pairs / 50)
    }
}

/// An office with a campaign, two bases with four packages each, and their packs.
private final class PairOffice {
    private let begun = MemoryRegistry()
    private let clerk = Sender(account: "ali", station: "desk")
    private var packs: [Pack] = []
    private var seen = 0
    private let now: Moment

    init() throws {
        now = try Moment(parsing: "1401/04/28T08:00", in: .tehran)
        let at = try Moment(parsing: "1401/04/18T08:00", in: .tehran)
        let lines =
            [#"{"command":"staff.add","account":"ali","name":"مدیر","role":"administrator"}"#]
            + ["desk1", "desk2"].map { #"{"command":"staff.add","account":"\#($0)","name":"میز","role":"operator"}"# }
            + ["B-01", "B-02"].map { #"{"command":"base.found","code":"\#($0)","name":"قرارگاه \#($0)"}"# } + [
                """
                {"command":"campaign.open","code":"RM-1401","title":"رزمایش","from":"1401/04/19","to":"1401/04/27",\
                "target":10}
                """, BaseOffice.move("receive", 10), BaseOffice.move("allocate", 4, base: 1),
                BaseOffice.move("allocate", 4, base: 2), BaseOffice.household(1), BaseOffice.household(7),
            ]
            + [1, 2].map { base in
                """
                {"command":"pack.issue","kind":"base","about":"B-0\(base)","campaign":"RM-1401","account":"desk\(base)",\
                "seal":"\(String(repeating: "\(base)", count: 64))"}
                """
            }
        for (number, line) in lines.enumerated() {
            let request = try Request(#require(JSON(parsing: line)))
            try keep(request, id: "begun-\(number)", at: at, in: begun)
        }
        packs = begun.all()
        seen = begun.ledger.count
    }

    func copy() -> MemoryRegistry { MemoryRegistry(goingOnFrom: begun) }

    private func keep(_ request: Request, id: String, at: Moment, in registry: MemoryRegistry) throws {
        let (envelope, decision) = try request.decide(by: clerk, at: at, id: id, in: registry)
        try registry.keep(
            LedgerEntry(number: registry.ledger.count + 1, envelope: envelope, request: request, decision: decision))
    }

    /// A command as it comes home from the pack of a base.
    func request(_ line: String, of base: Int, number: Int, minute: Int) throws -> Request {
        var request = try Request(#require(JSON(parsing: line)))
        let pack = packs[base - 1]
        request.id = "0189-\(base)-\(number)"
        request.at = try Moment(parsing: "1401/04/20T09:\(minute < 10 ? "0" : "")\(minute)", in: .tehran)
        (request.account, request.station) = (pack.account, pack.station)
        request.origin = Origin(pack, seen: seen)
        return request
    }

    func take(_ request: Request, in registry: MemoryRegistry) throws {
        try keep(request, id: request.id ?? "", at: now, in: registry)
    }
}

private struct PairDice {
    private var random: SplitMix

    init(_ seed: UInt64) { random = SplitMix(seed: seed) }

    private mutating func roll(_ sides: Int) -> Int { Int.random(in: 0..<sides, using: &random) }

    /// What one desk did: it recorded somebody of a household that the other may know too, and handed out.
    mutating func commands(of base: Int, in office: PairOffice) throws -> [Request] {
        var lines: [String] = []
        let code = "H-\(base == 1 ? "A" : "B")00001"
        if roll(3) > 0 {
            // The head or a member of a household of either base, or of one that both record.
            let head = BaseOffice.id([10, 11, 70, 71, 990][roll(5)])
            lines.append(
                """
                {"command":"household.record","code":"\(code)","head":"\(head)","headName":"تازه","size":2,\
                "area":"village","place":"ده"}
                """)
            if roll(4) > 0 { lines.append(BaseOffice.deliver(code, base, quantity: 1 + roll(2))) }
        }
        if roll(4) > 0 { lines.append(BaseOffice.deliver(base == 1 ? 1 : 7, base, quantity: 1 + roll(3))) }
        if roll(6) == 0 { lines.append(BaseOffice.move("damage", 1 + roll(2), base: base)) }
        if roll(6) == 0 { lines.append(BaseOffice.miss(base == 1 ? 1 : 7, base)) }
        return try lines.enumerated().map { number, line in
            try office.request(line, of: base, number: number, minute: number * 2 + roll(2))
        }
    }
}
