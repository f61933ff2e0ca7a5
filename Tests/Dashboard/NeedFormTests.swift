import Domain
import Persian
import Store
import Testing

@testable import Dashboard

@MainActor
@Suite("The form of a need")
struct NeedFormTests {
    private func office() throws -> TestDashboard {
        let camp = """
            {"command":"camp.plan","code":"C-001","title":"اردوی نسیم","groups":["Q-0001 12"],"kind":"village",\
            "province":"ایلام","county":"مهران","place":"چشمه","fields":["medical"],"from":"1401/05/08","to":"1401/05/15"}
            """
        return try TestDashboard(.english, TestDashboard.office + [camp])
    }

    private func needs(_ test: TestDashboard) throws -> [Need] {
        try test.office.view { (reader) throws(DecideError) in
            var needs: [Need] = []
            try reader.each(Need.self, matching: Filter(), limit: nil) { needs.append($0) }
            return needs
        }
    }

    /// Opens the form, and fills what it is for and the rest.
    private func raise(for words: String, in test: TestDashboard) throws {
        try test.dashboard.openForm(FormRequest(NeedRaise.self))
        try test.dashboard.refresh()
        try test.type(words)
        try test.press("enter tab")
        try test.type("پتو")
        try test.press("tab")
        try test.type("40")
        try test.press("tab")
        try test.type("تخته")
        try test.press("tab space ctrl+s")
    }

    @Test("a camp or a group is found by a part of its name", arguments: [("نسیم", "C-001"), ("باران", "Q-0002")])
    func picked(_ words: String, _ code: String) throws {
        let test = try office()
        try raise(for: words, in: test)
        #expect(try needs(test).map(\.target?.code) == [code], "\(test.text)")
    }

    @Test("what is typed and not taken from the list is refused at its field")
    func notTaken() throws {
        let test = try office()
        try raise(for: "کوهستان", in: test)
        #expect(try needs(test).isEmpty)
        #expect(test.text.contains("“کوهستان” was not found"), "\(test.text)")
    }
}
