import Glibc
import Synchronization

/// A time zone, as the system's zone data know it.
///
///     Zone.tehran.offset(atEpochSecond: 1_659_312_000)  // 16200: +04:30 on 2022-08-01
public struct Zone: Hashable, Sendable {
    /// The name of the IANA database: `Asia/Tehran`.
    public let identifier: String

    public static let tehran = Zone(identifier: "Asia/Tehran")
    public static let baghdad = Zone(identifier: "Asia/Baghdad")
    public static let utc = Zone(identifier: "UTC")

    private init(identifier: String) {
        self.identifier = identifier
    }

    /// Seconds east of UTC at a second since 1970-01-01 UTC.
    public func offset(atEpochSecond second: Int64) -> Int {
        Self.cache.withLock { cache in
            let block = second >> Span.blockBits
            if let known = cache.first(where: { $0.block == block && $0.zone == self }) {
                return Span.offset(in: known.spans, at: second)
            }
            let spans = withZoneSet { Span.inBlock(block) }
            cache.append((self, block, spans))
            return Span.offset(in: spans, at: second)
        }
    }

    /// The offsets of each block of time asked for until now: some 13 months each, so that there are few of them.
    private static let cache = Mutex<[(zone: Zone, block: Int64, spans: [Span])]>([])

    /// Runs `body` while this zone is the local one of the C library, which can
    /// be asked for no other. The cache's lock is held.
    private func withZoneSet<T>(_ body: () -> T) -> T {
        let before = getenv("TZ").map { String(cString: $0) }
        setenv("TZ", identifier, 1)
        tzset()
        defer {
            if let before { setenv("TZ", before, 1) } else { unsetenv("TZ") }
            tzset()
        }
        return body()
    }
}

/// From a second on, until the next span of its block, this offset holds.
private struct Span {
    let start: Int64
    let offset: Int

    /// A block is 2²⁵ seconds long.
    static let blockBits: Int64 = 25

    /// Looks at each day of the block and, where the offset changed since the
    /// day before, for the second of the change.
    static func inBlock(_ block: Int64) -> [Span] {
        let start = block << blockBits
        let end = (block + 1) << blockBits
        var spans = [Span(start: start, offset: localOffset(at: start))]
        var before = start
        while before < end {
            let after = min(before + 86_400, end)
            let offset = localOffset(at: after)
            if let last = spans.last, last.offset != offset {
                spans.append(Span(start: change(from: last.offset, after: before, by: after), offset: offset))
            }
            before = after
        }
        return spans
    }

    static func offset(in spans: [Span], at second: Int64) -> Int {
        spans.last { $0.start <= second }?.offset ?? 0  // there is always one
    }

    private static func change(from offset: Int, after low: Int64, by high: Int64) -> Int64 {
        var (low, high) = (low, high)
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if localOffset(at: middle) == offset { low = middle } else { high = middle }
        }
        return high
    }

    private static func localOffset(at second: Int64) -> Int {
        var time = time_t(second)
        var parts = tm()
        localtime_r(&time, &parts)
        // Before the zones of today towns went by the sun, +03:25:44 in Tehran. No date library but this one reads such
        // offsets, and no clock showed them: they count as the nearest minute.
        return Int((Double(parts.tm_gmtoff) / 60).rounded()) * 60
    }
}
