import Foundation
import Harness
import Testing

/// A trainer's day at the desk, with the keyboard alone.
@Suite(.onOwnThreads) struct TrainersDesk {
    private static let people = [
        ("9990000034", "مهدی", "احمدی"), ("9990000042", "مریم", "جعفری"), ("9990000050", "رضا", "باقری"),
    ]

    /// A course of two seats whose one session is this morning's, for groups and their liaisons.
    private func office() throws -> TestOffice {
        let office = try TestOffice(
            TestOffice.groups
                + Self.people.map {
                    #"{"command":"person.record","nationalID":"\#($0.0)","firstName":"\#($0.1)","lastName":"\#($0.2)"}"#
                }
                + ["9990000034", "9990000042"].map {
                    #"{"command":"membership.begin","group":"Q-0001","person":"\#($0)","from":"1400/01/01"}"#
                }
                + [#"{"command":"staff.add","account":"tra","name":"مربی","role":"trainer"}"#])
        try office.apply(
            [
                """
                {"command":"course.announce","code":"RH-1","title":"رسم هجرت","audience":"groupsAndMediaLiaisons",\
                "capacity":2,"from":"1401/05/10","to":"1401/05/10","sessions":["S-1 1401/05/10 08:00-09:30"]}
                """
            ], now: "1401/05/01T10:00")
        return office
    }

    @Test(
        "Enrolling, the waiting list, a refusal, attendance, completion and a printed certificate",
        arguments: [
            ("fa", "در نوبت ۱", "نه سمتی دارد", "حاضر از", "نفر می‌گذرانند", "گواهی در"),
            (
                "en", "waiting at place 1", "holds no office and is in no group", "2 of 2 present",
                "If it ends now", "× certificate written to"
            ),
        ])
    func wholeDay(
        language: String, waiting: String, refused: String, present: String, question: String, printed: String
    ) throws {
        let office = try office()
        let session = try office.open(["--lang", language, "--as", "tra"], width: 120, height: 40)
        // A trainer begins with the courses.
        try session.waitForScreen(contains: "رسم هجرت").waitForIdle().press(.enter).waitForIdle()
        try session.press("a").type("كريمي").waitForScreen(contains: "علی کریمی").press(.enter).waitForIdle()
        try session.type("شریفی نژاد").waitForScreen(contains: "زهرا شریفی‌نژاد").press(.enter).waitForIdle()
        try session.type("۹۹۹۰۰۰۰۰۳۴").waitForScreen(contains: "مهدی احمدی").press(.enter)
            .waitForScreen(contains: waiting)
        try session.type("باقری").waitForScreen(contains: refused).press(.enter).waitForIdle()
        let id = language == "fa" ? "۹۹۹••••۰۲۶" : "999••••026"
        // National IDs stand in the list of people alone: Esc has been understood when they are there.
        try session.press(.escape).waitForScreen(contains: id).press("v").waitForScreen(contains: "S-1")
            .type("A").waitForScreen(contains: present)
        try session.press(.escape).waitForScreen(contains: id).press("t").waitForScreen(contains: question)
            .press(.tab).press(.enter).waitForScreen(contains: "★").waitForIdle()
        try session.press("c").waitForScreen(contains: "G-0000013")
        try session.press("p").waitForIdle().press(.enter).waitForIdle().press(.enter)
            .waitForScreen(contains: printed)
        #expect(try session.waitForIdle().press("q").waitForExit() == .exited(0))

        let page = office.folder.appendingPathComponent("G-0000013.html")
        #expect(try String(contentsOf: page, encoding: .utf8).contains("زهرا شریفی‌نژاد"))
        let shown = try office.run(["show", "certificate", "G0000013", "--lang", "en"])
        #expect(shown.outputText.contains("This certificate is real"))
    }

    @Test("What one trainer marks is on the other's sheet without a key, and neither loses a mark")
    func twoTrainers() throws {
        let office = try office()
        try office.apply(
            ["9990000034", "9990000042"].map { #"{"command":"course.enrol","course":"RH-1","person":"\#($0)"}"# },
            now: "1401/05/02T10:00")
        let first = try office.open(["--lang", "en", "--as", "tra"], width: 120, height: 40)
        let second = try office.open(["--lang", "en"], width: 120, height: 40)
        try first.waitForScreen(contains: "RH-1").waitForIdle().press(.enter).waitForIdle().press("v").waitForIdle()
        try second.waitForScreen(contains: "4 groups").waitForIdle().press("7").waitForIdle().press(.enter)
            .waitForIdle().press("v")
            .waitForIdle()
        first.press(" ")
        try second.waitForScreen(contains: "1 of 2 present").waitForIdle()
        second.press(.down).press(" ")
        try first.waitForScreen(contains: "2 of 2 present")
        let attended = try office.run(["list", "enrolments", "--lang", "en"]).outputText
        #expect(attended.split(separator: "\n").dropFirst().allSatisfy { $0.hasSuffix("\t1") }, "\(attended)")
    }
}
