import Exchange
import Glibc

/// A file that takes its place only when it is whole, so that nobody ever reads half of it and the old one stays
/// when something fails.
struct OutputFile {
    let output: Output
    private let descriptor: Int32
    private let target: String
    /// Nil for a device or a pipe, which is written to and not replaced.
    private let temporary: String?

    init(replacing path: String) throws(Failure) {
        var status = stat()
        let exists = stat(path, &status) == 0
        target = Self.behindLinks(path)
        if exists, status.st_mode & S_IFMT != S_IFREG {
            temporary = nil
            descriptor = open(target, O_WRONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw Failure(SheetWriteError(path: path, code: errno)) }
        } else {
            var template = (target + ".XXXXXX").utf8CString.map { $0 }
            descriptor = mkstemp(&template)
            guard descriptor >= 0 else { throw Failure(SheetWriteError(path: path, code: errno)) }
            temporary = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
            // A new one stays as mkstemp made it, for its owner only.
            if exists { fchmod(descriptor, status.st_mode & 0o777) }
        }
        output = Output(descriptor, name: path)
    }

    /// Writes what is left and puts the new file in the place of the old one, safe from a power cut.
    func finish() throws(Failure) {
        try output.flush()
        guard let temporary else { return }
        guard fsync(descriptor) == 0, rename(temporary, target) == 0 else {
            throw Failure(SheetWriteError(path: target, code: errno))
        }
    }

    /// Closes it; without ``finish()`` before, the old file stays as it is.
    func close() {
        Glibc.close(descriptor)
        if let temporary { unlink(temporary) }
    }

    private static func behindLinks(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }
}
