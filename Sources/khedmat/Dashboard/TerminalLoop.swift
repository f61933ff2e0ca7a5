import Canvas
import Dashboard
import Domain
import Exchange
import Persian
import Store
import Terminal

/// Runs the dashboard on the terminal: waits, handles all that came, draws once, sleeps. It wakes by itself only at a
/// new minute, at which the title bar shows another time and a report or a shift may have become due.
@MainActor
struct TerminalLoop {
    private var session: Session
    private let dashboard: Dashboard
    private var writer: Writer
    private let surface: TerminalSurface
    private var bell: BellWatch?
    private let replacement: ReplacementWatch?
    private let source: EventSource
    private let memory: TerminalMemory

    /// Takes over the terminal, which was prepared before.
    init(_ session: Session, on terminal: ReadyTerminal) throws(Failure) {
        self.session = session
        surface = terminal.surface
        memory = terminal.memory
        writer = Writer(session.office, sender: session.sender, clock: session.clock)
        dashboard = Dashboard(
            session.office, staff: session.staff, writer: writer, drafts: session.drafts(),
            language: session.language, clock: session.clock)
        bell = session.office.path.map { BellWatch(file: $0) }
        replacement = session.office.path.map { ReplacementWatch(file: $0) }
        do throws(TerminalError) {
            source = try EventSource()
        } catch {
            throw Failure(.wrongUse, error.phrase)
        }
        watch()
        surface.resume()
        if surface.awaitsAnswers { source.expectAnswers(within: TerminalSurface.patience) }
    }

    private func watch() {
        source.watched = [bell?.descriptor ?? -1, writer.descriptor, replacement?.descriptor ?? -1]
    }

    /// How the person left.
    enum Ending { case quit, toDemo }

    /// Returns when the person leaves; the terminal is given back in any case.
    ///
    /// - Parameter rest: what of an invented office is made once the first frame is out.
    @discardableResult
    mutating func run(making rest: DemoRest? = nil) throws(Failure) -> Ending {
        var due = rest
        defer {
            surface.close()
            // Commands that were sent are carried out, though nobody sees their answers.
            writer.finish()
            rest?.stop()
        }
        if let size = surface.size { dashboard.resize(width: size.width, height: size.height) }
        try deciding { () throws(DecideError) in
            try dashboard.begin()
            try dashboard.welcome()
        }
        var ending: Ending?
        while ending == nil {
            try deciding { () throws(DecideError) in try dashboard.catchUp() }
            present()
            if let rest = due {
                Self.make(rest, writer, dashboard)
                due = nil
            }
            if !source.isReadable, try deciding({ () throws(DecideError) in try dashboard.readAhead() }) { present() }
            let minute = nextMinute
            let wake = source.wait(until: [minute, dashboard.debounceDeadline].compactMap { $0 }.min())
            ending = try handle(wake, isNewMinute: minute.map { $0 <= .now } ?? false)
        }
        return ending ?? .quit
    }

    /// Makes the rest of an invented office a transaction at a time, on the thread that writes: commands of the person come
    /// between two of them, and whoever leaves waits for one at most.
    private static func make(_ rest: DemoRest, _ writer: Writer, _ dashboard: Dashboard) {
        writer.run(
            { (office, sender, clock) in
                Result { () throws(DecideError) in
                    try rest.make(in: office, by: sender, clock: clock, longest: .milliseconds(40))
                }
            },
            then: { result in
                switch result {
                case .success(true): make(rest, writer, dashboard)
                case .success(false): break
                case .failure(let error): dashboard.say(error.phrase)
                }
            })
    }

    /// Draws the dashboard; in a terminal that nothing is known of, first the question how to write in it.
    private func present() {
        guard surface.isInDoubt, let size = surface.size else { return surface.present(dashboard.frame()) }
        let question = WritingQuestion()
        surface.present(question.frame(width: size.width, height: size.height), writings: question.writings)
    }

    /// Whether the event belongs to that question and is not for the dashboard.
    private func isTaken(_ event: Event) -> Bool {
        guard surface.isInDoubt else { return false }
        if case .resize = event { return false }
        guard case .key(let key) = event else { return true }
        if let writing = WritingQuestion().answer(to: key) {
            surface.write(as: writing)
            memory.remember(writing)
            return true
        }
        // The keys that leave, stop and redraw are the dashboard's at any time.
        return !key.modifiers.contains(.control)
    }

