import Domain
import Persian
import Testing

/// Households, and which of them may be one. The clock of these tests stands at 1401/05/09.
@Suite("Households")
struct HouseholdTests {
    let office: TestOffice

    init() throws { office = try TestOffice() }

    static func record(
        _ code: String, _ head: String, name: String = "مهدی احمدی", place: String = "گل‌دره", _ more: String = ""
    ) -> String {
        """
        {"command":"household.record","code":"\(code)","head":"\(head)","headName":"\(name)","area":"village",\
        "place":"\(place)"\(more)}
        """
    }

    static func amend(_ code: String, _ fields: String) -> String {
        #"{"command":"household.amend","code":"\#(code)",\#(fields)}"#
    }

    static func judge(_ a: String, _ b: String, _ verdict: String, _ more: String = "") -> String {
        #"{"command":"household.judge","a":"\#(a)","b":"\#(b)","verdict":"\#(verdict)"\#(more)}"#
    }

    static func members(_ ids: String...) -> String {
        #","members":["# + ids.map { "\"\($0)\"" }.joined(separator: ",") + "]"
    }

    static let mobile = #","mobile":"09120000034""#
    static let reconcile = #"{"command":"campaign.reconcile","code":"RM-1"}"#

    private func household(_ code: String = "H-00001") throws -> Household {
        try #require(office.registry.find(Household.self, key: code))
    }

    private func warnings(_ entry: LedgerEntry) -> [String] { entry.warnings.compactMap { $0["warning"]?.string } }

    private var undecided: [HouseholdPair] { office.registry.undecidedSuspects(limit: 9) }

    private func verdict() -> HouseholdVerdict? { office.registry.all(HouseholdVerdict.self).first }

    // MARK: Records

