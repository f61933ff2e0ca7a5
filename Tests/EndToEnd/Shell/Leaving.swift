import Foundation
import Glibc
import Harness
import Testing

/// The terminal is given back however the program ends.
@Suite(.onOwnThreads) struct Leaving {
    private static let leaveAlternateScreen = "\u{1B}[?1049l"
    private static let leavePasteBrackets = "\u{1B}[?2004l"

    private func expectGivenBack(_ session: Session, sourceLocation: SourceLocation = #_sourceLocation) {
        let output = String(decoding: session.rawOutput, as: UTF8.self)
        #expect(output.contains(Self.leaveAlternateScreen), sourceLocation: sourceLocation)
        #expect(output.contains(Self.leavePasteBrackets), sourceLocation: sourceLocation)
    }

    @Test("By a key", arguments: ["q", "ctrl-c"])
    func key(name: String) throws {
        let session = try TestOffice().open()
        try session.waitForIdle()
        if name == "q" { session.press("q") } else { session.press("c", .control) }
        #expect(try session.waitForExit() == .exited(0))
        expectGivenBack(session)
    }

    @Test("By a signal that asks", arguments: [SIGTERM, SIGHUP])
    func asked(signal: Int32) throws {
        let session = try TestOffice().open()
        try session.waitForIdle()
        #expect(try session.signal(signal).waitForExit() == .exited(0))
        expectGivenBack(session)
    }

    @Test("Interrupted from outside it says so by its status")
    func interrupted() throws {
        let session = try TestOffice().open()
        try session.waitForIdle()
        #expect(try session.signal(SIGINT).waitForExit() == .exited(130))
        expectGivenBack(session)
    }

    @Test(
        "By a fatal signal",
        arguments: [
            SIGSEGV, SIGILL, SIGABRT, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGSYS, SIGXCPU, SIGVTALRM, SIGPROF, SIGIO,
            SIGPWR, SIGSTKFLT, 40,
        ])
    func fatal(signal: Int32) throws {
        let session = try TestOffice().open()
        try session.waitForIdle()
        #expect(try session.signal(signal).waitForExit() == .signalled(signal))
        expectGivenBack(session)
    }

    @Test(
        "While a passphrase is asked for: what is typed is shown again",
        arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGUSR1, SIGALRM, SIGSYS, SIGIO, SIGSEGV, 40])
    func atTheQuestion(signal: Int32) throws {
        let office = try TestOffice()
        let shell = try Session("/bin/sh", ["-c", "echo ready; read line"])
        let settings = try shell.waitForScreen(contains: "ready").lineSettings
        let session = try Session(
            Program.khedmat, ["seal", office.file, "--output", office.file + ".sealed", "--lang", "en"],
            environment: ["HOME": office.folder.path], width: 80, height: 24)
        session.owner = office
        try session.waitForScreen(contains: "Passphrase:")
        #expect(session.lineSettings != settings)
        #expect(
            try session.signal(signal).waitForExit() == (signal == SIGINT ? .exited(130) : .signalled(signal)))
        #expect(session.lineSettings == settings)
    }

    @Test("When the terminal vanishes the program ends at once")
    func vanished() throws {
        let session = try TestOffice().open()
        try session.waitForIdle()
        session.hangUp()
        #expect(try session.waitForExit() == .exited(0))
    }
}
