import Canvas
import Glibc
import Harness
import Persian
import Testing

@testable import Terminal

/// Everything that holds the process's one terminal or its signals, one test after another.
@Suite("The terminal of this process", .serialized)
enum TerminalOfThisProcess {}

/// A surface on a terminal of its own, and what is seen there.
private final class Stage {
    let emulator: Emulator
    let terminal: Int32
    let surface: TerminalSurface
    let before: String

    init(
        name: String = "xterm-256color", usesColor: Bool = true, usesMouse: Bool = false, width: Int = 40,
        height: Int = 8
    ) throws {
        (emulator, terminal) = try Emulator.open(width: width, height: height)
        before = lineSettings(of: terminal)
        do {
            surface = try TerminalSurface(
                theme: .named("firouzeh"),
                options: .init(
                    name: name, usesColor: usesColor, usesMouse: usesMouse, input: terminal, output: terminal))
        } catch {
            close(terminal)
            throw error
        }
    }

    deinit {
        surface.close()
        close(terminal)
    }

    func show(_ frame: Frame) {
        surface.present(frame)
        emulator.settle()
    }

    var output: String { String(decoding: emulator.rawOutput, as: UTF8.self) }
}

/// The line settings, comparable.
private func lineSettings(of descriptor: Int32) -> String {
    var settings = termios()
    tcgetattr(descriptor, &settings)
    return "\(settings.c_iflag) \(settings.c_oflag) \(settings.c_cflag) \(settings.c_lflag) \(settings.c_cc)"
}

private func page(
    width: Int = 40, height: Int = 8, _ language: Language = .persian, draw: (inout Region) -> Void
) -> Frame {
    Region.frame(width: width, height: height, language: language, draw: draw)
}

