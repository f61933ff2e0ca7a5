import Canvas
import Domain
import Persian
import Store

/// The screen that a ``RecordList`` makes.
enum RecordScreen<List: RecordList>: Screen {
    struct State {
        var list = VirtualList<List.Item>()
        var filter = FilterState()
        /// What else is told of the record beside the list.
        @Loaded<List.Item?, [Facts.Fact]> var more: [Facts.Fact] = []
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
        } + list.keys + moves
    }

    private static var list: ListPane<State, List.Item> {
        ListPane(\.list, \.filter, rows: { context, _ in layout(context).rows }) {
            (_, filter, reader, context) throws(DecideError) in
            ListSource(
                places: { (start, limit) throws(DecideError) in
                    try List.window(filter, from: start, limit: limit, in: reader)
                }, item: { (place) throws(DecideError) in try List.item(at: place, in: reader, context) })
        }
    }

    static func pane(_ state: State) -> Pane<State> {
        list.pane.beside { (state, reader, context) throws(DecideError) in
            guard ListLayout(context).showsDetail else { return }
            let item = state.list.selectedItem
            try state.$more.load(for: item, context) { () throws(DecideError) in
                try item.mapTyped { (item) throws(DecideError) in try List.more(item, in: reader, context) } ?? []
            }
        }
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
            list.reveal(row, in: &state)
        } else {
            // What belongs to a record of another list is looked for.
            state.filter = FilterState(input: TextInput(shown.key))
            state.list.restart()
        }
    }

    static func badge(_ reader: Reader, _ context: ScreenContext) throws(DecideError) -> String {
        try List.badge(reader, context)
    }

    static var fields: [ScreenField<State>] { list.fields() }

    static func view(_ state: State, in region: inout Region, _ context: ScreenContext) {
        let facts = state.list.selectedItem.map { List.facts($0, context) + (state.$more.value(for: $0) ?? []) }
        ListView(
            list, layout(context), List.id, unit: .init(fa: "مورد", one: "record", many: "records"), empty: empty
        ) { rows in
            var columns = List.columns
            columns[0] = columns[0].fitting(rows.compactMap { List.code($0) })
            return columns
        } cells: {
            List.cells($0, context)
        }
        .draw(
            state, in: &region, context,
            detail: facts.map { facts in
                { $0.part(cached: "facts", of: facts) { Facts(facts).draw(in: &$0) } }
            })
    }

    private static var empty: ListView<State, List.Item>.Words {
        .init(
            Phrase(fa: "چیزی ثبت نشده است", en: "Nothing is recorded yet"),
            hints: List.actions.filter { !$0.needsItem }.map {
                Phrase(fa: "{\($0.id)}: \($0.phrase)", en: "{\($0.id)}: \($0.phrase)")
            })
    }
}
