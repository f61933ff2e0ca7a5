import Domain
import Persian
import Testing

/// Packages in the store and at bases: whatever came in is in the store, at a base, delivered, damaged or missing.
@Suite("Package stock")
struct StockTests {
    let office: TestOffice

    init() throws {
        office = try TestOffice()
        for line in PackagesTests.beginning { try office.carriesOut(line) }
    }

    private func held(_ base: String? = nil) -> Int {
        office.registry.stock(at: StockPlace(campaign: "RM-1", base: base)).held
    }

    private func line(_ entry: LedgerEntry) throws -> StockLine {
        try #require(entry.changes.first?.after as? StockLine)
    }

    private func stock(_ move: String, _ quantity: Int, at base: String? = nil, _ more: String = "") -> String {
        PackagesTests.stock(move, quantity, at: base, more)
    }

    private func answer(_ entry: LedgerEntry, _ name: String) -> JSON? { entry.answer["result"]?[name] }

    @Test("packages come, go to bases and back, and are damaged; each place says what it holds")
    func moves() throws {
        let received = try office.carriesOut(stock("receive", 7))
        #expect(answer(received, "inStore") == .integer(67) && answer(received, "atBase") == nil)
        let allocated = try office.carriesOut(stock("allocate", 5, at: "B-01"))
        #expect(answer(allocated, "inStore") == .integer(62) && answer(allocated, "atBase") == .integer(25))
        let returned = try office.carriesOut(stock("return", 4, at: "B-01"))
        #expect(answer(returned, "inStore") == .integer(66) && answer(returned, "atBase") == .integer(21))
        #expect(try answer(office.carriesOut(stock("damage", 2)), "inStore") == .integer(64))
        #expect(try answer(office.carriesOut(stock("damage", 1, at: "B-01")), "atBase") == .integer(20))
        try office.carriesOut(PackagesTests.deliver())
        let store = office.registry.stock(at: StockPlace(campaign: "RM-1", base: nil))
        #expect((store.received, store.allocated, store.returned, store.damaged, store.held) == (107, 45, 4, 2, 64))
        let base = office.registry.stock(at: StockPlace(campaign: "RM-1", base: "B-01"))
        #expect((base.allocated, base.returned, base.delivered, base.damaged, base.held) == (25, 4, 1, 1, 19))
        #expect(store.received == store.held + base.held + held("B-02") + base.delivered + base.damaged + store.damaged)
        #expect(try line(received).account == "admin1" && line(received).base == nil)
    }

    @Test("an allocation is of the day it is recorded on, unless another is told; a day to come is warned of")
    func days() throws {
        let today = #"{"command":"campaign.allocate","campaign":"RM-1","base":"B-01","quantity":1}"#
        #expect(try line(office.carriesOut(today)).on == day("1401/05/09"))
        for (move, base) in [("receive", String?.none), ("allocate", "B-01"), ("return", "B-01"), ("damage", nil)] {
            let early = PackagesTests.stock(move, 1, at: base, on: "1401/04/01")
            #expect(try office.carriesOut(early).warnings.isEmpty, "goods may come before the campaign")
            let late = try office.carriesOut(PackagesTests.stock(move, 1, at: base, on: "1401/06/01"))
            #expect(late.warnings.compactMap { $0["warning"]?.string } == ["future-date"])
        }
    }

