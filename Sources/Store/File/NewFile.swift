import Glibc

/// Files that the program makes: only their owner may read them; in a set-group-ID folder, which an office shares,
/// its group too. Somebody else's link is never followed to another place, and a pipe never waited for.
enum NewFile {
    /// Opens a regular file, and makes it when it is missing: a descriptor, or −1 with `errno` set.
    static func open(_ path: String, _ flags: Int32) -> Int32 {
        let safe = O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY
        let made = Glibc.open(path, O_CREAT | O_EXCL | safe | flags, mode(in: path))
        if made >= 0 {
            // Restores the bits that umask took away.
            fchmod(made, mode(in: path))
            return made
        }
        guard errno == EEXIST, flags & O_EXCL == 0 else { return -1 }
        let found = Glibc.open(path, safe | flags)
        var status = stat()
        guard found >= 0, fstat(found, &status) == 0 else { return found }
        guard status.st_mode & S_IFMT == S_IFREG else {
            close(found)
            errno = EINVAL
            return -1
        }
        return found
    }

    static func mode(in path: String) -> mode_t {
        var status = stat()
        return stat(folder(of: path), &status) == 0 && status.st_mode & S_ISGID != 0 ? 0o660 : 0o600
    }

    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Syncs the folder, so that a new name survives a power cut; not every file system can.
    static func syncFolder(of path: String) {
        let folder = Glibc.open(folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return }
        fsync(folder)
        close(folder)
    }
}
