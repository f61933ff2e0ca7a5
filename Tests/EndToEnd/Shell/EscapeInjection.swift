import Foundation
import GRDB
import Harness
import Testing

/// Whatever a text of a record holds, nothing of it reaches the terminal but what can be seen.
@Suite(.onOwnThreads) struct EscapeInjection {
    static let attacks = [
        "\u{1B}]0;owned\u{07}", "\u{1B}[2J", "\u{9B}31m", "\u{9D}0;owned\u{9C}", "\u{1B}P>|x\u{1B}\\",
        "\u{202E}evil", "\u{2066}\u{2067}\u{2068}", "\u{7F}\u{08}\u{00}",
        "ب" + String(repeating: "\u{0301}", count: 10_000),
    ]

    @Test("The rules store a hostile name without its controls, or refuse it")
    func rules() throws {
        let office = try TestOffice()
        var stored = 0
        for (number, attack) in Self.attacks.enumerated() {
            let name = try String(decoding: JSONEncoder().encode("باران \(number) \(attack)"), as: UTF8.self)
            let command =
                #"{"command":"group.register","code":"Q-1\#(String(format: "%03d", number))","name":\#(name),"#
                + #""kind":"specialised","fields":["medical"],"county":"قم","size":24,"registeredOn":"1398/02/10"}"#
            if try office.run(["apply", "-"], input: command).status == .exited(0) { stored += 1 }
        }
        // The ten thousand marks are longer than a name may be.
        #expect(stored == Self.attacks.count - 1)
        let listed = try office.run(["list", "groups", "--format", "json"]).outputText
        #expect(listed.contains("باران 0 ]0;owned") && listed.contains("باران 5 evil"))
        #expect(!listed.unicodeScalars.contains { $0.properties.isBidiControl || (0x7F...0x9F).contains($0.value) })
    }

    @Test("A name that attacks, whoever put it into the file, does nothing to the terminal", arguments: attacks.indices)
    func stored(_ index: Int) throws {
        let office = try TestOffice()
        // Past the rules, as another program could.
        try DatabaseQueue(path: office.file).write { file in
            try file.execute(
                sql: "UPDATE groups SET name = ?, county = ?, note = ? WHERE code = 'Q-0002'",
                arguments: ["باران " + Self.attacks[index], Self.attacks[index], Self.attacks[index]])
            #expect(file.changesCount == 1)
        }
        let session = try office.open(["--bidi", "app"], width: 120, height: 40)
        try session.expectRow(containing: "Q-0002", "باران")
        try session.expectRow(containing: "Q-0003", "سپیده")
        try expectHarmless(session)
        try session.press(.down).press(.enter).waitForIdle()
        try expectHarmless(session)
    }

    private func expectHarmless(_ session: Session) throws {
        let output = String(decoding: session.rawOutput, as: UTF8.self)
        // The program tunes the palette (OSC 4) and gives it back (OSC 104); it sends no other such sequence.
        for sequence in output.matches(of: /\u{1B}\]([0-9]*)/) { #expect(["4", "104"].contains(sequence.1)) }
        #expect(!output.unicodeScalars.contains { (0x80...0x9F).contains($0.value) || $0.properties.isBidiControl })
        #expect(session.screen.title.isEmpty)
        // The borders of the list stand one under another.
        let edges = session.screen.rows.dropFirst(3).prefix(20).map { row in
            row.firstIndex(of: "│").map { row.distance(from: row.startIndex, to: $0) }
        }
        #expect(Set(edges).count == 1)
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
