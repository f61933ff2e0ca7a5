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
        @Loaded<OfficeWide, [Congress]> var editions: [Congress] = []
        var chosen = 0
        var counts: [MartyrState: Int] = [:]
        /// The name of the selected entry's group.
        @Loaded<String?, String?> var group: String? = nil
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
                list.beginFilter(&state)
            },
            .step("screen.back", "escape backspace", Phrase(fa: "بازگشت", en: "back")) { state, _ in
                if state.reading != nil { state.reading = nil } else { list.clear(&state) }
            },
        ] + moves

    static let list = ListPane(\State.list, \.filter, rows: { context, _ in RollLayout(context).rows }) {
        (_, filter, reader, _) throws(DecideError) in reader.source(of: Martyr.self, matching: filter)
    }

    /// The list, or the biography that is open.
    public static func pane(_ state: State) -> Pane<State> {
        let pane = list.pane.beside { (state, reader, context) throws(DecideError) in
            let code = state.list.selectedItem?.group
            try state.$group.load(for: code, context) { () throws(DecideError) in
                try code.flatMap { (code) throws(DecideError) in try reader.find(Group.self, key: code)?.name }
            }
        }
        guard state.reading != nil else { return pane }
        var reading = pane
        reading.move = scroll
        return reading
    }

    public static func initial() -> State { State() }

    public static func path(_ state: State) -> [String] {
        guard state.reading != nil, let martyr = state.list.selectedItem else { return [] }
        return ["\(martyr.code) \(martyr.name)"]
    }

    public static let homes = [Home(Martyr.self)]

    public static func reveal(_ state: inout State, _ shown: Shown) {
        guard let row = shown.row else { return }
        state.reading = nil
        list.reveal(row, in: &state)
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
        _ state: inout State, from reader: Reader, _ context: ScreenContext
    ) throws(DecideError) {
        try list.pane.load(&state, reader, context)
        if state.list.selectedItem == nil { state.reading = nil }
        let year = state.edition?.year
        if try state.$editions.load(context, { () throws(DecideError) in try reader.congresses() }) {
            state.chosen = state.editions.firstIndex { $0.year == year } ?? 0
            state.counts = try reader.martyrCounts()
        }
    }

    /// Through the biography that is open.
    private static func scroll(_ state: inout State, _ move: ListMove, _ context: ScreenContext) {
        guard let reading = state.reading, let martyr = state.list.selectedItem else { return }
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
        list.move(&state, move, context)
        if state.reading != nil { state.reading = 0 }
    }

    public static let fields: [ScreenField<State>] = list.fields()
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
