import Synchronization

/// Answers that are kept, for what is asked again and again and takes longer to work out than to look up; from any thread.
///
///     let names = Memo<String, String>(limit: 2000)
///     names.value(for: "گروه جهادی نور") { shortened($0) }
public final class Memo<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private let known = Mutex<[Key: Value]>([:])
    private let limit: Int

    /// - Parameter limit: how many answers are kept; when there are more, all are forgotten.
    public init(limit: Int) { self.limit = limit }

    /// What was answered for a key before; else what `work` answers now.
    public func value(for key: Key, _ work: (Key) -> Value) -> Value {
        if let value = known.withLock({ $0[key] }) { return value }
        let value = work(key)
        known.withLock { known in
            if known.count >= limit { known = [:] }
            known[key] = value
        }
        return value
    }
}
