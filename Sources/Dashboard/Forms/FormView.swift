import Canvas
import Domain
import Persian

/// Draws a form: labels at the start edge, the fields beside them, what is wrong under each field.
@MainActor
struct FormView {
    private let form: FormModal
    private let context: ScreenContext

    init(_ form: FormModal, _ context: ScreenContext) {
        self.form = form
        self.context = context
    }

    private var language: Language { context.language }

    func draw(in region: inout Region) {
        region.fill(Style(.text, on: .page))
        Panel(form.title[language].capitalisedFirst, note: note, hasFocus: true).draw(in: &region) { inside in
            let top = drawRefusal(in: &inside)
            let width = inside.width
            inside.part(top: top, height: inside.height - top - 2) { drawFields(in: &$0, width: width) }
            drawButton(at: inside.height - 1, in: &inside)
        }
    }

    private var note: String {
        if form.isSending { return language == .persian ? "در حال ثبت …" : "saving …" }
        return form.isRestored ? (language == .persian ? "ادامه پیش‌نویس" : "going on with a draft") : ""
    }

    /// What the rules said of the whole; how many rows it took.
    private func drawRefusal(in region: inout Region) -> Int {
        guard let refusal = form.refusal else { return 0 }
        var row = 0
        for line in TextLayout.wrap("✗ " + refusal.phrase[language], width: region.width).prefix(4) {
            region.put(line, row: row, direction: .page, style: Style(.alarm, on: .page, .bold))
            row += 1
        }
        return row + 1
    }

    /// As many fields as fit, the one with the focus always among them.
    private func drawFields(in region: inout Region, width: Int) {
        let labelWidth = min(26, form.fields.map { textWidth(label($0)) }.max() ?? 0)
        let heights = form.fields.indices.map { height(of: $0, width: width - labelWidth - 3) }
        let focus = min(form.focus, form.fields.count - 1)
        var first = 0
        while first < focus, heights[first...focus].reduce(0, +) > region.height { first += 1 }
        var row = 0
        for index in form.fields.indices.dropFirst(first) where row < region.height {
            drawField(index, at: row, labelWidth: labelWidth, in: &region)
            row += heights[index]
        }
    }

    private func label(_ field: FormModal.Field) -> String {
        field.use.phrase[language] + (field.use.presence == .required ? " *" : "")
    }

    private func height(of index: Int, width: Int) -> Int {
        let field = form.fields[index]
        var height = entryHeight(field.entry, width: width) + (field.refusal.map { TextLayout.wrap($0.phrase[language], width: max(1, width)).count } ?? 0)
        if index == form.focus, case .record(let entry) = field.entry, entry.isSearching {
            height += max(1, entry.candidates.count)
        }
        return height
    }

    private func entryHeight(_ entry: FieldEntry, width: Int) -> Int {
        guard case .choices(let choices) = entry else { return 1 }
        return (places(choices, width: max(1, width)).last?.row ?? 0) + 1
    }

    private func drawField(_ index: Int, at row: Int, labelWidth: Int, in region: inout Region) {
        let field = form.fields[index]
        let hasFocus = index == form.focus
        let start = labelWidth + 3
        if hasFocus {
            region.put("▌", row: row, width: 1, direction: .picture, style: Style(.accent, on: .page, .bold))
        }
        region.put(
            label(field), row: row, start: 2, width: labelWidth, direction: .page,
            style: Style(hasFocus ? .strong : .muted, on: .page, hasFocus ? .bold : []))
        let height = entryHeight(field.entry, width: region.width - start)
        region.part(top: row, start: start, height: height) { draw(field, hasFocus, in: &$0) }
        var line = row + height
        if hasFocus, case .record(let entry) = field.entry, entry.isSearching {
            region.part(top: line, start: start) { drawCandidates(entry, in: &$0) }
            line += max(1, entry.candidates.count)
        }
        guard let refusal = field.refusal else { return }
        for (number, text) in TextLayout.wrap(refusal.phrase[language], width: region.width - start).enumerated() {
            region.put(
                number == 0 ? "▲ " + text : "  " + text, row: line + number, start: start - 2, direction: .page,
                style: Style(.alarm))
        }
    }

