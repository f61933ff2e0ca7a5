import Canvas
import Domain
import Persian
import Store

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
        /// How wide the longest figures of all covers are.
        let figures: Int
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
            let board = NeedsColumns(needs, width: region.width, context.language)
            let selected = needs.list.selected - needs.list.top
            let lines = rows.enumerated().map { index, row in
                Line(
                    row: row, institutions: board.institutions.map(\.code), isShort: board.isShort,
                    figures: board.figures, selected: index == selected ? needs.institution : nil)
            }
            TableWidget(
                cached: "needs", columns: board.columns, items: lines, selected: selected, sort: board.sort,
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
        ] + cells + [
            TableCell { region, style in
                let figures = row.cover.figures(language)
                let width = min(textWidth(figures), region.width)
                // Bars of one length, and figures below figures, whatever their own are.
                let bar = region.width - line.figures - 1
                if bar >= 4 { region.part(width: bar) { CoverBar(cover: row.cover).draw(in: &$0, style: style) } }
                region.put(
                    figures, row: 0, start: region.width - width, width: width, direction: .leftToRight, style: style)
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
                isSelected ? .onAccent : color, on: isSelected ? .accent : style.background,
                // In one colour a reversed row leaves nothing else to tell it by.
                isSelected ? [.bold, .underline] : [])
            if isSelected { region.fill(style, height: 1) }
            var (told, direction) = (text, cell?.isFormer == true ? TextDirection.page : .leftToRight)
            // For how long nothing was heard of what is still to come.
            if let cell, cell.standing > 0, !cell.isKept {
                let aged = "\(language.isolated(text)) \(cell.age(on: context.day, language))"
                if textWidth(aged) <= region.width { (told, direction) = (aged, .page) }
            }
            region.put(told, row: 0, direction: direction, style: style)
        }
    }
}
