import Canvas
import Glibc
import Harness
import Testing

@testable import Terminal

extension TerminalOfThisProcess {
    @Suite("Waiting in one place")
    struct Waiting {
        /// The two ends of a pipe, closed with the object.
        private final class Pipe {
            let reading: Int32
            let writing: Int32
            private var isOpen = true

            init() {
                var ends: [Int32] = [0, 0]
                Glibc.pipe(&ends)
                (reading, writing) = (ends[0], ends[1])
            }

            func send(_ text: String) {
                let bytes = Array(text.utf8)
                write(writing, bytes, bytes.count)
            }

            func hangUp() {
                guard isOpen else { return }
                isOpen = false
                close(writing)
            }

            deinit {
                hangUp()
                close(reading)
            }
        }

        private let keyboard = Pipe()

        /// To the process: the test's own thread blocks most signals.
        private func send(_ signal: Int32) {
            kill(getpid(), signal)
        }

        @Test("All keys that are there come at once")
        func allKeys() throws {
            let source = try EventSource(terminal: keyboard.reading)
            keyboard.send(String(repeating: "j", count: 40_000))
            let wake = source.wait()
            #expect(wake.events == Array(repeating: .key(Key(.character("j"))), count: 40_000))
            #expect(wake.signals.isEmpty && wake.ready.isEmpty && !wake.isDue && !wake.isTerminalGone)
        }

        @Test("A key that a network brings in two pieces, the second too late for a keyboard beside us, is one key")
        func keyInTwoPieces() throws {
            let source = try EventSource(terminal: keyboard.reading, isRemote: true)
            keyboard.send("\u{1B}")
            let late = ContinuousClock.now + EventSource.escapeTime * 2
            #expect(source.wait(until: late).events.isEmpty)
            keyboard.send("[A")
            #expect(source.wait().events == [.key(Key(.up))])
            // A lone Escape still comes by itself.
            keyboard.send("\u{1B}")
            #expect(source.wait().events == [.key(Key(.escape))])
        }

        @Test("A lone Escape comes after a moment, without another key")
        func loneEscape() throws {
            let source = try EventSource(terminal: keyboard.reading)
            keyboard.send("\u{1B}")
            #expect(source.wait().events == [.key(Key(.escape))])
        }

        @Test("Keys before an Escape do not wait for it, and what follows it is still one key")
        func escapeAfterKeys() throws {
            let source = try EventSource(terminal: keyboard.reading)
            keyboard.send("j\u{1B}")
            #expect(source.wait().events == [.key(Key(.character("j")))])
            keyboard.send("[A")
            #expect(source.wait().events == [.key(Key(.up))])
        }

        @Test("However late the program comes to wait, bytes that are there complete the Escape")
        func lateProgram() throws {
            let source = try EventSource(terminal: keyboard.reading)
            keyboard.send("j\u{1B}")
            _ = source.wait()
            keyboard.send("[A")
            usleep(60_000)
            #expect(source.wait().events == [.key(Key(.up))])
        }

        @Test("While the terminal owes an answer, an Escape and a slower key after it are still two keys")
        func escapeBeforeAnswers() throws {
            let source = try EventSource(terminal: keyboard.reading)
            source.expectAnswers(within: .seconds(5))
            keyboard.send("j\u{1B}")
            #expect(source.wait().events == [.key(Key(.character("j")))])
            usleep(40_000)
            keyboard.send("q")
            #expect(source.wait().events == [.key(Key(.escape)), .key(Key(.character("q")))])
            keyboard.send("j\u{1B}")
            #expect(source.wait().events == [.key(Key(.character("j")))])
            usleep(40_000)
            keyboard.send("[8;1$y")
            #expect(source.wait().answers == [.mode(8, setting: 1)])
        }

        @Test("A deadline wakes, not before its time, and one that has passed does not hide a key")
        func deadline() throws {
            let source = try EventSource(terminal: keyboard.reading)
            let deadline = ContinuousClock.now + .milliseconds(30)
            let wake = source.wait(until: deadline)
            #expect(wake.isDue && wake.events.isEmpty)
            #expect(ContinuousClock.now >= deadline)

            keyboard.send("j")
            let second = source.wait(until: deadline)
            #expect(second.isDue)
            #expect(second.events == [.key(Key(.character("j")))])
        }

        @Test("Descriptors of others wake and are named, read or hung up")
        func watched() throws {
            let bell = Pipe()
            let writer = Pipe()
            let source = try EventSource(terminal: keyboard.reading, watching: [bell.reading, writer.reading])
            bell.send("!")
            #expect(source.wait().ready == [bell.reading])
            writer.hangUp()
            #expect(source.wait().ready == [bell.reading, writer.reading])
            source.watched = []
            #expect(source.wait(until: .now).ready.isEmpty)
        }

        @Test(
            "Signals wake the loop and end nothing by themselves",
            arguments: [
                (SIGTERM, Signal.terminate), (SIGHUP, .hangUp), (SIGINT, .interrupt), (SIGTSTP, .stop),
                (SIGCONT, .continue),
            ])
        func signals(_ number: Int32, _ signal: Signal) throws {
            let source = try EventSource(terminal: keyboard.reading)
            send(number)
            #expect(source.wait().signals == [signal])
            #expect(source.wait(until: .now).signals.isEmpty)
        }

        @Test("A new size of the window is an event with the size")
        func resize() throws {
            let (emulator, terminal) = try Emulator.open(width: 80, height: 24)
            defer { close(terminal) }
            let source = try EventSource(terminal: terminal)
            emulator.resize(width: 100, height: 30)
            send(SIGWINCH)
            #expect(source.wait().events == [.resize(width: 100, height: 30)])
        }

        @Test("Without a listener the signals do what they did before")
        func signalsAreGivenBack() throws {
            func handler() -> Int {
                var action = sigaction()
                sigaction(SIGTERM, nil, &action)
                return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
            }
            let before = handler()
            do {
                let source = try EventSource(terminal: keyboard.reading)
                #expect(handler() != before)
                _ = source.wait(until: .now)
            }
            #expect(handler() == before)
        }

        @Test("A vanished terminal is told at once, after the keys that still came")
        func terminalGone() throws {
            let (emulator, terminal) = try Emulator.open(width: 80, height: 24)
            defer { close(terminal) }
            let source = try EventSource(terminal: terminal)
            emulator.hangUp()
            #expect(source.wait().isTerminalGone)

            let pipe = try EventSource(terminal: keyboard.reading)
            keyboard.send("q")
            keyboard.hangUp()
            let wake = pipe.wait()
            #expect(wake.events == [.key(Key(.character("q")))])
            #expect(wake.isTerminalGone || pipe.wait().isTerminalGone)
        }
    }
}
