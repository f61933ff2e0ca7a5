import Glibc
import Store
import Terminal

/// Cleans up when a signal ends the program, whatever it is doing: removes unfinished files, and has the terminal show
/// again what is typed. While the dashboard runs it handles these signals itself.
enum Ending {
    static func prepare() {
        Sweep.prepare()
        HiddenTyping.prepare()
        var action = sigaction()
        action.__sigaction_handler.sa_handler = putInOrderAndEnd
        action.sa_flags = SA_NODEFER | SA_ONSTACK
        for number in EndingSignals.all {
            let before = actionsBefore + Int(number)
            sigaction(number, nil, before)
            // nohup, and a shell that puts work in the background, have some of them ignored.
            if !isIgnored(before.pointee) { sigaction(number, &action, nil) }
        }
    }

    private static func isIgnored(_ action: sigaction) -> Bool {
        unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
            == unsafeBitCast(SIG_IGN as __sighandler_t?, to: Int.self)
    }
}

private func putInOrderAndEnd(_ number: Int32) {
    Sweep.run()
    HiddenTyping.end()
    if number == SIGINT { _exit(ExitStatus.interrupted.rawValue) }
    sigaction(number, actionsBefore + Int(number), nil)
    raise(number)
}

/// The actions before ours, by the signal's number: those of faults may be the runtime's, which says where.
private nonisolated(unsafe) let actionsBefore: UnsafeMutablePointer<sigaction> = {
    let actions = UnsafeMutablePointer<sigaction>.allocate(capacity: 65)
    actions.initialize(repeating: sigaction(), count: 65)
    return actions
}()

/// The terminal while a passphrase is typed and not shown. Its settings lie where a handler may reach them.
enum HiddenTyping {
    private struct State {
        var descriptor: Int32 = -1
        var shown = termios()
        var hidden = termios()
    }

    private nonisolated(unsafe) static let state: UnsafeMutablePointer<State> = {
        let state = UnsafeMutablePointer<State>.allocate(capacity: 1)
        state.initialize(to: State())
        return state
    }()

    static func prepare() { _ = state }

    /// Shows nothing of what is typed from now on; Ctrl-C and Ctrl-Z come as signals.
    static func begin(on descriptor: Int32) {
        tcgetattr(descriptor, &state.pointee.shown)
        state.pointee.hidden = state.pointee.shown
        state.pointee.hidden.c_lflag &= ~tcflag_t(ECHO | ICANON)
        state.pointee.descriptor = descriptor
        tcsetattr(descriptor, TCSAFLUSH, &state.pointee.hidden)
        signal(SIGTSTP) { _ in HiddenTyping.pause() }
    }

    /// Shows again what is typed. Async-signal-safe.
    static func end() {
        guard state.pointee.descriptor >= 0 else { return }
        tcsetattr(state.pointee.descriptor, TCSAFLUSH, &state.pointee.shown)
        state.pointee.descriptor = -1
        signal(SIGTSTP, SIG_DFL)
    }

    /// Handles Ctrl-Z: the terminal shows what is typed while the program is stopped.
    private static func pause() {
        let descriptor = state.pointee.descriptor
        guard descriptor >= 0 else { return }
        tcsetattr(descriptor, TCSAFLUSH, &state.pointee.shown)
        signal(SIGTSTP, SIG_DFL)
        var stop = sigset_t()
        sigemptyset(&stop)
        sigaddset(&stop, SIGTSTP)
        raise(SIGTSTP)
        // The signal is blocked while its own handler runs.
        sigprocmask(SIG_UNBLOCK, &stop, nil)
        signal(SIGTSTP) { _ in HiddenTyping.pause() }
        tcsetattr(descriptor, TCSAFLUSH, &state.pointee.hidden)
    }
}
