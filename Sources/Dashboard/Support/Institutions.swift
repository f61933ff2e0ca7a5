import Canvas
import Domain
import Persian
import Store

/// The institutions, and the page of one that is open: what it promised, what it is late with, what it gave of the spirit.
struct InstitutionBoard {
    var list = VirtualList<InstitutionRow>()
    var filter = FilterState()
    /// The code of the institution whose page is open.
    var open: String?
    @Loaded<String?, InstitutionPage?> var page: InstitutionPage? = nil
    /// The selected line of the page.
    var line = 0

    /// The selected line of the page; nil while none is open or nothing stands there.
    var selectedLine: InstitutionPage.Line? {
        guard open != nil, let lines = page?.lines, lines.indices.contains(line) else { return nil }
        return lines[line]
    }

    var selected: Institution? { open == nil ? list.selectedItem?.institution : page?.institution }
}

/// All that is known of an institution.
struct InstitutionPage {
    let institution: Institution
    let figures: InstitutionFigures
    let pledges: [PledgeRow]
    let declines: [DeclineRow]
    let spiritual: [SpiritualRow]
}

extension Reader {
    /// How many lines of each sort a page holds.
    private static var most: Int { 500 }

    fileprivate func institutionPage(_ code: String, _ rule: SupportRule) throws(DecideError) -> InstitutionPage? {
        guard let institution = try find(Institution.self, key: code) else { return nil }
        return InstitutionPage(
            institution: institution, figures: try institutionFigures(code, rule),
            pledges: try pledges(ofInstitution: code, rule, limit: Self.most),
            declines: try declines(ofInstitution: code, limit: Self.most),
            spiritual: try spiritualSupport(ofInstitution: code, limit: Self.most))
    }
}

extension InstitutionPage {
    /// What of its pledges is more than was asked for, and where it could go; nil for none.
    fileprivate var overWords: Phrase? {
        let over = pledges.compactMap { row in row.move.map { (quantity: row.over($0), offer: $0) } }
        guard !over.isEmpty else { return nil }
        let told = over.prefix(3).map { quantity, offer in
            let begin = Phrase(
                fa: "\(quantity) \(offer.unit) \(offer.item) در \(offer.need)",
                en: "\(quantity) \(offer.unit) of \(offer.item) in \(offer.need)")
            if offer.isSent { return Phrase(fa: "\(begin) (ارسال شده است)", en: "\(begin) (sent already)") }
            guard let gap = offer.gaps.first else {
                return Phrase(fa: "\(begin) (کمبودی از آن نیست)", en: "\(begin) (no gap of it)")
            }
            let others = offer.gaps.count - 1
            let more: Phrase? =
                others > 0
                ? Phrase(fa: " (\(others) کمبود دیگر هم هست)", en: " (\(others, "more gap") of it)") : nil
            return Phrase(
                fa: "\(begin)، \(gap.quantity) می‌تواند به \(gap.need) برود\(more)",
                en: "\(begin), \(gap.quantity) could go to \(gap.need)\(more)")
        }
        let more: Phrase? =
            over.count > 3 ? Phrase(fa: "؛ و \(over.count - 3) دیگر", en: "; and \(over.count - 3) more") : nil
        let all = told.joined(fa: "؛ ", en: "; ")
        return Phrase(
            fa: "بیش از نیاز: \(all)\(more). روی تعهد، {support.move} آن را می‌برد.",
            en: "more than needed: \(all)\(more). On the pledge {support.move} moves it.")
    }

    /// One line of the page.
    enum Line {
        case pledge(PledgeRow)
        case decline(DeclineRow)
        case spiritual(SpiritualRow)

        /// What it shows, as commands name it.
        var record: (kind: RecordKind, key: String) {
            switch self {
            case .pledge(let row): (Pledge.kind, row.pledge.code)
            case .decline(let row): (Decline.kind, row.decline.key)
            case .spiritual(let row): (SpiritualSupport.kind, row.support.code)
            }
        }

        func whatText(_ language: Language) -> String {
            switch self {
            case .pledge(let row): language.parts(["\(row.pledge.code) \(row.need.code)", row.need.item])
            case .decline(let row): language.parts(["× \(row.need.code)", row.need.item])
            case .spiritual(let row): "\(row.support.code) \(row.support.what)"
            }
        }

        var whomText: String {
            switch self {
            case .pledge(let row): "\(row.need.target?.code ?? "—") \(row.targetName ?? "")"
            case .decline(let row): row.need.target?.code ?? "—"
            case .spiritual(let row): "\(row.support.target?.code ?? "—") \(row.targetName ?? "")"
            }
        }

        /// By when it is due, or on which day it was.
        @MainActor
        func dayText(_ context: ScreenContext) -> String {
            let day: Day? =
                switch self {
                case .pledge(let row): row.standing.dueBy(for: row.need)
                case .decline(let row): row.decline.at.day(in: .tehran)
                case .spiritual(let row): row.support.on
                }
            return day.map { DayWords(today: context.day, context.language).day($0) } ?? "—"
        }
    }

