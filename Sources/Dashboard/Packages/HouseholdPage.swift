import Canvas
import Domain
import Persian
import Store

/// All that is known of a household: what it got in every campaign, when it was missed, which may be one with it, and what
/// was done to its record.
struct HouseholdPage {
    /// One line of the page.
    enum Line {
        case suspect(SuspectRow)
        case delivery(Delivery, doubles: [Delivery])
        case miss(Miss)

        var suspect: SuspectRow? { if case .suspect(let row) = self { row } else { nil } }
    }

    let row: HouseholdRow
    /// Those that want an answer first, then the latest.
    let lines: [Line]
    let history: [HistoryLine]
}

extension Reader {
    fileprivate func householdPage(_ code: String, campaign: String?) throws(DecideError) -> HouseholdPage? {
        guard let household = try find(Household.self, key: code) else { return nil }
        var told: [(day: Day, line: HouseholdPage.Line)] = []
        for delivery in try deliveries(toHousehold: code) {
            told.append((delivery.on, .delivery(delivery, doubles: try doubles(of: delivery))))
        }
        for miss in try misses(ofHousehold: code) { told.append((miss.on, .miss(miss))) }
        let suspects = try suspects(of: code).map { HouseholdPage.Line.suspect($0) }
        let byDay = told.enumerated().sorted { one, other in
            (other.element.day, one.offset) < (one.element.day, other.offset)
        }
        return HouseholdPage(
            row: try householdRow(household, campaign: campaign), lines: suspects + byDay.map(\.element.line),
            history: try historyLines(of: household, limit: 20))
    }
}

extension PackagesScreen.State {
    /// The selected line of the open page.
    var pageLine: HouseholdPage.Line? {
        let lines = page?.lines ?? []
        return open != nil && lines.indices.contains(line) ? lines[line] : nil
    }
}

extension PackagesScreen {
    static let householdPage = Pane<State>(
        load: { (state, reader, context) throws(DecideError) in
            let code = state.open
            let campaign = state.campaign?.code
            let key = code.map { "\($0)/\(campaign ?? "")" }
            try state.$page.load(for: key, context) { () throws(DecideError) in
                try code.flatMapTyped { (code) throws(DecideError) in
                    try reader.householdPage(code, campaign: campaign)
                }
            }
            if state.page == nil { state.open = nil }
            state.line = max(0, min(state.line, (state.page?.lines.count ?? 0) - 1))
        },
        move: { state, move, context in
            let count = state.page?.lines.count ?? 0
            state.line = state.line.moved(move, in: count, page: max(1, context.height / 2))
        }, view: drawHousehold)

    private static let pageColumns: [Column] = [
        Column(Phrase(fa: "", en: ""), minimum: 1, priority: 12),
        Column(Phrase(fa: "تاریخ", en: "Day"), minimum: 10, priority: 9),
        Column(Phrase(fa: "رزمایش", en: "Campaign"), minimum: 8, priority: 8),
        Column(Phrase(fa: "چه", en: "What"), minimum: 22, weight: 3, priority: 11),
        Column(Phrase(fa: "قرارگاه", en: "Base"), minimum: 6, priority: 10),
        Column(Phrase(fa: "آورنده", en: "By"), minimum: 7, priority: 3),
        Column(Phrase(fa: "ثبت‌کننده", en: "Recorded by"), minimum: 11, priority: 6),
    ]

    private static func drawHousehold(_ state: State, in region: inout Region, _ context: ScreenContext) {
        guard let page = state.page else { return }
        let language = context.language
        let household = page.row.household
        let isWide = region.width >= 100
        region.part(start: 1, width: region.width - 2) { region in
            let title = language.parts([household.code, context.masking.name(household.headName)])
            let column = isWide ? region.width * 58 / 100 : region.width
            var top = 0
            let facts = facts(page.row, state, context)
            region.part(width: column) { top = Detail(title, lines: 1).facts(facts).draw(in: &$0) }
            if isWide {
                region.part(start: column + 2, height: top) { drawHistory(page.history, in: &$0, context) }
            }
            region.part(top: min(top + 1, max(0, region.height - 3))) { drawLines(page, state, in: &$0, context) }
        }
    }

