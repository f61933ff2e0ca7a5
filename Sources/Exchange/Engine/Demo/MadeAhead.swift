import Dispatch
import Foundation
import Synchronization

/// Elements that are computed ahead on a thread of their own.
///
///     for request in MadeAhead(of: commands, { $0.request() }) { try session.send(request) }
///
/// The thread ends when all elements are made, taken or not, or soon after ``stop()``.
struct MadeAhead<Element: Sendable>: Sequence, IteratorProtocol, Sendable {
    private final class Shelf: Sendable {
        let chunks = Mutex<[[Element]]>([])
        let made = DispatchSemaphore(value: 0)
        let ended = DispatchSemaphore(value: 0)
        let isStopped = Atomic(false)
    }

    /// Enough elements for waiting and handing over to cost nothing beside the work.
    private static var chunk: Int { 256 }

    private let shelf = Shelf()
    private var isEnded = false
    private var taken: [Element] = []
    private var place = 0

    init<Source: Sendable>(of sources: [Source], _ make: @escaping @Sendable (Source) -> Element) {
        self.init(of: { sources }, make)
    }

    /// - Parameter sources: called on that thread.
    init<Source: Sendable>(
        of sources: @escaping @Sendable () -> [Source], _ make: @escaping @Sendable (Source) -> Element
    ) {
        let shelf = shelf
        // A thread and not a queue, because the threads of libdispatch stay and wake up every second.
        Thread {
            let sources = sources()
            var start = 0
            while start < sources.count, !shelf.isStopped.load(ordering: .relaxed) {
                let end = Swift.min(start + Self.chunk, sources.count)
                let chunk = sources[start..<end].map(make)
                shelf.chunks.withLock { $0.append(chunk) }
                shelf.made.signal()
                start = end
            }
            // Nothing more comes after an empty chunk.
            shelf.chunks.withLock { $0.append([]) }
            shelf.made.signal()
            shelf.ended.signal()
        }.start()
    }

    mutating func next() -> Element? {
        if isEnded { return nil }
        if place == taken.count {
            shelf.made.wait()
            take()
            if isEnded { return nil }
        }
        defer { place += 1 }
        return taken[place]
    }

    /// Waits for the next element, or for the end.
    ///
    /// - Returns: false when neither came in that time.
    mutating func wait(_ longest: DispatchTimeInterval) -> Bool {
        if isEnded || place < taken.count { return true }
        guard shelf.made.wait(timeout: .now() + longest) == .success else { return false }
        take()
        return true
    }

    private mutating func take() {
        taken = shelf.chunks.withLock { $0.removeFirst() }
        place = 0
        isEnded = taken.isEmpty
    }

    /// Makes no more, and waits until the thread has ended: to be called once.
    func stop() {
        shelf.isStopped.store(true, ordering: .relaxed)
        shelf.ended.wait()
    }
}
