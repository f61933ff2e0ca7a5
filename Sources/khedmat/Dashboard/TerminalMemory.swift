import Glibc
import Terminal

/// How lines are to be written in terminals that do not tell, as the person once answered: one line a terminal in a
/// file of the user's state. A terminal is known again by what it sets in the environment.
struct TerminalMemory {
    private static let variables = ["TERM", "TERM_PROGRAM", "TERM_PROGRAM_VERSION", "COLORTERM"]
    /// Nobody has that many terminals; what is longer is not ours.
    private static let limit = 64 << 10

    private let path = Place.state.folder + "/terminals"
    /// `xterm-256color;;;truecolor`
    private let name = Self.variables.map { variable in
        (environment(variable) ?? "").filter { $0 != ";" && $0 != "=" && !$0.isNewline }
    }.joined(separator: ";")

    /// The last answer in this terminal, nil when the question was never answered here.
    var writing: Writing? {
        let line = text.split(whereSeparator: \.isNewline).last { $0.hasPrefix(name + "=") }
        return line.flatMap { Writing(rawValue: String($0.dropFirst(name.count + 1))) }
    }

    /// Keeps an answer. Where it cannot be kept, the question will be asked again.
    func remember(_ writing: Writing) {
        Place.state.makeFolder()
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0o600)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        let line = "\(name)=\(writing.rawValue)\n"
        _ = line.withCString { write(descriptor, $0, strlen($0)) }
    }

    private var text: String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
        guard descriptor >= 0 else { return "" }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: Self.limit)
        let count = read(descriptor, &bytes, bytes.count)
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }
}
