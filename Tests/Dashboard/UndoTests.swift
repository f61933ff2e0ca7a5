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

    @Test("What changed nothing says so, and is not offered to be taken back", arguments: Language.allCases)
    func unchanged(language: Language) throws {
        let test = try TestDashboard(language)
        let before = test.dashboard.undoable?.act.entry.id
        let fields = [JSON.Member("code", .string("Q-0001")), .init("size", .integer(24))]
        _ = try test.dashboard.carryOut([.send(Sending(GroupAmend.self, fields))])
        test.settle()
        let toast = try #require(test.dashboard.toast)
        #expect(toast.phrase[language].contains(language == .persian ? "چیزی تغییر نکرد" : "nothing changed"))
        #expect(toast.phrase[language].contains("Q-0001"))
        #expect(!toast.canBeUndone)
        #expect(test.dashboard.undoable?.act.entry.id == before)
    }

    @Test("The footer names what u would take back; u goes back step by step, and Ctrl-R does it again")
    func stepByStep() throws {
        let test = try TestDashboard(.english)
        try amend(test, size: 30)
        try amend(test, size: 31)
        #expect(footer(test).contains("u undo “Q-0001 · am"))
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
        for language in Language.allCases {
            let impatient = try another(first, language)
            try impatient.press("u u ع u")
            #expect(try size(impatient) == 31, "a key that asks does not answer")
        }
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
            #expect(test.text.contains("Not undone: “amend a group: "))
            #expect(try size(test) == 40)
            #expect(footer(test).contains("u undo “Q-0001 · am"))
        }
        // Another's `u` is of what that one did.
        try other.dashboard.refresh()
        #expect(footer(other).contains("u undo “Q-0001 · am"))
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
        // The key that asked, pressed again or held down, in either layout, is no answer.
        try test.press("u ع u")
        #expect(test.text.contains("بازگردانده شود؟"))
        #expect(try size(test, "Q-101") == 12)
        try test.press("enter")
        #expect(try size(test, "Q-101") == 12, "the first answer is to leave it")
        try test.press("u tab enter")
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

    @Test("What this person may never take back is not offered: not by the footer, nor by the toast, nor by u")
    func notOffered() throws {
        let office =
            CampsExample.office + [
                #"{"command":"staff.add","account":"jafari","name":"زهرا جعفری","role":"supervisor"}"#
            ]
        let test = try TestDashboard(.english, office, as: "jafari")
        test.dashboard.resize(width: 120, height: 40)
        try test.press("3 /")
        try test.type("C-007")
        try test.press("enter t tab enter")
        try test.type("said by telephone")
        try test.press("ctrl+s")
        #expect(
            try test.office.view { (reader) throws(DecideError) in try reader.find(Camp.self, key: "C-007") }?.state
                == .closed)
        #expect(!test.text.contains("u undo"), "\(test.text)")
        try test.press("escape u")
        #expect(test.text.contains("is not yours to undo"), "\(test.text)")
    }

    @Test("A course whose certificates stand is not offered to be opened again, and u says why")
    func certificates() throws {
        let test = try TestDashboard(
            .english,
            TrainingExample.office + [
                #"{"command":"course.attend","course":"RK-1401","session":"RK-3","people":["9990000034"]}"#,
                #"{"command":"course.complete","code":"RK-1401"}"#,
                #"{"command":"course.certify","course":"RK-1401","person":"9990000034"}"#,
            ])
        #expect(test.dashboard.undoable?.act.entry.command == "course.complete")
        #expect(test.dashboard.undoObstacle?.en.contains("holds the certificate") == true)
        #expect(!footer(test).contains("u undo"), "\(footer(test))")
        try test.press("u tab enter")
        #expect(test.text.contains("holds the certificate"), "\(test.text)")
    }

    @Test("A toast offers to undo nothing that is final, such as a death")
    func fatal() throws {
        let test = try TestDashboard(.english, CampsExample.office)
        test.dashboard.resize(width: 120, height: 40)
        func record(_ severity: String) throws -> Bool {
            test.dashboard.send(
                Sending(
                    IncidentRecord.self,
                    [
                        .init("camp", .string("C-014")), .init("when", .string("1401/05/10T09:00")),
                        .init("severity", .string(severity)), .init("what", .string("برق‌گرفتگی")),
                    ]), from: nil)
            test.settle()
            return try #require(test.dashboard.toast).canBeUndone
        }
        #expect(try record("minor"))
        #expect(try !record("fatal"))
        #expect(footer(test).contains("undo “record an incident: I-"), "\(footer(test))")
    }

    @Test("A redo is told as one in the feed and in a group's history, which both name what was taken back")
    func told() throws {
        let test = try TestDashboard(.persian)
        test.dashboard.resize(width: 120, height: 40)
        try amend(test, size: 30)
        try test.press("u ctrl+r 1")
        #expect(test.text.contains("انجام دوباره «ویرایش گروه»"), "\(test.text)")
        #expect(test.text.contains("بازگرداندن «ویرایش گروه»"))
        try test.press("2 enter")
        #expect(test.text.contains("انجام دوباره «ویرایش گروه»"), "\(test.text)")
        #expect(test.text.contains("بازگرداندن «ویرایش گروه»"))
    }

    @Test("Where room is scarce the name keeps the code, in either language", arguments: Language.allCases)
    func codes(_ language: Language) throws {
        let test = try TestDashboard(language)
        for width in [80, 100, 120, 160] {
            test.dashboard.resize(width: width, height: 24)
            if width == 80 { try amend(test, size: 30) }
            #expect(footer(test).contains("Q-0001"), "\(footer(test))")
        }
        let last = try #require(test.dashboard.frame().rows.last).map(\.text).joined()
        #expect(last.contains("\(Isolate.leftToRight)Q-0001\(Isolate.end)"), "the code keeps its direction")
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
