import Domain
import Persian
import Testing

/// The roll of honour; every name on it is invented. The clock stands at 1401/05/09, a little after 10:00.
@Suite("The roll of honour")
struct MartyrTests {
    let office: TestOffice
    private let kowsar = "9990000141"

    init() throws { office = try TestOffice() }

    static func propose(_ code: String, _ name: String, diedOn: String = "1390/02/03") -> String {
        """
        {"command":"martyr.propose","code":"\(code)","name":"\(name)","diedOn":"\(diedOn)","place":"نمونه‌آباد"}
        """
    }
    static func document(_ code: String, _ biography: String = "زندگی‌نامه‌ای ساختگی.", more: String = "") -> String {
        #"{"command":"martyr.document","code":"\#(code)","biography":"\#(biography)"\#(more)}"#
    }
    static func verify(_ code: String) -> String { #"{"command":"martyr.verify","code":"\#(code)"}"# }
    static func publish(_ code: String) -> String { #"{"command":"martyr.publish","code":"\#(code)"}"# }

    private func martyr(_ code: String) throws -> Martyr { try #require(office.registry.find(Martyr.self, key: code)) }

    @Test("an entry is proposed, documented, verified by two and published")
    func way() throws {
        let entry = try office.carriesOut(Self.propose("M-001", "نام نمونه").replacing("\"code\":\"M-001\",", with: ""))
        #expect(entry.answer["result"]?["code"]?.string == "M-001")
        office.refuses(Self.verify("M-001"), as: .wrongState, saying: "M-001", "نام نمونه", en: "documented")
        try office.carriesOut(Self.document("M-001"))
        office.refuses(Self.publish("M-001"), as: .wrongState, saying: "M-001", en: "verified")
        let first = try office.carriesOut(Self.verify("M-001"), by: "operator1")
        #expect(first.answer["result"]?["state"]?.string == "documented")
        office.refuses(Self.publish("M-001"), as: .wrongState, saying: "M-001", en: "documented")
        let second = try office.carriesOut(Self.verify("M-001"))
        #expect(second.answer["result"]?["state"]?.string == "verified")
        #expect(try martyr("M-001").verifiedBy == ["operator1", "admin1"])
        office.refuses(Self.verify("M-001"), as: .wrongState, saying: "M-001", en: "verified")
        try office.carriesOut(Self.publish("M-001"))
        office.refuses(Self.publish("M-001"), as: .wrongState, saying: "M-001", en: "published")
        office.refuses(Self.document("M-001", "دیگر"), as: .wrongState, saying: "M-001", en: "published")
    }

    @Test("nobody verifies twice, not even on somebody's behalf")
    func secondPerson() throws {
        try office.carriesOut(Self.propose("M-001", "نام نمونه"))
        try office.carriesOut(Self.document("M-001"))
        try office.carriesOut(Self.verify("M-001"))
        office.refuses(Self.verify("M-001"), as: .needsSecondPerson, saying: "M-001", "admin1")
        let asOther = Self.verify("M-001").dropLast() + #","as":"operator1"}"#
        try office.carriesOut(String(asOther))
        #expect(try martyr("M-001").state == .verified)
    }

    @Test("what is documented anew is verified anew; the same again takes no verdict away")
    func anew() throws {
        try office.carriesOut(Self.propose("M-001", "نام نمونه"))
        try office.carriesOut(Self.document("M-001"))
        try office.carriesOut(Self.verify("M-001"), by: "operator1")
        try office.carriesOut(Self.document("M-001"))
        #expect(try martyr("M-001").verifiedBy == ["operator1"])
        try office.carriesOut(Self.document("M-001", "متن تازه"))
        #expect(try martyr("M-001").verifiedBy == [] && martyr("M-001").state == .documented)
        try office.carriesOut(Self.verify("M-001"), by: "operator1")
        try office.carriesOut(Self.verify("M-001"))
        try office.carriesOut(Self.document("M-001", "متن تازه", more: #","name":"نام درست","place":"جای دیگر""#))
        #expect(try martyr("M-001").state == .documented && martyr("M-001").name == "نام درست")
    }

    @Test("what does not fit is refused")
    func values() throws {
        try office.carriesOut(Self.propose("M-001", "نام نمونه"))
        office.refuses(Self.propose("M-001", "دیگری"), as: .duplicateCode, saying: "M-001", "نام نمونه", "M-002")
        office.refuses(Self.propose("M-2", " "), as: .missingValue, field: "name")
        office.refuses(Self.propose("M-2", "کسی", diedOn: "1401/05/10"), as: .invalidDate, field: "diedOn")
        office.refuses(
            Self.propose("M-2", "کسی").dropLast() + #","person":"\#(kowsar)"}"#, as: .unknownValue, field: "name",
            saying: "کسی")
        office.refuses(
            Self.propose("M-2", "کسی").dropLast() + #","group":"Q-77"}"#, as: .notFound, field: "group", saying: "Q-77")
        office.refuses(
            Self.propose("M-2", "کسی").dropLast() + #","incident":"I-9"}"#, as: .notFound, field: "incident",
            saying: "I-9")
        office.refuses(Self.document("M-001", " "), as: .missingValue, field: "biography")
        office.refuses(
            Self.document("M-001", more: #","diedOn":"1401/12/01""#), as: .invalidDate, field: "diedOn")
        office.refuses(Self.document("M-9"), as: .notFound, saying: "M-9")
    }

    @Test("an entry is addressed by its code or by the person")
    func address() throws {
        try office.carriesOut(
            #"{"command":"martyr.propose","person":"\#(kowsar)","diedOn":"1400/05/06","place":"نمونه‌آباد"}"#)
        #expect(try martyr("M-001").name == "کوثر حیدری")
        office.refuses(
            #"{"command":"martyr.propose","person":"\#(kowsar)","diedOn":"1400/05/06","place":"نمونه‌آباد"}"#,
            as: .duplicateName, field: "person", saying: "M-001", "کوثر حیدری")
        office.refuses(#"{"command":"martyr.verify"}"#, as: .missingValue, field: "person")
        office.refuses(
            #"{"command":"martyr.verify","person":"\#(kowsar)","code":"M-001"}"#, as: .unknownValue, field: "code")
        office.refuses(#"{"command":"martyr.verify","person":"9990000050"}"#, as: .notFound, saying: "9990000050")
        try office.carriesOut(#"{"command":"martyr.document","person":"\#(kowsar)","biography":"ساختگی"}"#)
        let stale = #"{"command":"martyr.verify","person":"\#(kowsar)","version":1}"#
        office.refuses(stale, as: .stale, saying: "M-001", "admin1")
        try office.carriesOut(#"{"command":"martyr.verify","person":"\#(kowsar)","version":2}"#)
    }

    // MARK: Fatal incidents

    private func runCamp() throws {
        for line in [
            CampTests.bahar, #"{"command":"camp.approve","code":"C-001"}"#, #"{"command":"camp.start","code":"C-001"}"#,
            #"{"command":"membership.begin","group":"Q-0001","person":"\#(kowsar)","from":"1400/01/05"}"#,
        ] { try office.carriesOut(line) }
    }

    private func incident(_ severity: String, _ people: String...) -> String {
        let people = people.map { "\"\($0)\"" }.joined(separator: ",")
        return CampTests.incident(severity).replacing(#/"people":\[[^\]]*\]/#) { _ in #""people":[\#(people)]"# }
    }

    @Test("a fatal incident proposes everybody it names, once; a lesser one nobody")
    func proposed() throws {
        try runCamp()
        try office.carriesOut(incident("serious", kowsar))
        #expect(office.registry.martyr(ofPerson: kowsar) == nil)
        let entry = try office.carriesOut(incident("fatal", kowsar, "9990000050"))
        #expect(entry.answer["result"]?["code"]?.string == "I-002")
        let first = try #require(office.registry.martyr(ofPerson: kowsar))
        let camp = try #require(office.registry.find(Camp.self, key: "C-001"))
        let deathDay = try day("1401/05/08")
        #expect(first.code == "M-001" && first.state == .proposed && first.incident == "I-002")
        #expect(first.place == camp.place && first.diedOn == deathDay)
        #expect(first.group == "Q-0001")
        #expect(office.registry.martyr(ofPerson: "9990000050")?.code == "M-002")
        #expect(office.registry.martyr(ofPerson: "9990000050")?.group == nil)
        try office.carriesOut(incident("fatal", kowsar))
        #expect(office.registry.martyr(ofPerson: kowsar)?.incident == "I-002")
        office.refuses(
            Self.propose("M-9", "کسی").dropLast() + #","incident":"I-001"}"#, as: .unknownValue, field: "incident",
            saying: "I-001")
    }

    @Test("a fatal incident that was a mistake takes its proposals along, but nothing that was documented")
    func voided() throws {
        try runCamp()
        try office.carriesOut(incident("fatal", kowsar))
        let void = #"{"command":"record.void","kind":"incident","code":"I-001","reason":"اشتباه"}"#
        #expect(try office.send(void).refusal?.code == .needsSecondPerson)
        try office.carriesOut(#"{"command":"martyr.document","person":"\#(kowsar)","biography":"ساختگی"}"#)
        office.refuses(void, as: .wrongState, saying: "I-001", "M-001", by: "operator1")
        try office.carriesOut(#"{"command":"record.void","kind":"martyr","code":"M-001","reason":"اشتباه"}"#)
        try office.carriesOut(void, by: "operator1")
        #expect(office.registry.find(Incident.self, key: "I-001") == nil)

        try office.carriesOut(incident("fatal", kowsar))
        #expect(office.registry.martyr(ofPerson: kowsar)?.code != nil)
        #expect(try office.send(void).refusal?.code == .needsSecondPerson)
        try office.carriesOut(void, by: "operator1")
        #expect(office.registry.martyr(ofPerson: kowsar) == nil)
    }

    @Test("each step can be undone while nothing came after it")
    func undo() throws {
        try office.carriesOut(Self.propose("M-001", "نام نمونه"))
        let documented = try office.carriesOut(Self.document("M-001"))
        let first = try office.carriesOut(Self.verify("M-001"), by: "operator1")
        office.refuses(#"{"command":"ledger.undo","undo":"\#(documented.id)"}"#, as: .overlap, saying: "operator1")
        try office.carriesOut(#"{"command":"ledger.undo","undo":"\#(first.id)"}"#)
        #expect(try martyr("M-001").verifiedBy == [])
        try office.carriesOut(Self.verify("M-001"))
        try office.carriesOut(Self.verify("M-001"), by: "operator1")
        let published = try office.carriesOut(Self.publish("M-001"))
        try office.carriesOut(#"{"command":"ledger.undo","undo":"\#(published.id)"}"#)
        #expect(try martyr("M-001").state == .verified)
    }

    @Test("an undo puts no second entry of a person on the roll")
    func undoneVoid() throws {
        let propose = #"{"command":"martyr.propose","person":"\#(kowsar)","diedOn":"1400/05/06","place":"نمونه‌آباد"}"#
        try office.carriesOut(propose)
        let void = try office.carriesOut(
            #"{"command":"record.void","kind":"martyr","code":"M-001","reason":"اشتباه"}"#)
        try office.carriesOut(propose.replacing(#""person""#, with: #""code":"M-002","person""#))
        office.refuses(
            #"{"command":"ledger.undo","undo":"\#(void.id)"}"#, as: .duplicateName, saying: "M-002", "کوثر حیدری")
    }

    @Test("a person on the roll is not voided")
    func person() throws {
        try office.carriesOut(
            #"{"command":"martyr.propose","person":"\#(kowsar)","diedOn":"1400/05/06","place":"نمونه‌آباد"}"#)
        office.refuses(
            #"{"command":"record.void","kind":"person","code":"\#(kowsar)","reason":"دوباره"}"#, as: .wrongState,
            saying: "M-001")
    }
}
