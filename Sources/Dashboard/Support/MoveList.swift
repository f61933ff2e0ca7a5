import Canvas
import Domain
import Persian
import Store

/// What is promised too much, and the gaps that it could go to.
struct MoveList {
    @Loaded<OfficeWide, [SupportMoveOffer]> private var offers: [SupportMoveOffer] = []
    var list = WholeList<SupportMoveOffer>(
        text: { offer in
            "\(offer.need) \(offer.item) \(offer.target?.code ?? "") \(offer.targetName ?? "") \(offer.pledge) \(offer.institution) \(offer.institutionName)"
        }, key: \.pledge)
    /// Which of the gaps is chosen, the best first.
    private(set) var gap = 0

    var selectedGap: SupportGap? {
        guard let offer = list.selected, offer.gaps.indices.contains(gap) else { return nil }
        return offer.gaps[gap]
    }

    mutating func load(_ reader: Reader, _ context: ScreenContext) throws(DecideError) {
        let isRead = try $offers.load(context) { () throws(DecideError) in
            try reader.supportMoves(try reader.supportRule(on: context.day))
        }
        guard isRead else { return }
        let former = list.selected?.pledge
        list.take(offers)
        // A gap that was chosen was chosen for that pledge.
        if list.selected?.pledge != former { gap = 0 }
        step(0)
    }

    mutating func narrow() {
        list.narrow()
        gap = 0
    }

    mutating func move(_ move: ListMove, page: Int) {
        list.move(move, page: page)
        gap = 0
    }

    mutating func step(_ step: Int) { gap = max(0, min(gap + step, (list.selected?.gaps.count ?? 1) - 1)) }
}

extension SupportScreen {
    static let movesPane = Pane<State>(
        load: { (state, reader, context) throws(DecideError) in try state.moves.load(reader, context) },
        move: { state, move, context in state.moves.move(move, page: SupportLayout(context, .moves).rows) },
        view: drawMoves)

    private static let columns: [Column] = [
        Column(Phrase(fa: "هم‌پوشی", en: "Overlap"), minimum: 20, weight: 3, priority: 12),
        Column(Phrase(fa: "از", en: "Of"), minimum: 12, weight: 2, priority: 8),
        Column(Phrase(fa: "بیش", en: "Over"), minimum: 6, alignment: .end, priority: 10),
        Column(Phrase(fa: "به کمبود", en: "To the gap"), minimum: 14, weight: 3, priority: 11),
        Column(Phrase(fa: "تا", en: "By"), minimum: 8, priority: 7),
        Column(Phrase(fa: "فاصله", en: "Distance"), minimum: 8, alignment: .end, priority: 5),
        Column(Phrase(fa: "می‌برد", en: "Moves"), minimum: 7, alignment: .end, priority: 9),
    ]

    static func drawMoves(_ state: State, in region: inout Region, _ context: ScreenContext) {
        let moves = state.moves
        let layout = SupportLayout(context, .moves)
        let hint = Phrase(
            fa:
                "{support.move} هم‌پوشی را می‌برد؛ {columns.h} {columns.l} کمبود دیگر؛ {screen.filter} جست‌وجو؛ {shell.undo} بازمی‌گرداند",
            en:
                "{support.move} moves the overlap; {columns.h} {columns.l} another gap; {screen.filter} filters; {shell.undo} takes it back"
        )
        let list = moves.list
        if list.filter.isActive || !list.filter.input.text.isEmpty {
            let unit = Phrase(fa: "تعهد", en: list.shown.count == 1 ? "pledge" : "pledges")
            region.part(height: 1) { list.filter.draw(in: &$0, context, window: list.window, unit: unit) }
        } else {
            region.put(
                context.told(hint), row: 0, start: 1, width: region.width - 2, direction: .page, style: Style(.muted))
        }
        region.part(top: 1, height: layout.rows + 1) { region in
            guard !list.shown.isEmpty else {
                if !list.filter.input.text.isEmpty { return list.filter.nothingFound(context).draw(in: &region) }
                return EmptyState(
                    region(Phrase(fa: "چیزی بیش از نیاز تعهد نشده است", en: "Nothing is promised too much"))
                ).draw(in: &region)
            }
            let seen = list.seen(layout.rows)
            let shown = list.shown[seen.range]
            var columns = columns
            columns[1] = columns[1].wanting(shown.map(\.institutionName), limit: 24)
            columns[3] = columns[3].wanting(
                shown.compactMap(\.gaps.first).map { gap in
                    "\(gap.need) \(gap.target?.code ?? "") \(gap.targetName ?? "")"
                }, limit: 36)
            columns[4] = columns[4].fitting(
                shown.flatMap(\.gaps).compactMap(\.neededBy).map {
                    DayWords(today: context.day, context.language).day($0)
                })
            columns[5] = columns[5].fitting(shown.flatMap(\.gaps).compactMap { distanceText($0, context.language) })
            TableWidget(
                columns: columns,
                rows: shown.enumerated().map { index, offer in
                    cells(offer, index == seen.selected ? moves.gap : 0, context)
                }, selected: seen.selected, scroll: seen.scroll
            ).draw(in: &region)
        }
        guard layout.detailHeight > 0, let offer = list.selected else { return }
        region.part(top: layout.rows + 2) { drawGaps(offer, moves.gap, in: &$0, context) }
    }

