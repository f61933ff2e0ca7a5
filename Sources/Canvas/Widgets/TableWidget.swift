import Persian

/// One field of a table's row: a text, or something drawn such as tags or a strip.
///
///     TableCell("امید")
///     TableCell("C-014", direction: .leftToRight, color: .accent)
///     TableCell { region, style in Tags(tags).draw(in: &region, style: style) }
public struct TableCell {
    /// Draws into a region of one line; the style has the row's colours.
    public typealias Drawing = (_ region: inout Region, _ style: Style) -> Void

    enum Content {
        case text(String, TextDirection)
        case drawing(Drawing)
    }

    let content: Content
    let color: ColorRole?
    let attributes: Attributes

    public init(
        _ text: String, direction: TextDirection = .automatic, color: ColorRole? = nil, _ attributes: Attributes = []
    ) {
        content = .text(text, direction)
        self.color = color
        self.attributes = attributes
    }

    public init(drawing: @escaping Drawing) {
        content = .drawing(drawing)
        color = nil
        attributes = []
    }
}

/// A list with columns: a header, the rows it is given and a mark beside the selected one.
///
/// It holds only the rows that are seen; which these are is the screen's to know. A row's colours follow its
/// record, never its line, so that scrolling sends little to the terminal.
public struct TableWidget {
    /// By which column the rows are sorted.
    public struct Sort: Hashable, Sendable {
        public var column: Int
        public var ascending: Bool

        public init(column: Int, ascending: Bool) {
            self.column = column
            self.ascending = ascending
        }
    }

    public var columns: [Column]
    /// The selected row's index in the rows that are seen.
    public var selected: Int?
    /// How many lines the selected row takes, where the rows that follow it go on with it.
    public var selectedLines = 1
    public var sort: Sort?
    /// How far the list is scrolled; draws a bar at the end edge.
    public var scroll: ScrollBar?
    public var background: ColorRole

    /// How many rows are seen.
    private let count: Int
    private let draw: Drawing

    /// Draws a row, by its index, in its line of the table.
    private typealias Drawing = (_ table: TableWidget, _ index: Int, _ places: [Column.Place], _ region: inout Region)
        -> Void

    /// Columns at the start edge for the selection's mark, and at the end edge for the scroll bar.
    private static let margin = 2

    /// - Parameter rows: the rows that are seen, from the first line below the header. Each has a cell for every
    ///   column.
    public init(
        columns: [Column], rows: [[TableCell]], selected: Int? = nil, sort: Sort? = nil, scroll: ScrollBar? = nil,
        background: ColorRole = .page
    ) {
        self.columns = columns
        self.selected = selected
        self.sort = sort
        self.scroll = scroll
        self.background = background
        count = rows.count
        draw = { table, index, places, region in
            region.part(top: index + 1, height: 1) { table.draw(rows[index], at: index, places, in: &$0) }
        }
    }

    /// A table whose rows are laid out anew only when they say something else than in the frame before.
    ///
    /// - Parameters:
    ///   - name: the table's, unique in a frame.
    ///   - items: what the rows that are seen say, from the first line below the header.
    ///   - cells: a cell for every column; made of the item, the language and what ``RenderCache/removeAll()`` is
    ///     called for.
    public init<Item: Equatable>(
        cached name: String, columns: [Column], items: [Item], selected: Int? = nil, sort: Sort? = nil,
        scroll: ScrollBar? = nil, background: ColorRole = .page, cells: @escaping (Item) -> [TableCell]
    ) {
        self.columns = columns
        self.selected = selected
        self.sort = sort
        self.scroll = scroll
        self.background = background
        count = items.count
        draw = { table, index, places, region in
            let content = RowContent(
                item: items[index], isSelected: table.isSelected(index), background: background, places: places)
            region.part(cached: name, index, of: content, top: index + 1, height: 1) {
                table.draw(cells(items[index]), at: index, places, in: &$0)
            }
        }
    }

    private func isSelected(_ index: Int) -> Bool {
        selected.map { ($0..<$0 + max(1, selectedLines)).contains(index) } ?? false
    }

    /// Where a column stands in a table of that width; nil when there is no room for it.
    public static func place(
        of column: Int, among columns: [Column], width: Int, _ language: Language
    ) -> Column.Place? {
        TableWidget(columns: columns, rows: []).places(width: width, language).first { $0.index == column }
    }

    /// Whether a table of that width has room for all of some columns.
    ///
    ///     TableWidget.shows([3], among: columns, width: region.width, .persian)
    public static func shows(
        _ wanted: [Int], among columns: [Column], width: Int, _ language: Language
    ) -> Bool {
        let places = TableWidget(columns: columns, rows: []).places(width: width, language)
        return wanted.allSatisfy { index in places.contains { $0.index == index } }
    }

    /// Heads are never cut, and the column that a list is sorted by tells so in its own: it does not vanish.
    private func places(width: Int, _ language: Language) -> [Column.Place] {
        var columns = columns
        for index in columns.indices {
            let isSorting = sort?.column == index
            let head = textWidth(columns[index].title[language]) + (isSorting ? Self.markWidth : 0)
            columns[index].minimum = max(columns[index].minimum, head)
            if isSorting { columns[index].priority = .max }
        }
        return Column.places(columns, width: width - 2 * Self.margin)
    }

    /// The sign of the order behind a head, and the blank before it.
    private static let markWidth = 2

    private struct RowContent<Item: Equatable>: Equatable {
        let item: Item
        let isSelected: Bool
        let background: ColorRole
        /// Other rows may have made room for other columns.
        let places: [Column.Place]
    }

    public func draw(in region: inout Region) {
        let places = places(width: region.width, region.language)
        drawHeader(places, in: &region)
        for index in 0..<min(count, max(0, region.height - 1)) { draw(self, index, places, &region) }
        region.part(top: 1, start: region.width - 1) { scroll?.draw(in: &$0, background: background) }
    }

    private func drawHeader(_ places: [Column.Place], in region: inout Region) {
        region.fill(Style(.muted, on: .panel), height: 1)
        for place in places {
            let column = columns[place.index]
            var title = region(column.title)
            var style = Style(.muted, on: .panel)
            if let sort, sort.column == place.index {
                let mark = sort.ascending ? "▲" : "▼"
                title = TextLayout.fitted(title, width: place.width - Self.markWidth) + " " + mark
                style = Style(.accent, on: .panel, .bold)
            }
            region.put(
                title, row: 0, start: Self.margin + place.start, width: place.width, alignment: column.alignment,
                direction: .page, style: style)
        }
    }

    private func draw(
        _ cells: [TableCell], at index: Int, _ places: [Column.Place], in region: inout Region
    ) {
        let isSelected = isSelected(index)
        let base = Style(isSelected ? .strong : .text, on: isSelected ? .selection : background)
        region.fill(base)
        if isSelected {
            region.put("▌", row: 0, width: 1, direction: .picture, style: Style(.accent, on: .selection, .bold))
        }
        for place in places where place.index < cells.count {
            let cell = cells[place.index]
            var style = base
            style.foreground = cell.color ?? base.foreground
            style.attributes = cell.attributes
            let start = Self.margin + place.start
            switch cell.content {
            case .text(let text, let direction):
                guard !text.isEmpty else { continue }
                region.put(
                    text, row: 0, start: start, width: place.width, alignment: columns[place.index].alignment,
                    direction: direction, style: style)
            case .drawing(let drawing):
                region.part(start: start, width: place.width, height: 1) { drawing(&$0, style) }
            }
        }
    }
}
