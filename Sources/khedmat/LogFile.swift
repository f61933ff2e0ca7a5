import Canvas
import Glibc
import Logging
import Persian

/// The program's log: one line an entry, appended to a file that is opened for each, since entries are rare. What
/// cannot be written is dropped: a log never stops the work.
struct LogFile: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .notice

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        Place.state.makeFolder()
        let path = Place.state.folder + "/khedmat.log"
        // O_NONBLOCK: a pipe in its place must not hold the program up.
        let descriptor = open(
            path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOCTTY | O_NONBLOCK | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        Self.turnOver(descriptor, path)
        let message = TextLayout.sanitised(event.message.description.shortened(to: 2_000))
        let line = "\(Self.stamp()) \(event.level) [\(getpid())] \(message)\n"
        _ = line.withCString { write(descriptor, $0, strlen($0)) }
    }

    /// As much as a log may hold; then it is put aside, in the place of the one before.
    private static let largest = 1 << 20

    private static func turnOver(_ descriptor: Int32, _ path: String) {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > largest else {
            return
        }
        rename(path, path + ".1")
    }

    /// `2022-07-31T10:00:00+0430`
    private static func stamp() -> String {
        var now = time(nil)
        var parts = tm()
        localtime_r(&now, &parts)
        var text = [CChar](repeating: 0, count: 32)
        strftime(&text, text.count, "%Y-%m-%dT%H:%M:%S%z", &parts)
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
