import Canvas
import Domain
import Persian
import Store

/// How the lists of households look, and the one that is selected.
extension PackagesScreen {
    private static let columns: [Column] = [
        Column(Phrase(fa: "", en: ""), minimum: 1, priority: 20),
        Column(Phrase(fa: "محل", en: "Place"), minimum: 12, weight: 2, priority: 16),
        Column(Phrase(fa: "کد", en: "Code"), minimum: 8, priority: 17),
        Column(Phrase(fa: "سرپرست", en: "Head"), minimum: 12, weight: 2, priority: 15),
        Column(Phrase(fa: "نفر", en: "Size"), minimum: 4, alignment: .end, priority: 6),
        Column(Phrase(fa: "منطقه", en: "Area"), minimum: 8, priority: 4),
        Column(Phrase(fa: "قرارگاه", en: "Base"), minimum: 5, priority: 8),
        Column(Phrase(fa: "در این رزمایش", en: "In this campaign"), minimum: 16, weight: 1, priority: 18),
    ]
    /// Where the place, by which the lists stand, is.
    private static let placeColumn = 1

    /// What a row says: it is laid out anew only when that changes.
    private struct Line: Equatable {
        let row: HouseholdRow
        let today: Day
    }

    static func drawHouseholds(
        _ state: State, _ path: KeyPath<State, HouseholdList>, _ list: ListPane<State, HouseholdRow>,
        in region: inout Region, _ context: ScreenContext
    ) {
        let layout = HouseholdsLayout(context).list
        let chosen = state[keyPath: path]
        let words = chosen.chosenWords(state.bases) ?? (state.view == .waiting ? waitingWords : byPlaceWords)
        region.put(
            context.told(words), row: 0, start: 1, width: region.width - 2, direction: .page,
            style: chosen.isWhole ? Style(.muted) : Style(.accent, on: .page, .bold))
        region.part(top: HouseholdsLayout.chosenHeight) { region in
            ListView(
                list, layout, "households \(path == \State.waiting)",
                unit: .init(fa: "خانوار", one: "household", many: "households"), hint: searchHint,
                empty: empty(state, chosen), sort: .init(column: placeColumn, ascending: true)
            ) { rows in
                var columns = columns
                columns[1] = columns[1].wanting(rows.map(\.household.place), limit: 24)
                columns[2] = columns[2].fitting(rows.map(\.household.code))
                columns[3] = columns[3].wanting(rows.map { head($0, context) }, limit: 26)
                columns[6] = columns[6].fitting(rows.map { $0.base ?? "" }, limit: 10)
                columns[7] = columns[7].wanting(rows.map { status($0, context) }, limit: 26)
                return columns
            } cells: {
                cells($0, context)
            }
            .draw(
                state, in: &region, context,
                detail: chosen.list.selectedItem.map { row in
                    { drawDetail(row, state, in: &$0, context) }
                })
        }
    }

    private static let byPlaceWords = Phrase(
        fa: "همه خانوارها به ترتیب محل ({packages.choose} کدام‌ها، {screen.later} قرارگاه بعد)",
        en: "all households by place ({packages.choose} which ones, {screen.later} the next base)")
    private static let waitingWords = Phrase(
        fa: "شناسایی‌شده و نگرفته، به ترتیب محل ({packages.choose} کدام‌ها، {screen.later} قرارگاه بعد)",
        en: "known and never served, by place ({packages.choose} which ones, {screen.later} the next base)")
    private static let searchHint = Phrase(
        fa: "{screen.filter} نام، کد ملی هر عضو، محل", en: "{screen.filter} name, any member's ID, place")

    private static func empty(_ state: State, _ chosen: HouseholdList) -> ListView<State, HouseholdRow>.Words {
        if !chosen.isWhole {
            return .init(
                Phrase(fa: "چنین خانواری نیست", en: "There is no such household"),
                Phrase(fa: "{screen.back} همه را نشان می‌دهد", en: "{screen.back} shows all"))
        }
        if state.view == .waiting, state.figures?.households ?? 0 > 0 {
            return .init(
                Phrase(fa: "همه خانوارهای شناسایی‌شده گرفته‌اند", en: "Every known household was served"))
        }
        return .init(
            Phrase(fa: "هنوز خانواری ثبت نشده است", en: "No household is recorded yet"),
            Phrase(fa: "{packages.record} خانواری ثبت می‌کند", en: "{packages.record} records one"))
    }

