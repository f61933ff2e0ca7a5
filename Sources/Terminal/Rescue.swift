import Glibc

/// Gives the terminal back when the program dies of a fatal signal; a Swift trap is SIGILL.
///
/// A handler may neither allocate nor lock, so all it needs is prepared in memory of its own: one string of bytes and
/// the line settings. Then it restores the former handler and raises the signal again.
enum Rescue {
    /// TERM, HUP and INT come here only until the loop listens for them.
    private static let signals = EndingSignals.all

    /// Whether the terminal is ours and must be given back.
    static var isArmed: Bool {
        get { plan.pointee.isArmed }
        set { plan.pointee.isArmed = newValue }
    }

    static func prepare(descriptor: Int32, attributes: termios, bytes: [UInt8]) {
        forget()
        let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count)
        copy.initialize(from: bytes, count: bytes.count)
        plan.pointee.descriptor = descriptor
        plan.pointee.attributes = attributes
        plan.pointee.bytes = copy
        plan.pointee.count = bytes.count
        install()
    }

    /// Replaces the bytes, because the terminal was brought into another state.
    static func replace(bytes: [UInt8]) {
        guard let former = plan.pointee.bytes else { return }
        let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count)
        copy.initialize(from: bytes, count: bytes.count)
        // A signal in between restores the line settings only; never half a string.
        plan.pointee.count = 0
        plan.pointee.bytes = copy
        plan.pointee.count = bytes.count
        former.deallocate()
    }

    /// Restores the former handlers of the fatal signals.
    static func forget() {
        guard let bytes = plan.pointee.bytes else { return }
        isArmed = false
        for signal in signals { sigaction(signal, previous + Int(signal), nil) }
        plan.pointee.bytes = nil
        bytes.deallocate()
    }

    private static func install() {
        // A stack that ran over has no room for a handler.
        if plan.pointee.stack == nil {
            let size = 64 * 1024
            let stack = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
            var description = stack_t(ss_sp: stack, ss_flags: 0, ss_size: size)
            sigaltstack(&description, nil)
            plan.pointee.stack = stack
        }
        var action = sigaction()
        action.__sigaction_handler.sa_handler = giveBackAndDie
        action.sa_flags = SA_ONSTACK | SA_NODEFER
        for signal in signals { sigaction(signal, &action, previous + Int(signal)) }
    }
}

/// The signals that end a program unless they are handled, and may be handled at all: those of faults, of timers and limits,
/// those that people send.
public enum EndingSignals {
    /// By their numbers.
    public static let all =
        [
            SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGQUIT, SIGSYS, SIGXCPU, SIGALRM, SIGVTALRM, SIGPROF,
            SIGUSR1, SIGUSR2, SIGIO, SIGPWR, SIGSTKFLT, SIGTERM, SIGHUP, SIGINT,
        ] + Array(firstRealTimeSignal...64)
}

private struct Plan {
    var isArmed = false
    var descriptor: Int32 = -1
    var attributes = termios()
    var bytes: UnsafeMutablePointer<UInt8>?
    var count = 0
    var stack: UnsafeMutableRawPointer?
}

// Memory reached through a pointer, because reading a Swift variable may check for exclusive access and so touch
// what the interrupted code was changing. Written by the one thread that owns the terminal.
private nonisolated(unsafe) let plan: UnsafeMutablePointer<Plan> = {
    let plan = UnsafeMutablePointer<Plan>.allocate(capacity: 1)
    plan.initialize(to: Plan())
    return plan
}()

/// The first real-time signal that the C library leaves to programs.
private let firstRealTimeSignal: Int32 = 34

/// The actions before ours, by the signal's number.
private nonisolated(unsafe) let previous: UnsafeMutablePointer<sigaction> = {
    let previous = UnsafeMutablePointer<sigaction>.allocate(capacity: 65)
    previous.initialize(repeating: sigaction(), count: 65)
    return previous
}()

private func giveBackAndDie(_ signal: Int32) {
    if plan.pointee.isArmed {
        plan.pointee.isArmed = false
        if plan.pointee.count > 0 { write(plan.pointee.descriptor, plan.pointee.bytes, plan.pointee.count) }
        tcsetattr(plan.pointee.descriptor, TCSANOW, &plan.pointee.attributes)
    }
    sigaction(signal, previous + Int(signal), nil)
    raise(signal)
}
