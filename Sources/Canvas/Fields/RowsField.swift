import Persian

/// A small table that is filled row by row: a free row stands at its end, and empty ones vanish as they are left.
///
/// Tab and Enter go from cell to cell and Shift-Tab back, up and down from row to row; in a cell the keys do what they do
/// in its field.
///
///     var work = RowsField([.init(Phrase(fa: "کار", en: "work"), TextInput()), .init(Phrase(fa: "مقدار", en: "quantity"), NumberField())])
///     work.step(backward: false)  // on to the quantity
public struct RowsField: FormField {
    /// A column: its title, the fewest columns of the screen that it needs, its share of the rest, and an empty cell.
    public struct Column: Hashable, Sendable {
        public var title: Phrase
        public var minimum: Int
        public var weight: Int
        fileprivate var blank: Cell

        public init(_ title: Phrase, _ blank: any FormField, minimum: Int = 12, weight: Int = 0) {
            self.title = title
            self.minimum = minimum
            self.weight = weight
            self.blank = Cell(field: blank)
        }
    }

    /// A field of any type that can be compared.
    fileprivate struct Cell: Hashable, Sendable {
        var field: any FormField

        static func == (one: Cell, other: Cell) -> Bool { AnyHashable(one.field) == AnyHashable(other.field) }
        func hash(into hasher: inout Hasher) { AnyHashable(field).hash(into: &hasher) }
    }

    public let columns: [Column]
    private var cells: [[Cell]]
    private var row = 0
    private var column = 0
    private var width = 56

    /// - Parameter rows: a field for every column.
    public init(_ columns: [Column], rows: [[any FormField]] = []) {
        self.columns = columns
        cells = rows.map { $0.map { Cell(field: $0) } }
        cells.append(blankRow)
    }

    /// What was filled in; rows in which nothing stands are left out.
    public var rows: [[any FormField]] { cells.filter { !Self.isEmpty($0) }.map { $0.map(\.field) } }

    private var blankRow: [Cell] { columns.map(\.blank) }

    private static func isEmpty(_ row: [Cell]) -> Bool { row.allSatisfy(\.field.isEmpty) }

    /// The column that the focus is in, and the row.
    public var focusedColumn: Int { column }
    public var focusedRow: Int { row }

    /// The field that the focus is in; whoever looks candidates up for a ``PickerField`` hands them in here.
    public var focusedField: any FormField {
        get { cells[row][column].field }
        set { cells[row][column].field = newValue }
    }

    /// Replaces every field by what becomes of it, with the number of its column.
    public mutating func mapFields<E: Error>(
        _ transform: (Int, any FormField) throws(E) -> any FormField
    ) throws(E) {
        for line in cells.indices {
            for column in columns.indices {
                cells[line][column].field = try transform(column, cells[line][column].field)
            }
        }
    }

    /// Puts the focus into the first cell that is wrong, in a row where something stands; where none is, it stays.
    public mutating func focus<E: Error>(firstWhere isWrong: (Int, any FormField) throws(E) -> Bool) throws(E) {
        for line in cells.indices where !Self.isEmpty(cells[line]) {
            for index in columns.indices where try isWrong(index, cells[line][index].field) {
                (row, column) = (line, index)
                return focusedField.enter(backward: false)
            }
        }
    }

    // MARK: Keys

    public mutating func handle(_ key: Key, page: Direction) -> Bool {
        // Candidates that stand open are gone through and taken with the keys that lead to other cells.
        if let picker = focusedField as? PickerField, picker.isOpen, focusedField.handle(key, page: page) {
            keepFreeRow()
            return true
        }
        switch (key.code, key.modifiers) {
        case (.enter, _): return false
        case (.up, []): return go(to: row - 1)
        case (.down, []): return go(to: row + 1)
        default:
            guard focusedField.handle(key, page: page) else { return false }
            keepFreeRow()
            return true
        }
    }

    public mutating func insert(_ pasted: String) {
        focusedField.insert(pasted)
        keepFreeRow()
    }

