import Domain
import Testing

/// What may not be done with camps, and by whom, beside what ``CampTests`` tells. The clock stands at 1401/05/09.
@Suite("What is refused about camps")
struct CampRefusalTests {
    let office: TestOffice

    /// A running camp with an open need and an open incident.
    init() throws {
        office = try TestOffice()
        for line in [
            CampTests.bahar, Self.command("camp.approve"), Self.command("camp.start"), CampTests.need,
            CampTests.incident("serious"),
        ] { try office.carriesOut(line) }
    }

    static func command(_ name: String, _ code: String = "C-001", _ more: String = "") -> String {
        #"{"command":"\#(name)","code":"\#(code)"\#(more)}"#
    }

    private func amend(_ more: String) -> String { Self.command("camp.amend", "C-001", "," + more) }

    private func suspendGroup() throws { try office.carriesOut(Self.command("group.suspend", "Q-0001")) }

    // MARK: Who may

    @Test("a supervisor reports, takes attendance, raises needs and records incidents; plans only by override")
    func supervisor() throws {
        for line in [
            CampTests.report("1401/05/02"),
            #"{"command":"camp.attend","camp":"C-001","day":"1401/05/02","people":["9990000050"]}"#,
            CampTests.need, CampTests.incident("minor"),
            Self.command("need.settle", "N-002", #","outcome":"met""#),
            Self.command("incident.resolve", "I-002", #","note":"خوب شد""#),
        ] { try office.carriesOut(line, by: "supervisor1") }
        for line in [
            CampTests.planned("C-002"), amend(#""title":"نو""#), Self.command("camp.suspend"),
            CampTests.planned("C-002", #","reason":"خودم""#),
        ] { office.refuses(line, as: .notPermitted, by: "supervisor1") }
    }

    @Test(
        "a trainer does nothing about camps",
        arguments: [
            CampTests.report("1401/05/02"), CampTests.need, CampTests.incident("minor"), CampTests.planned("C-002"),
            command("camp.suspend"), command("need.settle", "N-001", #","outcome":"met""#),
        ])
    func trainer(_ line: String) { office.refuses(line, as: .notPermitted, by: "trainer1") }

    // MARK: What changed meanwhile

    @Test("whoever looked at an older version is told who changed it")
    func stale() throws {
        try office.carriesOut(Self.command("camp.suspend"), by: "operator1")
        for name in ["camp.resume", "camp.close"] {
            office.refuses(Self.command(name, "C-001", #","version":3"#), as: .stale, saying: "operator1")
        }
        func attend(_ more: String) -> String {
            #"{"command":"camp.attend","camp":"C-001","day":"1401/05/02","people":[\#(more)}"#
        }
        try office.carriesOut(attend("]"))
        try office.carriesOut(attend(#""9990000050"]"#), by: "operator1")
        office.refuses(attend(#"],"version":1"#), as: .stale, saying: "operator1")
        let settle = Self.command("need.settle", "N-001", #","outcome":"met","version":1"#)
        let resolve = Self.command("incident.resolve", "I-001", #","note":"خوب","version":1"#)
        for line in [settle, resolve] {
            try office.carriesOut(line, by: "operator1")
            office.refuses(line, as: .stale, saying: "operator1")
        }
    }

    // MARK: Groups

    @Test("a group that is added is registered; one that was there may have been suspended since")
    func amendedGroups() throws {
        try suspendGroup()
        try office.carriesOut(amend(#""groups":["Q-0001 10","Q-0002 4"]"#))
        try office.carriesOut(amend(#""groups":["Q-0002 4"]"#))
        office.refuses(amend(#""groups":["Q-0001 10"]"#), as: .wrongState, saying: "Q-0001")
        office.refuses(amend(#""groups":["Q-7777 1"]"#), as: .notFound, field: "groups", saying: "Q-7777")
        office.refuses(amend(#""leader":"9991234561""#), as: .notFound, field: "leader")
        office.refuses(amend(#""groups":[]"#), as: .missingValue, field: "groups")
        office.refuses(amend(#""title":null"#), as: .missingValue, field: "title")
    }

    @Test("a camp of a group that was suspended since neither starts nor resumes")
    func beginning() throws {
        try office.carriesOut(Self.command("camp.suspend"))
        try office.carriesOut(CampTests.planned("C-002"))
        try office.carriesOut(Self.command("camp.approve", "C-002"))
        try suspendGroup()
        office.refuses(Self.command("camp.resume"), as: .wrongState, saying: "Q-0001")
        office.refuses(Self.command("camp.start", "C-002"), as: .wrongState, saying: "Q-0001")
        try office.carriesOut(Self.command("camp.cancel", "C-002"))
    }

    // MARK: Days

    @Test("a camp is lengthened past 14 days with a reason, and warned of like a new one")
    func amendedLength() throws {
        let refusal = office.refuses(amend(#""to":"1401/05/20""#), as: .campLength, field: "to", fa: "۲۰", en: "20")
        #expect(refusal?.canBeOverridden == true)
        let reasoned = amend(#""to":"1401/05/20","reason":"باران راه را بست""#)
        #expect(try office.carriesOut(reasoned, by: "supervisor1").overrides == ["camp-length"])
        func warnings(_ line: String) throws -> [String] {
            try office.carriesOut(line).warnings.compactMap { $0["warning"]?.string }
        }
        #expect(try warnings(amend(#""title":"دیگر""#)) == [], "what did not change is not warned of again")
        #expect(try warnings(amend(#""from":"1401/05/06","to":"1401/05/10""#)) == ["camp-length"])
        #expect(try warnings(amend(#""groups":["Q-0001 25"]"#)) == ["camp-length", "capacity"])
    }

    @Test("the days of a camp still hold its attendance and its incidents")
    func recorded() throws {
        office.refuses(amend(#""to":"1401/05/07""#), as: .invalidDate, field: "to", fa: "۱۴۰۱/۰۵/۰۸", en: "1401/05/08")
        try office.carriesOut(
            #"{"command":"camp.attend","camp":"C-001","day":"1401/05/02","people":["9990000050"]}"#)
        office.refuses(
            amend(#""from":"1401/05/03""#), as: .invalidDate, field: "from", fa: "۱۴۰۱/۰۵/۰۲", en: "1401/05/02")
    }

    @Test("a report whose correction was taken back, then corrected again, does not come back beside that")
    func oneCurrentReport() throws {
        try office.carriesOut(CampTests.report("1401/05/02"))
        let correction = try office.carriesOut(CampTests.report("1401/05/02", present: 11))
        try office.carriesOut(CampTests.report("1401/05/02", present: 10))
        office.refuses(#"{"command":"ledger.undo","undo":"\#(correction.id)"}"#, as: .overlap)
    }

    // MARK: Values

    @Test("words and numbers that do not fit")
    func values() throws {
        func need(_ quantity: String, _ urgency: String, _ more: String = "") -> String {
            """
            {"command":"need.raise","for":{"camp":"C-001"},"item":"پتو","quantity":\(quantity),"unit":"تخته",\
            "urgency":"\(urgency)"\(more)}
            """
        }
        office.refuses(need("0", "low"), as: .invalidNumber, field: "quantity")
        office.refuses(need("1", "soon"), as: .unknownValue, field: "urgency", saying: "soon")
        office.refuses(need("1", "low", #","neededBy":"1401/13/01""#), as: .invalidDate, field: "neededBy")
        office.refuses(need("1", "low", #","code":"N-001""#), as: .duplicateCode, saying: "N-001")
        office.refuses(Self.command("need.settle", "N-001", #","outcome":"lost""#), as: .unknownValue)
        office.refuses(CampTests.incident("grave"), as: .unknownValue, field: "severity", saying: "grave")
        office.refuses(CampTests.planned("C-002", kind: "town"), as: .unknownValue, field: "kind", saying: "town")
        office.refuses(CampTests.planned("C-002", to: "1401/07/31"), as: .invalidDate, field: "to")
        office.refuses(CampTests.report("1401/05/03", #","weather":"گرم""#), as: .unknownValue, field: "weather")
        office.refuses(
            #"{"command":"camp.report","camp":"C-001","day":"1401/05/03","present":1,"beneficiaries":-1}"#,
            as: .invalidNumber, field: "beneficiaries")
    }

    @Test("what is referred to is not voided, and what is voided is gone from the lists")
    func voiding() throws {
        func void(_ kind: String, _ code: String) -> String {
            #"{"command":"record.void","kind":"\#(kind)","code":"\#(code)","reason":"دوباره"}"#
        }
        office.refuses(void("camp", "C-001"), as: .wrongState, saying: "C-001")
        office.refuses(void("person", "9990000050"), as: .wrongState)
        try office.carriesOut(void("need", "N-001"))
        try office.carriesOut(void("incident", "I-001"))
        #expect(office.registry.all(Need.self).isEmpty && office.registry.all(Incident.self).isEmpty)
        try office.carriesOut(void("camp", "C-001"))
        office.refuses(CampTests.report("1401/05/03"), as: .notFound, field: "camp")
    }
}
