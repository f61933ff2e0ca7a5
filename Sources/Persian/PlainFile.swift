import Glibc

/// Opens files that people name: regular ones, and what a shell passes on as a file (`<(…)`, `/dev/stdin`). A pipe that
/// somebody left lying would be waited for, a device read without end.
public enum PlainFile {
    /// A descriptor for reading, or the `errno` of what is against it.
    public static func open(_ path: String) -> (descriptor: Int32, error: Int32) {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else { return (-1, errno) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return close(descriptor, errno) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return (descriptor, 0)
        case S_IFDIR: return close(descriptor, EISDIR)
        case S_IFIFO where path.hasPrefix("/dev/") || path.hasPrefix("/proc/"):
            _ = fcntl(descriptor, F_SETFL, 0)
            return (descriptor, 0)
        default: return close(descriptor, notRegular)
        }
    }

    private static func close(_ descriptor: Int32, _ error: Int32) -> (Int32, Int32) {
        Glibc.close(descriptor)
        return (-1, error)
    }
}
