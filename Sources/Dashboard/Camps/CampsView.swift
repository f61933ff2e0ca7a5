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
        region.part(top: 1) { region in
            switch state.tab {
            case .live: drawLive(state, in: &region, context)
            case .timeline: drawTimeline(state, in: &region, context)
            case .map: ProvinceMap(counts: state.provinces).draw(in: &region)
            case .all: drawAll(state, in: &region, context)
            }
        }
    }

    private static func drawTabs(_ state: State, in region: inout Region, _ context: ScreenContext) {
        let running = state.running ?? []
        let worst = running.first?.state
        let tabs = Tabs(
            [
                .init(
                    region(Phrase(fa: "زنده", en: "Live")),
                    badge: (worst == .alarm ? "▲" : "") + region.language.number(running.count),
                    badgeColor: worst == .alarm ? .alarm : .muted),
                .init(region(Phrase(fa: "گاه‌شمار", en: "Timeline"))), .init(region(Phrase(fa: "نقشه", en: "Map"))),
                .init(region(Phrase(fa: "همه", en: "All"))),
            ], selected: state.tab.rawValue)
        let change = state.lastChange.map { moment in
            let day = moment.day(in: .tehran)
            let clock = region.language.digits(moment.clockText(in: .tehran))
            return day == context.day ? clock : "\(day.jalaliText(region.language)) \(clock)"
        }
        let label = region(Phrase(fa: "آخرین تغییر", en: "last change"))
        let width = textWidth(label) + 1 + textWidth(change ?? "")
        region.part(width: region.width - width - 2, height: 1) { tabs.draw(in: &$0) }
        guard let change, width + 36 < region.width else { return }
        region.put(
            [Span("\(label) "), .code(change, color: .text)], row: 0, start: region.width - width - 1,
            style: Style(.muted))
    }

    private static func drawLive(_ state: State, in region: inout Region, _ context: ScreenContext) {
        let layout = CampsLayout(context)
        guard state.live.total > 0 else {
            EmptyState(
                region(Phrase(fa: "اکنون اردویی برگزار نمی‌شود", en: "No camp is running now")),
                hints: [
                    region(Phrase(fa: "n اردویی تازه برنامه‌ریزی می‌کند", en: "n plans a camp")),
                    region(Phrase(fa: "v نماهای دیگر را نشان می‌دهد", en: "v shows the other views")),
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
        region.part(top: region.height - BoardDetail.height) {
            BoardDetail(row: detail, today: context.day).draw(in: &$0)
        }
    }

    private static func drawTimeline(_ state: State, in region: inout Region, _ context: ScreenContext) {
        let rows = max(1, region.height - Timeline.headHeight)
        let camps = state.timeline.camps
        guard !camps.isEmpty else {
            EmptyState(
                region(Phrase(fa: "در این روزها اردویی نیست", en: "No camps in these days")),
                hints: [region(Phrase(fa: "[ زودتر، ] دیرتر، z بزرگ‌نمایی", en: "[ earlier, ] later, z zoom"))]
            ).draw(in: &region)
            return
        }
        let top = max(0, min(state.timeline.selected - rows / 2, camps.count - rows))
        let bars = camps.dropFirst(top).prefix(rows).map { camp in
            Timeline.Bar(
                "\(camp.code) \(camp.title)", from: camp.from, to: camp.to, shape: camp.state.shape,
                color: camp.state.color, sign: camp.state.sign)
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
        Column(Phrase(fa: "وضعیت", en: "State"), minimum: 16, priority: 8),
    ]

    private static func drawAll(_ state: State, in region: inout Region, _ context: ScreenContext) {
        let layout = CampsLayout(context)
        region.part(height: 1) {
            state.filter.draw(
                in: &$0, window: state.all.window,
                unit: Phrase(fa: "اردو", en: "camps"))
        }
        let rows = layout.listRows - 1
        region.part(top: 1, height: rows + 1) { region in
            guard !state.all.isEmpty else {
                let empty =
                    state.filter.input.text.isEmpty
                    ? EmptyState(region(Phrase(fa: "هنوز اردویی نیست", en: "There is no camp yet")))
                    : state.filter.nothingFound(region.language)
                empty.draw(in: &region)
                return
            }
            TableWidget(
                kept: "camps", columns: columns, items: state.all.rows(height: rows),
                selected: state.all.selected - state.all.top, scroll: state.all.scrollBar(height: rows)
            ) { cells($0, context.language) }
            .draw(in: &region)
        }
        drawDetail(state, in: &region, context)
    }

    private static func cells(_ row: CampRow, _ language: Language) -> [TableCell] {
        let camp = row.camp
        return [
            TableCell(camp.code, direction: .leftToRight, color: .muted), TableCell(camp.title),
            TableCell("\(camp.province) · \(camp.county)", color: .muted),
            TableCell(camp.from.jalaliText(language), direction: .leftToRight),
            TableCell(language.number(camp.length), direction: .leftToRight),
            TableCell(language.number(camp.headcount), direction: .leftToRight),
            TableCell(
                "\(row.live?.sign ?? camp.state.sign) \((row.live?.phrase ?? camp.state.phrase)[language])",
                direction: .page, color: row.live?.color ?? camp.state.color),
        ]
    }
}

extension TileMap {
    /// The tile of a province by its Persian name, however it is spelt; nil where there is none.
    static func province(named name: String) -> String? { byName[name.folded()] }

    private static let byName: [String: String] = {
        let whole = [
            "آذربایجان غربی": "west-azerbaijan", "آذربایجان شرقی": "east-azerbaijan", "خراسان شمالی": "north-khorasan",
            "خراسان رضوی": "razavi-khorasan", "خراسان جنوبی": "south-khorasan",
            "چهارمحال و بختیاری": "chaharmahal-and-bakhtiari", "کهگیلویه و بویراحمد": "kohgiluyeh-and-boyer-ahmad",
            "سیستان و بلوچستان": "sistan-and-baluchestan",
        ]
        var names: [String: String] = [:]
        for (name, id) in whole { names[name.folded()] = id }
        for province in provinces { names[province.name.fa.folded()] = province.id }
        return names
    }()
}
