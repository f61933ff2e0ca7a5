import CPseudoTerminal
import Foundation

/// How a program ended.
public enum ExitStatus: Hashable, Sendable, CustomStringConvertible {
    case exited(Int32)
    case signalled(Int32)

    /// From what `waitpid` says.
    init(_ raw: Int32) {
        let signal = raw & 0x7F
        self = signal == 0 ? .exited((raw >> 8) & 0xFF) : .signalled(signal)
    }

    public var description: String {
        switch self {
        case .exited(let code): "exited with \(code)"
        case .signalled(let number): "died of signal \(number)"
        }
    }
}

/// Runs programs from the command line, between pipes.
///
///     let result = try Program.run(Program.khedmat, ["date", "1401/05/09"])
///     #expect(result.status == .exited(0))
public enum Program {
    public struct Result: Sendable {
        public var status: ExitStatus
        public var output: [UInt8]
        public var errors: [UInt8]

        public var outputText: String { String(decoding: output, as: UTF8.self) }
        public var errorText: String { String(decoding: errors, as: UTF8.self) }
    }

    /// The program that was built beside these tests.
    public static let khedmat = built("khedmat")

    /// A product of this package by its name.
    public static func built(_ name: String) -> String {
        let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        return tests.deletingLastPathComponent().appendingPathComponent(name).path
    }

    /// What programs find in their environment unless a test says otherwise: nothing of the person who runs the tests,
    /// no backtrace, which on a terminal would wait for a key, and a terminal whose ways are known.
    public static let environment = [
        "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/nonexistent", "LANG": "C.UTF-8", "TERM": "xterm-256color",
        "XTERM_VERSION": "XTerm(379)", "SWIFT_BACKTRACE": "enable=no",
    ]

    /// Runs a program to its end.
    ///
    /// - Throws: ``Mismatch`` when it takes longer than ``Session/patience``; it is killed then.
    public static func run(
        _ program: String, _ arguments: [String] = [], input: [UInt8] = [], environment: [String: String] = [:],
        patience: Duration = Session.patience
    ) throws -> Result {
        var ends: (input: Int32, output: Int32, errors: Int32) = (-1, -1, -1)
        let process = withStrings([program] + arguments) { arguments in
            withStrings(variables(environment)) { variables in
                piped_start(program, arguments, variables, &ends.input, &ends.output, &ends.errors)
            }
        }
        guard process > 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        var pipes = Pipes(input: ends.input, output: ends.output, errors: ends.errors, unsent: input[...])
        let isDone = pipes.exchange(until: .now + patience)
        if !isDone { kill(process, SIGKILL) }
        var raw: Int32 = 0
        waitpid(process, &raw, 0)
        guard isDone else {
            throw Mismatch(description: "\(program) \(arguments.joined(separator: " ")) did not end in \(patience)")
        }
        return Result(status: ExitStatus(raw), output: pipes.outputBytes, errors: pipes.errorBytes)
    }

    static func variables(_ extra: [String: String]) -> [String] {
        environment.merging(extra) { $1 }.filter { !$0.value.isEmpty }.map { "\($0.key)=\($0.value)" }
    }

    /// Strings as C wants them: an array of pointers that ends in NULL.
    static func withStrings<Value>(
        _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Value
    ) -> Value {
        var copies = strings.map { strdup($0) } + [nil]
        defer { copies.forEach { free($0) } }
        return body(&copies)
    }
}

/// The three pipes of a running program, served together so that none fills up.
private struct Pipes {
    var input: Int32
    var output: Int32
    var errors: Int32
    var unsent: ArraySlice<UInt8>
    var outputBytes: [UInt8] = []
    var errorBytes: [UInt8] = []

    /// Writes and reads until the program has closed its ends; false when the time is over.
    mutating func exchange(until deadline: ContinuousClock.Instant) -> Bool {
        defer { [input, output, errors].filter { $0 >= 0 }.forEach { close($0) } }
        while output >= 0 || errors >= 0 {
            feed()
            guard .now < deadline else { return false }
            var requests = [
                pollfd(fd: input, events: Int16(POLLOUT), revents: 0),
                pollfd(fd: output, events: Int16(POLLIN), revents: 0),
                pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
            ]
            poll(&requests, 3, 100)
            Self.drain(&output, into: &outputBytes)
            Self.drain(&errors, into: &errorBytes)
        }
        return true
    }

    private mutating func feed() {
        guard input >= 0 else { return }
        while !unsent.isEmpty {
            let count = unsent.withUnsafeBytes { Self.writeQuietly(input, $0) }
            if count > 0 {
                unsent = unsent.dropFirst(count)
            } else if errno == EAGAIN {
                return
            } else {
                unsent = []
            }
        }
        close(input)
        input = -1
    }

    /// A program that reads nothing must not end the tests by SIGPIPE.
    private static func writeQuietly(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
        signal(SIGPIPE, SIG_IGN)
        return write(descriptor, bytes.baseAddress, bytes.count)
    }

    private static func drain(_ descriptor: inout Int32, into bytes: inout [UInt8]) {
        guard descriptor >= 0 else { return }
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count > 0 {
                bytes += buffer[..<count]
            } else {
                if count == 0 || errno != EAGAIN {
                    close(descriptor)
                    descriptor = -1
                }
                return
            }
        }
    }
}
