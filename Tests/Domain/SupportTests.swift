import Domain
import Persian
import Testing

/// What institutions promise, and what comes of it. The clock of these tests stands at 1401/05/09; the need asks for 500.
@Suite("Support")
struct SupportTests {
    let office: TestOffice

    init() throws {
        office = try TestOffice()
        for line in Self.beginning { try office.carriesOut(line) }
    }

    static let beginning =
        [CampTests.bahar, CampTests.need] + [
            institution("HOWZEH", "حوزه علمیه"), institution("SETAD", "ستاد اجرایی"), institution("SEPAH", "سپاه"),
            raise("N-002", #""group":"Q-0002""#),
        ]

    static func institution(_ code: String, _ name: String) -> String {
        #"{"command":"institution.register","code":"\#(code)","name":"\#(name)","custodian":true}"#
    }

    static func raise(
        _ code: String, _ target: String, item: String = "پتو", unit: String = "تخته", _ quantity: Int = 20,
        by day: String = "1401/05/20"
    ) -> String {
        """
        {"command":"need.raise","code":"\(code)","for":{\(target)},"item":"\(item)","quantity":\(quantity),\
        "unit":"\(unit)","urgency":"low","neededBy":"\(day)"}
        """
    }

    static func pledge(
        _ code: String, _ institution: String, _ quantity: Int, need: String = "N-001", _ more: String = ""
    ) -> String {
        """
        {"command":"support.pledge","code":"\(code)","need":"\(need)","institution":"\(institution)",\
        "quantity":\(quantity)\(more)}
        """
    }

    static func say(
        _ step: String, _ pledge: String, _ quantity: Int, on day: String = "1401/05/08", _ more: String = ""
    ) -> String {
        #"{"command":"support.\#(step)","pledge":"\#(pledge)","quantity":\#(quantity),"on":"\#(day)"\#(more)}"#
    }

    static func withdraw(_ pledge: String) -> String {
        #"{"command":"support.withdraw","pledge":"\#(pledge)","reason":"پوشش داده شد"}"#
    }

    static func move(_ pledge: String, to need: String, _ quantity: Int) -> String {
        #"{"command":"support.move","pledge":"\#(pledge)","need":"\#(need)","quantity":\#(quantity)}"#
    }

    static func decline(_ need: String, _ institution: String) -> String {
        #"{"command":"support.decline","need":"\#(need)","institution":"\#(institution)","reason":"موجود نیست"}"#
    }

    static func spiritual(_ more: String = "") -> String {
        """
        {"command":"support.record","institution":"HOWZEH","for":{"camp":"C-001"},"nature":"spiritual",\
        "what":"اعزام روحانی","on":"1401/05/03"\(more)}
        """
    }

    private func cover(_ code: String = "N-001") throws -> Cover {
        let need = try #require(office.registry.find(Need.self, key: code))
        return Cover(of: need, pledges: office.registry.pledges(for: code).map(standing))
    }

    private func standing(_ pledge: Pledge) -> PledgeStanding {
        PledgeStanding(pledge, lines: office.registry.supportLines(of: pledge.code))
    }

    private func standing(_ code: String) throws -> PledgeStanding {
        standing(try #require(office.registry.find(Pledge.self, key: code)))
    }

    private func warnings(_ entry: LedgerEntry) -> [String] { entry.warnings.compactMap { $0["warning"]?.string } }

    // MARK: Institutions

    @Test("an institution has a short name in Latin letters, or the next code of the series")
    func institutions() throws {
        let entry = try office.carriesOut(#"{"command":"institution.register","name":"بنیاد نمونه"}"#)
        #expect(entry.answer["result"]?["code"] == .string("D-01"))
        #expect(office.registry.find(Institution.self, key: "D-01")?.custodian == false)
        try office.carriesOut(#"{"command":"institution.register","code":"hilal","name":"هلال نمونه"}"#)
        #expect(office.registry.find(Institution.self, key: "HILAL") != nil)
        office.refuses(
            #"{"command":"institution.register","code":"پتو","name":"ب"}"#, as: .unknownValue, field: "code",
            saying: "D-01")
        office.refuses(Self.institution("SETAD", "دیگر"), as: .duplicateCode, field: "code", saying: "ستاد اجرایی")
        try office.carriesOut(
            #"{"command":"institution.amend","code":"D-01","name":"بنیاد مهر","custodian":true,"version":1}"#)
        #expect(office.registry.find(Institution.self, key: "D-01")?.name == "بنیاد مهر")
        office.refuses(
            #"{"command":"institution.amend","code":"D-01","name":"بنیاد","version":1}"#, as: .stale, saying: "D-01")
        office.refuses(#"{"command":"institution.amend","code":"D-09","name":"ب"}"#, as: .notFound, saying: "D-09")
        office.refuses(#"{"command":"institution.amend","code":"D-01","name":null}"#, as: .missingValue, field: "name")
    }

    // MARK: Pledges

    @Test("pledges add up; more than the need asks for is warned of, naming who else")
    func pledges() throws {
        #expect(try warnings(office.carriesOut(Self.pledge("PL-1", "HOWZEH", 200))) == [])
        try office.carriesOut(Self.pledge("PL-2", "SETAD", 200))
        let entry = try office.carriesOut(Self.pledge("PL-3", "SEPAH", 150))
        #expect(warnings(entry) == ["overlap"])
        let said = try #require(entry.warnings.first)
        for name in ["حوزه علمیه", "ستاد اجرایی", "پتو"] {
            #expect(said["fa"]?.string?.contains(name) == true && said["en"]?.string?.contains(name) == true)
        }
        #expect(said["en"]?.string?.contains("550") == true && said["fa"]?.string?.contains("۵۵۰") == true)
        let cover = try cover()
        #expect((cover.requested, cover.pledged, cover.gap, cover.overlap) == (500, 550, 0, 50))
        #expect(cover.uncovered == 500 && cover.uncoveredShare == 1, "a promise is not cover")
        #expect(try self.cover("N-002").isUntaken)
    }

    @Test("what is not there, or not whole, is refused; so is a pledge for a settled need")
    func pledgeRefusals() throws {
        office.refuses(Self.pledge("PL-1", "HOWZEH", 1, need: "N-009"), as: .notFound, field: "need", saying: "N-009")
        office.refuses(Self.pledge("PL-1", "NAJA", 1), as: .notFound, field: "institution", saying: "NAJA")
        office.refuses(Self.pledge("PL-1", "HOWZEH", 0), as: .invalidNumber, field: "quantity")
        office.refuses(
            Self.pledge("PL-1", "HOWZEH", 1).replacing(#""quantity":1"#, with: #""quantity":1.5"#), as: .invalidNumber,
            field: "quantity")
        try office.carriesOut(Self.pledge("PL-1", "HOWZEH", 200))
        office.refuses(Self.pledge("PL-1", "SETAD", 1), as: .duplicateCode, field: "code", saying: "PL-1", "PL-002")
        try office.carriesOut(#"{"command":"need.settle","code":"N-001","outcome":"met"}"#)
        office.refuses(
            Self.pledge("PL-2", "SETAD", 1), as: .wrongState, field: "need", saying: "N-001", "پتو", "حوزه علمیه", "300"
        )
        office.refuses(Self.decline("N-001", "SEPAH"), as: .wrongState, saying: "N-001", "حوزه علمیه")
        office.refuses(
            #"{"command":"record.void","kind":"need","code":"N-001","reason":"اشتباه"}"#, as: .wrongState,
            saying: "PL-1")
    }

    @Test("delivered is never more than dispatched, and that holds against undo and voiding too")
    func delivered() throws {
        try office.carriesOut(Self.pledge("PL-1", "HOWZEH", 200))
        office.refuses(
            Self.say("deliver", "PL-1", 5, on: "1401/05/08", #","reason":"من""#), as: .exceedsDispatched,
            field: "quantity",
            saying: "PL-1", "پتو", "حوزه علمیه")
        let sent = try office.carriesOut(Self.say("dispatch", "PL-1", 120))
        try office.carriesOut(Self.say("dispatch", "PL-1", 80))
        let entry = try office.carriesOut(Self.say("deliver", "PL-1", 180))
        #expect(entry.answer["result"]?["dispatched"] == .integer(200))
        #expect(entry.answer["result"]?["delivered"] == .integer(180))
        office.refuses(Self.say("deliver", "PL-1", 21), as: .exceedsDispatched, en: "up to 20")
        office.refuses(#"{"command":"ledger.undo","undo":"\#(sent.id)"}"#, as: .exceedsDispatched, saying: "180", "80")
        let line = try #require(sent.changes.first?.record.id)
        office.refuses(
            #"{"command":"record.void","kind":"supportLine","code":"\#(line)","reason":"اشتباه"}"#,
            as: .exceedsDispatched, saying: "180")
        let undo = try office.carriesOut(#"{"command":"ledger.undo","undo":"\#(entry.id)"}"#)
        let voided = try office.carriesOut(#"{"command":"ledger.undo","undo":"\#(sent.id)"}"#)
        office.refuses(#"{"command":"ledger.undo","undo":"\#(undo.id)"}"#, as: .exceedsDispatched)
        try office.carriesOut(#"{"command":"ledger.undo","undo":"\#(voided.id)"}"#)
        try office.carriesOut(#"{"command":"ledger.undo","undo":"\#(undo.id)"}"#)
        #expect(try standing("PL-1").delivered == 180)
    }

    @Test("dispatching more than was promised waits for somebody who answers for it")
    func dispatched() throws {
        try office.carriesOut(Self.pledge("PL-1", "HOWZEH", 200))
        try office.carriesOut(Self.pledge("PL-2", "SETAD", 100))
        try office.carriesOut(Self.say("dispatch", "PL-1", 200))
        let refusal = office.refuses(
            Self.say("dispatch", "PL-1", 30), as: .exceedsPledged, field: "quantity", saying: "200", "0", "پتو",
            "ستاد اجرایی")
        #expect(refusal?.canBeOverridden == true)
        let reasoned = Self.say("dispatch", "PL-1", 30, on: "1401/05/08", #","reason":"بیشتر فرستادند""#)
        office.refuses(reasoned, as: .exceedsPledged, by: "operator1")
        #expect(try office.carriesOut(reasoned, by: "supervisor1").overrides == ["exceeds-pledged"])
        #expect(try cover().dispatched == 230 && cover().pledged == 300)
    }

    @Test("a withdrawal keeps what was delivered and frees the rest; nothing more is dispatched of it")
    func withdrawn() throws {
        try office.carriesOut(Self.pledge("PL-3", "SEPAH", 150))
        try office.carriesOut(Self.say("dispatch", "PL-3", 100))
        try office.carriesOut(Self.say("deliver", "PL-3", 40))
        office.refuses(Self.withdraw("PL-9"), as: .notFound, field: "pledge", saying: "PL-9")
        office.refuses(
            #"{"command":"support.withdraw","pledge":"PL-3"}"#, as: .missingValue, field: "reason")
        let entry = try office.carriesOut(Self.withdraw("PL-3"))
        #expect(entry.answer["result"]?["freed"] == .integer(110))
        #expect(entry.answer["result"]?["delivered"] == .integer(40))
        #expect(try cover().pledged == 40 && cover().gap == 460)
        office.refuses(Self.withdraw("PL-3"), as: .wrongState, saying: "PL-3")
        office.refuses(Self.say("dispatch", "PL-3", 1), as: .wrongState, saying: "PL-3", "سپاه", "پتو")
        office.refuses(Self.move("PL-3", to: "N-002", 1), as: .wrongState, saying: "PL-3")
        office.refuses(
            #"{"command":"pledge.amend","code":"PL-3","quantity":200}"#, as: .wrongState, saying: "PL-3")
        // What was on the way still comes.
        try office.carriesOut(Self.say("deliver", "PL-3", 60))
        #expect(try cover().pledged == 100 && cover().delivered == 100)
        #expect(try !standing("PL-3").isKept)
        try office.carriesOut(#"{"command":"ledger.undo","undo":"\#(entry.id)"}"#)
        #expect(try cover().pledged == 150)
    }

    @Test("an institution promises more or less, or by another day, but no less than it sent")
    func amended() throws {
        try office.carriesOut(Self.pledge("PL-1", "HOWZEH", 200))
        try office.carriesOut(Self.say("dispatch", "PL-1", 120))
        let amend = #"{"command":"pledge.amend","code":"PL-1","quantity":"#
        try office.carriesOut(amend + #"120,"dueBy":"1401/05/12"}"#)
        let refusal = office.refuses(amend + "100}", as: .exceedsPledged, saying: "120", "100")
        #expect(refusal?.canBeOverridden == true)
        #expect(try warnings(office.carriesOut(amend + "600}")) == ["overlap"])
        office.refuses(amend + #"100,"version":1}"#, as: .stale, saying: "PL-1")
        #expect(try office.carriesOut(amend + "600}").changes.isEmpty, "nothing differs")
        #expect(try office.carriesOut(amend + #"90,"reason":"لازم"}"#).overrides == ["exceeds-pledged"])
    }

    @Test("a decline is kept with its reason, and sent again it is corrected")
    func declined() throws {
        let first = try office.carriesOut(Self.decline("N-002", "SEPAH"))
        #expect(first.answer["result"]?["correction"] == .bool(false))
        let again = try office.carriesOut(
            Self.decline("N-002", "SEPAH").replacing("موجود نیست", with: "انبار خالی است"))
        #expect(again.answer["result"]?["correction"] == .bool(true))
        let decline = office.registry.find(Decline.self, key: Decline.key("N-002", "SEPAH"))
        #expect(decline?.reason == "انبار خالی است" && decline?.account == "admin1")
        office.refuses(Self.decline("N-009", "SEPAH"), as: .notFound, field: "need")
        office.refuses(Self.decline("N-002", "NAJA"), as: .notFound, field: "institution")
        // It leaves with its need.
        try office.carriesOut(#"{"command":"record.void","kind":"need","code":"N-002","reason":"دوباره"}"#)
        #expect(office.registry.all(Decline.self).isEmpty)
        office.refuses(
            #"{"command":"record.void","kind":"institution","code":"NAJA","reason":"ا"}"#, as: .notFound, saying: "NAJA"
        )
    }

    // MARK: Moves

    @Test("what is not yet dispatched goes to another open need of the same item and unit, and one undo takes it back")
    func moved() throws {
        try office.carriesOut(Self.raise("N-022", #""camp":"C-001""#, item: "پتــو", unit: "تختة", 40))
        try office.carriesOut(Self.pledge("PL-1", "HOWZEH", 500))
        try office.carriesOut(Self.pledge("PL-3", "SEPAH", 150, #","dueBy":"1401/05/11""#))
        try office.carriesOut(Self.say("dispatch", "PL-3", 100))
        let before = office.registry.contents
        office.refuses(
            Self.move("PL-3", to: "N-022", 51), as: .exceedsPledged, saying: "PL-3", "100", "50", "حوزه علمیه")
        let entry = try office.carriesOut(Self.move("PL-3", to: "N-022", 40))
        #expect(entry.answer["result"]?["moved"] == .string("PL-004"))
        #expect(entry.answer["result"]?["quantity"] == .integer(110))
        let moved = try #require(office.registry.find(Pledge.self, key: "PL-004"))
        #expect(moved.institution == "SEPAH" && moved.need == "N-022" && moved.movedFrom == "PL-3")
        #expect(moved.dueBy == (try day("1401/05/11")))
        #expect(try cover("N-022").gap == 0 && cover().overlap == 110)
        try office.carriesOut(#"{"command":"ledger.undo","undo":"\#(entry.id)"}"#)
        #expect(office.registry.contents == before)
    }

    @Test("a pledge that is moved as a whole no longer stands, and a move too much is warned of")
    func movedWhole() throws {
        try office.carriesOut(Self.pledge("PL-1", "HOWZEH", 30))
        #expect(try warnings(office.carriesOut(Self.move("PL-1", to: "N-002", 30))) == ["overlap"])
        let pledge = try standing("PL-1")
        #expect(pledge.pledge.state == .moved && pledge.promised == 0 && !pledge.isKept)
        office.refuses(Self.say("dispatch", "PL-1", 1), as: .wrongState, saying: "PL-1")
        office.refuses(Self.say("deliver", "PL-1", 1), as: .wrongState, saying: "PL-1")
    }

    @Test("another item, another unit, the same need and a settled one take nothing")
    func notMatching() throws {
        for line in [
            Self.raise("N-003", #""group":"Q-0002""#, item: "بیل"),
            Self.raise("N-004", #""group":"Q-0002""#, unit: "بسته"),
            Self.pledge("PL-1", "HOWZEH", 100),
        ] { try office.carriesOut(line) }
        office.refuses(Self.move("PL-1", to: "N-003", 5), as: .notMatching, field: "need", saying: "بیل", "N-002")
        office.refuses(Self.move("PL-1", to: "N-004", 5), as: .notMatching, saying: "بسته", "N-002")
        office.refuses(Self.move("PL-1", to: "N-001", 5), as: .notMatching, saying: "N-002")
        office.refuses(Self.move("PL-1", to: "N-009", 5), as: .notFound, field: "need")
        try office.carriesOut(#"{"command":"need.settle","code":"N-002","outcome":"unmet"}"#)
        office.refuses(Self.move("PL-1", to: "N-002", 5), as: .wrongState, saying: "N-002")
        office.refuses(
            Self.move("PL-1", to: "N-003", 5), as: .notMatching, fa: "چنین نیاز بازی نیست", en: "there is none")
    }

    // MARK: Standing

    @Test("kept, late, silent and in doubt follow of the lines and the day")
    func standings() throws {
        let need = try #require(office.registry.find(Need.self, key: "N-001"))
        try office.carriesOut(Self.pledge("PL-1", "HOWZEH", 100))
        try office.carriesOut(Self.pledge("PL-2", "SETAD", 100, #","dueBy":"1401/05/30""#))
        let (today, due) = (try day("1401/05/09"), try day("1401/05/30"))
        var first = try standing("PL-1")
        #expect(first.dueBy(for: need) == today && !first.isLate(for: need, on: today), "due on that day")
        #expect(first.isLate(for: need, on: today.advanced(by: 1)) && first.isAwaited(for: need))
        #expect(try !standing("PL-2").isLate(for: need, on: due))
        #expect(try standing("PL-2").isLate(for: need, on: due.advanced(by: 1)))
        #expect(!first.isSilent(for: need, on: today.advanced(by: 13), after: 14))
        #expect(first.isSilent(for: need, on: today.advanced(by: 14), after: 14))

        try office.carriesOut(Self.say("dispatch", "PL-1", 100, on: "1401/05/08", #","at":"1401/05/20T10:00""#))
        first = try standing("PL-1")
        #expect(!first.isSilent(for: need, on: today.advanced(by: 20), after: 14), "it was heard of")
        try office.carriesOut(Self.say("deliver", "PL-1", 100))
        #expect(try !standing("PL-1").isInDoubt, "the receiver has not said anything")
        try office.carriesOut(
            Self.say("confirm", "PL-1", 60, on: "1401/05/09", #","note":"چهل تخته نرسید""#), by: "supervisor1")
        first = try standing("PL-1")
        #expect(first.isKept && first.isInDoubt && !first.isLate(for: need, on: due.advanced(by: 90)))
        #expect(!first.isSilent(for: need, on: due.advanced(by: 90), after: 14))
        try office.carriesOut(Self.say("confirm", "PL-1", 40))
        #expect(try !standing("PL-1").isInDoubt && cover().confirmed == 100)

        try office.carriesOut(#"{"command":"need.settle","code":"N-001","outcome":"met"}"#)
        let settled = try #require(office.registry.find(Need.self, key: "N-001"))
        #expect(try !standing("PL-2").isLate(for: settled, on: due.advanced(by: 9)), "nobody waits for it")
    }

    @Test("the receiver's word is a fact: nothing, more than was sent, and of a withdrawn pledge")
    func confirmed() throws {
        try office.carriesOut(Self.pledge("PL-1", "HOWZEH", 100))
        try office.carriesOut(Self.say("dispatch", "PL-1", 100))
        try office.carriesOut(Self.say("deliver", "PL-1", 100))
        try office.carriesOut(Self.say("confirm", "PL-1", 0))
        #expect(try standing("PL-1").isInDoubt)
        try office.carriesOut(Self.withdraw("PL-1"))
        try office.carriesOut(Self.say("confirm", "PL-1", 300))
        #expect(try cover().confirmed == 300 && cover().delivered == 100)
        office.refuses(Self.say("dispatch", "PL-1", 0), as: .invalidNumber, field: "quantity")
    }

    @Test("a day still to come is warned of, and a pledge that changed meanwhile is looked at again")
    func days() throws {
        try office.carriesOut(Self.pledge("PL-1", "HOWZEH", 100))
        let entry = try office.carriesOut(Self.say("dispatch", "PL-1", 5, on: "1401/06/01"))
        #expect(warnings(entry) == ["future-date"])
        try office.carriesOut(#"{"command":"pledge.amend","code":"PL-1","quantity":90}"#)
        office.refuses(Self.say("dispatch", "PL-1", 5, on: "1401/05/08", #","version":1"#), as: .stale, saying: "PL-1")
    }

    // MARK: Spiritual support

    @Test("spiritual support is recorded with its outcome, which may come later")
    func spiritual() throws {
        let entry = try office.carriesOut(Self.spiritual())
        #expect(entry.answer["result"]?["code"] == .string("SP-001"))
        let support = try #require(office.registry.find(SpiritualSupport.self, key: "SP-001"))
        #expect(support.target == NeedTarget(subject: .camp, code: "C-001") && support.outcome == nil)
        try office.carriesOut(#"{"command":"support.amend","code":"SP-001","outcome":"ده سخنرانی"}"#)
        #expect(office.registry.find(SpiritualSupport.self, key: "SP-001")?.outcome == "ده سخنرانی")
        #expect(try warnings(office.carriesOut(Self.spiritual().replacing("05/03", with: "06/03"))) == ["future-date"])
        office.refuses(
            Self.spiritual().replacing("\"spiritual\"", with: "\"material\""), as: .unknownValue, field: "nature",
            fa: "مادی", en: "material")
        office.refuses(Self.spiritual().replacing("C-001", with: "C-009"), as: .notFound, field: "for", saying: "C-009")
        office.refuses(
            Self.spiritual().replacing(#""camp":"C-001""#, with: #""campaign":"RM-1""#), as: .notFound, field: "for")
        office.refuses(Self.spiritual().replacing("HOWZEH", with: "NAJA"), as: .notFound, field: "institution")
        office.refuses(
            #"{"command":"record.void","kind":"camp","code":"C-001","reason":"اشتباه"}"#, as: .wrongState)
    }

    @Test("a camp that is over was supported all the same")
    func over() throws {
        try office.carriesOut(CampTests.planned("C-002"))
        try office.carriesOut(#"{"command":"camp.cancel","code":"C-002"}"#)
        try office.carriesOut(Self.spiritual().replacing("C-001", with: "C-002"))
    }
}
