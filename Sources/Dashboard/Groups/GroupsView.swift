import Canvas
import Domain
import Persian
import Store

/// How the screen is shared out between the list and the detail.
struct GroupsLayout {
    let width: Int
    let height: Int

    init(_ context: ScreenContext) {
        width = context.width
        height = context.height
    }

    /// Beside the list there is room for the detail.
    var showsDetail: Bool { width >= 100 }
    var listWidth: Int { showsDetail ? max(68, width * 58 / 100) : width }
    var detailStart: Int { listWidth + 1 }
    /// Rows of the list: without the line of the filter and the header.
    var rows: Int { max(1, height - 2) }
}

extension GroupsScreen {
    public static func view(_ state: State, in region: inout Region, _ context: ScreenContext) {
        let layout = GroupsLayout(context)
        if state.isOpen, let detail = state.detail {
            region.part(start: 1, width: region.width - 2) {
                GroupDetailView(detail, context, memberOffset: state.memberOffset).draw(in: &$0)
            }
            return
        }
        region.part(width: layout.listWidth, height: 1) { drawFilter(state, in: &$0) }
        region.part(top: 1, width: layout.listWidth) { drawList(state, layout, in: &$0, context) }
        guard layout.showsDetail else { return }
        for row in 0..<region.height {
            region.put("│", row: row, start: layout.listWidth, width: 1, direction: .picture, style: Style(.faint))
        }
        if let detail = state.detail {
            region.part(start: layout.detailStart + 1) {
                GroupDetailView(detail, context, memberOffset: 0).draw(in: &$0)
            }
        }
    }

    /// One line: the filter, and how many groups it lets through.
    private static func drawFilter(_ state: State, in region: inout Region) {
        let count = region(
            Phrase(
                fa: "\(Language.persian.number(state.list.total)) گروه",
                en: "\(Language.english.number(state.list.total)) groups"))
        let countWidth = textWidth(count)
        let fieldWidth = max(8, region.width - countWidth - 6)
        region.put("⌕", row: 0, start: 1, width: 1, direction: .page, style: Style(.accent, on: .page, .bold))
        if state.isFiltering {
            TextField(state.filter).draw(in: &region, row: 0, start: 3, width: fieldWidth)
        } else if state.filter.text.isEmpty {
            let hint = region(
                Phrase(
                    fa: "«/» بزنید و نام، شماره، مسئول یا قرارگاه را بنویسید",
                    en: "press / and type a name, code, head or base"))
            region.put(hint, row: 0, start: 3, width: fieldWidth, direction: .page, style: Style(.muted))
        } else {
            region.put(
                state.filter.text, row: 0, start: 3, width: fieldWidth,
                direction: TextLayout.runDirection(of: state.filter.text, page: region.direction),
                style: Style(.strong, on: .page, .bold))
        }
        region.put(
            count, row: 0, start: region.width - countWidth - 1, width: countWidth,
            direction: .page, style: Style(.muted))
    }

    private static let columns: [Column] = [
        Column(Phrase(fa: "شماره", en: "Code"), minimum: 7, priority: 9),
        Column(Phrase(fa: "نام گروه", en: "Name"), minimum: 18, weight: 4, priority: 10),
        Column(Phrase(fa: "حوزه", en: "Fields"), minimum: 12, weight: 3, priority: 7),
        Column(Phrase(fa: "عضو", en: "Size"), minimum: 4, alignment: .end, priority: 6),
        Column(Phrase(fa: "قرارگاه", en: "Base"), minimum: 14, weight: 1, priority: 2),
        Column(Phrase(fa: "ثبت", en: "Registered"), minimum: 10, priority: 3),
        Column(Phrase(fa: "فعالیت ۱۲ ماه", en: "Last 12 months"), minimum: 14, priority: 5),
    ]

    private static func drawList(
        _ state: State, _ layout: GroupsLayout, in region: inout Region, _ context: ScreenContext
    ) {
        guard state.list.total > 0 else {
            emptyState(state, region.language).draw(in: &region)
            return
        }
        let rows = state.list.rows(height: layout.rows)
        let table = TableWidget(
            columns: columns, rows: rows.map { cells($0, context) }, selected: state.list.selected - state.list.top,
            sort: .init(column: column(of: state.order), ascending: state.order.rises != state.isReversed),
            scroll: state.list.scrollBar(height: layout.rows))
        table.draw(in: &region)
    }

    private static func column(of order: GroupOrder) -> Int {
        switch order {
        case .code: 0
        case .name: 1
        case .size: 3
        case .registration: 5
        }
    }

    private static func cells(_ row: GroupRow, _ context: ScreenContext) -> [TableCell] {
        let group = row.group
        let language = context.language
        let isStanding = group.state == .registered
        let name = isStanding ? group.shortName : "\(group.shortName) (\(group.state.phrase[language]))"
        let tags = group.fields.map { (text: $0.phrase[language], color: isStanding ? $0.color : .muted) }
        return [
            TableCell(group.code, direction: .leftToRight, color: .muted),
            TableCell(name, color: isStanding ? nil : group.state.color),
            TableCell { region, style in Tags(tags).draw(in: &region, style: style) },
            TableCell(language.number(group.size), direction: .leftToRight),
            TableCell(row.baseName ?? "—", color: .muted),
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

    private static func emptyState(_ state: State, _ language: Language) -> EmptyState {
        guard state.filter.text.isEmpty else {
            return EmptyState(
                Phrase(fa: "گروهی با «\(state.filter.text)» یافت نشد", en: "No group matches “\(state.filter.text)”")[
                    language],
                hints: [
                    Phrase(
                        fa: "هر واژه باید جایی در نام، شماره، شهرستان، قرارگاه، مسئول یا توضیحات باشد.",
                        en: "Every word must be somewhere in name, code, county, base, head or note.")[language],
                    Phrase(fa: "Esc جست‌وجو را پاک می‌کند", en: "Esc clears the filter")[language],
                ])
        }
        return EmptyState(
            Phrase(fa: "هنوز گروهی ثبت نشده است", en: "No group is registered yet")[language],
            hints: [
                Phrase(
                    fa: "صفحه گسترده شهرستان‌ها را وارد کنید:", en: "Import the spreadsheet that the districts send:")[
                        language],
                "khedmat import groups FILE.csv",
                Phrase(fa: "یا استان نمونه را ببینید:", en: "or look at the invented province:")[language],
                "khedmat demo",
            ])
    }
}
