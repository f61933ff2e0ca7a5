import Canvas
import Domain
import Persian
import Store

extension PointState {
    /// A sign of its own for each.
    var sign: String {
        switch self {
        case .planned: "◌"
        case .licensed: "○"
        case .open: "●"
        case .closed: "■"
        }
    }

    var color: ColorRole {
        switch self {
        case .planned, .licensed: .information
        case .open: .good
        case .closed: .muted
        }
    }
}

extension Shift {
    /// "8/12": people who come of those who are needed.
    func figures(_ language: Language) -> String { language.digits("\(present)/\(needed)") }

    var color: ColorRole { gap == 0 ? .good : present == 0 ? .alarm : .warning }

    /// Its hours as the clocks of its point, or of the other country, show them.
    func clocks(in zone: Zone?, _ language: Language) -> String {
        let (from, to) = (zone.map(self.from.seen) ?? self.from, zone.map(self.to.seen) ?? self.to)
        return Self.clocks(from, to, language)
    }
}

extension AnnouncementStatus? {
    /// Where there is no room for the word.
    fileprivate var sign: Phrase {
        switch self {
        case .confirmed: Phrase(fa: "✓", en: "✓")
        case .provisional: Phrase(fa: "≈", en: "≈")
        case nil: Phrase(fa: "؟", en: "?")
        }
    }
}

extension SeasonDates {
    /// "ایران ۲۶ شهریور ۱۴۰۱ · ۴۷ روز دیگر (قطعی)"; with dates and signs where there is less room.
    func countdown(_ country: Country, today: Day, isWide: Bool, _ language: Language) -> [Span] {
        guard let day = arbaeen[country] else { return [] }
        let status = season.announcement(.safar, in: country)?.status
        let days = day - today
        let count =
            days > 0
            ? Phrase(
                fa: "\(persianDigits(days)) روز\(isWide ? " دیگر" : "")",
                en: days == 1 ? "tomorrow" : "\(isWide ? "in " : "")\(days) days"
            )
            : days == 0 ? Phrase(fa: "امروز", en: "today") : Phrase(fa: "گذشته", en: "past")
        let word = isWide ? status?.phrase ?? Phrase(fa: "اعلام‌نشده", en: "not announced") : status.sign
        return [
            Span("\(country.phrase[language]) ", color: .muted),
            isWide
                ? Span(day.longText(.jalali, language), color: .text) : .code(day.jalaliText(language), color: .text),
            Span(" · "), Span(count[language], color: days < 0 ? .muted : .accent),
            Span(" (\(word[language]))", color: status == .confirmed ? .good : .warning),
        ]
    }
}

extension ArbaeenScreen {
    public static func view(_ state: State, in region: inout Region, _ context: ScreenContext) {
        drawTabs(state, in: &region, context)
        drawCountdown(state, in: &region, context)
        region.part(top: ArbaeenLayout.headHeight) { pane(state).view(state, &$0, context) }
    }

    private static func drawTabs(_ state: State, in region: inout Region, _ context: ScreenContext) {
        let language = context.language
        let row = state.point
        let low = row?.low ?? 0
        let tabs = Tabs(
            [
                .init(region(Phrase(fa: "نقاط", en: "Points")), badge: language.number(state.list.total)),
                .init(
                    region(Phrase(fa: "پوشش", en: "Coverage")), badge: row?.gap == nil ? "" : "!",
                    badgeColor: row?.gap.map { $0.isRunning(at: context.now) } == true ? .alarm : .warning),
                .init(
                    region(Phrase(fa: "اقلام", en: "Stock")), badge: low > 0 ? "!\(language.number(low))" : "",
                    badgeColor: .warning),
                .init(region(Phrase(fa: "آمار", en: "Tally"))),
            ], selected: state.view.rawValue)
        let width = min(region.width, 52)
        region.part(width: width, height: 1) { tabs.draw(in: &$0) }
        guard state.view != .points, let point = row?.point else { return }
        region.part(start: width + 1, height: 1) { region in
            region.put(
                [
                    Span("\(point.state.sign) ", color: point.state.color), .code(point.code, color: .muted),
                    Span("  "),
                    Span(point.name, direction: .automatic, color: .strong),
                ], row: 0, style: Style())
        }
    }

    private static func drawCountdown(_ state: State, in region: inout Region, _ context: ScreenContext) {
        guard let season = state.season else {
            region.put(
                context.told(
                    Phrase(
                        fa: "هنوز موسمی اعلام نشده است؛ {arbaeen.announce} اعلام می‌کند",
                        en: "No season is announced; {arbaeen.announce} announces one")),
                row: 1, start: 1, direction: .page, style: Style(.muted))
            return
        }
        let label = [Span(region(Phrase(fa: "۲۰ صفر ", en: "20 Safar ")), color: .strong)]
        let isWide = region.width >= 104
        let iran = season.countdown(.iran, today: context.day, isWide: isWide, context.language)
        let iraq = season.countdown(.iraq, today: context.day, isWide: isWide, context.language)
        region.put(label + iran + [Span("   ")] + iraq, row: 1, start: 1, width: region.width - 2, style: Style(.muted))
    }

