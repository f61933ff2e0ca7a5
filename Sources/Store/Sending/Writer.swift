import Dispatch
import Domain
import Glibc
import Persian
import Synchronization

/// Sends commands on a queue of its own, one after another, so that the loop that handles keys never waits for another
/// process's lock. Answers come back through a pipe that the loop polls.
///
///     let writer = Writer(office, sender: sender, clock: clock)
///     writer.send(request) { result in … }
///     // poll(2) on writer.descriptor; when it is readable:
///     writer.deliver()
public final class Writer: Sendable {
    public typealias Answer = Result<LedgerEntry, DecideError>

    private struct Waiting: Sendable {
        let run: @MainActor @Sendable () -> Void
    }

    private let office: OfficeFile
    private let sender: Sender
    private let clock: Clock
    private let queue = DispatchQueue(label: "khedmat.writer")
    private let waiting = Mutex<[Waiting]>([])
    /// The pipe's reading and writing ends.
    private let ends: (Int32, Int32)

    /// For `poll(2)`: readable when answers wait to be delivered.
    public var descriptor: Int32 { ends.0 }

    public init(_ office: OfficeFile, sender: Sender, clock: Clock) {
        self.office = office
        self.sender = sender
        self.clock = clock
        var pair: [Int32] = [-1, -1]
        pipe(&pair)
        for end in pair {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        ends = (pair[0], pair[1])
    }

    deinit {
        close(ends.0)
        close(ends.1)
    }

    /// Carries a command out; `then` is called on the main thread by ``deliver()``.
    public func send(_ request: Request, then: @escaping @MainActor @Sendable (Answer) -> Void) {
        run(
            { (office, sender, clock) in
                do throws(DecideError) {
                    return Answer.success(try office.send(request, by: sender, clock: clock))
                } catch {
                    return Answer.failure(error)
                }
            }, then: then)
    }

    /// Runs longer work on the same queue, such as an import.
    public func run<T: Sendable>(
        _ work: @escaping @Sendable (OfficeFile, Sender, Clock) -> T, then: @escaping @MainActor @Sendable (T) -> Void
    ) {
        queue.async { [self] in
            let result = work(office, sender, clock)
            post { then(result) }
        }
    }

    /// Runs something on the main thread, such as showing progress.
    public func post(_ work: @escaping @MainActor @Sendable () -> Void) {
        waiting.withLock { $0.append(Waiting(run: work)) }
        var byte: UInt8 = 1
        // A full pipe wakes the loop as well.
        _ = write(ends.1, &byte, 1)
    }

    /// Runs the callbacks of the answers that have come.
    @MainActor
    public func deliver() {
        withUnsafeTemporaryAllocation(byteCount: 256, alignment: 1) { buffer in
            while read(ends.0, buffer.baseAddress, buffer.count) > 0 {}
        }
        let deliveries = waiting.withLock { list in
            defer { list = [] }
            return list
        }
        for delivery in deliveries { delivery.run() }
    }

    /// Waits for everything that was sent; for tests and for leaving.
    public func finish() { queue.sync {} }
}

/// A cancellation flag that long work polls.
public final class Cancellation: Sendable {
    private let isAsked = Atomic<Bool>(false)

    public init() {}
    public func cancel() { isAsked.store(true, ordering: .relaxed) }
    public var isCancelled: Bool { isAsked.load(ordering: .relaxed) }
}
