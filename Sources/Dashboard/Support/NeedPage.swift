import Canvas
import Domain
import Persian
import Store

extension NeedSupport {
    /// One line of the page of a need: a pledge, a word about it, or that somebody declined.
    enum Line {
        case pledge(PledgeRow)
        case word(SupportLine, PledgeRow)
        case decline(DeclineRow)

        /// The code and the name that it begins with.
        var who: String {
            switch self {
            case .pledge(let row): "\(row.pledge.code) \(row.institutionName)"
            case .word: ""
            case .decline(let row): "× \(row.institutionName)"
            }
        }

        /// Whether it is that pledge itself.
        func isPledge(_ code: String) -> Bool {
            if case .pledge(let row) = self { row.pledge.code == code } else { false }
        }

        /// What it shows, as commands name it.
        var record: (kind: RecordKind, key: String) {
            switch self {
            case .pledge(let row): (Pledge.kind, row.pledge.code)
            case .word(let line, _): (SupportLine.kind, line.key)
            case .decline(let row): (Decline.kind, row.decline.key)
            }
        }

        /// Who recorded it.
        var account: String {
            switch self {
            case .pledge(let row): row.pledge.account
            case .word(let line, _): line.account
            case .decline(let row): row.decline.account
            }
        }

        /// By when it is due, or on which day it was.
        @MainActor
        func dayText(_ context: ScreenContext) -> String {
            let (words, language) = (DayWords(today: context.day, context.language), context.language)
            switch self {
            case .pledge(let row):
                guard let due = row.standing.dueBy(for: row.need) else { return "" }
                return Phrase(fa: "تا \(words.day(due))", en: "by \(words.day(due))")[language]
            case .word(let line, _): return words.day(line.on)
            case .decline(let row): return words.day(row.decline.at.day(in: .tehran))
            }
        }

        /// The pledge that keys act on.
        var pledge: PledgeRow? {
            switch self {
            case .pledge(let row), .word(_, let row): row
            case .decline: nil
            }
        }
    }

    var lines: [Line] { lines(first: nil) }

    /// All lines, with those of one institution, by its code, before the others.
    func lines(first institution: String?) -> [Line] {
        let own = pledges.filter { $0.row.pledge.institution == institution }
        let others = pledges.filter { $0.row.pledge.institution != institution }
        return (own + others).flatMap { history in
            [.pledge(history.row)] + history.lines.map { .word($0, history.row) }
        } + declines.map { .decline($0) }
    }
}

extension PledgeOutlook {
    /// The sign that cells bear for it; empty for none.
    fileprivate func sign(_ language: Language) -> String {
        switch self {
        case .late: " !"
        case .inDoubt: language == .persian ? " ؟" : " ?"
        case .silent: " ~"
        case .kept: " ●"
        case .withdrawn, .moved, .standing: ""
        }
    }

    fileprivate var color: ColorRole {
        switch self {
        case .late: .alarm
        case .inDoubt, .silent: .warning
        case .kept: .good
        case .withdrawn, .moved: .muted
        case .standing: .text
        }
    }
}

extension PledgeRow {
    /// How the pledge stands: late and for how many days, in doubt, silent, kept, or still to come; and where it came from.
    func standing(_ context: ScreenContext, silentAfter: Int) -> (words: String, color: ColorRole) {
        let (outlook, language) = (
            standing.outlook(for: need, on: context.day, silentAfter: silentAfter), context.language
        )
        let from = pledge.movedFrom.map { Phrase(fa: "از \($0)", en: "moved from \($0)")[language] }
        let over: String? = move.map { move in
            let more = language.number(self.over(move))
            return move.isSent
                ? Phrase(fa: "\(more) مازاد، ارسال‌شده", en: "\(more) over, sent already")[language]
                : Phrase(fa: "\(more) مازاد", en: "\(more) over")[language]
        }
        return (
            language.parts([outlook.phrase[language] + outlook.sign(language), over, from, pledge.reason]),
            outlook.color
        )
    }
}

