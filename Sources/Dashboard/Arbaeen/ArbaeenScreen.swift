import Canvas
import Domain
import Persian
import Store

/// The service points of Arbaeen: who serves there and when, what with, and how many pilgrims.
public enum ArbaeenScreen: Screen {
    /// All points, or one of them: its shifts by the hour, its stock, its tallies.
    public enum View: Int, CaseIterable, Sendable {
        case points, coverage, supplies, tally

        /// What Enter does there, where it opens nothing.
        var entering: Phrase? {
            switch self {
            case .points: nil
            case .coverage: Phrase(fa: "فرستادن گروه", en: "assign a group")
            case .supplies: Phrase(fa: "ثبت مصرف", en: "record a use")
            case .tally: Phrase(fa: "نوشتن شمار؛ رقم هم", en: "type the number; digits too")
            }
        }
    }

    public struct State {
        var view = View.points
        var list = VirtualList<PointRow>()
        var filter = FilterState()
        /// What was read of the open point.
        var mark = LoadMark<OpenPoint>()
        /// The point that is selected, or open.
        var point: PointRow?
        @Loaded<String?, OpenWork> var open = OpenWork()
        @Loaded<OfficeWide, SeasonDates?> var season: SeasonDates? = nil
        /// The shifts that lack people, over all points, by how soon they come.
        @Loaded<OfficeWide, [Shift]> var gaps: [Shift] = []
        var coverage = Coverage()
        var desk = Chooser<ShiftCandidate>()
        var stock = StockList()
        var tally = TallySheet()
        /// Whether times are shown as the clocks of the other country show them.
        var isElsewhere = false
        /// A point to be opened at the next load.
        var wanted: String?
    }

    /// What waits to be seen to at the selected point, and what it was given.
    struct OpenWork {
        var needs: [OpenNeed] = []
        var incidents: [Incident] = []
        /// What it was last given that is no goods, the latest first.
        var spiritual: [SpiritualRow] = []
    }

    /// A point, and what of it is looked at.
    struct OpenPoint: Equatable {
        let code: String
        let view: View
    }

    public static let id = "arbaeen"
    public static let title = Phrase(fa: "اربعین", en: "Arbaeen")
    public static let icon = "☾"
    public static let number: Int? = 8
    public static let shows: [RecordKind] = [
        Season.kind, ServicePoint.kind, Shift.kind, Supply.kind, Tally.kind, Need.kind, Incident.kind,
    ]

    nonisolated static let nothingSelected = Phrase(fa: "نقطه‌ای برگزیده نیست", en: "no point is selected")
    nonisolated static let noShift = Phrase(
        fa: "شیفتی برگزیده نیست ({screen.view} پوشش)", en: "no shift is selected ({screen.view} coverage)")

    public static let actions: [ScreenAction<State>] =
        [
            ScreenAction(
                "screen.open", "enter", Phrase(fa: "باز کردن", en: "open"), isHint: true,
                unless: { state, _ in state.point == nil ? nothingSelected : nil }
            ) { state, _ in open(&state) }
            .here({ $0.view.entering }, isHint: { _ in false }),
            .step(
                "screen.view", "v", Phrase(fa: "پوشش، اقلام، آمار", en: "coverage, stock, tally"), isHint: true,
                unless: { state, _ in state.point == nil ? nothingSelected : nil }
            ) { state, _ in
                show(state.view.next, &state)
            },
            ScreenAction(
                "arbaeen.assign", "a", Phrase(fa: "کدام گروه؟", en: "which group?"), command: ShiftAssign.self,
                isHint: true, unless: { state, _ in state.coverage.selected(in: state.view) == nil ? noShift : nil }
            ) { state, _ in
                state.desk.open()
                return nil
            },
        ] + edits + [
            .step("screen.earlier", "[", Phrase(fa: "روز قبل", en: "day before")) { state, _ in turn(&state, -1) },
            .step("screen.later", "]", Phrase(fa: "روز بعد", en: "day after")) { state, _ in turn(&state, 1) },
            .step("arbaeen.elsewhere", "o", Phrase(fa: "ساعت کشور دیگر", en: "the other country's clock")) {
                state, _ in state.isElsewhere.toggle()
            },
            .filter { state in
                show(.points, &state)
                list.beginFilter(&state)
            },
            .back(from: { $0.view != .points }, \.filter) { close(&$0) },
        ] + moves

