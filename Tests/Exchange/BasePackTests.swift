import Domain
import Exchange
import Foundation
import Persian
import Testing

@testable import Store

@Suite("The pack of a base")
struct BasePackTests {
    private func record(_ head: Int, _ place: String = "ده بالا") -> String {
        """
        {"command":"household.record","head":"\(BaseOffice.id(head))","headName":"تازه‌وارد","size":2,"area":"village",\
        "place":"\(place)"}
        """
    }

    @Test("hands out, misses, damages and records without a network, and brings it home once")
    func home() throws {
        let home = try BaseOffice()
        let base = try home.pack("a", 1)
        let handed = try base.send(BaseOffice.deliver(1), "1401/04/20T09:00")
        #expect(handed.answer["result"]?["atBase"] == .integer(39))
        try base.send(BaseOffice.miss(2), "1401/04/20T09:10")
        try base.send(BaseOffice.move("damage", 2, base: 1), "1401/04/20T09:20")
        let new = try base.send(record(900), "1401/04/20T09:30")
        let code = try #require(new.answer["result"]?["code"]?.string)
        #expect(code.hasPrefix("H-A"))
        try base.send(BaseOffice.deliver(code, 1), "1401/04/20T09:40")
        #expect(throws: DecideError.self) { try base.send(BaseOffice.deliver(1), "1401/04/20T09:50") }
        #expect(throws: DecideError.self) { try base.send(BaseOffice.move("allocate", 5, base: 1), "1401/04/20T10:00") }

        #expect(try home.bring(base).count("done") == 5)
        #expect(try home.bring(base).count("already") == 5)
        let stock = try home.office.stock("B-01")
        #expect(stock.delivered == 2 && stock.damaged == 2 && stock.held == 36)
        #expect(try home.office.find(Household.self, code)?.head == BaseOffice.id(900))
        #expect(try home.office.isSound())
    }

