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

    public static let id = "roll"
    public static let title = Phrase(fa: "فهرست شهدا", en: "Roll")
    public static let icon = "❀"
    public static let number: Int? = nil
    public static let shows: [RecordKind] = [Martyr.kind]

    nonisolated static let nothingSelected = Phrase(fa: "نامی برگزیده نیست", en: "no entry is selected")

    public static let actions: [ScreenAction<State>] =
        [
            .step(
                "screen.open", "enter", Phrase(fa: "خواندن زندگی‌نامه", en: "read"), isHint: true,
                unless: { state, _ in
                    if state.reading != nil { return Phrase(fa: "باز است", en: "it is open already") }
                    return state.list.selectedItem == nil ? nothingSelected : nil
                }
            ) { state, _ in state.reading = 0 }
        ] + edits + [
            .step("screen.earlier", "[", Phrase(fa: "نام پیش", en: "entry before")) { turn(&$0, .up, $1) },
            .step("screen.later", "]", Phrase(fa: "نام بعد", en: "next entry")) { turn(&$0, .down, $1) },
            CongressTabs.nextEdition(\.editions) { state, _ in
                state.chosen = (state.chosen + 1) % max(1, state.editions.count)
            },
            CongressTabs.roll.nextAction(),
            .importSheet(MartyrsSheet.name, MartyrPropose.self),
            .filter(isHint: true) { state in
                state.reading = nil
                state.filter.isActive = true
            },
            .step("screen.back", "escape backspace", Phrase(fa: "بازگشت", en: "back")) { state, _ in
                if state.reading != nil {
                    state.reading = nil
                } else if state.filter.clear() {
                    state.list.keepSelected()
                }
            },
        ] + Binding.moves { move(&$0, $1, $2) }

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
