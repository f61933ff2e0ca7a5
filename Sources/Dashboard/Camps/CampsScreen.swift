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
        var running: [LiveCamp]?
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
        var detail: BoardRow?
        var timeline = TimelineState()
        var provinces: [ProvinceCount] = []
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
                show(Tab(rawValue: (state.tab.rawValue + 1) % Tab.allCases.count) ?? .live, &state)
            },
            .step("screen.filter", "/", Phrase(fa: "جست‌وجو در همه", en: "filter all")) { state, _ in
                state.tabBeforeFilter = state.filter.input.text.isEmpty && state.tab != .all ? state.tab : nil
                state.tab = .all
                state.filter.isActive = true
            },
            .step("screen.clear", "escape", Phrase(fa: "بازگشت به زنده", en: "back to live")) { state, _ in
                if state.tab == .all, state.filter.clear() { state.all.keepSelected() } else { show(.live, &state) }
            },
            .step("camps.zoom", "z", Phrase(fa: "هفته، ماه، فصل", en: "week, month, season")) { state, _ in
                state.timeline.zoom = state.timeline.zoom.next
            },
            .step("screen.earlier", "[", Phrase(fa: "زودتر", en: "earlier")) { state, _ in state.timeline.shift(-1) },
            .step("screen.later", "]", Phrase(fa: "دیرتر", en: "later")) { state, _ in state.timeline.shift(1) },
        ]
        + Binding.moves { state, move, context in
            let layout = CampsLayout(context, state)
            switch state.tab {
            case .live: state.live.move(move, height: layout.listRows)
            case .all: state.all.move(move, height: layout.listRows - 1)
            case .timeline: state.timeline.move(move)
            case .map: break
            }
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
        state.filter = FilterState()
        state.all.show(row: row)
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
        _ state: inout State, from reader: Reader, _ context: ScreenContext, isChanged: Bool
    ) throws(DecideError) {
        let rule = try reader.campRule(at: context.now)
        if isChanged || state.running == nil {
            let running = try reader.liveCamps(rule)
            state.news.merge(BoardNews.between(state.running, running)) { $1 }
            state.running = running
            state.figures = LiveFigures(running, on: rule.today)
            state.due = rule.due
            state.total = try reader.count(Camp.kind)
            state.lastChange = try reader.lastChange()
        }
        let layout = CampsLayout(context, state)
        switch state.tab {
        case .live: try loadLive(&state, reader, rule, context)
        case .all: try loadAll(&state, reader, rule, context)
        case .timeline: try state.timeline.load(from: reader, today: context.day, rows: layout.timelineRows)
        case .map: state.provinces = try reader.provinces(rule)
        }
        guard state.tab == .live || state.tab == .all, layout.showsDetail, let code = selected(state)?.code else {
            state.detail = nil
            return
        }
        if context.isMoving, !isChanged || state.detail == nil { return }
        guard isChanged || state.detail?.code != code else { return }
        state.detail =
            try reader.campPlace(code).mapTyped { (place) throws(DecideError) in
                try reader.boardRow(at: place, rule, isWhole: true)
            } ?? nil
    }

    private static func loadLive(
        _ state: inout State, _ reader: Reader, _ rule: CampRule, _ context: ScreenContext
    ) throws(DecideError) {
        let running = state.running ?? []
        try state.live.load(
            height: CampsLayout(context, state).listRows, context, isWorstFirst: true,
            places: { (_, _) throws(DecideError) in
                ListWindow(places: running.map(\.place), offset: 0, total: running.count)
            },
            item: { (place) throws(DecideError) in try reader.boardRow(at: place, rule, isWhole: false) })
    }

    private static func loadAll(
        _ state: inout State, _ reader: Reader, _ rule: CampRule, _ context: ScreenContext
    ) throws(DecideError) {
        let filter = state.filter.filter
        try state.all.load(
            height: CampsLayout(context, state).listRows - 1, context,
            places: { (start, limit) throws(DecideError) in
                try reader.camps(matching: filter, by: .campStart.reversed(), from: start, limit: limit)
            },
            item: { (place) throws(DecideError) in try reader.campRow(at: place, rule) })
    }

    public static func rowsDue(_ state: State, _ context: ScreenContext) -> RowsDue {
        let rows = CampsLayout(context, state).listRows
        return switch state.tab {
        case .live: state.live.due(height: rows)
        case .all: state.all.due(height: rows - 1)
        case .timeline, .map: .window
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
