import Canvas
import Domain
import Persian
import Store

/// The page of a base in a campaign, or of its store: every movement, the latest first, and who wrote it down.
extension PackagesScreen {
    private static let pageColumns: [Column] = [
        Column(Phrase(fa: "تاریخ", en: "Day"), minimum: 10, priority: 9),
        Column(Phrase(fa: "گردش", en: "Movement"), minimum: 10, priority: 10),
        Column(Phrase(fa: "تعداد", en: "Packages"), minimum: 20, weight: 2, priority: 10),
        Column(Phrase(fa: "قرارگاه", en: "Base"), minimum: 6, priority: 4),
        Column(Phrase(fa: "از", en: "From"), minimum: 7, weight: 1, priority: 3),
        Column(Phrase(fa: "ثبت‌کننده", en: "Recorded by"), minimum: 11, priority: 7),
        Column(Phrase(fa: "زمان ثبت", en: "Recorded"), minimum: 14, priority: 6),
    ]

    static func drawPlace(_ state: State, in region: inout Region, _ context: ScreenContext) {
        let board = state.board
        guard let place = board.open else { return }
        let language = context.language
        let row = board.rows.first { $0.place == place }
        region.part(start: 1, width: region.width - 2) { region in
            var detail = Detail(row?.title[language] ?? place.base ?? place.campaign)
            if let row { detail = detail.text(row.sum[language], direction: .page, color: .text) }
            let doubles = board.doubles.filter { $0.base == place.base }
            if !doubles.isEmpty {
                let households = doubles.prefix(6).map(\.household)
                let more = doubles.count > 6 ? " …" : ""
                detail = detail.text(
                    Phrase(
                        fa:
                            "= \(doubles.count) تحویل به خانواری که میز دیگری هم به آن داده است: \(Language.persian.list(households))\(more)",
                        en:
                            "= \(doubles.count, "package") for households that another desk served too: \(Language.english.list(households))\(more)"
                    )[language], direction: .page, color: .warning, lines: 2)
            }
            if let over = row?.overdrawn, over > 0 {
                detail = detail.text(
                    Phrase(
                        fa: "▲ \(over) بسته بیش از موجودی تحویل شده است؛ تخصیص یا شمارش را ثبت کنید",
                        en: "▲ \(over) more were handed out than it had; record what was allocated, or count")[
                            language],
                    direction: .page, color: .alarm, lines: 2)
            }
            let top = detail.gap().draw(in: &region)
            region.part(top: top) { region in
                guard !board.lines.isEmpty else {
                    return EmptyState(region(Phrase(fa: "گردشی ثبت نشده است", en: "No movement is recorded")))
                        .draw(in: &region)
                }
                let seen = LineWindow(around: board.line, of: board.lines.count, height: max(1, region.height - 1))
                let shown = board.lines[seen.range]
                var columns = pageColumns
                columns[2] = columns[2].fitting(shown.map { $0.amount[language] }, limit: 30)
                TableWidget(
                    columns: columns, rows: shown.map { cells($0, context) }, selected: seen.selected,
                    scroll: seen.scroll
                ).draw(in: &region)
            }
        }
    }

    private static func cells(_ line: StockLine, _ context: ScreenContext) -> [TableCell] {
        let language = context.language
        let from = [line.institution, line.station].compactMap(\.self)
        return [
            TableCell(line.on.jalaliText(language), direction: .leftToRight, color: .muted),
            TableCell(line.move.phrase[language], direction: .page, color: line.move.color),
            TableCell(line.amount[language], direction: .page),
            TableCell(line.base ?? "—", direction: .leftToRight, color: .muted),
            TableCell(language.line(from.map { $0 }), direction: .page, color: .muted),
            TableCell(line.account, direction: .leftToRight, color: .muted),
            TableCell(
                DayWords(today: context.day, language).moment(line.at), direction: .page, color: .muted),
        ]
    }
}
