import Foundation
import Harness
import Testing

/// Two members of staff bring an entry onto the roll of honour with the keyboard alone.
@Suite(.onOwnThreads) struct RollOfHonour {
    private static let commands = [
        #"{"command":"staff.add","account":"second","name":"متصدی دوم","role":"operator"}"#,
        """
        {"command":"congress.open","year":1401,"number":2,"city":"قم","venue":"حرم","from":"1401/05/09",\
        "to":"1401/05/11"}
        """,
        #"{"command":"martyr.propose","name":"نام نمونه","diedOn":"1400/02/03","place":"نمونه‌آباد"}"#,
        #"{"command":"martyr.document","code":"M-001","biography":"زندگی‌نامه‌ای ساختگی."}"#,
        #"{"command":"martyr.verify","code":"M-001","as":"second"}"#,
    ]

    @Test("An entry is read, verified by the second person, published, and printed")
    func desk() throws {
        let office = try TestOffice(TestOffice.groups + Self.commands)
        let session = try office.open(["--lang", "en"], width: 120, height: 40)
        try session.waitForScreen(contains: "Q-0001").waitForIdle().press("6").waitForScreen(contains: "Programme")
        // The last tab of the congress; letters typed at the door are a guest's code.
        try session.waitForIdle().press("v").waitForIdle().press("v").waitForScreen(contains: "scan a code")
        try session.waitForIdle().press(.function(4))
        try session.waitForScreen(contains: "documented 1").press(.enter).waitForScreen(contains: "M-001")
        try session.press(.escape).waitForIdle().press("y").waitForScreen(contains: "The first verdict is second's")
        try session.press(.tab).press(.enter).waitForScreen(contains: "verified 1")
        try session.waitForIdle().press("b").waitForScreen(contains: "published 1")
        #expect(try session.waitForIdle().press("q").waitForExit() == .exited(0))

        let page = office.folder.appendingPathComponent("roll.html").path
        let printed = try office.run(["print", "roll", "1401", "--output", page])
        #expect(printed.status == .exited(0), "\(printed.errorText)")
        #expect(try String(contentsOfFile: page, encoding: .utf8).contains("نام نمونه"))
        #expect(try office.run(["verify"]).status == .exited(0))
    }
}
