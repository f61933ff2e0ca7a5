import Canvas
import Domain
import Persian
import Store

extension SupportScreen {
    private static let spiritualColumns: [Column] = [
        Column(Phrase(fa: "شماره", en: "Code"), minimum: 6, priority: 5),
        Column(Phrase(fa: "تاریخ", en: "Day"), minimum: 8, priority: 8),
        Column(Phrase(fa: "دستگاه", en: "Institution"), minimum: 12, weight: 1, priority: 10),
        Column(Phrase(fa: "برای", en: "For"), minimum: 6, weight: 1, priority: 7),
        Column(Phrase(fa: "چه", en: "What"), minimum: 14, weight: 2, priority: 11),
        Column(Phrase(fa: "نتیجه", en: "Outcome"), minimum: 12, weight: 2, priority: 6),
    ]

    static func drawSpiritual(_ state: State, in region: inout Region, _ context: ScreenContext) {
        let language = context.language
        let layout = SupportLayout(context, .spiritual)
        let days = DayWords(today: context.day, language)
        ListView(
            spiritual, layout.list, "spiritual",
            unit: .init(fa: "پشتیبانی", one: "support", many: "supports"),
            empty: .init(
                Phrase(fa: "هنوز پشتیبانی معنوی ثبت نشده است", en: "No spiritual support is recorded yet"),
                Phrase(fa: "{support.new} آن را ثبت می‌کند", en: "{support.new} records some"))
        ) { rows in
            var columns = spiritualColumns
            columns[0] = columns[0].fitting(rows.map(\.support.code))
            columns[1] = columns[1].fitting(rows.map { days.day($0.support.on) })
            columns[3] = columns[3].fitting(rows.map { $0.support.target?.code ?? "—" })
            columns[3] = columns[3].wanting(
                rows.map { "\($0.support.target?.code ?? "—") \($0.targetName ?? "")" }, limit: 30)
            columns[2] = columns[2].wanting(rows.map(\.institutionName), limit: 28)
            return columns
        } cells: { row in
            [
                TableCell(row.support.code, direction: .leftToRight, color: .muted),
                TableCell(days.day(row.support.on), direction: .page, color: .muted),
                TableCell(row.institutionName), whom(row.support.target, row.targetName), TableCell(row.support.what),
                TableCell(row.support.outcome ?? "—", color: row.support.outcome == nil ? .faint : .information),
            ]
        }
        .draw(state, in: &region, context, detail: nil)
        guard layout.detailHeight > 0, let row = state.spiritual.selectedItem else { return }
        region.part(top: layout.rows + 2) { region in
            region.put(String(repeating: "─", count: region.width), row: 0, direction: .picture, style: Style(.faint))
            region.part(top: 1, start: 1, width: region.width - 2) { region in
                let outcome =
                    row.support.outcome ?? Phrase(fa: "نتیجه‌ای ثبت نشده است", en: "no outcome is recorded")[language]
                Detail(language.parts([row.support.code, row.support.what]), lines: 1)
                    .text(
                        language.parts([row.institutionName, row.support.target?.code, row.targetName]),
                        direction: .page, color: .text, lines: 1
                    )
                    .text(outcome, lines: 3).draw(in: &region)
            }
        }
    }
}
