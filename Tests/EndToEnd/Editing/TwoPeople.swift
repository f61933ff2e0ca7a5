import Foundation
import Harness
import Testing

/// Two people at two screens on one file.
@Suite(.onOwnThreads) struct TwoPeople {
    /// An office where Zahra works beside its administrator.
    private func office() throws -> TestOffice {
        let staff = #"{"command":"staff.add","account":"zahra","name":"زهرا نوری","role":"operator"}"#
        return try TestOffice(TestOffice.groups + [staff])
    }

    /// How fast it comes is measured by `Tests/Perf/foreign-commits.py`.
    @Test("What one saves is on the other's screen without a key, and the selection stays")
    func seen() throws {
        let office = try office()
        let watcher = try office.open(["--lang", "en"], width: 160, height: 40)
        let zahra = try office.open(["--lang", "en", "--as", "zahra"])
        try watcher.press(.end).expectRow(containing: "▌", "Q-0001")
        for size in 31...35 {
            try zahra.press(.end).expectRow(containing: "▌", "Q-0001").press("e").waitForIdle()
            for _ in 0..<6 { zahra.press(.tab) }
            try zahra.press("u", .control).type("\(size)").waitForIdle()
            zahra.press("s", .control)
            try watcher.waitForScreen(contains: "\(size)")
            try watcher.expectRow(containing: "▌", "Q-0001")
            try zahra.waitForScreen(contains: "✓ Amend a group")
        }
    }

    @Test(
        "Both amend one group: the second is told what changed and by whom, keeps the typing, and may send again",
        arguments: [
            ("fa", "شهرستان", "پس از آن که دیدید", "✓ ویرایش گروه"),
            ("en", "county", "zahra changed county", "✓ Amend a group"),
        ])
    func stale(language: String, county: String, told: String, saved: String) throws {
        let office = try office()
        let session = try office.open(["--lang", language])
        let zahra = try office.open(["--lang", language, "--as", "zahra"])
        for person in [session, zahra] { try person.press(.end).press("e").waitForIdle() }
        for _ in 0..<6 { session.press(.tab) }
        try session.press("u", .control).type("77").waitForIdle()

        for _ in 0..<5 { zahra.press(.tab) }
        try zahra.press("u", .control).type("کهک").press("s", .control).waitForScreen(contains: saved)

        try session.press("s", .control).waitForScreen(contains: told)
        try session.expectScreen(contains: county).expectScreen(contains: "کهک").expectScreen(contains: "zahra")
            .expectScreen(contains: language == "fa" ? "۷۷" : "77")
        try session.waitForIdle().press("s", .control).waitForScreen(contains: saved)
        let shown = try office.run(["show", "group", "Q-0001", "--lang", "en"]).outputText
        #expect(shown.contains("77"))
        #expect(shown.contains("کهک"))
    }
}