    private func draw(_ field: FormModal.Field, _ hasFocus: Bool, in region: inout Region) {
        switch field.entry {
        case .text(let input):
            TextField(input, hasFocus: hasFocus).draw(in: &region, width: min(region.width, fieldWidth(field.use.kind)))
        case .record(let entry):
            TextField(entry.input, placeholder: hint(entry), hasFocus: hasFocus)
                .draw(in: &region, width: min(region.width, 40))
            if let chosen = entry.chosen {
                let id = "✓ " + key(chosen, entry)
                region.put(id, row: 0, start: 42, direction: .leftToRight, style: Style(.good))
            }
        case .choice(let entry): draw(entry, hasFocus, in: &region)
        case .choices(let entry): draw(entry, hasFocus, in: &region)
        }
    }

    private func hint(_ entry: RecordEntry) -> String {
        let phrase =
            entry.isPerson
            ? Phrase(fa: "بخشی از نام یا کد ملی", en: "a part of the name or national ID")
            : Phrase(fa: "بخشی از نام یا شناسه", en: "a part of the name or code")
        return phrase[language]
    }

    /// A key as this person may see it.
    private func key(_ key: String, _ entry: RecordEntry) -> String {
        entry.isPerson ? language.digits(context.masking.nationalID(key)) : key
    }

    private func fieldWidth(_ kind: ParameterKind) -> Int {
        switch kind {
        case .number: 12
        case .date, .nationalID, .mobile: 16
        case .code: 20
        default: 60
        }
    }

    private func draw(_ entry: ChoiceEntry, _ hasFocus: Bool, in region: inout Region) {
        let word = entry.index.map { entry.choices[$0].phrase[language] } ?? "—"
        region.put(
            [Span("‹ ", direction: .picture, color: .accent), Span(word, color: hasFocus ? .strong : .text), Span(" ›", direction: .picture, color: .accent)],
            row: 0, style: Style(.text, on: hasFocus ? .field : .page))
    }

    /// The choices with their ticks, on as many lines as they need.
    private func draw(_ entry: ChoicesEntry, _ hasFocus: Bool, in region: inout Region) {
        for place in places(entry, width: region.width) {
            let isTicked = entry.ticked.contains(place.index)
            let isHere = hasFocus && place.index == entry.cursor
            region.put(
                place.text, row: place.row, start: place.start, width: textWidth(place.text), direction: .page,
                style: Style(
                    isTicked ? .strong : .muted, on: isHere ? .selection : .page, isHere ? [.bold, .underline] : []))
        }
    }

    private func places(_ entry: ChoicesEntry, width: Int) -> [(index: Int, text: String, row: Int, start: Int)] {
        var places: [(index: Int, text: String, row: Int, start: Int)] = []
        var (row, start) = (0, 0)
        for (index, choice) in entry.choices.enumerated() {
            let text = (entry.ticked.contains(index) ? "☑ " : "☐ ") + choice.phrase[language]
            if start > 0, start + textWidth(text) > width { (row, start) = (row + 1, 0) }
            places.append((index, text, row, start))
            start += textWidth(text) + 2
        }
        return places
    }

    private func drawCandidates(_ entry: RecordEntry, in region: inout Region) {
        guard !entry.candidates.isEmpty else {
            let none =
                entry.isPerson
                ? Phrase(fa: "کسی یافت نشد؛ Ctrl-N او را ثبت می‌کند", en: "nobody found; Ctrl-N records the person")
                : Phrase(fa: "چیزی یافت نشد", en: "nothing found")
            region.put(region(none), row: 0, direction: .page, style: Style(.warning))
            return
        }
        for (row, candidate) in entry.candidates.enumerated() {
            let isHere = row == entry.cursor
            let ground: ColorRole = isHere ? .selection : .page
            region.fill(Style(.text, on: ground), row: row, height: 1)
            region.put(
                [
                    Span(isHere ? "› " : "  ", direction: .picture, color: .accent),
                    Span(candidate.name, direction: .automatic), Span("  "),
                    .code(key(candidate.key, entry), color: .muted),
                ], row: row, style: Style(isHere ? .strong : .text, on: ground))
        }
    }

    private func drawButton(at row: Int, in region: inout Region) {
        let hasFocus = form.focus == form.fields.count
        let text = "  " + region(Phrase(fa: "ثبت", en: "Save")) + "  "
        region.put(
            text, row: row, start: 2, width: textWidth(text), direction: .page,
            style: hasFocus ? Style(.onAccent, on: .accent, .bold) : Style(.accent, on: .panel, .bold))
        let hint = Phrase(fa: "* باید پر شود", en: "* is required")
        region.put(region(hint), row: row, start: textWidth(text) + 5, direction: .page, style: Style(.muted))
    }
}
