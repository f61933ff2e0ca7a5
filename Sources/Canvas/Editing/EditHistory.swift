/// What can be taken back in a field, and done again after that.
///
/// Letters typed one after another are one step up to the end of a word, and so are letters deleted one after another;
/// everything else, such as a paste, is a step of its own.
struct EditHistory: Hashable, Sendable {
    /// A text and where the caret was in it.
    struct Moment: Hashable, Sendable {
        var text: String
        var caret: Int
        var anchor: Int?
    }

    enum Step: Hashable, Sendable {
        case typing, deleting, alone
    }

    private var past: [Moment] = []
    private var future: [Moment] = []
    /// The step that what comes next may still belong to.
    private var open: Step?
    private static let limit = 200

    /// Remembers how it was before a change.
    mutating func record(_ moment: Moment, _ step: Step) {
        future.removeAll()
        if step == .alone || step != open {
            past.append(moment)
            if past.count > Self.limit { past.removeFirst() }
        }
        open = step == .alone ? nil : step
    }

    /// What comes next is a step of its own.
    mutating func close() {
        open = nil
    }

    mutating func undo(from moment: Moment) -> Moment? {
        open = nil
        guard let earlier = past.popLast() else { return nil }
        future.append(moment)
        return earlier
    }

    mutating func redo(from moment: Moment) -> Moment? {
        open = nil
        guard let later = future.popLast() else { return nil }
        past.append(moment)
        return later
    }
}
