import Canvas
import Domain
import Persian
import Store

extension StoriesScreen {
    private static let columns: [Column] = [
        Column(Phrase(fa: "روایت", en: "Story"), minimum: 7, priority: 8),
        Column(Phrase(fa: "عنوان", en: "Title"), minimum: 20, weight: 3, priority: 10),
        Column(Phrase(fa: "وضعیت", en: "State"), minimum: 17, priority: 9),
        Column(Phrase(fa: "واژه و دقیقه", en: "Words, min."), minimum: 12, priority: 7),
        Column(Phrase(fa: "درباره", en: "About"), minimum: 14, weight: 2, priority: 6),
        Column(Phrase(fa: "نویسنده", en: "By"), minimum: 12, weight: 1, priority: 5),
    ]

    public static func view(_ state: State, in region: inout Region, _ context: ScreenContext) {
        region.part(height: 1) { StoriesTabs.stories.draw(in: &$0) }
        pane(state).view(state, &region, context)
    }

    static func drawList(_ state: State, in region: inout Region, _ context: ScreenContext) {
        region.part(top: 1, height: 1) { drawScopes(state, in: &$0) }
        region.part(top: StoriesLayout.headHeight) { region in
            ListView(
                list, StoriesLayout(context).list, "stories",
                unit: .init(fa: "روایت", one: "story", many: "stories"), empty: empty(state),
                columns: { columns(for: $0, context) }, cells: { cells($0, context) }
            ).draw(
                state, in: &region, context,
                detail: state.list.selectedItem.map { row in { drawDetail(row, in: &$0, context) } })
        }
    }

    private static func columns(for rows: [StoryRow], _ context: ScreenContext) -> [Column] {
        var columns = columns
        columns[0] = columns[0].fitting(rows.map(\.story.code))
        columns[1] = columns[1].wanting(rows.map(\.story.title), limit: 44)
        columns[2] = columns[2].fitting(rows.map { state(of: $0.story, context.language) }, limit: 22)
        columns[4] = columns[4].wanting(rows.map { $0.about[context.language] }, limit: 36)
        columns[5] = columns[5].wanting(rows.map(\.author), limit: 24)
        return columns
    }

    /// The states with how many stories are in each, the listed one in brackets.
    private static func drawScopes(_ state: State, in region: inout Region) {
        let number = region.language.number
        let tabs = scopes.map { scope in
            guard let scope else {
                let all = state.counts.values.reduce(0, +)
                return Tabs.Item(region(Phrase(fa: "همه", en: "all")), badge: number(all))
            }
            let count = state.counts[scope] ?? 0
            return Tabs.Item(
                region(scope.signed), badge: count > 0 ? number(count) : "", badgeColor: scope.color)
        }
        Tabs(tabs, selected: scopes.firstIndex(of: state.scope) ?? 0).draw(in: &region)
    }

    private static func empty(_ state: State) -> ListView<State, StoryRow>.Words {
        let hint = Phrase(fa: "{stories.new} روایتی تازه می‌نویسد", en: "{stories.new} writes a new story")
        guard let scope = state.scope, !state.counts.values.allSatisfy({ $0 == 0 }) else {
            return .init(Phrase(fa: "هنوز روایتی نوشته نشده است", en: "No story is written yet"), hint)
        }
        let others = Phrase(
            fa: "{screen.later} وضعیت بعد را نشان می‌دهد", en: "{screen.later} shows the next state")
        if scope == .submitted {
            return .init(Phrase(fa: "روایتی در انتظار بررسی نیست", en: "No story waits for review"), others, hint)
        }
        return .init(
            Phrase(fa: "روایتی «\(scope.phrase)» نیست", en: "No story is “\(scope.phrase)”"), others, hint)
    }

    /// Its state, with a mark where the published text stands beside it.
    private static func state(of story: Story, _ language: Language) -> String {
        story.state.signed[language] + (story.isChanging ? " ●" : "")
    }

    private static func cells(_ row: StoryRow, _ context: ScreenContext) -> [TableCell] {
        let (story, language) = (row.story, context.language)
        return [
            TableCell(story.code, direction: .leftToRight, color: .muted), TableCell(story.title),
            TableCell(state(of: story, language), direction: .page, color: story.state.color),
            TableCell(story.text.shortLength(language), direction: .page, color: .muted),
            TableCell(row.about[language], direction: .page), TableCell(row.author, color: .muted),
        ]
    }

    /// What is known of the selected story, and its beginning.
    private static func drawDetail(_ row: StoryRow, in region: inout Region, _ context: ScreenContext) {
        let language = context.language
        let isRoomy = region.height > 12
        var facts = row.facts(language)
        if !isRoomy { facts = Array(facts.prefix(3)) }
        let told = StoryBlock.blocks(of: row.story.body).map(\.plainText).joined(separator: "\n")
        Detail(row.story.title).gap(isRoomy).facts(facts).gap(isRoomy).text(told, color: .text)
            .draw(in: &region)
    }
}

extension StoryBlock {
    /// Its text alone, a line an item.
    fileprivate var plainText: String {
        switch self {
        case .paragraph(let text): text
        case .quotation(let text): "«\(text)»"
        case .list(let items): items.map { "• \($0)" }.joined(separator: "\n")
        }
    }
}

extension StoryRow {
    /// What is told of it beside its text.
    func facts(_ language: Language) -> [Facts.Fact] {
        var facts: [Facts.Fact] = [
            .init(
                Phrase(fa: "وضعیت", en: "state")[language],
                "\(story.signedState[language]) · \(story.text.length[language])", direction: .page,
                color: story.state.color)
        ]
        if let note = story.note, !note.isEmpty {
            let phrase =
                story.state == .withdrawn
                ? Phrase(fa: "علت پس گرفتن", en: "withdrawn because") : Phrase(fa: "یادداشت بررسی", en: "review note")
            facts.append(.init(phrase[language], note, color: .warning))
        }
        facts += [
            .init(StoryFields.about.phrase[language], about[language], direction: .page),
            .init(StoryFields.author.phrase[language], author),
        ]
        if let account = story.submittedBy, story.state == .submitted {
            facts.append(.init(Phrase(fa: "فرستنده", en: "submitted by")[language], account, direction: .leftToRight))
        }
        if let day = story.publishedOn {
            facts.append(
                .init(
                    Phrase(fa: "انتشار", en: "published")[language], day.longText(.jalali, language), direction: .page))
        }
        return facts
    }
}
