import Canvas
import Domain
import Persian
import Store

extension GroupsScreen {
    public static func view(_ state: State, in region: inout Region, _ context: ScreenContext) {
        if state.isOpen, let detail = state.detail {
            region.part(start: 1, width: region.width - 2) {
                GroupDetailView(detail, context, selectedMember: state.member, history: state.history).draw(in: &$0)
            }
            return
        }
        let language = context.language
        ListView(
            list, layout(context), "groups", unit: .init(fa: "گروه", one: "group", many: "groups"),
            hint: Phrase(
                fa: "«{screen.filter}» بزنید و نام، شماره، مسئول یا قرارگاه را بنویسید",
                en: "press {screen.filter} and type a name, code, head or base"),
            empty: empty, detailTop: 0,
            sort: .init(column: column(of: state.order), ascending: state.order.rises != state.isReversed)
        ) { rows in
            var columns = columns
            columns[0] = columns[0].fitting(rows.map(\.group.code))
            columns[1] = columns[1].wanting(rows.map { name($0.group, language) }, limit: 40)
            columns[4] = columns[4].wanting(rows.compactMap { $0.baseName.map(Base.shortName) }, limit: 24)
            return columns
        } cells: {
            cells($0, language)
        }
        .draw(state, in: &region, context) { region in
            guard let detail = state.detail else { return }
            region.part(cached: "group", of: detail) {
                GroupDetailView(detail, context, selectedMember: nil, history: []).draw(in: &$0)
            }
        }
    }

    private static let columns: [Column] = [
        Column(Phrase(fa: "شماره", en: "Code"), minimum: 6, priority: 9),
        Column(Phrase(fa: "نام گروه", en: "Name"), minimum: 16, weight: 4, priority: 10),
        Column(Phrase(fa: "حوزه", en: "Fields"), minimum: 12, weight: 3, priority: 7),
        Column(Phrase(fa: "عضو", en: "Size"), minimum: 6, alignment: .end, priority: 5),
        Column(Phrase(fa: "قرارگاه", en: "Base"), minimum: 10, weight: 1, priority: 6),
        Column(Phrase(fa: "ثبت", en: "Registered"), minimum: 10, priority: 3),
        Column(Phrase(fa: "فعالیت ۱۲ ماه", en: "Last 12 months"), minimum: 14, priority: 8),
    ]

    private static func column(of order: GroupOrder) -> Int {
        switch order {
        case .code: 0
        case .name: 1
        case .size: 3
        case .registration: 5
        }
    }

    /// With its state where that is not the usual one.
    private static func name(_ group: Group, _ language: Language) -> String {
        group.state == .registered ? group.shortName : "\(group.shortName) (\(group.state.phrase[language]))"
    }

    private static func cells(_ row: GroupRow, _ language: Language) -> [TableCell] {
        let group = row.group
        let isStanding = group.state == .registered
        let name = name(group, language)
        let tags = group.fields.map { (text: $0.phrase[language], color: isStanding ? $0.color : .muted) }
        return [
            TableCell(group.code, direction: .leftToRight, color: .muted),
            TableCell(name, color: isStanding ? nil : group.state.color),
            TableCell { region, style in Tags(tags).draw(in: &region, style: style) },
            TableCell(language.number(group.size), direction: .leftToRight),
            TableCell(row.baseName.map(Base.shortName) ?? "—", color: .muted),
            TableCell(group.registeredOn.jalaliText(language), direction: .leftToRight, color: .muted),
            TableCell { region, style in
                let status = row.activity.status
                region.put(
                    status.sign, row: 0, width: 1, direction: .page,
                    style: Style(status.color, on: style.background))
                region.part(start: 2) {
                    Strip(row.activity.months).draw(in: &$0, style: Style(status.color, on: style.background))
                }
            },
        ]
    }

    private static let empty = ListView<State, GroupRow>.Words(
        Phrase(fa: "هنوز گروهی ثبت نشده است", en: "No group is registered yet"),
        Phrase(fa: "{groups.register} گروهی تازه ثبت می‌کند", en: "{groups.register} registers a new group"),
        Phrase(
            fa: "{screen.import} صفحه گسترده شهرستان‌ها را وارد می‌کند",
            en: "{screen.import} imports the sheet that the districts send"), Phrase(fa: "", en: ""),
        Phrase(fa: "استان نمونه، بیرون از اینجا:", en: "The invented province, outside of this program:"),
        Phrase(fa: "khedmat demo", en: "khedmat demo"))
}
