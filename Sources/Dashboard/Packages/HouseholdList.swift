import Canvas
import Domain
import Persian
import Store

/// A list of households with what was chosen of them: all by place, or those who were never served.
struct HouseholdList {
    /// Which households are shown beside what is typed.
    struct Chosen: Hashable {
        var scope: HouseholdFilter.Scope
        /// The code of the base that looks after them.
        var base: String?
    }

    var list = VirtualList<HouseholdRow>()
    var filter = FilterState()
    var chosen: Chosen
    /// The marked one in the list of choices; nil while that is closed.
    var choosing: Int?
    /// The scope that it begins with.
    private let scope: HouseholdFilter.Scope

    init(scope: HouseholdFilter.Scope) {
        self.scope = scope
        chosen = Chosen(scope: scope, base: nil)
    }

    var isWhole: Bool { chosen == Chosen(scope: scope, base: nil) }

    /// Takes what was chosen away; false when nothing was.
    mutating func reset() -> Bool {
        guard !isWhole else { return false }
        chosen = Chosen(scope: scope, base: nil)
        list.keepSelected()
        return true
    }

    /// One way to narrow the list, on or off.
    struct Choice {
        let phrase: Phrase
        let isOn: Bool
        /// What is shown once it is taken; taken again it is given up.
        let result: Chosen
    }

    func choices(_ bases: [Base]) -> [Choice] {
        let scopes: [(HouseholdFilter.Scope, Phrase)] = [
            (.unserved, Phrase(fa: "در این رزمایش نگرفته", en: "not served in this campaign")),
            (.missed, Phrase(fa: "رفته‌اند و تحویل نشده", en: "missed: wanted, and not served")),
            (.served, Phrase(fa: "در این رزمایش گرفته", en: "served in this campaign")),
        ]
        let offered = scope == .all ? scopes : scopes.filter { $0.0 == .missed }
        return offered.map { scope, phrase in
            Choice(
                phrase: phrase, isOn: chosen.scope == scope,
                result: Chosen(scope: chosen.scope == scope ? self.scope : scope, base: chosen.base))
        }
            + bases.map { base in
                Choice(
                    phrase: Phrase(
                        fa: "قرارگاه \(base.code) \(base.name)", en: "the base \(base.code) \(base.name)"),
                    isOn: chosen.base == base.code,
                    result: Chosen(scope: chosen.scope, base: chosen.base == base.code ? nil : base.code))
            }
    }

    /// What was chosen, as words; nil for the whole list.
    func chosenWords(_ bases: [Base]) -> Phrase? {
        let on = isWhole ? [] : choices(bases).filter(\.isOn).map(\.phrase)
        guard !on.isEmpty else { return nil }
        return Phrase(fa: "تنها: \(on.listed())", en: "only: \(on.listed())")
    }
}

extension PackagesScreen {
    static let households = pane(of: \.households)
    static let waiting = pane(of: \.waiting)
    static let householdsPane = households.pane.showing { state, region, context in
        drawHouseholds(state, \.households, households, in: &region, context)
    }
    static let waitingPane = waiting.pane.showing { state, region, context in
        drawHouseholds(state, \.waiting, waiting, in: &region, context)
    }

    private static func pane(
        of path: WritableKeyPath<State, HouseholdList>
    ) -> ListPane<State, HouseholdRow> {
        ListPane(
            path.appending(path: \HouseholdList.list), path.appending(path: \HouseholdList.filter),
            rows: { context, _ in HouseholdsLayout(context).list.rows }
        ) { (state, filter, reader, _) throws(DecideError) in
            let chosen = state[keyPath: path].chosen
            let campaign = state.campaign?.code
            let households = HouseholdFilter(
                text: filter, scope: chosen.scope, campaign: campaign, base: chosen.base)
            return ListSource(
                places: { (start, limit) throws(DecideError) in
                    try reader.households(households, from: start, limit: limit)
                }, item: { (place) throws(DecideError) in try reader.householdRow(at: place, campaign: campaign) })
        }
    }

    /// The keys of the list of choices, while it is open.
    static let choosingHouseholds = ScreenField<State>(
        hasFocus: { state, _ in state.open == nil && state[keyPath: chosenList(state)].choosing != nil },
        actions: [
            .step("choices.take", "enter", Phrase(fa: "برگزیدن", en: "choose"), isHint: true) { state, _ in
                let path = chosenList(state)
                let choices = state[keyPath: path].choices(state.bases)
                guard let index = state[keyPath: path].choosing, choices.indices.contains(index) else { return }
                state[keyPath: path].chosen = choices[index].result
                state[keyPath: path].list.restart()
                state[keyPath: path].choosing = nil
            },
            .step("choices.all", "a", Phrase(fa: "همه", en: "all"), isHint: true) { state, _ in
                let path = chosenList(state)
                _ = state[keyPath: path].reset()
                state[keyPath: path].choosing = nil
            },
            .step("choices.close", "escape f", Phrase(fa: "بستن", en: "close"), isHint: true) { state, _ in
                state[keyPath: chosenList(state)].choosing = nil
            },
        ]
            + Binding.moves { state, move, _ in
                let path = chosenList(state)
                let count = state[keyPath: path].choices(state.bases).count
                state[keyPath: path].choosing = state[keyPath: path].choosing.map { $0.moved(move, in: count) }
            })

    private static func chosenList(_ state: State) -> WritableKeyPath<State, HouseholdList> {
        state.view == .waiting ? \.waiting : \.households
    }

    static func drawChoices(
        _ list: HouseholdList, _ state: State, in region: inout Region, _ context: ScreenContext
    ) {
        guard let marked = list.choosing else { return }
        let entries = list.choices(state.bases).map {
            OptionList.Entry("\($0.isOn ? "✓" : " ") \($0.phrase[context.language])")
        }
        box(Phrase(fa: "کدام خانوارها", en: "Which households"), entries, marked, in: &region)
    }
}

/// How a list of households shares the screen with the selected one.
struct HouseholdsLayout {
    let list: ListLayout

    /// The line of what was chosen.
    static let chosenHeight = 1

    init(_ context: ScreenContext) {
        var context = context
        context.height -= PackagesScreen.headHeight + Self.chosenHeight
        list = ListLayout(context)
    }
}
