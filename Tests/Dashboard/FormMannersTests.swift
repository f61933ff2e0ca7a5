import Canvas
import Domain
import Persian
import Store
import Testing

@testable import Dashboard

@MainActor
@Suite("How a form takes keys")
struct FormMannersTests {
    private func form(_ command: any Command.Type, _ language: Language = .english) throws -> TestDashboard {
        let test = try TestDashboard(language, CampsExample.office)
        test.dashboard.resize(width: 120, height: 40)
        try test.dashboard.openForm(FormRequest(command))
        try test.dashboard.refresh()
        return test
    }

    private func modal(_ test: TestDashboard) throws -> FormModal {
        try #require(test.dashboard.modals.last as? FormModal)
    }

    @Test("All that a command warns of is shown, and what a small window cannot bear is opened by !")
    func longNotice() throws {
        let test = try TestDashboard(.persian, CampsExample.office)
        let sentences = (1...24).map { "هشدار W\($0)W درباره گروهی که در همان روزها در اردوی دیگری است." }
        func warn() {
            test.dashboard.toast = Toast(
                .warning, Phrase(fa: sentences.joined(separator: " "), en: ""), canBeUndone: true)
        }
        test.dashboard.resize(width: 120, height: 40)
        warn()
        #expect(test.text.contains("W24W") && !test.text.contains("همه متن"), "\(test.text)")
        test.dashboard.resize(width: 60, height: 14)
        warn()
        #expect(!test.text.contains("W24W") && test.text.contains("همه متن"), "\(test.text)")
        try test.press("!")
        for _ in 0..<40 { try test.press("down") }
        #expect(test.text.contains("W24W"), "\(test.text)")
        try test.press("escape")
        #expect(test.dashboard.modals.isEmpty)
    }

