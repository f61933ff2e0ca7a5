import Canvas
import Domain
import Exchange
import Foundation
import Persian
import Store
import Support
import Testing

@testable import Dashboard

private struct Size: CustomTestStringConvertible {
    let width: Int
    let height: Int
    var testDescription: String { "\(width)x\(height)" }
}

@MainActor
@Suite struct GroupsGoldenTests {
    private nonisolated static let sizes = [Size(width: 80, height: 24), Size(width: 120, height: 40)]

    private func expect(
        _ name: String, _ language: Language, _ size: Size, _ office: [String] = TestDashboard.office,
        keys: String = "",
        typing: String = ""
    ) throws {
        let test = try TestDashboard(language, office)
        test.dashboard.resize(width: size.width, height: size.height)
        try test.dashboard.refresh()
        try test.press(keys)
        try test.type(typing)
        let title = "\(name)-\(size.width)x\(size.height)-\(language.rawValue)"
        expectScreen(test.dashboard, named: title)
    }

    @Test("The list, with its detail where there is room", arguments: Language.allCases, sizes)
    private func list(language: Language, size: Size) throws {
        try expect("groups", language, size)
    }

    @Test("An open group: facts, offices, members, activity", arguments: Language.allCases, sizes)
    private func open(language: Language, size: Size) throws {
        try expect("group", language, size, keys: "down down enter")
    }

    @Test("Filtering as one types, the caret in the field", arguments: Language.allCases, sizes)
    private func filter(language: Language, size: Size) throws {
        try expect("groups-filter", language, size, keys: "/", typing: "كاظمي")
    }

    @Test("A filter that lets nothing through says how to go on", arguments: Language.allCases, sizes)
    private func nothingFound(language: Language, size: Size) throws {
        try expect("groups-none", language, size, keys: "/", typing: "zzz")
    }

    @Test("An office without groups says what to do", arguments: Language.allCases, sizes)
    private func empty(language: Language, size: Size) throws {
        try expect("groups-empty", language, size, [])
    }

    @Test("A wall screen", arguments: Language.allCases)
    func wall(language: Language) throws {
        try expect("groups", language, Size(width: 200, height: 60))
    }
}

@MainActor
@Suite struct GroupsScreenTests {
    @Test("Arrows, letters and the Persian letters on the same keys move alike")
    func moves() throws {
        let test = try TestDashboard(.persian, manyGroups(100))
        try test.press("down down")
        let third = try #require(test.selectedRow)
        try test.press("home j j")
        #expect(test.selectedRow == third)
        try test.press("home")
        try test.type("تت")
        #expect(test.selectedRow == third)
        try test.type("ن")
        #expect(test.selectedRow != third)
    }

    @Test("The ends of a long list and the pages between are reached, and the way back is the same")
    func ends() throws {
        let test = try TestDashboard(.persian, manyGroups(600))
        try test.press("s")
        #expect(test.selectedRow?.contains("Q-0001") == true)
        try test.press("end")
        #expect(test.selectedRow?.contains("Q-0600") == true)
        try test.press("up up")
        #expect(test.selectedRow?.contains("Q-0598") == true)
        try test.press("home")
        #expect(test.selectedRow?.contains("Q-0001") == true)
        for _ in 0..<550 { try test.press("down") }
        #expect(test.selectedRow?.contains("Q-0551") == true)
        for _ in 0..<550 { try test.press("up") }
        #expect(test.selectedRow?.contains("Q-0001") == true)
        for _ in 0..<30 { try test.press("pagedown") }
        for _ in 0..<30 { try test.press("pageup") }
        #expect(test.selectedRow?.contains("Q-0001") == true)
    }

    @Test(
        "Letters of either alphabet, ZWNJ or space and digits of any script find the same groups",
        arguments: ["کاظمی", "كاظمي", "ک ی", "خادمان", "q-۰۰۰۱", "٢٤ helping", "شريفي نژاد", "شریفی‌نژاد"])
    func filter(text: String) throws {
        let test = try TestDashboard(.persian)
        try test.press("/")
        try test.type(text)
        let isFound = ["کاظمی", "Helping", "باران"].contains { test.text.contains($0) }
        #expect(isFound)
        #expect(!test.text.contains("یافت نشد"))
    }

    @Test("Escape clears the filter, Enter keeps it, and it is kept while a group is open")
    func filterKeys() throws {
        let test = try TestDashboard(.persian)
        try test.press("/")
        try test.type("باران")
        try test.press("enter")
        #expect(test.text.contains("۱ گروه"))
        try test.press("enter")
        #expect(test.text.contains("کهک"))
        try test.press("escape")
        #expect(test.text.contains("۱ گروه"))
        try test.press("escape")
        #expect(test.text.contains("۴ گروه"))
    }

    @Test("A bracketed paste goes into the filter as one text")
    func paste() throws {
        let test = try TestDashboard(.persian)
        try test.press("/")
        _ = try test.dashboard.handle(.paste("باران\n"))
        #expect(test.text.contains("۱ گروه"))
    }

    @Test("A page of text pasted into the filter by mistake is cut, and the filter works on")
    func hugePaste() throws {
        let test = try TestDashboard(.persian)
        try test.press("/")
        _ = try test.dashboard.handle(.paste(String(repeating: "قم ", count: 2000)))
        #expect(test.selectedRow?.contains("Q-0001") == true)
        try test.type(String(repeating: "x", count: 300))
        #expect(test.selectedRow?.contains("Q-0001") == true, "a full field takes no more")
        try test.press("ctrl+u")
        try test.type("باران")
        #expect(test.text.contains("۱ گروه"))
        #expect(test.text.contains("Q-0002"))
    }

