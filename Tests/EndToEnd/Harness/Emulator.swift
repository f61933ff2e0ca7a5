import CPseudoTerminal
import Foundation

/// The person's side of a pseudo-terminal: reads what the program writes onto a ``VirtualScreen``, answers for the
/// terminal and sends keys. One thread, no waiting but in ``pump(milliseconds:)``.
public final class Emulator {
    public enum Pumped {
        case bytes, nothing
        /// No program holds the terminal any more.
        case ended
    }

    public let screen: VirtualScreen
    /// Everything the program wrote so far. Assert the screen where that can be done: these are differences.
    public private(set) var rawOutput: [UInt8] = []
    /// True when the program has read everything that was sent.
    public var hasSentAll: Bool { unsent.isEmpty }

    /// What this terminal answers to which bytes, in place of what libvterm would; nil leaves it to libvterm.
    public var answers: [(question: String, answer: String)]?

    private let master: Int32
    private var unsent: [UInt8] = []
    private var isOpen = true

    /// - Parameter master: the terminal's other end, which is closed with this object.
    public init(master: Int32, width: Int, height: Int) {
        self.master = master
        screen = VirtualScreen(width: width, height: height)
    }

    deinit { hangUp() }

    /// An emulator and the descriptor of the terminal in it, for a program inside the test's own process. The caller
    /// closes the descriptor.
    public static func open(width: Int, height: Int) throws -> (Emulator, terminal: Int32) {
        var master: Int32 = -1
        var slave: Int32 = -1
        guard pseudo_terminal_open(Int32(width), Int32(height), &master, &slave) == 0 else {
            throw POSIXError(.init(rawValue: errno) ?? .EIO)
        }
        return (Emulator(master: master, width: width, height: height), slave)
    }

    /// Sends bytes as the keyboard does.
    public func send(_ bytes: [UInt8]) {
        unsent += bytes
        flush()
    }

    /// Gives window and program their new size.
    public func resize(width: Int, height: Int) {
        screen.resize(width: width, height: height)
        _ = pseudo_terminal_resize(master, Int32(width), Int32(height))
    }

    /// The terminal vanishes, as when a connection breaks.
    public func hangUp() {
        guard isOpen else { return }
        isOpen = false
        close(master)
    }

    /// The terminal's line settings as they are now, comparable; see ``lineSettings(of:)``.
    public var lineSettings: String { Harness.lineSettings(of: master) }

    /// The process group that holds the keyboard.
    public var foreground: pid_t { tcgetpgrp(master) }

    /// Waits at most so long for the program to write, then reads all there is.
    public func pump(milliseconds: Int) -> Pumped {
        guard isOpen else { return .ended }
        flush()
        let interest = Int16(POLLIN) | (unsent.isEmpty ? 0 : Int16(POLLOUT))
        var request = pollfd(fd: master, events: interest, revents: 0)
        guard poll(&request, 1, Int32(milliseconds)) > 0 else { return .nothing }
        var buffer = [UInt8](repeating: 0, count: 16 << 10)
        var result = Pumped.nothing
        while true {
            let count = read(master, &buffer, buffer.count)
            guard count > 0 else {
                // EIO: the last program has closed the terminal.
                return count == 0 || errno == EIO ? .ended : result
            }
            result = .bytes
            let bytes = Array(buffer[..<count])
            rawOutput += bytes
            screen.write(bytes)
            let answer = screen.takeOutput()
            send(answers == nil ? answer : self.answers(to: bytes))
        }
    }

    private func answers(to bytes: [UInt8]) -> [UInt8] {
        let text = String(decoding: bytes, as: UTF8.self)
        return (answers ?? []).filter { text.contains($0.question) }.flatMap { Array($0.answer.utf8) }
    }

    /// Reads until the program has been silent for so long.
    public func settle(quiet milliseconds: Int = 20) {
        while case .bytes = pump(milliseconds: milliseconds) {}
    }

    private func flush() {
        while isOpen, !unsent.isEmpty {
            let count = write(master, unsent, unsent.count)
            guard count > 0 else { return }
            unsent.removeFirst(count)
        }
    }
}

/// The line settings of a terminal, comparable: every flag and every special key of termios.
public func lineSettings(of descriptor: Int32) -> String {
    var settings = termios()
    tcgetattr(descriptor, &settings)
    return "\(settings.c_iflag) \(settings.c_oflag) \(settings.c_cflag) \(settings.c_lflag) \(settings.c_cc)"
}
