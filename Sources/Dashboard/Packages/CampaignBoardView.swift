import Canvas
import Domain
import Persian
import Store

/// How the stock of a campaign looks: the bar, the sum that closes, a row a base, and the selected one.
extension PackagesScreen {
    static func drawBoard(_ state: State, in region: inout Region, _ context: ScreenContext) {
        guard let campaign = state.campaign, let stocks = state.board.stocks else {
            return EmptyState(
                region(Phrase(fa: "هنوز رزمایشی آغاز نشده است", en: "No campaign is opened yet")),
                hints: [
                    Phrase(
                        fa:
                            "{packages.open} رزمایشی آغاز می‌کند؛ سپس {packages.receive} دریافت و {packages.allocate} تخصیص",
                        en:
                            "{packages.open} opens one; then {packages.receive} receives packages, {packages.allocate} allocates them"
                    ),
                    Phrase(
                        fa: "{packages.record} خانواری ثبت می‌کند", en: "{packages.record} records a household"),
                ].map(context.told)
            ).draw(in: &region)
        }
        let layout = BoardLayout(context, count: stocks.rows.count)
        drawBar(campaign, stocks.sum, in: &region, context)
        region.part(top: 1, height: 2) { drawSum(stocks.sum, in: &$0, context) }
        region.part(top: 3, height: 1) { drawHouseholds(state, in: &$0, context) }
        region.part(top: BoardLayout.sumHeight, height: layout.rows + 1) { region in
            guard !stocks.rows.isEmpty else {
                return EmptyState(
                    region(Phrase(fa: "هنوز بسته‌ای دریافت نشده است", en: "No package was received yet")),
                    hints: [
                        context.told(
                            Phrase(fa: "{packages.receive} دریافت بسته", en: "{packages.receive} receives packages"))
                    ]
                ).draw(in: &region)
            }
            drawRows(state, layout.rows, in: &region, context)
        }
        guard layout.detailHeight > 1, let row = state.board.selected else { return }
        region.part(top: layout.detailTop, height: layout.detailHeight) { region in
            region.put(String(repeating: "─", count: region.width), row: 0, direction: .picture, style: Style(.faint))
            region.part(top: 1, start: 1, width: region.width - 2) { drawSelected(row, state, in: &$0, context) }
        }
    }

    /// The packages as a bar over the target, and how many of these are delivered.
    private static func drawBar(
        _ campaign: Campaign, _ sum: CampaignSum, in region: inout Region, _ context: ScreenContext
    ) {
        let share = sum.share(of: campaign.target, context.language)
        let words = Phrase(
            fa: "\(sum.delivered) از هدف \(campaign.target) تحویل شده",
            en: "\(sum.delivered) of \(campaign.target) delivered")
        let text = context.language.parts([share, words[context.language]])
        let bar = max(10, region.width - textWidth(text) - 4)
        region.part(start: 1, width: bar, height: 1) { CampaignBar(sum: sum, target: campaign.target).draw(in: &$0) }
        region.put(text, row: 0, start: bar + 2, direction: .page, style: Style(.strong, on: .page, .bold))
    }

    /// What was received and where it is, words over figures, so that one sees that the sum closes.
    private static func drawSum(_ sum: CampaignSum, in region: inout Region, _ context: ScreenContext) {
        let number = context.language.number
        var columns: [(word: String, figure: String, color: ColorRole)] = [
            (region(Phrase(fa: "دریافت‌شده", en: "received")), number(sum.received), .strong)
        ]
        columns += sum.parts.map { part in
            (region(part.phrase), "\(part.sign) \(number(part.count))", part.count == 0 ? .muted : part.color)
        }
        let widths = columns.map { max(textWidth($0.word), textWidth($0.figure)) }
        // A sign between two parts, with a blank on either side where there is room for it.
        let gap = widths.reduce(2, +) + 3 * (columns.count - 1) <= region.width ? 3 : 1
        var start = 1
        for (index, column) in columns.enumerated() {
            if index > 0 {
                let sign = index == 1 ? sum.closes ? "=" : "≠" : "+"
                region.put(
                    sign, row: 1, start: start + gap / 2, width: 1, direction: .picture,
                    style: Style(index == 1 && !sum.closes ? .alarm : .muted, on: .page, .bold))
                start += gap
            }
            region.put(
                column.word, row: 0, start: start, width: widths[index], direction: .page, style: Style(.muted))
            region.put(
                column.figure, row: 1, start: start, width: widths[index], direction: .page,
                style: Style(column.color, on: .page, .bold))
            start += widths[index]
        }
        guard !sum.closes, start + 2 < region.width else { return }
        region.put(
            region(Phrase(fa: "▲ جمع نمی‌خواند", en: "▲ does not close")), row: 1, start: start + 2, direction: .page,
            style: Style(.alarm, on: .page, .bold))
    }

