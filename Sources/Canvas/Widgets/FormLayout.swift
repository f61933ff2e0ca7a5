import Persian

/// Where everything in a form stands, counted from the first row of its fields.
struct FormLayout {
    struct Place {
        /// The row of the label.
        var top: Int
        /// The label, wrapped.
        var label: [String]
        var fieldTop: Int
        var fieldStart: Int
        var fieldWidth: Int
        var fieldHeight: Int
        /// The error and the hint, wrapped.
        var error: [String]
        var hint: [String]
        var popup: FieldPopup?
        /// The row below the field and the label beside it.
        var noteTop: Int { max(fieldTop + fieldHeight, top + label.count) }
        /// The row below all of it but the popup.
        var bottom: Int { noteTop + error.count + hint.count }
        var popupBottom: Int { bottom + (popup?.height ?? 0) }
    }

    /// What stands beside what, from the form's labels and its width alone.
    struct Columns {
        /// The labels stand above the fields.
        let isStacked: Bool
        let label: Int
        let start: Int
        let field: Int

        init(_ form: FormWidget, width: Int) {
            let inner = max(1, width - 2 * FormLayout.margin)
            isStacked = width < FormLayout.sideBySideWidth
            // The mark of a required field stands after its label.
            let longest = (form.rows.map { textWidth($0.label) }.max() ?? 0) + 2
            label = isStacked ? inner : min(longest, inner * 2 / 5)
            start = isStacked ? FormLayout.margin : FormLayout.margin + label + 1
            field = max(1, width - start - FormLayout.margin)
        }

        /// A table that has no room beside its label stands below it, over the whole width.
        func isBelow(_ row: FormWidget.Row, _ language: Language) -> Bool {
            isStacked || row.field.wantedColumns(language) > field
        }

        func start(of row: FormWidget.Row, _ language: Language) -> Int {
            isBelow(row, language) ? FormLayout.margin : start
        }

        func field(of row: FormWidget.Row, _ language: Language) -> Int {
            let all = field + start - start(of: row, language)
            return min(all, row.columns ?? all)
        }
    }

    /// Columns at the start edge for the mark of the focus, and at the end edge for the scroll bar.
    static let margin = 2
    /// In a region narrower than this the labels stand above the fields.
    static let sideBySideWidth = 50

    /// Hints are cut after so many rows.
    private static let mostHintRows = 4
    /// Errors too, for one may quote all that was pasted; but its end says what would be accepted.
    private static let mostErrorRows = 8

    private let columns: Columns
    var labelWidth: Int { columns.label }
    var fieldStart: Int { columns.start }
    /// The most columns a field may have; errors and hints have them all.
    var fieldWidth: Int { columns.field }
    private(set) var places: [Place] = []
    private let focusedIndex: Int?

    init(_ form: FormWidget, width: Int, language: Language, height: Int? = nil) {
        columns = Columns(form, width: width)
        if case .row(let index) = form.focus, form.rows.indices.contains(index) {
            focusedIndex = index
        } else {
            focusedIndex = nil
        }

        // A free row between the fields where there is room. Errors are not counted, so that the fields stay where
        // they are when one appears.
        var rows = Self.rows(of: form, columns, language: language)
        if let height { Self.grow(&rows, of: form, to: height, language: language) }
        let roomy = rows.reduce(2) { $0 + $1.bottom - $1.error.count + 1 }
        let gap = height.map { roomy <= $0 } == true ? 1 : 0
        var top = 0
        for var place in rows {
            place.top += top
            place.fieldTop += top
            // What is open below the field pushes what follows down, so that nothing is hidden.
            top = max(place.bottom, place.popupBottom) + gap
            places.append(place)
        }
    }

    /// The places of the rows, each counted from its own top.
    private static func rows(of form: FormWidget, _ columns: Columns, language: Language) -> [Place] {
        func wrapped(_ text: String?, lines: Int) -> [String] {
            text.map { TextLayout.wrap($0, width: columns.field, lines: lines) } ?? []
        }
        return form.rows.enumerated().map { index, row in
            let own = columns.field(of: row, language)
            let isBelow = columns.isBelow(row, language)
            // The mark of a required field stands after its label.
            let label = TextLayout.wrap(
                row.label, width: isBelow ? columns.start + columns.field - 4 : columns.label - 2)
            return Place(
                top: 0, label: label, fieldTop: isBelow ? label.count : 0,
                fieldStart: columns.start(of: row, language), fieldWidth: own,
                fieldHeight: row.field.height(columns: own, language: language),
                error: wrapped(row.error.map { "▲ " + $0 }, lines: mostErrorRows),
                hint: wrapped(row.hint, lines: mostHintRows),
                popup: form.focus == .row(index) ? Self.popup(of: row.field, columns.field, language) : nil)
        }
    }

    private static func popup(of field: any FormField, _ columns: Int, _ language: Language) -> FieldPopup? {
        var field = field
        field.fit(columns: columns)
        return field.popup(language)
    }

    /// Gives the rows that are to spare to a field that can use them, such as a list of people.
    private static func grow(_ places: inout [Place], of form: FormWidget, to height: Int, language: Language) {
        var spare = height - places.reduce(0) { $0 + $1.bottom + ($1.popup?.height ?? 0) }
        for index in places.indices where spare > 0 {
            let more = min(spare, form.rows[index].field.growth(columns: places[index].fieldWidth, language: language))
            places[index].fieldHeight += more
            spare -= more
        }
    }

    /// The place of the field with the focus; nil when a button has it.
    var focused: Place? { focusedIndex.map { places[$0] } }

    /// The rows of the whole, with what the focused field shows below itself.
    var height: Int {
        max(places.last?.bottom ?? 0, focused?.popupBottom ?? 0)
    }

    /// The first row to show in a region of `rows` rows: as near the beginning as the focused field allows.
    func offset(rows: Int) -> Int {
        guard let focused else { return max(0, height - rows) }
        return min(max(0, focused.popupBottom - rows), focused.top)
    }
}
