import Foundation
import Glibc
import Harness
import Testing

/// Each kind of terminal is found out by its answers, spoken to in its own way and given back as it was.
@Suite(.onOwnThreads) struct Dialects {
    struct Kind: Sendable, CustomTestStringConvertible {
        var name: String
        var environment: [String: String] = [:]
        /// What it answers to DECRQM, XTVERSION and DA1; empty for silence.
        var mode = "\u{1B}[8;0$y"
        var version = ""
        var attributes = "\u{1B}[?62;22c"
        var enter = ""
        var leave = ""

        var testDescription: String { name }
        var answers: [(question: String, answer: String)] {
            [("\u{1B}[8$p", mode), ("\u{1B}[>0q", version), ("\u{1B}[c", attributes)]
        }
    }

    static let kinds = [
        Kind(name: "VTE", mode: "\u{1B}[8;1$y", enter: "\u{1B}[8l", leave: "\u{1B}[8h"),
        Kind(
            name: "VTE, known from the environment too", environment: ["VTE_VERSION": "7002"], mode: "\u{1B}[8;1$y",
            enter: "\u{1B}[8l", leave: "\u{1B}[8h"),
        Kind(
            name: "Konsole", version: "\u{1B}P>|Konsole 22.12.3\u{1B}\\",
            enter: "\u{1B}]50;BidiRenderingEnabled=false\u{07}", leave: "\u{1B}]50;BidiRenderingEnabled=true\u{07}"),
        Kind(
            name: "Konsole that is silent", environment: ["KONSOLE_VERSION": "200400"], mode: "", attributes: "",
            enter: "\u{1B}]50;BidiRenderingEnabled=false\u{07}", leave: "\u{1B}]50;BidiRenderingEnabled=true\u{07}"),
        Kind(
            name: "mlterm", environment: ["MLTERM": "3.9.2"], enter: "\u{1B}]5379;use_ctl=false\u{07}",
            leave: "\u{1B}]5379;use_ctl=true\u{07}"),
    ]

    private func text(_ session: Session) -> String { String(decoding: session.rawOutput, as: UTF8.self) }

    private func open(_ kind: Kind, _ office: TestOffice) throws -> Session {
        let session = try office.open(environment: kind.environment, answers: kind.answers)
        try session.expectRow(containing: "Q-0002", "باران")
        // A silent terminal is given up after a moment in which the program sleeps.
        usleep(120_000)
        try session.waitForIdle()
        return session
    }

    @Test("It is entered before the last clearing of the screen, and left by a key", arguments: kinds)
    func enterAndLeave(_ kind: Kind) throws {
        let session = try open(kind, TestOffice())
        let before = text(session)
        let entered = try #require(before.range(of: kind.enter, options: .backwards))
        #expect(before[entered.upperBound...].contains("\u{1B}[2J"))
        session.press("q")
        #expect(try session.waitForExit() == .exited(0))
        #expect(text(session).dropFirst(before.count).contains(kind.leave))
    }

    @Test("It ends without a sound when its terminal is gone", arguments: kinds)
    func vanished(_ kind: Kind) throws {
        let session = try open(kind, TestOffice())
        #expect(try session.hangUp().waitForExit() == .exited(0))
    }

    @Test("It is left on dying", arguments: kinds, [SIGTERM, SIGHUP, SIGINT, SIGSEGV])
    func dying(_ kind: Kind, signal: Int32) throws {
        let session = try open(kind, TestOffice())
        let before = text(session)
        _ = try session.signal(signal).waitForExit()
        #expect(text(session).dropFirst(before.count).contains(kind.leave))
    }

    @Test("Answers in pieces, late or of no known kind are never taken for keys")
    func lateAnswers() throws {
        let session = try TestOffice().open(["--lang", "en"], answers: [])
        try session.expectRow(containing: "4 groups")
        for byte in "\u{1B}[8;1$y\u{1B}P>|q Terminal 1\u{1B}\\\u{1B}[?62;22c".utf8 {
            session.send([byte])
            usleep(40_000)
        }
        try session.expectRow(containing: "4 groups")
        #expect(text(session).contains("\u{1B}[8l"))
        session.press("q")
        #expect(try session.waitForExit() == .exited(0))
        #expect(text(session).contains("\u{1B}[8h"))
    }

    @Test("Nothing is asked when the person has said what to do", arguments: ["app", "isolates", "off"])
    func told(word: String) throws {
        let session = try TestOffice().open(["--bidi", word], environment: ["VTE_VERSION": "7002"], answers: [])
        try session.waitForIdle()
        #expect(!text(session).contains("\u{1B}[c") && !text(session).contains("\u{1B}[8l"))
    }

    @Test("Inside tmux in VTE texts stand in isolates, in logical order")
    func isolates() throws {
        let session = try TestOffice().open(environment: ["TMUX": "/tmp/x,1,0", "VTE_VERSION": "7002"], answers: [])
        try session.waitForIdle()
        let output = text(session)
        #expect(output.unicodeScalars.contains("\u{2067}") && output.unicodeScalars.contains("\u{2069}"))
        #expect(output.contains("شهید کاظمی"))
        #expect(!output.contains("\u{1B}[c"))
    }

    @Test("Who quits before the terminal has answered leaves no answer to the shell")
    func quitAtOnce() throws {
        let session = try TestOffice().open(answers: [])
        session.press("q")
        #expect(try session.waitForExit() == .exited(0))
    }

    @Test("A wrong word is told with those that are right")
    func wrongWord() throws {
        let result = try TestOffice([]).run(["--lang", "en", "--bidi", "maybe"])
        #expect(result.status == .exited(2))
        #expect(result.errorText.contains("isolates"))
    }
}
