import Glibc
import Synchronization

/// What is to be removed when the program is ended by a signal: files that are not whole yet, and what a demo was made in.
///
///     let place = Sweep.add("/home/reza/groups.csv.Ab12Cd")
///     // write the file, give it its name, then
///     Sweep.forget(place)
///
/// A handler may neither allocate nor lock, so the paths lie in memory of their own.
public enum Sweep {
    /// As many as are ever begun at once.
    private static let room = 64
    private static let turn = Mutex(())

    /// Has a file, or an empty folder, removed when the program is ended.
    ///
    /// - Returns: what ``forget(_:)`` knows it by.
    public static func add(_ path: String) -> Int {
        turn.withLock { _ in
            let name = strdup(path)
            for place in 0..<room where sweepPaths[place] == nil {
                sweepPaths[place] = name
                return place
            }
            free(name)
            return -1
        }
    }

    /// Keeps the file: it is complete, or removed already.
    public static func forget(_ place: Int) {
        turn.withLock { _ in
            guard place >= 0, let name = sweepPaths[place] else { return }
            sweepPaths[place] = nil
            free(name)
        }
    }

    /// Removes everything that was added, the last first, so that a folder is empty when its turn comes.
    /// Async-signal-safe.
    public static func run() {
        for place in stride(from: room - 1, through: 0, by: -1) {
            guard let name = sweepPaths[place] else { continue }
            if unlink(name) != 0 { rmdir(name) }
        }
    }

    /// Allocates the memory before any signal can need it.
    public static func prepare() { _ = sweepPaths }
}

// Reached through a pointer, because reading a Swift variable may check for exclusive access and so touch what the
// interrupted code was changing.
private nonisolated(unsafe) let sweepPaths: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> = {
    let paths = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: 64)
    paths.initialize(repeating: nil, count: 64)
    return paths
}()
