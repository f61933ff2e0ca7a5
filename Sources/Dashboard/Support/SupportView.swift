import Canvas
import Domain
import Persian
import Store

extension SupportScreen {
    public static func view(_ state: State, in region: inout Region, _ context: ScreenContext) {
        drawTabs(state, in: &region, context)
        region.part(top: SupportLayout.headHeight) { region in
            pane(state).view(state, &region, context)
            if let chosen = state.needs.choosing { drawChoices(state.needs, chosen, in: &region, context) }
        }
    }

    private static func drawTabs(_ state: State, in region: inout Region, _ context: ScreenContext) {
        let language = context.language
        let figures = state.figures
        let counts = [figures?.needs, figures?.institutions, figures?.overlapping, figures?.spiritual]
        let tabs = Tabs(
            View.allCases.map { view in
                .init(region(view.title), badge: counts[view.rawValue].map(language.number) ?? "")
            }, selected: state.view.rawValue)
        let width = min(region.width, tabs.width)
        region.part(width: width, height: 1) { tabs.draw(in: &$0) }
        guard let figures else { return }
        let told = Self.told(figures, language, room: region.width - width - 3)
        let length = told.reduce(0) { $0 + textWidth($1.text) }
        region.put(told, row: 0, start: region.width - length - 1, style: Style(.muted))
    }

    /// "untaken 12 · uncovered 31 · overlap 4 · late 6 · silent 3 · in doubt 1"; where there is no room for that the signs
    /// that cells and rows bear instead of the words.
    private static func told(_ figures: SupportFigures, _ language: Language, room: Int) -> [Span] {
        let all: [(sign: String, words: Phrase, count: Int, color: ColorRole)] = [
            ("▲", Phrase(fa: "بی‌متقاضی", en: "untaken"), figures.untaken, .alarm),
            ("◐", Phrase(fa: "پوشش‌نداده", en: "uncovered"), figures.uncovered, .warning),
            ("=", Phrase(fa: "هم‌پوشی", en: "overlap"), figures.overlapping, .information),
            ("!", Phrase(fa: "دیرکرده", en: "late"), figures.late, .alarm),
            ("~", Phrase(fa: "بی‌خبر", en: "silent"), figures.silent, .warning),
            ("?", Phrase(fa: "مورد تردید", en: "in doubt"), figures.inDoubt, .warning),
        ]
        func spans(_ text: (String, Phrase, Int) -> String, between: String) -> [Span] {
            all.enumerated().flatMap { index, part in
                (index > 0 ? [Span(between, color: .faint)] : [])
                    + [
                        Span(text(part.sign, part.words, part.count), color: part.count > 0 ? part.color : .muted)
                    ]
            }
        }
        let words = spans({ "\($1[language]) \(language.number($2))" }, between: " · ")
        if words.reduce(0, { $0 + textWidth($1.text) }) <= room { return words }
        return spans({ sign, _, count in "\(sign)\(language.number(count))" }, between: " ")
    }
}

// MARK: - The board

extension SupportScreen {
    private static let fixed: [Column] = [
        Column(Phrase(fa: "", en: ""), minimum: 1, priority: 20),
        Column(Phrase(fa: "نیاز", en: "Need"), minimum: 16, weight: 2, priority: 18),
        Column(Phrase(fa: "برای", en: "For"), minimum: 6, weight: 1, priority: 3),
        Column(Phrase(fa: "تا", en: "By"), minimum: 8, priority: 12),
        Column(Phrase(fa: "خواسته", en: "Asked"), minimum: 6, alignment: .end, priority: 4),
    ]
    private static let ending: [Column] = [
        Column(Phrase(fa: "پوشش", en: "Cover"), minimum: 9, weight: 1, priority: 13),
        Column(Phrase(fa: "کمبود", en: "Gap"), minimum: 6, priority: 14),
    ]
    /// Blanks between two columns of a table, and those at its two edges.
    private static let gap = 2
    private static let edges = 4
    private static let widestCell = 16

    /// What a row of the table says: it is laid out anew only when that changes.
    private struct Line: Equatable {
        let row: NeedRow
        let institutions: [String]
        /// The institution whose cell is selected; nil in all other rows.
        let selected: String?
    }

