import Canvas
import Domain
import Persian
import Store

/// The camps: what a supervisor watches.
public enum CampsScreen: Screen {
    /// The ways to look at them.
    public enum Tab: Int, CaseIterable, Sendable { case live, timeline, map, all }

    public struct State {
        var tab = Tab.live
        /// The running camps, the worst first.
        @Loaded<OfficeWide, [LiveCamp]?> var running: [LiveCamp]? = nil
        var figures = LiveFigures([], on: Day(number: 0))
        /// When a day's report is due, and how many camps there are at all.
        var due = ReportDue("")
        var total = 0
        var live = VirtualList<BoardRow>()
        /// What changed since one last pressed a key.
        var news: [Int64: BoardNews] = [:]
        var all = VirtualList<CampRow>()
        var filter = FilterState()
        /// Where one was when one began to filter, to go back there when it comes to nothing.
        var tabBeforeFilter: Tab?
        /// The selected camp of the live board or of all, looked at closely.
        @Loaded<String?, BoardRow?> var detail: BoardRow? = nil
        var timeline = TimelineState()
        @Loaded<OfficeWide, [ProvinceCount]> var provinces: [ProvinceCount] = []
        var lastChange: Moment?
    }

    public static let id = "camps"
    public static let title = Phrase(fa: "اردوها", en: "Camps")
    public static let icon = "△"
    public static let number: Int? = 3
    public nonisolated static let shows: [RecordKind] = [Camp.kind, DailyReport.kind, Need.kind, Incident.kind]

    nonisolated static let nothingSelected = Phrase(fa: "اردویی برگزیده نیست", en: "no camp is selected")

    /// Whatever key is pressed, what changed meanwhile was seen.
    public static let actions: [ScreenAction<State>] = all.map { $0.first { state in state.news = [:] } }

    private static let all: [ScreenAction<State>] =
        edits + [
            .step("screen.view", "v", Phrase(fa: "نما", en: "view"), isHint: true) { state, _ in
                show(state.tab.next, &state)
            },
            .step("screen.filter", "/", Phrase(fa: "جست‌وجو در همه", en: "filter all")) { state, _ in
                state.tabBeforeFilter = state.filter.input.text.isEmpty && state.tab != .all ? state.tab : nil
                state.tab = .all
                every.beginFilter(&state)
            },
            .step("screen.clear", "escape", Phrase(fa: "بازگشت به زنده", en: "back to live")) { state, _ in
                if state.tab != .all || !every.clear(&state) { show(.live, &state) }
            },
            .step("camps.zoom", "z", Phrase(fa: "هفته، ماه، فصل", en: "week, month, season")) { state, _ in
                state.timeline.zoom = state.timeline.zoom.next
            },
            .step("screen.earlier", "[", Phrase(fa: "زودتر", en: "earlier")) { state, _ in state.timeline.shift(-1) },
            .step("screen.later", "]", Phrase(fa: "دیرتر", en: "later")) { state, _ in state.timeline.shift(1) },
        ] + moves

    public static func pane(_ state: State) -> Pane<State> { panes[state.tab.rawValue] }

    /// One for each tab, in their order.
    private static let panes: [Pane<State>] = [
        live.pane.beside(loadDetail).showing(drawLive),
        Pane(
            load: { (state, reader, context) throws(DecideError) in
                let rows = CampsLayout(context, state).timelineRows
                try state.timeline.load(from: reader, today: context.day, rows: rows)
            }, move: { state, move, _ in state.timeline.move(move) }, view: drawTimeline),
        Pane(
            load: { (state, reader, context) throws(DecideError) in
                try state.$provinces.load(context) { () throws(DecideError) in
                    try reader.provinces(try reader.campRule(at: context.now))
                }
            }, view: { state, region, _ in ProvinceMap(counts: state.provinces).draw(in: &region) }),
        every.pane.beside(loadDetail).showing(drawAll),
    ]

    private static let live = ListPane(
        \State.live, nil, isWorstFirst: true, rows: { context, state in CampsLayout(context, state).listRows }
    ) { (state, _, reader, context) throws(DecideError) in
        let running = state.running ?? []
        let rule = try reader.campRule(at: context.now)
        return ListSource(
            places: { (_, _) throws(DecideError) in
                ListWindow(places: running.map(\.place), offset: 0, total: running.count)
            }, item: { (place) throws(DecideError) in try reader.boardRow(at: place, rule, isWhole: false) })
    }

    /// All camps there ever were.
    static let every = ListPane(
        \State.all, \.filter, rows: { context, state in CampsLayout(context, state).listRows - 1 }
    ) { (_, filter, reader, context) throws(DecideError) in
        let rule = try reader.campRule(at: context.now)
        return ListSource(
            places: { (start, limit) throws(DecideError) in
                try reader.camps(matching: filter, by: .campStart.reversed(), from: start, limit: limit)
            }, item: { (place) throws(DecideError) in try reader.campRow(at: place, rule) })
    }

