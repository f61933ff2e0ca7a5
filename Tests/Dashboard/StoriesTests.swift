import Canvas
import Domain
import Exchange
import Foundation
import Persian
import Store
import Support
import Testing

@testable import Dashboard

/// Stories in every state and two bulletins on 10 Mordad 1401; everything in them is invented.
enum StoriesExample {
    private nonisolated static let body = """
        اهالی ده بالا سه سال بود که آب را با تانکر می‌آوردند. معلم روستا نامه‌ای نوشت و شورا آن را پیگیری کرد.

        گروه جهادی باران رحمت با ۳۱ نفر از قم آمد و دوازده روز ماند.

        «حالا صبح‌ها صدای آب می‌شنویم، نه صدای تانکر.»

        برای همراهی:

        - به قرارگاه کوثر خبر بدهید
        - سه روز وقت بگذارید
        """
    private nonisolated static let changed = body.replacing("دوازده روز", with: "ده روز کامل")
        .replacing("سه سال بود که ", with: "")

    nonisolated static let office: [String] =
        CampsExample.office + [
            #"{"command":"staff.add","account":"op","name":"متصدی","role":"operator"}"#,
            #"{"command":"staff.add","account":"nazer","name":"ناظر","role":"supervisor"}"#,
            #"{"command":"household.record","code":"H-00001","head":"9990000069","headName":"رضا کاظمی","area":"village","place":"ده بالا"}"#,
            draft("روزی که آب آمد", body, #""camp":"C-014""#, #","names":["H-00001 بله"],"author":"9990000034""#),
            step("submit", 1), step("approve", 1),
            #"{"command":"bulletin.compose","number":1,"on":"1401/05/10","title":"بهار خدمت","lead":"به نام خدا","stories":["ST-001"]}"#,
            #"{"command":"bulletin.issue","number":1}"#,
            amend(1, changed), step("submit", 1),
            draft("کلاس زیر درخت توت", "سه شب خواندیم و نوشتیم.\n\n" + body, #""group":"Q-0002""#),
            step("submit", 2),
            draft(
                "Helping Hands در جعفرآباد: یک روز، صد و بیست نفر، و چاهی که دوباره آب داد", body, #""group":"Q-0003""#),
            step("submit", 3),
            draft("دیوار مدرسه", body, #""camp":"C-031""#, as: "maryam"), step("submit", 4, as: "maryam"),
            #"{"command":"story.return","code":"ST-004","note":"نام روستا و روز نخست را هم بنویسید.","as":"op"}"#,
            draft("پتوهای پل‌دختر", "پتو رسید.", #""camp":"C-014""#),
            draft("خانه بهداشت", body, #""camp":"C-007""#), step("submit", 6), step("approve", 6, as: "maryam"),
            draft("نان گرم", "نان پختیم.\n\n" + body, #""camp":"C-001""#), step("submit", 7),
            step("approve", 7, as: "maryam"),
            draft("تکراری", body, #""camp":"C-001""#),
            #"{"command":"story.withdraw","code":"ST-008","reason":"دو بار نوشته شده است"}"#,
            #"{"command":"bulletin.compose","number":2,"on":"1401/05/11","stories":["ST-006"]}"#,
            CampsExample.report("C-031", 9, 20, 15),
        ]

    private nonisolated static func draft(
        _ title: String, _ body: String, _ about: String, _ more: String = "", as account: String = "op"
    ) -> String {
        """
        {"command":"story.draft","title":"\(title)","body":\(JSON.string(body).text),"about":{\(about)}\(more),\
        "as":"\(account)"}
        """
    }

    private nonisolated static func amend(_ number: Int, _ body: String) -> String {
        #"{"command":"story.amend","code":"ST-00\#(number)","body":\#(JSON.string(body).text),"as":"op"}"#
    }

    private nonisolated static func step(_ verb: String, _ number: Int, as account: String? = nil) -> String {
        let account = account ?? (verb == "submit" ? "op" : "maryam")
        return #"{"command":"story.\#(verb)","code":"ST-00\#(number)","as":"\#(account)"}"#
    }

    @MainActor
    static func open(
        _ language: Language, _ size: [Int] = [120, 40], as account: String? = nil, _ office: [String] = office
    ) throws -> TestDashboard {
        let test = try TestDashboard(language, office, as: account)
        test.dashboard.resize(width: size[0], height: size[1])
        try test.dashboard.refresh()
        try test.press("9")
        return test
    }
}

@MainActor
@Suite("Pictures of stories and bulletins") struct StoriesPictures {
    private nonisolated static let sizes = [[80, 24], [120, 40], [200, 60]]

    private func expect(_ name: String, _ test: TestDashboard, _ size: [Int], _ language: Language) {
        expectScreen(test.dashboard, named: "stories-\(name)-\(size[0])x\(size[1])-\(language.rawValue)")
    }

    @Test("The inbox, all stories, a page, and what was changed", arguments: Language.allCases, sizes)
    func stories(language: Language, size: [Int]) throws {
        let test = try StoriesExample.open(language, size)
        expect("inbox", test, size, language)
        try test.press("[")
        expect("all", test, size, language)
        try test.press("G enter")
        expect("changes", test, size, language)
        try test.press("z")
        expect("page", test, size, language)
        try test.press("G")
        expect("page-end", test, size, language)
    }

    @Test("The writing page: the shape, a text with facts beside it", arguments: Language.allCases, sizes)
    func writing(language: Language, size: [Int]) throws {
        let test = try StoriesExample.open(language, size)
        try test.press("n")
        expect("shape", test, size, language)
        try test.press("escape [ G e ctrl+down")
        expect("writing", test, size, language)
    }

    @Test("Bulletins, a preview, and what is put together", arguments: Language.allCases, sizes)
    func bulletins(language: Language, size: [Int]) throws {
        let test = try StoriesExample.open(language, size)
        try test.press("v")
        expect("bulletins", test, size, language)
        try test.press("down")
        expect("errata", test, size, language)
        try test.press("enter")
        expect("preview", test, size, language)
        try test.press("escape up e")
        expect("compose", test, size, language)
    }

    @Test("Consents, and an office where nothing is told yet", arguments: Language.allCases)
    func forms(language: Language) throws {
        let test = try StoriesExample.open(language, [80, 24])
        try test.press("[ G c")
        expect("consent", test, [80, 24], language)
        let empty = try StoriesExample.open(language, [80, 24], TestDashboard.office)
        expect("empty", empty, [80, 24], language)
        try empty.press("v")
        expect("no-bulletin", empty, [80, 24], language)
    }
}

@MainActor
@Suite("Stories by keys") struct StoriesScreenTests {
    private func story(_ code: String, _ test: TestDashboard) throws -> Story {
        try #require(try test.office.view { (reader) throws(DecideError) in try reader.find(Story.self, key: code) })
    }

    private func bulletin(_ key: String, _ test: TestDashboard) throws -> Bulletin? {
        try test.office.view { (reader) throws(DecideError) in try reader.find(Bulletin.self, key: key) }
    }

    /// - Parameter isAll: all stories are listed already.
    private func find(_ code: String, _ test: TestDashboard, isAll: Bool = false) throws {
        try test.press(isAll ? "/" : "[ /")
        try test.type(code)
        try test.press("enter")
    }

    private static let keysAllowed = 12

    @Test("A reviewer opens the screen, reads the first that waits, and approves it, in at most twelve keys")
    func review() throws {
        let test = try TestDashboard(.english, StoriesExample.office)
        let keys = "9 enter a"
        try test.press(keys)
        #expect(keys.split(separator: " ").count <= Self.keysAllowed)
        #expect(try story("ST-003", test).state == .approved)
        #expect(test.text.contains("approved"))
        // On to the bulletin that publishes it, still in as many keys.
        let onward = "v n space ctrl+s i tab enter"
        try test.press(onward)
        #expect((keys + " " + onward).split(separator: " ").count <= Self.keysAllowed)
        #expect(try bulletin("3", test)?.state == .issued)
    }

    @Test("Who may review begins with what others submitted, who writes with what was returned, others with all")
    func beginnings() throws {
        let reviewer = try StoriesExample.open(.english)
        #expect(reviewer.text.contains("ST-003") && !reviewer.text.contains("ST-005"))
        // All that waits was submitted by the operator, and nothing of the operator's was returned.
        let writer = try StoriesExample.open(.english, as: "op")
        #expect(writer.text.contains("ST-005"))
        let author = try StoriesExample.open(.english)
        for code in ["ST-001", "ST-002", "ST-003"] {
            try author.send(#"{"command":"story.approve","code":"\#(code)"}"#)
        }
        let next = try TestDashboard(on: author, .english)
        next.dashboard.resize(width: 120, height: 40)
        try next.press("9")
        #expect(next.text.contains("ST-004") && !next.text.contains("ST-005"))
    }

    @Test("The menu says how many wait for review")
    func badge() throws {
        let test = try StoriesExample.open(.english)
        let item = test.dashboard.menuItems.first { $0.title == "Stories" }
        #expect(item?.badge == "◷3")
    }

    @Test("It is returned with a note, and what the rules forbid is grey with their reason")
    func returning() throws {
        let test = try StoriesExample.open(.english)
        try find("ST-002", test)
        try test.press("r")
        try test.type("چه روزی بود؟")
        try test.press("ctrl+s")
        #expect(try story("ST-002", test).state == .returned)
        #expect(try story("ST-002", test).note == "چه روزی بود؟")
        try test.press("a")
        #expect(test.text.contains("returned"))
        #expect(try story("ST-002", test).state == .returned)
        let note = test.dashboard.notes.first { $0.id == "stories.approve" }
        #expect(note?.disabledReason != nil)
    }

    @Test("Nobody approves what he or she submitted")
    func secondPerson() throws {
        let test = try StoriesExample.open(.english, as: "op")
        try find("ST-002", test, isAll: true)
        try test.press("a")
        #expect(test.text.contains("another account"))
        #expect(try story("ST-002", test).state == .submitted)
    }

    @Test("A changed story shows what was taken out and what is new, by marks")
    func changes() throws {
        let test = try StoriesExample.open(.english)
        try find("ST-001", test)
        try test.press("enter")
        #expect(test.text.contains("[−") && test.text.contains("{+"))
        #expect(test.text.contains("ده روز کامل") || test.text.contains("{+ده"))
        try test.press("z")
        #expect(!test.text.contains("{+"))
    }

    @Test("Doors lead to what it is about, to its author and to its bulletin")
    func doors() throws {
        for (key, screen) in [("x", "camps"), ("o", "people"), ("b", "bulletins")] {
            let test = try StoriesExample.open(.english)
            try find("ST-001", test)
            try test.press("enter \(key)")
            #expect(test.dashboard.screen.id == screen)
        }
    }

    @Test("Names of households are masked for those who may not read them")
    func masked() throws {
        let test = try StoriesExample.open(.english, as: "nazer")
        try find("ST-001", test, isAll: true)
        try test.press("enter z G")
        #expect(test.text.contains("H-00001") && !test.text.contains("رضا کاظمی"))
    }

    @Test("A consent that is taken back lists the issues that hold the name at once")
    func consent() throws {
        let test = try StoriesExample.open(.english)
        try find("ST-001", test)
        try test.press("c")
        try test.press("tab space ctrl+s")
        #expect(try story("ST-001", test).names.first?.consent == false)
        #expect(test.text.contains("It stands in these bulletins"))
        #expect(test.text.contains("ulletin number 1"))
        try test.press("tab enter")
        #expect(test.dashboard.screen.id == BulletinsScreen.id)
    }
}

@MainActor
@Suite("Writing a story") struct WritingTests {
    private func stories(_ test: TestDashboard) throws -> [Story] {
        var all: [Story] = []
        try test.office.view { (reader) throws(DecideError) in
            try reader.each(Story.self, matching: Filter(), limit: 100) { (story) throws(DecideError) in
                all.append(story)
            }
        }
        return all
    }

    private func begin(_ test: TestDashboard, _ title: String = "چاه تازه", about: String = "C-014") throws {
        try test.press("n")
        try test.type(title)
        try test.press("tab")
        try test.type(about)
        try test.press("enter tab tab")
    }

    @Test("What is written below the prompts is sent, the prompts are not; the new story is selected")
    func shape() throws {
        let test = try StoriesExample.open(.persian)
        try begin(test)
        try test.type("اهالی آب نداشتند.")
        try test.press("down down down")
        try test.type("سی نفر آمدند.")
        try test.press("ctrl+s")
        let made = try #require(try stories(test).first { $0.title == "چاه تازه" })
        #expect(made.body == "اهالی آب نداشتند.\n\nسی نفر آمدند.")
        #expect(made.target == NeedTarget(subject: .camp, code: "C-014"))
        #expect(made.state == .draft)
        #expect(test.selectedRow?.contains(made.code) == true)
    }

    @Test("What is known of the camp is taken into the text at the caret, and may be taken back")
    func facts() throws {
        let test = try StoriesExample.open(.persian)
        try begin(test)
        try test.type("نام: ")
        try test.press("f2")
        let modal = try #require(test.dashboard.modals.last as? WritingModal)
        #expect(modal.written == "نام: Bahar")
        try test.press("ctrl+down ctrl+down")
        #expect(modal.marked == 3)
        try test.press("ctrl+/")
        #expect(modal.written == "نام: ")
        #expect(test.text.contains("۵۶ نفرروز"))
        #expect(test.text.contains("۱۲۰ متر دیوارچینی"))
    }

    @Test("A draft survives Esc and is offered again; throwing it away begins anew")
    func drafts() throws {
        let test = try StoriesExample.open(.english)
        try begin(test)
        try test.type("نیمه‌کاره")
        try test.press("escape")
        #expect(test.dashboard.modals.isEmpty && test.text.contains("draft is kept"))
        try test.press("n")
        let modal = try #require(test.dashboard.modals.last as? WritingModal)
        #expect(modal.written == "نیمه‌کاره" && test.text.contains("going on with a draft"))
        try test.press("ctrl+d n")
        let next = try #require(test.dashboard.modals.last as? WritingModal)
        #expect(next.written.isEmpty)
        // What nobody wrote is no draft.
        try test.press("escape")
        #expect(!test.text.contains("draft is kept"))
    }

    @Test("It is saved and submitted by one key; what is missing is said where it is missing")
    func submitting() throws {
        let test = try StoriesExample.open(.english)
        try test.press("n")
        try test.type("بی متن")
        try test.press("f5")
        #expect(test.dashboard.modals.last is WritingModal)
        try test.type("C-031")
        try test.press("enter f5")
        #expect(test.dashboard.modals.last is WritingModal)
        try test.type("نوشتیم.")
        try test.press("f5")
        // What was saved is submitted with its answer.
        test.settle()
        #expect(test.dashboard.modals.isEmpty)
        let made = try #require(try stories(test).first { $0.title == "بی متن" })
        #expect(made.state == .submitted)
    }

    @Test("A story is changed: only what differs is sent, and what is published stands")
    func amending() throws {
        let test = try StoriesExample.open(.english)
        try test.send(#"{"command":"story.approve","code":"ST-001"}"#)
        try test.dashboard.refresh()
        try test.press("[ G e ctrl+end")
        try test.type(" پایان.")
        try test.press("ctrl+s")
        let story = try #require(try stories(test).first { $0.code == "ST-001" })
        #expect(story.body.hasSuffix("پایان.") && story.standing != nil && story.state == .draft)
        try test.press("e ctrl+s")
        #expect(test.text.contains("Nothing was changed"))
    }

    @Test("Words and minutes are counted while one writes, without the prompts")
    func counting() throws {
        let test = try StoriesExample.open(.english)
        try begin(test)
        #expect(test.text.contains("no word yet"))
        try test.type("یک دو سه")
        #expect(test.text.contains("3 words, 1 minute"))
    }

    @Test("A withdrawn story is not edited, and the key says so")
    func withdrawn() throws {
        let test = try StoriesExample.open(.english)
        try test.press("[ / ")
        try test.type("ST-008")
        try test.press("enter e")
        #expect(test.dashboard.modals.isEmpty)
        #expect(test.text.contains("withdrawn"))
    }
}

@MainActor
@Suite("Bulletins by keys") struct BulletinsScreenTests {
    private func bulletin(_ key: String, _ test: TestDashboard) throws -> Bulletin? {
        try test.office.view { (reader) throws(DecideError) in try reader.find(Bulletin.self, key: key) }
    }

    private func opened(_ language: Language = .english) throws -> TestDashboard {
        let test = try StoriesExample.open(language)
        try test.press("v")
        return test
    }

    @Test("Approved stories are ticked, moved in their order, and composed")
    func compose() throws {
        let test = try opened()
        try test.press("e")
        // The one that was composed stands first; another is ticked and moved before it.
        try test.press("shift+tab shift+tab shift+tab down space")
        try test.press("ctrl+up ctrl+s")
        #expect(try bulletin("2", test)?.stories == ["ST-007", "ST-006"])
    }

    @Test("A question stands before the issue; the issue has its hash, and never changes")
    func issue() throws {
        let test = try opened()
        try test.press("i enter")
        #expect(try bulletin("2", test)?.state == .composed)
        try test.press("i tab enter")
        let issued = try #require(try bulletin("2", test))
        #expect(issued.state == .issued && issued.sha256?.count == 64)
        try test.press("e")
        #expect(test.dashboard.modals.isEmpty)
    }

    @Test("Figures that would be others today stand old beside new; a correction is the next edition")
    func correct() throws {
        let test = try opened()
        try test.press("down")
        #expect(test.text.contains("changed since it was issued"))
        try test.press("c")
        try test.type("نام روستا اشتباه بود.")
        try test.press("ctrl+s")
        #expect(try bulletin("1/2", test)?.erratum == "نام روستا اشتباه بود.")
    }

    @Test("The preview tells the stories in their order, then the figures")
    func preview() throws {
        let test = try opened(.persian)
        try test.press("down enter")
        #expect(test.text.contains("روزی که آب آمد") && test.text.contains("به نام خدا"))
        try test.press("G")
        #expect(test.text.contains("خدمت به زائران اربعین"))
        try test.press("escape")
        #expect(test.text.contains("اثر انگشت"))
    }

    @Test("An issue is written as a page, as Markdown, as a feed")
    func saving() throws {
        let folder = FileManager.default.temporaryDirectory.path + "/khedmat-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let test = try opened()
        // What is being composed may be looked at in a browser, and is no issue by its name either.
        try test.press("P")
        #expect(test.text.contains("bulletin-2-preview.html"))
        try test.press("alt+a")
        try test.type("\(folder)/preview.html")
        try test.press("enter")
        #expect(try String(contentsOfFile: "\(folder)/preview.html", encoding: .utf8).contains("<html lang=\"fa\""))
        for (ending, mark) in [("html", "<html lang=\"fa\""), ("md", "# "), ("atom", "<feed")] {
            try test.press("g down P alt+a")
            try test.type("\(folder)/issue.\(ending)")
            try test.press("enter")
            let text = try String(contentsOfFile: "\(folder)/issue.\(ending)", encoding: .utf8)
            #expect(text.contains(mark))
        }
    }
}
