import Canvas
import Domain
import Exchange
import Persian
import Store

/// The roll of honour: who stands on it, how far each entry has come, and a reader of their lives.
public enum RollScreen: Screen {
    public struct State {
        var list = VirtualList<Martyr>()
        var filter = FilterState()
        /// All editions, the newest first, and which one is chosen.
        var editions: [Congress] = []
        var chosen = 0
        var counts: [MartyrState: Int] = [:]
        /// The name of the selected entry's group.
        var group: String?
        /// The first line shown of the biography that is open; nil while the list is shown.
        var reading: Int?

        var edition: Congress? { editions.indices.contains(chosen) ? editions[chosen] : editions.first }
    }

    public enum Action: Hashable, Sendable {
        case move(ListMove), read, earlier, later, filter, close, edition, nextTab, importList
        case edit(MartyrEdit)
    }

    public static let id = "roll"
    public static let title = Phrase(fa: "فهرست شهدا", en: "Roll")
    public static let icon = "❀"
    public static let number: Int? = nil
    public static let shows: [RecordKind] = [Martyr.kind]

    nonisolated static let nothingSelected = Phrase(fa: "نامی برگزیده نیست", en: "no entry is selected")

    public static let bindings: [Binding<State, Action>] =
        [
            Binding("screen.open", "enter", Phrase(fa: "خواندن زندگی‌نامه", en: "read"), .read, isHint: true) {
                state, _ in
                if state.reading != nil { return Phrase(fa: "باز است", en: "it is open already") }
                return state.list.selectedItem == nil ? nothingSelected : nil
            }
        ] + MartyrEdit.bindings + [
            Binding("screen.earlier", "[", Phrase(fa: "نام پیش", en: "entry before"), .earlier),
            Binding("screen.later", "]", Phrase(fa: "نام بعد", en: "next entry"), .later),
            Binding("congress.edition", "o", Phrase(fa: "دوره دیگر", en: "another edition"), .edition) { state, _ in
                state.editions.count > 1 ? nil : Phrase(fa: "دوره دیگری نیست", en: "there is no other edition")
            },
            Binding("screen.view", "v", Phrase(fa: "نما", en: "view"), .nextTab, isHint: true),
            Binding(
                "screen.import", "i", Phrase(fa: "ورود فهرست", en: "import a list"), .importList,
                roles: MartyrPropose.roles),
            Binding("screen.filter", "/", Phrase(fa: "جست‌وجو", en: "filter"), .filter, isHint: true),
            Binding("screen.back", "escape backspace", Phrase(fa: "بازگشت", en: "back"), .close),
        ] + Binding.moves { .move($0) }

    public static func initial() -> State { State() }

    public static func path(_ state: State) -> [String] {
        guard state.reading != nil, let martyr = state.list.selectedItem else { return [] }
        return ["\(martyr.code) \(martyr.name)"]
    }

    public static let homes = [Home(Martyr.self)]

    public static func reveal(_ state: inout State, _ shown: Shown) {
        guard let row = shown.row else { return }
        state.reading = nil
        state.filter = FilterState()
        state.list.show(row: row)
    }

    public static func isListed(_ reader: Reader) throws(DecideError) -> Bool {
        if try reader.newestCongress() != nil { return true }
        return try !reader.martyrCounts().isEmpty
    }

    /// How many entries wait to be verified.
    public static func badge(_ reader: Reader, _ context: ScreenContext) throws(DecideError) -> String {
        let waiting = try reader.martyrCounts()[.documented] ?? 0
        return waiting > 0 ? "\(MartyrState.documented.sign)\(context.language.number(waiting))" : ""
    }

    public static func load(
        _ state: inout State, from reader: Reader, _ context: ScreenContext, isChanged: Bool
    ) throws(DecideError) {
        let filter = state.filter.filter
        try state.list.load(
            height: RollLayout(context).rows, context,
            places: { (start, limit) throws(DecideError) in
                try reader.window(of: Martyr.kind, matching: filter, from: start, limit: limit)
            },
            item: { (place) throws(DecideError) in try reader.record(Martyr.self, at: place) })
        if state.list.selectedItem == nil { state.reading = nil }
        if !context.isMoving {
            state.group = try state.list.selectedItem?.group.flatMap { (code) throws(DecideError) in
                try reader.find(Group.self, key: code)?.name
            }
        }
        guard isChanged else { return }
        let year = state.edition?.year
        state.editions = try reader.congresses()
        state.chosen = state.editions.firstIndex { $0.year == year } ?? 0
        state.counts = try reader.martyrCounts()
    }

    public static func rowsDue(_ state: State, _ context: ScreenContext) -> RowsDue {
        state.list.due(height: RollLayout(context).rows)
    }

    public static func update(_ state: inout State, _ action: Action, _ context: ScreenContext) -> Effect? {
        switch action {
        case .move(let move): self.move(&state, move, context)
        case .read: state.reading = 0
        case .earlier: turn(&state, .up, context)
        case .later: turn(&state, .down, context)
        case .filter:
            state.reading = nil
            state.filter.isActive = true
        case .close:
            if state.reading != nil {
                state.reading = nil
            } else if state.filter.clear() {
                state.list.keepSelected()
            }
        case .edition: state.chosen = (state.chosen + 1) % max(1, state.editions.count)
        case .nextTab: return CongressTabs.roll.next(context)
        case .importList: return .importSheet(MartyrsSheet.name)
        case .edit(let edit): return edit.effect(state)
        }
        return nil
    }

    /// In the list, or through the biography that is open.
    private static func move(_ state: inout State, _ move: ListMove, _ context: ScreenContext) {
        guard let reading = state.reading, let martyr = state.list.selectedItem else {
            return state.list.move(move, height: RollLayout(context).rows)
        }
        let page = BiographyPage(martyr, context)
        let offset =
            switch move {
            case .up: reading - 1
            case .down: reading + 1
            case .pageUp: reading - page.height + 1
            case .pageDown: reading + page.height - 1
            case .first: 0
            case .last: page.lastOffset
            }
        state.reading = min(max(0, offset), page.lastOffset)
    }

    /// To another entry; a biography that is open begins anew.
    private static func turn(_ state: inout State, _ move: ListMove, _ context: ScreenContext) {
        state.list.move(move, height: RollLayout(context).rows)
        if state.reading != nil { state.reading = 0 }
    }

    public static let fields: [ScreenField<State>] = [.filter(\.filter) { $0.list.follow($1) }]

}

/// How the screen is shared out: the tabs, the figures, the filter, the list, and the selected entry beside or below it.
struct RollLayout {
    let list: ListLayout

    /// The tabs and the figures.
    static let headHeight = 2

    init(_ context: ScreenContext) {
        var context = context
        context.height -= Self.headHeight
        list = ListLayout(context, showsDetailBelow: true)
    }

    var rows: Int { list.rows }
}
