import Persian

/// A form: labelled fields, what is wrong with each, and the buttons that end it. It draws and tells geometry; the
/// fields are values that live elsewhere, and which has the focus is told to it.
///
/// In a narrow region the labels stand above the fields. A form taller than its region scrolls so that the field with
/// the focus, its error and what it shows below itself are seen.
///
///     FormWidget("ثبت گروه", rows: [.init("نام", TextInput("بهار"), isRequired: true)], focus: .row(0))
///         .draw(in: &region)
public struct FormWidget {
    public struct Row {
        public var label: String
        public var field: any FormField
        public var isRequired: Bool
        /// What is wrong and what would be accepted.
        public var error: String?
        public var hint: String?
        /// The most columns the field is to fill, for a code or a phone number; nil for all there are.
        public var columns: Int?

        public init(
            _ label: String, _ field: any FormField, isRequired: Bool = false, error: String? = nil,
            hint: String? = nil, columns: Int? = nil
        ) {
            self.label = label
            self.field = field
            self.isRequired = isRequired
            self.error = error
            self.hint = hint
            self.columns = columns
        }
    }

    /// What the keys go to.
    public enum Focus: Hashable, Sendable {
        case row(Int)
        case save, cancel
    }

    public var title: String
    public var rows: [Row]
    public var focus: Focus
    public var saveTitle: Phrase
    public var cancelTitle: Phrase
    /// A short text beside the buttons, such as when the draft was kept.
    public var note: String

    public init(
        _ title: String, rows: [Row], focus: Focus, saveTitle: Phrase = Phrase(fa: "ثبت", en: "Save"),
        cancelTitle: Phrase = Phrase(fa: "انصراف", en: "Cancel"), note: String = ""
    ) {
        self.title = title
        self.rows = rows
        self.focus = focus
        self.saveTitle = saveTitle
        self.cancelTitle = cancelTitle
        self.note = note
    }

    /// Where Tab leads, or Shift-Tab when `backward`: through the fields, then the buttons, then round.
    public static func next(after focus: Focus, rows: Int, backward: Bool = false) -> Focus {
        let order = (0..<rows).map(Focus.row) + [.save, .cancel]
        let here = order.firstIndex(of: focus) ?? 0
        return order[(here + (backward ? order.count - 1 : 1)) % order.count]
    }

    /// The columns of a field when the form is drawn `width` columns wide: what ``FormField/fit(columns:)`` wants.
    public func fieldColumns(row: Int, width: Int, _ language: Language) -> Int {
        FormLayout.Columns(self, width: width).field(of: rows[row], language)
    }

    // MARK: Drawing

    public func draw(in region: inout Region) {
        let hasRules = region.height >= 9
        let header = hasRules ? 2 : 1
        let footer = hasRules ? 2 : 1
        region.put(title, row: 0, start: 1, direction: .page, style: Style(.accent, on: .page, .bold))
        if hasRules {
            drawRule(row: 1, in: &region)
            drawRule(row: region.height - 2, in: &region)
        }
        region.part(top: header, height: region.height - header - footer) { drawRows(in: &$0) }
        let focused: Int? = focus == .save ? 0 : focus == .cancel ? 1 : nil
        let buttons = ButtonRow(titles: [region(saveTitle), region(cancelTitle)], focused: focused)
        buttons.draw(in: &region, row: region.height - 1, start: 1)
        let room = region.width - buttons.width - 4
        if textWidth(note) <= room {
            region.put(
                note, row: region.height - 1, start: buttons.width + 3, width: room, alignment: .end,
                direction: .page, style: Style(.muted))
        }
    }

    private func drawRule(row: Int, in region: inout Region) {
        let rule = String(repeating: "─", count: region.width)
        region.put(rule, row: row, direction: .picture, style: Style(.faint))
    }

    private func drawRows(in region: inout Region) {
        let layout = FormLayout(self, width: region.width, language: region.language, height: region.height)
        let offset = layout.offset(rows: region.height)
        region.scroll(height: layout.height, from: offset) { content in
            for (index, place) in layout.places.enumerated() {
                draw(rows[index], at: place, hasFocus: focus == .row(index), layout, in: &content)
            }
            if let focused = layout.focused, let popup = focused.popup {
                let start = max(0, min(focused.fieldStart, content.width - popup.width))
                content.part(
                    top: focused.bottom, start: start, width: popup.width, height: popup.height, draw: popup.draw)
            }
        }
        region.part(start: region.width - 1) {
            ScrollBar(position: offset, visible: $0.height, total: layout.height).draw(in: &$0)
        }
    }

    private func draw(
        _ row: Row, at place: FormLayout.Place, hasFocus: Bool, _ layout: FormLayout, in region: inout Region
    ) {
        if hasFocus {
            for line in place.top..<place.noteTop {
                region.put("▌", row: line, width: 1, direction: .picture, style: Style(.accent, on: .page, .bold))
            }
        }
        let color: ColorRole = row.error != nil ? .alarm : hasFocus ? .accent : .muted
        for (line, text) in place.label.enumerated() {
            region.put(
                text, row: place.top + line, start: FormLayout.margin, width: textWidth(text), direction: .page,
                style: Style(color, on: .page, hasFocus ? .bold : []))
        }
        if row.isRequired, let last = place.label.last {
            region.put(
                "*", row: place.top + place.label.count - 1, start: FormLayout.margin + textWidth(last) + 1, width: 1,
                style: Style(.warning, on: .page, .bold))
        }
        region.part(top: place.fieldTop, start: place.fieldStart, width: place.fieldWidth, height: place.fieldHeight) {
            row.field.draw(in: &$0, hasFocus: hasFocus)
        }
        var line = place.noteTop
        for (lines, style) in [(place.error, Style(.alarm)), (place.hint, Style(.muted))] {
            for text in lines {
                region.put(
                    text, row: line, start: layout.fieldStart, width: layout.fieldWidth, direction: .page, style: style)
                line += 1
            }
        }
    }
}