    // MARK: Points

    private static let columns: [Column] = [
        Column(Phrase(fa: "کد", en: "Code"), minimum: 5, priority: 9),
        Column(Phrase(fa: "نقطه", en: "Point"), minimum: 14, weight: 3, priority: 11),
        Column(Phrase(fa: "وضعیت", en: "State"), minimum: 8, priority: 8),
        Column(Phrase(fa: "مجوز تا", en: "Permit"), minimum: 11, priority: 4),
        Column(Phrase(fa: "امروز", en: "Today"), minimum: 6, alignment: .end, priority: 7),
        Column(Phrase(fa: "اقلام", en: "Stock"), minimum: 5, priority: 5),
        // It tells an alarm: its words are shortened, and it never vanishes.
        Column(Phrase(fa: "کمبود", en: "Gap"), minimum: 6, weight: 1, priority: 12),
    ]

    static func drawPoints(_ state: State, in region: inout Region, _ context: ScreenContext) {
        let layout = ArbaeenLayout(context)
        ListView(
            list, ListLayout(width: layout.listWidth, rows: layout.pointRows), "points.\(state.isElsewhere)",
            unit: .init(fa: "نقطه", one: "point", many: "points"), empty: empty
        ) { rows in
            var columns = columns
            columns[0] = columns[0].fitting(rows.map(\.point.code))
            columns[1] = columns[1].wanting(rows.map(\.point.name))
            columns[2] = columns[2].fitting(rows.map { "● \($0.point.state.phrase[context.language])" })
            let gaps = rows.compactMap(\.gap).map { GapWords($0, state.isElsewhere, context) }
            columns[6] = columns[6].fitting(gaps.map(\.brief), limit: 30).wanting(gaps.map(\.text), limit: 30)
            return columns
        } cells: {
            cells($0, state.isElsewhere, context)
        }
        .draw(state, in: &region, context, detail: nil)
        guard let row = state.point else { return }
        if layout.showsBeside {
            for line in 0..<region.height {
                region.put("│", row: line, start: layout.listWidth, width: 1, direction: .picture, style: Style(.faint))
            }
            region.part(start: layout.listWidth + 2) { region in
                let used = PointDetail(row, state, context).draw(in: &region) + 1
                region.part(top: used) { GapList(state.gaps, state.isElsewhere, context).draw(in: &$0) }
            }
        } else if layout.heightBelow > 0 {
            region.part(top: layout.pointRows + 2) { region in
                let half = region.width / 2
                region.part(start: 1, width: half - 2) { _ = PointDetail(row, state, context).draw(in: &$0) }
                region.part(start: half + 1) { GapList(state.gaps, state.isElsewhere, context).draw(in: &$0) }
            }
        }
    }

    private static let empty = ListView<State, PointRow>.Words(
        Phrase(fa: "هنوز نقطه‌ای برنامه‌ریزی نشده است", en: "No service point is planned yet"),
        Phrase(
            fa: "{arbaeen.announce} اول صفر را اعلام می‌کند", en: "{arbaeen.announce} announces the first of Safar"),
        Phrase(fa: "{arbaeen.new} نقطه‌ای تازه برنامه‌ریزی می‌کند", en: "{arbaeen.new} plans a point"))

    private static func cells(_ row: PointRow, _ isElsewhere: Bool, _ context: ScreenContext) -> [TableCell] {
        let (point, language) = (row.point, context.language)
        let isExpired = point.validUntil.map { $0 < context.day } ?? false
        let permit = point.validUntil.map { $0.jalaliText(language) } ?? "—"
        let stock = row.low > 0 ? "!\(language.number(row.low))" : row.supplies > 0 ? "✓" : "—"
        let gap = row.gap.map { GapWords($0, isElsewhere, context) }
        let sign = row.alarms > 0 ? "▲" : point.state.sign
        return [
            TableCell(point.code, direction: .leftToRight, color: .muted), TableCell(point.name),
            TableCell(
                "\(sign) \(point.state.phrase[language])", direction: .page,
                color: row.alarms > 0 ? .alarm : point.state.color),
            TableCell(
                isExpired && point.state != .closed ? "!\(permit)" : permit, direction: .leftToRight,
                color: isExpired && point.state != .closed ? .alarm : .muted),
            TableCell(language.number(row.servedToday), direction: .leftToRight),
            TableCell(stock, direction: .leftToRight, color: row.low > 0 ? .warning : .good),
            TableCell { region, style in
                region.put(
                    gap?.fitting(region.width) ?? "—", row: 0, direction: .page,
                    style: Style(
                        gap.map { $0.isNow ? .alarm : .warning } ?? .good, on: style.background,
                        gap?.isNow == true ? .bold : []))
            },
        ]
    }
}