    @Test(
        "Footer and help name what the keys do in this place: at the desks, in sheets and stock, and while one carries")
    func places() throws {
        func opened(_ office: [String], _ keys: String) throws -> (footer: String, help: String) {
            let test = try TestDashboard(.english, office)
            test.dashboard.resize(width: 200, height: 60)
            try test.dashboard.refresh()
            try test.press(keys)
            let footer = test.text.split(separator: "\n").last.map(String.init) ?? ""
            try test.press("f1")
            return (footer, test.text)
        }
        let desk = try opened(TrainingExample.office, "7 end a")
        for words in ["⏎ enrol", "↓ next", "Esc close"] { #expect(desk.footer.contains(words), "\(desk.footer)") }
        #expect(!desk.help.contains("commands and search"), "what is typed into the field is no key")
        let sheet = try opened(TrainingExample.office, "7 end enter v")
        for words in ["⏎ present or absent", "Space present or absent", "A everybody", "[ earlier", "] later"] {
            #expect(sheet.footer.contains(words), "\(sheet.footer)")
        }
        let door = try opened(GuestsExample.office, "6 v v")
        #expect(!door.help.contains("type a code") && door.help.contains("leave the field"), "\(door.help)")
        let carried = try opened(CongressExample.office, "6 m")
        for words in ["⏎ put down", "Esc put back", "a quarter of an hour"] {
            #expect(carried.footer.contains(words) && carried.help.contains(words.dropFirst(4)), "\(carried.footer)")
        }
        let group = try opened(ArbaeenExample.office, "8 enter a")
        #expect(group.footer.contains("⏎ assign") && group.footer.contains("Esc close"), "\(group.footer)")
        let stock = try opened(ArbaeenExample.office, "8 v v")
        for words in ["⏎ record a use", "+ receive", "- use", "= count"] {
            #expect(stock.footer.contains(words), "\(stock.footer)")
        }
        let tally = try opened(ArbaeenExample.office, "8 v v v")
        #expect(tally.footer.contains("⏎ type the number"), "\(tally.footer)")
    }

    /// Opens the form of every command in turn.
    private func everyForm(_ body: (TestDashboard, FormModal, String) throws -> Void) throws {
        let test = try TestDashboard(.english, CampsExample.office)
        test.dashboard.resize(width: 120, height: 40)
        for command in Commands.all {
            try test.dashboard.openForm(FormRequest(command))
            try test.dashboard.refresh()
            try body(test, try modal(test), command.name)
            test.dashboard.modals = []
        }
    }

    @Test("a form begins in the first field that has to be filled; codes that may stay empty come last")
    func begins() throws {
        try everyForm { _, form, name in
            let required = form.fields.firstIndex { $0.use.presence == .required && $0.value == nil }
            if let required { #expect(form.focused == required, "\(name)") }
            let codes = form.fields.indices.filter {
                if case .code = form.fields[$0].use.kind { return form.fields[$0].use.presence != .required }
                return false
            }
            #expect(codes.allSatisfy { $0 >= form.fields.count - codes.count }, "\(name)")
        }
    }

    @Test("Down and Up walk through every field and change none of them")
    func walks() throws {
        try everyForm { test, form, name in
            let before = form.fields.map(\.value)
            for key in ["down", "up"] {
                for _ in 0..<form.fields.count + 3 { try test.press(key) }
                #expect(form.fields.map(\.value) == before, "\(name)")
            }
        }
    }

    @Test("every key that is typed stays in a number, and the rule says what it takes")
    func numbers() throws {
        let test = try form(NeedRaise.self)
        let form = try modal(test)
        let index = try #require(form.fields.firstIndex { $0.use.name == "quantity" })
        form.focus = .row(index)
        try test.type("12x")
        try test.press("tab")
        #expect(test.text.contains("12x"))
        #expect(form.fields[index].refusal != nil)
    }

    @Test("a picker shows what tells namesakes apart, and the exact name stands first")
    func namesakes() throws {
        let test = try form(MembershipBegin.self)
        try test.type("باران رحمت")
        #expect(test.text.contains("قرارگاه جهادی کوثر"), "\(test.text)")
        try test.press("tab")
        #expect(try modal(test).fields[0].value == .string("Q-0002"), "the only match is taken")
    }

    @Test("Esc closes the list of a picker alone")
    func closesAlone() throws {
        let test = try form(MembershipBegin.self)
        try test.type("گروه")
        try test.press("escape")
        #expect(try modal(test).fields[0].value == .string("گروه"))
        try test.press("tab")
        #expect(test.text.contains("fits more than one"), "\(test.text)")
        try test.press("escape")
        #expect(test.dashboard.modals.isEmpty)
    }

    @Test("what nobody has is said where it was typed")
    func unknown() throws {
        let test = try form(MembershipBegin.self)
        try test.type("هیچ‌کس")
        try test.press("tab")
        #expect(test.text.contains("was not found"), "\(test.text)")
    }

    @Test("the hall of a session is found by its name")
    func halls() throws {
        let test = try form(SessionSchedule.self)
        try test.send(
            #"{"command":"congress.open","year":1401,"number":3,"city":"قم","venue":"دانشگاه","from":"1401/05/09","to":"1401/05/11"}"#
        )
        try test.send(
            #"{"command":"hall.add","congress":"1401","code":"HALL-A","name":"سالن شهید آوینی","seats":300,"turnaround":15}"#
        )
        try test.dashboard.refresh()
        let form = try modal(test)
        let index = try #require(form.fields.firstIndex { $0.use.name == "hall" })
        form.focus = .row(index)
        try test.type("آوینی")
        #expect(test.text.contains("سالن شهید آوینی"), "\(test.text)")
    }

    @Test("a prefilled date gives way to the first key after Tab")
    func dates() throws {
        let test = try TestDashboard(.english, CampsExample.office)
        try test.press("down down a")
        try test.type("زهر")
        try test.press("enter tab")
        for key in "14010401" { try test.type(String(key)) }
        try test.press("ctrl+s")
        let entry = try test.office.view { (reader) throws(DecideError) in try reader.lastEntry(of: "maryam") }
        #expect(entry?.fields.first { $0.name == "from" }?.value == .string("1401/04/01"), "\(test.text)")
    }

    @Test("an incident happened now unless an hour is typed, and a bare hour is enough")
    func incidents() throws {
        let test = try TestDashboard(.persian, CampsExample.office)
        test.dashboard.resize(width: 120, height: 40)
        try test.press("3 /")
        try test.type("C-014")
        try test.press("enter i")
        #expect(test.text.contains("۱۴۰۱/۰۵/۱۰ ۱۰:۰۰"), "\(test.text)")
        let form = try modal(test)
        form.focus = .row(try #require(form.fields.firstIndex { $0.use.name == "what" }))
        try test.press("shift+tab shift+tab")
        try test.type("08:30")
        #expect(form.fields.first { $0.use.name == "when" }?.value == .string("1401/05/10T08:30"))
    }

    @Test("all warnings are told, with what was made and its code")
    func warnings() throws {
        let test = try TestDashboard(.english, CampsExample.office)
        let sending = Sending(
            CampPlan.self,
            [
                .init("title", .string("اردوی کوتاه")), .init("kind", .string("village")),
                .init("groups", JSON(parsing: #"[{"group":"Q-0001","headcount":500}]"#) ?? .null),
                .init("province", .string("ایلام")), .init("county", .string("مهران")), .init("place", .string("چشمه")),
                .init("fields", JSON(parsing: #"["medical"]"#) ?? .null), .init("from", .string("1401/06/01")),
                .init("to", .string("1401/06/02")),
            ])
        _ = try test.dashboard.carryOut([.send(sending)])
        test.settle()
        let toast = try #require(test.dashboard.toast?.phrase.en)
        #expect(toast.contains("اردوی کوتاه (C-041)"), "\(toast)")
        #expect(toast.contains("usually lasts") && toast.contains("500"), "\(toast)")
    }

    @Test("an appointment names whom it appoints, not who leaves")
    func appointed() throws {
        let test = try TestDashboard(.english)
        let sending = Sending(
            OfficeAppoint.self,
            [
                .init("body", .string("Q-0001")), .init("office", .string("head")),
                .init("person", .string("9990000026")), .init("from", .string("1401/05/09")),
                .init("succeed", .bool(true)),
            ])
        _ = try test.dashboard.carryOut([.send(sending)])
        test.settle()
        #expect(test.dashboard.toast?.phrase.en.contains("زهرا نوری") == true)
    }
}