    /// On to the next cell; out of the table from a row in which nothing stands, and back out of its first cell.
    public mutating func step(backward: Bool) -> Bool {
        focusedField.leave()
        keepFreeRow()
        let target = column + (backward ? -1 : 1)
        if columns.indices.contains(target), backward || !Self.isEmpty(cells[row]) {
            column = target
            focusedField.enter(backward: backward)
            return true
        }
        guard cells.indices.contains(row + (backward ? -1 : 1)) else {
            (row, column) = (0, 0)
            return false
        }
        column = backward ? columns.count - 1 : 0
        return go(to: row + (backward ? -1 : 1))
    }

    /// From behind one comes to the last cell that is filled in.
    public mutating func enter(backward: Bool) {
        (row, column) = (0, 0)
        if backward, let last = cells.lastIndex(where: { !Self.isEmpty($0) }) {
            (row, column) = (last, columns.count - 1)
        }
        focusedField.enter(backward: backward)
    }

    public mutating func leave() {
        focusedField.leave()
        keepFreeRow()
    }

    public mutating func dismiss() -> Bool { focusedField.dismiss() }

    public mutating func fit(columns: Int) { width = columns }

    private mutating func go(to target: Int) -> Bool {
        guard cells.indices.contains(target) else { return false }
        focusedField.leave()
        let isDropped = Self.isEmpty(cells[row]) && row < cells.count - 1
        if isDropped { cells.remove(at: row) }
        row = isDropped && target > row ? target - 1 : target
        focusedField.enter(backward: false)
        return true
    }

    private mutating func keepFreeRow() {
        if let last = cells.last, !Self.isEmpty(last) { cells.append(blankRow) }
    }

    // MARK: Drawing

    public func wantedColumns(_ language: Language) -> Int {
        columns.reduce(Canvas.Column.gap * (columns.count - 1)) {
            $0 + max($1.minimum, textWidth($1.title[language]))
        }
    }

    /// No column vanishes, since each has to be filled in: where room is short all give some of theirs, their heads last.
    private func places(_ width: Int, _ language: Language) -> [Canvas.Column.Place] {
        let room = width - (columns.count - 1) * Canvas.Column.gap
        let heads = columns.map { textWidth($0.title[language]) }
        let whole = zip(columns, heads).map { max($0.minimum, $1) }
        let (head, all) = (heads.reduce(0, +), whole.reduce(0, +))
        let widths = zip(heads, whole).map { least, most in
            if all <= room { return most }
            guard head <= room, all > head else { return max(1, least * room / max(1, head)) }
            return least + (most - least) * (room - head) / (all - head)
        }
        return Canvas.Column.places(
            zip(columns, widths).map { Canvas.Column($0.title, minimum: $1, weight: $0.weight) }, width: width)
    }

    public func height(columns: Int, language: Language) -> Int { 1 + cells.count }

    public func draw(in region: inout Region, hasFocus: Bool) {
        for place in places(region.width, region.language) {
            region.put(
                region(columns[place.index].title), row: 0, start: place.start, width: place.width, direction: .page,
                style: Style(.muted))
            for (line, row) in cells.enumerated() {
                region.part(top: line + 1, start: place.start, width: place.width, height: 1) {
                    row[place.index].field.draw(
                        in: &$0, hasFocus: hasFocus && line == self.row && place.index == column)
                }
            }
        }
    }

    public func popup(_ language: Language) -> FieldPopup? {
        var field = focusedField
        field.fit(columns: width)
        return field.popup(language)
    }
}

extension FormField {
    /// Whether nothing was put into it yet.
    fileprivate var isEmpty: Bool {
        switch self {
        case let field as TextInput: field.text.isEmpty
        case let field as NumberField: field.input.text.isEmpty
        case let field as ChoiceField: field.selected == nil
        case let field as DateField: field.input.text.isEmpty
        case let field as TimeField: field.input.text.isEmpty
        case let field as PickerField: field.chosen == nil && field.query.isEmpty
        default: false
        }
    }
}
