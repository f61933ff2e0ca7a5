import Canvas
import Domain
import Persian
import Store

/// The synergy board: which needs nobody helps with, who helps with the others, what is promised too much and where it could
/// go, and what was given that is no goods.
public enum SupportScreen: Screen {
    public enum View: Int, CaseIterable, Sendable {
        case needs, institutions, moves, spiritual, late

        var title: Phrase {
            switch self {
            case .needs: Phrase(fa: "نیازها", en: "Needs")
            case .institutions: Phrase(fa: "دستگاه‌ها", en: "Institutions")
            case .moves: Phrase(fa: "جابه‌جایی", en: "Moves")
            case .spiritual: Phrase(fa: "معنوی", en: "Spiritual")
            case .late: Phrase(fa: "دیرکرده", en: "Late")
            }
        }
    }

    public struct State {
        var view = View.needs
        var needs = NeedsBoard()
        var bodies = InstitutionBoard()
        var moves = MoveList()
        var spiritual = VirtualList<SpiritualRow>()
        var spiritualFilter = FilterState()
        var late = LateList()
        /// Where one came from, through pages that lead to others; the last is gone back to first.
        var doors: [Door] = []
        @Loaded<OfficeWide, SupportFigures?> var figures: SupportFigures? = nil
        @Loaded<OfficeWide, SupportRule?> var rule: SupportRule? = nil

        var silentAfter: Int { rule?.silentAfter ?? 14 }
    }

    public static let id = "support"
    public static let title = Phrase(fa: "پشتیبانی", en: "Support")
    public static let icon = "⇄"
    public static let number: Int? = 4
    public nonisolated static let shows: [RecordKind] = [
        Need.kind, Institution.kind, Pledge.kind, SupportLine.kind, Decline.kind, SpiritualSupport.kind,
    ]

    public static let actions: [ScreenAction<State>] =
        [
            ScreenAction(
                "screen.open", "enter", Phrase(fa: "باز کردن", en: "open"), isHint: true,
                unless: { state, _ in whyNotOpened(state) }
            ) { state, context in open(&state, context) }
            .here({ $0.view == .moves ? Phrase(fa: "جابه‌جا کردن", en: "move") : nil }, isHint: { _ in false })
        ] + narrowing + edits + [
            ScreenAction(
                "support.bearer", "x", Phrase(fa: "رفتن به گیرنده", en: "go to whom it is for"),
                unless: { state, _ in bearer(state) == nil ? noNeed : nil }
            ) { state, _ in bearer(state).map { .record($0) } },
            .step("screen.view", "v", Phrase(fa: "نما", en: "view"), isHint: true) { state, _ in
                close(&state)
                state.view = state.view.next
            },
            .step("support.order", "s", Phrase(fa: "ترتیب دیگر", en: "next order"), unless: onlyOnBoard) { state, _ in
                state.needs.order = state.needs.order.next
                state.needs.list.keepSelected()
            },
            .step(
                "support.choose", "f", Phrase(fa: "کدام نیازها", en: "which needs"), isHint: true, unless: onlyOnBoard
            ) {
                state, _ in state.needs.choosing = 0
            },
            .filter { state in
                close(&state)
                switch state.view {
                case .needs: board.beginFilter(&state)
                case .institutions: institutions.beginFilter(&state)
                case .moves: state.moves.list.filter.isActive = true
                case .spiritual: spiritual.beginFilter(&state)
                case .late: state.late.list.filter.isActive = true
                }
            },
            .step("screen.back", "escape backspace", Phrase(fa: "بازگشت", en: "back"), isHint: true) { state, _ in
                back(&state)
            },
        ] + moves

    public static func initial() -> State { State() }

    public static func path(_ state: State) -> [String] {
        switch state.view {
        case .needs: state.needs.open.map { [$0] } ?? []
        case .institutions: state.bodies.open.map { [$0] } ?? []
        case .moves, .spiritual, .late: []
        }
    }

    // MARK: What is shown

    public static func pane(_ state: State) -> Pane<State> {
        switch state.view {
        case .needs: state.needs.open == nil ? needsPane : needPage
        case .institutions: state.bodies.open == nil ? institutionsPane : institutionPage
        case .moves: movesPane
        case .spiritual: spiritualPane
        case .late: latePane
        }
    }

    public static func load(
        _ state: inout State, from reader: Reader, _ context: ScreenContext
    ) throws(DecideError) {
        try state.$rule.load(context) { () throws(DecideError) in try reader.supportRule(on: context.day) }
        try state.$figures.load(context) { () throws(DecideError) in
            try reader.supportFigures(try reader.supportRule(on: context.day))
        }
        try pane(state).load(&state, reader, context)
    }

    static let spiritual = ListPane(
        \State.spiritual, \.spiritualFilter, rows: { context, _ in SupportLayout(context, .spiritual).rows }
    ) { (_, filter, reader, _) throws(DecideError) in
        ListSource(
            places: { (start, limit) throws(DecideError) in
                try reader.window(of: SpiritualSupport.kind, matching: filter, from: start, limit: limit)
            }, item: { (place) throws(DecideError) in try reader.spiritualRow(at: place) })
    }
    private static let spiritualPane = spiritual.pane.showing(drawSpiritual)

