import Canvas
import Glibc

/// Why the loop woke, and all there is to do about it.
public struct Wake: Hashable, Sendable {
    /// Keys, pastes, clicks and the window's new size, in the order they came.
    public var events: [Event] = []
    public var signals: Set<Signal> = []
    /// Those of ``EventSource/watched`` that can be read, or whose other end is gone.
    public var ready: [Int32] = []
    /// What the terminal answered.
    public var answers: [Answer] = []
    /// The time for answers has passed without the last of them.
    public var isUnanswered = false
    /// The deadline has passed.
    public var isDue = false
    /// There is no terminal any more: no key will come, and the program should end.
    public var isTerminalGone = false

    public init() {}

    var isEmpty: Bool { self == Wake() }
}

/// The one place where the program waits: for the keyboard, for signals, for descriptors of others, for a deadline.
///
/// It sleeps in `poll(2)` and wakes for nothing else; there is no tick. All bytes that are there are read before it
/// returns, so that a held key costs one drawing and not a hundred. There is one at a time in a process.
///
///     let source = try EventSource(watching: [bell, writer])
///     while !isDone {
///         let wake = source.wait(until: nextMidnight)
///         if wake.isTerminalGone || wake.signals.contains(.terminate) { break }
///         for event in wake.events { … }
///     }
public final class EventSource {
    /// How long an Escape may be the beginning of a sequence.
    public static let escapeTime = Duration.milliseconds(25)
    /// The same where a network stands between the keyboard and the program: it may bring a key in two pieces.
    public static let remoteEscapeTime = Duration.milliseconds(100)
    /// The same while the terminal owes an answer.
    private static let escapeTimeOfAnswers = Duration.milliseconds(100)
    /// How long the terminal may owe one.
    private static let lateAnswerTime = Duration.seconds(2)
    /// How much is read before the program has a say again, in bytes.
    private static let limit = 4 << 20

    /// Descriptors of others, such as a file watch or the end of a wake pipe. They are not read here.
    public var watched: [Int32]

    private let terminal: Int32
    private let ownEscapeTime: Duration
    private let signals: SignalPipe
    private var decoder = InputDecoder()
    private var escapeDeadline: ContinuousClock.Instant?
    /// When the Escape came that is waited for.
    private var escapeTaken: ContinuousClock.Instant?
    private var answerDeadline: ContinuousClock.Instant?
    /// Until then an Escape may be the first byte of an answer that comes late and in pieces.
    private var lateAnswerDeadline: ContinuousClock.Instant?
    private var buffer = [UInt8](repeating: 0, count: 16 << 10)

    /// Begins to listen; from now on the signals of ``Signal`` and SIGWINCH no longer do what they do by default.
    ///
    /// - Parameter isRemote: a network stands between; as the environment says when nil.
    /// - Throws: ``TerminalError/outOfDescriptors``.
    public init(
        terminal: Int32 = STDIN_FILENO, watching watched: [Int32] = [], isRemote: Bool? = nil
    ) throws(TerminalError) {
        ownEscapeTime = isRemote ?? Self.isRemote ? Self.remoteEscapeTime : Self.escapeTime
        self.terminal = terminal
        self.watched = watched
        signals = try SignalPipe()
    }

    deinit { signals.close() }

    /// The terminal was asked something. The loop is woken when no more answers come within the time, or at once
    /// with the last of them.
    public func expectAnswers(within time: Duration) {
        answerDeadline = .now + time
        lateAnswerDeadline = .now + Self.lateAnswerTime
    }

