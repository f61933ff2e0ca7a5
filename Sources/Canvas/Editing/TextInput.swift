/// One line of text being typed: what it says, where the caret is and what is selected. ``TextField`` shows it.
///
/// Arrows move the caret as the eye expects in mixed Persian and Latin; Backspace deletes in the order of typing; a
/// letter is never split from its marks and the ZWNJ after it but by Backspace. ``EditCommand`` has the keys.
///
///     var name = TextInput("بهار")
///     name.handle(Key(.backspace), page: .rightToLeft)
///     name.text  // "بها"
public struct TextInput: Hashable, Sendable {
    private var content: EditedText
    /// How the field lays its text out.
    public var direction: TextDirection

    /// ZWNJ, «نیم‌فاصله».
    static let nonJoiner: Unicode.Scalar = "\u{200C}"

    /// Begins with `text`, sanitised, and the caret at its end or, in a draft, where it was left.
    public init(_ text: String = "", caret: Int? = nil, direction: TextDirection = .automatic) {
        content = EditedText(text, caret: caret, keepsLines: false)
        self.direction = direction
    }

    public var text: String { content.text }

    /// Unicode scalars before the caret.
    public var caret: Int { content.caret }

    /// The scalars that are selected, or nil when none are.
    public var selection: Range<Int>? { content.selection }

    /// Puts what was pasted in place of the selection, or before the caret: sanitised, its line ends and tabs made one
    /// space each, and taken back as one.
    public mutating func insert(_ addition: String) {
        content.insert(addition)
    }

    /// Selects the whole text, so that what is typed next takes its place.
    public mutating func selectAll() { content.selectAll() }

    /// Puts another text in place of the whole; that too can be taken back.
    public mutating func replaceAll(with other: String) {
        content.replaceAll(with: other)
    }

    /// Does what a key does in a text field.
    ///
    /// - Returns: false when the key means nothing here and is the screen's to use.
    @discardableResult
    public mutating func handle(_ key: Key, page: Direction) -> Bool {
        guard let command = EditCommand(key) else { return false }
        switch command {
        case .type(let scalar): content.type(scalar)
        case .newLine: return false
        case .move(let motion, let selecting):
            guard let target = target(of: motion, selecting: selecting, page: page) else { return false }
            content.moveCaret(to: target, selecting: selecting)
        case .delete(let reach): content.delete(reach, line: 0..<content.count)
        case .selectAll: content.selectAll()
        case .undo: content.undo()
        case .redo: content.redo()
        }
        return true
    }

    /// Where a motion leads; nil for those that mean nothing in one line.
    private func target(of motion: EditCommand.Motion, selecting: Bool, page: Direction) -> Int? {
        switch motion {
        case .left, .wordLeft, .right, .wordRight:
            let path = CaretPath(text, direction: direction, page: page)
            let onRight = motion == .right || motion == .wordRight
            let byWord = motion == .wordLeft || motion == .wordRight
            if !byWord, !selecting, let selection {
                // The selection is left at the edge the arrow points to.
                let (lower, upper) = (path.column(of: selection.lowerBound), path.column(of: selection.upperBound))
                return (lower < upper) == onRight ? selection.upperBound : selection.lowerBound
            }
            return content.caret(movedBy: byWord) { path.neighbour(of: $0, onRight: onRight)?.offset }
        case .lineStart, .textStart: return 0
        case .lineEnd, .textEnd: return content.count
        case .up, .down, .pageUp, .pageDown: return nil
        }
    }
}

extension EditedText {
    /// Where the caret comes to by one step, or by steps up to the edge of a word.
    func caret(movedBy word: Bool, step: (Int) -> Int?) -> Int {
        guard word else { return step(caret) ?? caret }
        let edges = wordEdges
        var place = caret
        while let next = step(place) {
            place = next
            if edges.contains(place) { break }
        }
        return place
    }

    /// Deletes from the caret as far as a key reaches, in the line the caret is in.
    mutating func delete(_ reach: EditCommand.Reach, line: Range<Int>) {
        switch reach {
        case .backward: deleteBackward()
        case .forward: deleteForward()
        case .wordBackward: delete((wordEdges.filter { $0 < caret }.max() ?? caret)..<caret)
        case .wordForward: delete(caret..<(wordEdges.filter { $0 > caret }.min() ?? caret))
        case .toLineStart: delete(min(line.lowerBound, caret)..<caret)
        case .toLineEnd: delete(caret..<max(caret, line.upperBound))
        }
    }
}

extension TextField {
    /// A field that shows what is being typed.
    public init(_ input: TextInput, placeholder: String = "", hasFocus: Bool = true) {
        self.init(
            text: input.text, caret: input.caret, placeholder: placeholder, direction: input.direction,
            hasFocus: hasFocus)
        selection = hasFocus ? input.selection : nil
    }
}
