import Canvas
import Persian

/// What the keys do here: the bindings that are active now, those that cannot be used with their reason. What does not
/// fit is reached by scrolling.
struct HelpView {
    /// One row: the keys beside the first line of what they do.
    private struct Row {
        let keys: String
        let text: String
        let isEnabled: Bool
    }

    let title: Phrase
    let notes: [BindingNote]
    /// The first row that is wanted on top.
    let offset: Int
    /// What is said where not all of it fits.
    var more = ""

    /// The column of the keys is as wide as they need, up to this; more of them go on below.
    private static let widestKeys = 24
    /// The edge and the space inside it, at both sides.
    private static let margins = 4

    /// How far it can be scrolled in a window of that size, and by how much at a page: one row of the last one stays.
    @MainActor
    static func scrolling(
        _ notes: [BindingNote], width: Int, height: Int, _ language: Language
    ) -> (last: Int, page: Int) {
        let help = HelpView(title: Phrase(fa: "", en: ""), notes: notes, offset: 0)
        let visible = max(1, height - margins)
        let rows = help.rows(width: min(width - 4, 72) - margins, language)
        return (max(0, rows.count - visible), max(1, visible - 1))
    }

    @MainActor
    func draw(in region: inout Region) {
        let language = region.language
        let width = min(region.width - 4, 72)
        let rows = rows(width: width - Self.margins, language)
        let height = min(region.height - 2, rows.count + 2)
        let first = max(0, min(offset, rows.count - height + 2))
        let name = Phrase(fa: "کلیدهای \(title)", en: "Keys of \(title)")[language]
        let note = rows.count > height - 2 ? more : ""
        region.part(
            top: (region.height - height) / 2, start: (region.width - width) / 2, width: width, height: height
        ) { region in
            region.fill(Style(.text, on: .panel))
            Panel(name, note: note, hasFocus: true, background: .panel).draw(in: &region) { inside in
                let keysWidth = keysWidth(language)
                for (line, row) in rows.dropFirst(first).prefix(inside.height).enumerated() {
                    draw(row, line, keysWidth, in: &inside)
                }
            }
            region.part(top: 1, start: width - 1, height: height - 2) {
                ScrollBar(position: first, visible: height - 2, total: rows.count).draw(in: &$0, background: .panel)
            }
        }
    }

    private func keysWidth(_ language: Language) -> Int {
        let widest = notes.map { textWidth(names(of: $0, language).joined(separator: Self.gap)) }.max() ?? 0
        return min(Self.widestKeys, widest)
    }

    private static let gap = "  "

    private func names(of note: BindingNote, _ language: Language) -> [String] {
        note.keys.map { $0.displayName(language) }
    }

    /// What only this screen has stands first, then what every screen has, moving in lists last.
    @MainActor
    private func rows(width: Int, _ language: Language) -> [Row] {
        let moves = notes.filter { $0.id.hasPrefix("list.") }
        let keysWidth = keysWidth(language)
        return (notes.filter { !$0.id.hasPrefix("list.") } + moves).flatMap { note in
            let reason = note.disabledReason.map { " — \($0[language])" } ?? ""
            let lines = TextLayout.wrap(note.phrase[language] + reason, width: max(8, width - keysWidth - 2))
            let keys = Self.lines(of: names(of: note, language), width: keysWidth)
            return (0..<max(lines.count, keys.count)).map { index in
                Row(
                    keys: keys.indices.contains(index) ? keys[index] : "",
                    text: lines.indices.contains(index) ? lines[index] : "", isEnabled: note.disabledReason == nil)
            }
        }
    }

    /// Keys in as many lines as they need; none is cut.
    private static func lines(of keys: [String], width: Int) -> [String] {
        var lines: [String] = []
        for key in keys {
            if let last = lines.last, textWidth(last + gap + key) <= width {
                lines[lines.count - 1] = last + gap + key
            } else {
                lines.append(key)
            }
        }
        return lines
    }

    private func draw(_ row: Row, _ line: Int, _ keysWidth: Int, in region: inout Region) {
        region.put(
            row.keys, row: line, width: keysWidth, direction: .leftToRight,
            style: Style(row.isEnabled ? .accent : .muted, on: .panel, .bold))
        region.put(
            row.text, row: line, start: keysWidth + 2, direction: .page,
            style: Style(row.isEnabled ? .text : .muted, on: .panel))
    }
}
