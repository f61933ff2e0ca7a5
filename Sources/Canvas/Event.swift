import Persian

/// A key as the keyboard sent it.
public struct Key: Hashable, Sendable {
    public enum Code: Hashable, Sendable {
        case character(Unicode.Scalar)
        case up, down, left, right, home, end, pageUp, pageDown
        case enter, tab, escape, backspace, delete, insert
        case function(Int)
    }

    public struct Modifiers: OptionSet, Hashable, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        public static let shift = Modifiers(rawValue: 1)
        public static let alt = Modifiers(rawValue: 2)
        public static let control = Modifiers(rawValue: 4)
    }

    public var code: Code
    public var modifiers: Modifiers

    public init(_ code: Code, _ modifiers: Modifiers = []) {
        self.code = code
        self.modifiers = modifiers
    }

    /// The arrows along a line, whichever way the page runs.
    public static let sideways = Side.allCases.map(\.key)

    /// The two sides of a line by the letters that go there in lists, as in vi. The keys lie where they lie on every
    /// keyboard; whether one leads on or back is the page's to say.
    public enum Side: String, CaseIterable, Sendable {
        case h, l

        public var key: Key { Key(self == .h ? .left : .right) }
        /// The arrow's name, as bindings write it.
        public var arrow: String { self == .h ? "left" : "right" }
        /// "at the left"
        public var phrase: Phrase {
            self == .h ? Phrase(fa: "سمت چپ", en: "at the left") : Phrase(fa: "سمت راست", en: "at the right")
        }
        /// The next or the one before, in the order the page is read.
        public func step(on page: Direction) -> Int { key.inReading(page) == .towardEnd ? 1 : -1 }
    }
}

/// Something that happened at the terminal.
public enum Event: Hashable, Sendable {
    case key(Key)
    /// A bracketed paste, whole, exactly as it came.
    case paste(String)
    case mouse(Mouse)
    /// The window's new size in cells.
    case resize(width: Int, height: Int)
}

/// A press of a mouse button or a turn of its wheel; column and row count from the upper left corner.
public struct Mouse: Hashable, Sendable {
    public enum Action: Hashable, Sendable { case press, release, wheelUp, wheelDown }
    public var action: Action
    public var column: Int
    public var row: Int
    public init(_ action: Action, column: Int, row: Int) {
        self.action = action
        self.column = column
        self.row = row
    }
}