    @Test("two bases that served one household: both deliveries are kept and flagged, in either order")
    func twice() throws {
        let home = try BaseOffice()
        let first = try home.pack("a", 1)
        // The household moved to the other base after the first had taken its list along.
        try home.send(#"{"command":"household.amend","code":"H-00003","base":"B-02"}"#, "1401/04/19T08:00")
        let second = try home.pack("b", 2)
        try first.send(BaseOffice.deliver(3, 1), "1401/04/20T09:00")
        try second.send(BaseOffice.deliver(3, 2, quantity: 2), "1401/04/20T09:00")
        // A member who came to the other base, which did not know the household.
        let other = try second.send(
            record(50).replacing(BaseOffice.id(50), with: BaseOffice.id(51)), "1401/04/20T09:30")
        try first.send(BaseOffice.deliver(5, 1), "1401/04/20T10:00")
        try second.send(
            BaseOffice.deliver(try #require(other.answer["result"]?["code"]?.string), 2), "1401/04/20T10:10")

        let copy = try home.office.copyInMemory()
        for laptop in [first, second] { #expect(try home.bring(laptop).count("refused") == 0) }
        for laptop in [second, first] { #expect(try home.bring(laptop, to: copy).count("refused") == 0) }
        #expect(try home.office.contents() == copy.contents())
        for office in [home.office, copy] {
            let deliveries = try office.deliveries()
            #expect(deliveries.count == 4)
            for delivery in deliveries {
                let doubles = try office.doubles(of: delivery)
                #expect(doubles.count == 1 && doubles != [delivery.id])
            }
            #expect(try office.stock("B-01").held == 38 && office.stock("B-02").held == 37)
            let figures = try office.view { (reader) throws(DecideError) in try reader.campaignFigures("RM-1401") }
            #expect(figures?.doubles == 4 && figures?.delivered == 5)
            #expect(try office.isSound())
        }
    }

    @Test("what was handed out is kept though the base had less by then, in either order")
    func overdrawn() throws {
        let home = try BaseOffice()
        let (first, second) = (try home.pack("a", 1), try home.pack("b", 1, for: "desk2"))
        try home.send(BaseOffice.move("return", 10, base: 1), "1401/04/19T09:00")
        for number in 1...3 { try first.send(BaseOffice.deliver(number, quantity: 9), "1401/04/20T09:00") }
        for number in 4...6 { try second.send(BaseOffice.deliver(number, quantity: 9), "1401/04/20T09:30") }
        let copy = try home.office.copyInMemory()
        for laptop in [first, second] { #expect(try home.bring(laptop).count("refused") == 0) }
        for laptop in [second, first] { #expect(try home.bring(laptop, to: copy).count("refused") == 0) }
        #expect(try home.office.contents() == copy.contents())
        for office in [home.office, copy] {
            #expect(try office.stock("B-01").held == -24)
            let figures = try office.view { (reader) throws(DecideError) in try reader.campaignFigures("RM-1401") }
            #expect(figures?.overdrawn == 1 && figures?.atBases == 16)
            #expect(try office.isSound())
        }
    }

    @Test("the file holds its own households alone; of others it knows that they were served")
    func secrets() throws {
        let home = try BaseOffice()
        try home.send(BaseOffice.deliver(8, 2, on: 19), "1401/04/19T06:00")
        let base = try home.pack("a", 1)
        try base.office.close()
        let bytes = try Data(contentsOf: URL(filePath: base.path))
        func holds(_ text: String) -> Bool { bytes.range(of: Data(text.utf8)) != nil }
        for number in 1...12 {
            let isOwn = number <= 6
            #expect(holds(BaseOffice.id(number * 10)) == isOwn, "head \(number)")
            #expect(holds(BaseOffice.id(number * 10 + 1)) == isOwn, "member \(number)")
            #expect(holds("0913000\(1000 + number)") == isOwn, "mobile \(number)")
            #expect(holds("\(BaseOffice.names[(number - 1) % 6]) \(number)\"") == isOwn, "name \(number)")
            #expect(holds(Household.series.code(number)) == isOwn, "code \(number)")
        }
        let laptop = try Laptop(path: base.path, pack: base.pack)
        // Somebody of the household 8, which the other base served, and of 9, which nobody did.
        for (person, isServed) in [(81, true), (91, false)] {
            // Before anybody writes a household down.
            let unknown = BaseOffice.deliver(0, 1).replacing(
                #""household":"\#(Household.series.code(0))""#, with: #""nationalID":"\#(BaseOffice.id(person))""#)
            let first = try #require(throws: DecideError.self) { try laptop.send(unknown, "1401/04/20T08:50") }
            #expect(first.refusal?.code == (isServed ? .alreadyDelivered : .notFound))
            let entry = try laptop.send(record(person), "1401/04/20T09:00")
            let code = try #require(entry.answer["result"]?["code"]?.string)
            let answer = Result { try laptop.send(BaseOffice.deliver(code, 1), "1401/04/20T09:10") }
            guard isServed else {
                _ = try answer.get()
                continue
            }
            let refusal = try #require(throws: DecideError.self) { try answer.get() }
            #expect(refusal.refusal?.code == .alreadyDelivered && refusal.refusal?.canBeOverridden == true)
        }
    }

    @Test("only what serves in a campaign is packed for one, and then it has to be named")
    func campaign() throws {
        let home = try BaseOffice()
        func refusal(_ kind: any PackKind.Type, _ about: String, _ campaign: String?) throws -> Refusal? {
            let error = try #require(throws: DecideError.self) {
                try home.office.makePack(
                    kind, about: about, of: campaign, for: "desk1", at: home.folder.file("x"), by: clerk, clock: today)
            }
            return error.refusal
        }
        #expect(try refusal(BasePack.self, "B-01", nil)?.code == .missingValue)
        #expect(try refusal(BasePack.self, "B-01", "RM-9")?.code == .notFound)
        #expect(try refusal(BasePack.self, "B-09", "RM-1401")?.code == .notFound)
        let refused = try refusal(DoorPack.self, "1401", "RM-1401")
        #expect(refused?.code == .unknownValue && refused?.phrase.en.contains("base") == true)
    }
}

extension DecideError {
    fileprivate var refusal: Refusal? { if case .refused(let refusal) = self { refusal } else { nil } }
}
