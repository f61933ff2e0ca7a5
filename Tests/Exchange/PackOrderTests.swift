import Domain
import Exchange
import Foundation
import Persian
import Support
import Testing

@testable import Store

/// Two packs of one camp, filled on two laptops with random commands, their undos among them.
@Suite("The order in which packs are brought")
struct PackOrderTests {
    @Test("nor does it matter when the office itself says what came of a pledge that both packs confirm")
    func confirmations() throws {
        let home = try PackOffice()
        for line in Self.pledges { try home.send(line, "1401/05/04T09:00") }
        let laptops = [try home.pack("a"), try home.pack("b", for: "leader2")]
        func say(_ step: String, _ pledge: String, _ quantity: Int, _ id: Int) -> String {
            """
            {"command":"support.\(step)","pledge":"\(pledge)","quantity":\(quantity),"on":"1401/05/06",\
            "id":"01890000-0000-7000-8000-00000000000\(id)"}
            """
        }
        let ours = [
            say("deliver", "PL-001", 3, 1),
            #"{"command":"support.withdraw","pledge":"PL-002","reason":"نشد","id":"01890000-0000-7000-8000-000000000009"}"#,
        ]
        try laptops[0].send(say("confirm", "PL-001", 2, 2), "1401/05/06T10:00")
        let wrong = try laptops[0].send(say("confirm", "PL-002", 4, 3), "1401/05/06T11:00")
        try laptops[0].send(#"{"command":"ledger.undo","undo":"\#(wrong.id)"}"#, "1401/05/06T11:30")
        try laptops[1].send(say("confirm", "PL-001", 1, 4), "1401/05/06T10:00")
        try laptops[1].send(say("confirm", "PL-002", 0, 5), "1401/05/06T12:00")
        let (other, third) = (try home.office.copyInMemory(), try home.office.copyInMemory())
        for line in ours { try home.send(line, "1401/05/07T09:00") }
        for laptop in laptops { try home.bring(laptop) }
        for laptop in laptops.reversed() { try home.bring(laptop, to: other) }
        try home.bring(laptops[1], to: third)
        for target in [other, third] {
            for line in ours {
                try target.send(
                    Request(#require(JSON(parsing: line))), by: Sender(account: "ali", station: "desk"),
                    clock: PackOffice.clock("1401/05/07T09:00"))
            }
        }
        try home.bring(laptops[0], to: third)
        for office in [home.office, other, third] {
            #expect(try office.contents() == home.office.contents() && office.isSound())
            let sums = try office.view { (reader) throws(DecideError) in try reader.cover(ofNeed: "N-001") }
            #expect(sums?.delivered == 3 && sums?.confirmed == 3)
        }
    }

    private static let pledges = [
        #"{"command":"institution.register","code":"SETAD","name":"ستاد نمونه"}"#,
        #"{"command":"support.pledge","need":"N-001","institution":"SETAD","quantity":4}"#,
        #"{"command":"support.pledge","need":"N-002","institution":"SETAD","quantity":5}"#,
        #"{"command":"support.dispatch","pledge":"PL-001","quantity":4,"on":"1401/05/04"}"#,
    ]

    @Test("does not matter, nor does how often: the records are the same", arguments: 1...3)
    func order(seed: UInt64) throws {
        var dice = PackDice(seed)
        let home = try PackOffice()
        for line in Self.pledges { try home.send(line, "1401/05/04T09:00") }
        let laptops = [try home.pack("a"), try home.pack("b", for: "leader2")]
        var carriedOut = 0
        var sent: [[String]] = [[], []]
        for minute in 0..<40 {
            let which = dice.roll(2)
            let undone = dice.roll(5) == 0 ? sent[which].randomElement(using: &dice.random) : nil
            let line = undone.map { #"{"command":"ledger.undo","undo":"\#($0)"}"# } ?? dice.command()
            // Now and then at the same moment as the other laptop.
            let time = "1401/05/\(6 + minute / 12 < 10 ? "0" : "")\(6 + minute / 12)T\(10 + minute % 12 / 2):00"
            guard let entry = try? laptops[which].send(line, time) else { continue }
            sent[which].append(entry.id)
            carriedOut += 1
        }
        #expect(carriedOut > 15)

        let other = try home.office.copyInMemory()
        try home.bring(laptops[0])
        try home.bring(laptops[1])
        try home.bring(laptops[0])
        try home.bring(laptops[1], to: other)
        try home.bring(laptops[1], to: other)
        try home.bring(laptops[0], to: other)
        let (one, two) = (try home.office.contents(), try other.contents())
        for key in Set(one.keys).union(two.keys).sorted() { #expect(one[key] == two[key], "\(key)") }
        #expect(try home.office.isSound() && other.isSound())
    }
}

private struct PackDice {
    var random: SplitMix

    init(_ seed: UInt64) { random = SplitMix(seed: seed) }

    mutating func roll(_ sides: Int) -> Int { Int.random(in: 0..<sides, using: &random) }

    mutating func command() -> String {
        let day = "0\(1 + roll(5))"
        let people = PackOffice.people.enumerated().filter { $0.offset != 2 && roll(2) == 0 }.map(\.element)
        return switch roll(11) {
        case 9, 10:
            """
            {"command":"support.confirm","pledge":"PL-00\(1 + roll(2))","quantity":\(roll(6)),"on":"1401/05/\(day)"}
            """
        case 0, 1, 2: PackOffice.report("C-001", day, roll(12))
        case 3, 4: PackOffice.attend("C-001", day, people)
        case 5: PackOffice.need("C-001", "دارو")
        case 6: PackOffice.incident("C-001", "تب", day: day)
        case 7:
            #"{"command":"need.settle","code":"N-00\#(1 + roll(2))","outcome":"\#(roll(2) == 0 ? "met" : "unmet")"}"#
        default: #"{"command":"incident.resolve","code":"I-001","note":"درمان \#(roll(9))"}"#
        }
    }
}
