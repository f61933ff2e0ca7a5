import Canvas
import Domain
import Persian
import Store
import Support
import Testing

@testable import Dashboard

@MainActor
@Suite struct EditingTests {
    private func group(_ test: TestDashboard, _ code: String) throws -> Group? {
        try test.office.view { (reader) throws(DecideError) in try reader.find(Group.self, key: code) }
    }

    @Test("Each field is held to the command's own rule as it is left, in words that say what would be accepted")
    func checksFields() throws {
        let test = try TestDashboard(.english)
        try test.press("n")
        try test.type("گروه جهادی آفتاب")
        try test.press("tab")
        #expect(!test.text.contains("Name is required"))
        try test.press("tab")
        #expect(test.text.contains("Kind is required"))
        for _ in 0..<4 { try test.press("tab") }
        #expect(test.text.contains("County is required"))
        try test.type("0")
        try test.press("tab")
        #expect(test.text.contains("write one from 1 to"))
    }

    @Test("A group is registered from the form, named in the toast, and taken back by u")
    func registersAndUndoes() throws {
        let test = try TestDashboard(.persian)
        try test.press("n")
        try test.type("گروه جهادی آفتاب")
        try test.press("tab space tab space tab tab tab")
        try test.type("قم")
        try test.press("tab")
        try test.type("۱۲")
        try test.press("ctrl+s")
        #expect(test.text.contains("ثبت گروه: گروه جهادی آفتاب (Q-0005)"))
        #expect(try group(test, "Q-0005")?.size == 12)
        #expect(test.text.contains("۵ گروه"))
        try test.press("u")
        #expect(test.text.contains("بازگردانده شد"))
        #expect(try group(test, "Q-0005") == nil)
    }

    @Test("A form in which nothing was typed leaves no draft, and opens at its first field again")
    func keepsNoEmptyDraft() throws {
        let test = try TestDashboard(.english)
        try test.press("down down e tab tab tab escape")
        #expect(!test.text.contains("The draft is kept"))
        try test.press("e")
        #expect(!test.text.contains("going on with a draft"))
        try test.type("x")
        try test.press("escape")
        #expect(test.text.contains("The draft is kept"))
    }

    @Test("Amending sends only what differs, and an emptied field is cleared")
    func amends() throws {
        let test = try TestDashboard(.english)
        try test.press("down down e")
        for _ in 0..<6 { try test.press("tab") }
        try test.press("ctrl+u")
        try test.type("30")
        try test.press("ctrl+s")
        #expect(try group(test, "Q-0001")?.size == 30)
        let entry = try test.office.view { (reader) throws(DecideError) in try reader.lastEntry(of: "maryam") }
        #expect(entry?.fields.map(\.name) == ["code", "size"])
        try test.press("e shift+tab shift+tab shift+tab shift+tab ctrl+u ctrl+s")
        #expect(try group(test, "Q-0001")?.note == nil)
    }

