import Domain
import Persian
import Testing

/// What each sort of field accepts; the fields of all commands are made of these sorts.
@Suite("The shape of fields")
struct FieldShapeTests {
    let office: TestOffice
    init() throws { office = try TestOffice() }

    /// A whole command of each sort, into which one field at a time is put.
    private static let whole: [String: String] = [
        "group.register": """
        {"command":"group.register","code":"Q-0003","name":"بهار","kind":"general","fields":["relief"],"county":"قم",\
        "size":12,"registeredOn":"1400/01/05"}
        """,
        "group.amend": #"{"command":"group.amend","code":"Q-0001"}"#,
        "person.record": #"{"command":"person.record","nationalID":"9991234561","firstName":"لیلا","lastName":"زارع"}"#,
        "person.amend": #"{"command":"person.amend","nationalID":"9990000018"}"#,
        "office.appoint": """
        {"command":"office.appoint","body":"SH-01","office":"head","person":"9990000018","from":"1400/01/01"}
        """,
        "staff.add": #"{"command":"staff.add","account":"other1","name":"دیگری","role":"operator"}"#,
        "ledger.undo": #"{"command":"ledger.undo","undo":"01890000-0000-7000-8000-000000000001"}"#,
        "record.void": #"{"command":"record.void","kind":"group","code":"Q-0002","reason":"دوباره"}"#,
    ]

    /// The command with that field put in; without it when the value is empty.
    private func line(_ command: String, _ field: String, _ value: String) throws -> String {
        let whole = try #require(Self.whole[command])
        let json = try #require(JSON(parsing: whole)).without(field)
        return value.isEmpty ? json.text : "\(json.text.dropLast()),\"\(field)\":\(value)}"
    }

    @Test(
        "numbers are whole and within their range",
        arguments: ["0", "-1", "100001", "12.5", "\"چهل\"", "\"12 نفر\"", "true", "[12]", "{}", "99999999999999999999"])
    func number(value: String) throws {
        for command in ["group.register", "group.amend"] {
            office.refuses(try line(command, "size", value), as: .invalidNumber, field: "size", en: "from 1 to 100,000")
        }
    }

    @Test("numbers in any digits", arguments: ["44", "44.0", "\"44\"", "\" ۴۴ \"", "\"٤٤\""])
    func numberAccepted(value: String) throws {
        try office.carriesOut(line("group.amend", "size", value))
        #expect(try office.group("Q-0001").size == 44)
    }

    @Test("a birth year is a Jalali one", arguments: ["1279", "1985", "70"])
    func birthYear(value: String) throws {
        office.refuses(
            try line("person.amend", "birthYear", value), as: .invalidNumber, field: "birthYear", saying: value)
    }

    @Test(
        "dates that are none, with why",
        arguments: [
            ("\"1400/12/30\"", "Esfand 1400 has 29 days"), ("\"1400/07/31\"", "Mehr has 30 days"),
            ("\"1400/13/01\"", "no month 13"), ("\"دیروز\"", "year/month/day"), ("14000105", "year/month/day"),
            ("\"00/01/05\"", "four digits"), ("true", "year/month/day"), ("[\"1400/01/05\"]", "year/month/day"),
        ])
    func date(value: String, why: String) throws {
        office.refuses(
            try line("group.register", "registeredOn", value), as: .invalidDate, field: "registeredOn", en: why)
        office.refuses(try line("office.appoint", "from", value), as: .invalidDate, field: "from", en: why)
    }

    @Test(
        "one day, however it is written",
        arguments: ["1400/01/05", "1400-1-5", "۱۴۰۰.۰۱.۰۵", "2021-03-25", " 2021/3/25 "])
    func dateAccepted(text: String) throws {
        try office.carriesOut(line("group.amend", "registeredOn", "\"\(text)\""))
        #expect(try office.group("Q-0001").registeredOn.iso == "2021-03-25")
    }

    @Test(
        "national IDs that are none, with why",
        arguments: [
            ("\"9991324561\"", "last digit"), ("1111111111", "equal digits"), ("\"999\"", "has 3 digits"),
            ("\"99900000180\"", "11 digits"), ("\"999000001A\"", "“A”"), ("true", "no valid"), ("{}", "no valid"),
        ])
    func nationalID(value: String, why: String) throws {
        for (command, field) in [
            ("person.record", "nationalID"), ("person.amend", "nationalID"), ("group.register", "head"),
            ("group.register", "mediaLiaison"), ("office.appoint", "person"),
        ] {
            office.refuses(try line(command, field, value), as: .invalidNationalID, field: field, en: why)
        }
    }

    @Test("mobiles that are none", arguments: ["\"0251234\"", "\"02532345678\"", "\"0912x000018\"", "912", "false"])
    func mobile(value: String) throws {
        for command in ["person.record", "person.amend"] {
            office.refuses(
                try line(command, "mobile", value), as: .invalidMobile, field: "mobile", fa: "۰۹۱۲۳۴۵۶۷۸۹",
                en: "09123456789")
        }
    }

