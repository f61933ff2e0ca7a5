import Harness
import Testing

@Suite(.onOwnThreads) struct OddPlaces {
    @Test("Without a terminal: one clear line, exit 2, no escape bytes, no file")
    func noTerminal() throws {
        let office = try TestOffice([])
        let result = try office.run(["--lang", "en"])
        #expect(result.status == .exited(2))
        #expect(result.output.isEmpty)
        #expect(result.errorText.contains("needs a terminal"))
        #expect(!result.errors.contains(0x1B))
        #expect(result.errorText.split(separator: "\n").count == 1)
    }

    @Test("An unknown terminal is named", arguments: ["", "nosuchterm"])
    func unknownTerminal(name: String) throws {
        let session = try TestOffice().open(["--lang", "en"], environment: ["TERM": name])
        try session.expectScreen(contains: "TERM")
        #expect(try session.waitForExit() == .exited(2))
    }

    @Test("With LANG unset or not installed Persian letters stay one column wide", arguments: ["", "fa_IR.UTF-8"])
    func locale(name: String) throws {
        let session = try TestOffice().open(environment: ["LANG": name])
        try session.expectRow(containing: "Q-0002", "باران")
    }

    @Test("Bytes that are no text are passed over, and what follows is not lost")
    func invalidBytes() throws {
        let session = try TestOffice().open(["--lang", "en"])
        try session.expectRow(containing: "4 groups")
        session.press("/").send([0xFF, 0xC3]).type("باران")
        try session.expectRow(containing: "1 group")
    }

    @Test("Too small a window says what it needs; grown again it shows what it showed")
    func smallWindow() throws {
        let session = try TestOffice().open(["--lang", "en"])
        try session.press(.down).expectRow(containing: "▌", "Q-0004")
        try session.resize(width: 20, height: 5).expectScreen(contains: "The window is too")
        try session.resize(width: 1, height: 1).waitForIdle()
        try session.resize(width: 80, height: 24).expectRow(containing: "▌", "Q-0004")
    }

    @Test("After many changes of size the screen is that of a fresh start")
    func resizeStorm() throws {
        let office = try TestOffice()
        let session = try office.open()
        for step in 0..<60 { session.resize(width: 60 + step * 7 % 90, height: 12 + step * 5 % 40) }
        try session.resize(width: 100, height: 30).waitForIdle()
        let fresh = try office.open(width: 100, height: 30)
        try fresh.waitForIdle()
        #expect(session.screenText == fresh.screenText)
    }

    @Test("A window of 500 by 200 is filled to its last row")
    func hugeWindow() throws {
        let session = try TestOffice().open(["--lang", "en"], width: 500, height: 200)
        try session.expectRow(containing: "Q-0002", "باران")
        #expect(session.screen.rows.count == 200)
        #expect(session.row(199).contains("all keys"))
        try session.press(.end).expectRow(containing: "4 groups")
        #expect(try session.press("q").waitForExit() == .exited(0))
    }

    @Test("Ctrl-S does not freeze the screen")
    func controlS() throws {
        let session = try TestOffice().open(["--lang", "en"])
        try session.expectRow(containing: "4 groups")
        try session.press("s", .control).press(.down).expectRow(containing: "▌", "Q-0004")
        try session.press("q", .control).expectExit(.exited(0))
    }

    @Test("Without colours the selected row is told by its mark and reversed", arguments: ["xterm-256color", "vt100"])
    func noColor(_ terminal: String) throws {
        let session = try TestOffice().open(["--lang", "en"], environment: ["NO_COLOR": "1", "TERM": terminal])
        try session.press(.down).expectRow(containing: "▌", "Q-0004")
        let rows = session.screen.rows
        let selected = try #require(rows.firstIndex { $0.contains("Q-0004") })
        let other = try #require(rows.firstIndex { $0.contains("Q-0002") })
        let isReversed = { (row: Int) in (0..<40).contains { session.screen.look(row: row, column: $0).isReversed } }
        #expect(isReversed(selected) && !isReversed(other))
        #expect(rows[selected].contains("▌") && !rows[other].contains("▌"))
    }

    @Test("An account that the office does not know sees nothing")
    func stranger() throws {
        let session = try TestOffice().open(["--lang", "en", "--as", "stranger"])
        try session.expectScreen(contains: "not known in this office")
        #expect(try session.waitForExit() == .exited(1))
    }
}
