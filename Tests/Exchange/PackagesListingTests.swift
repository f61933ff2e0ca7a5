import Domain
import Exchange
import Foundation
import Persian
import Testing

@testable import Store

@Suite("Lists of campaigns, stock, households and deliveries")
struct PackagesListingTests {
    private let home: BaseOffice

    init() throws {
        home = try BaseOffice()
        try home.send(BaseOffice.deliver(1, 1, #","collectedBy":"همسایه سمیعی""#))
        try home.send(BaseOffice.deliver(7, 2, on: 21), "1401/04/21T12:00")
        try home.send(BaseOffice.miss(2))
        try home.send(BaseOffice.move("damage", 3, base: 1))
        try home.send(
            """
            {"command":"campaign.count","campaign":"RM-1401","base":"B-02","quantity":37,"on":"1401/04/27"}
            """, "1401/04/27T12:00")
        // The same head and place, spelt otherwise, and one mobile.
        try home.send(
            BaseOffice.household(13).replacing("زهرا کریمی 13", with: "مهدي احمدي 1")
                .replacing("مهدی احمدی 13", with: "مهدي احمدي 1").replacing("09130001013", with: "09130001001"))
    }

    @Test("a campaign comes with its figures, and its stocks close at every place")
    func figures() throws {
        let campaign = try #require(home.listed("campaigns").first)
        #expect(campaign["received"] == .integer(100) && campaign["delivered"] == .integer(2))
        #expect(campaign["damaged"] == .integer(3) && campaign["missing"] == .integer(2))
        #expect(campaign["inStore"] == .integer(20) && campaign["atBases"] == .integer(73))
        #expect(campaign["waiting"] == .integer(11) && campaign["missed"] == .integer(1))
        let stocks = try home.listed("stocks", campaign: "rm-1401")
        #expect(stocks.map { $0["held"]?.integer } == [20, 37, 36])
        #expect(stocks.map { $0["base"]?.string } == [nil, "B-02", "B-01"])
        #expect(try home.listed("stocks", base: "B-01").map { $0["held"]?.integer } == [36])
        #expect(try home.listed("stocks", matching: "نور").count == 1)
        #expect(try home.listed("movements").count == 5)
        #expect(try home.listed("movements", matching: "شمارش").first?["found"] == .integer(37))
        #expect(try home.exported("movements").contains("شمارش"))
    }

    @Test("deliveries tell the household, misses why; both by campaign, base and words")
    func handed() throws {
        let all = try home.listed("deliveries")
        #expect(all.count == 2)
        #expect(try home.listed("deliveries", base: "B-02").map { $0["household"]?.string } == ["H-00007"])
        #expect(try home.listed("deliveries", matching: "H-00001").count == 1)
        #expect(try home.listed("deliveries", limit: 1).count == 1)
        let sheet = try home.exported("deliveries")
        for header in ["کد خانوار", "نام سرپرست", "کد ملی سرپرست", "محل", "قرارگاه", "تعداد بسته"] {
            #expect(sheet.contains(header), "\(header)")
        }
        #expect(sheet.contains("مهدی احمدی 1") && sheet.contains(BaseOffice.id(10)))
        let misses = try home.exported("misses")
        #expect(misses.contains("H-00002") && misses.contains("نبود") && misses.contains("گل‌دره"))
    }

    @Test("what is still to be done stands by base and place, in the current campaign or another")
    func unserved() throws {
        let rows = try home.listed("unserved")
        #expect(rows.count == 11)
        // قرارگاه امید comes before قرارگاه نور; in each, places by name.
        #expect(
            rows.map { $0["base"]?.string } == Array(repeating: "B-02", count: 6) + Array(repeating: "B-01", count: 5))
        #expect(
            rows.prefix(6).map { $0["place"]?.string }
                == rows.prefix(6).map { $0["place"]?.string }.sorted { ($0 ?? "") < ($1 ?? "") })
        #expect(
            try home.listed("unserved", base: "B-01").first { $0["code"]?.string == "H-00002" }?["missed"]?.string
                == "نبود")
        #expect(try home.listed("unserved", limit: 7).count == 7)
        try home.send(
            """
            {"command":"campaign.open","code":"RM-1402","title":"رزمایش دیگر","from":"1401/05/19","to":"1401/05/27",\
            "target":10}
            """)
        #expect(try home.listed("unserved", campaign: "RM-1402").count == 13)
        #expect(throws: DecideError.self) { try home.listed("unserved", campaign: "RM-9") }
    }

    @Test("suspects tell what is alike and what was said of them")
    func suspects() throws {
        let pair = try #require(home.listed("suspects").first)
        #expect(pair["a"]?["code"] == .string("H-00001") && pair["alike"]?["mobile"] == .bool(true))
        #expect(pair["verdict"] == .null)
        try home.send(#"{"command":"household.judge","a":"H-00001","b":"H-00013","verdict":"different"}"#)
        #expect(try home.exported("suspects").contains("جدا"))
        let question = ListingQuestion(masking: Masking(for: .operator), day: Day(number: 19_200))
        let shown = try home.office.view { (reader) throws(DecideError) in
            try Showing(.suspects, "H-00013/H-00001", for: question, in: reader)
        }
        #expect(shown.json["verdict"] == .string("different"))
    }

    /// What tells whose a household is.
    private static let secrets =
        ["احمدی", "احمدي", "سمیعی", "0913000"]
        + (1...13).flatMap { [BaseOffice.id($0 * 10), BaseOffice.id($0 * 10 + 1)] }

    private func check(_ text: String, _ what: String) {
        for secret in Self.secrets {
            #expect(!text.contains(secret) && !text.contains(persianDigits(secret)), "\(what): \(secret)")
        }
    }

    @Test("whoever may not see whose they are reads it nowhere: lists, exports, one record, the ledger")
    func masked() throws {
        let masking = Masking(for: .supervisor)
        for name in ["households", "deliveries", "misses", "unserved", "suspects", "movements", "stocks", "ledger"] {
            for format in ListingFormat.allCases {
                check(try home.exported(name, as: format, for: masking), "\(name) \(format)")
            }
        }
        let question = ListingQuestion(masking: masking, day: Day(number: 19_200))
        let entries = try home.office.entries().map { String($0.number) }
        let delivery = try #require(home.office.deliveries().first)
        let shown =
            [
                (ListingKind.households, "H-00001"), (.households, "H-00013"), (.deliveries, delivery.id),
                (.suspects, "H-00001/H-00013"), (.unserved, "H-00002"),
            ] + entries.map { (.ledger, $0) }
        for (kind, code) in shown {
            let showing = try home.office.view { (reader) throws(DecideError) in
                try Showing(kind, code, for: question, in: reader)
            }
            check(showing.json.text, "\(kind.rawValue) \(code)")
            check(
                showing.facts.map { "\($0.value.fa) \($0.value.en)" }.joined(separator: "\n"),
                "\(kind.rawValue) \(code)")
        }
    }

    @Test("a masked list finds nobody by what it does not show")
    func oracle() throws {
        home.office.show(Masking(for: .supervisor))
        for name in ["households", "deliveries", "unserved", "suspects", "ledger"] {
            for secret in ["احمدی", BaseOffice.id(10), "09130001001", "سمیعی"] {
                #expect(
                    try home.listed(name, for: Masking(for: .supervisor), matching: secret).isEmpty, "\(name) \(secret)"
                )
            }
        }
        #expect(try home.listed("households", for: Masking(for: .supervisor), matching: "گل‌دره").count == 6)
    }

    @Test("a household shows all it got, when it was not met and whom it resembles")
    func household() throws {
        let question = ListingQuestion(masking: Masking(for: .operator), day: Day(number: 19_200))
        func show(_ code: String) throws -> JSON {
            try home.office.view { (reader) throws(DecideError) in
                try Showing(.households, code, for: question, in: reader).json
            }
        }
        #expect(try show("h-00001")["deliveries"]?.list?.count == 1)
        #expect(try show("H-00001")["suspects"]?.list?.count == 1)
        #expect(try show(BaseOffice.id(21))["misses"]?.list?.count == 1, "by any member")
        let campaign = try home.office.view { (reader) throws(DecideError) in
            try Showing(.campaigns, "RM-1401", for: question, in: reader)
        }
        #expect(campaign.json["stocks"]?.list?.count == 3)
        let stocks = try #require(ListingKind(rawValue: "stocks"))
        let stock = try home.office.view { (reader) throws(DecideError) in
            try Showing(stocks, "RM-1401/B-02", for: question, in: reader)
        }
        #expect(stock.json["held"] == .integer(37) && stock.json["movements"]?.list?.count == 2)
    }

    @Test("the hand-out list has a page for each place, with names only for those who may read them")
    func printed() throws {
        func page(_ key: String, _ role: Role) throws -> (html: String, disclosed: Int) {
            let printed = try home.office.view { (reader) throws(DecideError) in
                try PrintKind.base.print(key, for: Masking(for: role), on: Day(number: 19_200), in: reader)
            }
            return (try printed.pages.get().html(), printed.disclosed)
        }
        let whole = try page("B-01/RM-1401", .operator)
        #expect(whole.html.components(separatedBy: "<section").count == 3 && whole.disclosed == 5)
        for said in ["قرارگاه نور", "H-00002", "زهرا کریمی 2", persianDigits(BaseOffice.id(20)), "امضا", "نبود"] {
            #expect(whole.html.contains(said), "\(said)")
        }
        #expect(!whole.html.contains("H-00001") && !whole.html.contains("H-00008"))
        let masked = try page("b-01", .supervisor)
        #expect(masked.html.contains("H-00003") && masked.disclosed == 0)
        check(masked.html, "printed")
        #expect(throws: DecideError.self) { try page("B-01/RM-9", .operator) }
        #expect(throws: DecideError.self) { try page("B-09", .operator) }
    }

    @Test("what leaves whole is in the ledger with who took it, how much and why")
    func disclosed() throws {
        let request = try Disclosure.request(of: "households", count: 12, reason: "ارسال به کمیته امداد")
        let entry = try home.office.send(request, by: clerk, clock: today)
        #expect(entry.reason == "ارسال به کمیته امداد" && entry.changes.isEmpty)
        #expect(entry.answer["result"]?["count"] == .integer(12))
        #expect(throws: Refusal.self) { try Disclosure.request(of: "households", count: 12, reason: " ") }
        let other = try Disclosure.request(of: "households", count: 12, reason: "x")
        #expect(throws: DecideError.self) {
            try home.office.send(other, by: Sender(account: "nazer", station: "desk"), clock: today)
        }
        #expect(try home.office.isSound())
    }
}
