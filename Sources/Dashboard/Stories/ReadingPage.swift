import Canvas
import Domain
import Persian

/// A text set for reading in a column that the eye can follow: headings, paragraphs, quotations, lists and facts, each
/// wrapped and drawn in its own direction. It is laid out once, scrolled and drawn from any of its lines.
///
///     var page = ReadingPage(context, columns: 66)
///     page.title(story.title)
///     page.body(story.body)
///     page.draw(from: offset, in: &region)
struct ReadingPage {
    private struct Line {
        var text = ""
        var direction = TextDirection.page
        var style = Style()
        var indent = 0
        /// What stands before it: the bar of a quotation, the dot of an item.
        var mark = ""
        var markColor = ColorRole.faint
        var emphasis: Emphasis?
        var isRule = false
        /// It stands where lines of the page begin, whatever its own direction is: a code, a label.
        var isPages = false
    }

    let columns: Int
    private let language: Language
    private let page: Direction
    private var lines: [Line] = []

    init(_ context: ScreenContext, columns: Int) {
        self.columns = max(10, columns)
        language = context.language
        page = context.direction
    }

    var count: Int { lines.count }

    /// The furthest that it can be scrolled.
    func lastOffset(height: Int) -> Int { max(0, lines.count - height) }

    // MARK: Putting it together

    /// An empty line, but for one at the beginning and one after another.
    mutating func gap() {
        if let last = lines.last, !last.text.isEmpty || last.isRule { lines.append(Line()) }
    }

    mutating func rule() { lines.append(Line(style: Style(.faint), isRule: true)) }

    mutating func title(_ text: String) { add(text, Style(.accent, on: .page, .bold)) }

    mutating func heading(_ phrase: Phrase) {
        gap()
        add(phrase[language].capitalisedFirst, Style(.strong, on: .page, .bold), direction: .page)
    }

    mutating func text(_ text: String, _ color: ColorRole = .text, mark: String = "", direction: TextDirection? = nil) {
        add(
            text, Style(color), indent: mark.isEmpty ? 0 : textWidth(mark) + 1, mark: mark, markColor: color,
            direction: direction)
    }

    /// A label with its value on the same line.
    mutating func fact(_ fact: Facts.Fact) {
        let label = "\(fact.label.capitalisedFirst): "
        let first = lines.count
        add(label + language.isolated(fact.value), Style(fact.color), direction: .page)
        if lines.indices.contains(first) {
            lines[first].emphasis = Emphasis([0..<label.unicodeScalars.count], Style(.muted))
        }
    }

    /// What somebody wrote: paragraphs, quotations, lists.
    mutating func body(_ text: String) {
        for block in StoryBlock.blocks(of: text) {
            gap()
            switch block {
            case .paragraph(let text): add(text, Style())
            case .quotation(let text):
                add("«\(text)»", Style(.strong, on: .page, .italic), indent: 3, mark: "▌", isBar: true)
            case .list(let items): for item in items { add(item, Style(), indent: 3, mark: "•") }
            }
        }
    }

