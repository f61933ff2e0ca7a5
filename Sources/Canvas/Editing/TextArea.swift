/// A long text being typed, wrapped to the area it is shown in: ``TextInput`` with several lines.
///
/// Enter begins a new line; up and down go by what is seen, not by paragraphs, and keep the column; the area scrolls
/// with the caret. Each paragraph runs as its first strong letter says and stands at the edge it begins from.
///
///     var story = TextArea("اردوی بهار")
///     story.fit(columns: 40)
///     story.handle(Key(.enter), page: .rightToLeft)
///     story.text  // "اردوی بهار\n"
public struct TextArea: Sendable {
    private var content: EditedText
    /// How many rows the area has.
    public var rows: Int
    /// The columns it was last shown in, by which up and down find the next row.
    private var columns = 60
    /// The first row that is seen.
    private var top = 0
    /// The column that up and down try to keep.
    private var goal: Int?
    /// How it was laid out after the last key: going through a long text and drawing it need not do that again.
    private var layout: WrappedText?

    /// Begins with `text`, sanitised line by line, and the caret at its end or, in a draft, where it was left.
    public init(_ text: String = "", caret: Int? = nil, rows: Int = 5) {
        content = EditedText(text, caret: caret, keepsLines: true)
        self.rows = rows
    }

    /// The whole text; its lines end in `\n`.
    public var text: String { content.text }

    /// Unicode scalars before the caret.
    public var caret: Int { content.caret }

    /// The scalars that are selected, or nil when none are.
    public var selection: Range<Int>? { content.selection }

    /// Says how many columns the area is shown in; call it when the form's geometry is known or changes.
    public mutating func fit(columns: Int) {
        self.columns = columns
    }

    /// Puts what was pasted in place of the selection, or before the caret: sanitised, its lines kept.
    public mutating func insert(_ addition: String) {
        goal = nil
        content.insert(addition)
    }

    /// Puts the caret after so many unicode scalars; the area is scrolled to it by the next key.
    public mutating func placeCaret(at offset: Int) {
        goal = nil
        let stops = text.caretStops
        content.moveCaret(to: stops.last { $0 <= offset } ?? 0, selecting: false)
    }

    /// Does what a key does in a text area.
    ///
    /// - Returns: false when the key means nothing here, such as up in the first row, and is the form's to use.
    @discardableResult
    public mutating func handle(_ key: Key, page: Direction) -> Bool {
        guard let command = EditCommand(key) else { return false }
        var isUsed = true
        if case .move(let motion, let selecting) = command {
            isUsed = move(motion, selecting: selecting, page: page)
        } else {
            goal = nil
            edit(command, page: page)
        }
        let wrapped = wrapped(page: page)
        layout = wrapped
        let row = wrapped.row(of: caret)
        top = min(max(top, row - rows + 1), row)
        return isUsed
    }

    private mutating func edit(_ command: EditCommand, page: Direction) {
        switch command {
        case .type(let scalar): content.type(scalar)
        case .newLine: content.type("\n")
        case .delete(let reach):
            let wrapped = self.wrapped(page: page)
            content.delete(reach, line: wrapped.rows[wrapped.row(of: caret)].range)
        case .selectAll: content.selectAll()
        case .undo: content.undo()
        case .redo: content.redo()
        case .move: break
        }
    }

    // MARK: Moving

    private mutating func move(_ motion: EditCommand.Motion, selecting: Bool, page: Direction) -> Bool {
        let wrapped = self.wrapped(page: page)
        let row = wrapped.row(of: caret)
        let target: Int
        switch motion {
        case .up, .down, .pageUp, .pageDown:
            return moveByRows(motion, from: row, of: wrapped, selecting: selecting)
        case .left, .right, .wordLeft, .wordRight:
            let onRight = motion == .right || motion == .wordRight
            let byWord = motion == .wordLeft || motion == .wordRight
            if let selection, !selecting, !byWord {
                let goesOn = (wrapped.paragraph(ofRow: row) == .leftToRight) == onRight
                target = goesOn ? selection.upperBound : selection.lowerBound
            } else {
                target = content.caret(movedBy: byWord) { wrapped.neighbour(of: $0, onRight: onRight) }
            }
        case .lineStart: target = wrapped.rows[row].range.lowerBound
        case .lineEnd: target = end(of: wrapped.rows[row])
        case .textStart: target = 0
        case .textEnd: target = content.count
        }
        goal = nil
        content.moveCaret(to: target, selecting: selecting)
        return true
    }

