import Canvas
import Domain
import Persian
import Store

/// Who helps with a need, in one column: "○YARI 57!  ×SEPAH", the selected institution first, then what is wrong, then the
/// others, then who will not help.
struct WhoHelps {
    private struct Entry {
        /// With what was promised, and without.
        let long: String
        let short: String
        let color: ColorRole
        var isSelected = false
    }

    private let entries: [Entry]

    /// - Parameter selected: the code of the institution whose cell is selected; nil in all other rows.
    init(_ row: NeedRow, selected: String?, _ language: Language) {
        func rank(_ cell: SupportCell) -> Int { cell.isFormer ? 2 : cell.troubles.isEmpty ? 1 : 0 }
        let cells = row.cells.filter { $0.institution != selected }.enumerated().sorted { one, other in
            (rank(one.element), one.offset) < (rank(other.element), other.offset)
        }
        var entries = cells.map { Self.entry($0.element, language) }
        if let selected {
            var entry =
                row.cell(selected).map { Self.entry($0, language) }
                ?? Entry(long: "\(selected) —", short: "\(selected) —", color: .faint)
            entry.isSelected = true
            entries.insert(entry, at: 0)
        }
        self.entries = entries
    }

    private static func entry(_ cell: SupportCell, _ language: Language) -> Entry {
        let begin = "\(cell.sign)\(cell.institution)"
        let promised = cell.isFormer ? "" : " \(language.number(cell.promised))"
        return Entry(long: begin + promised + cell.troubles, short: begin + cell.troubles, color: cell.color)
    }

    private static let gap = 2

    /// All of it with figures, for the width of a column.
    var widest: String { entries.map(\.long).joined(separator: String(repeating: " ", count: Self.gap)) }

    func draw(in region: inout Region, _ style: Style) {
        guard !entries.isEmpty else {
            return region.put("—", row: 0, direction: .leftToRight, style: Style(.faint, on: style.background))
        }
        func width(_ texts: [String]) -> Int { texts.reduce(-Self.gap) { $0 + textWidth($1) + Self.gap } }
        var texts = entries.map(\.long)
        if width(texts) > region.width { texts = entries.map(\.short) }
        var shown = texts.count
        func more() -> [String] { shown < texts.count ? ["+\(region.language.number(texts.count - shown))"] : [] }
        while shown > 1, width(texts.prefix(shown) + more()) > region.width { shown -= 1 }
        var start = 0
        for (entry, text) in zip(entries, texts.prefix(shown)) {
            let width = min(textWidth(text), region.width - start)
            let own = Style(
                entry.isSelected ? .onAccent : entry.color, on: entry.isSelected ? .accent : style.background,
                entry.isSelected ? [.bold, .underline] : [])
            region.part(start: start, width: width, height: 1) { region in
                if entry.isSelected { region.fill(own, height: 1) }
                region.put(text, row: 0, direction: .leftToRight, style: own)
            }
            start += width + Self.gap
        }
        for text in more() where start < region.width {
            region.put(
                text, row: 0, start: start, direction: .leftToRight, style: Style(.muted, on: style.background))
        }
    }
}
