import Canvas
import Domain
import Persian
import Store

/// The register of groups: what an operator lives in.
public enum GroupsScreen: Screen {
    public struct State {
        var list = VirtualList<GroupRow>()
        var filter = FilterState()
        var order = GroupOrder.name
        var isReversed = false
        /// The group whose detail is shown, beside the list or in its place.
        @Loaded<DetailKey, GroupDetail?> var detail: GroupDetail? = nil
        var isOpen = false
        /// What was last done to the open group.
        var history: [HistoryLine] = []
        /// The selected member of the open group.
        var member = 0
    }

    /// Which group, and whether it is open: with all its members and its history.
    struct DetailKey: Equatable {
        let code: String?
        let isOpen: Bool
    }

    public static let id = "groups"
    public static let title = Phrase(fa: "گروه‌ها", en: "Groups")
    public static let icon = "◈"
    public static let number: Int? = 2
    public static let shows: [RecordKind] = [Group.kind, Person.kind]
    /// So wide the list has room for the base and the strip of months beside the detail.
    static let listWidth = 72

    public static let actions: [ScreenAction<State>] =
        [
            .step(
                "screen.open", "enter", Phrase(fa: "باز کردن", en: "open"), isHint: true,
                unless: { state, _ in
                    if state.isOpen { return Phrase(fa: "گروه باز است", en: "The group is open already") }
                    return state.list.total > 0 ? nil : nothingSelected
                }
            ) { state, _ in
                state.isOpen = true
                state.member = 0
            },
            .filter(isHint: true) { state in
                state.isOpen = false
                list.beginFilter(&state)
            },
            .back(from: { $0.isOpen }, \.filter) { close(&$0) },
        ] + edits + [
            .step("groups.order", "s", Phrase(fa: "ترتیب دیگر", en: "next order")) { state, _ in
                state.order = state.order.next
                state.isReversed = false
                state.list.keepSelected()
            },
            .step("groups.reverse", "S", Phrase(fa: "ترتیب وارونه", en: "reverse order")) { state, _ in
                state.isReversed.toggle()
                state.list.keepSelected()
            },
        ] + moves

    static let list = ListPane(\State.list, \.filter, rows: { context, _ in layout(context).rows }) {
        (state, filter, reader, context) throws(DecideError) in
        let rule = try reader.activityRule(on: context.day)
        let order = state.order.listOrder(isReversed: state.isReversed)
        return ListSource(
            places: { (start, limit) throws(DecideError) in
                try reader.groups(matching: filter, by: order, from: start, limit: limit)
            }, item: { (place) throws(DecideError) in try reader.groupRow(at: place, on: rule) })
    }

    static func layout(_ context: ScreenContext) -> ListLayout { ListLayout(context, listMinimum: listWidth) }

    /// The list, or the open group's members.
    public static func pane(_ state: State) -> Pane<State> { state.isOpen ? open : list.pane.beside(loadDetail) }

    private static let open = Pane<State>(
        load: { (state, reader, context) throws(DecideError) in
            try list.pane.load(&state, reader, context)
            try loadDetail(&state, reader, context)
        },
        move: { state, move, context in
            let count = state.detail?.members.count ?? 0
            state.member = state.member.moved(move, in: count, page: layout(context).rows / 2)
        })

    nonisolated static let nothingSelected = Phrase(fa: "گروهی در فهرست نیست", en: "There is no group in the list")

    public static func initial() -> State { State() }

    public static func path(_ state: State) -> [String] {
        guard state.isOpen, let group = state.detail?.group else { return [] }
        return [group.code]
    }

    public static let homes = [
        Home(Group.self), Home(Membership.self) { $0.group }, .terms(of: Group.self), .needs(of: .group),
    ]

    public static func reveal(_ state: inout State, _ shown: Shown) {
        guard let row = shown.row else { return }
        list.reveal(row, in: &state)
        state.isOpen = !shown.isMade
        state.member = 0
    }

    public static func badge(_ reader: Reader, _ context: ScreenContext) throws(DecideError) -> String {
        context.language.number(try reader.count(Group.kind))
    }

    private static func loadDetail(
        _ state: inout State, _ reader: Reader, _ context: ScreenContext
    ) throws(DecideError) {
        let code = state.list.selectedItem?.group.code
        let (rows, showsDetail) = (layout(context).rows, layout(context).showsDetail)
        if code == nil { state.isOpen = false }
        let key = DetailKey(code: showsDetail || state.isOpen ? code : nil, isOpen: state.isOpen)
        let isRead = try state.$detail.load(for: key, context) { () throws(DecideError) in
            guard let code = key.code else { return nil }
            let rule = try reader.activityRule(on: context.day)
            return try reader.groupDetail(code, memberLimit: key.isOpen ? 500 : rows, on: rule)
        }
        guard isRead else { return }
        state.history = []
        if key.isOpen, let group = state.detail?.group {
            state.history = try reader.historyLines(of: group, limit: 6)
        }
    }

    private static func close(_ state: inout State) {
        if state.isOpen { state.isOpen = false } else { list.clear(&state) }
    }

    public static let fields: [ScreenField<State>] = list.fields()
}

/// The orders of the list, each the order of one of its columns.
enum GroupOrder: CaseIterable {
    case name, code, size, registration

    /// Large and recent first, names and codes from the beginning.
    func listOrder(isReversed: Bool) -> ListOrder {
        let order: ListOrder =
            switch self {
            case .name: .name
            case .code: .groupCode
            case .size: .groupSize.reversed()
            case .registration: .groupRegistration.reversed()
            }
        return isReversed ? order.reversed() : order
    }

    var rises: Bool { self == .name || self == .code }
}
