import CProcess
import Glibc
import Synchronization

/// Runs work on a thread of its own, while the calling one goes on.
///
///     let opening = BackgroundThread { () throws(Failure) in try Session(invocation) }
///     let theme = try Theme.standard()
///     let session = try opening.value()
///
/// The thread ends with the work, while those of a task or a queue stay and wake up every second.
final class BackgroundThread<Value: Sendable>: Sendable {
    private let thread: pthread_t
    private let result: Outcome

    private final class Outcome: Sendable {
        let value = Mutex<Result<Value, Failure>?>(nil)
        let isJoined = Atomic(false)
    }

    init(_ work: @escaping @Sendable () throws(Failure) -> Value) {
        let result = Outcome()
        self.result = result
        thread = ClosureBox {
            let value: Result<Value, Failure>
            do throws(Failure) { value = .success(try work()) } catch { value = .failure(error) }
            result.value.withLock { $0 = value }
        }.start()
    }

    deinit { join() }

    /// Joins the thread even if nobody reads its value: exiting before it ends would free memory that it still uses.
    private func join() {
        if !result.isJoined.exchange(true, ordering: .relaxed) { pthread_join(thread, nil) }
    }

    /// The result of the work. Waits for it.
    func value() throws(Failure) -> Value {
        join()
        guard let value = result.value.withLock({ $0 }) else { fatalError("a thread ended before its work") }
        return try value.get()
    }
}

/// Boxes a closure, so that the C function which starts threads can hand it on as a pointer.
private final class ClosureBox: Sendable {
    private let work: @Sendable () -> Void

    init(_ work: @escaping @Sendable () -> Void) { self.work = work }

    func start() -> pthread_t {
        var thread = pthread_t()
        let failure = process_start_elsewhere(
            &thread,
            { box in
                if let box { Unmanaged<ClosureBox>.fromOpaque(box).takeRetainedValue().work() }
                return nil
            }, Unmanaged.passRetained(self).toOpaque())
        precondition(failure == 0, "the system has no thread left: \(String(cString: strerror(failure)))")
        return thread
    }
}
