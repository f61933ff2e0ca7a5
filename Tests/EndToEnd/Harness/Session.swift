import CPseudoTerminal
import Canvas
import Foundation

/// A program running in a terminal of its own, for a test that presses keys and reads the screen.
///
///     let session = try Session(Program.khedmat, ["demo"])
///     try session.press("2").expectScreen(contains: "گروه‌ها").press(.down).expectRow(containing: "۴۲")
///     try session.press("q").expectExit(.exited(0))
///
/// What is expected not to stand there is looked for once the program is idle; what is expected is waited for, as on a
/// busy machine a program may sleep before it has drawn anything (on its way to the disk, for an answer of the terminal).
/// What fails is thrown with a picture of the screen. The program dies with its session.
public final class Session {
    /// How long anything may take on a machine that has much else to do.
    public static let patience = Duration.seconds(30)
    /// Silence that long, while the program is blocked, means that it has nothing more to say.
    private static let quiet = Duration.milliseconds(40)

    public let process: pid_t
    /// Kept as long as the session, such as the folder that its program works in.
    public var owner: AnyObject?
    private let emulator: Emulator
    private var status: ExitStatus?
    private var lastActivity = ContinuousClock.now

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - environment: added to ``Program/environment``; an empty value takes a variable away.
    ///   - width: columns of the terminal, and `height` its rows.
    ///   - answers: what the terminal answers to which bytes, nil for libvterm's own answers.
    public init(
        _ program: String, _ arguments: [String] = [], environment: [String: String] = [:], directory: String? = nil,
        width: Int = 80, height: Int = 24, answers: [(question: String, answer: String)]? = nil
    ) throws {
        var master: Int32 = -1
        process = Program.withStrings([program] + arguments) { arguments in
            Program.withStrings(Program.variables(environment)) { variables in
                pseudo_terminal_start(program, arguments, variables, directory, Int32(width), Int32(height), &master)
            }
        }
        guard process > 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        emulator = Emulator(master: master, width: width, height: height)
        emulator.answers = answers
    }

    deinit {
        guard status == nil else { return }
        kill(-process, SIGKILL)
        kill(process, SIGKILL)
        var raw: Int32 = 0
        waitpid(process, &raw, 0)
    }

    // MARK: What a person does

    /// Presses a key.
    @discardableResult
    public func press(_ code: Key.Code, _ modifiers: Key.Modifiers = []) -> Session {
        emulator.screen.press(Key(code, modifiers))
        return send(emulator.screen.takeOutput())
    }

    /// Types text as it stands, letter by letter.
    @discardableResult
    public func type(_ text: String) -> Session {
        send(Array(text.utf8))
    }

    /// Presses one key with a letter or sign on it.
    @discardableResult
    public func press(_ letter: Unicode.Scalar, _ modifiers: Key.Modifiers = []) -> Session {
        press(.character(letter), modifiers)
    }

    /// Pastes text, in brackets when the program asked for them.
    @discardableResult
    public func paste(_ text: String) -> Session {
        send(emulator.screen.bracketPaste(text))
    }

    /// Clicks or turns the wheel at a cell; the program sees it when it asked for the mouse.
    @discardableResult
    public func mouse(_ action: Mouse.Action, row: Int, column: Int) -> Session {
        emulator.screen.mouse(action, row: row, column: column)
        return send(emulator.screen.takeOutput())
    }

    /// Sends bytes that no key sends.
    @discardableResult
    public func send(_ bytes: [UInt8]) -> Session {
        lastActivity = .now
        emulator.send(bytes)
        return self
    }

    /// Pulls the window to another size.
    @discardableResult
    public func resize(width: Int, height: Int) -> Session {
        lastActivity = .now
        emulator.resize(width: width, height: height)
        return self
    }

    /// Sends a signal to the program.
    @discardableResult
    public func signal(_ number: Int32) -> Session {
        lastActivity = .now
        kill(process, number)
        return self
    }

    /// The terminal vanishes under the program.
    @discardableResult
    public func hangUp() -> Session {
        emulator.hangUp()
        return self
    }

    // MARK: What there is to see

    /// The screen as it is now; the expectations wait first, this does not.
    public var screen: VirtualScreen { emulator.screen }

    /// Everything the program wrote, as bytes.
    public var rawOutput: [UInt8] { emulator.rawOutput }

    /// The screen as it looks, row by row, without blanks at the ends.
    public var screenText: String { screen.rows.joined(separator: "\n") }

    /// The terminal's line settings as they are now, comparable.
    public var lineSettings: String { emulator.lineSettings }

    /// The process group that holds the keyboard: the program's own, or that of what it runs as a shell does.
    public var foreground: pid_t { emulator.foreground }

