import Domain

/// The records that one transaction has read or written by their keys, so that the rows of a sheet do not read
/// their group and their sender again and again. Nobody else writes meanwhile.
final class RecordCache {
    /// By kind and key; nil for a key that no record has.
    private var records: [String: [String: (any Record)?]] = [:]
    /// The code of the pack that the file is, read once: it is written before anybody sends a command.
    private var carried: String??

    /// The record of that key, read from the file the first time.
    func find<R: Record>(_ type: R.Type, key: String, orRead read: () throws -> R?) rethrows -> R? {
        if let known = records[R.kind.name]?[key] { return known as? R }
        let found = try read()
        records[R.kind.name, default: [:]][key] = .some(found)
        return found
    }

    /// The code of the pack that the file is, nil at the office.
    func carried(orRead read: () throws -> String?) rethrows -> String? {
        if let carried { return carried }
        let found = try read()
        carried = .some(found)
        return found
    }

    /// Follows a change that was written.
    func take(_ change: Change) {
        if let before = change.before { records[change.kind.name]?[before.key] = .some(nil) }
        if let after = change.after { records[change.kind.name, default: [:]][after.key] = .some(after) }
    }

    /// Forgets everything, after writes were undone.
    func removeAll() {
        records = [:]
    }
}
