import CNcurses
import Glibc

/// The terminal as ncurses wants it: two streams of their own, so that closing them closes nothing of others.
struct TerminalFiles {
    let input: UnsafeMutablePointer<FILE>
    let output: UnsafeMutablePointer<FILE>
    /// The terminal once more, while ``output`` leads elsewhere.
    private let terminal: Int32
    /// Where a frame gathers; -1 where the system has no such file.
    private let gathered: Int32

    init?(_ options: TerminalSurface.Options) {
        guard let input = Self.open(options.input, "r") else { return nil }
        guard let output = Self.open(options.output, "w") else {
            fclose(input)
            return nil
        }
        self.input = input
        self.output = output
        terminal = fcntl(options.output, F_DUPFD_CLOEXEC, 3)
        gathered = terminal < 0 ? -1 : curses_memory_file("frame")
    }

    private static func open(_ descriptor: Int32, _ mode: String) -> UnsafeMutablePointer<FILE>? {
        let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
        guard copy >= 0 else { return nil }
        guard let file = fdopen(copy, mode) else {
            Glibc.close(copy)
            return nil
        }
        return file
    }

    /// The terminal's line settings as they are now.
    func attributes() -> termios? {
        var attributes = termios()
        return tcgetattr(fileno(output), &attributes) == 0 ? attributes : nil
    }

    /// Gives the terminal other line settings.
    func set(_ attributes: termios) {
        withUnsafePointer(to: attributes) { _ = tcsetattr(fileno(output), TCSADRAIN, $0) }
    }

    /// Has ncurses draw and sends all that it wrote in one piece. By itself it writes at each move of the cursor, a
    /// hundred times for a whole screen, and each time the terminal wakes and may show half a frame.
    func gather(_ draw: () -> Void) { write(hold(draw).bytes) }

    /// What ncurses writes during some work, which nobody has seen yet. It must not ask for the terminal's settings then.
    /// Nothing where the system has no file in memory: the terminal has it already.
    func hold<Value>(_ work: () -> Value) -> (value: Value, bytes: [UInt8]) {
        guard gathered >= 0, curses_replace(fileno(output), gathered) >= 0 else { return (work(), []) }
        let value = work()
        _ = curses_replace(fileno(output), terminal)
        let length = lseek(gathered, 0, SEEK_CUR)
        guard length > 0, lseek(gathered, 0, SEEK_SET) == 0 else { return (value, []) }
        let bytes = [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
            count = max(0, pread(gathered, buffer.baseAddress, length, 0))
        }
        return (value, bytes)
    }

    /// Writes all bytes at once, past what ncurses has yet to send. A terminal that is gone is no error here: the event
    /// source reports it.
    func write(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(fileno(output), $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                var request = pollfd(fd: fileno(output), events: Int16(POLLOUT), revents: 0)
                poll(&request, 1, 100)
            } else if errno != EINTR {
                return
            }
        }
    }

    func close() {
        fclose(input)
        fclose(output)
        if terminal >= 0 { Glibc.close(terminal) }
        if gathered >= 0 { Glibc.close(gathered) }
    }
}

/// The size in cells of the terminal behind a descriptor, nil when it has none.
func windowSize(of descriptor: Int32) -> (width: Int, height: Int)? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return nil }
    return (Int(size.ws_col), Int(size.ws_row))
}