    /// A row as it looks.
    public func row(_ row: Int) -> String { screen.row(row) }

    /// A row in logical order; see ``LogicalText`` for what that can do.
    public func logicalRow(_ row: Int, _ direction: Direction = .rightToLeft) -> String {
        LogicalText.read(screen.row(row), direction)
    }

    // MARK: Waiting

    /// Waits until the program has done what the last key asked: silent for a while and blocked, or at its end.
    @discardableResult
    public func waitForIdle(file: String = #fileID, line: Int = #line) throws -> Session {
        let deadline = ContinuousClock.now + Self.patience
        while true {
            switch emulator.pump(milliseconds: 5) {
            case .ended: return self
            case .bytes: lastActivity = .now
            case .nothing:
                let isQuiet = .now - lastActivity >= Self.quiet && emulator.hasSentAll
                // It may have written its last between the two looks, so the second is at the terminal again.
                if isQuiet, ProcessState.isBlocked(process) {
                    guard emulator.pump(milliseconds: 0) == .bytes else { return self }
                    lastActivity = .now
                }
            }
            guard .now < deadline else { throw mismatch("The program did not come to rest", file, line) }
        }
    }

    /// Waits until a row can be read somewhere, for what another process or a thread in the background brings about.
    @discardableResult
    public func waitForScreen(contains text: String, file: String = #fileID, line: Int = #line) throws -> Session {
        try wait(for: [text], file, line)
    }

    /// Waits until the program has written `text`, which may show nothing.
    @discardableResult
    public func waitForOutput(
        contains text: String, after count: Int = 0, file: String = #fileID, line: Int = #line
    ) throws -> Session {
        let deadline = ContinuousClock.now + Self.patience
        while !String(decoding: rawOutput[count...], as: UTF8.self).contains(text), !text.isEmpty {
            guard .now < deadline, emulator.pump(milliseconds: 10) != .ended else {
                throw mismatch("“\(text)” was not written", file, line)
            }
        }
        return self
    }

    /// Waits for the end of the program.
    public func waitForExit(file: String = #fileID, line: Int = #line) throws -> ExitStatus {
        let deadline = ContinuousClock.now + Self.patience
        while status == nil {
            let isEnded = emulator.pump(milliseconds: 5) == .ended
            var raw: Int32 = 0
            if waitpid(process, &raw, WNOHANG) == process {
                status = ExitStatus(raw)
                emulator.settle(quiet: 0)
            } else if isEnded {
                usleep(1000)
            }
            guard status != nil || .now < deadline else { throw mismatch("The program did not end", file, line) }
        }
        return status ?? .exited(-1)
    }

    // MARK: Expecting

    /// Some row shows `text`, in whichever direction it is read.
    @discardableResult
    public func expectScreen(contains text: String, file: String = #fileID, line: Int = #line) throws -> Session {
        try expectRow(containing: text, file: file, line: line)
    }

    /// No row shows `text`.
    @discardableResult
    public func expectScreen(lacks text: String, file: String = #fileID, line: Int = #line) throws -> Session {
        try waitForIdle(file: file, line: line)
        guard !shows([text]) else { throw mismatch("A row shows “\(text)”", file, line) }
        return self
    }

    /// One row shows all these texts.
    @discardableResult
    public func expectRow(containing texts: String..., file: String = #fileID, line: Int = #line) throws -> Session {
        try waitForIdle(file: file, line: line)
        return try wait(for: texts, file, line)
    }

    /// The program ends so.
    @discardableResult
    public func expectExit(_ expected: ExitStatus, file: String = #fileID, line: Int = #line) throws -> Session {
        let status = try waitForExit(file: file, line: line)
        guard status == expected else { throw mismatch("Expected \(expected), but it \(status)", file, line) }
        return self
    }

    /// Waits until one row shows all the texts.
    @discardableResult
    private func wait(for texts: [String], _ file: String, _ line: Int) throws -> Session {
        let deadline = ContinuousClock.now + Self.patience
        while !shows(texts) {
            guard .now < deadline, emulator.pump(milliseconds: 10) != .ended || shows(texts) else {
                throw mismatch("No row shows “\(texts.joined(separator: "” and “"))”", file, line)
            }
        }
        return self
    }

    private func shows(_ texts: [String]) -> Bool {
        screen.rows.contains { row in texts.allSatisfy { LogicalText.contains(row, $0) } }
    }

    private func mismatch(_ message: String, _ file: String, _ line: Int) -> Mismatch {
        let edge = String(repeating: "─", count: screen.width)
        return Mismatch(description: "\(file):\(line): \(message).\n\(edge)\n\(screenText)\n\(edge)")
    }
}

/// What a session expected and did not see.
public struct Mismatch: Error, CustomStringConvertible {
    public let description: String
}
