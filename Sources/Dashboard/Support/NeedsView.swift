import Canvas
import Domain
import Persian
import Store

/// The columns of the board for the rows that are shown: of institutions as many as there is room for, the selected one
/// among them; where that would be too few one column says who helps instead.
@MainActor
struct NeedsColumns {
    let columns: [Column]
    /// Those that have columns; empty where one says who helps.
    let institutions: ArraySlice<Institution>
    var isShort: Bool { institutions.isEmpty }

    /// Blanks between two columns of a table, and those at its two edges.
    nonisolated private static let gap = 2
    nonisolated private static let edges = 4
    /// Fewer institutions than these have no columns, unless no more have something to do with the rows.
    private static let fewest = 3

    init(_ needs: NeedsBoard, _ rows: [NeedRow], width: Int, _ context: ScreenContext) {
        let concerned = Set(rows.flatMap(\.cells).map(\.institution)).count
        let language = context.language
        let around = Around(rows, isShort: false, context)
        let longest = rows.flatMap(\.cells).map { textWidth($0.text(language)) }.max() ?? 0
        let cell = max(9, min(longest, 16))
        let room = around.room(in: width) / (cell + Self.gap)
        guard room >= min(Self.fewest, max(1, concerned)), !needs.columns.isEmpty else {
            let around = Around(rows, isShort: true, context)
            let texts = rows.map { WhoHelps($0, selected: nil, language).widest }
            let least = max(14, min(around.room(in: width), texts.map { textWidth($0) }.max() ?? 0))
            let who = Column(Phrase(fa: "کمک‌کنندگان", en: "Who helps"), minimum: least, weight: 3, priority: 17)
                .wanting(texts, limit: 60)
            institutions = []
            columns = around.beginning + [who] + around.ending
            return
        }
        let all = needs.columns
        let first = max(0, min(needs.column - room + 1, all.count - room))
        institutions = all[first..<min(all.count, first + room)]
        let bodies = institutions.map { Column(Self.head($0, width: cell), minimum: cell, priority: 11) }
        columns = around.beginning + bodies + around.ending
    }

    private static func head(_ institution: Institution, width: Int) -> Phrase {
        let isShort = institution.code.allSatisfy(\.isLetter)
        return Phrase(
            fa: TextLayout.fitted(institution.name, width: width),
            en: TextLayout.fitted(isShort ? institution.code : institution.name, width: width))
    }

    /// What stands around the institutions.
    private struct Around {
        var beginning: [Column] = [
            Column(Phrase(fa: "", en: ""), minimum: 1, priority: 20),
            Column(Phrase(fa: "نیاز", en: "Need"), minimum: 16, weight: 2, priority: 18),
            Column(Phrase(fa: "برای", en: "For"), minimum: 6, weight: 1, priority: 3),
            Column(Phrase(fa: "تا", en: "By"), minimum: 6, priority: 12),
            Column(Phrase(fa: "خواسته", en: "Asked"), minimum: 6, alignment: .end, priority: 4),
        ]
        var ending: [Column] = [
            Column(Phrase(fa: "پوشش", en: "Cover"), minimum: 5, priority: 13),
            Column(Phrase(fa: "کمبود", en: "Gap"), minimum: 4, priority: 14),
        ]

        @MainActor
        init(_ rows: [NeedRow], isShort: Bool, _ context: ScreenContext) {
            let language = context.language
            beginning[1] = beginning[1].wanting(rows.map { "\($0.need.code) !\($0.need.item)" }, limit: 36)
            beginning[2] = beginning[2].fitting(rows.map { $0.need.target?.code ?? "" })
                .wanting(rows.map(\.forWhom), limit: 30)
            beginning[3] = beginning[3].fitting(rows.map { $0.dayText(context, isShort: isShort) })
            beginning[4] = beginning[4].fitting(rows.map { language.number($0.need.quantity) })
            let figures = rows.map { $0.cover.figures(language) }
            ending[1] = ending[1].fitting(rows.map { $0.gapText(language, isShort: isShort) })
            if isShort {
                ending[0] = ending[0].fitting(figures, limit: 24)
            } else {
                let bar = String(repeating: " ", count: 6)
                ending[0] = ending[0].fitting(figures.map { $0 + bar }, limit: 30)
                    .wanting([String(repeating: " ", count: 24)])
                ending[0].weight = 1
            }
        }

        /// The columns of the screen that remain for institutions.
        func room(in width: Int) -> Int {
            let heads: [(Column, Phrase)] = (beginning + ending).filter { $0.priority > 10 }.map { ($0, $0.title) }
            let essential = heads.reduce(0) { sum, head in
                sum + max(head.0.minimum, textWidth(head.1.fa), textWidth(head.1.en)) + NeedsColumns.gap
            }
            return width - NeedsColumns.edges - essential + NeedsColumns.gap
        }
    }
}

extension NeedRow {
    /// "C-014 Bahar"
    var forWhom: String { [need.target?.code, targetName].compactMap(\.self).joined(separator: " ") }

    /// By when it is needed: "tomorrow", "in 3 days", "12 Mordad".
    @MainActor
    func dayText(_ context: ScreenContext, isShort: Bool) -> String {
        guard let day = need.neededBy else { return "—" }
        let days = day - context.day
        if (2...6).contains(days) {
            let more = isShort ? "" : " دیگر"
            return Phrase(fa: "\(persianDigits(days)) روز\(more)", en: "\(days) days")[context.language]
        }
        return DayWords(today: context.day, context.language).day(day)
    }
}