    @Test("nothing leaves a place that does not hold it: the place and what is left are told, and no reason helps")
    func insufficient() throws {
        for (move, base, left, place) in [
            ("allocate", "B-01", 60, "RM-1"), ("return", "B-01", 20, "B-01"), ("damage", "B-02", 20, "B-02"),
            ("damage", nil, 60, "RM-1"),
        ] as [(String, String?, Int, String)] {
            let line = stock(move, left + 1, at: base)
            office.refuses(line, as: .insufficientStock, field: "quantity", saying: place, "\(left)", "\(left + 1)")
            office.refuses(line.dropLast() + PackagesTests.reason + "}", as: .insufficientStock)
            office.refuses(line.dropLast() + PackagesTests.reason + "}", as: .notPermitted, by: "supervisor1")
            try office.carriesOut(stock(move, left, at: base))
            office.refuses(stock(move, 1, at: base), as: .insufficientStock, saying: place, "0")
            try office.carriesOut(PackagesTests.undo(try #require(office.registry.ledger.last)))
        }
        office.refuses(
            PackagesTests.deliver(quantity: 21), as: .insufficientStock, field: "quantity", saying: "B-01",
            "قرارگاه جهادی کوثر", "20", "21")
        office.refuses(stock("return", 1, at: "B-01").replacing("B-01", with: "B-09"), as: .notFound, field: "base")
    }

    @Test("what is not there or not whole is refused")
    func refusals() throws {
        for (move, base) in [("receive", String?.none), ("allocate", "B-01"), ("return", "B-01"), ("damage", "B-01")] {
            let line = stock(move, 1, at: base)
            office.refuses(line.replacing("RM-1", with: "RM-9"), as: .notFound, field: "campaign", saying: "RM-9")
            office.refuses(line.replacing(":1,", with: ":0,"), as: .invalidNumber, field: "quantity")
            office.refuses(line.replacing(":1,", with: ":1.5,"), as: .invalidNumber, field: "quantity")
            office.refuses(line, as: .notPermitted, by: "trainer1")
            try office.carriesOut(#"{"command":"campaign.amend","code":"RM-1","target":\#(move.count)}"#)
            office.refuses(line.dropLast() + #","version":1}"#, as: .stale, saying: "RM-1")
            guard base != nil else { continue }
            office.refuses(line.replacing("B-01", with: "B-09"), as: .notFound, field: "base", saying: "B-09")
        }
        office.refuses(stock("allocate", 1), as: .missingValue, field: "base")
        office.refuses(stock("return", 1), as: .missingValue, field: "base")
        office.refuses(stock("receive", 1, at: "B-01"), as: .unknownValue, field: "base")
        office.refuses(stock("receive", 1, #","institution":"NAJA""#), as: .notFound, field: "institution")
        office.refuses(
            #"{"command":"campaign.receive","campaign":"RM-1","quantity":1}"#, as: .missingValue, field: "on")
        try office.carriesOut(SupportTests.institution("SETAD", "ستاد"))
        try office.carriesOut(stock("receive", 1, #","institution":"SETAD""#))
    }

    // MARK: Counts

    @Test("a count says what was found; what is fewer is missing, and what is more was missing less")
    func counted() throws {
        let fewer = try office.carriesOut(stock("count", 17, at: "B-01", #","expected":20"#))
        #expect(answer(fewer, "expected") == .integer(20) && answer(fewer, "missing") == .integer(3))
        #expect(try line(fewer).quantity == 3 && line(fewer).found == 17 && held("B-01") == 17)
        let more = try office.carriesOut(stock("count", 65))
        #expect(answer(more, "missing") == .integer(-5) && held() == 65)
        #expect(office.registry.stock(at: StockPlace(campaign: "RM-1", base: nil)).missing == -5)
        #expect(try answer(office.carriesOut(stock("count", 65)), "missing") == .integer(0))
        #expect(try answer(office.carriesOut(stock("count", 0, at: "B-01")), "missing") == .integer(17))
        office.refuses(PackagesTests.deliver(), as: .insufficientStock, saying: "0")
        let late = try office.carriesOut(PackagesTests.stock("count", 65, on: "1401/06/01"))
        #expect(late.warnings.compactMap { $0["warning"]?.string } == ["future-date"])
    }

    @Test("what came or went since somebody looked is told before the difference is taken")
    func expected() throws {
        try office.carriesOut(PackagesTests.deliver())
        let count = stock("count", 18, at: "B-01", #","expected":20"#)
        office.refuses(
            count, as: .stale, field: "expected", saying: "B-01", "قرارگاه جهادی کوثر", "20", "19")
        office.refuses(count.replacing("B-01", with: "B-09"), as: .notFound, field: "base", saying: "B-09")
        office.refuses(count.replacing("RM-1", with: "RM-9"), as: .notFound, field: "campaign", saying: "RM-9")
        office.refuses(count.replacing(":18,", with: ":-1,"), as: .invalidNumber, field: "quantity")
        try office.carriesOut(#"{"command":"campaign.reconcile","code":"RM-1"}"#)
        office.refuses(count, as: .stale)
        office.refuses(count.replacing("\"expected\":20", with: "\"expected\":19"), as: .wrongState, saying: "RM-1")
        office.refuses(count.replacing("\"expected\":20", with: "\"version\":1"), as: .stale, saying: "RM-1")
    }

    // MARK: Undo and voiding

    @Test("nothing that others were taken from is taken back")
    func undone() throws {
        let allocation = try #require(office.registry.ledger.first { $0.command == "campaign.allocate" })
        let receipt = try #require(office.registry.ledger.first { $0.command == "campaign.receive" })
        try office.carriesOut(PackagesTests.deliver(quantity: 5))
        office.refuses(
            PackagesTests.undo(allocation), as: .insufficientStock, saying: "B-01", "5", fa: "برگردانید",
            en: "take back what came after")
        office.refuses(PackagesTests.undo(receipt), as: .insufficientStock, saying: "RM-1", "40")
        office.refuses(
            PackagesTests.void("stockLine", try line(allocation).id), as: .insufficientStock, saying: "B-01")
        try office.carriesOut(PackagesTests.undo(try #require(office.registry.ledger.last)))
        let undone = try office.carriesOut(PackagesTests.undo(allocation))
        #expect(held("B-01") == 0 && held() == 80)
        let again = try office.carriesOut(PackagesTests.undo(undone))
        #expect(held("B-01") == 20 && held() == 60)
        try office.carriesOut(stock("allocate", 50, at: "B-02"))
        try office.carriesOut(PackagesTests.undo(again))
        try office.carriesOut(stock("allocate", 30, at: "B-02"))
        office.refuses(
            PackagesTests.undo(try #require(office.registry.ledger.dropLast().last)), as: .insufficientStock,
            saying: "RM-1", "20")
    }

    @Test("a count that found more is what later deliveries came from")
    func undoneCount() throws {
        let count = try office.carriesOut(stock("count", 25, at: "B-01"))
        let delivered = try office.carriesOut(PackagesTests.deliver(quantity: 22))
        office.refuses(PackagesTests.undo(count), as: .insufficientStock, saying: "B-01", "2")
        try office.carriesOut(PackagesTests.undo(delivered))
        try office.carriesOut(PackagesTests.undo(count))
        #expect(held("B-01") == 20)
    }

    @Test("more than came there and the store still holds was mistyped, unless somebody answers for it")
    func mistypedCount() throws {
        let count = stock("count", 9999, at: "B-01")
        office.refuses(count, as: .insufficientStock, saying: "B-01", "80")
        office.refuses(stock("count", 9999), as: .insufficientStock, saying: "RM-1")
        let answered = count.replacing("{\"command\"", with: "{\"reason\":\"از استان آمد\",\"command\"")
        try office.carriesOut(answered, by: "supervisor1")
        #expect(held("B-01") == 9999)
    }

    @Test("a return that is undone takes from the store what it brought")
    func undoneReturn() throws {
        let returned = try office.carriesOut(stock("return", 20, at: "B-01"))
        try office.carriesOut(stock("allocate", 80, at: "B-02"))
        office.refuses(PackagesTests.undo(returned), as: .insufficientStock, saying: "RM-1", "20")
        try office.carriesOut(stock("damage", 3, at: "B-02"))
        try office.carriesOut(stock("return", 97, at: "B-02"))
        try office.carriesOut(PackagesTests.undo(returned))
        #expect(held() == 77 && held("B-01") == 20 && held("B-02") == 0)
    }

    @Test("a campaign and a base with packages are not voided")
    func voided() throws {
        office.refuses(PackagesTests.void("campaign", "RM-1"), as: .wrongState, saying: "RM-1")
        office.refuses(PackagesTests.void("base", "B-02"), as: .wrongState, saying: "B-02")
        try office.carriesOut(PackagesTests.open("RM-2"))
        try office.carriesOut(PackagesTests.void("campaign", "RM-2"))
    }
}
