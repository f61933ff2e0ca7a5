import Foundation
import Harness
import Testing

/// A day at a service point, with the keyboard alone.
@Suite(.onOwnThreads) struct PointOfService {
    private func office() throws -> TestOffice {
        let office = try TestOffice()
        try office.apply(
            [
                #"{"command":"season.announce","year":1444,"country":"IR","month":"safar","startsOn":"1401/06/07","status":"confirmed"}"#,
                """
                {"command":"point.plan","code":"AP-1","name":"موکب مهران","kind":"border","country":"IR","season":1444,\
                "services":["food 3000","water 9000"]}
                """,
                #"{"command":"point.license","code":"AP-1","permit":"م-۱","validUntil":"1401/07/10"}"#,
                """
                {"command":"shift.plan","code":"SF-1","point":"AP-1","from":"1401/05/10T08:00","to":"1401/05/10T16:00",\
                "roles":["server 8"]}
                """,
            ], now: "1401/05/01T10:00")
        return office
    }

    @Test(
        "Opening, sending a group, counting pilgrims and correcting, printing the day",
        arguments: [
            ("fa", "باز", "۲۴ نفر آزاد", "۱٬۲۳۴", "برگه نقطه در"),
            ("en", "open", "24 free", "1,234", "sheet of a point"),
        ])
    func wholeDay(language: String, open: String, free: String, counted: String, printed: String) throws {
        let office = try office()
        let session = try office.open(["--lang", language], width: 120, height: 40)
        try session.waitForScreen(contains: "Q-0004").waitForIdle().press("8").waitForScreen(contains: "AP-1")
        // What comes next stands first.
        try session.waitForIdle().press("t").waitForIdle().press(.enter).waitForIdle()
            .press("s", .control).waitForScreen(contains: "● \(open)").waitForIdle()
        try session.press(.enter).waitForScreen(contains: "SF-1").waitForIdle().press("a")
            .waitForScreen(contains: "Q-0002").waitForIdle().press(.enter).waitForScreen(contains: free).waitForIdle()
            .press("s", .control).waitForScreen(contains: language == "fa" ? "۸/۸" : "8/8").waitForIdle()
        try session.press(.escape).waitForIdle().press("v").waitForIdle().press("v").waitForIdle()
        try session.type(language == "fa" ? "۱۲" : "12").press(.enter).waitForIdle().press(.up).type("1234")
            .press(.enter).waitForScreen(contains: counted).waitForIdle()
        try session.press("p").waitForIdle().press(.enter).waitForScreen(contains: printed)
        #expect(try session.waitForIdle().press("q").waitForExit() == .exited(0))

        let page = office.folder.appendingPathComponent("AP-1-1401-05-10.html")
        let text = try String(contentsOf: page, encoding: .utf8)
        #expect(text.contains("گروه جهادی باران (۸)") && text.contains("۱٬۲۳۴"))
        let listed = try office.run(["list", "tallies", "--lang", "en", "--format", "json"]).outputText
        #expect(listed.contains(#""served":1234"#) && !listed.contains(#""served":12,"#), "one hour, corrected")
    }
}
