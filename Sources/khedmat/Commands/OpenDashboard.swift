import ArgumentParser
import Canvas
import Dashboard
import Glibc
import Persian
import Terminal

/// `khedmat`: the dashboard on the office's file.
struct OpenDashboard: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "dashboard", abstract: "The dashboard, as without any command · داشبورد")

    @OptionGroup var global: Global

    func run(_ invocation: Invocation) throws(Failure) { try Self.open(invocation) }

    static func open(_ invocation: Invocation) throws(Failure) {
        try requireTerminal()
        // Loads the time zone now: reading its data changes the environment, which only one thread may do.
        _ = invocation.clock.now().day(in: .tehran)
        let opening = BackgroundThread { () throws(Failure) in try Session(invocation) }
        let ending = try onMainActor { () throws(Failure) in
            let theme = if let chosen = invocation.theme { chosen } else { try Theme.standard() }
            let terminal = try ReadyTerminal(theme: theme, bidi: invocation.bidi)
            terminal.warmUp(invocation)
            var loop = try TerminalLoop(opening.value(), on: terminal)
            return try loop.run()
        }
        if ending == .toDemo { try Demo.open(invocation, keep: nil) }
    }

    /// To be called before a file is made or opened.
    static func requireTerminal() throws(Failure) {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
            throw Failure(.wrongUse, TerminalError.notATerminal.phrase)
        }
    }
}

/// Runs work as the main actor: commands are run from `main`, on the main thread.
func onMainActor<T: Sendable>(_ work: @MainActor () throws(Failure) -> T) throws(Failure) -> T {
    let result: Result<T, Failure> = MainActor.assumeIsolated {
        do throws(Failure) { return .success(try work()) } catch { return .failure(error) }
    }
    return try result.get()
}
