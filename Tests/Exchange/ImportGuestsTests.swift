import Domain
import Exchange
import Persian
import Store
import Testing

@Suite("A sheet of guests")
struct ImportGuestsTests {
    private func office() throws -> OfficeFile {
        let office = try newOffice()
        try office.send(
            """
            {"command":"congress.open","year":1401,"number":2,"city":"قم","venue":"حرم","from":"1401/05/09",\
            "to":"1401/05/11"}
            """)
        return office
    }

    private func sheet(_ rows: [String]...) -> String {
        csv([["نام و نام خانوادگی", "سمت", "دسته", "رتبه", "همراهان"]] + rows, delimiter: ",", lineEnd: "\r\n")
    }

    @Test("without codes invites each once, namesakes of another rank too, and refuses row by row")
    func withoutCodes() throws {
        let office = try office()
        let text = sheet(
            ["رضا حسینی", "استاندار", "استانی", "۳", "2"], ["رضا حسینی", "", "خانواده شهید", "1", ""],
            ["مریم زارع", "", "دیگران", "1", "0"], ["علی", "", "سایر", "صفر", "0"])
        let report = try office.importing(GuestsSheet.self, text)
        #expect(report.counts == [4, 2, 0, 0, 2])
        #expect(report.reasons == ["4  دسته unknown-value", "5  رتبه invalid-number"])
        let again = try office.importing(GuestsSheet.self, text)
        #expect(again.counts == [4, 0, 2, 0, 2])
    }

    @Test("that was exported comes back all the same; who is somebody else by now is refused")
    func exported() throws {
        let office = try office()
        try office.importing(GuestsSheet.self, sheet(["رضا حسینی", "استاندار", "استانی", "3", "2"]))
        let question = ListingQuestion(masking: Masking(for: .administrator), day: today.today())
        var exported = ""
        try office.view { (reader) throws(DecideError) in
            try ListingKind.guests.write(question, as: .csv, in: reader) { exported += $0 }
        }
        #expect(try office.importing(GuestsSheet.self, exported).counts == [1, 0, 1, 0, 0])
        let other = exported.replacing("رضا حسینی", with: "علی نوری")
        #expect(try office.importing(GuestsSheet.self, other).reasons == ["2 G-001 کد مهمان duplicate-code"])
    }
}