    /// Handles a wake-up; answers how the program should end, or nil to go on.
    private mutating func handle(_ wake: Wake, isNewMinute: Bool) throws(Failure) -> Ending? {
        if wake.isTerminalGone || !wake.signals.isDisjoint(with: [.terminate, .hangUp]) { return .quit }
        if wake.signals.contains(.interrupt) { throw Failure(.interrupted) }
        if !wake.answers.isEmpty { surface.learn(wake.answers) }
        if wake.isUnanswered { surface.stopWaiting() }
        if wake.signals.contains(.stop) { surface.suspend() }
        if wake.signals.contains(.continue) { takeOver() }
        let isRung = bell.map { wake.ready.contains($0.descriptor) && $0.drain() } ?? false
        let isMoved = replacement.map { wake.ready.contains($0.descriptor) && $0.drain() } ?? false
        if isRung || isMoved, replacement?.isReplaced() == true { follow() }
        // Before the bell is heeded: one's own commit is read with its answer, and then not once more.
        if wake.ready.contains(writer.descriptor) { writer.deliver() }
        if isNewMinute {
            try deciding { () throws(DecideError) in try dashboard.refresh() }
        } else if isRung {
            try deciding { () throws(DecideError) in try dashboard.refreshIfChanged() }
        }
        if let deadline = dashboard.debounceDeadline, deadline <= .now {
            try deciding { () throws(DecideError) in try dashboard.readDebounced() }
        }
        for event in wake.events {
            if case .resize(let width, let height) = event { surface.resize(width: width, height: height) }
            if isTaken(event) { continue }
            let effect = try deciding { () throws(DecideError) in try dashboard.handle(event, isLive: true) }
            switch effect {
            case .quit: return .quit
            case .demo: return .toDemo
            case .suspend: surface.suspend()
            case .redraw: surface.redraw()
            case .theme(let name):
                if let theme = try? Theme.named(name) { surface.theme = theme }
            default: break
            }
        }
        return nil
    }

    /// Opens the file that took the place of the office's.
    private mutating func follow() {
        let next: Session
        do throws(Failure) { next = try session.reopened() } catch {
            return dashboard.say(error.phrase ?? StoreError.moved(session.office.path ?? "").phrase)
        }
        writer.finish()
        session = next
        writer = Writer(next.office, sender: next.sender, clock: next.clock)
        bell = next.office.path.map { BellWatch(file: $0) }
        watch()
        dashboard.follow(next.office, next.staff, writer)
    }

    /// Takes the terminal over again after a stop, perhaps by SIGSTOP, which cannot be caught; the window may have
    /// another size.
    private func takeOver() {
        surface.resume()
        if let size = surface.size { dashboard.resize(width: size.width, height: size.height) }
    }

    private var nextMinute: ContinuousClock.Instant? {
        if session.clock.isFixed { return nil }
        return .now + .milliseconds(60_000 - session.clock.now().milliseconds % 60_000)
    }
}

/// The terminal before the dashboard takes it over: everything is done that needs no office.
@MainActor
struct ReadyTerminal {
    let surface: TerminalSurface
    let memory = TerminalMemory()

    init(theme: Theme, bidi: BidiChoice) throws(Failure) {
        do throws(TerminalError) {
            surface = try TerminalSurface(
                theme: theme, options: .init(bidi: bidi, answered: memory.writing), takesOver: false)
        } catch {
            throw Failure(.wrongUse, error.phrase)
        }
    }

    /// Warms up for the first frame, before there is anything to show.
    func warmUp(_ invocation: Invocation) {
        guard let size = surface.size else { return }
        surface.warmUp(
            Dashboard.warmUp(
                width: size.width, height: size.height, language: invocation.language, clock: invocation.clock))
    }
}

extension Session {
    /// The half-filled forms of this person in this office.
    func drafts() -> Drafts {
        Place.state.makeFolder()
        return Drafts(path: Place.state.folder + "/drafts.db", office: office.path ?? "")
    }
}

extension Theme {
    /// The theme of a person who named none.
    static func standard() throws(Failure) -> Theme {
        do throws(ThemeError) { return try named("firouzeh") } catch { throw Failure(.failed, error.phrase) }
    }
}
