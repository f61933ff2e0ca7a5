import Foundation
import Harness
import Testing

/// In a terminal that says nothing of itself the person is asked once which line can be read.
@Suite(.onOwnThreads) struct FirstRun {
    /// It is alive, and that is all.
    private static let nameless = [("\u{1B}[c", "\u{1B}[?62;22c")].map { (question: $0.0, answer: $0.1) }
    private static let question = "can you read"

    private func open(
        _ office: TestOffice, _ arguments: [String] = [], environment: [String: String] = [:]
    ) throws -> Session {
        let session = try office.open(
            ["--lang", "en"] + arguments,
            environment: ["XTERM_VERSION": ""].merging(environment) { $1 }, answers: Self.nameless)
        return try session.waitForIdle()
    }

    private func output(_ session: Session) -> String { String(decoding: session.rawOutput, as: UTF8.self) }

    @Test("The sample lines are written in each way, and say in Persian which key to press")
    func samples() throws {
        let session = try open(TestOffice())
        try session.expectScreen(contains: Self.question)
        try session.expectRow(containing: "1", "کلید ۱ را بزنید")
        // What libvterm shows is what was sent: in order, turned by words, and twice in logical order.
        let sent = output(session)
        // The text ends with a bracket: it stands in its isolate with the blank behind it.
        #expect(sent.contains("2\u{2067}\u{200F}") || sent.contains("2 \u{2067}\u{200F}"))
        #expect(sent.contains("(گروه Q-0012) \u{200F}\u{2069}"))
        #expect(sent.contains("کلید ۲ را بزنید") && sent.contains("کلید ۴ را بزنید"))
        #expect(!sent.contains("کلید ۱ را بزنید") && !sent.contains("کلید ۳ را بزنید"))
    }

    @Test("One key chooses, and it is never asked again", arguments: [("1", false), ("۲", true)])
    func choose(key: String, isLogical: Bool) throws {
        let office = try TestOffice()
        let first = try open(office)
        try first.type(key).expectScreen(lacks: Self.question)
        try first.expectRow(containing: "4 groups")
        #expect(try first.press("q").waitForExit() == .exited(0))
        #expect(output(first).contains("شهید کاظمی") == isLogical)

        let second = try open(office)
        try second.expectRow(containing: "4 groups")
        #expect(output(second).contains("شهید کاظمی") == isLogical)
        #expect(!output(second).contains(Self.question))
    }

    @Test("An answer holds for its own terminal only")
    func anotherTerminal() throws {
        let office = try TestOffice()
        try open(office).press(.escape).expectRow(containing: "4 groups")
        try open(office, environment: ["COLORTERM": "truecolor"]).expectScreen(contains: Self.question)
    }

    @Test("Keys that answer nothing do nothing, and one can leave")
    func otherKeys() throws {
        let session = try open(TestOffice())
        try session.type("9n/").resize(width: 40, height: 12).expectScreen(contains: "Which of these")
        try session.resize(width: 80, height: 24).press("c", .control).expectExit(.exited(0))
    }

    @Test("The person's word goes before the question and before what was answered")
    func told() throws {
        let office = try TestOffice()
        try open(office, ["--bidi", "app"]).expectRow(containing: "4 groups")
        try open(office).type("2").expectRow(containing: "4 groups")
        let session = try open(office, ["--bidi", "app"])
        try session.expectRow(containing: "4 groups")
        #expect(!output(session).contains("شهید کاظمی"))
    }

    @Test(
        "A well-known terminal is never asked", arguments: ["XTERM_VERSION", "TERM_PROGRAM", "TMUX", "KITTY_WINDOW_ID"])
    func wellKnown(variable: String) throws {
        let session = try open(TestOffice(), environment: [variable: "1"])
        try session.expectRow(containing: "4 groups")
        #expect(!output(session).contains(Self.question))
    }
}
