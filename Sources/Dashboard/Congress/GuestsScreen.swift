import Canvas
import Domain
import Exchange
import Persian
import Store

/// Who is invited to the congress: in the order of the protocol, how far each invitation has come, and whether the seats
/// suffice.
public enum GuestsScreen: Screen {
    public struct State {
        var list = VirtualList<Guest>()
        var filter = FilterState()
        var edition: Congress?
        var hall: Hall?
        var counts = GuestCounts()
    }

    public static let id = "guests"
    public static let title = Phrase(fa: "مهمانان", en: "Guests")
    public static let icon = "✉"
    public static let number: Int? = nil
    public static let shows: [RecordKind] = [Congress.kind, Guest.kind]

    public static let actions: [ScreenAction<State>] =
        edits + [
            CongressTabs.guests.nextAction(),
            .importSheet(GuestsSheet.name, GuestInvite.self),
            .filter(isHint: true) { $0.filter.isActive = true },
            .clear { if $0.filter.clear() { $0.list.keepSelected() } },
        ] + Binding.moves { state, move, context in state.list.move(move, height: GuestsLayout(context).rows) }

    public static func isListed(_ reader: Reader) throws(DecideError) -> Bool { try reader.newestCongress() != nil }
    public static func isFilled(by pack: any PackKind.Type) -> Bool { pack.fills.contains(Guest.kind) }

    public static func initial() -> State { State() }
    public static func path(_ state: State) -> [String] { [] }

    public static let homes = [Home(Guest.self)]

    public static func reveal(_ state: inout State, _ shown: Shown) {
        guard let row = shown.row else { return }
        state.filter = FilterState()
        state.list.show(row: row)
    }

    /// How many are expected.
    public static func badge(_ reader: Reader, _ context: ScreenContext) throws(DecideError) -> String {
        guard let edition = try reader.newestCongress() else { return "" }
        let expected = try reader.guestCounts(ofCongress: edition.year, on: context.day).expected.guests
        return expected > 0 ? "✓\(context.language.number(expected))" : ""
    }

    public static func load(
        _ state: inout State, from reader: Reader, _ context: ScreenContext, isChanged: Bool
    ) throws(DecideError) {
        let filter = state.filter.filter
        try state.list.load(
            height: GuestsLayout(context).rows, context,
            places: { (start, limit) throws(DecideError) in
                try reader.window(of: Guest.kind, matching: filter, from: start, limit: limit)
            },
            item: { (place) throws(DecideError) in try reader.record(Guest.self, at: place) })
        guard isChanged else { return }
        state.edition = try reader.newestCongress()
        guard let year = state.edition?.year else { return }
        state.hall = try reader.largestHall(ofCongress: year)
        state.counts = try reader.guestCounts(ofCongress: year, on: context.day)
    }

    public static func rowsDue(_ state: State, _ context: ScreenContext) -> RowsDue {
        state.list.due(height: GuestsLayout(context).rows)
    }

    public static let fields: [ScreenField<State>] = [.filter(\.filter) { $0.list.follow($1) }]
}

/// How the screen is shared out: the tabs, the seats, the filter, the list and the selected guest beside it.
struct GuestsLayout {
    let list: ListLayout

    /// The tabs and the seats.
    static let headHeight = 2

    init(_ context: ScreenContext) {
        var context = context
        context.height -= Self.headHeight
        list = ListLayout(context)
    }

    var rows: Int { list.rows }
}
