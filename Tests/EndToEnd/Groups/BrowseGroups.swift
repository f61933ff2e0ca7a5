import GRDB
import Harness
import Testing

@Suite(.onOwnThreads) struct BrowseGroups {
    @Test("In Persian: the list, the detail of the selected group, the way in and back, and out")
    func persian() throws {
        let session = try TestOffice().open(width: 120, height: 40)
        try session.expectRow(containing: "۱۰ مرداد ۱۴۰۱").expectRow(containing: "۳ محرم ۱۴۴۴")
            .expectRow(containing: "۴ گروه").expectRow(containing: "Q-0002", "باران")
            .press(.down).press(.down).press(.down)
            .waitForScreen(contains: "علی کریمی")
            .press(.enter).expectRow(containing: "کوثر")
            .press(.escape).expectRow(containing: "Q-0003", "سپیده")
        #expect(try session.press("q").waitForExit() == .exited(0))
    }

    @Test("In English the page is mirrored, the names stay Persian")
    func english() throws {
        let session = try TestOffice().open(["--lang", "en"])
        try session.expectRow(containing: "Khedmat").expectRow(containing: "4 groups")
        #expect(session.row(0).hasPrefix(" Khedmat"))
        try session.press("L").expectRow(containing: "۴ گروه")
        #expect(session.row(0).hasSuffix(session.row(0).suffix(3)))
        try session.press("L").expectRow(containing: "4 groups")
        #expect(try session.press("q").waitForExit() == .exited(0))
    }

    @Test(
        "A group is found by typing: Arabic letters, a head's name with ZWNJ or space, digits of any script",
        arguments: [
            ("كاظمي", "Q-0001"), ("شريفي نژاد", "Q-0002"), ("شریفی‌نژاد", "Q-0002"), ("۰۰۰۳", "Q-0003"),
            ("سپ", "Q-0003"),
        ])
    func filter(text: String, code: String) throws {
        let session = try TestOffice().open()
        try session.expectRow(containing: "۴ گروه")
        try session.press("/").type(text).expectRow(containing: "۱ گروه").expectRow(containing: code)
        try session.press(.escape).expectRow(containing: "۴ گروه")
    }

    @Test("Letters of the Persian keyboard do what the Latin ones on the same keys do")
    func persianKeyboard() throws {
        let session = try TestOffice().open(["--lang", "en"])
        try session.expectRow(containing: "4 groups")
        // س is on the key of s: the next order, which is by code.
        try session.type("س").expectRow(containing: "Code ▲")
        // ض is on the key of q.
        #expect(try session.type("ض").waitForExit() == .exited(0))
    }

    @Test("A new file shows an empty office and how to fill it")
    func empty() throws {
        let session = try TestOffice([]).open()
        try session.expectScreen(contains: "خوش آمدید").press(.escape).waitForIdle()
        try session.expectScreen(contains: "هنوز گروهی ثبت نشده است").expectScreen(contains: "khedmat demo")
    }

    @Test("The welcome of a new office leads to its name, which the title bar then shows")
    func welcome() throws {
        let session = try TestOffice([]).open(["--lang", "en"])
        try session.expectScreen(contains: "you (").press(.enter).waitForIdle()
        try session.type("کرمان").press("s", .control).waitForScreen(contains: "کرمان")
        #expect(try session.waitForIdle().press("q").waitForExit() == .exited(0))
    }

    @Test("While another process holds the file for writing no key waits, and the command is carried out after")
    func busyFile() throws {
        let office = try TestOffice()
        let session = try office.open(["--lang", "en"])
        try session.waitForIdle()
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let other = try DatabaseQueue(path: office.file, configuration: configuration)
        try other.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
        try session.press("e").waitForIdle().type("ان").press("s", .control).waitForIdle()
        try session.expectScreen(contains: "saving").press(.escape).waitForIdle()
        let start = ContinuousClock.now
        try session.press(.down).expectRow(containing: "▌", "Q-0004")
        #expect(.now - start < .seconds(1), "far less than a program waits for its turn to write")
        try other.writeWithoutTransaction { try $0.execute(sql: "COMMIT") }
        try session.waitForScreen(contains: "Amend a group")
    }

    @Test("What another process registers appears without a key, and the selected group stays selected")
    func foreignCommit() throws {
        let office = try TestOffice()
        let session = try office.open(["--lang", "en"])
        try session.press(.end).expectRow(containing: "▌", "Q-0001")
        try office.apply([TestOffice.group("Q-0005", "گروه جهادی آفتاب")])
        try session.waitForScreen(contains: "5 groups").expectRow(containing: "▌", "Q-0001").expectRow(
            containing: "Q-0005")
    }
}
