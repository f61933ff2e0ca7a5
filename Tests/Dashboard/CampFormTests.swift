import Canvas
import Domain
import Persian
import Store
import Support
import Testing

@testable import Dashboard

/// Planning and amending a camp, whose groups are found by their names, each with its headcount.
@MainActor
@Suite("The form of a camp")
struct CampFormTests {
    private let camp = """
        {"command":"camp.plan","code":"C-001","title":"اردوی نسیم","groups":["Q-0001 12","Q-0002 7"],"kind":"village",\
        "province":"ایلام","county":"مهران","place":"چشمه","fields":["medical"],"from":"1401/05/08","to":"1401/05/15"}
        """

    /// The form of a new camp, or of the one on file.
    private func form(
        _ language: Language, amends: Bool = false, width: Int = 80, height: Int = 24
    ) throws -> TestDashboard {
        let test = try TestDashboard(language, TestDashboard.office + [camp])
        test.dashboard.resize(width: width, height: height)
        try test.dashboard.openForm(
            amends
                ? FormRequest(
                    CampAmend.self, fixed: [.init("code", .string("C-001"))], record: RecordName(Camp.kind, "C-001"))
                : FormRequest(CampPlan.self))
        try test.dashboard.refresh()
        try goToGroups(test)
        return test
    }

    /// Finds a group in the free row and gives it a headcount, then goes on to the next row.
    private func add(_ words: String, _ headcount: String, in test: TestDashboard) throws {
        try test.type(words)
        try test.press("enter tab")
        try test.type(headcount)
        try test.press("enter")
    }

    /// Goes to the table of groups.
    private func goToGroups(_ test: TestDashboard) throws {
        let modal = try #require(test.dashboard.modals.last as? FormModal)
        while modal.focused.map({ modal.fields[$0].use.name }) != "groups" { try test.press("tab") }
    }

    private func groups(_ test: TestDashboard) throws -> JSON? {
        let modal = try #require(test.dashboard.modals.last as? FormModal)
        return modal.fields.first { $0.use.name == "groups" }?.value
    }

    @Test("A group is found by a part of its name, and its headcount stands beside it")
    func picked() throws {
        let test = try form(.english)
        try add("کاظمی", "12", in: test)
        try add("باران", "۷", in: test)
        #expect(
            try groups(test)
                == JSON(parsing: #"[{"group":"Q-0001","headcount":"12"},{"group":"Q-0002","headcount":"7"}]"#),
            "\(test.text)")
    }

    @Test("Candidates are gone through with the arrows, which otherwise lead to another row")
    func arrows() throws {
        let test = try form(.english)
        try test.type("جهادی")
        try test.press("down enter tab")
        try test.type("5")
        #expect(try groups(test)?.list?.first?["group"] == .string("Q-0004"), "\(test.text)")
        try test.press("enter")
        try test.type("Q-0003")
        try test.press("enter tab")
        try test.type("4")
        try test.press("up")
        try test.press("backspace")
        try test.type("6")
        #expect(
            try groups(test)
                == JSON(parsing: #"[{"group":"Q-0004","headcount":"6"},{"group":"Q-0003","headcount":"4"}]"#),
            "\(test.text)")
    }

    @Test("A code may be typed as before; what is no group is refused at the field")
    func typed() throws {
        let test = try form(.english)
        try test.type("Q-0999")
        try test.press("tab")
        try test.type("3")
        try test.press("ctrl+s")
        #expect(try groups(test) == JSON(parsing: #"[{"group":"Q-0999","headcount":"3"}]"#))
        let missing = try form(.english)
        try missing.type("کاظمی")
        try missing.press("enter ctrl+s")
        #expect(missing.text.contains("headcount"), "\(missing.text)")
        #expect(missing.dashboard.modals.last is FormModal)
    }

    @Test("Groups of a camp on file stand there by their names, and one of them can be changed")
    func amended() throws {
        let test = try form(.persian, amends: true, width: 120, height: 40)
        #expect(test.text.contains("شهید کاظمی") && test.text.contains("باران رحمت"), "\(test.text)")
        try test.press("tab backspace backspace")
        try test.type("15")
        try test.press("ctrl+s")
        let camp = try test.office.view { (reader) throws(DecideError) in try reader.find(Camp.self, key: "C-001") }
        #expect(camp?.groups == [CampGroup(group: "Q-0001", headcount: 15), CampGroup(group: "Q-0002", headcount: 7)])
    }

    @Test("What is found stands below the table", arguments: Language.allCases, [[80, 24], [120, 40]])
    func picture(_ language: Language, _ size: [Int]) throws {
        let test = try form(language, width: size[0], height: size[1])
        try add("کاظمی", "12", in: test)
        try test.type("جهادی")
        expectScreen(test.dashboard, named: "camp-form-\(size[0])x\(size[1])-\(language.rawValue)")
    }

    @Test("A draft keeps rows that are half filled in")
    func draft() throws {
        let test = try form(.english)
        try add("کاظمی", "12", in: test)
        try test.type("بار")
        try test.press("escape")
        try test.dashboard.openForm(FormRequest(CampPlan.self))
        try test.dashboard.refresh()
        #expect(
            try groups(test) == JSON(parsing: #"[{"group":"Q-0001","headcount":"12"},{"group":"بار"}]"#), "\(test.text)"
        )
    }
}
