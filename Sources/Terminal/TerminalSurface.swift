import CNcurses
import Canvas
import Glibc

/// Shows frames on the terminal. The only user of ncurses; there is one at a time in a process.
///
/// It takes the terminal over when it is made (alternate screen, raw keyboard, bracketed paste) and gives it back
/// in ``close()``, in ``suspend()`` and when the program dies of a fatal signal. It reads nothing: the keyboard's
/// bytes are the ``EventSource``'s.
///
///     let surface = try TerminalSurface(theme: .named("firouzeh"))
///     defer { surface.close() }
///     surface.present(frame)
public final class TerminalSurface: Surface {
    /// The theme that is shown; a new one is seen at the next ``present(_:)``.
    public var theme: Theme {
        didSet {
            guard theme != oldValue, isActive else { return }
            reset_color_pairs()
            colors = TerminalColors(theme: theme, usesColor: options.usesColor)
            shown = nil
        }
    }

    private let options: Options
    private let files: TerminalFiles
    private let screen: OpaquePointer
    private let modes: TerminalModes
    private var detection: Detection
    private var kind: Detection.Kind
    private var dialect: any Dialect
    private var asked: ContinuousClock.Instant?
    private var colors: TerminalColors
    private var row = CursesRow()
    /// What ncurses wrote at its start, held back until the terminal is taken over.
    private var held: [UInt8]
    /// What the screen shows now, nil when that is not known.
    private var shown: Frame?
    private var isActive = true
    private var isClosed = false

    /// Takes the terminal over.
    ///
    /// - Parameter takesOver: false leaves the terminal as it is until ``resume()``.
    /// - Throws: ``TerminalError/notATerminal`` when standard input or output is none, and
    ///   ``TerminalError/unknownTerminal(_:)`` when terminfo does not know its name. Nothing was written then.
    public init(theme: Theme, options: Options = Options(), takesOver: Bool = true) throws(TerminalError) {
        guard isatty(options.input) == 1, isatty(options.output) == 1 else { throw .notATerminal }
        Self.useUTF8()
        guard let files = TerminalFiles(options) else { throw .notATerminal }
        let before = files.attributes()
        // ncurses changes the line settings at once; from here on they are put right whatever ends the program.
        if let before {
            Rescue.prepare(descriptor: options.output, attributes: before, bytes: [])
            Rescue.isArmed = true
        }
        guard !options.name.isEmpty, let screen = Self.screen(options, files) else {
            Rescue.forget()
            files.close()
            throw .unknownTerminal(options.name)
        }
        guard TerminalModes.capability("cup") != nil else {
            endwin()
            delscreen(screen)
            Rescue.forget()
            files.close()
            throw .unknownTerminal(options.name)
        }
        self.theme = theme
        self.options = options
        self.files = files
        self.screen = screen
        modes = TerminalModes(usesMouse: options.usesMouse)
        detection = Detection(
            choice: options.bidi, variables: options.variables, answered: options.answered)
        kind = detection.kind
        dialect = kind.dialect
        raw()
        noecho()
        nonl()
        // Otherwise ncurses looks for pending keys and puts the drawing off.
        typeahead(-1)
        let beginning = files.hold {
            curs_set(0)
            return TerminalColors(theme: theme, usesColor: options.usesColor)
        }
        colors = beginning.value
        held = beginning.bytes
        if before != nil { Rescue.replace(bytes: rescueBytes) }
        if takesOver {
            takeOver()
        } else {
            // ncurses' own way back would write to the terminal.
            if let before { files.set(before) }
            isActive = false
            Rescue.isArmed = false
        }
    }

    deinit { close() }

    /// ncurses' screen, by the entry with true colour where the terminal has it and terminfo knows how to say it.
    private static func screen(_ options: Options, _ files: TerminalFiles) -> OpaquePointer? {
        if let name = TrueColor.entry(for: options), let screen = newterm(name, files.output, files.input) {
            return screen
        }
        return newterm(options.name, files.output, files.input)
    }

    /// The terminal's size in cells as the system knows it, nil when it does not.
    public var size: (width: Int, height: Int)? {
        windowSize(of: options.output)
    }

    // MARK: Showing

    /// Draws the rows that changed; ncurses sends the difference.
    public func present(_ frame: Frame) { present(frame, writings: [:]) }

    /// The same with some rows written in ways of their own; see ``WritingQuestion``.
    public func present(_ frame: Frame, writings: [Int: Writing]) {
        guard isActive, let window = curses_window() else { return }
        if shown?.width != frame.width || shown?.height != frame.height {
            shown = nil
            werase(window)
        }
        let width = Int(getmaxx(window))
        let height = Int(getmaxy(window))
        for line in frame.changedRows(since: shown) where line < height {
            let dialect = writings[line]?.kind.dialect ?? dialect
            row.write(dialect.row(line, of: frame).cells, to: window, line: line, width: width, colors: &colors)
        }
        place(frame.caret, of: frame, in: window)
        files.gather { wrefresh(window) }
        shown = frame
    }

    /// Warms up for the first frame, by drawing another that is not shown.
    public func warmUp(_ frame: Frame) {
        for line in 0..<frame.height { _ = dialect.row(line, of: frame) }
    }

