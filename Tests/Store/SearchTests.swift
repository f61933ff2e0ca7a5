import Domain
import Persian
import Testing

@testable import Store

@Suite("Finding records")
struct SearchTests {
    /// Names as people type them on keyboards of all sorts.
    static func office() throws -> OfficeFile {
        let office = try newOffice()
        try office.send(#"{"command":"council.found","code":"SH-01","name":"شورای پردیسان"}"#)
        try office.send(#"{"command":"base.found","code":"B-01","name":"قرارگاه کوثر"}"#)
        try office.record(
            someIDs[0], first: "زهرا", last: "كاظمي‌نژاد", #","mobile":"۰۹۱۲۳۴۵۶۷۸۹","skills":["برق‌کاری"]"#)
        try office.record(someIDs[1], first: "علی", last: "کاظمی نژاد")
        try office.record(someIDs[2], first: "مینا", last: "پارسا")
        try office.register("Q-0001", name: "یاوران كاظمي", #","council":"SH-01","base":"B-01""#)
        try office.register("Q-0002", name: "شهید کاظمی ۱۲", #","head":"\#(someIDs[2])""#)
        try office.register("Q-0003", name: "100% مهر_ورزان *", #","note":"همکار «قم» OR \"نور\"""#)
        return office
    }

    @Test(
        "spelling, digits, ZWNJ and letters of any script make no difference",
        arguments: [
            ("کاظمی", ["Q-0001", "Q-0002"]), ("كاظمي", ["Q-0001", "Q-0002"]), ("12", ["Q-0002"]), ("۱۲", ["Q-0002"]),
            ("١٢", ["Q-0002"]), ("q-0002", ["Q-0002"]), ("Q-۰۰۰۲", ["Q-0002"]), ("  یاوران   کاظمی ", ["Q-0001"]),
        ])
    func folded(_ text: String, _ expected: [String]) throws {
        #expect(Set(try Self.office().groups(matching: text)) == Set(expected))
    }

    @Test("ZWNJ or a space", arguments: ["کاظمی‌نژاد", "کاظمی نژاد", "كاظمي نژاد", "نژاد کاظمی"])
    func joiners(_ text: String) throws {
        #expect(Set(try Self.office().people(matching: text)) == Set(someIDs.prefix(2)))
    }

    @Test(
        "one letter and two letters find too",
        arguments: [("پ", [someIDs[2]]), ("پا", [someIDs[2]]), ("زه", [someIDs[0]]), ("ظم", Array(someIDs.prefix(2)))])
    func short(_ text: String, _ expected: [String]) throws {
        #expect(Set(try Self.office().people(matching: text)) == Set(expected))
    }

    @Test("people are found by national ID, mobile and skill", arguments: ["9990000018", "۳۴۵۶۷۸", "برق کاری"])
    func people(_ text: String) throws {
        #expect(try Self.office().people(matching: text) == [someIDs[0]])
    }

    @Test("words stand in any order and must all be there")
    func words() throws {
        let office = try Self.office()
        #expect(try office.groups(matching: "کاظمی شهید") == ["Q-0002"])
        #expect(try office.groups(matching: "کاظمی 12 شه") == ["Q-0002"])
        #expect(try office.groups(matching: "کاظمی مهر") == [])
        #expect(try office.groups(matching: "کاظمی مه") == [])
    }

    @Test(
        "what means something to a query language is plain text",
        arguments: [
            ("100%", ["Q-0003"]), ("%", ["Q-0003"]), ("_", ["Q-0003"]), ("ر_و", ["Q-0003"]), ("*", ["Q-0003"]),
            ("کاظم*", []), ("مهر%ورزان", []), ("OR", ["Q-0003"]), ("یاوران OR مهر", []), ("NOT یاوران", []),
            ("\"نور\"", ["Q-0003"]), ("\"", ["Q-0003"]), ("'; DROP TABLE groups; --", []), ("search:کاظمی", []),
            ("(کاظمی", []), ("^یاوران", []), ("NEAR(کاظمی شهید)", []), ("'", []), ("\"\"\"", []),
            ("-", ["Q-0003", "Q-0002", "Q-0001"]),
        ])
    func plain(_ text: String, _ expected: [String]) throws {
        #expect(Set(try Self.office().groups(matching: text)) == Set(expected))
    }

    @Test("a match does not reach from one field into the next")
    func fields() throws {
        let office = try newOffice()
        try office.register("Q-0001", name: "بهار", #","note":"باران""#)
        #expect(try office.groups(matching: "بهارقم") == [])
        #expect(try office.groups(matching: "رق") == [])
    }

    @Test("a group is found by its council, base, county, fields, head and note")
    func related() throws {
        let office = try Self.office()
        for text in ["پردیسان", "کوثر"] { #expect(try office.groups(matching: text) == ["Q-0001"], "\(text)") }
        #expect(try office.groups(matching: "امدادی قم").count == 3)
        #expect(try office.groups(matching: "مینا پارسا") == ["Q-0002"])
        #expect(try office.groups(matching: "همکار") == ["Q-0003"])
    }

    @Test("a head who gets another name, a succession, a renamed base or council: the group follows")
    func follows() throws {
        let office = try Self.office()
        try office.send(#"{"command":"person.amend","nationalID":"\#(someIDs[2])","lastName":"واحدی"}"#)
        #expect(try office.groups(matching: "پارسا") == [])
        #expect(try office.groups(matching: "واحدی") == ["Q-0002"])

        try office.send(
            """
            {"command":"office.appoint","body":"Q-0002","office":"head","person":"\(someIDs[1])","from":"1401/01/01",
            "succeed":true}
            """)
        #expect(try office.groups(matching: "واحدی") == [])
        #expect(try office.groups(matching: "علی کاظمی") == ["Q-0002"])
        try office.send(#"{"command":"office.end","body":"Q-0002","office":"head","to":"1401/02/01"}"#)
        #expect(try office.groups(matching: "علی") == [])

        try office.send(#"{"command":"base.amend","code":"B-01","name":"قرارگاه ولایت"}"#)
        #expect(try office.groups(matching: "کوثر") == [])
        #expect(try office.groups(matching: "ولایت") == ["Q-0001"])
        try office.send(#"{"command":"council.amend","code":"SH-01","name":"شورای نیروگاه"}"#)
        #expect(try office.groups(matching: "پردیسان") == [])
        #expect(try office.groups(matching: "نیروگاه") == ["Q-0001"])
    }

    @Test("a page pasted by mistake is no longer question than anybody types")
    func endless() throws {
        let office = try Self.office()
        #expect(Filter(String(repeating: "ا", count: 100_000)).words.map(\.unicodeScalars.count) == [200])
        #expect(Filter((0..<10_000).map(String.init).joined(separator: " ")).words.count <= 32)
        #expect(try office.groups(matching: String(repeating: "اب", count: 50_000)) == [])
    }

    @Test("the trigram index holds what the records hold, after work of all sorts")
    func sound() throws {
        let office = try LedgerChainTests.worked()
        for table in ["groups", "people", "councils", "bases", "staff", "ledger"] {
            // FTS5 compares its index with the table and fails when they differ.
            try office.execute("INSERT INTO \(table)Search (\(table)Search, rank) VALUES ('integrity-check', 1)")
        }
    }
}
