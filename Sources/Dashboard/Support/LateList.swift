import Canvas
import Domain
import Persian
import Store

/// Who is late with what, the longest first.
struct LateList {
    @Loaded<OfficeWide, [PledgeRow]> private var read: [PledgeRow] = []
    var list = WholeList<PledgeRow>(
        text: { row in
            "\(row.pledge.code) \(row.pledge.institution) \(row.institutionName) \(row.need.code) \(row.need.item) \(row.need.target?.code ?? "") \(row.targetName ?? "")"
        }, key: { $0.pledge.code })

    mutating func load(_ reader: Reader, _ context: ScreenContext) throws(DecideError) {
        let isRead = try $read.load(context) { () throws(DecideError) in
            try reader.latePledges(try reader.supportRule(on: context.day))
        }
        if isRead { list.take(read) }
    }
}

extension SupportScreen {
    static let latePane = Pane<State>(
        load: { (state, reader, context) throws(DecideError) in try state.late.load(reader, context) },
        move: { state, move, context in state.late.list.move(move, page: SupportLayout(context, .late).rows) },
        view: drawLate)

    private static let columns: [Column] = [
        Column(Phrase(fa: "دستگاه", en: "Who"), minimum: 14, weight: 2, priority: 13),
        Column(Phrase(fa: "نیاز", en: "What"), minimum: 14, weight: 2, priority: 12),
        Column(Phrase(fa: "برای", en: "For"), minimum: 6, weight: 1, priority: 6),
        Column(Phrase(fa: "مانده", en: "Still to come"), minimum: 9, alignment: .end, priority: 11),
        Column(Phrase(fa: "مهلت", en: "Due"), minimum: 6, priority: 9),
        Column(Phrase(fa: "دیرکرد", en: "Late"), minimum: 6, alignment: .end, priority: 14),
    ]

    private static func drawLate(_ state: State, in region: inout Region, _ context: ScreenContext) {
        let (language, list) = (context.language, state.late.list)
        let layout = SupportLayout(context, .late)
        region.part(height: 1) {
            let unit = Phrase(fa: "تعهد دیرکرده", en: list.shown.count == 1 ? "late pledge" : "late pledges")
            list.filter.draw(in: &$0, context, window: list.window, unit: unit)
        }
        region.part(top: 1, height: layout.rows + 1) { region in
            guard !list.shown.isEmpty else {
                if !list.filter.input.text.isEmpty { return list.filter.nothingFound(context).draw(in: &region) }
                return EmptyState(region(Phrase(fa: "هیچ دستگاهی دیر نکرده است", en: "Nobody is late"))).draw(
                    in: &region)
            }
            let seen = list.seen(layout.rows)
            let shown = list.shown[seen.range]
            let days = DayWords(today: context.day, language)
            var columns = columns
            columns[0] = columns[0].wanting(shown.map(\.institutionName), limit: 34)
            columns[1] = columns[1].wanting(shown.map { "\($0.need.code) \($0.need.item)" }, limit: 36)
            columns[2] = columns[2].fitting(shown.map { $0.need.target?.code ?? "—" })
            columns[3] = columns[3].fitting(shown.map { restText($0, language) }, limit: 24)
            columns[4] = columns[4].fitting(shown.compactMap { $0.standing.dueBy(for: $0.need) }.map(days.day))
            columns[5] = columns[5].fitting(shown.map { lateText($0, context) })
            TableWidget(
                columns: columns,
                rows: shown.map { row in
                    [
                        TableCell(row.institutionName, color: .strong, .bold),
                        TableCell { region, style in
                            region.put(
                                [
                                    .code(row.need.code, color: .muted), Span(" "),
                                    Span(row.need.item, direction: .automatic),
                                ], row: 0, style: style)
                        },
                        whom(row.need.target, row.targetName),
                        TableCell(restText(row, language), direction: .page),
                        TableCell(
                            row.standing.dueBy(for: row.need).map(days.day) ?? "—", direction: .page, color: .muted),
                        TableCell(lateText(row, context), direction: .page, color: .alarm, .bold),
                    ]
                }, selected: seen.selected, scroll: seen.scroll
            ).draw(in: &region)
        }
    }

    /// "18 of 20": what has not come of what was promised.
    private static func restText(_ row: PledgeRow, _ language: Language) -> String {
        let rest = language.number(row.pledge.quantity - row.standing.delivered)
        let all = language.number(row.pledge.quantity)
        return Phrase(fa: "\(rest) از \(all)", en: "\(rest) of \(all)")[language]
    }

    private static func lateText(_ row: PledgeRow, _ context: ScreenContext) -> String {
        let days = row.standing.daysLate(for: row.need, on: context.day)
        return Phrase(fa: "\(persianDigits(days)) روز", en: "\(days, "day")")[context.language]
    }
}
