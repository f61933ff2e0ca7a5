import Canvas
import Persian
import Testing

@testable import Terminal

extension TerminalOfThisProcess {
    @Suite("Frames on the terminal")
    struct Showing {
        @Test("The screen shows the cells of the frame", arguments: Language.allCases)
        func cells(_ language: Language) throws {
            let stage = try Stage()
            let frame = page(language) { region in
                region.put("گروه‌های جهادی قم", row: 0, start: 1, style: Style(.strong, on: .page, .bold))
                region.put("C-014 · 漢字 · مُحَمَّد", row: 2, start: 3)
                region.put("1401/05/09", row: 3, direction: .leftToRight)
                region.put("ته", row: 7, start: 38)
            }
            stage.show(frame)
            for row in 0..<8 { #expect(stage.emulator.screen.row(row) == looks(frame, row: row)) }
            #expect(stage.emulator.screen.isAlternate)
        }

        @Test("What changed is drawn over what was there")
        func changes() throws {
            let stage = try Stage()
            stage.show(page { $0.put("نخست", row: 1) })
            let frame = page { $0.put("دوم", row: 2) }
            stage.show(frame)
            for row in 0..<8 { #expect(stage.emulator.screen.row(row) == looks(frame, row: row)) }
        }

        @Test("Every cell can be written, the last of the last row too, and a wide sign never wraps")
        func corners() throws {
            let stage = try Stage()
            let full = String(repeating: "x", count: 40)
            let frame = page(.english) { region in
                for row in 0..<8 { region.put(full, row: row) }
                region.put("漢", row: 3, start: 38)
            }
            stage.show(frame)
            #expect(stage.emulator.screen.row(7) == full)
            #expect(stage.emulator.screen.row(3) == String(repeating: "x", count: 38) + "漢")
            #expect(stage.emulator.screen.row(4) == full)
        }

        @Test("A sign whose width the C library counts otherwise shifts nothing")
        func unknownWidths() throws {
            let stage = try Stage()
            // Unicode 15's shaking face, which glibc does not know.
            let frame = page(.english) { region in
                region.put("\u{1FAE8}", row: 0, width: 2)
                region.put("|", row: 0, start: 2)
            }
            stage.show(frame)
            let row = stage.emulator.screen.row(0)
            #expect(row == "\u{FFFD} |" || row == "\u{1FAE8}|")
        }

        @Test("The caret stands where the frame says, counted from the start edge, or is hidden")
        func caret() throws {
            let stage = try Stage()
            stage.show(page { $0.showCaret(row: 2, start: 5) })
            #expect(stage.emulator.screen.caret.map { [$0.row, $0.column] } == [2, 34])
            stage.show(page(.english) { $0.showCaret(row: 3, start: 5) })
            #expect(stage.emulator.screen.caret.map { [$0.row, $0.column] } == [3, 5])
            stage.show(page { _ in })
            #expect(stage.emulator.screen.caret == nil)
        }

        @Test("After a resize the frame fills the new window", arguments: [(60, 12), (20, 4), (1, 1)])
        func resize(_ width: Int, _ height: Int) throws {
            let stage = try Stage()
            stage.show(page { $0.put("پیش", row: 0) })
            stage.emulator.resize(width: width, height: height)
            stage.surface.resize(width: width, height: height)
            let frame = page(width: width, height: height) { region in
                for row in 0..<height { region.put("سطر \(row)", row: row) }
            }
            stage.show(frame)
            for row in 0..<height { #expect(stage.emulator.screen.row(row) == looks(frame, row: row)) }
        }

        @Test("A frame of another size than the window is cut, not wrapped")
        func staleSize() throws {
            let stage = try Stage()
            stage.show(
                page(width: 60, height: 12, .english) { region in
                    for row in 0..<12 { region.put(String(repeating: "\(row % 10)", count: 60), row: row) }
                })
            for row in 0..<8 { #expect(stage.emulator.screen.row(row) == String(repeating: "\(row)", count: 40)) }
        }

        @Test("Redrawing mends what another program wrote over the screen")
        func redraw() throws {
            let stage = try Stage()
            let frame = page { $0.put("گروه‌ها", row: 1) }
            stage.show(frame)
            stage.emulator.screen.write(Array("\u{1B}[2;1HBroadcast message from root".utf8))
            stage.surface.redraw()
            stage.show(frame)
            #expect(stage.emulator.screen.row(1) == looks(frame, row: 1))
        }

        @Test("Nothing is sent when nothing changed")
        func nothingChanged() throws {
            let stage = try Stage()
            let frame = page { $0.put("گروه‌ها", row: 1) }
            stage.show(frame)
            let sent = stage.emulator.rawOutput.count
            stage.show(frame)
            #expect(stage.emulator.rawOutput.count == sent)
        }
    }
}
