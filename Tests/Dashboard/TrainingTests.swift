import Canvas
import Domain
import Foundation
import Persian
import Store
import Support
import Testing

@testable import Dashboard

@MainActor
@Suite struct TrainingTests {
    private func opened(_ keys: String, role: String? = nil) throws -> TestDashboard {
        let test = try TestDashboard(.english, TrainingExample.office)
        test.dashboard.resize(width: 120, height: 40)
        try test.dashboard.refresh()
        try test.press("7 " + keys)
        return test
    }

    private func find<R: Domain.Record>(_ type: R.Type, _ key: String, in test: TestDashboard) throws -> R? {
        try test.office.view { (reader) throws(DecideError) in try reader.find(type, key: key) }
    }

    private func present(_ session: String, in test: TestDashboard) throws -> Set<String> {
        Set(try find(CourseAttendance.self, "RK-1401/\(session)", in: test)?.people ?? [])
    }

    @Test("Part of a name, Enter, and the next: enrolled while there are seats, then waiting with the place")
    func enrol() throws {
        let test = try opened("end enter")
        // Nobody is enrolled past somebody who waits.
        try test.send(
            #"{"command":"course.withdraw","course":"RK-1401","person":"9991000038","on":"1401/05/09"}"#)
        try test.dashboard.refresh()
        try test.press("a")
        try test.type("جعفري")
        try test.press("enter")
        #expect(test.text.contains("RK-1401 · مریم جعفری · enrolled"), "\(test.text)")
        try test.type("۹۹۹۰۰۰۰۰۲۶")
        try test.press("enter")
        #expect(test.text.contains("RK-1401 · زهرا نوری · waiting at place 1"))
        try test.press("escape")
        #expect(test.text.contains("4 of 4 enrolled · 1 waiting · 0 free"))
    }

    @Test("Who may not attend is told so before and after Enter, and the field is ready for the next")
    func refused() throws {
        let test = try opened("down enter a")
        try test.type("کریمی")
        #expect(test.text.contains("was head of the council SH-01 until 1 Tir 1401"), "\(test.text)")
        try test.press("enter")
        #expect(test.text.contains("may not attend W-1"))
        #expect(try find(Enrolment.self, "W-1/9990000018", in: test) == nil)
    }

    @Test("Ten people are enrolled with four letters and Enter each")
    func tenPeople() throws {
        let test = try opened("down enter")
        try test.send(#"{"command":"course.amend","code":"W-1","audience":"anyone"}"#)
        for number in 0..<10 {
            try test.send(
                #"{"command":"person.record","nationalID":"\#(Self.id(number))","firstName":"نفر","lastName":"qz\#(number)"}"#
            )
        }
        try test.dashboard.refresh()
        try test.press("a")
        for number in 0..<10 {
            try test.type("qz\(number)")
            try test.press("enter")
        }
        let row = try test.office.view { (reader) throws(DecideError) in try reader.courseRow("W-1") }
        #expect(row?.taken == 10)
    }

    private static func id(_ number: Int) -> String {
        let digits = "99920000\(number)"
        let sum = zip(digits, (2...10).reversed()).reduce(0) { $0 + ($1.0.wholeNumberValue ?? 0) * $1.1 }
        return digits + "\(sum % 11 < 2 ? sum % 11 : 11 - sum % 11)"
    }

    @Test("Space marks one, A all of a session; arrows go from session to session as they are read")
    func attendance() throws {
        let test = try opened("end v v")
        #expect(test.text.contains("RK-3 1401/05/10 08:00–09:30"), "the first session that is not taken")
        try test.press("space")
        #expect(try present("RK-3", in: test).count == 1)
        try test.press("down space")
        #expect(try present("RK-3", in: test).count == 2)
        try test.press("space A")
        #expect(try present("RK-3", in: test).count == 3)
        try test.press("A")
        #expect(try present("RK-3", in: test).isEmpty)
        let before = try present("RK-2", in: test)
        try test.press("h enter")
        #expect(try present("RK-2", in: test) != before)
        try test.press("u")
        #expect(try present("RK-2", in: test) == before)
    }

    @Test("Two trainers who mark at once lose nothing of each other")
    func together() throws {
        let test = try opened("end v v")
        try test.send(TrainingExample.attend("RK-1401", "RK-3", "9991000011"))
        // Not read again yet: the sheet still shows nobody.
        try test.press("space")
        #expect(try present("RK-3", in: test).count == 2)
        #expect(try present("RK-3", in: test).contains("9991000011"))
    }

    @Test("A session that is still to come, and a course that is over, say why nothing can be marked")
    func reasons() throws {
        let test = try opened("down down enter v space")
        #expect(test.text.contains("the session RH-1 is on 1 Shahrivar 1401"), "\(test.text)")
        try test.press("escape escape up up enter a")
        #expect(test.text.contains("the course is cancelled"))
    }

    @Test("A withdrawal tells whom it promoted, and who was passed over and why")
    func withdraw() throws {
        let test = try opened("down down enter")
        try test.send(
            #"{"command":"membership.begin","group":"Q-0002","person":"9991000038","from":"1400/01/01"}"#)
        try test.send(TrainingExample.enrol("9991000038", "RH-1401"))
        try test.send(#"{"command":"membership.end","group":"Q-0001","person":"9990000034","to":"1401/05/01"}"#)
        try test.send(#"{"command":"office.end","body":"Q-0002","office":"head","to":"1401/05/01"}"#)
        try test.dashboard.refresh()
        try test.press("w ctrl+s")
        #expect(test.text.contains("It was the turn of “مهدی شریفی‌نژاد”"), "\(test.text)")
        #expect(test.text.contains("The seat"), "and who has it")
        try test.press("enter")
        #expect(test.text.contains("2 of 2 enrolled · 1 waiting"))
    }

    @Test("From the last session to the printed certificates with the keyboard alone")
    func certify() throws {
        let test = try opened("end v v A escape t tab enter")
        #expect(try find(Course.self, "RK-1401", in: test)?.state == .completed)
        try test.press("c")
        #expect(test.text.contains("G-0000013"))
        try test.press("c")
        #expect(test.text.contains("p prints it"))
        try test.press("C tab enter")
        #expect(try test.office.view { (reader) throws(DecideError) in try reader.lastCertificate() } == 2)
        let file = "/tmp/khedmat-print-\(ProcessInfo.processInfo.processIdentifier).html"
        defer { try? FileManager.default.removeItem(atPath: file) }
        try test.press("escape p ctrl+u")
        try test.type(file)
        try test.press("enter")
        #expect(test.text.contains("× certificate written to"), "\(test.text)")
        let page = try String(contentsOfFile: file, encoding: .utf8)
        #expect(page.contains("dir=\"rtl\"") && page.contains("G-0000013") && page.contains("رسم خدمت"))
    }

    @Test("Certificates are printed where there are some")
    func printed() throws {
        let test = try opened("home")
        func reason() -> Phrase? {
            test.dashboard.screen.notes(test.dashboard.context, isHint: false).first { $0.id == "training.print" }?
                .disabledReason
        }
        for _ in 0..<4 where test.selectedRow?.contains("RK-1401") != true { try test.press("down") }
        try test.send(TrainingExample.attend("RK-1401", "RK-3", "9990000034"))
        try test.send(#"{"command":"course.complete","code":"RK-1401"}"#)
        try test.dashboard.refresh()
        #expect(reason()?.en == "no certificate was issued yet (C)")
        try test.send(#"{"command":"course.certify","course":"RK-1401","person":"9990000034"}"#)
        try test.dashboard.refresh()
        #expect(reason() == nil)
    }

    @Test("Sessions of a course are filled in line by line; an end without a day is of the day of the beginning")
    func sessions() throws {
        let test = try opened("n")
        try test.type("امداد")
        try test.press("tab space tab 9 tab")
        try test.type("1401/06/01")
        try test.press("tab")
        try test.type("1401/06/02")
        try test.press("tab")
        for (number, from, to) in [(1, "1401/06/01 09:00", "12:00"), (2, "1401/06/02 22:00", "1401/06/02 24:00")] {
            try test.type("A-\(number)")
            try test.press("tab")
            try test.type(from)
            try test.press("tab")
            try test.type(to)
            try test.press("tab")
        }
        #expect(test.text.contains("session begins") && test.text.contains("12:00"))
        try test.press("ctrl+s")
        let made = try test.office.view { (reader) throws(DecideError) in
            try reader.lastEntry(of: "maryam")?.changes.first?.after as? Course
        }
        let course = try #require(made, "\(test.text)")
        #expect(course.title == "امداد")
        #expect(
            course.sessions.map { $0.display(.english).withoutIsolates }
                == ["A-1 1401/06/01 09:00–12:00", "A-2 1401/06/02 22:00–24:00"])
        // A form of what is there holds them so, and sends nothing where nothing changes.
        try test.press("e ctrl+s")
        #expect(test.text.contains("Nothing was changed"))
    }

    @Test("A trainer begins with the courses; the register of groups and people tells of them")
    func elsewhere() throws {
        #expect(Screens.first(for: .trainer) == "training")
        let test = try opened("")
        #expect(test.text.contains("▒2"), "those who wait, in the menu")
        try test.press("1")
        #expect(test.text.contains("Course seats"))
        try test.press("2 /")
        try test.type("کاظمی")
        try test.press("enter")
        #expect(test.text.contains("RH-1401"), "\(test.text)")
        try test.press(":")
        try test.type("people screen")
        try test.press("enter /")
        try test.type("کریمی")
        #expect(test.text.contains("RK-1401 · رسم"), "\(test.text)")
    }
}