    var lines: [Line] {
        pledges.map { .pledge($0) } + spiritual.map { .spiritual($0) } + declines.map { .decline($0) }
    }
}

extension SupportScreen {
    static let institutions = ListPane(
        \State.bodies.list, \.bodies.filter, rows: { context, _ in SupportLayout(context, .institutions).rows }
    ) { (_, filter, reader, context) throws(DecideError) in
        let rule = try reader.supportRule(on: context.day)
        return ListSource(
            places: { (start, limit) throws(DecideError) in
                try reader.window(of: Institution.kind, matching: filter, from: start, limit: limit)
            }, item: { (place) throws(DecideError) in try reader.institutionRow(at: place, rule) })
    }
    static let institutionsPane = institutions.pane.showing(drawInstitutions)

    static let institutionPage = Pane<State>(
        load: { (state, reader, context) throws(DecideError) in
            let code = state.bodies.open
            try state.bodies.$page.load(for: code, context) { () throws(DecideError) in
                guard let code else { return nil }
                return try reader.institutionPage(code, try reader.supportRule(on: context.day))
            }
            if state.bodies.page == nil { state.bodies.open = nil }
            state.bodies.line = max(0, min(state.bodies.line, (state.bodies.page?.lines.count ?? 0) - 1))
        },
        move: { state, move, context in
            let count = state.bodies.page?.lines.count ?? 0
            state.bodies.line = state.bodies.line.moved(move, in: count, page: max(1, context.height / 2))
        }, view: drawInstitutionPage)

    private static let columns: [Column] = [
        Column(Phrase(fa: "کد", en: "Code"), minimum: 6, priority: 12),
        Column(Phrase(fa: "دستگاه", en: "Institution"), minimum: 9, weight: 3, priority: 13),
        Column(Phrase(fa: "تعهد", en: "Given"), minimum: 4, alignment: .end, priority: 10),
        Column(Phrase(fa: "انجام", en: "Kept"), minimum: 4, alignment: .end, priority: 9),
        Column(Phrase(fa: "دیر", en: "Late"), minimum: 4, alignment: .end, priority: 11),
        Column(Phrase(fa: "بی‌خبر", en: "Silent"), minimum: 4, alignment: .end, priority: 8),
        Column(Phrase(fa: "تردید", en: "Doubt"), minimum: 4, alignment: .end, priority: 7),
        Column(Phrase(fa: "نپذیرفته", en: "Declined"), minimum: 4, alignment: .end, priority: 6),
        Column(Phrase(fa: "معنوی", en: "Spirit"), minimum: 4, alignment: .end, priority: 5),
    ]

    static func drawInstitutions(_ state: State, in region: inout Region, _ context: ScreenContext) {
        let language = context.language
        ListView(
            institutions, SupportLayout(context, .institutions).list, "institutions",
            unit: .init(fa: "دستگاه", one: "institution", many: "institutions"),
            empty: .init(
                Phrase(fa: "هنوز دستگاهی ثبت نشده است", en: "No institution is registered yet"),
                Phrase(fa: "{support.new} دستگاهی ثبت می‌کند", en: "{support.new} registers one"))
        ) { rows in
            var columns = columns
            columns[0] = columns[0].fitting(rows.map(\.institution.code))
            return columns
        } cells: { row in
            let figures = row.figures
            func figure(_ count: Int, _ color: ColorRole = .text) -> TableCell {
                TableCell(language.number(count), direction: .leftToRight, color: count > 0 ? color : .faint)
            }
            let isCustodian = row.institution.custodian
            return [
                TableCell(row.institution.code, direction: .leftToRight, color: .muted),
                TableCell(
                    (isCustodian ? "★ " : "") + row.institution.name, color: isCustodian ? .strong : nil,
                    isCustodian ? .bold : []),
                figure(figures.promised), figure(figures.kept, .good), figure(figures.late, .alarm),
                figure(figures.silent, .warning), figure(figures.inDoubt, .warning), figure(figures.declined),
                figure(figures.spiritual, .information),
            ]
        }
        .draw(state, in: &region, context, detail: nil)
    }
}

// MARK: - The page of one

extension SupportScreen {
    private static let pageColumns: [Column] = [
        Column(Phrase(fa: "چه", en: "What"), minimum: 16, weight: 3, priority: 10),
        Column(Phrase(fa: "برای", en: "For"), minimum: 6, weight: 2, priority: 6),
        Column(Phrase(fa: "تعهد/تحویل", en: "Promised/came"), minimum: 10, alignment: .end, priority: 9),
        Column(Phrase(fa: "تاریخ", en: "Day"), minimum: 8, priority: 8),
        Column(Phrase(fa: "وضعیت یا نتیجه", en: "How it stands"), minimum: 14, weight: 2, priority: 7),
    ]

