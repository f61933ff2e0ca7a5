import Foundation
import Harness
import Testing

/// The desk that keeps the congress's programme, with the keyboard alone.
@Suite(.onOwnThreads) struct ProgrammeDesk {
    private func office() throws -> TestOffice {
        let office = try TestOffice(TestOffice.groups)
        func session(_ code: String, _ hall: String, _ from: String, _ to: String, _ title: String) -> String {
            """
            {"command":"session.schedule","congress":1401,"code":"\(code)","hall":"\(hall)","from":"1401/05/10T\(from)",\
            "to":"1401/05/10T\(to)","title":"\(title)","kind":"panel","speakers":[]}
            """
        }
        try office.apply(
            [
                """
                {"command":"congress.open","year":1401,"number":2,"city":"قم","venue":"حرم","from":"1401/05/09",\
                "to":"1401/05/11"}
                """,
                #"{"command":"hall.add","congress":1401,"code":"HALL-A","name":"شبستان","seats":600,"turnaround":15}"#,
                #"{"command":"hall.add","congress":1401,"code":"HALL-B","name":"اندیشه","seats":80,"turnaround":0}"#,
                session("SE-01", "HALL-A", "10:00", "11:30", "هم‌افزایی"),
                session("SE-02", "HALL-A", "12:00", "13:00", "خاطره‌گویی"),
            ], now: "1401/05/01T10:00")
        return office
    }

    @Test(
        "A session is picked up, refused where another is, put down where it is free, and the day is printed",
        arguments: [
            ("fa", "زودترین زمان آزاد", "آزاد است", "برنامه روز در"), ("en", "next free time", "free:", "written to"),
        ])
    func carry(language: String, clash: String, free: String, printed: String) throws {
        let office = try office()
        let session = try office.open(["--lang", language], width: 120, height: 40)
        try session.waitForScreen(contains: "Q-0001").waitForIdle().press("6").waitForScreen(contains: "SE-01")
        try session.waitForIdle().press(.down).waitForIdle().press("m").waitForScreen(contains: free)
        try session.press(.up).press(.up).waitForScreen(contains: clash).press(.enter).waitForIdle()
        try session.press(language == "fa" ? .left : .right).waitForScreen(contains: free).press(.enter).waitForIdle()
        try session.press("p").waitForIdle().press(.enter).waitForScreen(contains: printed)
        #expect(try session.waitForIdle().press("q").waitForExit() == .exited(0))

        let moved = try office.run(["show", "session", "SE-02", "--lang", "en"]).outputText
        #expect(moved.contains("HALL-B") && moved.contains("1401/05/10 11:30"), "\(moved)")
        let page = office.folder.appendingPathComponent("2022-08-01.html")
        #expect(try String(contentsOf: page, encoding: .utf8).contains("هم‌افزایی"))
    }

    @Test("The programme goes out as a calendar file, and nothing else does")
    func calendar() throws {
        let office = try office()
        let calendar = try office.run(["export", "sessions", "--format", "ics"])
        #expect(
            calendar.outputText.hasPrefix("BEGIN:VCALENDAR\r\n") && calendar.outputText.contains("SUMMARY:هم‌افزایی"))
        let groups = try office.run(["export", "groups", "--format", "ics", "--lang", "en"])
        #expect(groups.status == .exited(2) && groups.errorText.contains("csv"), "\(groups.errorText)")
    }
}
