import Canvas
import Domain
import Foundation
import Persian
import Store
import Support
import Testing

@testable import Dashboard

/// An edition of the congress on 10 Mordad 1401 with guests in every state, everything in it invented.
enum GuestsExample {
    private static let guests: [(name: String, category: String, title: String?)] = [
        ("رضا حسینی", "provincial", "استاندار نمونه"), ("رضا حسینی", "family", nil),
        ("مریم زارع", "group", "مسئول گروه"),
        (
            "سیده فاطمه‌زهرا میرزاحسینی خوانساری‌نژاد قمی", "national",
            "رئیس بسیار بلندپایه سازمان نمونه مدیریت و برنامه‌ریزی کشور"
        ), ("John Smith", "other", nil), ("کوثر حیدری", "military", nil), ("علی کریمی", "national", nil),
        ("زهرا نوری", "family", "مادر شهید نمونه"),
    ]

    static let office: [String] =
        TestDashboard.office
        + [
            """
            {"command":"congress.open","year":1401,"number":2,"city":"قم","venue":"حرم مطهر","from":"1401/05/09",\
            "to":"1401/05/11","previousCity":"مشهد"}
            """,
            #"{"command":"hall.add","congress":1401,"code":"HALL-A","name":"شبستان","seats":12,"turnaround":15}"#,
            #"{"command":"staff.add","account":"op","name":"متصدی","role":"operator"}"#,
        ]
        + guests.enumerated().flatMap { index, guest in
            let code = "G-00\(index + 1)"
            let title = guest.title.map { #","title":"\#($0)""# } ?? ""
            let invited = """
                {"command":"guest.invite","congress":1401,"code":"\(code)","name":"\(guest.name)",\
                "category":"\(guest.category)","rank":\(index % 3 + 1),"companions":\(index % 3)\(title)}
                """
            let isDraft = guest.name == "زهرا نوری"
            let isOpen = ["مریم زارع", "John Smith"].contains(guest.name)
            let answer = guest.name == "کوثر حیدری" ? "declined" : "accepted"
            return [invited] + (isDraft ? [] : [#"{"command":"guest.send","code":"\#(code)"}"#])
                + (isDraft || isOpen ? [] : [#"{"command":"guest.answer","code":"\#(code)","answer":"\#(answer)"}"#])
        } + [
            #"{"command":"guest.revoke","code":"G-007","reason":"تغییر فهرست"}"#,
            #"{"command":"guest.checkIn","code":"G-001","at":"1401/05/10T09:12"}"#,
        ]
}

@MainActor
@Suite struct GuestsPictures {
    private nonisolated static let sizes = [[80, 24], [120, 40]]

    private func expect(
        _ name: String, _ screen: String, _ language: Language, _ size: [Int],
        _ office: [String] = GuestsExample.office, typing: String = "", keys: String = ""
    ) throws {
        let test = try TestDashboard(language, office)
        test.dashboard.resize(width: size[0], height: size[1])
        #expect(test.dashboard.open(screen))
        try test.dashboard.refresh()
        try test.type(typing)
        try test.press(keys)
        try test.dashboard.load()
        expectScreen(test.dashboard, named: "\(name)-\(size[0])x\(size[1])-\(language.rawValue)")
    }

    @Test("The guests in the order of the protocol", arguments: Language.allCases, sizes)
    func guests(language: Language, size: [Int]) throws {
        try expect("guests", GuestsScreen.id, language, size, keys: "down down")
    }

    @Test("The door's answers", arguments: Language.allCases, sizes)
    func door(language: Language, size: [Int]) throws {
        try expect("door-welcome", DoorScreen.id, language, size, typing: "G-004", keys: "enter")
        try expect("door-again", DoorScreen.id, language, size, typing: "G-001", keys: "enter")
        try expect("door-revoked", DoorScreen.id, language, size, typing: "g007", keys: "enter")
        try expect("door-names", DoorScreen.id, language, size, typing: "حسینی", keys: "down down")
    }

    @Test("Before anybody comes, and before there is a congress", arguments: Language.allCases)
    func empty(language: Language) throws {
        try expect("door-ready", DoorScreen.id, language, [80, 24])
        try expect("door-none", DoorScreen.id, language, [80, 24], TestDashboard.office)
        try expect("guests-none", GuestsScreen.id, language, [80, 24], TestDashboard.office)
    }
}

@MainActor
@Suite struct DoorTests {
    private func opened(_ screen: String = DoorScreen.id) throws -> TestDashboard {
        let test = try TestDashboard(.english, GuestsExample.office)
        test.dashboard.resize(width: 120, height: 40)
        #expect(test.dashboard.open(screen))
        try test.dashboard.refresh()
        return test
    }

    private func scan(_ text: String, _ test: TestDashboard) throws {
        try test.type(text)
        try test.press("enter")
    }

    private func guest(_ code: String, in test: TestDashboard) throws -> Guest {
        try #require(try test.office.view { (reader) throws(DecideError) in try reader.find(Guest.self, key: code) })
    }

    @Test("each answer says its own word, and the field is ready for the next")
    func answers() throws {
        let test = try opened()
        for (text, word) in [
            ("G-002", "WELCOME"), ("G-001", "ALREADY IN"), ("G-007", "REVOKED"), ("G-900", "UNKNOWN"),
            ("G-003", "NOT ACCEPTED"), ("nobody", "UNKNOWN"),
        ] {
            try scan(text, test)
            #expect(test.text.contains(word), "\(text)")
            #expect(test.text.contains("scan a code"), "the field is empty again")
        }
        #expect(test.text.contains("welcome"), "those who came before stand below")
        #expect(test.text.contains("3 of 12 seats inside"))
    }

    @Test(
        "a code is understood in other digits, with the Persian layout, in small letters and by its number",
        arguments: ["G-002", "g-۰۰۲", "ل-۰۰۲", "2", "۲", "g002", "ل2", "G-2"])
    func codes(_ text: String) throws {
        let test = try opened()
        try scan(text, test)
        #expect(try guest("G-002", in: test).isInside)
    }

    @Test("companions follow the code; without them all come that are invited")
    func companions() throws {
        let test = try opened()
        try scan("G-002 0", test)
        #expect(try guest("G-002", in: test).seatsInside == 1)
        try scan("G-004", test)
        #expect(try guest("G-004", in: test).seatsInside == 1)
        try scan("8+۱", test)
        #expect(test.text.contains("NOT ACCEPTED"), "a draft is not accepted, with companions or without")
    }

    @Test("a reader types faster than the file answers: all are answered, in their order")
    func burst() throws {
        let test = try opened()
        for code in ["G-002", "G-004", "G-002"] {
            try test.type(code)
            _ = try test.dashboard.handle(.key(Key(.enter)))
        }
        test.settle()
        #expect(test.text.contains("ALREADY IN"))
        #expect(try guest("G-002", in: test).visits.count == 1 && guest("G-004", in: test).isInside)
    }

    @Test("namesakes are told apart: nobody is let in before one is chosen")
    func namesakes() throws {
        let test = try opened()
        try scan("رضا حسینی", test)
        #expect(test.text.contains("choose with ↓"))
        #expect(test.text.contains("G-001") && test.text.contains("G-002"))
        #expect(try !guest("G-002", in: test).isInside)
        // The provincial one comes first in the protocol.
        try test.press("down down enter")
        #expect(try guest("G-002", in: test).isInside)
        try scan("مریم", test)
        #expect(test.text.contains("NOT ACCEPTED"), "one alone needs no choice")
    }

    @Test("with a reason whom an administrator knows is let in")
    func reason() throws {
        let test = try opened()
        try test.press("f2")
        #expect(test.text.contains("there is nobody to let in"))
        try scan("G-003", test)
        try test.press("f2 enter")
        #expect(test.text.contains("why does the guest come in?"), "an empty reason is none")
        try test.type("آشناست")
        try test.press("enter")
        #expect(test.text.contains("WELCOME"))
        let entry = try test.office.view { (reader) throws(DecideError) in try reader.lastEntry(of: "maryam") }
        #expect(entry?.reason == "آشناست" && entry?.overrides == ["not-accepted"])
    }

    @Test("an operator's door tells who may let in with a reason")
    func operators() throws {
        let test = try opened()
        let staff = try #require(
            try test.office.view { (reader) throws(DecideError) in try reader.find(Staff.self, key: "op") })
        test.dashboard.staff = staff
        try scan("G-003", test)
        try test.press("f2")
        #expect(test.text.contains("that is for a supervisor or administrator"))
    }

    @Test("F3 turns the door round: guests leave, and may come again")
    func exit() throws {
        let test = try opened()
        try test.press("f3")
        try scan("G-001", test)
        #expect(test.text.contains("GOODBYE") && test.text.contains("Exit"))
        try scan("G-001", test)
        #expect(test.text.contains("NOT DONE"))
        try test.press("f3")
        try scan("G-001", test)
        #expect(test.text.contains("WELCOME"))
        #expect(try guest("G-001", in: test).visits.count == 2)
    }

    @Test("Esc empties the field, then leaves it to the keys of the shell; Enter comes back")
    func escape() throws {
        let test = try opened()
        try test.type("2")
        try test.press("escape")
        #expect(test.text.contains("scan a code"))
        try test.press("escape enter")
        try test.type("2")
        try test.press("enter")
        #expect(test.text.contains("WELCOME"))
    }
}

@MainActor
@Suite struct GuestEditTests {
    private func opened(_ keys: String) throws -> TestDashboard {
        let test = try TestDashboard(.english, GuestsExample.office)
        test.dashboard.resize(width: 120, height: 40)
        #expect(test.dashboard.open(GuestsScreen.id))
        try test.dashboard.refresh()
        try test.press(keys)
        return test
    }

    private func state(_ code: String, in test: TestDashboard) throws -> GuestState? {
        try test.office.view { (reader) throws(DecideError) in try reader.find(Guest.self, key: code) }?.state
    }

    @Test("an invitation is sent, answered and revoked from the list")
    func states() throws {
        let test = try opened("/")
        try test.type("G-008")
        try test.press("enter s")
        #expect(try state("G-008", in: test) == .sent)
        try test.press("s")
        #expect(test.text.contains("the invitation is sent"))
        try test.press("a enter")
        #expect(try state("G-008", in: test) == .accepted)
        try test.press("r")
        try test.type("اشتباه")
        try test.press("ctrl+s")
        #expect(try state("G-008", in: test) == .revoked)
        try test.press("r")
        #expect(test.text.contains("the invitation is revoked"))
    }

    @Test("v leads to the door, the roll, the programme and back")
    func tabs() throws {
        let test = try opened("v")
        #expect(test.text.contains("scan a code"))
        try test.press("f4")
        #expect(test.text.contains("There is no name on the roll of honour yet"))
        try test.press("v")
        #expect(test.text.contains("halls") || test.text.contains("sessions"))
        try test.press("v")
        #expect(test.text.contains("press / and type to filter"))
    }

    @Test("a scanner that ends with Tab lets in like one with Enter; one with both is ready for the next")
    func tabScanner() throws {
        let test = try TestDashboard(.english, GuestsExample.office)
        #expect(test.dashboard.open("door"))
        try test.dashboard.refresh()
        try test.type("G-001")
        try test.press("tab")
        #expect(test.dashboard.screen.id == "door")
        #expect(test.text.contains("G-001"))
        let scanned = test.text
        try test.press("tab")
        #expect(test.dashboard.screen.id == "door" && test.text == scanned, "without a code it leads nowhere")
        try test.press("escape tab")
        #expect(test.dashboard.screen.id != "door")
    }

    @Test("the footer offers no key that the field would take")
    func fieldFooter() throws {
        let test = try TestDashboard(.english, GuestsExample.office)
        #expect(test.dashboard.open("door"))
        test.dashboard.resize(width: 200, height: 40)
        try test.dashboard.refresh()
        let typing = test.text.split(separator: "\n").last ?? ""
        #expect(typing.contains("F1 all keys") && typing.contains("Ctrl-C quit"))
        #expect(!typing.contains("undo") && !typing.contains("? all keys") && !typing.contains("فارسی"))
        try test.press("escape")
        let free = test.text.split(separator: "\n").last ?? ""
        #expect(free.contains("? all keys") && free.contains("q quit"))
    }
}