    private func place(_ caret: Frame.Position?, of frame: Frame, in window: UnsafeMutablePointer<WINDOW>) {
        guard let caret else {
            curs_set(0)
            return
        }
        var column = frame.direction == .rightToLeft ? frame.width - 1 - caret.start : caret.start
        if frame.rows.indices.contains(caret.row), let columns = dialect.row(caret.row, of: frame).columns,
            columns.indices.contains(column)
        {
            column = columns[column]
        }
        curs_set(wmove(window, Int32(clamping: caret.row), Int32(clamping: column)) == OK ? 1 : 0)
    }

    /// Draws everything afresh at the next ``present(_:)``, whatever another program left on the screen.
    public func redraw() {
        guard isActive, let window = curses_window() else { return }
        clearok(window, true)
        shown = nil
    }

    /// Follows the window's new size, in cells.
    public func resize(width: Int, height: Int) {
        guard isActive, width > 0, height > 0 else { return }
        resizeterm(Int32(clamping: height), Int32(clamping: width))
        redraw()
    }

    // MARK: The terminal's dialect

    /// The terminal was asked what it is and may still answer; see ``learn(_:)``.
    public var awaitsAnswers: Bool { !detection.isSettled }

    /// How long answers are waited for.
    public static let patience = Detection.patience

    /// Takes what the terminal answered; the next ``present(_:)`` draws everything when that changes how.
    public func learn(_ answers: [Answer]) {
        answers.forEach { detection.take($0) }
        adopt()
    }

    /// No more answers are waited for.
    public func stopWaiting() {
        detection.timeOut()
        adopt()
    }

    /// Nothing tells how the terminal treats right-to-left text: the person should be asked, by ``WritingQuestion``.
    public var isInDoubt: Bool { detection.isDoubtful }

    /// Takes the person's answer.
    public func write(as writing: Writing) {
        detection.answered = writing
        adopt()
        redraw()
    }

    private func adopt() {
        guard detection.kind != kind else { return }
        let former = dialect
        kind = detection.kind
        dialect = kind.dialect
        guard isActive else { return }
        Rescue.replace(bytes: rescueBytes)
        files.write(Array((former.leave + dialect.enter).utf8))
        redraw()
    }

    private var rescueBytes: [UInt8] { Array(dialect.leave.utf8) + modes.rescue }

    /// Answers that are still on their way would be taken by the shell for what the person typed.
    private func swallowAnswers() {
        guard awaitsAnswers, let asked else { return }
        detection.timeOut()
        var decoder = InputDecoder()
        var buffer = [UInt8](repeating: 0, count: 1024)
        while case let left = ContinuousClock.now.duration(to: asked + Self.patience), left > .zero,
            !decoder.answers.contains(.attributes)
        {
            var request = pollfd(fd: options.input, events: Int16(POLLIN), revents: 0)
            let milliseconds = Int32(left.components.attoseconds / 1_000_000_000_000_000) + 1
            guard poll(&request, 1, milliseconds) > 0, request.revents & Int16(POLLIN) != 0 else { return }
            let count = read(options.input, &buffer, buffer.count)
            guard count > 0 else { return }
            _ = decoder.feed(Array(buffer[..<count]))
        }
    }

    // MARK: Giving back and taking over

    /// Gives the terminal back and stops the program, as Ctrl-Z does; returns when it is continued.
    /// The next ``present(_:)`` draws everything, at a size that may be another (``size``).
    public func suspend() {
        leave()
        var action = sigaction()
        var before = sigaction()
        action.__sigaction_handler.sa_handler = SIG_DFL
        sigaction(SIGTSTP, &action, &before)
        // The whole job, so that a script around the program stops too.
        kill(0, SIGTSTP)
        sigaction(SIGTSTP, &before, nil)
        resume()
    }

    /// Gives the terminal back while another program uses it, until ``resume()``.
    public func leave() {
        guard isActive else { return }
        isActive = false
        swallowAnswers()
        files.write(Array(dialect.leave.utf8) + modes.leave)
        endwin()
        Rescue.isArmed = false
    }

    /// Takes the terminal over, when that was put off, or again, after ``leave()`` or after the program was stopped and
    /// continued.
    public func resume() {
        guard !isClosed else { return }
        isActive = true
        Rescue.isArmed = true
        reset_prog_mode()
        takeOver()
        redraw()
    }

    /// Gives the terminal back for good: its modes, its caret and what it showed before. Does nothing the second time.
    public func close() {
        guard !isClosed else { return }
        leave()
        isClosed = true
        Rescue.forget()
        // It resets colours once more, in a terminal that is no longer ours or never was.
        _ = files.hold { delscreen(screen) }
        files.close()
    }

    private func takeOver() {
        // The first frame itself brings up the alternate screen: drawing nothing before it saves a flash of black.
        Rescue.isArmed = true
        var bytes = held + modes.enter + Array(dialect.enter.utf8)
        held = []
        if awaitsAnswers, asked == nil {
            asked = .now
            bytes += Array(Detection.questions.utf8)
        }
        files.write(bytes)
        // LINES and COLUMNS, which ncurses prefers, are stale in many shells.
        if let size { resize(width: size.width, height: size.height) }
    }

    /// With LANG unset or naming a locale that is not installed, ncurses would count every Persian letter as nothing.
    private static func useUTF8() {
        let isUTF8 = setlocale(LC_CTYPE, "") != nil && String(cString: nl_langinfo(Int32(CODESET))) == "UTF-8"
        if !isUTF8 { setlocale(LC_CTYPE, "C.UTF-8") }
    }
}