    @Test("Both amend one record: the second is told what changed and by whom, keeps the typing, and may send again")
    func stale() throws {
        let test = try TestDashboard(.english)
        try test.press("down down e")
        for _ in 0..<6 { try test.press("tab") }
        try test.press("ctrl+u")
        try test.type("30")
        try test.send(#"{"command":"group.amend","code":"Q-0001","county":"کهک"}"#)
        try test.dashboard.refresh()
        try test.press("ctrl+s")
        #expect(test.text.contains("was changed after you looked at"))
        #expect(test.text.contains("county"))
        #expect(test.text.contains("maryam"))
        #expect(test.text.contains("30"))
        try test.press("ctrl+s")
        #expect(try group(test, "Q-0001")?.size == 30)
        #expect(try group(test, "Q-0001")?.county == "کهک")
    }

    @Test("What a colleague changed meanwhile is shown before and after, and stands in the fields nobody touched here")
    func changedMeanwhile() throws {
        let test = try TestDashboard(.english)
        try test.press("down down e tab tab tab tab tab tab ctrl+u")
        try test.type("30")
        try test.send(#"{"command":"group.amend","code":"Q-0001","county":"کهک","size":26}"#)
        try test.dashboard.refresh()
        try test.press("ctrl+s")
        for part in ["قم", "→", "کهک", "24", "26"] { #expect(test.text.contains(part)) }
        #expect(test.text.components(separatedBy: "کهک").count == 3, "in the message and in its field")
        expectScreen(test.dashboard, named: "form-stale-80x24-en")
        try test.press("ctrl+s")
        #expect(try group(test, "Q-0001")?.size == 30)
        #expect(try group(test, "Q-0001")?.county == "کهک")
    }

    @Test("A draft of long ago takes nothing back that a colleague changed since")
    func oldDraft() throws {
        let test = try TestDashboard(.english)
        try test.press("down down e tab tab tab tab tab tab ctrl+u")
        try test.type("30")
        try test.press("escape")
        try test.send(#"{"command":"group.amend","code":"Q-0001","county":"کهک"}"#)
        try test.dashboard.refresh()
        try test.press("e ctrl+s")
        #expect(test.text.contains("was changed after you looked at"))
        try test.press("ctrl+s")
        #expect(try group(test, "Q-0001")?.size == 30)
        #expect(try group(test, "Q-0001")?.county == "کهک")
    }

    @Test("Esc keeps a draft, with its caret; opening the form again goes on; Ctrl-D throws it away")
    func drafts() throws {
        let test = try TestDashboard(.english)
        try test.press("n")
        try test.type("گروه نیمه")
        try test.press("escape")
        #expect(test.text.contains("The draft is kept"))
        try test.press("n")
        #expect(test.text.contains("گروه نیمه"))
        #expect(test.text.contains("going on with a draft"))
        try test.type("کاره")
        #expect(test.text.contains("گروه نیمهکاره"))
        try test.press("ctrl+d n")
        #expect(!test.text.contains("گروه نیمه"))
    }

    @Test("A head is appointed by a part of the name; whoever serves is named when nobody succeeds")
    func appoints() throws {
        let test = try TestDashboard(.english)
        try test.press("down down h")
        try test.type("زهر")
        try test.press("enter ctrl+s")
        #expect(test.text.contains("مریم جعفری"))
        #expect(test.text.contains("succeed"))
        try test.press("tab space ctrl+s")
        #expect(test.text.contains("Appoint to an office"))
        let head = try test.office.view { (reader) throws(DecideError) in
            try reader.holder(of: "Q-0001", .head, on: test.clock.today())
        }
        #expect(head?.nationalID == "9990000026")
    }

    @Test("Somebody who is not recorded yet is recorded from the form that needs the person")
    func newPerson() throws {
        let test = try TestDashboard(.english)
        try test.press("down down a")
        try test.type("9990000050")
        #expect(test.text.contains("Ctrl-N records the person"))
        try test.press("ctrl+n")
        try test.type("رضا")
        try test.press("tab")
        try test.type("باقری")
        try test.press("ctrl+s")
        #expect(test.text.contains("رضا باقری"))
        // The form below has taken the new person.
        try test.press("ctrl+s")
        #expect(test.text.contains("Begin a membership: membership of رضا باقری in Q-0001"))
    }

    @Test("The palette opens screens and finds records by code or name")
    func palette() throws {
        let test = try TestDashboard(.english)
        try test.press(":")
        try test.type("ledger")
        try test.press("enter")
        #expect(test.text.contains("Record"))
        try test.press(":")
        try test.type("سپیده")
        #expect(test.text.contains("nothing found"))
        try test.press("escape :")
        try test.type("باران")
        try test.press("enter")
        #expect(test.text.contains("Q-0002"))
        #expect(test.text.contains("Head and liaison"))
    }

    @Test("A setting is changed, and a colleague disabled only after a question")
    func staffAndSettings() throws {
        let test = try TestDashboard(.english)
        try test.send(#"{"command":"staff.add","account":"reza","name":"رضا","role":"operator"}"#)
        _ = test.dashboard.open("settings")
        try test.dashboard.refresh()
        try test.press("e ctrl+u")
        try test.type("کرمان")
        try test.press("ctrl+s")
        #expect(test.text.contains("Khedmat · کرمان"))
        _ = test.dashboard.open("staff")
        try test.dashboard.refresh()
        try test.press("/")
        try test.type("reza")
        try test.press("enter D escape")
        #expect(test.text.contains("active"))
        try test.press("D tab enter")
        #expect(test.text.contains("disabled"))
    }

    @Test(
        "After the language is switched nothing is read in the other one", arguments: ["ledger", "groups", "overview"])
    func switchesLanguage(screen: String) throws {
        let texts = try [Language.english, .persian].map { language in
            let test = try TestDashboard(language)
            test.dashboard.resize(width: 120, height: 40)
            _ = test.dashboard.open(screen)
            try test.dashboard.refresh()
            if language == .english { try test.press("L") }
            return test.text
        }
        #expect(texts[0] == texts[1])
    }

    @Test("The toast, and then undo, name whom it is about")
    func names() throws {
        let test = try TestDashboard(.english)
        try test.press("down down a")
        try test.type("زهر")
        try test.press("enter ctrl+s")
        #expect(test.text.contains("Begin a membership: membership of زهرا نوری in Q-0001"))
        try test.press("u")
        #expect(test.text.contains("Undone: begin a membership: membership of زهرا نوری in Q-0001"))
    }

    @Test(
        "Help that does not fit is scrolled; any other key closes it; F1 opens it over a form",
        arguments: Language.allCases)
    func help(language: Language) throws {
        let test = try TestDashboard(language)
        let last = language == .persian ? "پایان فهرست" : "Home  g"
        try test.press("?")
        #expect(!test.text.contains(last))
        try test.press("end")
        #expect(test.text.contains(last))
        try test.press("x")
        #expect(!test.text.contains(last))
        try test.press("n tab f1")
        #expect(test.text.contains(language == .persian ? "نیم‌فاصله" : "half-space (ZWNJ)"))
    }

    @Test("What a role may not do stays visible and says why")
    func permissions() throws {
        let test = try TestDashboard(.english)
        try test.send(#"{"command":"staff.add","account":"reza","name":"رضا","role":"administrator"}"#)
        try test.send(#"{"command":"staff.amend","account":"maryam","role":"supervisor"}"#)
        try test.dashboard.refresh()
        try test.press("n")
        #expect(test.text.contains("This is for: operator"))
    }
}
