import Canvas
import Domain
import Persian
import Store

/// Pilgrims served on a day: hours down, services across.
struct TallyView {
    private let state: ArbaeenScreen.State
    private let context: ScreenContext

    init(_ state: ArbaeenScreen.State, _ context: ScreenContext) {
        self.state = state
        self.context = context
    }

    private var language: Language { context.language }
    private var sheet: TallySheet { state.tally }

    func draw(in region: inout Region) {
        guard let point = sheet.point, let day = sheet.day else { return }
        let hint = Phrase(fa: "رقم‌ها را بزنید و {tally.count}", en: "type digits, then {tally.count}")
        let country = state.isElsewhere ? point.country.other : point.country
        let clock = Phrase(fa: "به ساعت \(country.phrase)", en: "by the clocks of \(country.phrase)")
        let line =
            [
                Span("\(day.weekday.name[language]) \(day.longText(.jalali, language))", color: .strong), Span("  "),
                Span(point.state == .open ? "" : point.state.phrase[language] + "  ", color: .warning),
                Span(clock[language], color: state.isElsewhere ? .warning : .muted),
            ]
        let long = line + [Span("  "), Span(context.told(hint))]
        let isFitting = long.reduce(1) { $0 + textWidth($1.text) } <= region.width
        region.put(isFitting ? long : line, row: 0, start: 1, style: Style(.muted))
        let height = max(1, region.height - 3)
        let top = max(0, min(sheet.row - height / 2, sheet.hours.count - height))
        let columns =
            [Column(Phrase(fa: "ساعت", en: "Hour"), minimum: 12, priority: 30)]
            + point.services.enumerated().map { index, service in
                Column(
                    service.service.phrase, minimum: 11, weight: 1, alignment: .end,
                    priority: index == sheet.column ? 20 : 10 - index)
            }
        region.part(top: 1, height: height + 1) { region in
            TableWidget(
                columns: columns,
                rows: sheet.hours.dropFirst(top).prefix(height).enumerated().map {
                    cells($1, point, isMarked: top + $0 == sheet.row)
                },
                selected: sheet.row - top, sort: .init(column: sheet.column + 1, ascending: false),
                scroll: ScrollBar(position: top, visible: height, total: sheet.hours.count)
            ).draw(in: &region)
        }
        drawTotals(point, columns, in: &region)
    }

    private func cells(_ hour: LocalTime, _ point: ServicePoint, isMarked: Bool) -> [TableCell] {
        let shown = state.isElsewhere ? hour.seen(in: point.country.other.zone) : hour
        let label = TableCell(
            language.digits(shown.clockText), direction: .leftToRight, color: state.isElsewhere ? .warning : .muted)
        return [label]
            + point.services.enumerated().map { index, service in
                let tally = sheet.counted[service.service]?[hour.moment]
                guard isMarked, index == sheet.column else {
                    let cell = TallySheet.Cell(service: service.service, hour: hour.moment)
                    if let unsent = sheet.unsent[cell] {
                        return TableCell(
                            "\(unsent.isRefused ? "▲" : "?") \(language.digits(unsent.text))", direction: .leftToRight,
                            color: unsent.isRefused ? .alarm : .warning)
                    }
                    return TableCell(
                        tally.map { language.number($0.served) } ?? "·", direction: .leftToRight,
                        color: tally == nil ? .faint : tally.map { $0.version > 1 } == true ? .information : .text)
                }
                let text =
                    sheet.typed.isEmpty ? tally.map { language.number($0.served) } ?? "" : language.digits(sheet.typed)
                return TableCell { region, _ in
                    region.put(
                        "[\(text)\(sheet.typed.isEmpty ? "" : "▏")]", row: 0, alignment: .end, direction: .leftToRight,
                        style: Style(.onAccent, on: .accent, .bold))
                }
            }
    }

    /// The day's total of each service, below its column, beside what it can do in a day.
    private func drawTotals(_ point: ServicePoint, _ columns: [Column], in region: inout Region) {
        let margin = 2
        for place in Column.places(columns, width: region.width - 2 * margin) {
            let text: String
            if place.index == 0 {
                text = region(Phrase(fa: "جمع روز", en: "Day's total"))
            } else {
                let service = point.services[place.index - 1]
                let (total, perDay) = (
                    language.number(sheet.total(of: service.service)), language.number(service.perDay)
                )
                text = place.width >= 15 ? "\(total) / \(perDay)" : total
            }
            region.put(
                text, row: region.height - 1, start: margin + place.start, width: place.width,
                alignment: columns[place.index].alignment, direction: place.index == 0 ? .page : .leftToRight,
                style: Style(.accent, on: .page, .bold))
        }
    }
}