    @Test(
        "choices: what is accepted is listed",
        arguments: [
            ("group.register", "kind", "\"secret\"", "general, specialised"),
            ("group.register", "fields", "[\"astronautics\"]", "construction, cultural, medical, education"),
            ("group.register", "fields", "[\"medical\",5]", "relief, other"),
            ("group.amend", "kind", "5", "general, specialised"),
            ("person.amend", "gender", "\"x\"", "female, male"), ("staff.add", "role", "\"king\"", "administrator"),
            ("office.appoint", "office", "\"chair\"", "head, media liaison"),
            ("office.appoint", "succeed", "\"yes\"", "true or false"),
            ("office.appoint", "succeed", "1", "true or false"),
            ("record.void", "kind", "\"staff\"", "group, council, base, term, person, membership"),
        ])
    func choice(command: String, field: String, value: String, accepted: String) throws {
        office.refuses(try line(command, field, value), as: .unknownValue, field: field, en: accepted)
    }

    @Test(
        "values of another kind",
        arguments: [
            ("group.register", "name", "5"), ("group.register", "county", "true"), ("group.amend", "note", "[\"x\"]"),
            ("group.register", "code", "true"), ("group.register", "code", "\"Q 1!\""),
            ("group.amend", "council", "{}"),
            ("group.register", "base", "1.5"), ("person.amend", "skills", "5"), ("person.amend", "skills", "[5]"),
            ("staff.add", "account", "5"), ("staff.add", "account", "\"two words\""), ("staff.add", "name", "[]"),
            ("ledger.undo", "undo", "5"), ("record.void", "kind", "5"), ("record.void", "reason", "5"),
        ])
    func otherKind(command: String, field: String, value: String) throws {
        office.refuses(try line(command, field, value), as: .unknownValue, field: field)
    }

    @Test("texts have a limit, and it is told", arguments: [("name", 200, "200"), ("county", 100, "100")])
    func limit(field: String, limit: Int, told: String) throws {
        let long = String(repeating: "x", count: limit + 1)
        office.refuses(try line("group.amend", field, "\"\(long)\""), as: .unknownValue, field: field, en: told)
        let longest = String(repeating: "ب", count: limit)
        try office.carriesOut(line("group.amend", field, "\"\(longest)\""))
    }

    @Test(
        "a required field is neither absent, null nor blank",
        arguments: [
            ("group.register", "name"), ("group.register", "kind"), ("group.register", "fields"),
            ("group.register", "county"), ("group.register", "size"), ("group.register", "registeredOn"),
            ("group.amend", "code"), ("person.record", "nationalID"), ("person.record", "firstName"),
            ("person.record", "lastName"), ("office.appoint", "body"), ("office.appoint", "office"),
            ("office.appoint", "person"), ("office.appoint", "from"), ("staff.add", "account"), ("staff.add", "name"),
            ("staff.add", "role"), ("ledger.undo", "undo"), ("record.void", "kind"), ("record.void", "code"),
            ("record.void", "reason"),
        ])
    func required(command: String, field: String) throws {
        for value in ["", "null", field == "fields" ? "[]" : "\" \\u200c\""] {
            office.refuses(try line(command, field, value), as: .missingValue, field: field)
        }
    }

    @Test(
        "what a record cannot be without is not cleared",
        arguments: [
            ("group.amend", "name"), ("group.amend", "kind"), ("group.amend", "fields"), ("group.amend", "county"),
            ("group.amend", "size"), ("group.amend", "registeredOn"), ("person.amend", "firstName"),
            ("person.amend", "lastName"),
        ])
    func kept(command: String, field: String) throws {
        office.refuses(try line(command, field, "null"), as: .missingValue, field: field)
        try office.carriesOut(line(command, field, ""))
    }

    @Test("a field that the command does not have is named, with those it has", arguments: Commands.all.map { $0.name })
    func unknownField(command: String) throws {
        let known = try #require(Commands.named(command)?.parameters.first?.name)
        office.refuses(
            #"{"command":"\#(command)","colour":"red"}"#, as: .unknownValue, field: "colour", saying: "colour", known)
    }

    @Test("a command that there is not is named, with those of its part")
    func unknownCommand() {
        office.refuses(
            #"{"command":"group.teleport","code":"Q-0001"}"#, as: .unknownCommand, saying: "group.teleport",
            "group.register, group.amend")
        office.refuses(#"{"command":"camel.ride"}"#, as: .unknownCommand, saying: "camel.ride", "ledger.undo")
        for line in [#"{"code":"Q-0001"}"#, #"{"command":5}"#, "[]", "5", "null"] {
            office.refuses(line, as: .unknownCommand, saying: "group.register")
        }
    }

    @Test("every field and command is called something in both languages")
    func phrases() {
        for command in Commands.all {
            #expect(command.title.fa != command.title.en && !command.title.en.isEmpty, "\(command.name)")
            for use in command.parameters {
                #expect(!use.phrase.fa.isEmpty && !use.phrase.en.isEmpty, "\(command.name) \(use.name)")
            }
        }
        for type in RecordKind.allTypes {
            #expect(type.columnPhrases.allSatisfy { !$0.fa.isEmpty && !$0.en.isEmpty }, "\(type.kind.name)")
        }
    }
}

extension Record {
    fileprivate static var columnPhrases: [Phrase] { columns.map(\.phrase) + [kind.phrase] }
}
