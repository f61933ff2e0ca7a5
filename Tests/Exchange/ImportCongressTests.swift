import Domain
import Exchange
import Persian
import Store
import Testing

@Suite("The congress's sheets")
struct ImportCongressTests {
    let office: OfficeFile
    private let congresses =
        "سال,شماره دوره,شهر میزبان,محل برگزاری,از تاریخ,تا تاریخ\n1401,2,قم,حرم,1401/05/09,1401/05/11\n"
    private let halls = "کد سالن,کنگره,نام سالن,صندلی\nHALL-A,1401,شبستان,600\nHALL-B,1401,سالن جلسات,80\n"
    private let sessions = """
        کد نشست,کنگره,سالن,از,تا,عنوان,گونه,سخنرانان
        SE-01,1401,HALL-A,1401/05/09 10:00,1401/05/09 11:30,افتتاحیه,آیین,9990000018
        SE-02,1401,HALL-A,1401/05/09 11:00,1401/05/09 12:00,میزگرد,میزگرد,
        SE-03,1401,HALL-B,1401/05/09 22:30,1401/05/10 00:30,شب خاطره,یادواره,

        """

    init() throws {
        office = try newOffice()
        try office.send(#"{"command":"person.record","nationalID":"9990000018","firstName":"سارا","lastName":"نوری"}"#)
        #expect(try office.importing(CongressesSheet.self, congresses).counts == [1, 1, 0, 0, 0])
        #expect(try office.importing(HallsSheet.self, halls).counts == [2, 2, 0, 0, 0])
    }

    private func exported(_ kind: ListingKind) throws -> String {
        var text = ""
        let masking = Masking(for: .administrator)
        try office.view { (reader) throws(DecideError) in
            let question = ListingQuestion(masking: masking, day: Day(number: 19_205))
            try kind.write(question, as: .csv, in: reader) { text += $0 }
        }
        return text
    }

    @Test("bring the programme; a session that clashes is refused with the next free time")
    func programme() throws {
        let report = try office.importing(SessionsSheet.self, sessions)
        #expect(report.counts == [3, 2, 0, 0, 1])
        #expect(report.refusals.first?.refusal.code == .overlap)
        #expect(report.refusals.first?.refusal.phrase.en.contains("1401/05/09 11:30") == true)
    }

    @Test("move a session whose time is another, and cancel one that was cancelled")
    func changes() throws {
        try office.importing(SessionsSheet.self, sessions)
        let moved = sessions.replacing("1401/05/09 11:00,1401/05/09 12:00", with: "1401/05/09 11:30,1401/05/09 12:00")
        #expect(try office.importing(SessionsSheet.self, moved).counts == [3, 1, 2, 0, 0])
        let later = moved.replacing("1401/05/09 11:30,1401/05/09 12:00", with: "1401/05/09 13:00,1401/05/09 14:00")
        #expect(try office.importing(SessionsSheet.self, later).counts == [3, 0, 2, 1, 0])
        let cancelled = later.replacing("سخنرانان", with: "وضعیت").replacing("9990000018", with: "لغوشده")
        #expect(try office.importing(SessionsSheet.self, cancelled).counts == [3, 0, 2, 1, 0])
        #expect(try office.find(CongressSession.self, "SE-01")?.state == .cancelled)
    }

    @Test("that were exported come back all the same")
    func exportedAgain() throws {
        try office.importing(SessionsSheet.self, sessions)
        #expect(try office.importing(CongressesSheet.self, exported(.congresses)).counts == [1, 0, 1, 0, 0])
        #expect(try office.importing(HallsSheet.self, exported(.halls)).counts == [2, 0, 2, 0, 0])
        #expect(try office.importing(SessionsSheet.self, exported(.sessions)).counts == [2, 0, 2, 0, 0])
    }

    @Test("what differs from a hall or an edition that is there is refused, not passed over")
    func differs() throws {
        #expect(try office.importing(HallsSheet.self, halls.replacing("600", with: "60")).counts == [2, 0, 1, 0, 1])
        let other = congresses.replacing("قم", with: "یزد")
        let report = try office.importing(CongressesSheet.self, other)
        #expect(report.counts == [1, 0, 0, 0, 1])
        #expect(report.refusals.first?.refusal.code == .duplicateCode)
    }
}