    /// What was last done to the record, and by whom.
    private static func drawHistory(_ history: [HistoryLine], in region: inout Region, _ context: ScreenContext) {
        region.put(
            region(Phrase(fa: "تاریخچه", en: "History")), row: 0, direction: .page,
            style: Style(.strong, on: .page, .bold))
        for (line, entry) in history.prefix(max(0, region.height - 1)).enumerated() {
            region.put(
                [
                    .code(entry.day.jalaliText(context.language), color: .muted), Span("  "),
                    Span(entry.deed[context.language], color: .text), Span("  "), .code(entry.account, color: .muted),
                ], row: line + 1, style: Style())
        }
    }

    private static func drawLines(
        _ page: HouseholdPage, _ state: State, in region: inout Region, _ context: ScreenContext
    ) {
        guard !page.lines.isEmpty else {
            return EmptyState(
                region(Phrase(fa: "هنوز بسته‌ای نگرفته است", en: "It has got no package yet")),
                hints: [
                    context.told(
                        Phrase(
                            fa: "{packages.miss} ثبت می‌کند چرا تحویل نشد",
                            en: "{packages.miss} records why it was not served"))
                ]
            ).draw(in: &region)
        }
        let seen = LineWindow(around: state.line, of: page.lines.count, height: max(1, region.height - 1))
        TableWidget(
            columns: pageColumns,
            rows: page.lines[seen.range].map { cells($0, page.row.household, context) }, selected: seen.selected,
            scroll: seen.scroll
        ).draw(in: &region)
    }

    private static func cells(
        _ line: HouseholdPage.Line, _ household: Household, _ context: ScreenContext
    ) -> [TableCell] {
        let language = context.language
        func code(_ text: String?) -> TableCell {
            TableCell(text ?? "—", direction: .leftToRight, color: text == nil ? .faint : .muted)
        }
        switch line {
        case .suspect(let row):
            let other = row.a.code == household.code ? row.b : row.a
            let judged = row.verdict.map { $0.verdict.phrase[language] }
            let words = language.parts([other.code, context.masking.name(other.headName), row.likeness.words[language]])
            return [
                TableCell(row.sign, direction: .picture, color: row.color, .bold), TableCell(""), TableCell(""),
                TableCell(language.parts([judged, words]), direction: .page, color: row.color),
                code(other.base), code(nil), code(row.verdict?.account),
            ]
        case .delivery(let delivery, let doubles):
            return [
                TableCell(
                    doubles.isEmpty ? "✓" : "=", direction: .picture, color: doubles.isEmpty ? .good : .warning, .bold),
                code(delivery.on.jalaliText(language)), code(delivery.campaign),
                TableCell(
                    delivery.words(doubles, context)[language], direction: .page,
                    color: doubles.isEmpty ? nil : .warning),
                code(delivery.base), code(delivery.by), code(delivery.account),
            ]
        case .miss(let miss):
            return [
                TableCell("×", direction: .picture, color: .warning, .bold), code(miss.on.jalaliText(language)),
                code(miss.campaign),
                TableCell(
                    Phrase(fa: "تحویل نشد: \(miss.reason.phrase)", en: "not served: \(miss.reason.phrase)")[language],
                    direction: .page),
                code(miss.base), code(nil), code(miss.account),
            ]
        }
    }
}

extension Delivery {
    /// "1 package; collected by …; because …; another desk gave it one too: B-02".
    fileprivate func words(_ doubles: [Delivery], _ context: ScreenContext) -> Phrase {
        var parts = [Phrase(fa: "\(quantity) بسته", en: "\(quantity, "package")")]
        if let collectedBy {
            let who = context.masking.mask(collectedBy)
            parts.append(Phrase(fa: "گیرنده: \(who)", en: "collected by \(who)"))
        }
        if let reason { parts.append(Phrase(fa: "علت: \(reason)", en: "reason: \(reason)")) }
        if !doubles.isEmpty {
            let bases = doubles.map(\.base)
            parts.append(
                Phrase(
                    fa: "تکراری، میز دیگر هم داده: \(Language.persian.list(bases))",
                    en: "double, another desk served it too: \(Language.english.list(bases))"))
        }
        return parts.joined(fa: "؛ ", en: "; ")
    }
}

extension SuspectRow {
    /// Undecided, the same, or different: a shape of its own for each.
    var sign: String {
        switch verdict?.verdict {
        case nil: "≈"
        case .same: "="
        case .different: "≠"
        }
    }

    var color: ColorRole {
        switch verdict?.verdict {
        case nil: .warning
        case .same: .information
        case .different: .muted
        }
    }
}
