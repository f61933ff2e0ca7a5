/// Which way a line is read.
public enum Direction: Hashable, Sendable {
    case leftToRight, rightToLeft
}

/// How the text of one run is laid out inside its cells.
public enum TextDirection: Hashable, Sendable {
    /// By the first strong letter; the page's direction where there is none. For people's and places' names.
    case automatic
    /// The page's own direction. For sentences of the program.
    case page
    /// Always left to right, whatever the page: dates, codes, numbers, phone numbers, clock times.
    case leftToRight
    /// Always right to left: the lines of a Persian paragraph, whichever word they begin with.
    case rightToLeft
    /// Not text but a picture (borders, gauges, strips): in a right-to-left page its cells are reversed and
    /// each sign is replaced by its mirror image (╭ by ╮, ▌ by ▐, › by ‹).
    case picture
}

/// A stretch of text on one row of a ``Frame``, in logical order.
public struct Run: Hashable, Sendable {
    public var text: String
    public var direction: TextDirection
    /// The first column, counted from the **start** edge of the page (the right edge in Persian).
    public var start: Int
    /// How many columns it fills; what is left over after the text is blank.
    public var width: Int
    /// Where the text stands inside `width`.
    public var alignment: Alignment
    public var style: Style
    /// Parts of the text that look otherwise, such as what is selected; nil for nearly all runs.
    public var emphasis: Emphasis?

    public init(
        _ text: String, direction: TextDirection, start: Int, width: Int, alignment: Alignment = .start, style: Style,
        emphasis: Emphasis? = nil
    ) {
        self.text = text
        self.direction = direction
        self.start = start
        self.width = width
        self.alignment = alignment
        self.style = style
        self.emphasis = emphasis
    }
}

/// Parts of a run that look otherwise than the rest. They stay one run, so that letters join across their edges and
/// the line is ordered as a whole; what is together in memory may stand apart on the screen.
///
///     region.put("شهید کاظمی", row: 0, emphasis: Emphasis([5..<9], Style(.accent)))
public struct Emphasis: Hashable, Sendable {
    /// In Unicode scalars of the run's text.
    public var ranges: [Range<Int>]
    public var style: Style
    /// Parts of the same run that look otherwise again, such as what is left out beside what is new.
    public var others: [Emphasis] = []

    /// How the sign at an offset looks; nil where it looks like its run.
    func style(at offset: Int) -> Style? {
        if ranges.contains(where: { $0.contains(offset) }) { return style }
        return others.lazy.compactMap { $0.style(at: offset) }.first
    }

    public init(_ ranges: [Range<Int>], _ style: Style) {
        self.ranges = ranges
        self.style = style
    }
}

/// Where text stands inside the columns it was given.
public enum Alignment: Hashable, Sendable {
    case start, center, end
}

/// Everything one drawing of the screen says: rows of runs, painted in order, later ones over earlier ones.
///
/// Logical text everywhere; only ``cells(row:)`` reorders, joins and mirrors it.
public struct Frame: Hashable, Sendable {
    public let width: Int
    public let height: Int
    public let direction: Direction
    public var rows: [[Run]]
    /// Where the terminal's caret stands (column from the start edge), or nil when it is hidden.
    public var caret: Position?

    public struct Position: Hashable, Sendable {
        public var row: Int
        public var start: Int
        public init(row: Int, start: Int) {
            self.row = row
            self.start = start
        }
    }

    public init(width: Int, height: Int, direction: Direction) {
        self.width = width
        self.height = height
        self.direction = direction
        self.rows = Array(repeating: [], count: max(0, height))
    }
}
