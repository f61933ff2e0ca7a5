import Canvas
import Domain
import Persian
import Store

/// The screen that a ``RecordList`` makes.
enum RecordScreen<List: RecordList>: Screen {
    struct State {
        var list = VirtualList<List.Item>()
        var filter = FilterState()
        /// What else is told of the record beside the list, and whose it is.
        var more: [Facts.Fact] = []
        var told: List.Item?
    }

    static var id: String { List.id }
    static var title: Phrase { List.title }
    static var icon: String { List.icon }
    static var number: Int? { List.number }
    static var shows: [RecordKind] { List.shows }

    static var actions: [ScreenAction<State>] {
        List.actions.map { action in
            ScreenAction(
                action.id, action.keys, action.phrase, command: action.command, isHint: true,
                unless: { state, _ in
                    guard action.needsItem, state.list.selectedItem == nil else { return nil }
                    return Phrase(fa: "رکوردی برگزیده نیست", en: "no record is selected")
                }
            ) { state, _ in action.effect(state.list.selectedItem) }
        } + [
            .filter(isHint: true) { $0.filter.isActive = true },
            .clear { if $0.filter.clear() { $0.list.keepSelected() } },
        ] + Binding.moves { state, move, context in state.list.move(move, height: layout(context).rows) }
    }

    static func isListed(_ reader: Reader) throws(DecideError) -> Bool { try List.isListed(reader) }
    static func isFilled(by pack: any PackKind.Type) -> Bool { List.isFilled(by: pack) }

    /// How the list shares the screen with the facts of the selected record.
    private static func layout(_ context: ScreenContext) -> ListLayout {
        ListLayout(context, showsDetailBelow: List.showsFactsBelow)
    }

    static func initial() -> State { State() }
    static func path(_ state: State) -> [String] { [] }

    static var homes: [Home] { List.homes }

    static func row(_ key: String, in reader: Reader) throws(DecideError) -> Int64? { try List.row(key, in: reader) }

    static func reveal(_ state: inout State, _ shown: Shown) {
        if let row = shown.row {
            state.filter = FilterState()
            state.list.show(row: row)
        } else {
            // What belongs to a record of another list is looked for.
            state.filter = FilterState(input: TextInput(shown.key))
            state.list.restart()
        }
    }

    static func badge(_ reader: Reader, _ context: ScreenContext) throws(DecideError) -> String {
        try List.badge(reader, context)
    }

    static func load(
        _ state: inout State, from reader: Reader, _ context: ScreenContext, isChanged: Bool
    ) throws(DecideError) {
        let filter = state.filter.filter
        try state.list.load(
            height: layout(context).rows, context,
            places: { (start, limit) throws(DecideError) in
                try List.window(filter, from: start, limit: limit, in: reader)
            },
            item: { (place) throws(DecideError) in try List.item(at: place, in: reader, context) })
        let item = state.list.selectedItem
        guard ListLayout(context).showsDetail, isChanged || item != state.told, isChanged || !context.isMoving else {
            return
        }
        state.told = item
        state.more = try item.mapTyped { (item) throws(DecideError) in try List.more(item, in: reader, context) } ?? []
    }

    static func rowsDue(_ state: State, _ context: ScreenContext) -> RowsDue {
        state.list.due(height: layout(context).rows)
    }

    static var fields: [ScreenField<State>] { [.filter(\.filter) { $0.list.follow($1) }] }

    static func view(_ state: State, in region: inout Region, _ context: ScreenContext) {
        let layout = layout(context)
        region.part(width: layout.listWidth, height: 1) {
            let unit = Phrase(fa: "مورد", en: state.list.total == 1 ? "record" : "records")
            state.filter.draw(in: &$0, context, window: state.list.window, unit: unit)
        }
        region.part(top: 1, width: layout.listWidth, height: layout.rows + 1) { region in
            guard !state.list.isEmpty else {
                empty(state, context).draw(in: &region)
                return
            }
            let rows = state.list.rows(height: layout.rows)
            var columns = List.columns
            columns[0] = columns[0].fitting(rows.compactMap { List.code($0) })
            TableWidget(
                cached: List.id, columns: columns, items: rows,
                selected: state.list.selected - state.list.top, scroll: state.list.scrollBar(height: layout.rows)
            ) { List.cells($0, context) }
            .draw(in: &region)
        }
        guard let item = state.list.selectedItem else { return }
        let facts = List.facts(item, context) + (item == state.told ? state.more : [])
        if layout.showsDetail {
            layout.drawDivider(in: &region)
            region.part(cached: "facts", of: facts, top: 1, start: layout.detailStart + 1) {
                Facts(facts).draw(in: &$0)
            }
        } else if layout.heightBelow > 0 {
            let rule = String(repeating: "─", count: region.width)
            let top = region.height - layout.heightBelow
            region.put(rule, row: top, direction: .picture, style: Style(.faint))
            region.part(cached: "facts", of: facts, top: top + 1, start: 1) { Facts(facts).draw(in: &$0) }
        }
    }

    private static func empty(_ state: State, _ context: ScreenContext) -> EmptyState {
        guard state.filter.input.text.isEmpty else { return state.filter.nothingFound(context) }
        return EmptyState(
            context.told(Phrase(fa: "چیزی ثبت نشده است", en: "Nothing is recorded yet")),
            hints: List.actions.filter { !$0.needsItem }.map {
                context.told(Phrase(fa: "{\($0.id)}: \($0.phrase)", en: "{\($0.id)}: \($0.phrase)"))
            })
    }
}
