import Glibc

/// Files that the program makes: only their owner may read them; in a set-group-ID folder, which an office shares,
/// its group too.
enum NewFile {
    /// Opens a file, and makes it when it is missing: a descriptor, or −1 as `open(2)` says it.
    static func open(_ path: String, _ flags: Int32) -> Int32 {
        let mode = mode(in: path)
        let isMissing = access(path, F_OK) != 0
        let descriptor = Glibc.open(path, O_CREAT | O_CLOEXEC | flags, mode)
        if descriptor >= 0, isMissing { fchmod(descriptor, mode) }
        return descriptor
    }

    private static func mode(in path: String) -> mode_t {
        let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "."
        var status = stat()
        return stat(String(folder), &status) == 0 && status.st_mode & S_ISGID != 0 ? 0o660 : 0o600
    }
}