    /// Two versions in one text: what was taken out stands in `[−…−]`, what is new in `{+…+}`, in colours of their own.
    mutating func changes(_ changes: [WordChange]) {
        var text = ""
        for change in changes {
            let (opening, closing) = TextMarks.of(change.sort)
            // A mark ends with its line, and blanks stand outside of it.
            for (index, piece) in change.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                if index > 0 { text += "\n" }
                let words = piece.trimmed
                guard !words.isEmpty else { continue }
                let blanks = piece.dropFirst(words.count + piece.prefix { $0.isWhitespace }.count)
                text += piece.prefix { $0.isWhitespace } + opening + words + closing + blanks
            }
        }
        for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if paragraph.trimmed.isEmpty { gap() } else { addMarked(String(paragraph)) }
        }
    }

    private mutating func addMarked(_ text: String) {
        let direction = TextLayout.runDirection(of: text, page: page)
        var open: WordChange.Sort = .same
        for line in TextLayout.wrap(text, width: columns) {
            lines.append(
                Line(text: line, direction: direction, emphasis: TextMarks.emphasis(in: line, open: &open)))
        }
    }

    private mutating func add(
        _ text: String, _ style: Style, indent: Int = 0, mark: String = "", markColor: ColorRole = .accent,
        isBar: Bool = false, direction: TextDirection? = nil
    ) {
        let isPages = direction != nil
        let direction = direction ?? TextLayout.runDirection(of: text, page: page)
        for (row, line) in TextLayout.wrap(text, width: columns - indent).enumerated() {
            lines.append(
                Line(
                    text: line, direction: direction, style: style, indent: indent,
                    mark: row == 0 || isBar ? mark : "", markColor: markColor, isPages: isPages))
        }
    }

    // MARK: Drawing

    /// Draws it from a line on, in the middle of the region, with a bar that says where one is.
    func draw(from offset: Int, in region: inout Region) {
        let top = min(max(0, offset), lastOffset(height: region.height))
        let start = max(1, (region.width - columns) / 2)
        region.part(start: start, width: columns) { region in
            for (row, line) in lines.dropFirst(top).prefix(region.height).enumerated() {
                Self.draw(line, row: row, in: &region)
            }
        }
        region.part(start: min(region.width - 1, start + columns + 1), width: 1) { region in
            ScrollBar(position: top, visible: region.height, total: lines.count).draw(in: &region)
        }
    }

    private static func draw(_ line: Line, row: Int, in region: inout Region) {
        if line.isRule {
            let rule = String(repeating: "─", count: region.width)
            return region.put(rule, row: row, direction: .picture, style: line.style)
        }
        guard !line.text.isEmpty else { return }
        // A text that runs the other way begins, and has its marks, at the other edge.
        let runs = TextLayout.direction(of: line.text, as: line.direction, page: region.direction)
        let isPages = line.isPages || runs == region.direction
        region.put(
            line.text, row: row, start: isPages ? line.indent : 0, width: region.width - line.indent,
            alignment: isPages ? .start : .end, direction: line.direction, style: line.style, emphasis: line.emphasis)
        guard !line.mark.isEmpty else { return }
        let width = textWidth(line.mark)
        region.put(
            line.mark, row: row, start: isPages ? 0 : region.width - width, width: width,
            direction: line.mark.contains(where: \.isLetter) ? .page : .picture, style: Style(line.markColor))
    }
}

/// The marks of what was taken out of a text and of what is new in it.
private enum TextMarks {
    static let removed = ("[−", "−]")
    static let added = ("{+", "+}")

    static func of(_ sort: WordChange.Sort) -> (String, String) {
        switch sort {
        case .same: ("", "")
        case .removed: removed
        case .added: added
        }
    }

    /// Which signs of a line stand in marks; a mark that was opened in the line before goes on.
    static func emphasis(in line: String, open: inout WordChange.Sort) -> Emphasis? {
        let scalars = Array(line.unicodeScalars)
        var ranges: [WordChange.Sort: [Range<Int>]] = [:]
        var start = 0
        func isAt(_ index: Int, _ mark: String) -> Bool {
            Array(mark.unicodeScalars).elementsEqual(scalars[index..<min(scalars.count, index + 2)])
        }
        for index in scalars.indices {
            if open == .same {
                if isAt(index, removed.0) { (open, start) = (.removed, index) }
                if isAt(index, added.0) { (open, start) = (.added, index) }
            } else if isAt(index, open == .removed ? removed.1 : added.1) {
                ranges[open, default: []].append(start..<index + 2)
                open = .same
            }
        }
        if open != .same, start < scalars.count { ranges[open, default: []].append(start..<scalars.count) }
        guard !ranges.isEmpty else { return nil }
        var emphasis = Emphasis(ranges[.added] ?? [], Style(.good, on: .page, .bold))
        emphasis.others = [Emphasis(ranges[.removed] ?? [], Style(.alarm))]
        return emphasis
    }
}

extension StringProtocol {
    /// Without the blanks at both ends.
    fileprivate var trimmed: String {
        var text = drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
