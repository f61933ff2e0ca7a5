import Foundation
import Harness
import Testing

/// Typing into a form as terminals send it.
@Suite(.onOwnThreads) struct TypingIntoForms {
    @Test(
        "A half-space is typed by every key terminals have for it, and kept in the record",
        arguments: ["\u{1B}[32;2u", "\u{1B}[27;2;32~", "\u{0}", "\u{1B}[27;6;64~", "\u{1B}[50;6u", "\u{0E}"])
    func halfSpace(_ key: String) throws {
        let office = try TestOffice()
        let session = try office.open(["--lang", "en"])
        try session.press(.end).press("e").waitForIdle().press("u", .control).type("می").send(Array(key.utf8))
        try session.type("رود").press("s", .control).waitForScreen(contains: "✓ Amend a group")
        #expect(try office.run(["show", "group", "Q-0001", "--lang", "en"]).outputText.contains("می\u{200C}رود"))
    }

    @Test("A paste is one event: cleaned, shown whole, and taken back as one")
    func paste() throws {
        let session = try TestOffice().open(["--lang", "en"])
        try session.press("n").waitForIdle().type("گروه ")
        try session.paste("جهادی\u{202E} آفتاب\r\nروشن\r\n").expectScreen(contains: "گروه جهادی آفتاب روشن")
        try session.press("/", .control).expectScreen(lacks: "جهادی").expectScreen(contains: "گروه")
        try session.press("y", .control).expectScreen(contains: "گروه جهادی آفتاب روشن")
    }

    @Test("A long note keeps up with typing, and its draft with it")
    func longNote() throws {
        let office = try TestOffice()
        let session = try office.open(["--lang", "en"])
        try session.press("n").waitForIdle()
        for _ in 0..<9 { session.press(.tab) }
        try session.paste(String(repeating: "اردوی جهادی در مهران ", count: 1000)).waitForIdle()
        let start = ContinuousClock.now
        try session.type("پایان کار").expectScreen(contains: "پایان کار")
        let once = ContinuousClock.now - start
        #expect(once < .seconds(2), "nine letters took \(once)")
        #expect(try session.signal(SIGKILL).waitForExit() == .signalled(SIGKILL))
        try office.open(["--lang", "en"]).press("n").expectScreen(contains: "پایان کار")
    }
}
