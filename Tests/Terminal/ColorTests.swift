import Canvas
import Harness
import Testing

@testable import Terminal

extension TerminalOfThisProcess {
    @Suite("Colours on the terminal")
    struct Colors {
        private func selection() -> Frame {
            page(.english) { region in
                region.put("chosen", row: 1, style: Style(.strong, on: .selection, .bold))
                region.put("plain", row: 2)
            }
        }

        @Test("256 colours: text and background are told apart, and the selection from the page")
        func indexed() throws {
            let stage = try Stage()
            stage.show(selection())
            let chosen = stage.emulator.screen.look(row: 1, column: 0)
            let plain = stage.emulator.screen.look(row: 2, column: 0)
            #expect(chosen.isBold)
            #expect(!plain.isBold)
            #expect(chosen.background != plain.background)
            #expect(plain.foreground.contrast(with: plain.background) > 4.5)
            // The page's colour is the theme's to the last cell.
            #expect(stage.emulator.screen.look(row: 7, column: 39).background == plain.background)
        }

        @Test("A palette that can be tuned is tuned to the theme's very colours, and given back")
        func tuned() throws {
            let stage = try Stage()
            stage.show(selection())
            let page = try Theme.named("firouzeh").color(.page).hex.dropFirst().uppercased()
            let parts = [page.prefix(2), page.dropFirst(2).prefix(2), page.suffix(2)].joined(separator: "/")
            #expect(stage.output.contains(";rgb:\(parts)\u{1B}\\"))
            stage.surface.close()
            stage.emulator.settle()
            #expect(stage.output.contains("\u{1B}]104\u{7}"))
        }

        @Test(
            "Where COLORTERM promises true colour the theme's very colours are sent", arguments: ["truecolor", "24bit"])
        func trueColor(_ promise: String) throws {
            let stage = try Stage(variables: ["COLORTERM": promise])
            stage.show(selection())
            let page = try Theme.named("firouzeh").color(.page)
            #expect(stage.output.contains("48;2;\(page.red);\(page.green);\(page.blue)"))
            #expect(stage.emulator.screen.look(row: 2, column: 0).background == page)
            #expect(!stage.output.contains("\u{1B}]4;"))
            stage.surface.close()
            stage.emulator.settle()
            #expect(lineSettings(of: stage.terminal) == stage.before)
            #expect(!stage.emulator.screen.isAlternate)
        }

        @Test("Where terminfo has true colour itself, no promise is needed")
        func directEntry() throws {
            let stage = try Stage(name: "vte-direct")
            stage.show(selection())
            #expect(
                try stage.emulator.screen.look(row: 2, column: 0).background == Theme.named("firouzeh").color(.page))
        }

        @Test(
            "A promise that terminfo cannot say, or none, leaves the nearest colours",
            arguments: [("rxvt", "truecolor"), ("xterm-256color", "yes"), ("xterm-256color", "")])
        func noTrueColor(_ name: String, promise: String) throws {
            let stage = try Stage(name: name, variables: ["COLORTERM": promise])
            stage.show(selection())
            #expect(!stage.output.contains("48;2;") && !stage.output.contains("48:2:"))
            #expect(stage.output.contains("chosen"))
        }

        @Test("With 8 colours text does not vanish", arguments: ["linux", "xterm", "rxvt"])
        func eight(_ name: String) throws {
            let stage = try Stage(name: name)
            stage.show(selection())
            for row in 1...2 {
                let look = stage.emulator.screen.look(row: row, column: 0)
                #expect(look.foreground != look.background)
            }
        }

        @Test("A text field is seen from edge to edge, however few colours there are", arguments: colorings)
        func fields(_ name: String, usesColor: Bool, theme: String) throws {
            let stage = try Stage(name: name, usesColor: usesColor, theme: theme)
            stage.show(
                page(.english) { TextField(text: "ab", caret: 2, hasFocus: true).draw(in: &$0, row: 1, width: 10) })
            let beside = stage.emulator.screen.look(row: 1, column: 10)
            for column in [0, 9] {
                let inside = stage.emulator.screen.look(row: 1, column: column)
                #expect(inside.isUnderlined != beside.isUnderlined || inside.background != beside.background)
            }
        }

        private static let colorings = ["xterm-256color", "xterm", "linux", "rxvt", "vt100"].flatMap { name in
            [("firouzeh", true), ("kaghaz", true), ("firouzeh", false)].map { (name, $1, $0) }
        }

        @Test("With 8 colours black is never bold, which xterm shows as grey", arguments: ["linux", "xterm"])
        func black(_ name: String) throws {
            let stage = try Stage(name: name)
            stage.show(
                page(.english) { region in
                    region.put("title", row: 1, style: Style(.onAccent, on: .accent, .bold))
                    region.put("strong", row: 2, style: Style(.strong, on: .page, .bold))
                })
            #expect(!stage.emulator.screen.look(row: 1, column: 0).isBold)
            #expect(stage.emulator.screen.look(row: 2, column: 0).isBold)
        }

        @Test(
            "NO_COLOR sends no colour whatever the terminal can, and the selection is reversed",
            arguments: ["", "truecolor"])
        func noColor(_ promise: String) throws {
            let stage = try Stage(usesColor: false, variables: ["COLORTERM": promise])
            stage.show(selection())
            #expect(stage.emulator.screen.look(row: 1, column: 0).isReversed)
            #expect(!stage.emulator.screen.look(row: 2, column: 0).isReversed)
            let colors = stage.output.matches(of: /\u{1B}\[([0-9;:]*)m/).flatMap { $0.1.split(separator: ";") }
                .compactMap { Int($0) }.filter { (30...49).contains($0) || (90...107).contains($0) }
            #expect(colors.isEmpty)
            #expect(!stage.output.contains("\u{1B}]4;"))
        }

        @Test("A terminal without colours shows the selection reversed")
        func monochrome() throws {
            let stage = try Stage(name: "vt100")
            stage.show(selection())
            #expect(stage.emulator.screen.look(row: 1, column: 0).isReversed)
        }

        @Test("Another theme is seen at the next drawing, and back again")
        func otherTheme() throws {
            let stage = try Stage(name: "xterm")
            stage.show(selection())
            let dark = stage.emulator.screen.look(row: 2, column: 0)
            stage.surface.theme = try .named("kaghaz")
            stage.show(selection())
            let light = stage.emulator.screen.look(row: 2, column: 0)
            #expect(light.background.luminance > dark.background.luminance)
            #expect(stage.emulator.screen.row(2) == "plain")
            stage.surface.theme = try .named("firouzeh")
            stage.show(selection())
            #expect(stage.emulator.screen.look(row: 2, column: 0) == dark)
        }
    }
}