    /// "served 16,400 of 17,000 households · 120 missed · 480 waiting · ▲ overdrawn 1 · = 4 doubles"
    private static func drawHouseholds(_ state: State, in region: inout Region, _ context: ScreenContext) {
        guard let figures = state.figures else { return }
        var parts: [(Phrase, ColorRole)] = [
            (
                Phrase(
                    fa: "\(figures.served) خانوار از \(figures.households) گرفته‌اند",
                    en: "\(figures.served) of \(figures.households) households served"), .text
            ),
            (
                Phrase(fa: "× \(figures.missed) تحویل‌نشده", en: "× \(figures.missed) missed"),
                figures.missed > 0 ? .warning : .muted
            ),
        ]
        if figures.overdrawn > 0 {
            parts.append(
                (Phrase(fa: "▲ \(figures.overdrawn) بیش از موجودی", en: "▲ \(figures.overdrawn) overdrawn"), .alarm))
        }
        if figures.doubles > 0 {
            parts.append((Phrase(fa: "= \(figures.doubles) تکراری", en: "= \(figures.doubles) doubles"), .warning))
        }
        let spans = parts.enumerated().flatMap { index, part in
            (index > 0 ? [Span(" · ", color: .faint)] : []) + [Span(part.0[context.language], color: part.1)]
        }
        region.put(spans, row: 0, start: 1, style: Style(.text))
    }

    // MARK: The rows

    private static let columns: [Column] = [
        Column(Phrase(fa: "", en: ""), minimum: 1, priority: 20),
        Column(Phrase(fa: "قرارگاه", en: "Base"), minimum: 18, weight: 2, priority: 19),
        Column(Phrase(fa: "تخصیص", en: "Allocated"), minimum: 7, alignment: .end, priority: 16),
        Column(Phrase(fa: "تحویل", en: "Delivered"), minimum: 7, alignment: .end, priority: 17),
        Column(Phrase(fa: "مانده", en: "Held"), minimum: 6, alignment: .end, priority: 18),
        Column(Phrase(fa: "آسیب", en: "Damaged"), minimum: 6, alignment: .end, priority: 14),
        Column(Phrase(fa: "گمشده", en: "Missing"), minimum: 6, alignment: .end, priority: 15),
        Column(Phrase(fa: "برگشت", en: "Returned"), minimum: 6, alignment: .end, priority: 5),
        Column(Phrase(fa: "روزبه‌روز", en: "Per day"), minimum: 9, priority: 10),
        Column(Phrase(fa: "آخرین خبر", en: "Last word"), minimum: 12, priority: 8),
    ]

    /// What a row says: it is laid out anew only when that changes.
    private struct Line: Equatable {
        let row: StockRow
        let doubles: Int
        /// The most that any base handed out on one day.
        let most: Int
    }

    private static func drawRows(_ state: State, _ height: Int, in region: inout Region, _ context: ScreenContext) {
        let board = state.board
        let seen = LineWindow(around: board.index, of: board.rows.count, height: height)
        let shown = board.rows[seen.range]
        let most = board.rows.flatMap(\.days).max() ?? 0
        let lines = shown.map { Line(row: $0, doubles: board.doubles(at: $0.place), most: most) }
        var columns = columns
        columns[1] = columns[1].wanting(
            lines.map { "\($0.row.title[context.language]) \(flags($0, context))" }, limit: 44)
        columns[8].minimum = max(columns[8].minimum, min(30, shown.first?.days.count ?? 0))
        columns[9] = columns[9].fitting(shown.map { heard($0, context) }, limit: 22)
        TableWidget(
            cached: "stocks", columns: columns, items: lines, selected: seen.selected, scroll: seen.scroll
        ) { cells($0, context) }
        .draw(in: &region)
    }

    /// "▲ overdrawn 3 = 2 doubles"; empty where all is well.
    private static func flags(_ line: Line, _ context: ScreenContext) -> String {
        var flags: [String] = []
        if line.row.overdrawn > 0 {
            flags.append(
                Phrase(fa: "▲ \(line.row.overdrawn) بیش از موجودی", en: "▲ overdrawn \(line.row.overdrawn)")[
                    context.language])
        }
        if line.doubles > 0 {
            flags.append(Phrase(fa: "= \(line.doubles) تکراری", en: "= \(line.doubles, "double")")[context.language])
        }
        return flags.joined(separator: " ")
    }

    private static func heard(_ row: StockRow, _ context: ScreenContext) -> String {
        row.heardAt.map { DayWords(today: context.day, context.language).moment($0) } ?? "—"
    }

