import Synchronization

/// Where program errors go that nobody at the screen can mend: whoever starts the program installs the log.
public enum Faults {
    private static let log = Mutex<(@Sendable (String) -> Void)?>(nil)

    /// Passes every error to `log` from now on.
    public static func tell(_ log: @escaping @Sendable (String) -> Void) { self.log.withLock { $0 = log } }

    static func report(_ what: String) {
        let log = log.withLock { $0 }
        log?(what)
    }
}
