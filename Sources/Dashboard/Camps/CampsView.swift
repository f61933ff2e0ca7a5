import Canvas
import Domain
import Persian
import Store

extension CampState {
    /// A sign of its own for each.
    var sign: String {
        switch self {
        case .planned: "◌"
        case .approved: "○"
        case .running: "●"
        case .suspended: "‖"
        case .cancelled: "×"
        case .closed: "■"
        }
    }

    /// What its bar on the timeline is made of.
    var shape: Character {
        switch self {
        case .planned: "░"
        case .approved: "▒"
        case .running: "█"
        case .suspended, .cancelled: "╌"
        case .closed: "▓"
        }
    }

    var color: ColorRole {
        switch self {
        case .planned, .approved: .information
        case .running: .good
        case .suspended: .warning
        case .cancelled, .closed: .muted
        }
    }
}

extension CampsScreen {
    public static func view(_ state: State, in region: inout Region, _ context: ScreenContext) {
        drawTabs(state, in: &region, context)
        region.part(top: 1) { pane(state).view(state, &$0, context) }
    }

    private static func drawTabs(_ state: State, in region: inout Region, _ context: ScreenContext) {
        let number = region.language.number
        let figures = state.figures
        let states = [
            (LiveState.alarm, figures.alarms), (.late, figures.late),
            (.good, figures.camps - figures.alarms - figures.late),
        ].filter { $0.1 > 0 }
        let tabs = Tabs(
            [
                .init(
                    region(Phrase(fa: "زنده", en: "Live")),
                    badge: states.map { "\($0.0.sign)\(number($0.1))" }.joined(separator: " "),
                    badgeColor: figures.alarms > 0 ? .alarm : .muted),
                .init(region(Phrase(fa: "گاه‌شمار", en: "Timeline"))), .init(region(Phrase(fa: "نقشه", en: "Map"))),
                .init(region(Phrase(fa: "همه", en: "All")), badge: number(state.total)),
            ], selected: state.tab.rawValue)
        let width = tabs.width
        region.part(width: min(region.width, width), height: 1) { tabs.draw(in: &$0) }
        guard let told = told(state, context, room: region.width - width - 3) else { return }
        let length = told.reduce(0) { $0 + textWidth($1.text) }
        region.put(told, row: 0, start: region.width - length - 1, style: Style(.muted))
    }

    /// How many have told of today and until when they may; where there is room, who is in the field and the last
    /// change too.
    private static func told(_ state: State, _ context: ScreenContext, room: Int) -> [Span]? {
        let language = context.language
        let (told, all) = (state.figures.reportedToday, state.figures.today)
        let due = language.digits(state.due.moment(of: context.day).clockText(in: .tehran))
        let isDue = all > 0
        let long = Phrase(
            fa: "امروز \(persianDigits(told)) از \(persianDigits(all)) گزارش داده‌اند، مهلت \(due)",
            en: "today \(told) of \(all) reported, due \(due)")[language]
        let share = language.digits("\(told)/\(all)")
        let short = Phrase(
            fa: "امروز \(share)، مهلت \(due)", en: "today \(share), due \(due)")[language]
        let field = Phrase(
            fa: "در میدان \(Language.persian.number(state.figures.people))",
            en: "in the field \(Language.english.number(state.figures.people))")[language]
        let change = state.lastChange.map {
            Phrase(fa: "آخرین تغییر ", en: "last change ")[language]
                + DayWords(today: context.day, language).shortMoment($0)
        }
        let dot = " · "
        let choices = [
            isDue ? [field, long, change] : [change], isDue ? [field, long] : [change], isDue ? [long] : [],
            isDue ? [short] : [],
        ].map { $0.compactMap(\.self) }
        guard let fitting = choices.first(where: { !$0.isEmpty && textWidth($0.joined(separator: dot)) <= room }) else {
            return nil
        }
        return fitting.enumerated().flatMap { ($0 > 0 ? [Span(dot, color: .faint)] : []) + [Span($1)] }
    }

    static func drawLive(_ state: State, in region: inout Region, _ context: ScreenContext) {
        let layout = CampsLayout(context, state)
        guard state.live.total > 0 else {
            EmptyState(
                region(Phrase(fa: "اکنون اردویی برگزار نمی‌شود", en: "No camp is running now")),
                hints: [
                    context.told(
                        Phrase(fa: "{camps.plan} اردویی تازه برنامه‌ریزی می‌کند", en: "{camps.plan} plans a camp")),
                    context.told(
                        Phrase(
                            fa: "{screen.view} نماهای دیگر را نشان می‌دهد", en: "{screen.view} shows the other views")),
                ]
            ).draw(in: &region)
            return
        }
        region.part(height: layout.listRows + 1) { region in
            BoardView(
                rows: state.live.rows(height: layout.listRows), selected: state.live.selected - state.live.top,
                news: state.news, today: context.day, scroll: state.live.scrollBar(height: layout.listRows)
            ).draw(in: &region)
        }
        drawDetail(state, in: &region, context)
    }

