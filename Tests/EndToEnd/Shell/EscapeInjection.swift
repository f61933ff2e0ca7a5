import Foundation
import Harness
import Testing

/// Whatever a text of a record holds, nothing of it reaches the terminal but what can be seen.
@Suite struct EscapeInjection {
    static let attacks = [
        "\u{1B}]0;owned\u{07}", "\u{1B}[2J", "\u{9B}31m", "\u{9D}0;owned\u{9C}", "\u{1B}P>|x\u{1B}\\",
        "\u{202E}evil", "\u{2066}\u{2067}\u{2068}", "\u{7F}\u{08}\u{00}",
        "ب" + String(repeating: "\u{0301}", count: 10_000),
    ]

    @Test("A stored name that attacks is shown without its attack, and the row beside it stays in its columns")
    func stored() throws {
        let office = try TestOffice()
        for (number, attack) in Self.attacks.enumerated() {
            // What the rules refuse cannot be stored; what they let in must do no harm.
            let name = try String(
                decoding: JSONEncoder().encode("باران \(attack)"), as: UTF8.self)
            let command =
                #"{"command":"group.register","code":"Q-1\#(String(format: "%03d", number))","name":\#(name),"#
                + #""kind":"specialised","fields":["medical"],"county":"قم","size":24,"registeredOn":"1398/02/10"}"#
            try office.run(["apply", "-"], input: command)
        }
        let session = try office.open(["--bidi", "app"], width: 120, height: 40)
        try session.expectRow(containing: "Q-0002", "باران")
        let output = String(decoding: session.rawOutput, as: UTF8.self)
        #expect(!output.contains("owned") || !output.contains("\u{1B}]0;"))
        let raw = output.unicodeScalars
        #expect(!raw.contains { (0x80...0x9F).contains($0.value) || $0.properties.isBidiControl })
        #expect(session.screen.title.isEmpty)
    }

    @Test("A megabyte that is pasted into a field leaves the screen in order and the keyboard alive")
    func paste() throws {
        let session = try TestOffice().open(["--lang", "en"])
        try session.expectRow(containing: "4 groups")
        session.press("/").paste(String(repeating: "باران \u{202E}", count: 90_000))
        try session.waitForIdle()
        session.press(.escape)
        try session.expectRow(containing: "4 groups")
        try session.press(.escape).waitForIdle().press("q")
        #expect(try session.waitForExit() == .exited(0))
    }
}
