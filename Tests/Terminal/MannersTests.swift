import Canvas
import Foundation
import Glibc
import Harness
import Testing

@testable import Terminal

extension TerminalOfThisProcess {
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

        @Test(
            "The terminal's own order of text is given back on stopping and taken again on resuming",
            arguments: [
                ("VTE_VERSION", "\u{1B}[8l", "\u{1B}[8h"),
                ("MLTERM", "\u{1B}]5379;use_ctl=false\u{07}", "\u{1B}]5379;use_ctl=true\u{07}"),
            ])
        func dialect(_ variable: String, enter: String, leave: String) throws {
            let stage = try Stage(variables: [variable: "7002"])
            stage.show(page { $0.put("پیش", row: 0) })
            #expect(stage.output.contains(enter) && !stage.output.contains(leave))
            stage.surface.leave()
            stage.emulator.settle()
            #expect(stage.output.contains(leave))
            let sent = stage.output.count
            stage.surface.resume()
            stage.show(page { $0.put("پس", row: 0) })
            let resumed = stage.output.dropFirst(sent)
            let entered = try #require(resumed.range(of: enter))
            // Rows obey only when they are cleared afterwards.
            #expect(resumed[entered.upperBound...].contains("\u{1B}[2J"))
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

        @Test("Made ready, the terminal is not touched until it is taken over; let go before, it never was")
        func readyTerminal() throws {
            let (emulator, terminal) = try Emulator.open(width: 40, height: 8)
            defer { Glibc.close(terminal) }
            let before = lineSettings(of: terminal)
            func ready() throws -> TerminalSurface {
                let surface = try TerminalSurface(
                    theme: .named("firouzeh"),
                    options: .init(name: "xterm-256color", variables: [:], input: terminal, output: terminal),
                    takesOver: false)
                surface.warmUp(page { $0.put("پیش", row: 0) })
                surface.present(page { $0.put("پیش", row: 0) })
                emulator.settle()
                #expect(emulator.rawOutput.isEmpty)
                #expect(lineSettings(of: terminal) == before)
                return surface
            }
            try ready().close()
            emulator.settle()
            #expect(emulator.rawOutput.isEmpty)
            #expect(lineSettings(of: terminal) == before)

            let surface = try ready()
            surface.resume()
            surface.present(page { $0.put("salaam", row: 0) })
            emulator.settle()
            #expect(lineSettings(of: terminal) != before)
            #expect(emulator.screen.row(0).contains("salaam"))
            surface.close()
            #expect(lineSettings(of: terminal) == before)
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