extension SupportScreen {
    /// What a row of the table says: it is laid out anew only when that changes.
    private struct Line: Equatable {
        let row: NeedRow
        let institutions: [String]
        let isShort: Bool
        /// The institution whose cell is selected; nil in all other rows.
        let selected: String?
    }

    static func drawBoard(_ state: State, in region: inout Region, _ context: ScreenContext) {
        let layout = boardLayout(state, context)
        let needs = state.needs
        drawFilter(needs, in: &region, context)
        region.part(top: 1, height: layout.rows + 1) { region in
            guard !needs.list.isEmpty else { return emptyWords(needs, context).draw(in: &region) }
            let rows = needs.list.rows(height: layout.rows)
            let board = NeedsColumns(needs, rows, width: region.width, context)
            let selected = needs.list.selected - needs.list.top
            let lines = rows.enumerated().map { index, row in
                Line(
                    row: row, institutions: board.institutions.map(\.code), isShort: board.isShort,
                    selected: index == selected ? needs.institution : nil)
            }
            TableWidget(
                cached: "needs", columns: board.columns, items: lines, selected: selected,
                scroll: needs.list.scrollBar(height: layout.rows)
            ) { cells($0, context) }
            .draw(in: &region)
        }
        guard layout.detailHeight > 0, let row = needs.list.selectedItem else { return }
        region.part(top: layout.rows + 2) { drawSelected(row, state, in: &$0, context) }
    }

    private static func drawFilter(_ needs: NeedsBoard, in region: inout Region, _ context: ScreenContext) {
        let words = needs.chosenWords(context).map { $0[context.language] } ?? ""
        let width = words.isEmpty ? 0 : min(textWidth(words) + 2, region.width / 2)
        region.part(width: region.width - width, height: 1) {
            let unit = Phrase(fa: "نیاز", en: needs.list.total == 1 ? "need" : "needs")
            needs.filter.draw(in: &$0, context, window: needs.list.window, unit: unit)
        }
        guard width > 0 else { return }
        region.put(
            words, row: 0, start: region.width - width, width: width - 1, direction: .page,
            style: Style(.accent, on: .page, .bold))
    }

    private static func emptyWords(_ needs: NeedsBoard, _ context: ScreenContext) -> EmptyState {
        if !needs.filter.input.text.isEmpty { return needs.filter.nothingFound(context) }
        if needs.chosen != SupportFilter() {
            return EmptyState(
                context.told(Phrase(fa: "چنین نیازی نیست", en: "There is no such need")),
                hints: [context.told(Phrase(fa: "{screen.back} همه را نشان می‌دهد", en: "{screen.back} shows all"))])
        }
        return EmptyState(
            context.told(Phrase(fa: "نیاز بازی نیست", en: "There is no open need")),
            hints: [
                context.told(
                    Phrase(
                        fa: "{support.new} نیازی تازه اعلام می‌کند؛ نیازهای اردوها و نقاط خود اینجا می‌آیند",
                        en: "{support.new} raises a need; those of camps and points come here by themselves"))
            ])
    }

    private static func cells(_ line: Line, _ context: ScreenContext) -> [TableCell] {
        let (row, language) = (line.row, context.language)
        let need = row.need
        let isLate = need.neededBy.map { $0 <= context.day.advanced(by: 1) } ?? false
        let urgent = need.urgency == .high ? "!" : ""
        let who = TableCell { region, style in
            WhoHelps(row, selected: line.selected, language).draw(in: &region, style)
        }
        let cells =
            line.isShort
            ? [who]
            : line.institutions.map { cell(row.cell($0), isSelected: line.selected == $0, context) }
        return [
            TableCell(row.sign, direction: .picture, color: row.color, .bold),
            TableCell { region, style in
                region.put(
                    [
                        .code(need.code, color: .muted), Span(" "),
                        Span(urgent, color: .alarm), Span(need.item, direction: .automatic),
                    ], row: 0, style: style)
            },
            whom(need.target, row.targetName),
            TableCell(
                row.dayText(context, isShort: line.isShort), direction: .page,
                color: isLate && row.cover.uncovered > 0 ? .alarm : .muted),
            TableCell(language.number(need.quantity), direction: .leftToRight),
        ] + cells + [
            TableCell { region, style in
                let figures = row.cover.figures(language)
                let width = textWidth(figures)
                let bar = region.width - width - 1
                if bar >= 4 { region.part(width: bar) { CoverBar(cover: row.cover).draw(in: &$0, style: style) } }
                region.put(
                    figures, row: 0, start: bar >= 4 ? bar + 1 : 0, width: width, direction: .leftToRight, style: style)
            },
            TableCell(
                row.gapText(language, isShort: line.isShort), direction: .page,
                color: row.cover.gap > 0 ? row.color : row.cover.overlap > 0 ? .information : .faint),
        ]
    }

    private static func cell(_ cell: SupportCell?, isSelected: Bool, _ context: ScreenContext) -> TableCell {
        let language = context.language
        let text = cell?.text(language) ?? "—"
        let color: ColorRole = cell?.color ?? .faint
        return TableCell { region, style in
            let style = Style(
                isSelected ? .onAccent : color, on: isSelected ? .accent : style.background, isSelected ? .bold : [])
            if isSelected { region.fill(style, height: 1) }
            var told = text
            // For how long nothing was heard of what is still to come.
            if let cell, cell.standing > 0, !cell.isKept {
                let aged = "\(text) \(cell.age(on: context.day, language))"
                if textWidth(aged) <= region.width { told = aged }
            }
            region.put(told, row: 0, direction: cell?.isFormer == true ? .page : .leftToRight, style: style)
        }
    }
}
