import Canvas
import Domain
import Persian
import Store

/// All that is known of a story: whom it names and whether they agreed, what it said before, where it was published, and
/// what was done to it.
struct StoryPage {
    struct Named {
        let name: StoryName
        /// What people call the household; nil when it is gone.
        let headName: String?
    }

    /// A text that it had once.
    struct Former: Hashable {
        let text: StoryText
        let day: Day
        let account: String
        /// It is what is published meanwhile.
        let isStanding: Bool
    }

    let row: StoryRow
    let names: [Named]
    /// The latest first: what is published while a change waits, then what it said before.
    let former: [Former]
    /// By number and edition.
    let bulletins: [Bulletin]
    let history: [HistoryLine]
}

/// Which text of a story is compared with which of its former ones.
struct StoryComparison: Hashable {
    let story: String
    let former: Int
}

/// What became of a former text.
struct StoryChanges: Hashable {
    let former: StoryPage.Former
    let title: [WordChange]
    let body: [WordChange]

    init(from former: StoryPage.Former, to story: Story) {
        self.former = former
        title = former.text.title == story.title ? [] : WordChange.between(former.text.title, story.title)
        body = WordChange.between(former.text.body, story.body)
    }
}

extension Reader {
    /// How many versions are looked at.
    private static var mostVersions: Int { 40 }

    func storyPage(_ code: String) throws(DecideError) -> StoryPage? {
        guard let story = try find(Story.self, key: code) else { return nil }
        return StoryPage(
            row: try storyRow(story),
            names: try story.names.mapTyped { (name) throws(DecideError) in
                StoryPage.Named(name: name, headName: try find(Household.self, key: name.household)?.headName)
            },
            former: try formerTexts(of: story), bulletins: try bulletins(of: code),
            history: try historyLines(of: story, limit: 20))
    }

    private func formerTexts(of story: Story) throws(DecideError) -> [StoryPage.Former] {
        var former: [StoryPage.Former] = []
        var last = story.text
        func differs(_ text: StoryText) -> Bool { text.title != last.title || text.body != last.body }
        if let standing = story.standing, let day = story.publishedOn, differs(standing) {
            former.append(.init(text: standing, day: day, account: story.account, isStanding: true))
        }
        for version in try versions(of: story, limit: Self.mostVersions) {
            let text = version.story.text
            guard differs(text) else { continue }
            last = text
            let isKnown = former.contains { $0.text.title == text.title && $0.text.body == text.body }
            if !isKnown {
                former.append(
                    .init(text: text, day: version.at.day(in: .tehran), account: version.account, isStanding: false))
            }
        }
        return former
    }
}

extension StoriesScreen {
    static let pagePane = Pane<State>(load: loadPage, move: scroll, view: drawPage)

    private static func loadPage(
        _ state: inout State, _ reader: Reader, _ context: ScreenContext
    ) throws(DecideError) {
        let code = state.open
        try state.$page.load(for: code, context) { () throws(DecideError) in
            try code.flatMapTyped { (code) throws(DecideError) in try reader.storyPage(code) }
        }
        guard let page = state.page, let code else {
            state.open = nil
            return
        }
        if state.shown != code {
            state.shown = code
            // What is to be reviewed of a published story is what was changed in it.
            state.compared = page.former.first?.isStanding == true ? 0 : nil
        }
        if page.former.isEmpty { state.compared = nil }
        let former = state.compared.map { min($0, page.former.count - 1) }
        state.compared = former
        try state.$changes.load(for: former.map { StoryComparison(story: code, former: $0) }, context) {
            former.map { StoryChanges(from: page.former[$0], to: page.row.story) }
        }
    }

    private static func scroll(_ state: inout State, _ move: ListMove, _ context: ScreenContext) {
        guard let page = state.page else { return }
        let height = max(1, context.height - 1)
        let last = page.set(state.changes, context).lastOffset(height: height)
        state.offset = min(state.offset, last).moved(move, in: last + 1, page: max(1, height - 2))
    }

    private static func drawPage(_ state: State, in region: inout Region, _ context: ScreenContext) {
        guard let page = state.page else { return }
        region.part(top: 1) { page.set(state.changes, context).draw(from: state.offset, in: &$0) }
    }
}
