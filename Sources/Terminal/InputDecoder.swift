import Canvas

/// Turns the bytes of a keyboard into events, knowing the sequences of xterm, the Linux console, tmux and rxvt.
///
/// It takes bytes as they come, in pieces of any size: what is incomplete waits for the next piece. Bytes that
/// are not UTF-8 vanish alone and cost nothing beside them; answers and sequences it does not know are swallowed
/// whole and never taken for keys. Only time can tell a lone Escape from the beginning of a sequence, and the
/// decoder has no clock: while ``isWaiting`` the caller waits about 25 ms for more and then calls ``flush()``.
///
///     var decoder = InputDecoder()
///     decoder.feed(Array("\u{1B}[A".utf8))  // [.key(Key(.up))]
///     decoder.feed([0x1B])                  // [] and isWaiting
///     decoder.flush()                       // [.key(Key(.escape))]
public struct InputDecoder {
    /// What the bytes so far have begun.
    enum State {
        case ground
        case escape
        case sequence(ControlSequence)
        /// The Linux console's `ESC [ [ A`, which breaks the syntax of control sequences.
        case linuxFunction
        /// An answer's text: OSC, DCS, APC, PM or SOS, up to ST or, for some, BEL.
        case string(introducer: UInt8, isEmpty: Bool)
        /// The backslash of ST may follow.
        case stringEscape
        /// The three bytes of a mouse report older than SGR.
        case legacyMouse([UInt8])
        case paste
    }

    var state = State.ground
    /// An Escape came before what is being decoded: the Alt key was down.
    var isAlt = false
    var scalar = ScalarDecoder()
    var paste = PasteBuffer()
    var events: [Event] = []
    /// The text of the answer that is coming in, as far as an answer of ours is long.
    private var string: [UInt8] = []
    /// The terminal's answers so far; whoever asks takes them out.
    public var answers: [Answer] = []

    public init() {}

    /// True while the bytes so far are a key of their own unless more follow at once.
    public var isWaiting: Bool {
        switch state {
        case .escape: true
        case .sequence(let sequence): sequence.isEmpty
        case .string(_, let isEmpty): isEmpty
        case .linuxFunction: true
        case .ground, .stringEscape, .legacyMouse, .paste: false
        }
    }

    /// True while nothing but an Escape has come.
    var holdsEscape: Bool {
        if case .escape = state { true } else { false }
    }

    /// Decodes the next bytes and returns the events they complete.
    public mutating func feed(_ bytes: [UInt8]) -> [Event] {
        bytes.withUnsafeBytes { feed($0) }
    }

    /// Decodes the next bytes and returns the events they complete.
    public mutating func feed(_ bytes: UnsafeRawBufferPointer) -> [Event] {
        var position = 0
        while position < bytes.count {
            if case .paste = state {
                position += takePaste(UnsafeRawBufferPointer(rebasing: bytes[position...]))
            } else {
                take(bytes[position])
                position += 1
            }
        }
        defer { events.removeAll() }
        return events
    }

    /// Nothing more came: what was waiting is a key of its own.
    public mutating func flush() -> [Event] {
        guard isWaiting else { return [] }
        switch state {
        case .escape:
            if isAlt { emit(.escape) }
            isAlt = false
            emit(.escape)
        case .sequence(let sequence):
            emit(.character(Unicode.Scalar(sequence.introducer)), .alt)
        case .string(let introducer, _):
            emit(.character(Unicode.Scalar(introducer)), .alt)
        default:
            break
        }
        settle()
        defer { events.removeAll() }
        return events
    }

    // MARK: One byte

    mutating func take(_ byte: UInt8) {
        switch state {
        case .ground: takeGround(byte)
        case .escape: takeAfterEscape(byte)
        case .sequence(let sequence): takeSequence(sequence, byte)
        case .linuxFunction:
            settle()
            if (0x41...0x45).contains(byte) { emit(.function(Int(byte) - 0x40)) }
        case .string(let introducer, _): takeString(introducer, byte)
        case .stringEscape:
            state = .escape
            if byte == UInt8(ascii: "\\") {
                settle()
                answer()
            } else {
                takeAfterEscape(byte)
            }
        case .legacyMouse(let report): takeLegacyMouse(report + [byte])
        case .paste: break
        }
    }

    /// Back to the beginning: what was begun is done with or given up.
    mutating func settle() {
        state = .ground
        isAlt = false
    }

