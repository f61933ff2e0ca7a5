import Canvas
import Domain
import Persian
import Store

/// What a director looks at: the headlines, and the last changes with who and when.
///
/// A part of the office that keeps no records yet has no headline here.
public enum OverviewScreen: Screen {
    public struct State {
        var mark = LoadMark<OfficeWide>()
        var headlines: [Headline] = []
        var provinces: [ProvinceCount] = []
        var counters: GroupCounters?
        var feed: [FeedItem] = []
        var selected = 0
    }

    public static let id = "overview"
    public static let title = Phrase(fa: "نمای کلی", en: "Overview")
    public static let icon = "◉"
    public static let number: Int? = 1
    public static let shows = RecordKind.all

    public static let actions: [ScreenAction<State>] =
        [
            ScreenAction(
                "screen.open", "enter", Phrase(fa: "رفتن به رکورد", en: "go to the record"), isHint: true,
                unless: { state, _ in
                    state.feed.isEmpty ? Phrase(fa: "هنوز چیزی تغییر نکرده است", en: "nothing was changed yet") : nil
                }
            ) { state, _ in state.feed.isEmpty ? nil : state.feed[state.selected].target }
        ] + moves

    public static func pane(_ state: State) -> Pane<State> {
        Pane(
            load: load,
            move: { state, move, context in
                let page = max(1, OverviewLayout(context, state).feedRows - 1)
                state.selected = state.selected.moved(move, in: state.feed.count, page: page)
            })
    }

    /// How many alarms are named.
    static let mostAlarms = 5

    public static func initial() -> State { State() }
    public static func path(_ state: State) -> [String] { [] }
    public static func badge(_ reader: Reader, _ context: ScreenContext) throws(DecideError) -> String { "" }

    private static func load(
        _ state: inout State, _ reader: Reader, _ context: ScreenContext
    ) throws(DecideError) {
        guard state.mark.isBehind(.all, context) != nil else { return }
        let counters = try reader.groupCounters(try reader.activityRule(on: context.day), since: state.counters)
        state.counters = counters
        let told = HeadlineContext(reader: reader, screen: context, groups: counters)
        state.headlines = try ShownParts.all.mapTyped { (part) throws(DecideError) in try part.headlines(told) }
            .flatMap(\.self)
        state.provinces = try reader.provinces(try reader.campRule(at: context.now))
        let chosen = state.selected > 0 ? state.feed[state.selected].id : nil
        state.feed = try alarms(reader, context) + OverviewFeed(reader, context).items()
        // At the top one stays there, to see what comes; further down one stays on what one reads.
        state.selected = state.feed.firstIndex { $0.id == chosen } ?? 0
    }

    /// What is in alarm, the worst first, whatever part it is of.
    private static func alarms(_ reader: Reader, _ context: ScreenContext) throws(DecideError) -> [FeedItem] {
        var all: [Alarm] = []
        for part in ShownParts.all { all += try part.alarms(reader, context) }
        return all.sorted { $0.trouble < $1.trouble }.prefix(mostAlarms).map(\.item)
    }
}
