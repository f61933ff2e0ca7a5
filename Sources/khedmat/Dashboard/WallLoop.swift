import Canvas
import Dashboard
import Domain
import Exchange
import Persian
import Store
import Terminal

/// Runs the board of a wall screen: wakes for its clock, for the turn of a page, for changes of the file, and to be
/// ended.
@MainActor
struct WallLoop {
    private let session: Session
    /// The file that is read, another after somebody restored a backup by other means.
    private var office: OfficeFile
    private let path: String
    private let board: WallBoard
    private let surface: TerminalSurface
    private let source: EventSource
    private let replacement: ReplacementWatch
    private let pageTime: Duration

    init(_ session: Session, path: String, theme: Theme, pageTime: Duration) throws(Failure) {
        self.session = session
        office = session.office
        self.path = path
        self.pageTime = pageTime
        board = WallBoard(session.office, language: session.language, clock: session.clock)
        replacement = ReplacementWatch(file: path)
        do throws(TerminalError) {
            surface = try TerminalSurface(theme: theme, takesOver: false)
            source = try EventSource()
        } catch {
            throw Failure(.wrongUse, error.phrase)
        }
        surface.resume()
    }

    /// Returns when somebody presses q; the terminal is given back in any case.
    mutating func run() throws(Failure) {
        defer { surface.close() }
        if let size = surface.size { board.resize(width: size.width, height: size.height) }
        try refresh()
        var bell = BellWatch(file: path)
        var pageTurn = ContinuousClock.now + pageTime
        var nextMinute = ContinuousClock.now + untilNextMinute
        while true {
            surface.present(board.frame())
            source.watched = [bell.descriptor, replacement.descriptor]
            let wake = source.wait(until: min(pageTurn, nextMinute))
            if wake.isTerminalGone || !wake.signals.isDisjoint(with: [.terminate, .hangUp]) { return }
            if wake.signals.contains(.interrupt) { throw Failure(.interrupted) }
            if wake.signals.contains(.stop) { surface.suspend() }
            if wake.signals.contains(.continue) { takeOver() }
            if handle(wake.events) { return }
            let isRung = wake.ready.contains(bell.descriptor) && bell.drain()
            let isMoved = wake.ready.contains(replacement.descriptor) && replacement.drain()
            if isRung || isMoved, replacement.isReplaced() {
                try reopen()
                bell = BellWatch(file: path)
            }
            if nextMinute <= .now { nextMinute = .now + untilNextMinute }
            if pageTurn <= .now {
                pageTurn = .now + pageTime
                attempt { () throws(DecideError) in try board.turnPage() }
            } else if isRung || wake.isDue || !wake.events.isEmpty {
                try refresh()
            }
        }
    }

    /// Takes the terminal over again after a stop; the window may have another size.
    private func takeOver() {
        surface.resume()
        if let size = surface.size { board.resize(width: size.width, height: size.height) }
    }

    /// Whether somebody wants to leave; no other key does anything.
    private func handle(_ events: [Event]) -> Bool {
        for event in events {
            switch event {
            case .resize(let width, let height):
                surface.resize(width: width, height: height)
                board.resize(width: width, height: height)
            case .key(let key) where WallBoard.leaves(key): return true
            case .key(Key(.character("l"), .control)): surface.redraw()
            default: break
            }
        }
        return false
    }

    /// Reads the board again, if this account may still read it.
    private func refresh() throws(Failure) {
        do throws(DecideError) {
            let staff = try office.standing(of: session.sender)
            guard staff.role.mayRead(WallBoard.shows) else {
                throw .refused(.mayNotRead(WallBoard.title, WallBoard.shows, staff))
            }
        } catch {
            if case .refused = error { throw Failure(error) }
        }
        attempt { () throws(DecideError) in try board.refresh() }
    }

    /// A file that cannot be read now may be read later: the wall says so and goes on.
    private func attempt(_ work: () throws(DecideError) -> Void) {
        do throws(DecideError) { try work() } catch { board.say(error.phrase) }
    }

    private mutating func reopen() throws(Failure) {
        do throws(StoreError) { office = try OfficeFile(path: path, begins: false) } catch {
            return board.say(error.phrase)
        }
        office.use(BulletinPage.ofThisUser)
        board.reopen(office)
        try refresh()
    }

    private var untilNextMinute: Duration {
        .milliseconds(60_000 - Moment.now().milliseconds % 60_000)
    }
}