    private mutating func takeGround(_ byte: UInt8) {
        if byte == 0x1B {
            abandonScalar()
            state = .escape
            return
        }
        switch scalar.take(byte) {
        case .incomplete: return
        case .scalar(let value): emitTyped(value)
        case .invalid: abandonScalar()
        case .interrupted:
            abandonScalar()
            takeGround(byte)
        }
    }

    /// What stood before a byte that is not UTF-8 keeps its meaning: an Escape is then a key of its own.
    private mutating func abandonScalar() {
        scalar = ScalarDecoder()
        if isAlt {
            isAlt = false
            emit(.escape)
        }
    }

    private mutating func takeAfterEscape(_ byte: UInt8) {
        switch byte {
        case 0x1B:
            // Escape twice: rxvt sends Alt with a special key so; or it was the key itself before.
            if isAlt { emit(.escape) }
            isAlt = true
        case UInt8(ascii: "["), UInt8(ascii: "O"):
            state = .sequence(ControlSequence(introducer: byte))
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"):
            if isAlt { emit(.escape) }
            isAlt = false
            state = .string(introducer: byte, isEmpty: true)
            string = [byte]
        default:
            if isAlt { emit(.escape) }
            state = .ground
            isAlt = true
            takeGround(byte)
        }
    }

    private mutating func takeString(_ introducer: UInt8, _ byte: UInt8) {
        switch byte {
        case 0x1B: state = .stringEscape
        case 0x07: settle()
        case 0x00..<0x20:
            // An answer never holds a control character: the string is dropped and the byte decoded as a key.
            settle()
            takeGround(byte)
        default:
            state = .string(introducer: introducer, isEmpty: false)
            if string.count < Self.longestAnswer { string.append(byte) }
        }
    }

    /// XTVERSION's answer is `DCS > | name ST`.
    private mutating func answer() {
        let opening = Array("P>|".utf8)
        guard string.starts(with: opening) else { return }
        answers.append(.version(String(decoding: string.dropFirst(opening.count), as: UTF8.self)))
    }

    private static let longestAnswer = 256

    private mutating func takeSequence(_ sequence: ControlSequence, _ byte: UInt8) {
        var sequence = sequence
        switch sequence.take(byte) {
        case .more:
            state = .sequence(sequence)
        case .linuxFunction:
            state = .linuxFunction
        case .broken:
            settle()
            take(byte)
        case .complete:
            let alt: Key.Modifiers = isAlt ? .alt : []
            settle()
            act(on: sequence, final: byte, alt)
        }
    }

    private mutating func takeLegacyMouse(_ report: [UInt8]) {
        guard report.count == 3 else {
            state = .legacyMouse(report)
            return
        }
        settle()
        let values = report.map { Int($0) - 32 }
        let isRelease = values[0] & 0b11 == 0b11 && values[0] < 64
        emitMouse(button: isRelease ? 0 : values[0], column: values[1], row: values[2], isRelease: isRelease)
    }

    private mutating func takePaste(_ bytes: UnsafeRawBufferPointer) -> Int {
        let taken = paste.take(bytes)
        if let text = paste.finished() {
            settle()
            events.append(.paste(text))
        }
        return taken
    }

    // MARK: Events

    mutating func emit(_ code: Key.Code, _ modifiers: Key.Modifiers = []) {
        events.append(.key(Key(code, modifiers)))
    }

    /// A character that was typed, or the control character of a key.
    private mutating func emitTyped(_ value: Unicode.Scalar) {
        let alt: Key.Modifiers = isAlt ? .alt : []
        isAlt = false
        if let key = Key(control: value) {
            emit(key.code, key.modifiers.union(alt))
        } else if !(0x80...0x9F).contains(value.value) {
            emit(.character(value), alt)
        }
    }
}

extension Key {
    /// The key that sends a control character of ASCII, or nil when it is none.
    init?(control scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x0D, 0x0A: self.init(.enter)
        case 0x09: self.init(.tab)
        case 0x08, 0x7F: self.init(.backspace)
        case 0x1B: self.init(.escape)
        case 0x00: self.init(.character(" "), .control)
        case 0x01...0x1A: self.init(.character(Unicode.Scalar(UInt8(scalar.value) + 0x60)), .control)
        case 0x1C...0x1F: self.init(.character(Unicode.Scalar(UInt8(scalar.value) + 0x40)), .control)
        default: return nil
        }
    }
}
