import Domain
import Persian
import Testing

@Suite("Envelopes")
struct EnvelopeTests {
    let office: TestOffice
    init() throws { office = try TestOffice() }

    private static let id = "01890000-0000-7000-8000-00000000abcd"

    @Test("what a script gives stands; the rest is filled in")
    func given() throws {
        let entry = try office.carriesOut(
            """
            {"command":"group.amend","id":"01890000-0000-7000-8000-00000000ABCD","at":"1401/05/01T10:00",\
            "station":"LAPTOP-2","as":"operator1","reason":" شمارش دوباره ","version":1,"code":"Q-0002","size":44}
            """)
        #expect(entry.id == Self.id && entry.at.iso(in: .tehran) == "2022-07-23T10:00:00+04:30")
        #expect(entry.station == "LAPTOP-2" && entry.account == "operator1" && entry.sender == "admin1")
        #expect(entry.reason == "شمارش دوباره" && entry.version == 1)
        #expect(entry.fields.map(\.name).sorted() == ["code", "size"])

        let other = try office.carriesOut(#"{"command":"group.amend","code":"Q-0002","size":45}"#)
        #expect(other.account == "admin1" && other.sender == nil && other.station == "QOM-1")
        #expect(other.at == office.now && other.reason == nil && other.version == nil)
    }

    @Test(
        "envelope values of another kind",
        arguments: [
            ("id", "5", RefusalCode.unknownValue), ("id", "\"Q-0001\"", .unknownValue),
            ("id", "\"01890000-0000-7000-8000-00000000abcg\"", .unknownValue),
            ("at", "\"1400/12/30T10:00\"", .invalidDate),
            ("at", "\"1401/05/09T25:00\"", .invalidDate), ("at", "14010509", .invalidDate), ("as", "5", .unknownValue),
            ("station", "[]", .unknownValue), ("reason", "5", .unknownValue), ("version", "\"x\"", .invalidNumber),
            ("version", "0", .invalidNumber), ("version", "1.5", .invalidNumber),
        ])
    func otherKinds(field: String, value: String, code: RefusalCode) {
        office.refuses(
            #"{"command":"group.amend","code":"Q-0002","size":44,"\#(field)":\#(value)}"#, as: code, field: field)
    }

    @Test("null and blank envelope values are as good as absent")
    func blanks() throws {
        let entry = try office.carriesOut(
            """
            {"command":"group.amend","code":"Q-0002","size":44,"id":null,"at":null,"as":"","station":" ",\
            "reason":"","version":null}
            """)
        #expect(entry.account == "admin1" && entry.station == "QOM-1" && entry.reason == nil)
    }

    @Test("an id that was carried out changes nothing and answers as it did; a refused one is not remembered")
    func idempotent() throws {
        let line = #"{"command":"group.amend","id":"\#(Self.id)","code":"Q-0002","size":44}"#
        office.refuses(line.replacing("44", with: "0"), as: .invalidNumber)
        let first = try office.carriesOut(line)
        try office.carriesOut(#"{"command":"group.amend","code":"Q-0002","size":50}"#)
        let again = try office.carriesOut(line)
        #expect(again.answer == first.answer && again.number == first.number)
        #expect(try office.group("Q-0002").size == 50)
    }

    @Test("the same envelopes give the same records")
    func reproducible() throws {
        let other = try TestOffice()
        for office in [office, other] {
            try office.carriesOut(
                #"{"command":"council.found","id":"\#(Self.id)","at":"1401/05/01T10:00","name":"شورا"}"#)
        }
        #expect(office.registry.contents == other.registry.contents)
        #expect(office.registry.ledger.map(\.json) == other.registry.ledger.map(\.json))
    }

    // MARK: Stale

    @Test("a version behind the record is stale: what changed since, when and by whom")
    func stale() throws {
        try office.carriesOut(#"{"command":"group.amend","code":"Q-0002","size":44}"#, by: "operator1")
        try office.carriesOut(#"{"command":"group.amend","code":"Q-0002","county":"قم"}"#)
        let refusal = office.refuses(
            #"{"command":"group.amend","code":"Q-0002","size":50,"version":1}"#, as: .stale,
            saying: "Q-0002", "operator1", "admin1", fa: "1401/05/09".inPersianDigits, en: "1401/05/09")
        #expect(refusal?.phrase.fa.contains("تعداد اعضا") == true && refusal?.phrase.fa.contains("شهرستان") == true)
        #expect(refusal?.phrase.en.contains("county, size") == true)
        let later = office.refuses(
            #"{"command":"group.amend","code":"Q-0002","size":50,"version":2}"#, as: .stale, saying: "admin1",
            en: "county")
        #expect(later?.phrase.en.contains("operator1") == false, "only what changed after version 2")
        try office.carriesOut(#"{"command":"group.amend","code":"Q-0002","size":50,"version":3}"#)
    }

    @Test(
        "every command that changes a record looks at its version",
        arguments: [
            (
                #"{"command":"group.amend","code":"Q-0002","size":41}"#,
                #""command":"group.amend","code":"Q-0002","size":7"#
            ),
            (#"{"command":"group.amend","code":"Q-0002","size":1}"#, #""command":"group.suspend","code":"Q-0002""#),
            (#"{"command":"group.amend","code":"Q-0002","size":1}"#, #""command":"group.dissolve","code":"Q-0002""#),
            (#"{"command":"group.suspend","code":"Q-0002"}"#, #""command":"group.reinstate","code":"Q-0002""#),
            (
                #"{"command":"person.amend","nationalID":"9990000018","birthYear":1360}"#,
                #""command":"person.amend","nationalID":"9990000018","birthYear":1361"#
            ),
            (
                #"{"command":"council.amend","code":"SH-01","name":"نو"}"#,
                #""command":"council.amend","code":"SH-01","name":"نوتر""#
            ),
            (
                #"{"command":"base.amend","code":"B-01","name":"نو"}"#,
                #""command":"base.amend","code":"B-01","name":"نوتر""#
            ),
            (
                #"{"command":"staff.amend","account":"trainer1","name":"نو"}"#,
                #""command":"staff.amend","account":"trainer1","role":"operator""#
            ),
            (
                #"{"command":"staff.amend","account":"trainer1","name":"نو"}"#,
                #""command":"staff.disable","account":"trainer1""#
            ),
            (
                #"{"command":"group.amend","code":"Q-0002","size":1}"#,
                #""command":"record.void","kind":"group","code":"Q-0002","reason":"دوباره""#
            ),
            (
                #"{"command":"group.amend","code":"Q-0002","size":1}"#,
                #""command":"membership.begin","group":"Q-0002","person":"9990000018","from":"1400/01/01""#
            ),
            (
                #"{"command":"council.amend","code":"SH-01","name":"نو"}"#,
                #""command":"office.appoint","body":"SH-01","office":"head","person":"9990000018","from":"1400/01/01""#
            ),
            (
                #"{"command":"base.amend","code":"B-01","name":"نو"}"#,
                #""command":"office.appoint","body":"B-01","office":"head","person":"9990000018","from":"1400/01/01""#
            ),
            (
                #"{"command":"group.amend","code":"Q-0002","size":1}"#,
                #""command":"office.appoint","body":"Q-0002","office":"head","person":"9990000018","from":"1400/01/01""#
            ),
        ])
    func everyCommand(change: String, command: String) throws {
        try office.carriesOut(change)
        office.refuses("{\(command),\"version\":1}", as: .stale, saying: "admin1")
    }

    // MARK: The order of checks

    @Test("shape, then permission, then what is there, then its version, its state, and at last the rule")
    func order() throws {
        let unknown = #""code":"Q-7777""#
        let known = #""code":"Q-0001""#
        try office.carriesOut(#"{"command":"group.amend","code":"Q-0001","size":25}"#)
        try office.carriesOut(#"{"command":"group.dissolve","code":"Q-0001"}"#)
        let amend = #"{"command":"group.amend","version":1,"fields":["medical","relief"],"#
        office.refuses(amend + unknown + #","size":0}"#, as: .invalidNumber, by: "trainer1")
        office.refuses(amend + unknown + "}", as: .notPermitted, by: "trainer1")
        office.refuses(amend + unknown + "}", as: .notFound, by: "operator1")
        office.refuses(amend + known + #","base":"B-99"}"#, as: .notFound, by: "operator1")
        office.refuses(amend + known + "}", as: .stale, by: "operator1")
        office.refuses(amend.replacing(":1,", with: ":3,") + known + "}", as: .wrongState, by: "operator1")
        try office.carriesOut(#"{"command":"group.reinstate","code":"Q-0001"}"#)
        office.refuses(amend.replacing(":1,", with: ":4,") + known + "}", as: .unknownValue, by: "operator1")
    }

    @Test(
        "how the fields fit together belongs to their shape",
        arguments: [
            #"{"command":"setting.change","name":"activity.weeks","value":3}"#,
            #"{"command":"setting.change","name":"report.due","value":"24:30"}"#,
            #"{"command":"record.void","kind":"staff","code":"operator1","reason":"دوباره"}"#,
            """
            {"command":"group.register","name":"نو","kind":"specialised","fields":["relief","other"],"county":"قم",\
            "size":12,"registeredOn":"1400/01/05","council":"SH-99"}
            """,
        ])
    func orderOfFit(line: String) {
        for account in ["trainer1", "nobody1", "admin1"] { office.refuses(line, as: .unknownValue, by: account) }
    }

    @Test("the fields of the command are looked at before the envelope's, and those before who sends it")
    func orderOfShapes() {
        office.refuses(
            #"{"command":"group.amend","code":"Q-0002","size":0,"version":"x"}"#, as: .invalidNumber, field: "size",
            by: "nobody1")
        office.refuses(
            #"{"command":"group.amend","code":"Q-0002","version":"x"}"#, as: .invalidNumber, field: "version",
            by: "nobody1")
        office.refuses(#"{"command":"group.amend","code":"Q-7777"}"#, as: .notPermitted, by: "nobody1")
    }
}
