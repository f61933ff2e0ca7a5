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
        var detail: GroupDetail?
        var isOpen = false
        /// Whether the detail was read for the open group: with all its members and its history.
        var isDetailWhole = false
        /// What was last done to the open group.
        var history: [HistoryLine] = []
        /// The selected member of the open group.
        var member = 0
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
                state.filter.isActive = true
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
        ]
        + Binding.moves { state, move, context in
            let height = ListLayout(context, listMinimum: listWidth).rows
            if state.isOpen { moveMember(&state, move, height) } else { state.list.move(move, height: height) }
        }

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
        state.filter = FilterState()
        state.list.show(row: row)
        state.isOpen = !shown.isMade
        state.member = 0
    }

    public static func badge(_ reader: Reader, _ context: ScreenContext) throws(DecideError) -> String {
        context.language.number(try reader.count(Group.kind))
    }

    public static func load(
        _ state: inout State, from reader: Reader, _ context: ScreenContext, isChanged: Bool
    ) throws(DecideError) {
        let rule = try reader.activityRule(on: context.day)
        let filter = state.filter.filter
        let order = state.order.listOrder(isReversed: state.isReversed)
        let layout = ListLayout(context, listMinimum: listWidth)
        try state.list.load(
            height: layout.rows, context,
            places: { (start, limit) throws(DecideError) in
                try reader.groups(matching: filter, by: order, from: start, limit: limit)
            },
            item: { (place) throws(DecideError) in try reader.groupRow(at: place, on: rule) })
        guard let code = state.list.selectedItem?.group.code, layout.showsDetail || state.isOpen else {
            state.detail = nil
            state.isOpen = false
            return
        }
        let isOther = state.detail?.group.code != code
        if context.isMoving, !state.isOpen, !isChanged || state.detail == nil { return }
        guard isChanged || isOther || state.isOpen != state.isDetailWhole else { return }
        state.isDetailWhole = state.isOpen
        state.detail = try reader.groupDetail(code, memberLimit: state.isOpen ? 500 : layout.rows, on: rule)
        state.history = []
        if state.isOpen, let group = state.detail?.group {
            state.history = try reader.historyLines(of: group, limit: 6)
        }
    }

    private static func close(_ state: inout State) {
        if state.isOpen {
            state.isOpen = false
        } else if state.filter.clear() {
            state.list.keepSelected()
        }
    }

    public static func rowsDue(_ state: State, _ context: ScreenContext) -> RowsDue {
        state.isOpen ? .window : state.list.due(height: ListLayout(context, listMinimum: listWidth).rows)
    }

    public static let fields: [ScreenField<State>] = [.filter(\.filter) { $0.list.follow($1) }]

    private static func moveMember(_ state: inout State, _ move: ListMove, _ height: Int) {
        let count = state.detail?.members.count ?? 0
        state.member = state.member.moved(move, in: count, page: height / 2)
    }
}

/// The orders of the list, each the order of one of its columns.
enum GroupOrder: CaseIterable {
    case name, code, size, registration

    var next: GroupOrder {
        let all = Self.allCases
        return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
    }

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