    static func drawBoard(_ state: State, in region: inout Region, _ context: ScreenContext) {
        let layout = SupportLayout(context)
        let needs = state.needs
        drawFilter(needs, in: &region, context)
        region.part(top: 1, height: layout.rows + 1) { region in
            guard !needs.list.isEmpty else { return emptyWords(needs, context).draw(in: &region) }
            let rows = needs.list.rows(height: layout.rows)
            let institutions = institutions(needs, rows, region.width, context)
            let selected = needs.list.selected - needs.list.top
            let lines = rows.enumerated().map { index, row in
                Line(
                    row: row, institutions: institutions.map(\.code),
                    selected: index == selected ? needs.institution : nil)
            }
            TableWidget(
                cached: "needs", columns: columns(rows, institutions, context), items: lines, selected: selected,
                scroll: needs.list.scrollBar(height: layout.rows)
            ) { cells($0, context) }
            .draw(in: &region)
        }
        guard layout.detailHeight > 0, let row = needs.list.selectedItem else { return }
        region.part(top: layout.rows + 2) { drawSelected(row, needs, in: &$0, context) }
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

    /// The columns of institutions that there is room for, the selected one among them.
    private static func institutions(
        _ needs: NeedsBoard, _ rows: [NeedRow], _ width: Int, _ context: ScreenContext
    ) -> ArraySlice<Institution> {
        let all = needs.columns
        let cell = cellWidth(rows, context) + gap
        let essential = (fixed + ending).filter { $0.priority > 10 }.reduce(0) { $0 + $1.minimum + gap }
        let room = max(1, (width - edges - essential) / cell)
        let first = max(0, min(needs.column - room + 1, all.count - room))
        return all[first..<min(all.count, first + room)]
    }

    private static func cellWidth(_ rows: [NeedRow], _ context: ScreenContext) -> Int {
        let longest = rows.flatMap(\.cells).map { textWidth($0.text(context.language)) }.max() ?? 0
        return max(9, min(longest, widestCell))
    }

    private static func columns(
        _ rows: [NeedRow], _ institutions: ArraySlice<Institution>, _ context: ScreenContext
    ) -> [Column] {
        let language = context.language
        let width = cellWidth(rows, context)
        var fixed = fixed
        fixed[1] = fixed[1].wanting(rows.map { "\($0.need.code) \($0.need.item)" }, limit: 36)
        fixed[2] = fixed[2].fitting(rows.map { $0.need.target?.code ?? "" }).wanting(rows.map(forWhom), limit: 30)
        fixed[3] = fixed[3].fitting(rows.map { day($0.need, context) })
        fixed[4] = fixed[4].fitting(rows.map { language.number($0.need.quantity) })
        var ending = ending
        ending[0] = ending[0].fitting(rows.map { $0.cover.figures(language) }).wanting([
            String(repeating: " ", count: 24)
        ])
        ending[1] = ending[1].fitting(rows.map { $0.gapText(language) })
        let bodies = institutions.map { institution in
            let isShort = institution.code.allSatisfy(\.isLetter)
            let title = Phrase(
                fa: TextLayout.fitted(institution.name, width: width),
                en: TextLayout.fitted(isShort ? institution.code : institution.name, width: width))
            return Column(title, minimum: width, priority: 11)
        }
        return fixed + bodies + ending
    }

    private static func forWhom(_ row: NeedRow) -> String {
        [row.need.target?.code, row.targetName].compactMap(\.self).joined(separator: " ")
    }

    private static func day(_ need: Need, _ context: ScreenContext) -> String {
        guard let day = need.neededBy else { return "—" }
        let days = day - context.day
        if (2...6).contains(days) {
            return Phrase(fa: "\(persianDigits(days)) روز دیگر", en: "\(days) days")[context.language]
        }
        return DayWords(today: context.day, context.language).day(day)
    }

    private static func cells(_ line: Line, _ context: ScreenContext) -> [TableCell] {
        let (row, language) = (line.row, context.language)
        let need = row.need
        let isLate = need.neededBy.map { $0 <= context.day.advanced(by: 1) } ?? false
        let urgent = need.urgency == .high ? "!" : ""
        let cells = line.institutions.map { code in
            cell(row.cell(code), isSelected: line.selected == code, context)
        }
        return [
            TableCell(row.sign, direction: .picture, color: row.color, .bold),
            TableCell { region, style in
                region.put(
                    [
                        .code(need.code, color: .muted), Span(" "),
                        Span(urgent, color: .alarm), Span(need.item, direction: .automatic),
                    ], row: 0, style: style)
            },
            TableCell { region, style in
                region.put(
                    [
                        .code(need.target?.code ?? "—", color: .muted), Span(" "),
                        Span(row.targetName ?? "", direction: .automatic, color: .muted),
                    ], row: 0, style: style)
            },
            TableCell(day(need, context), direction: .page, color: isLate && row.cover.uncovered > 0 ? .alarm : .muted),
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
                row.gapText(language), direction: .page,
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
            let age = cell.map { $0.age(on: context.day, language) } ?? ""
            let room = region.width - textWidth(text)
            let isAged = !age.isEmpty && room > textWidth(age) + 1 && cell?.pledges.isEmpty == false
            region.put(
                isAged ? "\(text) \(age)" : text, row: 0,
                direction: cell?.isDeclined == true && cell?.promised == 0 ? .page : .leftToRight, style: style)
        }
    }
}

// MARK: - The selected need and cell

extension SupportScreen {
    private static func drawSelected(
        _ row: NeedRow, _ needs: NeedsBoard, in region: inout Region, _ context: ScreenContext
    ) {
        let language = context.language
        region.put(
            String(repeating: "─", count: region.width), row: 0, direction: .picture, style: Style(.faint))
        region.part(top: 1, start: 1, width: region.width - 2) { region in
            let need = row.need
            let title = [need.code, need.text(language), forWhom(row)].filter { !$0.isEmpty }
            Detail(language.parts(title), lines: 1)
                .text(helpers(row, needs)[language], direction: .page, color: .text, lines: 2)
                .text(cellWords(row, needs, context), direction: .page, lines: 2)
                .text(moveWords(row).map(context.told) ?? "", direction: .page, color: .information, lines: 1)
                .draw(in: &region)
        }
    }

