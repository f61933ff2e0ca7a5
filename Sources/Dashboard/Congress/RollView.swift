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
            ListView(
                list, layout, "roll", unit: .init(fa: "نام", one: "entry", many: "entries"), empty: empty,
                columns: { _ in columns }, cells: { cells($0, context.language) }
            ).draw(
                state, in: &region, context,
                detail: state.list.selectedItem.map { martyr in { drawDetail(martyr, state, in: &$0, context) } })
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

    private static let empty = ListView<State, Martyr>.Words(
        Phrase(fa: "هنوز نامی در فهرست شهدا نیست", en: "There is no name on the roll of honour yet"),
        Phrase(
            fa: "{roll.propose} نامی پیشنهاد می‌کند؛ حادثه منجر به فوت خود پیشنهاد می‌دهد",
            en: "{roll.propose} proposes one; a fatal incident proposes by itself"))

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
        let isRoomy = region.height > 12
        Detail(martyr.name).gap(isRoomy).facts(facts).gap(isRoomy)
            .text(
                martyr.biography ?? context.told(BiographyPage.noBiography),
                color: martyr.biography == nil ? .muted : .text
            )
            .draw(in: &region)
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
