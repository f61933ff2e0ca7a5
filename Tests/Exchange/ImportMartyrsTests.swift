import Domain
import Exchange
import Persian
import Store
import Testing

/// Every name on the roll is invented.
@Suite("The sheet of the roll of honour")
struct ImportMartyrsTests {
    let office: OfficeFile
    private let sheet = """
        نام,شخص,تاریخ شهادت,محل شهادت,زندگی‌نامه
        پویا نمونه,,1398/01/06,نمونه‌آباد,زندگی‌نامه‌ای ساختگی.
        ,9990000018,1400/11/06,نمونه‌آباد,
        آوا نمونه,,1409/01/06,نمونه‌آباد,

        """

    init() throws {
        office = try newOffice()
        try office.send(#"{"command":"person.record","nationalID":"9990000018","firstName":"سارا","lastName":"نوری"}"#)
    }

    private func entry(_ code: String) throws -> Martyr { try #require(try office.find(Martyr.self, code)) }

    @Test("proposes entries and documents those that bring a biography; the same again changes nothing")
    func brings() throws {
        let report = try office.importing(MartyrsSheet.self, sheet)
        #expect(report.counts == [3, 2, 0, 0, 1])
        #expect(report.refusals.first?.refusal.code == .invalidDate)
        #expect(try entry("M-001").state == .documented && entry("M-001").name == "پویا نمونه")
        #expect(try entry("M-002").state == .proposed && entry("M-002").name == "سارا نوری")
        #expect(try office.importing(MartyrsSheet.self, sheet).counts == [3, 0, 2, 0, 1])
    }

    @Test("documents an entry that is there, and refuses what would make it another's")
    func changes() throws {
        try office.importing(MartyrsSheet.self, sheet)
        let told = sheet.replacing("1400/11/06,نمونه‌آباد,", with: "1400/11/06,نمونه‌آباد,متن تازه")
        #expect(try office.importing(MartyrsSheet.self, told).counts == [3, 0, 1, 1, 1])
        #expect(try entry("M-002").biography == "متن تازه")
        let other = "کد شهید,نام,تاریخ شهادت,محل شهادت,زندگی‌نامه\nM-001,کسی دیگر,1398/01/06,نمونه‌آباد,متن\n"
        let report = try office.importing(MartyrsSheet.self, other)
        #expect(report.counts == [1, 0, 0, 0, 1])
        #expect(report.refusals.first?.refusal.code == .duplicateCode)
    }

    @Test("that was exported comes back all the same")
    func exportedAgain() throws {
        try office.importing(MartyrsSheet.self, sheet)
        var text = ""
        try office.view { (reader) throws(DecideError) in
            let question = ListingQuestion(masking: Masking(for: .administrator), day: Day(number: 19_205))
            try ListingKind.martyrs.write(question, as: .csv, in: reader) { text += $0 }
        }
        #expect(try office.importing(MartyrsSheet.self, text).counts == [2, 0, 2, 0, 0])
    }
}