    private static func head(_ row: HouseholdRow, _ context: ScreenContext) -> String {
        context.masking.name(row.household.headName)
    }

    private static func status(_ row: HouseholdRow, _ context: ScreenContext) -> String {
        row.words(context)[context.language] + (row.isSuspect ? " ≈" : "")
    }

    private static func cells(_ row: HouseholdRow, _ context: ScreenContext) -> [TableCell] {
        let (household, language) = (row.household, context.language)
        return [
            TableCell(row.sign, direction: .picture, color: row.color, .bold),
            TableCell(household.place),
            TableCell(household.code, direction: .leftToRight, color: .muted),
            TableCell(head(row, context), color: .strong),
            TableCell(language.number(household.size), direction: .leftToRight, color: .muted),
            TableCell(household.area.phrase[language], direction: .page, color: .muted),
            TableCell(row.base ?? "—", direction: .leftToRight, color: .muted),
            TableCell { region, style in
                region.put(
                    [Span(row.words(context)[language], color: row.color)]
                        + (row.isSuspect ? [Span(" ≈", color: .warning)] : []), row: 0, style: style)
            },
        ]
    }

    private static func drawDetail(
        _ row: HouseholdRow, _ state: State, in region: inout Region, _ context: ScreenContext
    ) {
        Detail(context.language.parts([row.household.code, head(row, context)])).gap()
            .facts(facts(row, state, context)).draw(in: &region)
    }

    /// All that is known of a household, masked for those who may not see it.
    static func facts(_ row: HouseholdRow, _ state: State, _ context: ScreenContext) -> [Facts.Fact] {
        let (household, language) = (row.household, context.language)
        let base = state.bases.first { $0.code == row.base }
        func masked(_ text: String) -> String { language.isolated(language.digits(context.masking.mask(text))) }
        let status = "\(row.sign) \(row.words(context)[language])"
        var facts: [Facts.Fact] = [
            .init(
                Phrase(fa: "در این رزمایش", en: "in this campaign")[language], status, direction: .page,
                color: row.color),
            .init(HouseholdFields.place.phrase[language], household.place),
            .init(HouseholdFields.area.phrase[language], household.area.phrase[language], direction: .page),
            .init(HouseholdFields.head.phrase[language], masked(household.head), direction: .page),
            .init(
                Phrase(fa: "نفرات", en: "people")[language],
                Phrase(
                    fa: "\(household.size)، کد ملی \(household.people.count) نفر ثبت شده",
                    en: "\(household.size), \(household.people.count) known by national ID")[language],
                direction: .page),
        ]
        if let delivery = row.delivery {
            facts.insert(
                .init(
                    Phrase(fa: "گرفته", en: "got")[language],
                    language.parts([
                        Phrase(fa: "\(delivery.quantity) بسته", en: "\(delivery.quantity, "package")")[language],
                        delivery.on.jalaliText(language), delivery.account,
                    ]), direction: .page), at: 1)
        }
        if !household.members.isEmpty {
            facts.append(
                .init(
                    HouseholdFields.members.phrase[language], language.list(household.members.map(masked)),
                    direction: .page))
        }
        if let mobile = household.mobile {
            facts.append(.init(HouseholdFields.mobile.phrase[language], masked(mobile), direction: .page))
        }
        facts.append(
            .init(
                HouseholdFields.base.phrase[language], language.parts([row.base ?? "—", base?.shortName]),
                direction: .page))
        if row.isSuspect {
            facts.append(
                .init(
                    Phrase(fa: "همانند", en: "suspect")[language],
                    Phrase(fa: "≈ شاید با خانواری دیگر یکی باشد", en: "≈ may be one with another household")[language],
                    direction: .page, color: .warning))
        }
        return facts
    }
}