extension Decline {
    /// "declined: out of stock"
    var words: Phrase { Phrase(fa: "نپذیرفت: \(reason)", en: "declined: \(reason)") }
}

extension PledgeRow {
    /// How much of what is promised too much is of this pledge.
    func over(_ move: SupportMoveOffer) -> Int { min(move.overlap, pledge.quantity) }
}

extension SupportScreen {
    private static let pageColumns: [Column] = [
        Column(Phrase(fa: "چه کسی، چه", en: "Who and what"), minimum: 20, weight: 3, priority: 10),
        Column(Phrase(fa: "مقدار", en: "Quantity"), minimum: 8, alignment: .end, priority: 9),
        Column(Phrase(fa: "تاریخ", en: "Day"), minimum: 8, priority: 8),
        Column(Phrase(fa: "ثبت‌کننده", en: "Said by"), minimum: 9, priority: 6),
        Column(Phrase(fa: "وضعیت یا توضیح", en: "Standing or note"), minimum: 10, weight: 2, priority: 7),
    ]

    static func drawNeedPage(_ state: State, in region: inout Region, _ context: ScreenContext) {
        guard let page = state.needs.page else { return }
        let language = context.language
        let row = page.row
        region.part(start: 1, width: region.width - 2) { region in
            let top = Detail(language.parts([row.need.code, row.need.text(language)])).facts(facts(row, context))
                .drawing { $0.part(width: min(40, $0.width)) { CoverBar(cover: row.cover).draw(in: &$0) } }
                .gap().draw(in: &region)
            region.part(top: top) { region in
                let lines = page.lines
                guard !lines.isEmpty else {
                    return EmptyState(
                        region(Phrase(fa: "هیچ دستگاهی برای آن تعهدی نداده است", en: "Nobody has promised any of it")),
                        hints: [
                            context.told(
                                Phrase(fa: "{support.pledge} تعهدی ثبت می‌کند", en: "{support.pledge} records a pledge"))
                        ]
                    ).draw(in: &region)
                }
                let seen = LineWindow(around: state.needs.line, of: lines.count, height: max(1, region.height - 1))
                TableWidget(
                    columns: columns(Array(lines[seen.range]), state, context),
                    rows: lines[seen.range].map { cells($0, state, context) }, selected: seen.selected,
                    scroll: seen.scroll
                ).draw(in: &region)
            }
        }
    }

    private static func facts(_ row: NeedRow, _ context: ScreenContext) -> [Facts.Fact] {
        let (need, cover, language) = (row.need, row.cover, context.language)
        let number = language.number
        let target = need.target.map {
            "\($0.subject.phrase[language]) \(language.isolated($0.code)) \(row.targetName ?? "")"
        }
        let covered = Phrase(
            fa:
                "خواسته \(number(cover.requested))، تعهد \(number(cover.pledged))، ارسال \(number(cover.dispatched))، تحویل \(number(cover.delivered))، تأیید گیرنده \(number(cover.confirmed))",
            en:
                "asked \(number(cover.requested)), promised \(number(cover.pledged)), dispatched \(number(cover.dispatched)), delivered \(number(cover.delivered)), confirmed \(number(cover.confirmed))"
        )
        let missing =
            cover.overlap > 0
            ? Phrase(fa: "\(number(cover.overlap)) بیش از نیاز", en: "\(number(cover.overlap)) more than needed")
            : Phrase(
                fa: "\(number(cover.gap)) بی‌تعهد، \(number(cover.uncovered)) نرسیده",
                en: "\(number(cover.gap)) not promised, \(number(cover.uncovered)) not delivered")
        let settled: [Facts.Fact] =
            need.state == .open
            ? []
            : [
                .init(
                    Phrase(fa: "وضعیت", en: "state")[language],
                    language.parts([need.state.phrase[language], need.outcome?.phrase[language], need.note]),
                    direction: .page, color: .strong)
            ]
        return settled + [
            .init(Phrase(fa: "برای", en: "for")[language], target ?? "—", direction: .page),
            .init(
                Phrase(fa: "تا", en: "by")[language],
                need.neededBy.map { DayWords(today: context.day, language).day($0) } ?? "—", direction: .page),
            .init(
                Phrase(fa: "فوریت", en: "urgency")[language], need.urgency.phrase[language], direction: .page,
                color: need.urgency == .high ? .alarm : .text),
            .init(Phrase(fa: "پوشش", en: "cover")[language], covered[language], direction: .page),
            .init(Phrase(fa: "مانده", en: "missing")[language], missing[language], direction: .page, color: row.color),
        ]
    }

