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
        var fresh = Freshness<View>()
        /// The point that is selected, or open.
        var point: PointRow?
        var open = OpenWork()
        var season: SeasonDates?
        /// The shifts that lack people, over all points, by how soon they come.
        var gaps: [Shift] = []
        var coverage = Coverage()
        var desk = ShiftDesk()
        var stock = StockList()
        var tally = TallySheet()
        /// Whether times are shown as the clocks of the other country show them.
        var isElsewhere = false
        /// A point to be opened at the next load.
        var wanted: String?
    }

    /// What waits to be seen to at the selected point.
    struct OpenWork {
        /// Whose it is.
        var point: String?
        var needs: [Need] = []
        var incidents: [Incident] = []
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
                show(View(rawValue: (state.view.rawValue + 1) % View.allCases.count) ?? .points, &state)
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
                state.filter.isActive = true
            },
            .back(from: { $0.view != .points }, \.filter) { close(&$0) },
        ] + Binding.moves { move(&$0, $1, $2) }

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
        state.filter = FilterState()
        state.list.show(row: row)
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

    public static func load(
        _ state: inout State, from reader: Reader, _ context: ScreenContext, isChanged: Bool
    ) throws(DecideError) {
        let layout = ArbaeenLayout(context)
        if isChanged || state.season == nil {
            state.season = try reader.season(on: context.day)
            state.gaps = try reader.gaps(from: context.now, limit: 40)
        }
        let filter = state.filter.filter
        try state.list.load(
            height: layout.pointRows, context,
            places: { (start, limit) throws(DecideError) in
                try reader.points(matching: filter, from: start, limit: limit)
            },
            item: { (place) throws(DecideError) in try reader.pointRow(at: place, context.now) })
        let former = state.point?.point.code
        let isBehind = state.fresh.isBehind(state.view, context)
        if state.view == .points {
            state.point = state.list.selectedItem
        } else if let code = state.wanted ?? former, isBehind || state.wanted != nil {
            state.point = try reader.pointRow(code, context.now)
        }
        state.wanted = nil
        guard let point = state.point?.point else {
            state.view = .points
            return
        }
        let isOther = isBehind || point.code != former
        if isBehind || state.open.point != point.code, !(context.isMoving && state.view == .points && !isBehind) {
            let target = NeedTarget(subject: .point, code: point.code)
            state.open = OpenWork(
                point: point.code, needs: try reader.openNeeds(of: target),
                incidents: try reader.openIncidents(of: target))
        }
        switch state.view {
        case .points: break
        case .coverage:
            try state.coverage.load(point, reader, context, isChanged: isOther)
            try state.desk.load(state.coverage.selected, reader, isChanged: isBehind)
        case .supplies: try state.stock.load(point, reader, isChanged: isOther)
        case .tally: try state.tally.load(point, reader, context, isChanged: isOther)
        }
    }

    public static func rowsDue(_ state: State, _ context: ScreenContext) -> RowsDue {
        state.view == .points ? state.list.due(height: ArbaeenLayout(context).pointRows) : .window
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
        state.desk.close()
    }

    private static func move(_ state: inout State, _ move: ListMove, _ context: ScreenContext) {
        switch state.view {
        case .points: state.list.move(move, height: ArbaeenLayout(context).pointRows)
        case .coverage: state.coverage.move(move)
        case .supplies: state.stock.move(move)
        case .tally: state.tally.move(move)
        }
    }

    private static func close(_ state: inout State) {
        if state.view != .points {
            show(.points, &state)
        } else if state.filter.clear() {
            state.list.keepSelected()
        }
    }

    public static func answered(
        _ state: inout State, _ sending: Sending, _ answer: Writer.Answer, _ context: ScreenContext
    ) -> Bool {
        state.tally.answered(sending, answer)
        return false
    }

    public static let fields: [ScreenField<State>] = [
        .filter(\.filter, when: { $0.view == .points }) { $0.list.follow($1) },
        .desk(\.desk, when: { $0.view == .coverage }, Phrase(fa: "فرستادن گروه", en: "assign")) { state in
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