    /// Sleeps until something is there, for ever without a deadline. A deadline that has passed still lets what is
    /// pending be read.
    public func wait(until deadline: ContinuousClock.Instant? = nil) -> Wake {
        var wake = Wake()
        repeat {
            var requests = ([terminal, signals.reading] + watched).map {
                pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
            }
            let nearest = [deadline, escapeDeadline, answerDeadline].compactMap { $0 }.min()
            if poll(&requests, nfds_t(requests.count), Self.milliseconds(until: nearest)) < 0 {
                // Interrupted: the signal's byte is in the pipe.
                for index in requests.indices { requests[index].revents = 0 }
            }
            takeTerminal(requests[0].revents, &wake)
            if requests[1].revents != 0 { takeSignals(&wake) }
            wake.ready = requests.dropFirst(2).filter { $0.revents != 0 }.map(\.fd)
            if let deadline, deadline <= .now { wake.isDue = true }
            takeAnswers(&wake)
        } while wake.isEmpty
        return wake
    }

    private var escapeTime: Duration {
        if let lateAnswerDeadline, lateAnswerDeadline > .now { return Self.escapeTimeOfAnswers }
        return ownEscapeTime
    }

    /// What sshd tells the programs that it starts, and tmux and mosh hand on.
    private static var isRemote: Bool {
        ["SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"].contains { (name: String) in getenv(name) != nil }
    }

    private func takeAnswers(_ wake: inout Wake) {
        wake.answers = decoder.answers
        decoder.answers.removeAll()
        if wake.answers.contains(.attributes) {
            answerDeadline = nil
            lateAnswerDeadline = nil
        }
        if let answerDeadline, answerDeadline <= .now {
            self.answerDeadline = nil
            wake.isUnanswered = true
        }
    }

    private func takeTerminal(_ condition: Int16, _ wake: inout Wake) {
        if condition & Int16(POLLIN) != 0 {
            wake.isTerminalGone = !readAll(&wake)
            escapeTaken = decoder.isWaiting ? .now : nil
            escapeDeadline = escapeTaken.map { $0 + escapeTime }
        } else if condition != 0 {
            wake.isTerminalGone = true
        } else if let escapeDeadline, escapeDeadline <= .now {
            wake.events += decoder.flush()
            self.escapeDeadline = nil
        }
    }

    /// Reads until nothing is left; false when the terminal is gone.
    private func readAll(_ wake: inout Wake) -> Bool {
        var total = 0
        repeat {
            let count = read(terminal, &buffer, buffer.count)
            if count > 0 {
                if isKeyOfItsOwn(before: buffer[0]) { wake.events += decoder.flush() }
                escapeTaken = nil
                wake.events += buffer.withUnsafeBytes { decoder.feed(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
                total += count
            } else if count == 0 || errno != EINTR && errno != EAGAIN {
                return false
            }
        } while total < Self.limit && isReadable
        return true
    }

    /// Whether the Escape that is waited for longer, because it may begin an answer, was a key: the next byte came as
    /// slowly as a person's and begins neither an answer nor a key's sequence.
    private func isKeyOfItsOwn(before byte: UInt8) -> Bool {
        guard decoder.holdsEscape, let escapeTaken, escapeTime > Self.escapeTime,
            escapeTaken + Self.escapeTime <= .now
        else { return false }
        return !"[PO".utf8.contains(byte)
    }

    /// Whether the terminal has sent something that was not read yet.
    public var isReadable: Bool {
        var request = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
        return poll(&request, 1, 0) > 0 && request.revents & Int16(POLLIN) != 0
    }

    private func takeSignals(_ wake: inout Wake) {
        let numbers = signals.drain()
        wake.signals = Set(Signal.allCases.filter { numbers.contains($0.number) })
        if numbers.contains(SIGWINCH), let size = windowSize(of: terminal) {
            wake.events.append(.resize(width: size.width, height: size.height))
        }
    }

    /// What `poll` takes: rounded up, so that it does not return just before; −1 is for ever.
    private static func milliseconds(until instant: ContinuousClock.Instant?) -> Int32 {
        guard let instant else { return -1 }
        let left = ContinuousClock.now.duration(to: instant)
        guard left > .zero else { return 0 }
        // Far beyond what it can take, poll may as well return early and be called again.
        let capped = min(left, .seconds(86_400)).components
        return Int32(capped.seconds * 1000 + (capped.attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }
}