    /// Wide enough for whole days and names as long as there is room.
    private static func columns(
        _ lines: [NeedSupport.Line], _ state: State, _ context: ScreenContext
    ) -> [Column] {
        var columns = pageColumns
        let standings = lines.map { words($0, state, context) }
        columns[4] = columns[4].fitting(standings, limit: 18).wanting(standings, limit: 34)
        columns[0] = columns[0].wanting(lines.map(\.who), limit: 44)
        columns[2] = columns[2].fitting(lines.map { $0.dayText(context) })
        columns[3] = columns[3].fitting(lines.map(\.account), limit: 12)
        return columns
    }

    /// As many lines as there is room for; where there are more the last row says so.
    static func drawLines(
        _ lines: [NeedSupport.Line], _ state: State, in region: inout Region, _ context: ScreenContext
    ) {
        let room = region.height - 1
        let shown = lines.count <= room ? lines.count : max(0, room - 1)
        TableWidget(
            columns: columns(lines, state, context), rows: lines.prefix(shown).map { cells($0, state, context) }
        ).draw(
            in: &region)
        guard shown < lines.count else { return }
        let more = context.language.number(lines.count - shown)
        region.put(
            context.told(Phrase(fa: "و \(more) سطر دیگر · {screen.open}", en: "and \(more) more · {screen.open}")),
            row: shown + 1, start: 2, direction: .page, style: Style(.muted))
    }

    /// How a pledge stands, what was noted with a word about it, or why somebody declined.
    private static func words(_ line: NeedSupport.Line, _ state: State, _ context: ScreenContext) -> String {
        switch line {
        case .pledge(let row): row.standing(context, silentAfter: state.silentAfter).words
        case .word(let word, _): word.note ?? ""
        case .decline(let row): row.decline.words[context.language]
        }
    }

    private static func cells(_ line: NeedSupport.Line, _ state: State, _ context: ScreenContext) -> [TableCell] {
        let language = context.language
        switch line {
        case .pledge(let row):
            let standing = row.standing(context, silentAfter: state.silentAfter)
            return [
                TableCell { region, style in
                    region.put(
                        [
                            .code(row.pledge.code, color: .muted), Span(" "),
                            Span(row.institutionName, direction: .automatic),
                        ],
                        row: 0, style: Style(.strong, on: style.background, .bold))
                },
                TableCell(language.number(row.pledge.quantity), direction: .leftToRight),
                TableCell(line.dayText(context), direction: .page, color: .muted),
                TableCell(row.pledge.account, direction: .leftToRight, color: .muted),
                TableCell(standing.words, direction: .page, color: standing.color),
            ]
        case .word(let word, _):
            return [
                TableCell("    \(word.step.phrase[language])", direction: .page),
                TableCell(language.number(word.quantity), direction: .leftToRight),
                TableCell(line.dayText(context), direction: .page, color: .muted),
                TableCell(word.account, direction: .leftToRight, color: .muted),
                TableCell(words(line, state, context), color: .muted),
            ]
        case .decline(let row):
            return [
                TableCell { region, style in
                    region.put(
                        [Span("× ", color: .muted), Span(row.institutionName, direction: .automatic)], row: 0,
                        style: style)
                },
                TableCell(""),
                TableCell(line.dayText(context), direction: .page, color: .muted),
                TableCell(row.decline.account, direction: .leftToRight, color: .muted),
                TableCell(words(line, state, context), direction: .page, color: .muted),
            ]
        }
    }
}
