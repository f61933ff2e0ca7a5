import Domain
import Persian
import Testing

/// Packages handed to households, each its own. The clock of these tests stands at 1401/05/09; the campaign has 100 packages,
/// of which two bases got 20 each.
@Suite("Packages")
struct PackagesTests {
    let office: TestOffice

    init() throws {
        office = try TestOffice()
        for line in Self.beginning { try office.carriesOut(line) }
    }

    static let beginning = [
        open("RM-1"), stock("receive", 100), stock("allocate", 20, at: "B-01"), stock("allocate", 20, at: "B-02"),
        household("H-00001", "9990000069", members: "9990000077"), household("H-00002", "9990000085", place: "صرم"),
    ]

    static func open(_ code: String, from: String = "1401/05/01", to: String = "1401/05/12") -> String {
        """
        {"command":"campaign.open","code":"\(code)","title":"رزمایش مهر","from":"\(from)","to":"\(to)","target":100}
        """
    }

    /// - Parameter base: nil for the store.
    static func stock(
        _ move: String, _ quantity: Int, at base: String? = nil, of campaign: String = "RM-1",
        on day: String = "1401/05/02", _ more: String = ""
    ) -> String {
        let place = base.map { #""base":"\#($0)","# } ?? ""
        return """
            {"command":"campaign.\(move)","campaign":"\(campaign)",\(place)"quantity":\(quantity),"on":"\(day)"\(more)}
            """
    }

    static func household(
        _ code: String, _ head: String, members: String = "", place: String = "گل‌دره", _ more: String = ""
    ) -> String {
        let others = members.split(separator: " ").map { "\"\($0)\"" }.joined(separator: ",")
        return """
            {"command":"household.record","code":"\(code)","head":"\(head)","headName":"خانواده \(code)",\
            "members":[\(others)],"area":"village","place":"\(place)"\(more)}
            """
    }

    static func deliver(
        _ household: String = "H-00001", at base: String = "B-01", of campaign: String = "RM-1",
        on day: String = "1401/05/05", quantity: Int = 1, _ more: String = ""
    ) -> String {
        let whom = household.hasPrefix("H") ? "household" : "nationalID"
        return """
            {"command":"campaign.deliver","campaign":"\(campaign)","base":"\(base)","\(whom)":"\(household)",\
            "quantity":\(quantity),"on":"\(day)"\(more)}
            """
    }

    static func miss(_ household: String = "H-00001", on day: String = "1401/05/05", _ more: String = "") -> String {
        """
        {"command":"campaign.miss","campaign":"RM-1","base":"B-01","household":"\(household)","reason":"absent",\
        "on":"\(day)"\(more)}
        """
    }

    static func undo(_ entry: LedgerEntry) -> String { #"{"command":"ledger.undo","undo":"\#(entry.id)"}"# }

    static func void(_ kind: String, _ code: String) -> String {
        #"{"command":"record.void","kind":"\#(kind)","code":"\#(code)","reason":"اشتباه"}"#
    }

    static let reason = #","reason":"بسته نخست آسیب دیده بود""#

    private func warnings(_ entry: LedgerEntry) -> [String] { entry.warnings.compactMap { $0["warning"]?.string } }

    private func delivery(_ entry: LedgerEntry) throws -> Delivery {
        try #require(entry.changes.lazy.compactMap { $0.after as? Delivery }.first)
    }

    private func answer(_ entry: LedgerEntry, _ name: String) -> JSON? { entry.answer["result"]?[name] }

    // MARK: Campaigns

    @Test("a campaign is one round: opened, amended while it is open, reconciled, closed")
    func campaign() throws {
        let entry = try office.carriesOut(Self.open("").replacing(#""code":"","#, with: ""))
        #expect(answer(entry, "code") == .string("RM-002"))
        office.refuses(Self.open("RM-1"), as: .duplicateCode, field: "code", saying: "RM-1", "رزمایش مهر")
        office.refuses(
            Self.open("RM-2", from: "1401/05/12", to: "1401/05/11"), as: .invalidDate, field: "to", saying: "1401/05/12"
        )
        office.refuses(Self.open("RM-2").replacing(":100", with: ":0"), as: .invalidNumber, field: "target")
        office.refuses(
            #"{"command":"campaign.open","title":"رزمایش"}"#, as: .missingValue, field: "from")
        try office.carriesOut(
            #"{"command":"campaign.amend","code":"RM-1","contents":"برنج و روغن","worth":9000000,"version":1}"#)
        office.refuses(
            #"{"command":"campaign.amend","code":"RM-1","target":5,"version":1}"#, as: .stale, saying: "RM-1", "admin1")
        office.refuses(#"{"command":"campaign.amend","code":"RM-9","target":5}"#, as: .notFound, saying: "RM-9")
        office.refuses(#"{"command":"campaign.amend","code":"RM-1","title":null}"#, as: .missingValue, field: "title")
        office.refuses(#"{"command":"campaign.close","code":"RM-1"}"#, as: .wrongState, saying: "RM-1")
        try office.carriesOut(#"{"command":"campaign.reconcile","code":"RM-1"}"#)
        for line in [
            #"{"command":"campaign.amend","code":"RM-1","target":5}"#, Self.stock("receive", 1),
            Self.stock("allocate", 1, at: "B-01"), Self.stock("return", 1, at: "B-01"), Self.stock("damage", 1),
            Self.stock("count", 60), Self.deliver(), Self.miss(), #"{"command":"campaign.reconcile","code":"RM-1"}"#,
        ] { office.refuses(line, as: .wrongState, saying: "RM-1") }
        try office.carriesOut(#"{"command":"campaign.close","code":"RM-1"}"#)
        #expect(office.registry.find(Campaign.self, key: "RM-1")?.state == .closed)
    }

    @Test("its days include those on which somebody was served or missed, against undo too")
    func days() throws {
        let wider = try office.carriesOut(#"{"command":"campaign.amend","code":"RM-1","from":"1401/04/20"}"#)
        try office.carriesOut(Self.deliver(on: "1401/04/25"))
        try office.carriesOut(Self.miss("H-00002", on: "1401/05/08"))
        office.refuses(
            #"{"command":"campaign.amend","code":"RM-1","from":"1401/04/26"}"#, as: .invalidDate, field: "from",
            saying: "RM-1", "1401/04/25", "1401/05/08")
        office.refuses(
            #"{"command":"campaign.amend","code":"RM-1","to":"1401/05/07"}"#, as: .invalidDate, field: "to",
            saying: "1401/05/08")
        office.refuses(Self.undo(wider), as: .invalidDate, saying: "1401/04/25")
        try office.carriesOut(
            #"{"command":"campaign.amend","code":"RM-1","from":"1401/04/25","to":"1401/05/08"}"#)
    }

    @Test("a household that got its package was hardly missed after that: it is kept, and told")
    func missedAfter() throws {
        let before = try office.carriesOut(Self.miss(on: "1401/05/04"))
        #expect(before.warnings.isEmpty)
        try office.carriesOut(Self.deliver(on: "1401/05/05"))
        let after = try office.carriesOut(Self.miss(on: "1401/05/05"))
        #expect(after.warnings.compactMap { $0["warning"]?.string } == ["already-delivered"])
    }

    @Test("a delivery that is put back lies inside the days of its campaign as they are then")
    func putBack() throws {
        let delivered = try office.carriesOut(Self.deliver(on: "1401/05/01"))
        let voided = try office.carriesOut(Self.void("delivery", try delivery(delivered).id))
        try office.carriesOut(#"{"command":"campaign.amend","code":"RM-1","from":"1401/05/03"}"#)
        office.refuses(Self.undo(voided), as: .invalidDate, saying: "1401/05/01", "1401/05/03")
    }

    // MARK: Deliveries

    @Test("a household gets its package by its code or by anybody's national ID")
    func delivered() throws {
        let entry = try office.carriesOut(Self.deliver(#"H-00001"#, quantity: 2, #","by":"Q-0001""#))
        #expect(answer(entry, "atBase") == .integer(18) && answer(entry, "household") == .string("H-00001"))
        #expect(answer(entry, "double") == .bool(false) && answer(entry, "overdrawn") == .bool(false))
        let delivery = try delivery(entry)
        #expect(delivery.people == ["9990000069", "9990000077"] && delivery.reason == nil && delivery.station == nil)
        #expect(delivery.account == "admin1" && delivery.by == "Q-0001")
        try office.carriesOut(Self.household("H-00003", "9990000093", members: "9990000107", place: "فردو"))
        let other = try office.carriesOut(Self.deliver("۹۹۹۰۰۰۰۱۰۷", at: "B-02", #","collectedBy":"9990000115""#))
        #expect(answer(other, "household") == .string("H-00003") && answer(other, "atBase") == .integer(19))
        #expect(try self.delivery(other).collectedBy == "9990000115")
        let evidence = try DeliveryRuns.evidence(of: delivery, in: office.registry)
        #expect(evidence.map(\.group) == ["Q-0001"] && evidence.map(\.source) == ["deliveries"])
        #expect(try DeliveryRuns.evidence(of: self.delivery(other), in: office.registry).isEmpty)
    }

    @Test("the household of which somebody is the head comes before one of which he is a member")
    func head() throws {
        try office.carriesOut(Self.household("H-00000", "9990000093", members: "9990000069", place: "فردو"))
        #expect(try answer(office.carriesOut(Self.deliver("9990000069")), "household") == .string("H-00001"))
    }

    @Test("what is not there, not on its day or not whole is refused")
    func refusals() throws {
        let line = Self.deliver()
        office.refuses(line.replacing("RM-1", with: "RM-9"), as: .notFound, field: "campaign", saying: "RM-9")
        office.refuses(line.replacing("B-01", with: "B-09"), as: .notFound, field: "base", saying: "B-09")
        office.refuses(Self.deliver("H-00009"), as: .notFound, field: "household", saying: "H-00009")
        office.refuses(Self.deliver("9990000158"), as: .notFound, field: "nationalID", saying: "9990000158")
        office.refuses(Self.deliver("1111111111"), as: .invalidNationalID, field: "nationalID")
        office.refuses(
            Self.deliver("H-00001", #","by":"Q-0099""#), as: .notFound, field: "by", saying: "Q-0099")
        office.refuses(
            Self.deliver("H-00001", #","collectedBy":"9990000019""#), as: .invalidNationalID, field: "collectedBy")
        office.refuses(
            Self.deliver("H-00001", #","nationalID":"9990000069""#), as: .unknownValue, field: "nationalID",
            fa: "نه هر دو", en: "not both")
        office.refuses(
            line.replacing(#""household":"H-00001","#, with: ""), as: .missingValue, field: "household")
        office.refuses(Self.deliver(quantity: 0), as: .invalidNumber, field: "quantity")
        for (day, why) in [("1401/04/31", "RM-1"), ("1401/05/13", "RM-1"), ("1401/05/10", "1401/05/10")] {
            office.refuses(Self.deliver(on: day), as: .invalidDate, field: "on", saying: day, why, "1401/05/12")
        }
        office.refuses(Self.deliver(on: "1401/05/32"), as: .invalidDate, field: "on")
        office.refuses(line, as: .notPermitted, by: "trainer1")
        office.refuses(line, as: .notPermitted, by: "supervisor1")
    }

    @Test("each check comes in its turn")
    func order() throws {
        try office.carriesOut(Self.deliver())
        try office.carriesOut(#"{"command":"household.amend","code":"H-00001","size":9}"#)
        let worst = Self.deliver("H-00001", on: "1401/06/01", quantity: 99, #","version":1"#)
        try office.carriesOut(#"{"command":"campaign.reconcile","code":"RM-1"}"#)
        office.refuses(worst.replacing("quantity\":99", with: "quantity\":\"x\""), as: .invalidNumber)
        office.refuses(worst, as: .notPermitted, by: "trainer1")
        office.refuses(worst.replacing("B-01", with: "B-09"), as: .notFound)
        office.refuses(worst, as: .stale, saying: "H-00001")
        let seen = worst.replacing("\"version\":1", with: "\"version\":2")
        office.refuses(seen, as: .wrongState)
        try office.carriesOut(Self.undo(try #require(office.registry.ledger.last)))
        office.refuses(seen, as: .invalidDate)
        let due = seen.replacing("06/01", with: "05/06")
        // Whether anything is left there is no answer for whoever was served.
        office.refuses(due, as: .alreadyDelivered)
        office.refuses(
            due.replacing("H-00001", with: "H-00002").replacing(#","version":2"#, with: ""), as: .insufficientStock)
    }

    @Test("nobody of a household gets a second one: when, where and how many is told, and a reason answers for it")
    func second() throws {
        try office.carriesOut(Self.deliver(quantity: 2))
        for whom in ["H-00001", "9990000069", "9990000077"] {
            let refusal = office.refuses(
                Self.deliver(whom, at: "B-02", on: "1401/05/06"), as: .alreadyDelivered, field: "household",
                saying: "H-00001", "RM-1", "1401/05/05", "قرارگاه جهادی کوثر", "B-01", "2")
            #expect(refusal?.canBeOverridden == true)
        }
        let reasoned = Self.deliver("9990000077", at: "B-02", Self.reason)
        office.refuses(reasoned, as: .alreadyDelivered, by: "operator1")
        office.refuses(reasoned, as: .notPermitted, by: "trainer1")
        office.refuses(
            Self.deliver("H-00002", at: "B-02", Self.reason), as: .notPermitted, by: "supervisor1")
        office.refuses(
            Self.deliver("H-00001", at: "B-02", quantity: 21, Self.reason), as: .notPermitted, saying: "20",
            by: "supervisor1")
        let entry = try office.carriesOut(reasoned, by: "supervisor1")
        #expect(entry.overrides == ["already-delivered"] && answer(entry, "double") == .bool(false))
        #expect(try delivery(entry).reason == "بسته نخست آسیب دیده بود")
        let plain = try office.carriesOut(Self.deliver("H-00002", Self.reason))
        #expect(try plain.overrides.isEmpty && delivery(plain).reason == nil, "no rule was set aside")
        try office.carriesOut(Self.open("RM-2", from: "1401/05/06"))
        try office.carriesOut(Self.stock("receive", 9, of: "RM-2"))
        try office.carriesOut(Self.stock("allocate", 9, at: "B-02", of: "RM-2"))
        try office.carriesOut(Self.deliver(at: "B-02", of: "RM-2", on: "1401/05/06"))
    }

    @Test("a household that is amended, split or called the same as another opens no second helping")
    func later() throws {
        try office.carriesOut(Self.deliver())
        try office.carriesOut(#"{"command":"household.amend","code":"H-00001","members":[]}"#)
        try office.carriesOut(Self.household("H-00003", "9990000077", place: "فردو"))
        office.refuses(Self.deliver("H-00003"), as: .alreadyDelivered, saying: "H-00001")
        try office.carriesOut(#"{"command":"household.amend","code":"H-00003","head":"9990000093"}"#)
        try office.carriesOut(Self.deliver("H-00003"))
        try office.carriesOut(#"{"command":"household.amend","code":"H-00003","head":"9990000107"}"#)
        office.refuses(Self.deliver("H-00003"), as: .alreadyDelivered, saying: "H-00003", "1401/05/05")
        office.refuses(Self.deliver("9990000107"), as: .alreadyDelivered)
        try office.carriesOut(HouseholdTests.judge("H-00002", "H-00003", "same"))
        office.refuses(Self.deliver("H-00002"), as: .alreadyDelivered, saying: "H-00003")
        try office.carriesOut(HouseholdTests.judge("H-00002", "H-00003", "different"))
        try office.carriesOut(Self.deliver("H-00002"))
    }

    @Test("who is judged the same as another is served with it")
    func same() throws {
        try office.carriesOut(HouseholdTests.judge("H-00002", "H-00001", "same"))
        let entry = try office.carriesOut(Self.deliver("H-00002"))
        #expect(try delivery(entry).people == ["9990000085", "9990000069", "9990000077"])
        office.refuses(Self.deliver("9990000077"), as: .alreadyDelivered, saying: "H-00002")
    }

    @Test("undo and voiding give a package back, and open no second helping either")
    func undone() throws {
        let first = try office.carriesOut(Self.deliver())
        let undo = try office.carriesOut(Self.undo(first))
        #expect(try office.registry.stock(at: delivery(first).place).held == 20)
        let second = try office.carriesOut(Self.deliver("9990000077", at: "B-02"))
        office.refuses(Self.undo(undo), as: .alreadyDelivered, saying: "H-00001", "B-02")
        try office.carriesOut(Self.void("delivery", try delivery(second).id))
        try office.carriesOut(Self.undo(undo))
        #expect(try office.registry.stock(at: delivery(first).place).held == 19)
    }

    // MARK: Where nobody could know

    /// Sends a command as it comes home from a station on its own, which saw nothing of what the office did since.
    @discardableResult
    private func bring(
        _ line: String, from station: String = "PK-7", as account: String = TestOffice.administrator
    ) throws -> LedgerEntry {
        var request = try Request(try #require(JSON(parsing: line)))
        request.origin = Origin(station: station, seen: 1)
        request.station = station
        let entry = try office.send(request, by: Sender(account: account, station: "QOM-1"))
        #expect(office.registry.brokenPromises() == [])
        return entry
    }

    @Test("two bases that served one household: both are kept and flagged, in either order", arguments: [true, false])
    func double(isTurned: Bool) throws {
        let lines = [
            (Self.deliver(at: "B-01"), "PK-1"), (Self.deliver("9990000077", at: "B-02", on: "1401/05/04"), "PK-2"),
        ]
        var made: [Delivery] = []
        for (line, station) in isTurned ? lines.reversed() : lines {
            let entry = try bring(line, from: station)
            #expect(answer(entry, "double") == .bool(!made.isEmpty))
            made.append(try delivery(entry))
        }
        #expect(try made[0].doubles(in: office.registry).map(\.id) == [made[1].id])
        #expect(try made[1].doubles(in: office.registry).map(\.id) == [made[0].id])
        #expect(made.map(\.station) == (isTurned ? ["PK-2", "PK-1"] : ["PK-1", "PK-2"]))
        for base in ["B-01", "B-02"] {
            #expect(office.registry.stock(at: StockPlace(campaign: "RM-1", base: base)).held == 19)
        }
        office.refuses(Self.deliver(), as: .alreadyDelivered, saying: "1401/05/04", "B-02")
        try office.carriesOut(Self.void("delivery", made[0].id))
        #expect(try made[1].doubles(in: office.registry).isEmpty)
        try office.carriesOut(Self.undo(try #require(office.registry.ledger.last)))
    }

    @Test("the office's own and one from elsewhere are each other's double; what was voided meanwhile may come back")
    func ownAndBrought() throws {
        let own = try office.carriesOut(Self.deliver())
        let undo = try office.carriesOut(Self.undo(own))
        let brought = try delivery(bring(Self.deliver(at: "B-02")))
        try office.carriesOut(Self.undo(undo))
        #expect(try brought.doubles(in: office.registry).map(\.id) == [delivery(own).id])
        #expect(try delivery(own).doubles(in: office.registry).map(\.id) == [brought.id])
    }

    @Test("what somebody who may answered for is no double; an operator's word is none")
    func answered() throws {
        try office.carriesOut(Self.deliver())
        let answered = try bring(Self.deliver(at: "B-02", Self.reason))
        #expect(try answer(answered, "double") == .bool(false) && delivery(answered).reason != nil)
        let not = try bring(Self.deliver(at: "B-02", Self.reason), from: "PK-8", as: "operator1")
        #expect(try answer(not, "double") == .bool(true) && delivery(not).reason == nil)
    }

    @Test("a base that handed out more than it had says so, and takes no more; what comes meanwhile is no obstacle")
    func overdrawn() throws {
        try office.carriesOut(#"{"command":"household.amend","code":"H-00001","size":5}"#)
        let entry = try bring(Self.deliver(quantity: 23, #","version":1"#))
        #expect(answer(entry, "overdrawn") == .bool(true) && answer(entry, "atBase") == .integer(-3))
        office.refuses(
            Self.deliver("H-00002"), as: .insufficientStock, saying: "B-01", "0", "3", fa: "بیش از موجودی",
            en: "more were handed out")
        let damaged = try bring(Self.stock("damage", 2, at: "B-01"))
        #expect(answer(damaged, "atBase") == .integer(-5))
        try office.carriesOut(Self.stock("allocate", 10, at: "B-01"))
        try office.carriesOut(Self.deliver("H-00002", quantity: 5))
        #expect(throws: DecideError.self) { try bring(Self.deliver("H-00009")) }
    }

    @Test("a fact of a campaign that was closed meanwhile waits")
    func closed() throws {
        try office.carriesOut(#"{"command":"campaign.reconcile","code":"RM-1"}"#)
        #expect(throws: DecideError.self) { try bring(Self.deliver()) }
        #expect(throws: DecideError.self) { try bring(Self.miss()) }
    }

    // MARK: Other campaigns

    @Test("a package of another campaign a short while ago is warned of, by the office's own window")
    func recent() throws {
        try office.carriesOut(Self.open("RM-0", from: "1401/03/01", to: "1401/05/09"))
        try office.carriesOut(Self.stock("receive", 9, of: "RM-0"))
        try office.carriesOut(Self.stock("allocate", 9, at: "B-02", of: "RM-0"))
        try office.carriesOut(Self.deliver("9990000077", at: "B-02", of: "RM-0", on: "1401/04/06"))
        let entry = try office.carriesOut(Self.deliver())
        #expect(warnings(entry) == ["recently-served"])
        let said = try #require(entry.warnings.first)
        for fragment in ["RM-0", "قرارگاه جهادی مهر", "B-02"] {
            #expect(said["fa"]?.string?.contains(fragment) == true && said["en"]?.string?.contains(fragment) == true)
        }
        #expect(said["en"]?.string?.contains("30") == true && said["en"]?.string?.contains("1401/04/06") == true)
        try office.carriesOut(Self.undo(entry))
        #expect(try warnings(office.carriesOut(Self.deliver(on: "1401/05/06"))) == [], "31 days")
        try office.carriesOut(Self.undo(try #require(office.registry.ledger.last)))
        try office.carriesOut(#"{"command":"setting.change","name":"packages.window","value":31}"#)
        #expect(try warnings(office.carriesOut(Self.deliver(on: "1401/05/06"))) == ["recently-served"])
        try office.carriesOut(#"{"command":"setting.change","name":"packages.window","value":5}"#)
        office.refuses(
            #"{"command":"setting.change","name":"packages.window","value":0}"#, as: .invalidNumber)
    }

    // MARK: Misses

    @Test("a household that was not met is noted with why; it may be served after all")
    func missed() throws {
        let entry = try office.carriesOut(Self.miss())
        #expect(answer(entry, "reason") == .string("absent"))
        try office.carriesOut(Self.miss("H-00001", on: "1401/05/06").replacing("absent", with: "نشانی نامعلوم"))
        #expect(Set(office.registry.all(Miss.self).map(\.reason)) == [.absent, .unknownAddress])
        try office.carriesOut(Self.deliver(on: "1401/05/07"))
        office.refuses(Self.miss().replacing("absent", with: "asleep"), as: .unknownValue, field: "reason")
        office.refuses(Self.miss("H-00009"), as: .notFound, field: "household", saying: "H-00009")
        office.refuses(Self.miss().replacing("B-01", with: "B-09"), as: .notFound, field: "base")
        office.refuses(Self.miss().replacing("RM-1", with: "RM-9"), as: .notFound, field: "campaign")
        for day in ["1401/04/31", "1401/05/10"] {
            office.refuses(Self.miss(on: day), as: .invalidDate, field: "on", saying: day)
        }
        try office.carriesOut(#"{"command":"household.amend","code":"H-00001","size":5}"#)
        office.refuses(Self.miss("H-00001", #","version":1"#), as: .stale, saying: "H-00001")
        #expect(try bring(Self.miss("H-00001", #","version":1"#)).refusal == nil, "it happened")
        let voided = try office.carriesOut(Self.void("miss", try #require(entry.changes.first?.record.id)))
        try office.carriesOut(#"{"command":"campaign.amend","code":"RM-1","from":"1401/05/05"}"#)
        try office.carriesOut(Self.undo(voided))
    }

    // MARK: Needs and support

    @Test("a campaign has needs while it is open, and is supported whenever")
    func needs() throws {
        let need = SupportTests.raise("N-009", #""campaign":"RM-1""#)
        try office.carriesOut(need)
        try office.carriesOut(SupportTests.institution("HOWZEH", "حوزه"))
        try office.carriesOut(SupportTests.pledge("PL-1", "HOWZEH", 5, need: "N-009"))
        office.refuses(need.replacing("RM-1", with: "RM-9"), as: .notFound, field: "for", saying: "RM-9")
        office.refuses(Self.void("campaign", "RM-1"), as: .wrongState)
        try office.carriesOut(#"{"command":"campaign.reconcile","code":"RM-1"}"#)
        office.refuses(need.replacing("N-009", with: "N-010"), as: .wrongState, saying: "RM-1")
        try office.carriesOut(
            SupportTests.spiritual().replacing(#""camp":"C-001""#, with: #""campaign":"RM-1""#))
        #expect(office.registry.find(SpiritualSupport.self, key: "SP-001")?.campaign == "RM-1")
    }

    // MARK: Packs

    @Test("a base's pack is for an open campaign, which is named")
    func packs() throws {
        let issue = PackRuleTests.issue.replacing("\"camp\"", with: "\"base\"").replacing("C-001", with: "B-01")
        office.refuses(issue, as: .missingValue, field: "campaign")
        let whole: String = issue.dropLast() + #","campaign":"RM-1"}"#
        office.refuses(whole.replacing("RM-1", with: "RM-9"), as: .notFound, field: "campaign", saying: "RM-9")
        office.refuses(whole.replacing("B-01", with: "B-09"), as: .notFound, field: "about", saying: "B-09")
        for line in [
            CampTests.bahar, #"{"command":"camp.approve","code":"C-001"}"#, #"{"command":"camp.start","code":"C-001"}"#,
        ] { try office.carriesOut(line) }
        office.refuses(
            PackRuleTests.issue.dropLast() + #","campaign":"RM-1"}"#, as: .unknownValue, field: "campaign",
            saying: "RM-1")
        try office.carriesOut(whole.replacing("supervisor1", with: "operator1"))
        office.refuses(Self.void("campaign", "RM-1"), as: .wrongState)
    }
}