    public static func isFilled(by pack: any PackKind.Type) -> Bool { pack.fills.contains(Camp.kind) }

    public static func initial() -> State { State() }

    public static func path(_ state: State) -> [String] { selected(state).map { [$0.code] } ?? [] }

    public static let homes = [
        Home(Camp.self), Home(DailyReport.self) { $0.camp }, Home(Attendance.self) { $0.camp }, .needs(of: .camp),
        Home(Incident.self) { $0.camp },
    ]

    public static func reveal(_ state: inout State, _ shown: Shown) {
        guard let row = shown.row else { return }
        state.tab = .all
        every.reveal(row, in: &state)
    }

    /// How many are in alarm, or late when none is; and how many run.
    public static func badge(_ reader: Reader, _ context: ScreenContext) throws(DecideError) -> String {
        let rule = try reader.campRule(at: context.now)
        let figures = LiveFigures(try reader.liveCamps(rule), on: rule.today)
        guard figures.camps > 0 else { return "" }
        let number = context.language.number
        let worst = figures.alarms > 0 ? (LiveState.alarm, figures.alarms) : (.late, figures.late)
        let sign = worst.1 > 0 ? "\(worst.0.sign)\(number(worst.1)) " : ""
        return "\(sign)\(LiveState.good.sign)\(number(figures.camps))"
    }

    /// The selected camp, in whichever view.
    static func selected(_ state: State) -> Camp? {
        switch state.tab {
        case .live: state.live.selectedItem?.camp
        case .all: state.all.selectedItem?.camp
        case .timeline: state.timeline.selectedCamp
        case .map: nil
        }
    }

    public static func load(
        _ state: inout State, from reader: Reader, _ context: ScreenContext
    ) throws(DecideError) {
        let former = state.running
        let rule = try reader.campRule(at: context.now)
        if try state.$running.load(context, { () throws(DecideError) in try reader.liveCamps(rule) }) {
            let running = state.running ?? []
            state.news.merge(BoardNews.between(former, running)) { $1 }
            state.figures = LiveFigures(running, on: rule.today)
            state.due = rule.due
            state.total = try reader.count(Camp.kind)
            state.lastChange = try reader.lastChange()
        }
        try pane(state).load(&state, reader, context)
    }

    /// The selected camp, looked at closely.
    private static func loadDetail(
        _ state: inout State, _ reader: Reader, _ context: ScreenContext
    ) throws(DecideError) {
        let code = CampsLayout(context, state).showsDetail ? selected(state)?.code : nil
        try state.$detail.load(for: code, context) { () throws(DecideError) in
            let place = try code.flatMap { (code) throws(DecideError) in try reader.campPlace(code) }
            let rule = try reader.campRule(at: context.now)
            return try place.flatMap { (place) throws(DecideError) in
                try reader.boardRow(at: place, rule, isWhole: true)
            }
        }
    }

    /// Opens a tab; what was selected stays so where it stands there too.
    private static func show(_ tab: Tab, _ state: inout State) {
        let camp = selected(state)
        if tab == .timeline, let camp { state.timeline.seek(camp.code) }
        if tab == .live, let camp, let place = state.running?.first(where: { $0.code == camp.code })?.place {
            state.live.show(row: place.row)
        }
        state.tab = tab
    }

    public static let fields: [ScreenField<State>] = [
        .filter(\.filter, when: { $0.tab == .all }) { state, change in
            state.all.follow(change)
            if !state.filter.isActive, state.filter.input.text.isEmpty, let tab = state.tabBeforeFilter {
                state.tab = tab
                state.tabBeforeFilter = nil
            }
        }
    ]
}

/// How the screen is shared out between the tabs, the list and the detail.
struct CampsLayout {
    let context: ScreenContext

    /// How many lines the list of the tab may take: the worst camps of the board more than one, to say all of it.
    private let lines: Int
    private static let moreLines = 5

    @MainActor
    init(_ context: ScreenContext, _ state: CampsScreen.State) {
        self.context = context
        lines = state.tab == .all ? state.total + 1 : (state.running?.count ?? 0) + Self.moreLines
    }

    var showsDetail: Bool { context.height >= 20 }
    /// What the list leaves free the detail has, in which texts need more than a row.
    var detailHeight: Int {
        showsDetail
            ? max(BoardDetail.height, min(BoardDetail.tallest, context.height / 2, context.height - 2 - lines)) : 0
    }
    /// Without the tabs, the head and the detail.
    var listRows: Int { max(1, context.height - 2 - detailHeight) }
    var timelineRows: Int { max(1, context.height - 1 - Timeline.headHeight) }
}
