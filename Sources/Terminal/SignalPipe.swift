import Glibc

/// A signal the program answers in its loop.
public enum Signal: Hashable, Sendable, CaseIterable {
    /// SIGTERM, SIGHUP, SIGINT: come to an end.
    case terminate, hangUp, interrupt
    /// SIGTSTP from outside (Ctrl-Z is a key here): give the terminal back and stop.
    case stop
    /// SIGCONT: the program was stopped, and others wrote on the terminal meanwhile.
    case `continue`

    var number: Int32 {
        switch self {
        case .terminate: SIGTERM
        case .hangUp: SIGHUP
        case .interrupt: SIGINT
        case .stop: SIGTSTP
        case .continue: SIGCONT
        }
    }
}

/// Turns signals into bytes of a pipe, which `poll` can wait for. There is one at a time in a process.
struct SignalPipe {
    private static let numbers = Signal.allCases.map(\.number) + [SIGWINCH]

    let reading: Int32
    private let writing: Int32
    private let before: [sigaction]

    init() throws(TerminalError) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .outOfDescriptors }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        (reading, writing) = (ends[0], ends[1])
        signalPipe.pointee = writing
        before = Self.numbers.map { number in
            var action = sigaction()
            var before = sigaction()
            action.__sigaction_handler.sa_handler = writeSignal
            action.sa_flags = SA_RESTART
            sigaction(number, &action, &before)
            return before
        }
    }

    /// The numbers of the signals that came since the last call.
    func drain() -> Set<Int32> {
        var numbers: Set<Int32> = []
        var bytes = [UInt8](repeating: 0, count: 64)
        while case let count = read(reading, &bytes, bytes.count), count > 0 {
            numbers.formUnion(bytes[..<count].map(Int32.init))
        }
        return numbers
    }

    func close() {
        for (number, var action) in zip(Self.numbers, before) { sigaction(number, &action, nil) }
        signalPipe.pointee = -1
        Glibc.close(reading)
        Glibc.close(writing)
    }
}

// Reached through a pointer for the reason given in Rescue.swift.
private nonisolated(unsafe) let signalPipe: UnsafeMutablePointer<Int32> = {
    let pointer = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
    pointer.initialize(to: -1)
    return pointer
}()

private func writeSignal(_ signal: Int32) {
    let error = errno
    var byte = UInt8(truncatingIfNeeded: signal)
    // A full pipe already says that something came.
    _ = write(signalPipe.pointee, &byte, 1)
    errno = error
}
