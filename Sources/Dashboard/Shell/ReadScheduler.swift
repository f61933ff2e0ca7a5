/// Decides when the screens read; they say only what.
///
/// The rows that a move brings into view are read before the next frame, what stands beside them once no move follows
/// another, and the menu's figures after that. What the file has not changed is not read twice: one's own commit is read
/// with its answer, and the bell that it rings brings nothing new.
struct ReadScheduler {
    /// Longer than the pause between two repeats of a key that is held down, too short for anybody to look aside.
    private static let debounce = Duration.milliseconds(70)

    /// Counts how often what was read became stale.
    private(set) var revision = 1
    /// When what stands beside the rows is to be read; nil when nothing waits.
    private(set) var deadline: ContinuousClock.Instant?
    /// Whether the rows that a move brought into view are still to be read.
    private(set) var areRowsDue = false
    private var isStale = true
    /// Whether the menu's figures are still to be read.
    private var areFiguresDue = true
    /// Whether the first frame was completed.
    private var isComplete = false
    /// The file's change mark when everything was last read; nil for a file that has none.
    private var mark: Int?

    /// What is read at one time, beside the rows.
    struct Reading {
        /// Everything that was read before is stale.
        let isStale: Bool
        let readsBeside: Bool
        let readsFigures: Bool
    }

    /// Everything is to be read again.
    mutating func invalidate() {
        isStale = true
        revision += 1
    }

    /// The same if the file has changed since it was read.
    mutating func heed(_ mark: Int?) {
        if self.mark == nil || mark != self.mark { invalidate() }
    }

    /// The first frame shows rows alone; the rest is due at once.
    mutating func begin() { deadline = .now }

    /// A key moved in a list; what stands beside it waits for the next.
    ///
    /// - Returns: whether the next move cannot be made before something is read.
    mutating func move(_ due: RowsDue) -> Bool {
        deadline = .now + Self.debounce
        if due >= .shown { areRowsDue = true }
        return due >= .window
    }

    /// No move followed for a while, or another key came.
    mutating func rest() { deadline = nil }

    /// Moves follow each other.
    var isMoving: Bool { deadline != nil }
    /// Whether what stands beside the rows is to be read now.
    var isRested: Bool { deadline.map { $0 <= .now } ?? false }

    /// Begins to read.
    ///
    /// - Parameter isCovered: a form lies over the screen; what stands beside the rows waits, for else every key typed there
    ///   would read it again.
    mutating func reading(_ mark: Int?, isCovered: Bool) -> Reading {
        areRowsDue = false
        if isStale { self.mark = mark }
        // What others changed is shown at once, even to somebody who holds a key down.
        return Reading(
            isStale: isStale, readsBeside: isStale ? !isMoving || isComplete : !isMoving && !isCovered,
            readsFigures: (isStale || areFiguresDue) && !isMoving)
    }

    /// All of it was read.
    mutating func completed(_ reading: Reading) {
        if reading.isStale || reading.readsFigures { areFiguresDue = !reading.readsFigures }
        if !isMoving { isComplete = true }
        isStale = false
    }
}
