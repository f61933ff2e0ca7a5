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

    /// What is to be seen stands beside the name and has the width.
    private static let columns: [Column] = [
        Column(Phrase(fa: "", en: ""), minimum: 3, priority: 20),
        Column(Phrase(fa: "شماره", en: "Code"), minimum: 5, priority: 9),
        Column(Phrase(fa: "اردو", en: "Camp"), minimum: 12, weight: 1, priority: 11),
        Column(Phrase(fa: "آنچه باید دید", en: "To be seen to"), minimum: 34, weight: 4, priority: 12),
        Column(Phrase(fa: "استان", en: "Province"), minimum: 10, priority: 5),
        Column(Phrase(fa: "روز", en: "Day"), minimum: 5, weight: 1, priority: 6),
        Column(Phrase(fa: "حاضر", en: "Present"), minimum: 7, alignment: .end, priority: 8),
        Column(Phrase(fa: "گزارش", en: "Report"), minimum: 12, priority: 7),
        Column(Phrase(fa: "بهره‌مند", en: "Served"), minimum: 7, alignment: .end, priority: 3),
    ]

    func draw(in region: inout Region) {
        let language = region.language
        var columns = Self.columns
        columns[1] = columns[1].fitting(rows.map(\.code))
        columns[6] = columns[6].fitting(rows.map { $0.markedPresentText(language) })
        // Figures are whole; the words, which can be cut, leave them what they need.
        columns[Self.troublesColumn].minimum -= columns[6].minimum - Self.columns[6].minimum
        columns[7] = columns[7].fitting(rows.map { $0.lastReport(on: today, language) })
        let troubles = rows.map { $0.troubles(today: today, language).listed }
        columns[Self.troublesColumn] = columns[Self.troublesColumn].wanting(
            troubles.map { $0.map(\.text).joined() }, limit: region.width)
        columns[2] = columns[2].wanting(rows.map(\.shortTitle), limit: 32)
        let lines = lines(columns, troubles, in: region)
        let first = selected.flatMap { selected in
            lines.firstIndex { rows.indices.contains(selected) && $0.row.place == rows[selected].place }
        }
        var table = TableWidget(cached: "board", columns: columns, items: lines, selected: first, scroll: scroll) {
            cells($0, language)
        }
        if let first { table.selectedLines = lines.filter { $0.row.place == lines[first].row.place }.count }
        table.draw(in: &region)
    }

    /// A line of the list: a camp, or what its line has no room for.
    private struct Line: Equatable {
        let row: BoardRow
        let news: BoardNews?
        let troubles: [Span]
        var isMore = false
    }

    private static let troublesColumn = 3
    /// How many lines a camp takes at most.
    private static let mostLines = 3

    /// The camps a line each; where all of them leave lines free the worst take more, to say all that is to be seen.
    private func lines(_ columns: [Column], _ troubles: [[Span]], in region: Region) -> [Line] {
        let place = TableWidget.place(
            of: Self.troublesColumn, among: columns, width: region.width, region.language)
        let width = place?.width ?? 0
        var free = region.height - 1 - rows.count
        return zip(rows, troubles).flatMap { row, troubles in
            var parts = [troubles]
            if free > 0, width > 0, troubles.reduce(0, { $0 + textWidth($1.text) }) > width {
                let all = TextLayout.wrap(troubles, width: width, page: region.direction)
                let most = min(Self.mostLines, free + 1)
                // What does not fit into the last is cut there.
                let rest = all.dropFirst(most - 1)
                parts = all.prefix(most - 1) + (rest.isEmpty ? [] : [[Span](rest.joined(separator: [Span(" ")]))])
            }
            free -= parts.count - 1
            return parts.enumerated().map { number, part in
                Line(row: row, news: news[row.place], troubles: part, isMore: number > 0)
            }
        }
    }

    private func cells(_ line: Line, _ language: Language) -> [TableCell] {
        let row = line.row
        if line.isMore {
            return Self.columns.indices.map { column in
                guard column == Self.troublesColumn else { return TableCell("") }
                return TableCell { region, style in Self.drawTroubles(line, in: &region, style) }
            }
        }
        let fresh = line.news
        let weight: Attributes = fresh == nil ? [] : .bold
        let isFull = row.row.present.map { $0 == row.camp.headcount } ?? false
        return [
            TableCell("\(row.state.sign) \(fresh?.sign ?? "")", direction: .page, color: row.state.color, .bold),
            TableCell(row.code, direction: .leftToRight, color: .muted),
            TableCell(row.shortTitle, color: .strong, weight),
            TableCell { region, style in Self.drawTroubles(line, in: &region, style) },
            TableCell(Province.title(row.camp.province)[language], color: .muted),
            TableCell { region, style in Self.drawDay(row, today, in: &region, style) },
            TableCell(
                row.markedPresentText(language), direction: .leftToRight,
                color: row.isOverfull ? .warning : isFull ? .good : .text, weight),
            TableCell(
                row.lastReport(on: today, language), direction: .page, color: row.row.missing > 0 ? .warning : .muted,
                weight),
            TableCell(language.number(row.row.beneficiaries), direction: .leftToRight, color: .muted),
        ]
    }

    private static func drawTroubles(_ line: Line, in region: inout Region, _ style: Style) {
        let (row, troubles) = (line.row, line.troubles)
        let weight: Attributes = line.news == nil ? [] : .bold
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
        guard room > 3 else { return }
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

extension BoardRow {
    /// "18/22": present by the last report, of those who were to come.
    func presentText(_ language: Language) -> String {
        "\(row.present.map(language.number) ?? "—")/\(language.number(camp.headcount))"
    }

    /// The same, with a mark where more came.
    fileprivate func markedPresentText(_ language: Language) -> String {
        (isOverfull ? "! " : "") + presentText(language)
    }
}
