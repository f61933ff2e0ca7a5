import Canvas
import Domain
import Foundation
import Persian
import Store
import Testing

@testable import Dashboard

/// What `u` and Ctrl-R do.
@MainActor
@Suite struct UndoTests {
    /// Another session of the same person on the same office.
    private func another(_ test: TestDashboard, _ language: Language = .english) throws -> TestDashboard {
        try TestDashboard(on: test, language)
    }

    private func amend(_ test: TestDashboard, size: Int) throws {
        try test.press("g down down e")
        for _ in 0..<6 { try test.press("tab") }
        try test.press("ctrl+u")
        try test.type("\(size)")
        try test.press("ctrl+s")
    }

    private func size(_ test: TestDashboard, _ code: String = "Q-0001") throws -> Int? {
        try test.office.view { (reader) throws(DecideError) in try reader.find(Group.self, key: code)?.size }
    }

    private var footer: (TestDashboard) -> String { { String($0.text.split(separator: "\n").last ?? "") } }

    @Test("The footer names what u would take back; u goes back step by step, and Ctrl-R does it again")
    func stepByStep() throws {
        let test = try TestDashboard(.english)
        try amend(test, size: 30)
        try amend(test, size: 31)
        #expect(footer(test).contains("u undo “amend a gro"))
        try test.press("u")
        #expect(try size(test) == 30)
        #expect(test.text.contains("Undone: amend a group: "))
        try test.press("u")
        #expect(try size(test) == 24)
        try test.press("ctrl+r")
        #expect(try size(test) == 30)
        #expect(test.text.contains("Done again: amend a group: "))
        try test.press("ctrl+r")
        #expect(try size(test) == 31)
        try test.press("ctrl+r")
        #expect(test.text.contains("There is nothing to redo"))
        try test.press("u u")
        #expect(try size(test) == 24)
    }

    @Test("In another session u asks, says when it was done, and goes on back instead of to and fro")
    func anotherSession() throws {
        let first = try TestDashboard(.english)
        try amend(first, size: 30)
        try amend(first, size: 31)
        let second = try another(first)
        try second.press("u")
        #expect(second.text.contains("Undo “amend a group: ") && second.text.contains("maryam did it on"))
        #expect(try size(second) == 31)
        try second.press("enter")
        #expect(try size(second) == 31, "the first answer is to leave it")
        for expected in [30, 24] {
            try second.press("u tab enter")
            #expect(try size(second) == expected)
        }
        let third = try another(first)
        try third.press("ctrl+r")
        #expect(third.text.contains("Do “amend a group"))
        try third.press("tab enter")
        #expect(try size(third) == 30)
    }

    @Test("What was refused stays the next, and says why")
    func refused() throws {
        let test = try TestDashboard(.english)
        let other = try TestDashboard(on: test, .english, account: "reza")
        try amend(test, size: 30)
        try amend(test, size: 31)
        try test.send(#"{"command":"group.amend","code":"Q-0001","size":40,"as":"reza"}"#)
        try test.dashboard.refresh()
        for _ in 0..<3 {
            try test.press("u")
            #expect(test.text.contains("was not undone"))
            #expect(try size(test) == 40)
            #expect(footer(test).contains("u undo “amend a gro"))
        }
        // Another's `u` is of what that one did.
        try other.dashboard.refresh()
        #expect(footer(other).contains("u undo “amend a gro"))
    }

    @Test("A whole import is named by its sheet, asked about, taken back as one, and done again as one")
    func imports() throws {
        let test = try TestDashboard(.persian, [])
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("khedmat-undo-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let sheet = folder.appendingPathComponent("groups.csv")
        let rows = (1...30).map { "Q-\($0 + 100),گروه جهادی \($0),عمومی,عمرانی,قم,12,1400/01/05" }
        try "شماره ثبت,نام گروه,نوع,حوزه فعالیت,شهرستان,تعداد اعضا,تاریخ ثبت\n\(rows.joined(separator: "\n"))"
            .write(to: sheet, atomically: true, encoding: .utf8)
        try test.press("i")
        _ = try test.dashboard.handle(.paste(sheet.path))
        try test.press("enter")
        try test.press("enter")
        try test.press("enter")
        try test.dashboard.refresh()
        #expect(test.text.contains("۳۰ گروه"), "\(test.text)")
        #expect(footer(test).contains("ورود groups"))
        try test.press("u")
        #expect(test.text.contains("«ورود groups.csv» بازگردانده شود؟") && test.text.contains("۳۰ فرمان"))
        try test.press("tab enter")
        #expect(try size(test, "Q-101") == nil)
        #expect(test.text.contains("بازگردانده شد: ورود groups.csv"))
        try test.press("ctrl+r")
        #expect(test.text.contains("«ورود groups.csv» دوباره انجام شود؟"))
        try test.press("tab enter")
        #expect(try size(test, "Q-101") == 12)
    }

    @Test("Keys that come while something is taken back start nothing more")
    func notQueued() throws {
        let test = try TestDashboard(.english)
        try amend(test, size: 30)
        try amend(test, size: 31)
        for _ in 0..<3 { _ = try test.dashboard.handle(.key(Key(.character("u")))) }
        test.settle()
        #expect(try size(test) == 30)
    }

    @Test("The list shows what can be taken back and what was, and Enter does it")
    func list() throws {
        let test = try TestDashboard(.english)
        try amend(test, size: 30)
        try test.press("u")
        _ = try test.dashboard.carryOut([.undoList])
        #expect(test.text.contains("redo: amend a group"))
        try test.press("enter")
        #expect(try size(test) == 30)
    }

    @Test("What can never be taken back is passed over, after a question that says so")
    func neverUndone() throws {
        let test = try TestDashboard(.english, GuestsExample.office)
        let waiting = try test.office.view { (reader) throws(DecideError) in try reader.lastAct(of: "maryam") }
        try test.send(#"{"command":"guest.checkIn","code":"G-001","companions":0}"#)
        let after = try test.office.view { (reader) throws(DecideError) in try reader.lastAct(of: "maryam") }
        #expect(after.passed?.command == "guest.checkIn" && after.act?.entry.id == waiting.act?.entry.id)
        try test.dashboard.refresh()
        try test.press("u")
        #expect(test.text.contains("never be undone"))
    }

    @Test("U in the ledger asks first, and the entry of an undo says what it undid")
    func ledger() throws {
        let test = try TestDashboard(.english)
        try amend(test, size: 30)
        #expect(test.dashboard.open("ledger"))
        try test.dashboard.refresh()
        try test.press("U")
        #expect(test.text.contains("Undo “amend a group"))
        try test.press("tab enter")
        #expect(try size(test) == 24)
        #expect(test.text.contains("undo of “amend a group”"))
    }
}