/// What a row of a frame looks like, without blanks at its end.
private func looks(_ frame: Frame, row: Int) -> String {
    var text = ""
    for cell in frame.cells(row: row) where cell.width > 0 {
        text.unicodeScalars.append(cell.scalar)
        text.unicodeScalars.append(contentsOf: cell.marks ?? [])
    }
    while text.last == " " { text.removeLast() }
    return text
}

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

        @Test("With 8 colours text does not vanish", arguments: ["linux", "xterm", "rxvt"])
        func eight(_ name: String) throws {
            let stage = try Stage(name: name)
            stage.show(selection())
            for row in 1...2 {
                let look = stage.emulator.screen.look(row: row, column: 0)
                #expect(look.foreground != look.background)
            }
        }

        @Test("NO_COLOR sends no colour, and the selection is reversed")
        func noColor() throws {
            let stage = try Stage(usesColor: false)
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

    @Suite("Taking the terminal over and giving it back")
    struct Manners {
        @Test("Closing restores the line settings, the screen and the paste mode, and once is enough")
        func close() throws {
            let stage = try Stage(usesMouse: true)
            stage.show(page { $0.put("گروه‌ها", row: 1) })
            #expect(lineSettings(of: stage.terminal) != stage.before)
            #expect(stage.output.contains("\u{1B}[?2004h"))
            #expect(stage.output.contains("\u{1B}[?1006h"))
            stage.surface.close()
            stage.emulator.settle()
            #expect(lineSettings(of: stage.terminal) == stage.before)
            #expect(!stage.emulator.screen.isAlternate)
            #expect(stage.emulator.screen.caret != nil)
            #expect(stage.output.contains("\u{1B}[?2004l"))
            #expect(stage.output.contains("\u{1B}[?1006l\u{1B}[?1000l"))

            let sent = stage.emulator.rawOutput.count
            stage.surface.close()
            stage.surface.present(page { _ in })
            stage.surface.resume()
            stage.emulator.settle()
            #expect(stage.emulator.rawOutput.count == sent)
        }

        @Test("Left to another program and taken over again, the terminal shows the frame at its new size")
        func leaveAndResume() throws {
            let stage = try Stage()
            stage.show(page { $0.put("پیش", row: 0) })
            stage.surface.leave()
            stage.emulator.settle()
            #expect(lineSettings(of: stage.terminal) == stage.before)
            #expect(!stage.emulator.screen.isAlternate)

            stage.emulator.resize(width: 30, height: 5)
            stage.surface.resume()
            let frame = page(width: 30, height: 5) { $0.put("پس", row: 4) }
            stage.show(frame)
            #expect(lineSettings(of: stage.terminal) != stage.before)
            #expect(stage.emulator.screen.isAlternate)
            #expect(stage.emulator.screen.row(4) == looks(frame, row: 4))
            #expect(stage.output.ranges(of: "\u{1B}[?2004h").count == 2)
        }

        @Test("A stop takes the keyboard raw again even when the shell changed it")
        func resumeAfterStop() throws {
            let stage = try Stage()
            let raw = lineSettings(of: stage.terminal)
            var cooked = termios()
            tcgetattr(stage.terminal, &cooked)
            cooked.c_lflag |= UInt32(ECHO | ICANON)
            tcsetattr(stage.terminal, TCSANOW, &cooked)
            stage.surface.resume()
            #expect(lineSettings(of: stage.terminal) == raw)
        }

        @Test(
            "An unknown or missing TERM is told by name, and nothing is written", arguments: ["no-such-terminal", ""])
        func unknownTerminal(_ name: String) throws {
            let (emulator, terminal) = try Emulator.open(width: 40, height: 8)
            defer { Glibc.close(terminal) }
            let before = lineSettings(of: terminal)
            let error = #expect(throws: TerminalError.self) {
                _ = try TerminalSurface(
                    theme: .named("firouzeh"), options: .init(name: name, input: terminal, output: terminal))
            }
            #expect(error == .unknownTerminal(name))
            #expect(error?.phrase.fa.contains("TERM") == true)
            emulator.settle()
            #expect(emulator.rawOutput.isEmpty)
            #expect(lineSettings(of: terminal) == before)
        }

        @Test("A terminal that cannot place the caret is refused and left as it was")
        func dumbTerminal() throws {
            let (emulator, terminal) = try Emulator.open(width: 40, height: 8)
            defer { withExtendedLifetime(emulator) { _ = Glibc.close(terminal) } }
            let before = lineSettings(of: terminal)
            #expect(throws: TerminalError.unknownTerminal("dumb")) {
                _ = try TerminalSurface(
                    theme: .named("firouzeh"), options: .init(name: "dumb", input: terminal, output: terminal))
            }
            #expect(lineSettings(of: terminal) == before)
        }

        @Test("A pipe is no terminal")
        func pipe() throws {
            var ends: [Int32] = [0, 0]
            Glibc.pipe(&ends)
            defer { ends.forEach { _ = Glibc.close($0) } }
            #expect(throws: TerminalError.notATerminal) {
                _ = try TerminalSurface(theme: .named("firouzeh"), options: .init(input: ends[0], output: ends[1]))
            }
        }

        @Test("A fatal signal gives the terminal back and then goes on to whoever had it")
        func fatalSignal() throws {
            // The handler before ours lets the test live; by default the signal kills.
            var quiet = sigaction()
            var original = sigaction()
            quiet.__sigaction_handler.sa_handler = { _ in }
            sigaction(SIGTRAP, &quiet, &original)
            defer { sigaction(SIGTRAP, &original, nil) }

            let stage = try Stage()
            stage.show(page { $0.put("گروه‌ها", row: 1) })
            raise(SIGTRAP)
            stage.emulator.settle()
            #expect(lineSettings(of: stage.terminal) == stage.before)
            #expect(!stage.emulator.screen.isAlternate)
            #expect(stage.emulator.screen.caret != nil)
            #expect(stage.output.contains("\u{1B}[?2004l"))
        }

        @Test("Closing leaves the fatal signals as they were")
        func signalsAreGivenBack() throws {
            var before = sigaction()
            sigaction(SIGSEGV, nil, &before)
            try Stage().surface.close()
            var after = sigaction()
            sigaction(SIGSEGV, nil, &after)
            #expect(
                unsafeBitCast(before.__sigaction_handler.sa_handler, to: Int.self)
                    == unsafeBitCast(after.__sigaction_handler.sa_handler, to: Int.self))
        }
    }
}
