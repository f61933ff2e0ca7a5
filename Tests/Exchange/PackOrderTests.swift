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
    @Test("does not matter, nor does how often: the records are the same", arguments: 1...3)
    func order(seed: UInt64) throws {
        var dice = PackDice(seed)
        let home = try PackOffice()
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
        return switch roll(9) {
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
