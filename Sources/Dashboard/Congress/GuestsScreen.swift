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
        @Loaded<OfficeWide, CongressSeats> var seats = CongressSeats()
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
        ] + list.keys + moves

    static let list = ListPane(\State.list, \.filter, rows: { context, _ in GuestsLayout(context).rows }) {
        (_, filter, reader, _) throws(DecideError) in reader.source(of: Guest.self, matching: filter)
    }

    public static func pane(_ state: State) -> Pane<State> { list.pane }

    public static func isListed(_ reader: Reader) throws(DecideError) -> Bool { try reader.newestCongress() != nil }
    public static func isFilled(by pack: any PackKind.Type) -> Bool { pack.fills.contains(Guest.kind) }

    public static func initial() -> State { State() }
    public static func path(_ state: State) -> [String] { [] }

    public static let homes = [Home(Guest.self)]

    public static func reveal(_ state: inout State, _ shown: Shown) {
        guard let row = shown.row else { return }
        list.reveal(row, in: &state)
    }

    /// How many are expected.
    public static func badge(_ reader: Reader, _ context: ScreenContext) throws(DecideError) -> String {
        guard let edition = try reader.newestCongress() else { return "" }
        let expected = try reader.guestCounts(ofCongress: edition.year, on: context.day).expected.guests
        return expected > 0 ? "✓\(context.language.number(expected))" : ""
    }

    public static func load(
        _ state: inout State, from reader: Reader, _ context: ScreenContext
    ) throws(DecideError) {
        try list.pane.load(&state, reader, context)
        try state.$seats.load(context) { () throws(DecideError) in try reader.congressSeats(on: context.day) }
    }

    public static let fields: [ScreenField<State>] = list.fields()
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