    private static func cells(_ line: Line, _ context: ScreenContext) -> [TableCell] {
        let (row, stock, language) = (line.row, line.row.stock, context.language)
        func figure(_ count: Int, _ color: ColorRole? = nil) -> TableCell {
            TableCell(language.number(count), direction: .leftToRight, color: count == 0 ? .faint : color)
        }
        let isStore = row.place.base == nil
        let flags = flags(line, context)
        let color: ColorRole = row.overdrawn > 0 ? .alarm : line.doubles > 0 ? .warning : .text
        return [
            TableCell(
                row.overdrawn > 0 ? "▲" : line.doubles > 0 ? "=" : isStore ? "▣" : "●", direction: .picture,
                color: isStore && row.overdrawn == 0 ? .muted : color == .text ? .good : color, .bold),
            TableCell { region, style in
                var spans: [Span] = row.place.base.map { [.code($0, color: .muted), Span(" ")] } ?? []
                if !flags.isEmpty { spans += [Span(flags, color: color), Span(" ")] }
                spans.append(
                    isStore
                        ? Span(row.title[language], color: .muted)
                        : Span(Base.shortName(row.name), direction: .automatic))
                region.put(spans, row: 0, style: style)
            },
            figure(stock.allocated), isStore ? TableCell("—", color: .faint) : figure(stock.delivered, .good),
            figure(stock.held, row.overdrawn > 0 ? .alarm : nil), figure(stock.damaged, .warning),
            figure(stock.missing, .alarm), figure(stock.returned),
            isStore
                ? TableCell("")
                : TableCell { region, style in
                    HeatStrip(row.days, full: line.most, figure: "", color: .accent, background: style.background)
                        .draw(in: &region)
                },
            TableCell(heard(row, context), direction: .page, color: .muted),
        ]
    }

    // MARK: The selected place

    private static func drawSelected(
        _ row: StockRow, _ state: State, in region: inout Region, _ context: ScreenContext
    ) {
        let language = context.language
        let flags = flags(Line(row: row, doubles: state.board.doubles(at: row.place), most: 0), context)
        var detail = Detail(language.parts([row.title[language], flags]), lines: 1)
            .text(row.sum[language], direction: .page, color: .text, lines: 2)
        if row.place.base != nil, let days = state.board.stocks?.days {
            detail = detail.drawing { drawDays(row, days, in: &$0, context) }
        }
        let lines = state.board.lines
        let top = detail.text(
            language.parts([Phrase(fa: "آخرین گردش‌ها", en: "last movements")[language], heard(row, context)]),
            direction: .page, lines: 1
        ).draw(in: &region)
        region.part(top: top, start: 1) { drawMovements(lines, in: &$0, context) }
        if lines.isEmpty, top < region.height {
            region.put(
                region(Phrase(fa: "چیزی ثبت نشده است", en: "nothing is recorded")), row: top, start: 1,
                direction: .page, style: Style(.faint))
        }
    }

    /// What was handed out day by day, with the first and the last of the days.
    private static func drawDays(
        _ row: StockRow, _ days: ClosedRange<Day>, in region: inout Region, _ context: ScreenContext
    ) {
        let words = DayWords(today: context.day, context.language)
        let from = words.day(days.lowerBound)
        let width = textWidth(from) + 1
        region.put(from, row: 0, direction: .page, style: Style(.muted))
        region.part(start: width, width: row.days.count, height: 1) { Strip(row.days).draw(in: &$0) }
        let last = Phrase(
            fa: "\(words.day(days.upperBound)): \(row.days.last ?? 0) بسته",
            en: "\(words.day(days.upperBound)): \(row.days.last ?? 0, "package")")
        region.put(
            last[context.language], row: 0, start: width + row.days.count + 1, direction: .page, style: Style(.muted))
    }

    /// "24 Tir  damage  40 packages  B-01  maryam", one below the other.
    private static func drawMovements(_ lines: [StockLine], in region: inout Region, _ context: ScreenContext) {
        let (words, language) = (DayWords(today: context.day, context.language), context.language)
        let shown = lines.prefix(region.height)
        let rows: [[Span]] = shown.map { line in
            [
                Span(words.day(line.on), color: .muted), Span(line.move.phrase[language], color: line.move.color),
                Span(line.amount[language]), .code(line.base ?? "", color: .muted), .code(line.account, color: .faint),
            ]
        }
        let widths = (0..<5).map { column in rows.map { textWidth($0[column].text) }.max() ?? 0 }
        for (index, spans) in rows.enumerated() {
            var start = 0
            for (span, width) in zip(spans, widths) where width > 0 && start + width <= region.width {
                region.part(start: start, width: width) { $0.put([span], row: index, style: Style(.text)) }
                start += width + 2
            }
        }
    }
}

extension StockMove {
    var color: ColorRole {
        switch self {
        case .received, .allocated: .good
        case .returned: .information
        case .damaged: .warning
        case .counted: .accent
        }
    }
}

extension StockLine {
    /// "40 packages"; of a count "8,934 found, 4 missing".
    var amount: Phrase {
        guard let found else { return Phrase(fa: "\(quantity) بسته", en: "\(quantity, "package")") }
        if quantity == 0 { return Phrase(fa: "\(found) شمرده شد، درست", en: "\(found) counted, as it should be") }
        return quantity > 0
            ? Phrase(fa: "\(found) شمرده شد، \(quantity) کم", en: "\(found) counted, \(quantity) missing")
            : Phrase(fa: "\(found) شمرده شد، \(-quantity) بیش", en: "\(found) counted, \(-quantity) more")
    }
}
