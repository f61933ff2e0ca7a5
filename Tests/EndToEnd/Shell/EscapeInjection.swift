import Foundation
import GRDB
import Harness
import Testing

/// Whatever a text of a record holds, nothing of it reaches the terminal but what can be seen.
@Suite struct EscapeInjection {
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

    @Test("A megabyte in each text column of the file, whoever put it there, leaves every screen in its columns")
    func everyColumn() throws {
        let office = try TestOffice([])
        try office.apply(WatchCamps.camps, now: "1401/05/10T10:00")
        let attack = "باران \u{1B}]0;owned\u{07}\u{202E}"
        let text = String(repeating: attack, count: (1 << 20) / attack.utf8.count)
        let filled = try DatabaseQueue(path: office.file).write { try Self.fill($0, with: text) }
        #expect(filled >= 10, "\(filled) columns took it")
        let session = try office.open(["--bidi", "app", "--lang", "en"], width: 120, height: 40)
        for _ in 0..<9 {
            try session.waitForIdle()
            try expectHarmless(session)
            session.press(.down).press(.tab)
        }
        #expect(try session.press("q").waitForExit() == .exited(0))
    }

    /// The columns that hold words a person chose; all others are keys, days and words of closed lists.
    private static let chosen: Set = [
        "name", "firstName", "lastName", "title", "province", "county", "place", "item", "unit", "what", "note",
        "reason",
    ]

    /// Writes `text` into the first row of each of these columns in every table; how many took it.
    private static func fill(_ file: Database, with text: String) throws -> Int {
        var count = 0
        let tables = try String.fetchAll(
            file, sql: "SELECT name FROM pragma_table_list WHERE type = 'table' AND wr = 0 AND name NOT LIKE 'sqlite_%'")
        for table in tables {
            let rows = table.quotedDatabaseIdentifier
            for column in try file.columns(in: table) where chosen.contains(column.name) {
                let first = "WHERE _rowid_ = (SELECT min(_rowid_) FROM \(rows))"
                try file.execute(
                    sql: "UPDATE \(rows) SET \(column.name.quotedDatabaseIdentifier) = ? \(first)", arguments: [text])
                count += file.changesCount
            }
        }
        return count
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