    @Test("A letter typed into the filter is a letter and no command")
    func typing() throws {
        let test = try TestDashboard(.english)
        try test.press("/")
        #expect(try test.press("q") == nil)
        #expect(test.text.contains("4 groups"))
        #expect(try test.press("L") == nil)
        #expect(test.text.contains("0 groups"))
    }

    @Test("The language is switched while the program runs, and back")
    func language() throws {
        let test = try TestDashboard(.persian)
        #expect(test.text.contains("گروه‌ها"))
        try test.press("L")
        #expect(test.text.contains("Groups"))
        #expect(test.dashboard.frame().direction == .leftToRight)
        try test.press("L")
        #expect(test.dashboard.frame().direction == .rightToLeft)
    }

    @Test("Four orders, each either way round")
    func orders() throws {
        let test = try TestDashboard(.english)
        func firstCode() -> String? {
            test.dashboard.frame().rows.flatMap { $0 }.map(\.text).first { $0.hasPrefix("Q-") }
        }
        #expect(firstCode() == "Q-0002")
        try test.press("s")
        #expect(firstCode() == "Q-0001")
        try test.press("S")
        #expect(firstCode() == "Q-0004")
        try test.press("s")
        #expect(firstCode() == "Q-0002")
        try test.press("s")
        #expect(firstCode() == "Q-0003")
        try test.press("s S")
        #expect(firstCode() == "Q-0003")
    }

    @Test("When the list changes under it, the selected group stays selected")
    func staysSelected() throws {
        let test = try TestDashboard(.persian, manyGroups(50))
        try test.press("s down down down")
        #expect(test.selectedRow?.contains("Q-0004") == true)
        try test.send(#"{"command":"record.void","kind":"group","code":"Q-0002","reason":"آزمون"}"#)
        try test.dashboard.refresh()
        #expect(test.selectedRow?.contains("Q-0004") == true)
        try test.send(#"{"command":"record.void","kind":"group","code":"Q-0004","reason":"آزمون"}"#)
        try test.dashboard.refresh()
        #expect(test.selectedRow?.contains("Q-0005") == true)
    }

    @Test("Groups that arrive while the list is empty appear in it: an office that begins, a filter that finds nothing")
    func appears() throws {
        let test = try TestDashboard(.english, [])
        #expect(test.text.contains("No group is registered yet"))
        for command in manyGroups(3) { try test.send(command) }
        try test.dashboard.refresh()
        #expect(test.text.contains("Q-0002"))

        try test.press("/")
        try test.type("باران")
        #expect(test.text.contains("Nothing matches"))
        try test.send(#"{"command":"group.amend","code":"Q-0002","name":"گروه جهادی باران"}"#)
        try test.dashboard.refresh()
        #expect(test.selectedRow?.contains("Q-0002") == true)
    }

    @Test("Who was shut out meanwhile sees nothing more")
    func shutOut() throws {
        let test = try TestDashboard(.persian)
        try test.send(#"{"command":"staff.add","account":"reza","name":"رضا","role":"administrator"}"#)
        try test.send(#"{"command":"staff.disable","account":"maryam"}"#)
        #expect(throws: DecideError.self) { try test.dashboard.refresh() }
    }

    @Test("National IDs and mobiles are masked for those who may not edit people")
    func masks() throws {
        let test = try TestDashboard(.english)
        try test.press("down down enter")
        #expect(test.text.contains("9990000042"))
        try test.send(#"{"command":"staff.add","account":"reza","name":"رضا","role":"administrator"}"#)
        try test.send(#"{"command":"staff.amend","account":"maryam","role":"supervisor"}"#)
        let supervisor = try test.office.admit(test.sender, clock: test.clock)
        let masked = Dashboard(
            test.office, staff: supervisor, writer: test.writer, drafts: Drafts(path: nil, office: "test"),
            language: .english, clock: test.clock)
        #expect(masked.open("groups"))
        masked.resize(width: 120, height: 40)
        try masked.refresh()
        let footer = masked.frame().rows.last?.map(\.text).joined() ?? ""
        #expect(footer.contains("filter") && !footer.contains("new"), "the footer offers nothing that is not theirs")
        for _ in 0..<2 { _ = try masked.handle(.key(Key(.down))) }
        let text = masked.frame().rows.flatMap { $0 }.map(\.text).joined(separator: " ")
        #expect(text.contains("999••••042"))
        #expect(!text.contains("9990000042"))
        #expect(!text.contains("09120000026"))
    }

    @Test("Whatever is in a record, no control character reaches a cell")
    func injection() throws {
        let test = try TestDashboard(.persian, [])
        let name = "گروه\\u001b]0;pwned\\u0007 \\u202e بهار\\u0000"
        try test.send(
            """
            {"command":"group.register","name":"\(name)","kind":"specialised","fields":["medical"],"county":"قم\\u001b[31m",\
            "size":5,"registeredOn":"1400/01/05","note":"\\u009b31m\\nدو"}
            """)
        try test.dashboard.refresh()
        try test.press("enter")
        let frame = test.dashboard.frame()
        for row in 0..<frame.height {
            for cell in frame.cells(row: row) {
                #expect(cell.scalar.value >= 0x20 && !(0x7F...0x9F).contains(cell.scalar.value))
            }
        }
    }

    @Test("Only leaving works in a window too small, and nothing is lost when it grows again")
    func smallWindow() throws {
        let test = try TestDashboard(.persian, manyGroups(50))
        try test.press("s down down")
        _ = try test.dashboard.handle(.resize(width: 30, height: 5))
        try test.press("down")
        #expect(try test.press("q") == .quit)
        _ = try test.dashboard.handle(.resize(width: 80, height: 24))
        #expect(test.selectedRow?.contains("Q-0003") == true)
    }
}
