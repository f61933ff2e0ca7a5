import Glibc

/// How other processes learn of a commit: a small file beside the office's, touched after each commit and
/// watched by them with inotify. (A watch on the WAL alone fires before the commit can be seen.)
enum Bell {
    static func path(of file: String) -> String { file + "-bell" }

    static func ring(_ file: String) {
        let descriptor = NewFile.open(path(of: file), O_WRONLY)
        guard descriptor >= 0 else { return }
        futimens(descriptor, nil)
        close(descriptor)
    }
}

extension OfficeFile {
    func ring() {
        if let path { Bell.ring(path) }
    }
}

/// Hears the bell of one file.
///
///     let watch = BellWatch(file: path)
///     // poll(2) on watch.descriptor; when it is readable:
///     watch.drain()
public final class BellWatch: Sendable {
    /// For `poll(2)`; −1 when the system gives no watch.
    public let descriptor: Int32

    public init(file: String) {
        descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
        guard descriptor >= 0 else { return }
        let bell = Bell.path(of: file)
        // Made here when nobody has rung yet, so that there is something to watch.
        let made = NewFile.open(bell, O_WRONLY)
        if made >= 0 { close(made) }
        inotify_add_watch(descriptor, bell, UInt32(IN_ATTRIB | IN_MODIFY | IN_DONT_FOLLOW))
    }

    /// Takes the notices that have come; true when there were any.
    @discardableResult
    public func drain() -> Bool {
        var heard = false
        withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 8) { buffer in
            while read(descriptor, buffer.baseAddress, buffer.count) > 0 { heard = true }
        }
        return heard
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }
}