    private static func drawDetail(_ state: State, in region: inout Region, _ context: ScreenContext) {
        guard let detail = state.detail else { return }
        let shown = ShownDetail(row: detail, minute: context.now.milliseconds / 60_000)
        region.part(cached: "camp", of: shown, top: region.height - CampsLayout(context, state).detailHeight) {
            BoardDetail(row: detail, context: context).draw(in: &$0)
        }
    }

    /// What the detail looks like depends on: the camp, and the clock by which it says how long ago.
    private struct ShownDetail: Equatable {
        let row: BoardRow
        let minute: Int64
    }

    static func drawTimeline(_ state: State, in region: inout Region, _ context: ScreenContext) {
        let rows = max(1, region.height - Timeline.headHeight)
        let camps = state.timeline.camps
        guard !camps.isEmpty else {
            EmptyState(
                region(Phrase(fa: "در این روزها اردویی نیست", en: "No camps in these days")),
                hints: [
                    context.told(
                        Phrase(
                            fa: "{screen.earlier} زودتر، {screen.later} دیرتر، {camps.zoom} بزرگ‌نمایی",
                            en: "{screen.earlier} earlier, {screen.later} later, {camps.zoom} zoom"))
                ]
            ).draw(in: &region)
            return
        }
        let top = max(0, min(state.timeline.selected - rows / 2, camps.count - rows))
        // A running camp has the sign and the colour that it has on the board.
        let live = Dictionary((state.running ?? []).map { ($0.code, $0.state) }) { first, _ in first }
        let bars = camps.dropFirst(top).prefix(rows).map { camp in
            Timeline.Bar(
                "\(camp.code) \(camp.title)", from: camp.from, to: camp.to, shape: camp.state.shape,
                color: live[camp.code]?.color ?? camp.state.color, sign: live[camp.code]?.sign ?? camp.state.sign)
        }
        Timeline(
            Array(bars), from: state.timeline.first, today: context.day, zoom: state.timeline.zoom,
            selected: state.timeline.selected - top
        ).draw(in: &region)
    }

    private static let columns: [Column] = [
        Column(Phrase(fa: "شماره", en: "Code"), minimum: 6, priority: 9),
        Column(Phrase(fa: "عنوان", en: "Title"), minimum: 16, weight: 3, priority: 10),
        Column(Phrase(fa: "جا", en: "Place"), minimum: 14, weight: 2, priority: 3),
        Column(Phrase(fa: "از", en: "From"), minimum: 10, priority: 7),
        Column(Phrase(fa: "روز", en: "Days"), minimum: 4, alignment: .end, priority: 4),
        Column(Phrase(fa: "نفر", en: "People"), minimum: 6, alignment: .end, priority: 5),
        Column(Phrase(fa: "وضعیت", en: "State"), minimum: 18, priority: 8),
    ]

    static func drawAll(_ state: State, in region: inout Region, _ context: ScreenContext) {
        let layout = ListLayout(width: region.width, rows: CampsLayout(context, state).listRows - 1)
        ListView(
            every, layout, "camps", unit: .init(fa: "اردو", one: "camp", many: "camps"),
            empty: .init(Phrase(fa: "هنوز اردویی نیست", en: "There is no camp yet"))
        ) { rows in
            var columns = columns
            columns[0] = columns[0].fitting(rows.map(\.camp.code))
            return columns
        } cells: {
            cells($0, context.language)
        }
        .draw(state, in: &region, context, detail: nil)
        drawDetail(state, in: &region, context)
    }

    private static func cells(_ row: CampRow, _ language: Language) -> [TableCell] {
        let camp = row.camp
        return [
            TableCell(camp.code, direction: .leftToRight, color: .muted), TableCell(camp.title),
            TableCell(language.parts([Province.title(camp.province)[language], camp.county]), color: .muted),
            TableCell(camp.from.jalaliText(language), direction: .leftToRight),
            TableCell(language.number(camp.length), direction: .leftToRight),
            TableCell(language.number(camp.headcount), direction: .leftToRight),
            TableCell(
                "\(row.live?.sign ?? camp.state.sign) \((row.live?.phrase ?? camp.state.phrase)[language])",
                direction: .page, color: row.live?.color ?? camp.state.color),
        ]
    }
}
