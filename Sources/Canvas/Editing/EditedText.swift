/// A text while it is edited, in the order it is read: what it says, where the caret is, what is selected, and what
/// can be taken back. How it is laid out is not its concern.
struct EditedText: Hashable, Sendable {
    private(set) var text: String
    /// Unicode scalars before the caret.
    private(set) var caret: Int
    /// Where the selection was begun; the caret is at its other end.
    private(set) var anchor: Int?
    private var history = EditHistory()
    private let keepsLines: Bool

    /// Begins with `text`, sanitised, and the caret at its end or where it was left.
    init(_ text: String, caret: Int? = nil, keepsLines: Bool) {
        self.keepsLines = keepsLines
        self.text = keepsLines ? Sanitise.sanitisedLines(text) : Sanitise.sanitised(text)
        let stops = self.text.caretStops
        self.caret = stops.last { $0 <= caret ?? .max } ?? 0
    }

    var count: Int { text.unicodeScalars.count }

    /// The scalars that are selected, or nil when none are.
    var selection: Range<Int>? {
        guard let anchor, anchor != caret else { return nil }
        return min(anchor, caret)..<max(anchor, caret)
    }

    // MARK: Typing

    /// Puts a scalar in place of the selection, or before the caret.
    mutating func type(_ scalar: Unicode.Scalar) {
        let clean = self.clean(String(scalar))
        guard !clean.isEmpty else { return }
        if scalar == TextInput.nonJoiner, !mayNotJoin { return }
        // A word and the spaces behind it can be taken back as one.
        let before = self.scalar(before: replaced.lowerBound)
        let beginsWord = before?.properties.isWhitespace == true && !scalar.properties.isWhitespace
        if beginsWord || selection != nil { history.close() }
        replace(replaced, with: clean, .typing)
    }

    /// A ZWNJ keeps two letters apart: after nothing, a space or another it would be there unseen.
    private var mayNotJoin: Bool {
        guard let before = scalar(before: replaced.lowerBound) else { return false }
        return !before.properties.isWhitespace && before != TextInput.nonJoiner
    }

    /// Puts a text that came at once in place of the selection, or before the caret, as a step of its own.
    mutating func insert(_ addition: String) {
        var lines = addition[...]
        if !keepsLines {
            // A cell copied from a spreadsheet ends in a line end that nobody meant.
            while lines.first?.isNewline == true { lines.removeFirst() }
            while lines.last?.isNewline == true { lines.removeLast() }
        }
        let clean = self.clean(String(lines))
        guard !clean.isEmpty else { return }
        replace(replaced, with: clean, .alone)
    }

    /// Puts another text in place of the whole.
    mutating func replaceAll(with other: String) {
        let clean = self.clean(other)
        if clean != text { replace(0..<count, with: clean, .alone) }
    }

    private func clean(_ text: String) -> String {
        keepsLines ? Sanitise.sanitisedLines(text) : Sanitise.sanitised(Self.oneLine(text))
    }

    /// The ends of lines and the tabs between cells of a spreadsheet part words: one space stands for any run of them.
    private static func oneLine(_ text: String) -> String {
        let parts = text.split { $0.isNewline || $0 == "\t" }
        guard parts.count > 1 else { return parts.first.map { $0.count == text.count ? text : String($0) } ?? "" }
        return parts.map { String($0).trimmingBlanks }.filter { !$0.isEmpty }.joined(separator: " ")
    }

    private var replaced: Range<Int> { selection ?? caret..<caret }

    // MARK: Deleting

    /// Deletes the selection, or else what `range` says.
    mutating func delete(_ range: Range<Int>, _ step: EditHistory.Step = .alone) {
        let range = selection ?? range
        guard !range.isEmpty else { return }
        replace(range, with: "", selection == nil ? step : .alone)
    }

    /// Takes back what was typed last before the caret: a mark or a ZWNJ alone, but an emoji whole.
    mutating func deleteBackward() {
        guard caret > 0 || selection != nil else { return }
        var start = max(0, caret - 1)
        while start > 0, !isStop(start) { start -= 1 }
        let cluster = text.unicodeScalars[index(start)..<index(caret)]
        let isLetter = cluster.allSatisfy { $0.value < 0x1F000 }
        delete((isLetter ? max(0, caret - 1) : start)..<caret, .deleting)
    }

    /// Deletes the whole sign after the caret.
    mutating func deleteForward() {
        delete(caret..<stop(from: caret + 1), .deleting)
    }

    private mutating func replace(_ range: Range<Int>, with new: String, _ step: EditHistory.Step) {
        history.record(moment, step)
        text.unicodeScalars.replaceSubrange(index(range.lowerBound)..<index(range.upperBound), with: new.unicodeScalars)
        anchor = nil
        // What was typed may have become one sign with what follows.
        let end = range.lowerBound + new.unicodeScalars.count
        caret = stop(from: end)
    }

    // MARK: Moving

    /// Puts the caret after `offset` scalars; while `selecting`, what lies between is selected.
    mutating func moveCaret(to offset: Int, selecting: Bool) {
        history.close()
        anchor = selecting ? anchor ?? caret : nil
        caret = offset
    }

    mutating func selectAll() {
        history.close()
        anchor = 0
        caret = count
    }

    /// Where a word begins, and the two ends of the text.
    var wordEdges: Set<Int> {
        var edges: Set = [0, count]
        var wasSpace = true
        for (offset, scalar) in text.unicodeScalars.enumerated() {
            let isSpace = scalar.properties.isWhitespace
            if wasSpace, !isSpace { edges.insert(offset) }
            wasSpace = isSpace
        }
        return edges
    }

    // MARK: Taking back

    mutating func undo() {
        if let earlier = history.undo(from: moment) { restore(earlier) }
    }

    mutating func redo() {
        if let later = history.redo(from: moment) { restore(later) }
    }

    private var moment: EditHistory.Moment { .init(text: text, caret: caret, anchor: anchor) }

    private mutating func restore(_ moment: EditHistory.Moment) {
        (text, caret, anchor) = (moment.text, moment.caret, moment.anchor)
    }

    private func scalar(before offset: Int) -> Unicode.Scalar? {
        offset > 0 ? text.unicodeScalars[index(offset - 1)] : nil
    }

    /// The first place from `offset` on where the caret may stand. It looks beside `offset` alone, so that it costs no
    /// more in a long text.
    private func stop(from offset: Int) -> Int {
        var place = min(offset, count)
        while !isStop(place) { place += 1 }
        return place
    }

    /// Whether no cluster is split there; the ends of the text split none.
    private func isStop(_ offset: Int) -> Bool { index(offset).samePosition(in: text) != nil }

    private func index(_ offset: Int) -> String.Index {
        text.unicodeScalars.index(text.startIndex, offsetBy: offset)
    }
}

extension String {
    /// Without the blanks at both ends.
    fileprivate var trimmingBlanks: Substring {
        let begun = drop { $0.isWhitespace }
        return begun[..<(begun.lastIndex { !$0.isWhitespace }.map(begun.index(after:)) ?? begun.startIndex)]
    }
}