    public static func initial() -> State { State() }

    public static func path(_ state: State) -> [String] {
        guard state.view != .points, let point = state.point?.point else { return [] }
        return ["\(point.code) \(point.name)"]
    }

    public static func unsaved(_ state: State) -> Phrase? { state.tally.unsaved }

    public static let homes = [
        Home(ServicePoint.self), Home(Shift.self, isOwn: true) { $0.point }, Home(Supply.self) { $0.point },
        Home(Tally.self) { $0.point }, .needs(of: .point), Home(Incident.self) { $0.point },
        Home(Season.self) { _ in "" },
    ]

    public static func reveal(_ state: inout State, _ shown: Shown) {
        guard let row = shown.row else { return show(.points, &state) }
        list.reveal(row, in: &state)
        state.wanted = shown.key
        switch shown.record {
        case is ServicePoint where shown.isMade: show(.points, &state)
        case is Supply: show(.supplies, &state)
        case is Tally: show(.tally, &state)
        case let shift as Shift:
            state.coverage.wanted = shift
            show(.coverage, &state)
        default: show(.coverage, &state)
        }
    }

    /// How many grave incidents are open at points; else how many people are missing now; else how many days it is to
    /// 20 Safar in Iran.
    public static func badge(_ reader: Reader, _ context: ScreenContext) throws(DecideError) -> String {
        let alarms = try reader.pointAlarms()
        if alarms > 0 { return "▲\(context.language.number(alarms))" }
        let missing = try reader.shiftCoverage(from: context.now).missingNow
        if missing > 0 { return "!\(context.language.number(missing))" }
        guard let day = try reader.season(on: context.day)?.arbaeen[.iran], day >= context.day else { return "" }
        let days = context.language.number(day - context.day)
        return Phrase(fa: "\(days) روز", en: "\(days)d")[context.language]
    }

    // MARK: Reading

    public static func pane(_ state: State) -> Pane<State> { panes[state.view.rawValue] }

    /// One for each view, in their order.
    private static let panes: [Pane<State>] = [
        list.pane.beside(loadOpenWork).showing(drawPoints),
        ofPoint(
            move: { state, move, _ in state.coverage.move(move) },
            view: { state, region, context in CoverageView(state, context).draw(in: &region) }
        ) { (state, point, reader, context) throws(DecideError) in
            try state.coverage.load(point, reader, context)
            try state.desk.load(state.coverage.selected, reader, context)
        },
        ofPoint(
            move: { state, move, _ in state.stock.move(move) },
            view: { state, region, context in StockView(state, context).draw(in: &region) }
        ) { (state, point, reader, context) throws(DecideError) in
            try state.stock.load(point, reader, context)
        },
        ofPoint(
            move: { state, move, _ in state.tally.move(move) },
            view: { state, region, context in TallyView(state, context).draw(in: &region) }
        ) { (state, point, reader, context) throws(DecideError) in
            try state.tally.load(point, reader, context)
        },
    ]

    static let list = ListPane(\State.list, \.filter, rows: { context, _ in ArbaeenLayout(context).pointRows }) {
        (_, filter, reader, context) throws(DecideError) in
        ListSource(
            places: { (start, limit) throws(DecideError) in
                try reader.points(matching: filter, from: start, limit: limit)
            }, item: { (place) throws(DecideError) in try reader.pointRow(at: place, context.now) })
    }

