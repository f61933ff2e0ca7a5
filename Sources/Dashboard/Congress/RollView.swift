import Canvas
import Domain
import Persian
import Store

extension MartyrState {
    /// A sign of its own for each.
    var sign: String {
        switch self {
        case .proposed: "○"
        case .documented: "◐"
        case .verified: "✓"
        case .published: "●"
        }
    }

    var color: ColorRole {
        switch self {
        case .proposed: .muted
        case .documented: .warning
        case .verified: .information
        case .published: .good
        }
    }

    /// "✓ verified"
    var signed: Phrase { Phrase(fa: "\(sign) \(phrase)", en: "\(sign) \(phrase)") }
}

extension RollScreen {
    private static let columns: [Column] = [
        Column(Phrase(fa: "کد", en: "Code"), minimum: 7, priority: 7),
        Column(Phrase(fa: "نام", en: "Name"), minimum: 26, weight: 3, priority: 10),
        Column(Phrase(fa: "تاریخ شهادت", en: "Died on"), minimum: 11, priority: 8),
        Column(Phrase(fa: "محل", en: "Place"), minimum: 12, weight: 2, priority: 4),
        Column(Phrase(fa: "وضعیت", en: "State"), minimum: 14, priority: 9),
    ]

    public static func view(_ state: State, in region: inout Region, _ context: ScreenContext) {
        let layout = RollLayout(context).list
        region.part(height: 1) { CongressTabs.roll.draw(state.edition, in: &$0, context) }
        if let offset = state.reading, let martyr = state.list.selectedItem {
            return region.part(top: 1) { BiographyPage(martyr, context).draw(from: offset, in: &$0) }
        }
        region.part(top: 1, height: 1) { drawCounts(state, in: &$0) }
        region.part(top: RollLayout.headHeight) { region in
            region.part(width: layout.listWidth, height: 1) {
                let unit = Phrase(fa: "نام", en: state.list.total == 1 ? "entry" : "entries")
                state.filter.draw(in: &$0, context, window: state.list.window, unit: unit)
            }
            region.part(top: 1, width: layout.listWidth, height: layout.rows + 1) {
                drawList(state, layout, in: &$0, context)
            }
            guard let martyr = state.list.selectedItem else { return }
            if layout.showsDetail {
                layout.drawDivider(in: &region)
                region.part(top: 1, start: layout.detailStart + 1) { drawDetail(martyr, state, in: &$0, context) }
            } else if layout.heightBelow > 0 {
                let top = region.height - layout.heightBelow
                region.put(
                    String(repeating: "─", count: region.width), row: top, direction: .picture, style: Style(.faint))
                region.part(top: top + 1, start: 1, width: region.width - 2) {
                    drawDetail(martyr, state, in: &$0, context)
                }
            }
        }
    }

    /// How many entries there are in each state, one after another.
    private static func drawCounts(_ state: State, in region: inout Region) {
        var start = 1
        for step in MartyrState.allCases {
            let count = state.counts[step] ?? 0
            let text = "\(region(step.signed)) \(region.language.number(count))"
            let width = min(textWidth(text), region.width - start)
            guard width > 0 else { return }
            let color = count == 0 ? .faint : step.color
            region.put(text, row: 0, start: start, width: width, direction: .page, style: Style(color))
            start += width + 3
        }
    }

    private static func drawList(
        _ state: State, _ layout: ListLayout, in region: inout Region, _ context: ScreenContext
    ) {
        let language = context.language
        guard !state.list.isEmpty else { return empty(state, context).draw(in: &region) }
        TableWidget(
            cached: "roll", columns: columns, items: state.list.rows(height: layout.rows),
            selected: state.list.selected - state.list.top, scroll: state.list.scrollBar(height: layout.rows)
        ) { cells($0, language) }
        .draw(in: &region)
    }

    private static func empty(_ state: State, _ context: ScreenContext) -> EmptyState {
        if !state.filter.input.text.isEmpty { return state.filter.nothingFound(context) }
        return EmptyState(
            context.told(Phrase(fa: "هنوز نامی در فهرست شهدا نیست", en: "There is no name on the roll of honour yet")),
            hints: [
                context.told(
                    Phrase(
                        fa: "{roll.propose} نامی پیشنهاد می‌کند؛ حادثه منجر به فوت خود پیشنهاد می‌دهد",
                        en: "{roll.propose} proposes one; a fatal incident proposes by itself"))
            ])
    }

    private static func cells(_ martyr: Martyr, _ language: Language) -> [TableCell] {
        [
            TableCell(martyr.code, direction: .leftToRight, color: .muted), TableCell(martyr.name),
            TableCell(martyr.diedOn.jalaliText(language), direction: .leftToRight), TableCell(martyr.place),
            TableCell(martyr.state.signed[language], direction: .page, color: martyr.state.color),
        ]
    }

    private static func drawDetail(
        _ martyr: Martyr, _ state: State, in region: inout Region, _ context: ScreenContext
    ) {
        let language = context.language
        var row = 0
        for line in TextLayout.wrap(martyr.name, width: region.width, lines: 2) {
            region.put(
                line, row: row, direction: TextLayout.runDirection(of: martyr.name, page: region.direction),
                style: Style(.accent, on: .page, .bold))
            row += 1
        }
        var facts: [Facts.Fact] = [
            .init(
                Phrase(fa: "وضعیت", en: "state")[language], martyr.state.signed[language], direction: .page,
                color: martyr.state.color),
            .init(MartyrFields.diedOn.phrase[language], martyr.diedOn.longText(.jalali, language)),
            .init(MartyrFields.place.phrase[language], martyr.place),
        ]
        if let group = martyr.group {
            facts.append(.init(Group.kind.phrase[language], state.group ?? group))
        }
        if let incident = martyr.incident {
            facts.append(.init(Incident.kind.phrase[language], incident, direction: .leftToRight))
        }
        if !martyr.verifiedBy.isEmpty {
            facts.append(.init(Phrase(fa: "تأیید از", en: "verified by")[language], martyr.verdictText(language)))
        }
        let top = row + (region.height > 12 ? 1 : 0)
        var used = top
        region.part(top: top) { used += Facts(facts).draw(in: &$0) }
        used += region.height > 12 ? 1 : 0
        let room = region.height - used
        guard room > 0 else { return }
        region.part(top: used) { region in
            let text = martyr.biography ?? context.told(BiographyPage.noBiography)
            let direction = TextLayout.runDirection(of: text, page: region.direction)
            for (line, part) in TextLayout.wrap(text, width: region.width, lines: room).enumerated() {
                region.put(
                    part, row: line, direction: direction, style: Style(martyr.biography == nil ? .muted : .text))
            }
        }
    }
}

extension Martyr {
    /// Who verified it, and whether another is still wanted: "op1; one more is needed"
    fileprivate func verdictText(_ language: Language) -> String {
        let accounts = language.list(verifiedBy)
        guard state == .documented else { return accounts }
        return accounts + Phrase(fa: "؛ یک نفر دیگر لازم است", en: "; one more is needed")[language]
    }
}
