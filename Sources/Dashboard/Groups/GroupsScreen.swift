import Canvas
import Domain
import Persian
import Store

/// The register of groups: what an operator lives in.
public enum GroupsScreen: Screen {
    public struct State {
        var list = VirtualList<GroupRow>()
        var filter = TextInput()
        var isFiltering = false
        var order = GroupOrder.name
        var isReversed = false
        /// The group whose detail is shown, beside the list or in its place.
        var detail: GroupDetail?
        var isOpen = false
        /// How far the open detail's members are scrolled.
        var memberOffset = 0
    }

    public enum Action: Hashable, Sendable {
        case move(ListMove), open, close, filter, nextOrder, reverseOrder
    }

    public static let id = "groups"
    public static let title = Phrase(fa: "گروه‌ها", en: "Groups")
    public static let icon = "◈"
    public static let number = 2

    public static let bindings: [Binding<State, Action>] =
        [
            Binding("open", "enter", Phrase(fa: "باز کردن", en: "open"), .open, isHint: true) { state, _ in
                if state.isOpen { return Phrase(fa: "گروه باز است", en: "The group is open already") }
                return state.list.total > 0
                    ? nil : Phrase(fa: "گروهی در فهرست نیست", en: "There is no group in the list")
            },
            Binding("filter", "/", Phrase(fa: "جست‌وجو", en: "filter"), .filter, isHint: true),
            Binding("close", "escape backspace", Phrase(fa: "بازگشت", en: "back"), .close, isHint: true),
            Binding("order", "s", Phrase(fa: "ترتیب دیگر", en: "next order"), .nextOrder, isHint: true),
            Binding("reverse", "S", Phrase(fa: "ترتیب وارونه", en: "reverse order"), .reverseOrder),
        ] + Binding.moves { .move($0) }

    public static func initial() -> State { State() }

    /// How many characters the filter takes. A whole page pasted by mistake would be a question of thousands of
    /// words, more than the file can answer.
    private static let filterLimit = 200

    public static func path(_ state: State) -> [String] {
        guard state.isOpen, let group = state.detail?.group else { return [] }
        return [group.code]
    }

    public static func badge(_ reader: Reader, _ context: ScreenContext) throws(DecideError) -> String {
        context.language.number(try reader.count(Group.kind))
    }

    public static func load(
        _ state: inout State, from reader: Reader, _ context: ScreenContext, isChanged: Bool
    ) throws(DecideError) {
        let rule = try reader.activityRule(on: context.day)
        let filter = Filter(state.filter.text)
        let order = state.order.listOrder(isReversed: state.isReversed)
        let layout = GroupsLayout(context)
        try state.list.load(
            height: layout.rows, isChanged: isChanged,
            places: { (start, limit) throws(DecideError) in
                try reader.groups(matching: filter, by: order, from: start, limit: limit)
            },
            item: { (place) throws(DecideError) in try reader.groupRow(at: place, on: rule) })
        guard let code = state.list.selectedItem?.group.code, layout.showsDetail || state.isOpen else {
            state.detail = nil
            return
        }
        if isChanged || state.detail?.group.code != code || state.isOpen {
            let limit = state.isOpen ? 500 : layout.rows
            state.detail = try reader.groupDetail(code, memberLimit: limit, on: rule)
        }
    }

    public static func update(_ state: inout State, _ action: Action, _ context: ScreenContext) -> Effect? {
        let height = GroupsLayout(context).rows
        switch action {
        case .move(let move) where state.isOpen: scrollMembers(&state, move, height)
        case .move(let move): state.list.move(move, height: height)
        case .open:
            state.isOpen = true
            state.memberOffset = 0
        case .close:
            if state.isOpen {
                state.isOpen = false
            } else if !state.filter.text.isEmpty {
                setFilter(&state, TextInput())
            }
        case .filter:
            state.isOpen = false
            state.isFiltering = true
        case .nextOrder:
            state.order = state.order.next
            state.isReversed = false
            state.list.restart()
        case .reverseOrder:
            state.isReversed.toggle()
            state.list.restart()
        }
        return nil
    }

    public static func type(_ state: inout State, _ event: Event, _ context: ScreenContext) -> Typed? {
        guard state.isFiltering else { return nil }
        var input = state.filter
        switch event {
        case .paste(let text):
            let room = max(0, filterLimit - input.text.unicodeScalars.count)
            input.insert(String(text.unicodeScalars.prefix(room)))
        case .key(let key):
            switch key.code {
            case .enter, .tab:
                state.isFiltering = false
                return Typed()
            case .escape:
                state.isFiltering = false
                setFilter(&state, TextInput())
                return Typed()
            default:
                guard input.handle(key, page: context.direction) else { return nil }
            }
        case .mouse, .resize: return nil
        }
        guard input.text.unicodeScalars.count <= filterLimit else { return Typed() }
        setFilter(&state, input)
        return Typed()
    }

    private static func setFilter(_ state: inout State, _ input: TextInput) {
        let isSame = input.text == state.filter.text
        state.filter = input
        if !isSame { state.list.restart() }
    }

    private static func scrollMembers(_ state: inout State, _ move: ListMove, _ height: Int) {
        let count = state.detail?.members.count ?? 0
        let target =
            switch move {
            case .up: state.memberOffset - 1
            case .down: state.memberOffset + 1
            case .pageUp: state.memberOffset - height
            case .pageDown: state.memberOffset + height
            case .first: 0
            case .last: count
            }
        state.memberOffset = max(0, min(target, count - 1))
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
