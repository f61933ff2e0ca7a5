import Canvas
import Domain
import Persian
import Store

/// What is told of the groups' work: an inbox by state, a reader, and the keys of those who review.
public enum StoriesScreen: Screen {
    public struct State {
        var list = VirtualList<StoryRow>()
        var filter = FilterState()
        /// Which state is listed; nil for all.
        var scope: StoryState?
        /// Whether it was found out what waits for this person, or somebody chose.
        var isScopeChosen = false
        @Loaded<OfficeWide, [StoryState: Int]> var counts: [StoryState: Int] = [:]
        /// The code of the story whose page is open, and the first line that is shown of it.
        var open: String?
        var offset = 0
        @Loaded<String?, StoryPage?> var page: StoryPage? = nil
        /// The story whose page was read last: another one begins with what is to be seen of it.
        var shown: String?
        /// With which of its former texts it is compared; nil while it is simply read.
        var compared: Int?
        @Loaded<StoryComparison?, StoryChanges?> var changes: StoryChanges? = nil
    }

    public static let id = "stories"
    public static let title = Phrase(fa: "روایت‌ها", en: "Stories")
    public static let icon = "¶"
    public static let number: Int? = 9
    public nonisolated static let shows: [RecordKind] = [Story.kind]

    public static let actions: [ScreenAction<State>] = opening + edits + looking + moves

    public static func initial() -> State { State() }

    public static func path(_ state: State) -> [String] { state.open.map { [$0] } ?? [] }

    // MARK: What is shown

    static let list = ListPane(\State.list, \.filter, rows: { context, _ in StoriesLayout(context).rows }) {
        (state, filter, reader, _) throws(DecideError) in
        let filter = StoryFilter(text: filter, scope: state.scope.map { .state($0) } ?? .all)
        return ListSource(
            places: { (start, limit) throws(DecideError) in
                try reader.stories(filter, from: start, limit: limit)
            }, item: { (place) throws(DecideError) in try reader.storyRow(at: place) })
    }
    private static let listPane = list.pane.showing(drawList)

    public static func pane(_ state: State) -> Pane<State> { state.open == nil ? listPane : pagePane }

    public static func load(
        _ state: inout State, from reader: Reader, _ context: ScreenContext
    ) throws(DecideError) {
        if !state.isScopeChosen {
            state.isScopeChosen = true
            state.scope = try firstScope(reader, context)
        }
        try state.$counts.load(context) { () throws(DecideError) in try reader.storyCounts() }
        let wasOpen = state.open != nil
        try pane(state).load(&state, reader, context)
        // The story is gone: the list takes the place of its page.
        if wasOpen, state.open == nil { try pane(state).load(&state, reader, context) }
    }

    /// What waits for whoever opens the screen: for a reviewer what others submitted, then what was returned to him or
    /// her; else all.
    private static func firstScope(_ reader: Reader, _ context: ScreenContext) throws(DecideError) -> StoryState? {
        let inbox = try reader.storyInbox(of: context.account)
        if context.permits(StoryApprove.self), inbox.toReview > 0 { return .submitted }
        return context.permits(StoryAmend.self) && inbox.returned > 0 ? .returned : nil
    }

    /// The story that keys act on.
    static func selected(_ state: State) -> Story? {
        state.open == nil ? state.list.selectedItem?.story : state.page?.row.story
    }

    // MARK: Where records are

    public static let homes = [Home(Story.self)]

    public static func reveal(_ state: inout State, _ shown: Shown) {
        guard let row = shown.row else { return }
        (state.scope, state.isScopeChosen, state.open) = (nil, true, nil)
        list.reveal(row, in: &state)
        if !shown.isMade { open(shown.key, &state) }
    }

    /// How many stories wait for review.
    public static func badge(_ reader: Reader, _ context: ScreenContext) throws(DecideError) -> String {
        let waiting = try reader.storyCounts()[.submitted] ?? 0
        return waiting > 0 ? "\(StoryState.submitted.sign)\(context.language.number(waiting))" : ""
    }

