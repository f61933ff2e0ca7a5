import Canvas
import Domain
import Persian
import Store

/// The running camps as a list, the worst first, and what is known of the selected one.
struct BoardView {
    let rows: [BoardRow]
    var selected: Int?
    var news: [Int64: BoardNews]
    let today: Day
    var scroll: ScrollBar?

    private static let columns: [Column] = [
        Column(Phrase(fa: "", en: ""), minimum: 3, priority: 20),
        Column(Phrase(fa: "اردو", en: "Camp"), minimum: 14, weight: 2, priority: 10),
        Column(Phrase(fa: "جا", en: "Place"), minimum: 14, weight: 4, priority: 3),
        Column(Phrase(fa: "روز", en: "Day"), minimum: 12, weight: 1, priority: 9),
        Column(Phrase(fa: "حاضر", en: "Present"), minimum: 7, alignment: .end, priority: 8),
        Column(Phrase(fa: "بهره‌مند", en: "Served"), minimum: 7, alignment: .end, priority: 5),
        Column(Phrase(fa: "گزارش", en: "Report"), minimum: 10, priority: 6),
        Column(Phrase(fa: "آنچه باید دید", en: "To be seen to"), minimum: 16, weight: 4, priority: 7),
    ]

    func draw(in region: inout Region) {
        let language = region.language
        let lines = rows.map { Line(row: $0, news: news[$0.place]) }
        TableWidget(kept: "board", columns: Self.columns, items: lines, selected: selected, scroll: scroll) {
            cells($0, language)
        }
        .draw(in: &region)
    }

    private struct Line: Equatable {
        let row: BoardRow
        let news: BoardNews?
    }

    private func cells(_ line: Line, _ language: Language) -> [TableCell] {
        let row = line.row
        let fresh = line.news
        let weight: Attributes = fresh == nil ? [] : .bold
        let isShort = row.row.present.map { $0 < row.camp.headcount } ?? true
        let figures = row.presentText
        return [
            TableCell("\(row.state.sign) \(fresh?.sign ?? "")", direction: .page, color: row.state.color, .bold),
            TableCell("\(row.title)", color: .strong, weight),
            TableCell(row.location, color: .muted),
            TableCell { region, style in Self.drawDay(row, today, in: &region, style) },
            TableCell(language.digits(figures), direction: .leftToRight, color: isShort ? .text : .good, weight),
            TableCell(language.number(row.row.beneficiaries), direction: .leftToRight, color: .muted),
            TableCell(
                row.lastReport(on: today, language), direction: .page, color: row.row.missing > 0 ? .warning : .muted,
                weight),
            TableCell { region, style in Self.drawTroubles(row, weight, in: &region, style) },
        ]
    }

    private static func drawTroubles(
        _ row: BoardRow, _ weight: Attributes, in region: inout Region, _ style: Style
    ) {
        let troubles = row.troubles(region.language).listed
        let well = [Span(region(Phrase(fa: "بسامان", en: "all well")))]
        let color: ColorRole = troubles.isEmpty ? .muted : row.state == .good ? .text : row.state.color
        region.put(troubles.isEmpty ? well : troubles, row: 0, style: Style(color, on: style.background, weight))
    }

    /// "3/14 ▓▓▓░": the figures first, since a picture is never alone.
    private static func drawDay(_ row: BoardRow, _ today: Day, in region: inout Region, _ style: Style) {
        let day = row.day(on: today)
        let figures = region.language.digits("\(day)/\(row.length)")
        region.put(figures, row: 0, width: 5, alignment: .end, direction: .leftToRight, style: style)
        let room = min(14, region.width - 6)
        guard room > 2 else { return }
        // A line rather than a block: blocks of neighbouring rows would grow together.
        let full = max(0, min(room, (room * day + row.length - 1) / max(1, row.length)))
        region.put(
            String(repeating: "─", count: room), row: 0, start: 6, width: room, direction: .picture,
            style: Style(.faint, on: style.background))
        region.put(
            String(repeating: "━", count: full), row: 0, start: 6, width: full, direction: .picture,
            style: Style(row.state.color, on: style.background))
    }
}

/// What is known of one running camp: its days as strips, what it did, what it lacks, what befell it.
struct BoardDetail {
    let row: BoardRow
    let today: Day

    /// Rows with the border.
    static let height = 8

    func draw(in region: inout Region) {
        let language = region.language
        let state = row.row.live?.phrase[language] ?? row.camp.state.phrase[language]
        let sign = row.row.live?.sign ?? ""
        Panel("\(row.code) · \(row.title)", note: "\(sign) \(state)").draw(in: &region) { inside in
            guard inside.width >= 90 else {
                inside.part(height: 4) { drawDays(in: &$0) }
                inside.part(top: 4) { drawLists(in: &$0) }
                return
            }
            let half = inside.width / 2 - 1
            inside.part(width: half) { drawDays(in: &$0) }
            inside.part(start: half + 2) { drawLists(in: &$0) }
        }
    }

    private func drawDays(in region: inout Region) {
        let language = region.language
        let labels = [
            Phrase(fa: "حاضران هر روز", en: "present per day"), Phrase(fa: "بهره‌مندان هر روز", en: "served per day"),
        ]
        let width = labels.map { textWidth(region($0)) }.max() ?? 0
        for (line, label) in labels.enumerated() {
            region.put(region(label), row: line, width: width, direction: .page, style: Style(.muted))
        }
        let present = language.digits(row.presentText)
        region.part(start: width + 2, height: 1) {
            Sparkline(
                row.days.map { $0.report?.present }, full: max(1, row.camp.headcount), figure: present,
                color: row.state.color
            ).draw(in: &$0)
        }
        region.part(top: 1, start: width + 2, height: 1) {
            HeatStrip(
                row.days.map { $0.report?.beneficiaries }, figure: language.number(row.row.beneficiaries)
            ).draw(in: &$0)
        }
        let done = row.work(language)
        let work = done.isEmpty ? "—" : done.joined(separator: " · ")
        let facts = [
            Facts.Fact(Phrase(fa: "جا", en: "place")[language], row.location),
            Facts.Fact(Phrase(fa: "کارها", en: "work")[language], work),
        ]
        region.part(top: 2) { Facts(facts).draw(in: &$0) }
    }

    private func drawLists(in region: inout Region) {
        let items = row.openItems(region.language)
        let fits = items.count <= region.height
        var line = 0
        // Spare rows go to the first that need more than one: the grave ones.
        var spare = max(0, region.height - items.count)
        for item in items.prefix(fits ? region.height : region.height - 1) {
            let rows = item.draw(in: &region, row: line, rows: 1 + spare)
            spare -= rows - 1
            line += rows
        }
        if !fits {
            let more = region.language.number(items.count - region.height + 1)
            region.put(
                region(Phrase(fa: "و \(more) دیگر · s", en: "and \(more) more · s")), row: region.height - 1,
                direction: .page, style: Style(.muted))
        }
        if items.isEmpty {
            region.put(
                region(Phrase(fa: "نه حادثه‌ای باز است و نه نیازی", en: "no open incident and no need")), row: 0,
                direction: .page, style: Style(.muted))
        }
    }
}

extension BoardRow {
    /// "18/22": present by the last report, of those who were to come.
    var presentText: String { "\(row.present.map(String.init) ?? "—")/\(camp.headcount)" }
}
