import Dispatch
import Foundation
import Synchronization

/// Elements that are computed ahead on a thread of their own.
///
///     for request in MadeAhead(of: commands, { $0.request() }) { try session.send(request) }
///
/// It cannot be cancelled: the thread ends when all elements are made, taken or not.
struct MadeAhead<Element: Sendable>: Sequence, IteratorProtocol {
    private final class Shelf: Sendable {
        let chunks = Mutex<[[Element]]>([])
        let made = DispatchSemaphore(value: 0)
    }

    /// Enough elements for waiting and handing over to cost nothing beside the work.
    private static var chunk: Int { 256 }

    private let shelf = Shelf()
    private var left: Int
    private var taken: [Element] = []
    private var place = 0

    init<Source: Sendable>(of sources: [Source], _ make: @escaping @Sendable (Source) -> Element) {
        left = sources.count
        let shelf = shelf
        // A thread and not a queue, because the threads of libdispatch stay and wake up every second.
        Thread {
            var start = 0
            while start < sources.count {
                let end = Swift.min(start + Self.chunk, sources.count)
                let chunk = sources[start..<end].map(make)
                shelf.chunks.withLock { $0.append(chunk) }
                shelf.made.signal()
                start = end
            }
        }.start()
    }

    mutating func next() -> Element? {
        guard left > 0 else { return nil }
        left -= 1
        if place == taken.count {
            shelf.made.wait()
            taken = shelf.chunks.withLock { $0.removeFirst() }
            place = 0
        }
        defer { place += 1 }
        return taken[place]
    }
}