    public static let fields: [ScreenField<State>] =
        list.fields { $0.open == nil } + [
            ScreenField(
                hasFocus: { state, _ in state.open == nil && !state.filter.isActive },
                actions: Binding.columns { stepScope(&$0, $1) })
        ]
}

// MARK: - Opening and going back

extension StoriesScreen {
    nonisolated static let nothingSelected = Phrase(fa: "روایتی برگزیده نیست", en: "no story is selected")
    nonisolated private static let isOpen = Phrase(fa: "باز است", en: "it is open already")
    nonisolated private static let onlyOnPage = Phrase(
        fa: "تنها در صفحه روایت ({screen.open})", en: "only on the page of a story ({screen.open})")

    static let opening: [ScreenAction<State>] = [
        .step(
            "screen.open", "enter", Phrase(fa: "خواندن", en: "read"), isHint: true,
            unless: { state, _ in
                if state.open != nil { return isOpen }
                return state.list.selectedItem == nil ? nothingSelected : nil
            }
        ) { state, _ in
            if let code = selected(state)?.code { open(code, &state) }
        }
    ]

    static let looking: [ScreenAction<State>] = [
        .step(
            "stories.compare", "z", Phrase(fa: "متن یا تفاوت", en: "text or changes"),
            unless: { state, _ in
                guard state.open != nil else { return onlyOnPage }
                return state.page?.former.isEmpty == false
                    ? nil : Phrase(fa: "متن پیشینی ندارد", en: "it has no former text")
            }
        ) { state, _ in
            state.compared = state.compared == nil ? 0 : nil
            state.offset = 0
        }.here(isHint: { $0.open != nil && $0.page?.former.isEmpty == false }),
        .step("screen.earlier", "[", Phrase(fa: "وضعیت پیش", en: "state before")) { state, _ in
            if state.open == nil { stepScope(&state, -1) } else { stepText(&state, 1) }
        }.here({ $0.open == nil ? nil : Phrase(fa: "متن پیشین", en: "earlier text") }, isHint: { _ in false }),
        .step("screen.later", "]", Phrase(fa: "وضعیت بعد", en: "next state"), isHint: true) { state, _ in
            if state.open == nil { stepScope(&state, 1) } else { stepText(&state, -1) }
        }.here({ $0.open == nil ? nil : Phrase(fa: "متن بعدی", en: "later text") }, isHint: { _ in false }),
        StoriesTabs.stories.nextAction(),
        .filter(isHint: true) { state in
            state.open = nil
            list.beginFilter(&state)
        },
        .step("screen.back", "escape backspace", Phrase(fa: "بازگشت", en: "back"), isHint: true) { state, _ in
            if state.open != nil { state.open = nil } else { list.clear(&state) }
        },
    ]

    static func open(_ code: String, _ state: inout State) {
        (state.open, state.offset, state.shown) = (code, 0, nil)
    }

    /// The states in the order in which they stand above the list; the last shows all.
    static let scopes: [StoryState?] = [.submitted, .returned, .draft, .approved, .published, .withdrawn, nil]

    private static func stepScope(_ state: inout State, _ step: Int) {
        let place = scopes.firstIndex(of: state.scope) ?? 0
        state.scope = scopes[(place + step + scopes.count) % scopes.count]
        state.list.restart()
    }

    /// To the text before the one that is compared with, or after it.
    private static func stepText(_ state: inout State, _ step: Int) {
        let count = state.page?.former.count ?? 0
        guard count > 0 else { return }
        let next = (state.compared ?? -1) + step
        state.compared = next < 0 ? nil : min(next, count - 1)
        state.offset = 0
    }
}

/// How the screen is shared out: the tabs, the states, the filter, the list, and the selected story beside or below it.
struct StoriesLayout {
    let list: ListLayout

    /// The tabs and the states.
    static let headHeight = 2

    init(_ context: ScreenContext) {
        var context = context
        context.height -= Self.headHeight
        // Beside a story of so many columns, which the eye can follow, the list has all others.
        list = ListLayout(context, showsDetailBelow: true, listMinimum: max(68, context.width - 64))
    }

    var rows: Int { list.rows }
}
