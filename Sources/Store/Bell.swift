import Glibc

/// How other processes learn of a commit: a small file beside the office's, touched after each commit and
/// watched by them with inotify. (A watch on the WAL alone fires before the commit can be seen.)
enum Bell {
    static func path(of file: String) -> String { file + "-bell" }

    static func ring(_ file: String) {
        let descriptor = hung(beside: file)
        guard descriptor >= 0 else { return }
        futimens(descriptor, nil)
        close(descriptor)
    }

    /// Opens the bell, which whoever may use the file may ring; made when it is not there.
    static func hung(beside file: String) -> Int32 {
        let bell = path(of: file)
        let known = open(bell, O_WRONLY | O_CLOEXEC)
        if known >= 0 { return known }
        var status = stat()
        let mode = stat(file, &status) == 0 ? status.st_mode & 0o666 : 0o600
        let made = open(bell, O_CREAT | O_WRONLY | O_CLOEXEC, mode)
        // Not what the umask leaves of it: the office's file has just these permissions.
        if made >= 0 { fchmod(made, mode) }
        return made
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
        // Made here when nobody has rung yet, so that there is something to watch.
        let bell = Bell.hung(beside: file)
        if bell >= 0 { close(bell) }
        inotify_add_watch(descriptor, Bell.path(of: file), UInt32(IN_ATTRIB | IN_MODIFY))
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