    private static func cells(_ offer: SupportMoveOffer, _ chosen: Int, _ context: ScreenContext) -> [TableCell] {
        let language = context.language
        let gap = offer.gaps.indices.contains(chosen) ? offer.gaps[chosen] : nil
        let day = gap?.neededBy.map { DayWords(today: context.day, language).day($0) } ?? "—"
        let distance = gap.flatMap { distanceText($0, language) }
        let none =
            offer.isSent
            ? Phrase(fa: "همه ارسال شده است", en: "all sent already")
            : Phrase(fa: "کمبودی از این قلم نیست", en: "no gap of this item")
        return [
            TableCell { region, style in
                region.put(
                    [
                        .code(offer.need, color: .muted), Span(" "), Span(offer.item, direction: .automatic), Span(" "),
                        .code(offer.target?.code ?? "", color: .muted),
                    ], row: 0, style: style)
            },
            TableCell(offer.institutionName),
            TableCell("+\(language.number(offer.overlap))", direction: .leftToRight, color: .information),
            gap.map { gap in
                TableCell { region, style in
                    region.put(
                        [
                            .code(gap.need, color: .accent), Span(" "), .code(gap.target?.code ?? "", color: .muted),
                            Span(" "), Span(gap.targetName ?? "", direction: .automatic),
                        ], row: 0, style: style)
                }
            }
                ?? TableCell(none[language], direction: .page, color: .muted),
            TableCell(day, direction: .page, color: gap?.isPast(on: context.day) == true ? .alarm : .muted),
            TableCell(distance ?? "—", direction: .page, color: .muted),
            TableCell(gap.map { language.number($0.quantity) } ?? "—", direction: .leftToRight, color: .good),
        ]
    }

    /// All gaps that it could go to, best first, the chosen one marked.
    private static func drawGaps(
        _ offer: SupportMoveOffer, _ chosen: Int, in region: inout Region, _ context: ScreenContext
    ) {
        let language = context.language
        region.put(String(repeating: "─", count: region.width), row: 0, direction: .picture, style: Style(.faint))
        let days = DayWords(today: context.day, language)
        let mark = language == .persian ? "◂" : "▸"
        let past = Phrase(fa: "مهلت گذشته: از همان روز دیرکرده می‌شود", en: "past: late at once")
        for (index, gap) in offer.gaps.prefix(max(0, region.height - 1)).enumerated() {
            let place = gap.province.map { Phrase(fa: "استان \($0.name)", en: "\($0.name)")[language] }
            let lacking = Phrase(
                fa: "\(language.number(gap.gap)) \(offer.unit) کم دارد",
                en: "lacks \(language.number(gap.gap)) \(offer.unit)")
            let words = language.parts([
                gap.need, lacking[language], gap.neededBy.map(days.day),
                gap.isPast(on: context.day) ? past[language] : nil,
                distanceText(gap, language), gap.target?.code, gap.targetName, place,
            ])
            region.put(
                "\(index == chosen ? mark : " ") \(words)", row: index + 1, start: 1, width: region.width - 2,
                direction: .page, style: index == chosen ? Style(.accent, on: .page, .bold) : Style(.muted))
        }
    }

    /// "120 km"; nil where that is not known.
    fileprivate static func distanceText(_ gap: SupportGap, _ language: Language) -> String? {
        gap.distance.map { Phrase(fa: "\(language.number($0)) کیلومتر", en: "\(language.number($0)) km")[language] }
    }
}
