import Glibc

/// Notices that another file took the place of an office's: a backup was restored, a folder was synchronised.
///
///     let watch = ReplacementWatch(file: path)
///     // poll(2) on watch.descriptor; when it is readable:
///     if watch.drain(), watch.isReplaced() { office = try OfficeFile(path: path) }
///
/// A file that is moved to the name is whole at once and noticed by ``drain()``. One that is written there is not:
/// whoever does that rings the bell at its end, so ask ``isReplaced()`` at each ring too.
public final class ReplacementWatch {
    /// For `poll(2)`; −1 when the system gives no watch.
    public let descriptor: Int32
    private let file: String
    private var known: Identity?

    /// What tells one file from another of the same name.
    private struct Identity: Equatable {
        var device: UInt64
        var inode: UInt64

        init?(_ path: String) {
            var status = stat()
            guard stat(path, &status) == 0 else { return nil }
            device = UInt64(status.st_dev)
            inode = UInt64(status.st_ino)
        }
    }

    public init(file: String) {
        self.file = file
        known = Identity(file)
        descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
        guard descriptor >= 0 else { return }
        let folder = file.lastIndex(of: "/").map { $0 == file.startIndex ? "/" : String(file[..<$0]) } ?? "."
        inotify_add_watch(descriptor, folder, UInt32(IN_MOVED_TO))
    }

    /// Takes the notices that have come; true when a file was moved to the name.
    public func drain() -> Bool {
        let name = Array((file.split(separator: "/").last ?? "").utf8)
        var isNamed = false
        withUnsafeTemporaryAllocation(byteCount: 8192, alignment: 8) { buffer in
            while true {
                let count = read(descriptor, buffer.baseAddress, buffer.count)
                guard count > 0 else { return }
                var start = 0
                let head = MemoryLayout<inotify_event>.size
                while start + head <= count {
                    let event = UnsafeRawBufferPointer(buffer).loadUnaligned(
                        fromByteOffset: start, as: inotify_event.self)
                    let bytes = buffer[(start + head)..<(start + head + Int(event.len))]
                    if bytes.prefix(while: { $0 != 0 }).elementsEqual(name) { isNamed = true }
                    start += head + Int(event.len)
                }
            }
        }
        return isNamed
    }

    /// Whether the file at the path is another one than when this was last asked. A missing file does not count:
    /// another may yet take its place.
    public func isReplaced() -> Bool {
        guard let now = Identity(file), now != known else { return false }
        known = now
        return true
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }
}