    private mutating func moveByRows(
        _ motion: EditCommand.Motion, from row: Int, of wrapped: WrappedText, selecting: Bool
    ) -> Bool {
        let distance =
            switch motion {
            case .up: -1
            case .down: 1
            case .pageUp: 1 - rows
            default: rows - 1
            }
        let target = min(max(0, row + distance), wrapped.rows.count - 1)
        guard target != row else { return selecting }
        let column = goal ?? wrapped.column(of: caret)
        goal = column
        content.moveCaret(to: wrapped.offset(inRow: target, nearest: column), selecting: selecting)
        return true
    }

    /// The last place of a row: in one that was broken, before the space it was broken at.
    private func end(of row: WrappedText.Row) -> Int {
        if row.endsParagraph { return row.range.upperBound }
        return row.range.lowerBound + (row.text.caretStops.dropLast().last ?? 0)
    }

    // MARK: Drawing

    /// One column stays free for the scroll bar, so that the text is not wrapped anew when the bar appears.
    private func wrapped(columns: Int? = nil, page: Direction) -> WrappedText {
        let columns = (columns ?? self.columns) - 1
        if let layout, layout.shows(text, columns: columns, page: page) { return layout }
        return WrappedText(text, columns: columns, page: page)
    }

    /// Draws the rows around the caret over the whole region.
    public func draw(in region: inout Region, hasFocus: Bool) { draw(in: &region, hasFocus: hasFocus) { _ in false } }

    /// The same, with the lines of a sort in less loud letters, such as those that are not the writer's own.
    ///
    /// - Parameter isMuted: asked for each line of the text, without its line end.
    public func draw(in region: inout Region, hasFocus: Bool, isMuted: (Substring) -> Bool) {
        region.fill(Style(.strong, on: .field))
        let wrapped = self.wrapped(columns: region.width, page: region.direction)
        let caretRow = wrapped.row(of: caret)
        let height = region.height
        let wanted = min(max(top, caretRow - height + 1), caretRow)
        let first = max(0, min(wanted, wrapped.rows.count - height))
        let muted = mutedLines(isMuted)
        region.part(width: region.width - 1) { area in
            for (line, row) in wrapped.rows.dropFirst(first).prefix(height).enumerated() {
                let isMuted = muted.contains { $0.contains(row.range.lowerBound) }
                draw(row, line: line, hasFocus: hasFocus, isMuted: isMuted, in: &area)
            }
            if hasFocus {
                let column = wrapped.column(of: caret)
                let start = area.direction == .leftToRight ? column : area.width - 1 - column
                area.showCaret(row: caretRow - first, start: start)
            }
        }
        region.part(start: region.width - 1) {
            ScrollBar(position: first, visible: height, total: wrapped.rows.count).draw(in: &$0, background: .field)
        }
    }

    /// The scalars of the lines that are drawn in less loud letters.
    private func mutedLines(_ isMuted: (Substring) -> Bool) -> [Range<Int>] {
        var (ranges, offset): ([Range<Int>], Int) = ([], 0)
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let count = line.unicodeScalars.count
            if isMuted(line) { ranges.append(offset..<offset + count + 1) }
            offset += count + 1
        }
        return ranges
    }

    private func draw(_ row: WrappedText.Row, line: Int, hasFocus: Bool, isMuted: Bool, in area: inout Region) {
        var scalars = row.text.unicodeScalars
        while scalars.last == " " { scalars.removeLast() }
        guard !scalars.isEmpty else { return }
        let paragraph = TextLayout.direction(of: row.text, as: row.direction, page: area.direction)
        var emphasis: Emphasis?
        if hasFocus, let selection, selection.overlaps(row.range) {
            let part = selection.clamped(to: row.range)
            let start = part.lowerBound - row.range.lowerBound
            emphasis = Emphasis([start..<(start + part.count)], TextField.selectionStyle)
        }
        area.put(
            String(scalars), row: line, alignment: paragraph == area.direction ? .start : .end,
            direction: row.direction, style: Style(isMuted ? .muted : .strong, on: .field), emphasis: emphasis)
    }
}

/// Two areas are the same when they hold the same and are at the same place in it.
extension TextArea: Hashable {
    public static func == (one: TextArea, other: TextArea) -> Bool {
        one.content == other.content && one.rows == other.rows && one.columns == other.columns && one.top == other.top
            && one.goal == other.goal
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(content)
        hasher.combine(rows)
        hasher.combine(columns)
        hasher.combine(top)
        hasher.combine(goal)
    }
}
