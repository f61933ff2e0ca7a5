import Canvas
import Domain
import Persian
import Store

/// How a list with its filter looks: the line of the filter, the table or words in its place, and what is selected beside
/// or below it.
///
///     ListView(list, layout, "guests", unit: .init(fa: "مهمان", one: "guest", many: "guests"), empty: empty) { _ in
///         columns
///     } cells: { cells($0, context) }
///     .draw(state, in: &region, context) { drawDetail(guest, in: &$0, context) }
@MainActor
struct ListView<State, Item: Equatable> {
    /// What is counted: one of them, and several.
    struct Unit {
        let fa: String
        let one: String
        let many: String
    }

    /// What stands there while there is nothing, and what one can do about it.
    struct Words {
        let text: Phrase
        let hints: [Phrase]

        init(_ text: Phrase, _ hints: Phrase...) { (self.text, self.hints) = (text, hints) }
        init(_ text: Phrase, hints: [Phrase]) { (self.text, self.hints) = (text, hints) }
    }

    private let pane: ListPane<State, Item>
    private let layout: ListLayout
    private let name: String
    private let unit: Unit
    private let hint: Phrase
    private let empty: Words
    private let detailTop: Int
    private let sort: TableWidget.Sort?
    private let columns: ([Item]) -> [Column]
    private let cells: (Item) -> [TableCell]

    /// - Parameters:
    ///   - name: by which unchanged rows are drawn again as they were.
    ///   - hint: what stands in the empty filter.
    ///   - detailTop: the row in which the detail beside the list begins.
    ///   - columns: for the rows that are shown.
    init(
        _ pane: ListPane<State, Item>, _ layout: ListLayout, _ name: String, unit: Unit,
        hint: Phrase = FilterState.hint, empty: Words, detailTop: Int = 1, sort: TableWidget.Sort? = nil,
        columns: @escaping ([Item]) -> [Column], cells: @escaping (Item) -> [TableCell]
    ) {
        self.pane = pane
        self.layout = layout
        self.name = name
        self.unit = unit
        self.hint = hint
        self.empty = empty
        self.detailTop = detailTop
        self.sort = sort
        self.columns = columns
        self.cells = cells
    }

    /// - Parameter detail: draws what is selected; nil where nothing is.
    func draw(
        _ state: State, in region: inout Region, _ context: ScreenContext, detail: ((inout Region) -> Void)?
    ) {
        let list = state[keyPath: pane.list]
        let filter = pane.filter.map { state[keyPath: $0] } ?? FilterState()
        region.part(width: layout.listWidth, height: 1) {
            let unit = Phrase(fa: unit.fa, en: list.total == 1 ? unit.one : unit.many)
            filter.draw(in: &$0, context, window: list.window, unit: unit, hint: hint)
        }
        region.part(top: 1, width: layout.listWidth, height: layout.rows + 1) { region in
            if list.isEmpty { return words(filter, context).draw(in: &region) }
            let rows = list.rows(height: layout.rows)
            TableWidget(
                cached: name, columns: columns(rows), items: rows, selected: list.selected - list.top, sort: sort,
                scroll: list.scrollBar(height: layout.rows), cells: cells
            ).draw(in: &region)
        }
        guard let detail else { return }
        if layout.showsDetail {
            layout.drawDivider(in: &region)
            region.part(top: detailTop, start: layout.detailStart + 1, draw: detail)
        } else if layout.heightBelow > 0 {
            let top = region.height - layout.heightBelow
            region.put(
                String(repeating: "─", count: region.width), row: top, direction: .picture, style: Style(.faint))
            region.part(top: top + 1, start: 1, width: region.width - 2, draw: detail)
        }
    }

    private func words(_ filter: FilterState, _ context: ScreenContext) -> EmptyState {
        if !filter.input.text.isEmpty { return filter.nothingFound(context) }
        return EmptyState(context.told(empty.text), hints: empty.hints.map(context.told))
    }
}
