import Canvas
import Persian

/// What the keys do here: the bindings that are active now, those that cannot be used with their reason.
struct HelpView {
    let title: Phrase
    let notes: [BindingNote]

    @MainActor
    func draw(in region: inout Region) {
        let language = region.language
        let width = min(region.width - 4, 72)
        let height = min(region.height - 2, notes.count + 2)
        let name = language == .persian ? "کلیدهای \(title.fa)" : "Keys of \(title.en)"
        region.part(
            top: (region.height - height) / 2, start: (region.width - width) / 2, width: width, height: height
        ) { region in
            region.fill(Style(.text, on: .panel))
            Panel(name, hasFocus: true, background: .panel).draw(in: &region) { inside in
                for (row, note) in notes.prefix(inside.height).enumerated() { draw(note, row, in: &inside) }
            }
        }
    }

    private func draw(_ note: BindingNote, _ row: Int, in region: inout Region) {
        let language = region.language
        let keys = note.keys.map { $0.displayName(language) }.joined(separator: "  ")
        let isEnabled = note.disabledReason == nil
        region.put(
            keys, row: row, width: 22, direction: .leftToRight,
            style: Style(isEnabled ? .accent : .muted, on: .panel, .bold))
        let text = note.disabledReason.map { "\(note.phrase[language]) — \($0[language])" } ?? note.phrase[language]
        region.put(
            text, row: row, start: 24, direction: .page, style: Style(isEnabled ? .text : .muted, on: .panel))
    }
}
