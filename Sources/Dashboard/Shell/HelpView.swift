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

    private static let keysWidth = 22

    /// How far it can be scrolled in a window of that size.
    @MainActor
    static func lastOffset(_ notes: [BindingNote], width: Int, height: Int, _ language: Language) -> Int {
        let help = HelpView(title: Phrase(fa: "", en: ""), notes: notes, offset: 0)
        let rows = help.rows(width: min(width - 4, 72) - 4 - keysWidth - 2, language)
        return max(0, rows.count - (height - 4))
    }

    @MainActor
    func draw(in region: inout Region) {
        let language = region.language
        let width = min(region.width - 4, 72)
        let rows = rows(width: width - 4 - Self.keysWidth - 2, language)
        let height = min(region.height - 2, rows.count + 2)
        let first = max(0, min(offset, rows.count - height + 2))
        let name = language == .persian ? "کلیدهای \(title.fa)" : "Keys of \(title.en)"
        let more = Phrase(fa: "↓ ↑ بقیه", en: "↓ ↑ the rest")
        let note = rows.count > height - 2 ? more[language] : ""
        region.part(
            top: (region.height - height) / 2, start: (region.width - width) / 2, width: width, height: height
        ) { region in
            region.fill(Style(.text, on: .panel))
            Panel(name, note: note, hasFocus: true, background: .panel).draw(in: &region) { inside in
                for (line, row) in rows.dropFirst(first).prefix(inside.height).enumerated() {
                    draw(row, line, in: &inside)
                }
            }
            region.part(top: 1, start: width - 1, height: height - 2) {
                ScrollBar(position: first, visible: height - 2, total: rows.count).draw(in: &$0, background: .panel)
            }
        }
    }

    /// What only this screen has stands first, then what every screen has, moving in lists last.
    @MainActor
    private func rows(width: Int, _ language: Language) -> [Row] {
        let moves = notes.filter { $0.id.hasPrefix("list.") }
        return (notes.filter { !$0.id.hasPrefix("list.") } + moves).flatMap { note in
            let keys = note.keys.map { $0.displayName(language) }.joined(separator: "  ")
            let reason = note.disabledReason.map { " — \($0[language])" } ?? ""
            let lines = TextLayout.wrap(note.phrase[language] + reason, width: max(8, width))
            return lines.enumerated().map { index, line in
                Row(keys: index == 0 ? keys : "", text: line, isEnabled: note.disabledReason == nil)
            }
        }
    }

    private func draw(_ row: Row, _ line: Int, in region: inout Region) {
        region.put(
            row.keys, row: line, width: Self.keysWidth, direction: .leftToRight,
            style: Style(row.isEnabled ? .accent : .muted, on: .panel, .bold))
        region.put(
            row.text, row: line, start: Self.keysWidth + 2, direction: .page,
            style: Style(row.isEnabled ? .text : .muted, on: .panel))
    }
}
