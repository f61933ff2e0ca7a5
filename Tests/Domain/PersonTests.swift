import Domain
import Persian
import Testing

@Suite("People")
struct PersonTests {
    let office: TestOffice
    init() throws { office = try TestOffice() }

    @Test("a person is recorded with all that is known, normalised")
    func record() throws {
        let entry = try office.carriesOut(
            """
            {"command":"person.record","nationalID":"۹۹۹۱۲۳۴۵۶۱","firstName":" لیلا ","lastName":"زارع",\
            "gender":"زن","mobile":"+98 912 345-6789","birthYear":"۱۳۷۰","skills":["جوشکاري","جوشکاری"," ","بنایی"]}
            """)
        let person = try office.person("9991234561")
        #expect(person.fullName == "لیلا زارع" && person.gender == .female && person.birthYear == 1370)
        #expect(person.mobile == "09123456789")
        #expect(person.skills == ["جوشکاري", "بنایی"], "each once, blanks left out")
        #expect(entry.answer["result"]?["nationalID"] == .string("9991234561"))
        #expect(entry.answer["result"]?["mobile"] == .string("09123456789"))
    }

    @Test("the leading zeros that a spreadsheet lost come back")
    func leadingZeros() throws {
        try office.carriesOut(#"{"command":"person.record","nationalID":12345679,"firstName":"حسن","lastName":"نجفی"}"#)
        #expect(try office.person("0012345679").lastName == "نجفی")
    }

    @Test("a national ID stands once")
    func duplicate() {
        office.refuses(
            #"{"command":"person.record","nationalID":"۹۹۹۰۰۰۰۰۱۸","firstName":"علی","lastName":"کریمی"}"#,
            as: .duplicateCode, field: "nationalID", saying: "علی کریمی", fa: "۹۹۹۰۰۰۰۰۱۸",
            en: "9990000018")
    }

    @Test("amending changes what is given, clears what is null, and leaves the rest")
    func amend() throws {
        try office.carriesOut(
            """
            {"command":"person.amend","nationalID":"9990000050","firstName":"رضا‌قلی","lastName":"باقری نژاد",\
            "gender":"male","mobile":"9120000050","birthYear":1360,"skills":["بنایی"]}
            """)
        var person = try office.person("9990000050")
        #expect(person.fullName == "رضا‌قلی باقری نژاد" && person.gender == .male && person.birthYear == 1360)
        #expect(person.mobile == "09120000050" && person.skills == ["بنایی"])
        try office.carriesOut(#"{"command":"person.amend","nationalID":"9990000050","birthYear":1361}"#)
        person = try office.person("9990000050")
        #expect(person.mobile == "09120000050" && person.skills == ["بنایی"] && person.birthYear == 1361)
        try office.carriesOut(
            """
            {"command":"person.amend","nationalID":"9990000050","gender":null,"mobile":null,"birthYear":null,\
            "skills":null}
            """)
        person = try office.person("9990000050")
        #expect(person.gender == nil && person.mobile == nil && person.birthYear == nil && person.skills.isEmpty)
        #expect(person.version == 4)
    }

    @Test("amending somebody unknown")
    func amendMissing() {
        office.refuses(
            #"{"command":"person.amend","nationalID":"9991234561","firstName":"لیلا"}"#, as: .notFound,
            field: "nationalID", saying: "9991234561")
    }

    @Test("whole for those who may edit people, masked for the others")
    func masking() {
        for role in [Role.administrator, .operator] {
            #expect(Masking(for: role).nationalID("9990000018") == "9990000018")
            #expect(Masking(for: role).mobile("09120000018") == "09120000018")
        }
        for role in [Role.supervisor, .trainer] {
            #expect(Masking(for: role).nationalID("9990000018") == "999••••018")
            #expect(Masking(for: role).mobile("09120000018") == "0912••••018")
            #expect(!Masking(for: role).nationalID("no ID").contains("no"), "what cannot be masked in part is hidden")
        }
    }

    @Test(
        "in the ledger too, however they were typed",
        arguments: [
            #"{"command":"person.record","nationalID":"٩٩٩٠٠٠٠٠٦٩","firstName":"لیلا","lastName":"نوری","mobile":"0098 912 000 0069"}"#,
            #"{"command":"person.record","nationalID":9990000069,"firstName":"لیلا","lastName":"نوری","mobile":9120000069}"#,
            #"{"command":"membership.begin","group":"Q-0001","person":"۹۹۹-۰۰۰۰۰۱-۸","from":"1400/06/01"}"#,
            #"{"command":"record.void","kind":"person","code":"۹۹۹۰۰۰۰۱۴۱","reason":"ثبت دوباره"}"#,
        ])
    func ledgerMasking(_ line: String) throws {
        let entry = try office.carriesOut(line)
        let seen = latinDigits(entry.json(Masking(for: .supervisor)).text).filter { $0 != " " && $0 != "-" }
        for secret in ["9990000069", "9120000069", "9990000018", "9990000141"] { #expect(!seen.contains(secret)) }
        #expect(seen.contains("999••••"))
        #expect(entry.json(Masking(for: .operator)) == entry.json, "whole for those who may edit people")
        let from = JSON.string("2021-08-23")
        #expect(entry.changes.first?.json["after"]?["from"].map { $0 == from } ?? true, "a day is no national ID")
    }
}
