import Exchange
import Glibc
import Persian

/// Lines of a file or of stdin, handed out as soon as they are there.
final class LineReader {
    private let descriptor: Int32
    private let name: String
    private var buffer: [UInt8] = []
    private var isAtEnd = false
    /// No command is that long; a device without line ends is.
    private static let longestLine = 32 << 20

    /// - Parameter path: `-` for stdin.
    init(path: String) throws(Failure) {
        name = path == "-" ? "stdin" : path
        let (opened, error) = path == "-" ? (STDIN_FILENO, 0) : PlainFile.open(path)
        descriptor = opened
        if descriptor < 0 { throw .unreadable(name, error) }
    }

    deinit {
        if descriptor != STDIN_FILENO { close(descriptor) }
    }

    /// The next line without its end, nil after the last one.
    func next() throws(Failure) -> [UInt8]? {
        var searched = 0
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                defer { buffer.removeSubrange(...end) }
                return Array(buffer[..<end])
            }
            if isAtEnd {
                defer { buffer = [] }
                return buffer.isEmpty ? nil : buffer
            }
            searched = buffer.count
            if searched > Self.longestLine { throw .unreadable(name, EFBIG) }
            try fill()
        }
    }

    private func fill() throws(Failure) {
        var count: Int
        var error: Int32
        let piece = 64 * 1024
        var bytes = [UInt8](repeating: 0, count: piece)
        repeat {
            count = read(descriptor, &bytes, piece)
            error = errno
        } while count < 0 && error == EINTR
        if count < 0 { throw .unreadable(name, error) }
        buffer.append(contentsOf: bytes[..<count])
        isAtEnd = count == 0
    }
}

extension Failure {
    static func unreadable(_ name: String, _ code: Int32) -> Failure {
        Failure(.failed, SheetError.unreadable(name: name, code: code).phrase)
    }
}
