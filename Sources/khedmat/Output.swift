import Canvas
import Exchange
import Glibc
import Persian

/// Text for stdout or a file, written in large pieces.
///
/// Producers that cannot throw write into it freely; the first error is kept, later text is dropped, and
/// ``flush()`` says what happened.
final class Output {
    private let descriptor: Int32
    private let name: String
    private var bytes: [UInt8] = []
    private var failure: Failure?

    init(_ descriptor: Int32, name: String) {
        self.descriptor = descriptor
        self.name = name
    }

    static var standard: Output { Output(STDOUT_FILENO, name: "stdout") }

    /// Isolates stay out: pipes, files and terminals get the text alone.
    func write(_ text: String) { write(page: text.withoutIsolates) }

    /// A page for a browser, which obeys isolates.
    func write(page text: String) {
        guard failure == nil else { return }
        bytes.append(contentsOf: text.utf8)
        if bytes.count >= 64 * 1024 { drain() }
    }

    func writeLine(_ text: String) { write(text + "\n") }

    /// A sentence on a line of its own, without anything that a terminal would obey: it may hold a path.
    func say(_ phrase: Phrase, in language: Language) { writeLine(TextLayout.sanitised(phrase[language])) }

    /// Everything written until now is out.
    func flush() throws(Failure) {
        drain()
        if let failure { throw failure }
    }

    private func drain() {
        var rest = bytes[...]
        bytes = []
        while !rest.isEmpty, failure == nil {
            let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written >= 0 {
                rest = rest.dropFirst(written)
            } else if errno == EPIPE {
                failure = .readerGone
            } else if errno == EAGAIN {
                var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                poll(&wait, 1, -1)
            } else if errno != EINTR {
                failure = Failure(SheetWriteError(path: name, code: errno))
            }
        }
    }
}

/// The window of the terminal behind a descriptor.
enum Window {
    /// Its width; nil when there is no terminal.
    static func columns(of descriptor: Int32) -> Int? {
        guard isatty(descriptor) == 1 else { return nil }
        var size = winsize()
        let isKnown = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        return isKnown ? Int(size.ws_col) : 80
    }
}
