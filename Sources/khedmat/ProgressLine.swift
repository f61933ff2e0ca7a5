import Glibc
import Persian
import Synchronization

/// How far long work has come: one line of the terminal behind stderr, drawn in place and cleared at the end.
/// Silent where there is no terminal, and for work that is over at once.
final class ProgressLine {
    private let language: Language
    private let columns: Int
    private let start = ContinuousClock.now
    private var next: ContinuousClock.Instant?
    private var isDrawn = false

    init(_ language: Language) {
        self.language = language
        columns = environment("TERM") == "dumb" ? 0 : Window.columns(of: STDERR_FILENO) ?? 0
        if columns > 0 { next = start + .milliseconds(300) }
    }

    func show(_ done: Int, of total: Int) {
        guard let next, ContinuousClock.now > next, total > 0 else { return }
        self.next = ContinuousClock.now + .milliseconds(100)
        isDrawn = true
        put("\r" + line(done, total) + "\u{1B}[K")
    }

    func clear() {
        if isDrawn { put("\r\u{1B}[K") }
        isDrawn = false
    }

    private func line(_ done: Int, _ total: Int) -> String {
        let seconds = Double((ContinuousClock.now - start) / .seconds(1))
        let rate = Int(Double(done) / max(seconds, 0.001))
        let share = min(done, total) * 100 / total
        let bar = min(30, max(0, columns - 50))
        let full = bar * share / 100
        let gauge = String(repeating: "█", count: full) + String(repeating: "░", count: bar - full)
        let counts = Phrase(
            fa: "\(language.number(done)) از \(language.number(total))، \(language.number(rate)) در ثانیه",
            en: "\(language.number(done)) of \(language.number(total)), \(language.number(rate)) a second")
        let percent = Phrase(fa: "\(language.number(share))٪", en: "\(share)%")
        return "\(gauge) \(percent[language])  \(counts[language])"
    }

    private func put(_ text: String) {
        _ = text.withoutIsolates.withCString { write(STDERR_FILENO, $0, strlen($0)) }
    }
}

/// Ctrl-C while long work runs: the work is asked to stop at its next step, and what was done stays.
enum Interruption {
    private static let flag = Atomic<Bool>(false)

    static var isAsked: Bool { flag.load(ordering: .relaxed) }

    /// From now on Ctrl-C only sets the flag, and the work stops at its next step.
    static func watch() {
        // Creates the flag before a signal can come: a handler may not allocate it.
        flag.store(false, ordering: .relaxed)
        signal(SIGINT) { _ in Interruption.flag.store(true, ordering: .relaxed) }
    }
}