    static func drawInstitutionPage(_ state: State, in region: inout Region, _ context: ScreenContext) {
        guard let page = state.bodies.page else { return }
        let language = context.language
        let figures = page.figures
        let number = language.number
        let all: [(Phrase, Int, ColorRole)] = [
            (Phrase(fa: "تعهد برقرار", en: "pledges"), figures.promised, .text),
            (Phrase(fa: "انجام‌شده", en: "kept"), figures.kept, .good),
            (Phrase(fa: "در راه", en: "to come"), figures.awaited, .text),
            (Phrase(fa: "دیرکرده", en: "late"), figures.late, .alarm),
            (Phrase(fa: "بی‌خبر", en: "silent"), figures.silent, .warning),
            (Phrase(fa: "مورد تردید", en: "in doubt"), figures.inDoubt, .warning),
            (Phrase(fa: "پس‌گرفته", en: "withdrawn"), figures.withdrawn, .muted),
            (Phrase(fa: "نپذیرفته", en: "declined"), figures.declined, .muted),
            (Phrase(fa: "معنوی", en: "spiritual"), figures.spiritual, .information),
        ]
        let spans = all.enumerated().flatMap { index, part in
            (index > 0 ? [Span(" · ", color: .faint)] : [])
                + [Span("\(part.0[language]) \(number(part.1))", color: part.1 > 0 ? part.2 : .muted)]
        }
        let told =
            TextLayout.wrap(spans, width: max(1, region.width - 2), page: region.direction)
            + (page.overWords.map { words in
                TextLayout.wrap(
                    [Span(context.told(words), color: .information)], width: max(1, region.width - 2),
                    page: region.direction)
            } ?? [])
        region.part(start: 1, width: region.width - 2) { region in
            let institution = page.institution
            let top = Detail(language.parts([institution.code, institution.name]))
                .drawing(height: told.count) { region in
                    for (row, line) in told.enumerated() { region.put(line, row: row, style: Style(.muted)) }
                }
                .gap().draw(in: &region)
            region.part(top: top) { region in
                let lines = page.lines
                guard !lines.isEmpty else {
                    return EmptyState(
                        region(Phrase(fa: "هنوز چیزی از این دستگاه ثبت نشده است", en: "Nothing is recorded of it yet"))
                    ).draw(in: &region)
                }
                let seen = LineWindow(around: state.bodies.line, of: lines.count, height: max(1, region.height - 1))
                TableWidget(
                    columns: columns(Array(lines[seen.range]), state, context),
                    rows: lines[seen.range].map { cells($0, state, context) }, selected: seen.selected,
                    scroll: seen.scroll
                ).draw(in: &region)
            }
        }
    }

    /// What it is about and whom it is for are whole as long as there is room.
    private static func columns(
        _ lines: [InstitutionPage.Line], _ state: State, _ context: ScreenContext
    ) -> [Column] {
        var columns = pageColumns
        let standings = lines.map { line in
            if case .pledge(let row) = line { row.standing(context, silentAfter: state.silentAfter).words } else { "" }
        }
        columns[4] = columns[4].fitting(standings, limit: 18).wanting(standings, limit: 34)
        columns[0] = columns[0].wanting(lines.map { $0.whatText(context.language) }, limit: 44)
        columns[1] = columns[1].wanting(lines.map(\.whomText), limit: 34)
        columns[3] = columns[3].fitting(lines.map { $0.dayText(context) })
        return columns
    }

    private static func cells(_ line: InstitutionPage.Line, _ state: State, _ context: ScreenContext) -> [TableCell] {
        let language = context.language
        switch line {
        case .pledge(let row):
            let standing = row.standing(context, silentAfter: state.silentAfter)
            let need = row.need
            return [
                what(row.pledge.code, language.parts([need.code, need.item])),
                whom(need.target, row.targetName),
                TableCell(
                    "\(language.number(row.pledge.quantity))/\(language.number(row.standing.delivered))",
                    direction: .leftToRight),
                TableCell(line.dayText(context), direction: .page, color: .muted),
                TableCell(standing.words, direction: .page, color: standing.color),
            ]
        case .spiritual(let row):
            return [
                what(row.support.code, row.support.what), whom(row.support.target, row.targetName), TableCell(""),
                TableCell(line.dayText(context), direction: .page, color: .muted),
                TableCell(row.support.outcome ?? "", color: .information),
            ]
        case .decline(let row):
            return [
                what("×", language.parts([row.need.code, row.need.item])), whom(row.need.target, nil), TableCell(""),
                TableCell(line.dayText(context), direction: .page, color: .muted),
                TableCell(row.decline.words[language], direction: .page, color: .muted),
            ]
        }
    }

    private static func what(_ code: String, _ words: String) -> TableCell {
        TableCell { region, style in
            region.put(
                [.code(code, color: .muted), Span(" "), Span(words, direction: .automatic)], row: 0, style: style)
        }
    }

    /// Whom it is for: the code, and as much of the name as there is room for.
    static func whom(_ target: NeedTarget?, _ name: String?) -> TableCell {
        TableCell { region, style in
            let code = Span.code(target?.code ?? "—", color: .muted)
            let room = region.width - textWidth(code.text) - 1
            // Of less than this nobody reads a name.
            let named = room >= 4 ? name.map { [Span(" "), Span($0, direction: .automatic, color: .muted)] } : nil
            region.put([code] + (named ?? []), row: 0, style: style)
        }
    }
}
