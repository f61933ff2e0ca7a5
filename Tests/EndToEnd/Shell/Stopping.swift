import Glibc
import Harness
import Testing

/// Ctrl-Z and `fg` under a shell with job control: the shell finds its terminal as it was, the program takes it again.
@Suite(.onOwnThreads) struct Stopping {
    private static let prompt = "shell>"
    static let kinds = [Dialects.Kind(name: "plain", version: "\u{1B}P>|XTerm(379)\u{1B}\\")] + Dialects.kinds

    /// A shell that leaves the line settings alone, as the small ones do.
    private func shell(_ kind: Dialects.Kind, _ office: TestOffice) throws -> Session {
        let session = try Session(
            "/bin/sh", ["-i"],
            environment: ["PS1": Self.prompt, "HOME": office.folder.path].merging(kind.environment) { $1 },
            answers: kind.answers)
        session.owner = office
        return try session.waitForScreen(contains: Self.prompt)
    }

    /// Starts the dashboard and waits until it speaks the terminal's dialect.
    private func start(_ session: Session, _ kind: Dialects.Kind, _ office: TestOffice) throws {
        session.type("\(Program.khedmat) --file \(office.file) --lang en --now 1401/05/10T10:00\n")
        try session.waitForScreen(contains: "4 groups").waitForOutput(contains: kind.enter)
        try session.waitForIdle()
    }

    private func expectGivenBack(_ session: Session, _ settings: String) {
        #expect(session.lineSettings == settings)
        #expect(!session.screen.isAlternate && session.screen.caret != nil)
        let modes = TerminalSettings(session.rawOutput)
        #expect(modes.changed.isEmpty, "\(modes.changed)")
    }

    @Test("By a key and by a signal, in each dialect", arguments: kinds, [false, true])
    func stopAndGoOn(_ kind: Dialects.Kind, isSignalled: Bool) throws {
        let office = try TestOffice()
        let session = try shell(kind, office)
        let settings = session.lineSettings
        try start(session, kind, office)
        let (screen, raw) = (session.screenText, session.lineSettings)
        #expect(raw != settings)
        #expect(TerminalSettings(session.rawOutput).changed.contains("?2004"))

        if isSignalled { kill(-session.foreground, SIGTSTP) } else { session.press("z", .control) }
        try session.waitForScreen(contains: "Stopped").waitForIdle()
        expectGivenBack(session, settings)

        let sent = session.rawOutput.count
        try session.type("fg\n").waitForScreen(contains: "4 groups").waitForIdle()
        #expect(session.screenText == screen && session.lineSettings == raw)
        let resumed = String(decoding: session.rawOutput[sent...], as: UTF8.self)
        let entered = try #require(
            kind.enter.isEmpty ? resumed.startIndex..<resumed.startIndex : resumed.range(of: kind.enter))
        // Rows obey a dialect only when they are cleared after it was entered.
        #expect(resumed[entered.upperBound...].contains("\u{1B}[2J"))

        let shown = session.rawOutput.count
        try session.press("q").waitForOutput(contains: Self.prompt, after: shown).waitForIdle()
        expectGivenBack(session, settings)
        #expect(try session.type("exit\n").waitForExit() == .exited(0))
    }

    @Test("Pulled to another size while it is stopped, it fills the new window")
    func resizedMeanwhile() throws {
        let office = try TestOffice()
        let session = try shell(Self.kinds[0], office)
        try start(session, Self.kinds[0], office)
        try session.press("z", .control).waitForScreen(contains: "Stopped")
        try session.resize(width: 100, height: 30).type("fg\n").waitForScreen(contains: "4 groups").waitForIdle()
        let fresh = try office.open(["--lang", "en"], width: 100, height: 30)
        try fresh.waitForIdle()
        #expect(session.screenText == fresh.screenText)
    }
}
