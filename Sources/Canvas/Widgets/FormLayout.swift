import Persian

/// Where everything in a form stands, counted from the first row of its fields.
struct FormLayout {
    struct Place {
        /// The row of the label.
        var top: Int
        var fieldTop: Int
        var fieldWidth: Int
        var fieldHeight: Int
        /// The error and the hint, wrapped.
        var error: [String]
        var hint: [String]
        var popup: FieldPopup?
        /// The row below all of it but the popup.
        var bottom: Int { fieldTop + fieldHeight + error.count + hint.count }
        var popupBottom: Int { bottom + (popup?.height ?? 0) }
    }

    /// Columns at the start edge for the mark of the focus, and at the end edge for the scroll bar.
    static let margin = 2
    /// In a region narrower than this the labels stand above the fields.
    static let sideBySideWidth = 50

    let labelWidth: Int
    let fieldStart: Int
    /// The most columns a field may have; errors and hints have them all.
    let fieldWidth: Int
    private(set) var places: [Place] = []
    private let focusedIndex: Int?

    init(_ form: FormWidget, width: Int, language: Language, height: Int? = nil) {
        let inner = max(1, width - 2 * Self.margin)
        let isStacked = width < Self.sideBySideWidth
        // The mark of a required field stands after its label.
        let longest = (form.rows.map { textWidth($0.label) }.max() ?? 0) + 2
        labelWidth = isStacked ? inner : min(longest, inner * 2 / 5)
        fieldStart = isStacked ? Self.margin : Self.margin + labelWidth + 1
        fieldWidth = max(1, width - fieldStart - Self.margin)

        if case .row(let index) = form.focus, form.rows.indices.contains(index) {
            focusedIndex = index
        } else {
            focusedIndex = nil
        }

        // A free row between the fields where there is room. Errors are not counted, so that the fields stay where
        // they are when one appears.
        let rows = Self.rows(of: form, isStacked: isStacked, columns: fieldWidth, language: language)
        let roomy = rows.reduce(2) { $0 + $1.bottom - $1.error.count + 1 }
        let gap = height.map { roomy <= $0 } == true ? 1 : 0
        var top = 0
        for var place in rows {
            place.top += top
            place.fieldTop += top
            top = place.bottom + gap
            places.append(place)
        }
    }

    /// The places of the rows, each counted from its own top.
    private static func rows(
        of form: FormWidget, isStacked: Bool, columns: Int, language: Language
    ) -> [Place] {
        form.rows.enumerated().map { index, row in
            let own = min(columns, row.columns ?? columns)
            return Place(
                top: 0, fieldTop: isStacked ? 1 : 0, fieldWidth: own,
                fieldHeight: row.field.height(columns: own, language: language),
                error: row.error.map { TextLayout.wrap("▲ " + $0, width: columns) } ?? [],
                hint: row.hint.map { TextLayout.wrap($0, width: columns) } ?? [],
                popup: form.focus == .row(index) ? row.field.popup(language) : nil)
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
