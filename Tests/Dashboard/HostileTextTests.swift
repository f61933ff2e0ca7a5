import Canvas
import Domain
import Persian
import Testing

@testable import Dashboard

/// Whatever stands in a column of a record, however it came there, nothing but what can be seen reaches a cell.
@Suite("Hostile text in records") @MainActor struct HostileTextTests {
    nonisolated static let attacks: [(name: String, text: String)] = [
        ("ESC", "باران\u{1B}[2J\u{1B}]0;owned\u{07}"), ("C1", "باران\u{9B}31m\u{9D}0;owned\u{9C}\u{90}x\u{9C}"),
        ("C0 and DEL", String(String.UnicodeScalarView((0...0x1F).compactMap(Unicode.Scalar.init(_:)))) + "\u{7F}x"),
        ("bidi", "باران\u{202E}evil\u{202D}\u{2066}\u{2067}\u{2068}\u{200F}\u{61C}"),
        ("marks", "ب" + String(repeating: "\u{301}", count: 10_000)),
        ("wide and joined", "漢\u{1F468}\u{200D}\u{1F469}\u{FE0F}\u{200B}\u{FEFF}\u{AD}\u{E0041}"),
    ]

    /// A column may hold as much as a file brings, past what any command lets in.
    nonisolated static let stored =
        attacks + [("a megabyte", String(repeating: "باران \u{1B}[2J\u{202E}", count: 58_000))]

    nonisolated private static func expectSound(_ frame: Frame, _ what: String) {
        for row in 0..<frame.height {
            let cells = frame.cells(row: row)
            #expect(cells.count == frame.width, "\(what)")
            for (column, cell) in cells.enumerated() {
                let scalars = [cell.scalar] + (cell.marks ?? [])
                #expect(scalars.count <= 5, "\(what)")
                for scalar in scalars where !(0x20..<0x7F).contains(scalar.value) {
                    let category = scalar.properties.generalCategory
                    #expect(category != .control && category != .format, "\(what): \(scalar.value)")
                }
                // A wide sign has its second column, and no second column stands alone.
                let follows = column > 0 && cells[column - 1].width == 2
                if (cell.width == 0) != follows { Issue.record("\(what): column \(column) is out of line") }
            }
        }
    }

    @Test("Every text column of every kind of record", arguments: stored.indices)
    func columns(_ index: Int) {
        let attack = Self.stored[index]
        var texts = 0
        for type in RecordKind.allTypes { texts += Self.columns(of: type, attack.text, attack.name) }
        #expect(texts >= 20)
    }

    /// How many of its columns take any text.
    private static func columns<R: Record>(of type: R.Type, _ text: String, _ name: String) -> Int {
        var count = 0
        for column in type.columns {
            for value in [JSON.string(text), .list([.string(text)])] {
                var record = R.blank
                guard column.write(&record, value) else { continue }
                count += 1
                for language in [Language.persian, .english] {
                    let frame = Region.frame(width: 40, height: 2, language: language) { region in
                        region.put(column.display(record, language), row: 0, start: 1, width: 12)
                        region.put("beside", row: 0, start: 13, width: 6)
                        region.put(column.display(record, language), row: 1, start: 38)
                    }
                    expectSound(frame, "\(type.kind.name).\(column.name), \(name)")
                    let cells = frame.cells(row: 0).map(\.scalar)
                    let beside = language == .english ? cells[13..<19] : cells[21..<27]
                    #expect(String(String.UnicodeScalarView(beside)) == "beside", "\(column.name), \(name)")
                }
            }
        }
        return count
    }

    @Test("What the rules let in, on every screen, in both languages", arguments: [Language.persian, .english])
    func screens(_ language: Language) throws {
        let test = try TestDashboard(language)
        for (number, attack) in Self.attacks.enumerated() {
            let text = JSON.string(attack.text).text
            // What is refused is not stored; what is let in must do no harm.
            _ = try? test.send(
                #"{"command":"group.register","code":"Q-2\#(100 + number)","name":\#(text),"kind":"specialised","#
                    + #""fields":["medical"],"county":"قم","size":9,"registeredOn":"1400/01/05"}"#)
            _ = try? test.send(#"{"command":"group.amend","group":"Q-0002","note":\#(text)}"#)
        }
        test.dashboard.resize(width: 120, height: 40)
        try test.dashboard.refresh()
        for _ in 0..<14 {
            Self.expectSound(test.dashboard.frame(), test.text)
            try test.press("tab")
            try test.press("down")
        }
        try test.press("/")
        for attack in Self.attacks { _ = try test.dashboard.handle(.paste(attack.text)) }
        Self.expectSound(test.dashboard.frame(), "a paste into the filter")
    }
}