    // MARK: Where records are

    public static let homes = [
        Home(Need.self, isOwn: true) { $0.state == .open ? $0.code : nil }, Home(Institution.self),
        Home(Pledge.self) { $0.need }, Home(Decline.self) { $0.need },
        Home(SupportLine.kind, isOwn: false) { (record, reader) throws(DecideError) in
            guard let line = record as? SupportLine else { return nil }
            return try reader.find(Pledge.self, key: line.pledge)?.need
        }, Home(SpiritualSupport.self),
    ]

    public static func row(_ key: String, in reader: Reader) throws(DecideError) -> Int64? {
        for kind in [Need.kind, Institution.kind, SpiritualSupport.kind] {
            if let row = try reader.row(of: kind, key: key) { return row }
        }
        return nil
    }

    public static func reveal(_ state: inout State, _ shown: Shown) {
        close(&state)
        guard let row = shown.row else { return }
        switch shown.record {
        case is Institution:
            state.view = .institutions
            institutions.reveal(row, in: &state)
            if !shown.isMade { state.bodies.open = shown.key }
        case is SpiritualSupport:
            state.view = .spiritual
            spiritual.reveal(row, in: &state)
        default:
            state.view = .needs
            state.needs.chosen = SupportFilter()
            board.reveal(row, in: &state)
            if let pledge = shown.record as? Pledge {
                state.needs.institution = pledge.institution
                state.needs.wanted = pledge.code
            }
            if !shown.isMade, shown.record != nil { state.needs.open = shown.key }
        }
    }

    /// How many needs nobody has taken although they are due by tomorrow; else how many pledges are late.
    public static func badge(_ reader: Reader, _ context: ScreenContext) throws(DecideError) -> String {
        let untaken = try reader.untakenCount(on: context.soon)
        if untaken > 0 { return "▲\(context.language.number(untaken))" }
        let late = try reader.supportFigures(try reader.supportRule(on: context.day)).late
        return late > 0 ? "!\(context.language.number(late))" : ""
    }

    public static let fields: [ScreenField<State>] =
        [choosing] + board.fields { $0.view == .needs && $0.needs.open == nil }
        + institutions.fields { $0.view == .institutions && $0.bodies.open == nil }
        + spiritual.fields { $0.view == .spiritual } + [
            ScreenField(
                hasFocus: { state, _ in state.view == .needs && state.needs.open == nil },
                actions: Binding.columns { $0.needs.step($1) }),
            ScreenField(
                hasFocus: { state, _ in state.view == .moves && !state.moves.list.filter.isActive },
                actions: Binding.columns { $0.moves.step($1) }),
            .filter(\State.moves.list.filter, when: { $0.view == .moves }) { state, _ in state.moves.narrow() },
            .filter(\State.late.list.filter, when: { $0.view == .late }) { state, _ in state.late.list.narrow() },
        ]
}

extension SupportScreen {
    nonisolated fileprivate static func onlyOnBoard(_ state: State, _ context: ScreenContext) -> Phrase? {
        state.view == .needs && state.needs.open == nil
            ? nil : Phrase(fa: "تنها در فهرست نیازها", en: "only in the list of needs")
    }
}

extension ScreenContext {
    /// The days until tomorrow: what is needed then and nobody has taken sounds the alarm.
    var soon: ClosedRange<Day> { day.advanced(by: -3_650)...day.advanced(by: 1) }
}

extension SupportScreen {
    /// How the board is shared out.
    static func boardLayout(_ state: State, _ context: ScreenContext) -> SupportLayout {
        SupportLayout(context, .needs, needs: state.figures?.needs ?? .max)
    }
}

/// How the screen is shared out: the tabs, the filter, the list, and what is known of the selected row.
struct SupportLayout {
    let width: Int
    let height: Int
    private let view: SupportScreen.View
    private let needs: Int

    /// - Parameter needs: how many open needs there are; what they leave free below the board the strip has.
    init(_ context: ScreenContext, _ view: SupportScreen.View, needs: Int = .max) {
        (width, height, self.view, self.needs) = (context.width, context.height, view, needs)
    }

    /// The tabs alone.
    static let headHeight = 1
    /// The rule and what stands below it.
    var detailHeight: Int {
        guard height >= 16 else { return 0 }
        switch view {
        case .needs:
            guard showsPledges else { return 6 }
            let least = height >= 50 ? 16 : 11
            return max(least, min(least + 9, height - Self.headHeight - 2 - min(needs, height)))
        case .moves: return height >= 30 ? 11 : 6
        case .spiritual: return 6
        case .institutions, .late: return 0
        }
    }
    /// Whether every pledge for the selected need has room below the board.
    var showsPledges: Bool { height >= 30 }
    /// Without the line of the filter and the table's head.
    var rows: Int { max(1, height - Self.headHeight - 2 - detailHeight) }
    var list: ListLayout { ListLayout(width: width, rows: rows) }
}