    /// A view of the open point.
    private static func ofPoint(
        move: @escaping @MainActor (inout State, ListMove, ScreenContext) -> Void,
        view: @escaping @MainActor (State, inout Region, ScreenContext) -> Void,
        load: @escaping @MainActor (inout State, ServicePoint, Reader, ScreenContext) throws(DecideError) -> Void
    ) -> Pane<State> {
        Pane(
            load: { (state, reader, context) throws(DecideError) in
                guard let point = state.point?.point else { return }
                try loadOpenWork(&state, reader, context)
                try load(&state, point, reader, context)
            }, move: move, view: view)
    }

    public static func load(
        _ state: inout State, from reader: Reader, _ context: ScreenContext
    ) throws(DecideError) {
        try state.$season.load(context) { () throws(DecideError) in try reader.season(on: context.day) }
        try state.$gaps.load(context) { () throws(DecideError) in try reader.gaps(from: context.now, limit: 40) }
        try list.pane.load(&state, reader, context)
        if state.view == .points {
            state.point = state.list.selectedItem
        } else if let code = state.wanted ?? state.point?.point.code,
            state.mark.isBehind(OpenPoint(code: code, view: state.view), context) != nil
        {
            state.point = try reader.pointRow(code, context.now)
        }
        state.wanted = nil
        if state.point == nil { state.view = .points }
        if state.view != .points { try pane(state).load(&state, reader, context) }
    }

    /// What waits to be seen to at the point.
    private static func loadOpenWork(
        _ state: inout State, _ reader: Reader, _ context: ScreenContext
    ) throws(DecideError) {
        let code = state.point?.point.code
        try state.$open.load(for: code, context) { () throws(DecideError) in
            guard let code else { return OpenWork() }
            let target = NeedTarget(subject: .point, code: code)
            return OpenWork(
                needs: try reader.openNeeds(of: target), incidents: try reader.openIncidents(of: target),
                spiritual: try reader.spiritualSupport(of: target, limit: SpiritualRow.namedOnPages))
        }
    }

    // MARK: Keys

    /// What Enter does in each view.
    private static func open(_ state: inout State) -> Effect? {
        switch state.view {
        case .points: show(.coverage, &state)
        case .coverage: state.desk.open()
        case .supplies: return stockForm(SupplyUse.self, using, state)
        case .tally: return state.tally.form
        }
        return nil
    }

    private static func turn(_ state: inout State, _ step: Int) {
        if state.view == .tally { state.tally.turn(step) } else { state.coverage.turn(step) }
    }

    private static func show(_ view: View, _ state: inout State) {
        state.view = view
        state.desk = Chooser()
    }

    private static func close(_ state: inout State) {
        if state.view != .points {
            show(.points, &state)
        } else {
            list.clear(&state)
        }
    }

    public static func answered(
        _ state: inout State, _ sending: Sending, _ answer: Writer.Answer, _ context: ScreenContext
    ) -> Bool {
        state.tally.answered(sending, answer)
        return false
    }

    public static let fields: [ScreenField<State>] =
        list.fields { $0.view == .points } + [
            .chooser(\.desk, when: { $0.view == .coverage }, Phrase(fa: "فرستادن گروه", en: "assign")) { state in
                state.desk.assign(to: state.coverage.selected)
            },
            .tally(\.tally) { $0.view == .tally },
        ]
}

/// How the screen is shared out: the tabs, the countdown, and below them what is looked at.
struct ArbaeenLayout {
    let context: ScreenContext

    init(_ context: ScreenContext) { self.context = context }

    /// The tabs and the countdown.
    static let headHeight = 2
    var showsBeside: Bool { context.width >= 104 }
    /// The detail and the gaps stand below the list where there is no room beside it.
    var heightBelow: Int { !showsBeside && context.height >= 18 ? context.height * 45 / 100 : 0 }
    var listWidth: Int { showsBeside ? max(70, context.width * 60 / 100) : context.width }
    /// Without the line of the filter and the table's head.
    var pointRows: Int { max(1, context.height - Self.headHeight - 2 - heightBelow) }
}