    @Test("a household has as many as are known, or more; its head is no member beside that")
    func recorded() throws {
        let line = Self.record(
            "", "9990000069", Self.members("9990000077", "۹۹۹۰۰۰۰۰۸۵", "9990000077", "9990000069") + Self.mobile)
        let entry = try office.carriesOut(line.replacing(#""code":"","#, with: ""))
        #expect(entry.answer["result"]?["code"] == .string("H-00001"))
        #expect(try household().members == ["9990000077", "9990000085"] && household().size == 3)
        #expect(try household().mobile == "09120000034" && household().base == nil)
        try office.carriesOut(Self.record("H-00002", "9990000093", #","size":6,"base":"B-01""#))
        #expect(try household("H-00002").size == 6 && household("H-00002").members == [])
        office.refuses(
            Self.record("H-00003", "9990000107", Self.members("9990000115") + #","size":1"#), as: .invalidNumber,
            field: "size", saying: "1", "2")
        for size in ["0", "101", "\"چند\""] {
            office.refuses(
                Self.record("H-00003", "9990000107", #","size":\#(size)"#), as: .invalidNumber, field: "size")
        }
    }

    @Test("what is missing, not valid or not there is refused")
    func refusals() throws {
        try office.carriesOut(Self.record("H-00001", "9990000069"))
        office.refuses(
            Self.record("H-00001", "9990000077"), as: .duplicateCode, field: "code", saying: "H-00001", "H-00002")
        let line = Self.record("H-00002", "9990000077")
        office.refuses(line.replacing("9990000077", with: "9990000078"), as: .invalidNationalID, field: "head")
        office.refuses(line.replacing("village", with: "moon"), as: .unknownValue, field: "area", en: "village")
        for field in ["head", "headName", "area", "place"] {
            let value = line.replacing("\"\(field)\":", with: "\"\(field)\":null,\"x\":")
            office.refuses(value.replacing(#/,"x":"[^"]*"/#, with: ""), as: .missingValue, field: field)
        }
        for (more, code, field) in [
            (Self.members("9990000078"), RefusalCode.invalidNationalID, "members"),
            (#","mobile":"12""#, .invalidMobile, "mobile"), (#","base":"B-09""#, .notFound, "base"),
            (#","colour":"سبز""#, .unknownValue, "colour"),
        ] { office.refuses(line.dropLast() + more + "}", as: code, field: field) }
        office.refuses(line, as: .notPermitted, by: "supervisor1")
    }

    @Test("more than a hundred people are no household")
    func crowd() throws {
        var ids: [String] = []
        for number in 0..<100 {
            let digits = "999000" + String(repeating: "0", count: 3 - String(number).count) + String(number)
            ids += (0...9).map { digits + String($0) }.filter { (try? NationalID($0)) != nil }
        }
        let all = Self.members().replacing("[]", with: "[" + ids.map { "\"\($0)\"" }.joined(separator: ",") + "]")
        #expect(ids.count == 100)
        office.refuses(Self.record("", "9990000069", all), as: .unknownValue, field: "members", saying: "100", "99")
    }

    @Test("what is absent stays as it was; more members make it larger")
    func amended() throws {
        try office.carriesOut(Self.record("H-00001", "9990000069", #","size":2"# + Self.mobile))
        try office.carriesOut(Self.amend("H-00001", #""place":"صرم""#))
        #expect(try household().place == "صرم" && household().size == 2 && household().mobile == "09120000034")
        try office.carriesOut(Self.amend("H-00001", #""mobile":null,"base":"B-02""#))
        #expect(try household().mobile == nil && household().base == "B-02")
        try office.carriesOut(Self.amend("H-00001", String(Self.members("9990000077", "9990000085").dropFirst())))
        #expect(try household().size == 3)
        try office.carriesOut(Self.amend("H-00001", #""head":"9990000077""#))
        #expect(try household().people == ["9990000077", "9990000085"], "the head is no member")
        office.refuses(Self.amend("H-00001", #""size":1"#), as: .invalidNumber, field: "size", saying: "1", "2")
        office.refuses(Self.amend("H-00001", #""size":null"#), as: .missingValue, field: "size")
        office.refuses(Self.amend("H-00009", #""size":1"#), as: .notFound, field: "code", saying: "H-00009")
        office.refuses(Self.amend("H-00001", #""base":"B-09""#), as: .notFound, field: "base", saying: "B-09")
        office.refuses(Self.amend("H-00001", #""size":5,"version":1"#), as: .stale, saying: "H-00001", "admin1")
        #expect(try office.carriesOut(Self.amend("H-00001", #""size":3"#)).changes.isEmpty)
    }

    @Test("somebody who is recorded in another household too is warned of")
    func overlap() throws {
        try office.carriesOut(Self.record("H-00001", "9990000069", Self.members("9990000077")))
        let entry = try office.carriesOut(
            Self.record("H-00002", "9990000085", name: "رضا نوری", place: "صرم", Self.members("9990000077")))
        #expect(warnings(entry) == ["overlap"])
        let said = try #require(entry.warnings.first)
        #expect(said["en"]?.string?.contains("9990000077") == true && said["en"]?.string?.contains("H-00001") == true)
        #expect(said["fa"]?.string?.contains("۹۹۹۰۰۰۰۰۷۷") == true && said["fa"]?.string?.contains("H-00001") == true)
        #expect(undecided == [HouseholdPair("H-00002", "H-00001")])
        #expect(try warnings(office.carriesOut(Self.amend("H-00002", #""size":9"#))) == [], "they were there before")
        #expect(
            try warnings(office.carriesOut(Self.amend("H-00002", #""head":"9990000069""#))) == ["overlap", "overlap"])
        try office.carriesOut(Self.amend("H-00002", #""head":"9990000085","members":[]"#))
        #expect(undecided == [])
    }

    // MARK: Likeness

    @Test(
        "like names and places want a mobile or a near ID beside them, and a near ID alone is nothing",
        arguments: [
            // Spelt otherwise, with one mobile.
            ("9990000026", "مهدي  احمدي", "گل دره", mobile, true), ("9990000026", "مهدی احمدی", "گلدره", mobile, true),
            ("9990000026", "مهدی احمدی", "گل‌دره", "", false),
            ("9990000026", "مهدی احمدی", "گل‌دره", #","mobile":"09120000042""#, false),
            ("9990000026", "مهدی احمدی", "صرم", mobile, false), ("9990000026", "مهدی احمدیان", "گل‌دره", mobile, false),
            // One digit, two neighbours that changed places, two digits.
            ("9990000141", "مهدی احمدی", "گل‌دره", "", true), ("9990000311", "مهدی احمدی", "گل‌دره", "", true),
            ("9990000107", "مهدی احمدی", "گل‌دره", "", false),
            // Siblings.
            ("9990000141", "رضا احمدی", "گل‌دره", mobile, false), ("9990000141", "مهدی احمدی", "صرم", mobile, false),
        ])
    func suspects(head: String, name: String, place: String, more: String, isSuspect: Bool) throws {
        try office.carriesOut(Self.record("H-00001", "9990000131", Self.mobile))
        try office.carriesOut(Self.record("H-00002", head, name: name, place: place, more))
        #expect(undecided == (isSuspect ? [HouseholdPair("H-00001", "H-00002")] : []))
        let (one, other) = (try household("H-00001"), try household("H-00002"))
        #expect(one.likeness(to: other).isSuspect == isSuspect && other.likeness(to: one).isSuspect == isSuspect)
        #expect(office.registry.households(near: one).map(\.code) == (one.likeKey == other.likeKey ? ["H-00002"] : []))
    }

    @Test("what two households have in common is told apart")
    func likeness() throws {
        try office.carriesOut(
            Self.record("H-00001", "9990000131", Self.members("9990000077", "9990000085") + Self.mobile))
        try office.carriesOut(
            Self.record("H-00002", "9990000141", Self.members("9990000085", "9990000093") + Self.mobile))
        let likeness = try household("H-00001").likeness(to: household("H-00002"))
        #expect(likeness.people == ["9990000085"] && likeness.hasSameName)
        #expect(likeness.hasSameMobile && likeness.hasNearHeads)
    }

    // MARK: Verdicts

    /// Two households that look alike, and a campaign that waits for what somebody says of them.
    private func alike() throws {
        for line in [
            PackagesTests.open("RM-1"), Self.record("H-00001", "9990000069", Self.mobile),
            Self.record("H-00002", "9990000085", name: "مهدي احمدي", Self.mobile),
        ] { try office.carriesOut(line) }
    }

    @Test("a campaign is not reconciled while somebody has still to judge, and no reason helps")
    func reconciling() throws {
        try alike()
        office.refuses(Self.reconcile, as: .notComplete, saying: "H-00001", "H-00002", "1")
        office.refuses(Self.reconcile.dropLast() + #","reason":"با مسئولیت من"}"#, as: .notComplete)
        office.refuses(Self.reconcile, as: .notPermitted, by: "supervisor1")
        try office.carriesOut(Self.judge("H-00001", "H-00002", "different"))
        try office.carriesOut(Self.reconcile)
        try office.carriesOut(PackagesTests.undo(try #require(office.registry.ledger.last)))
        for (code, head) in [("H-00003", "9990000093"), ("H-00004", "9990000107")] {
            try office.carriesOut(Self.record(code, head, Self.mobile))
        }
        let refusal = office.refuses(Self.reconcile, as: .notComplete, saying: "5", "H-00003", "H-00004")
        #expect(refusal?.phrase.en.contains("…") == true)
    }

    @Test("a verdict is of a pair, whoever is named first, and may be given again")
    func judged() throws {
        try alike()
        let entry = try office.carriesOut(Self.judge("H-00002", "H-00001", "different"))
        #expect(entry.answer["result"]?["correction"] == .bool(false))
        #expect(verdict()?.pair == HouseholdPair("H-00001", "H-00002") && verdict()?.account == "admin1")
        #expect(verdict()?.a == "H-00001" && undecided == [])
        let again = try office.carriesOut(Self.judge("H-00001", "H-00002", "same"))
        #expect(again.answer["result"]?["correction"] == .bool(true) && verdict()?.verdict == .same)
        #expect(verdict()?.version == 2)
        let same = try office.carriesOut(Self.judge("H-00001", "H-00002", "یکی"))
        #expect(same.answer["result"]?["correction"] == .bool(false))
        office.refuses(
            Self.judge("H-00001", "H-00002", "different", #","version":1"#), as: .stale, saying: "H-00001", "H-00002")
        office.refuses(Self.judge("H-00001", "H-00001", "same"), as: .unknownValue, field: "b", saying: "H-00001")
        office.refuses(Self.judge("H-00009", "H-00001", "same"), as: .notFound, field: "a", saying: "H-00009")
        office.refuses(Self.judge("H-00001", "H-00009", "same"), as: .notFound, field: "b", saying: "H-00009")
        office.refuses(
            Self.judge("H-00001", "H-00002", "perhaps"), as: .unknownValue, field: "verdict", en: "different")
        office.refuses(Self.judge("H-00001", "H-00002", "same"), as: .notPermitted, by: "supervisor1")
        try office.carriesOut(PackagesTests.undo(same))
        try office.carriesOut(PackagesTests.undo(again))
        #expect(verdict()?.verdict == .different)
        try office.carriesOut(PackagesTests.undo(entry))
        #expect(undecided.count == 1)
    }

    @Test(
        "it holds until the data of one of the two change, and is back when that is undone",
        arguments: [
            #""size":7"#, #""area":"outskirts""#, #""mobile":null"#, #""place":"صرم""#, #""headName":"مهدی""#,
            #""head":"9990000093""#, #""members":["9990000093"]"#,
        ])
    func forgotten(fields: String) throws {
        try alike()
        try office.carriesOut(Self.judge("H-00001", "H-00002", "different"))
        for code in ["H-00001", "H-00002"] {
            let amended = try office.carriesOut(Self.amend(code, fields))
            #expect(verdict() == nil)
            try office.carriesOut(PackagesTests.undo(amended))
            #expect(verdict()?.verdict == .different && undecided == [])
        }
    }

    @Test("who looks after it, or another spelling of the same, is no other household")
    func kept() throws {
        try alike()
        try office.carriesOut(Self.judge("H-00001", "H-00002", "different"))
        try office.carriesOut(Self.amend("H-00001", #""base":"B-01","headName":"مهدى احمدی","place":"گل دره""#))
        #expect(verdict() != nil)
    }

    @Test("what was judged of the amended household does not hold of the one that comes back")
    func undoneAfter() throws {
        try alike()
        let amended = try office.carriesOut(Self.amend("H-00002", #""size":7"#))
        let judged = try office.carriesOut(Self.judge("H-00001", "H-00002", "same"))
        let undone = try office.carriesOut(PackagesTests.undo(amended))
        #expect(verdict() == nil && undecided.count == 1)
        office.refuses(PackagesTests.undo(judged), as: .overlap)
        try office.carriesOut(PackagesTests.undo(undone))
        #expect(verdict()?.verdict == .same)
    }

    @Test("it leaves with a household that is voided; one that was served or missed is not voided")
    func voided() throws {
        try alike()
        try office.carriesOut(Self.judge("H-00001", "H-00002", "different"))
        let voided = try office.carriesOut(PackagesTests.void("household", "H-00002"))
        #expect(voided.changes.count == 2 && verdict() == nil && undecided == [])
        try office.carriesOut(PackagesTests.undo(voided))
        #expect(verdict() != nil)
        try office.carriesOut(PackagesTests.miss("H-00002"))
        office.refuses(PackagesTests.void("household", "H-00002"), as: .wrongState, saying: "H-00002")
        let recorded = try #require(office.registry.ledger.first { $0.command == "household.record" })
        office.refuses(PackagesTests.undo(recorded), as: .overlap, saying: "H-00001", "H-00002")
        for line in [
            PackagesTests.stock("receive", 5), PackagesTests.stock("allocate", 5, at: "B-01"), PackagesTests.deliver(),
        ] { try office.carriesOut(line) }
        office.refuses(PackagesTests.void("household", "H-00001"), as: .wrongState, saying: "H-00001", "B-01")
    }
}