    /// "who helps: SETAD 200 (delivered 180), …; declined: SEPAH"
    private static func helpers(_ row: NeedRow, _ needs: NeedsBoard) -> Phrase {
        func name(_ code: String) -> String { needs.institutions.first { $0.code == code }?.name ?? code }
        let giving = row.cells.filter { $0.promised > 0 }.map { cell in
            Phrase(
                fa:
                    "\(name(cell.institution)) \(Language.persian.number(cell.promised))، رسیده \(Language.persian.number(cell.delivered))",
                en:
                    "\(name(cell.institution)) \(Language.english.number(cell.promised)), delivered \(Language.english.number(cell.delivered))"
            )
        }
        let declining = row.cells.filter { $0.isDeclined && $0.promised == 0 }.map(\.institution).map(name)
        let help =
            giving.isEmpty
            ? Phrase(fa: "هیچ دستگاهی کمک نمی‌کند", en: "nobody helps")
            : Phrase(
                fa: "کمک‌کنندگان: \(giving.joined(fa: "؛ ", en: "; "))",
                en: "who helps: \(giving.joined(fa: "؛ ", en: "; "))")
        guard !declining.isEmpty else { return help }
        let names = Phrase(fa: Language.persian.list(declining), en: Language.english.list(declining))
        return Phrase(fa: "\(help) · نپذیرفته: \(names)", en: "\(help) · declined: \(names)")
    }

    private static func cellWords(_ row: NeedRow, _ needs: NeedsBoard, _ context: ScreenContext) -> String {
        guard let institution = needs.columns.first(where: { $0.code == needs.institution }) else { return "" }
        guard let cell = row.cell(institution.code) else {
            return Phrase(
                fa: "\(institution.name): چیزی نگفته است", en: "\(institution.name): has said nothing")[
                    context.language]
        }
        let words = cell.words(context.day, row.need.unit)
        return Phrase(fa: "\(institution.name): \(words)", en: "\(institution.name): \(words)")[context.language]
    }

    private static func moveWords(_ row: NeedRow) -> Phrase? {
        guard let move = row.move, let gap = move.gaps.first else { return nil }
        return Phrase(
            fa:
                "{support.move} \(gap.quantity) \(move.unit) از \(move.institutionName) را به \(gap.need) (\(gap.targetName ?? "")) می‌برد",
            en:
                "{support.move} moves \(gap.quantity) \(move.unit) of \(move.institutionName) to \(gap.need) (\(gap.targetName ?? ""))"
        )
    }
}
