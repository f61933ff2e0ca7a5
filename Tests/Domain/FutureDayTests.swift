import Domain
import Persian
import Testing

/// Days that should be past, the national register and birth years. The clock stands at 1401/05/09.
@Suite("Days still to come")
struct FutureDayTests {
    let office: TestOffice
    init() throws { office = try TestOffice() }

    private func register(_ day: String, code: String = "Q-0009", _ more: String = "") -> String {
        """
        {"command":"group.register","code":"\(code)","name":"گروه \(code)","kind":"general","fields":["medical"],\
        "county":"قم","size":9,"registeredOn":"\(day)"\(more)}
        """
    }

    private func warnings(_ entry: LedgerEntry) -> [String] { entry.warnings.compactMap { $0["warning"]?.string } }

    @Test("a lunar year in a Jalali field is warned of, with what it comes to as a lunar date")
    func lunar() throws {
        let entry = try office.carriesOut(register("1442/08/11"))
        #expect(warnings(entry) == ["future-date"])
        let (fa, en) = (entry.warnings[0]["fa"]?.string ?? "", entry.warnings[0]["en"]?.string ?? "")
        #expect(fa.contains("شمسی") && fa.contains("۱۴۴۲/۰۸/۱۱") && fa.contains("۱۴۰۰/۰۱/۰۵"), "\(fa)")
        #expect(en.contains("Jalali") && en.contains("1442/08/11") && en.contains("1400/01/05"), "\(en)")
    }

    @Test("a Gregorian day still to come names its calendar")
    func gregorian() throws {
        let entry = try office.carriesOut(register("2023-01-05"))
        #expect(entry.warnings.first?["en"]?.string?.contains("Gregorian") == true)
        #expect(entry.warnings.first?["fa"]?.string?.contains("میلادی") == true)
    }

    @Test("today and before are not warned of; an amended day, an appointment and a membership are")
    func others() throws {
        #expect(warnings(try office.carriesOut(register("1401/05/09"))) == [])
        #expect(
            warnings(try office.carriesOut(#"{"command":"group.amend","code":"Q-0009","registeredOn":"1401/05/10"}"#))
                == ["future-date"])
        #expect(
            warnings(
                try office.carriesOut(
                    #"{"command":"group.amend","code":"Q-0009","registeredOn":"1401/05/10","size":8}"#)) == [])
        #expect(
            warnings(
                try office.carriesOut(
                    #"{"command":"office.appoint","body":"Q-0009","office":"head","person":"9990000018","from":"1401/06/01"}"#
                )) == ["future-date"])
        #expect(
            warnings(
                try office.carriesOut(
                    #"{"command":"membership.begin","group":"Q-0009","person":"9990000018","from":"1401/06/01"}"#))
                == ["future-date"])
    }

    @Test("a code of the national register belongs to one group")
    func atlasCode() throws {
        try office.carriesOut(register("1400/01/01", #","atlasCode":" at-۱۲ ""#))
        #expect(try office.group("Q-0009").atlasCode == "AT-12")
        office.refuses(
            register("1400/01/01", code: "Q-0010", #","atlasCode":"AT-12""#), as: .duplicateCode, field: "atlasCode",
            saying: "Q-0009", "AT-12")
        office.refuses(
            #"{"command":"group.amend","code":"Q-0002","atlasCode":"at-12"}"#, as: .duplicateCode, field: "atlasCode")
        try office.carriesOut(#"{"command":"group.amend","code":"Q-0009","atlasCode":null}"#)
        try office.carriesOut(#"{"command":"group.amend","code":"Q-0002","atlasCode":"at-12"}"#)
        #expect(try office.group("Q-0002").atlasCode == "AT-12")
    }

    @Test("nobody was born after the year in which it is recorded; years have no thousands separator")
    func birthYear() throws {
        func record(_ year: Int, _ id: String) -> String {
            #"{"command":"person.record","nationalID":"\#(id)","firstName":"ا","lastName":"ب","birthYear":\#(year)}"#
        }
        let refusal = office.refuses(
            record(1402, "9991234561"), as: .invalidNumber, field: "birthYear", fa: "از ۱۲۸۰ تا ۱۴۰۱",
            en: "from 1280 to 1401")
        #expect(refusal?.phrase.fa.contains("٬") == false)
        office.refuses(record(1279, "9991234561"), as: .invalidNumber, field: "birthYear", fa: "۱۲۸۰ تا ۱۴۹۸")
        office.refuses(
            #"{"command":"person.amend","nationalID":"9990000018","birthYear":1450}"#, as: .invalidNumber,
            field: "birthYear")
        try office.carriesOut(record(1401, "9991234561"))
    }

    @Test("a successor on the day on which the first term began is told the earliest day")
    func successor() throws {
        func appoint(_ day: String, _ person: String = "9990000034") -> String {
            """
            {"command":"office.appoint","body":"Q-0001","office":"mediaLiaison","person":"\(person)","from":"\(day)",\
            "succeed":true}
            """
        }
        office.refuses(
            appoint("1398/02/10"), as: .overlap, field: "from", saying: "زهرا نوری", fa: "زودترین روز ۱۳۹۸/۰۲/۱۱",
            en: "the earliest day is 1398/02/11")
        office.refuses(
            appoint("1400/01/01", "9990000026"), as: .overlap, field: "person", fa: "خود", en: "somebody else")
        let entry = try office.carriesOut(appoint("1398/02/11"))
        #expect((entry.main?.record as? Term)?.person == "9990000034", "the ledger speaks of who came")
    }
}
