import Canvas
import Domain
import Persian
import Store

/// The campaigns: where each package is, which households got theirs, which of them may be one, and who was never served.
public enum PackagesScreen: Screen {
    public enum View: Int, CaseIterable, Sendable {
        case campaign, households, suspects, waiting

        var title: Phrase {
            switch self {
            case .campaign: Phrase(fa: "رزمایش", en: "Campaign")
            case .households: Phrase(fa: "خانوارها", en: "Households")
            case .suspects: Phrase(fa: "همانندها", en: "Suspects")
            case .waiting: Phrase(fa: "تحویل‌نشده", en: "Not served")
            }
        }
    }

    public struct State {
        var view = View.campaign
        /// The code of the campaign that is looked at; nil for the one that people mean today.
        var chosen: String?
        /// The marked one in the list of campaigns; nil while that is closed.
        var choosing: Int?
        @Loaded<String?, Campaign?> var campaign: Campaign? = nil
        @Loaded<OfficeWide, [Campaign]> var campaigns: [Campaign] = []
        /// The bases of the office, by code.
        @Loaded<OfficeWide, [Base]> var bases: [Base] = []
        var board = CampaignBoard()
        var households = HouseholdList(scope: .all)
        var waiting = HouseholdList(scope: .unserved)
        var suspects = SuspectList()
        /// The code of the household whose page is open.
        var open: String?
        @Loaded<String?, HouseholdPage?> var page: HouseholdPage? = nil
        /// The selected line of the page.
        var line = 0
        @Loaded<String?, CampaignFigures?> var figures: CampaignFigures? = nil
        @Loaded<OfficeWide, Int> var undecided = 0
    }

    public static let id = "packages"
    public static let title = Phrase(fa: "بسته‌ها", en: "Packages")
    public static let icon = "▣"
    public static let number: Int? = 5
    public nonisolated static let shows: [RecordKind] = [
        Campaign.kind, StockLine.kind, Household.kind, HouseholdVerdict.kind, Delivery.kind, Miss.kind,
    ]

    public static let actions: [ScreenAction<State>] =
        [
            ScreenAction(
                "screen.open", "enter", Phrase(fa: "باز کردن", en: "open"), isHint: true,
                unless: { state, _ in whyNotOpened(state) }
            ) { state, _ in
                open(&state)
                return nil
            }
        ] + edits + [
            .step("screen.view", "v", Phrase(fa: "نما", en: "view"), isHint: true) { state, _ in
                close(&state)
                state.view = state.view.next
            },
            .step(
                "packages.which", "w", Phrase(fa: "رزمایش دیگر", en: "another campaign"),
                unless: { state, _ in state.campaigns.isEmpty ? noCampaign : nil }
            ) { state, _ in
                state.choosing = state.campaigns.firstIndex { $0.code == state.campaign?.code } ?? 0
            }.here(isHint: { $0.view == .campaign && $0.campaigns.count > 1 }),
            .step(
                "packages.choose", "f", Phrase(fa: "کدام‌ها", en: "which ones"),
                unless: { state, _ in state.view == .campaign || state.open != nil ? onlyInLists : nil }
            ) { state, _ in choose(&state) }
            .here(
                {
                    guard $0.view == .suspects else { return nil }
                    return $0.suspects.showsDecided
                        ? Phrase(fa: "تنها بی‌نظرها", en: "only the undecided")
                        : Phrase(fa: "نظر داده‌ها هم", en: "the decided too")
                }, isHint: { $0.view != .campaign && $0.open == nil }),
            base("screen.earlier", "[", Phrase(fa: "قرارگاه قبل", en: "the base before"), -1),
            base("screen.later", "]", Phrase(fa: "قرارگاه بعد", en: "the next base"), 1),
            .filter(isHint: true) { state in
                close(&state)
                if state.view == .waiting { return waiting.beginFilter(&state) }
                state.view = .households
                households.beginFilter(&state)
            },
            .step("screen.back", "escape backspace", Phrase(fa: "بازگشت", en: "back"), isHint: true) { state, _ in
                back(&state)
            },
        ] + moves

    public static func initial() -> State { State() }

    public static func path(_ state: State) -> [String] {
        if let open = state.open { return [open] }
        if state.view == .campaign, let place = state.board.open { return [place.base ?? place.campaign] }
        return []
    }

    public static func isFilled(by pack: any PackKind.Type) -> Bool { pack.fills.contains(Household.kind) }

    // MARK: What is shown

    public static func pane(_ state: State) -> Pane<State> {
        if state.open != nil { return householdPage }
        switch state.view {
        case .campaign: return state.board.open == nil ? boardPane : placePage
        case .households: return householdsPane
        case .suspects: return suspectsPane
        case .waiting: return waitingPane
        }
    }

    public static func load(
        _ state: inout State, from reader: Reader, _ context: ScreenContext
    ) throws(DecideError) {
        let chosen = state.chosen
        try state.$campaigns.load(context) { () throws(DecideError) in try reader.campaigns() }
        try state.$campaign.load(for: chosen, context) { () throws(DecideError) in
            if let chosen, let campaign = try reader.find(Campaign.self, key: chosen) { return campaign }
            return try reader.currentCampaign(on: context.day)
        }
        // What one looks at stays so when another becomes the one of today.
        if let campaign = state.campaign, chosen != campaign.code {
            state.chosen = campaign.code
            try state.$campaign.load(for: campaign.code, context) { () throws(DecideError) in campaign }
        }
        try state.$bases.load(context) { () throws(DecideError) in try reader.someBases() }
        let wasOpen = state.open != nil
        try pane(state).load(&state, reader, context)
        // The household is gone: its list takes the place of its page.
        if wasOpen, state.open == nil { try pane(state).load(&state, reader, context) }
    }

    /// The figures of the head are counted once the rows are seen.
    public static func loadBeside(
        _ state: inout State, from reader: Reader, _ context: ScreenContext
    ) throws(DecideError) {
        let code = state.campaign?.code
        try state.$figures.load(for: code, context) { () throws(DecideError) in
            try code.flatMapTyped { (code) throws(DecideError) in try reader.campaignFigures(code) }
        }
        try state.$undecided.load(context) { () throws(DecideError) in try reader.undecidedSuspectsCount() }
        try pane(state).loadBeside(&state, reader, context)
    }

    // MARK: Where records are

    public static let homes = [
        Home(Campaign.self), Home(Household.self),
        Home(StockLine.self) { $0.campaign }, Home(Delivery.self) { $0.household }, Home(Miss.self) { $0.household },
        Home(HouseholdVerdict.self) { $0.a },
    ]

    public static func row(_ key: String, in reader: Reader) throws(DecideError) -> Int64? {
        if let row = try reader.row(of: Household.kind, key: key) { return row }
        return try reader.row(of: Campaign.kind, key: key)
    }

    public static func reveal(_ state: inout State, _ shown: Shown) {
        close(&state)
        switch shown.record {
        case let campaign as Campaign:
            state.view = .campaign
            state.chosen = campaign.code
        case let line as StockLine:
            state.view = .campaign
            state.chosen = line.campaign
            state.board.base = line.base
            state.board.open = line.place
        case is Household, is Delivery, is Miss:
            guard let row = shown.row else { return }
            state.view = .households
            state.households.chosen = HouseholdList(scope: .all).chosen
            households.reveal(row, in: &state)
            if !shown.isMade { state.open = shown.key }
            if let delivery = shown.record as? Delivery { state.chosen = delivery.campaign }
        case let verdict as HouseholdVerdict:
            state.view = .suspects
            state.suspects.showsDecided = true
            state.suspects.wanted = verdict.pair
        default:
            if shown.row != nil { state.chosen = shown.key }
        }
    }

    /// How many of a hundred packages of the campaign are delivered.
    public static func badge(_ reader: Reader, _ context: ScreenContext) throws(DecideError) -> String {
        guard let campaign = try reader.currentCampaign(on: context.day), campaign.state == .open else { return "" }
        let rows = try reader.stockRows(of: campaign.code, days: context.day...context.day)
        let sign = rows.contains { $0.overdrawn > 0 } ? "▲" : ""
        return sign + CampaignSum(rows).share(of: campaign.target, context.language)
    }

    public static let fields: [ScreenField<State>] =
        [choosing, choosingHouseholds] + households.fields { $0.view == .households && $0.open == nil }
        + waiting.fields { $0.view == .waiting && $0.open == nil } + [
            ScreenField(
                hasFocus: { state, _ in state.view == .suspects && state.open == nil },
                actions: Binding.columns { $0.suspects.side = max(0, min(1, $0.suspects.side + $1)) })
        ]
}

// MARK: - Opening and going back

extension PackagesScreen {
    nonisolated static let noCampaign = Phrase(
        fa: "رزمایشی نیست ({packages.open} آغاز می‌کند)", en: "there is no campaign ({packages.open} opens one)")
    nonisolated private static let onlyInLists = Phrase(
        fa: "تنها در فهرست خانوارها و همانندها ({screen.view})",
        en: "only in the lists of households and suspects ({screen.view})")
    nonisolated private static let isOpen = Phrase(fa: "باز است", en: "it is open already")
    nonisolated static let noHousehold = Phrase(fa: "خانواری برگزیده نیست", en: "no household is selected")

    fileprivate static func whyNotOpened(_ state: State) -> Phrase? {
        if state.open != nil {
            return state.pageLine?.suspect == nil ? isOpen : nil
        }
        switch state.view {
        case .campaign:
            if state.board.open != nil { return isOpen }
            return state.board.selected == nil ? noCampaign : nil
        case .households: return state.households.list.selectedItem == nil ? noHousehold : nil
        case .waiting: return state.waiting.list.selectedItem == nil ? noHousehold : nil
        case .suspects: return state.suspects.selected == nil ? noHousehold : nil
        }
    }

    fileprivate static func open(_ state: inout State) {
        if let open = state.open {
            // A household that may be one with it.
            guard let suspect = state.pageLine?.suspect else { return }
            state.open = suspect.a.code == open ? suspect.b.code : suspect.a.code
        } else if state.view == .campaign {
            state.board.open = state.board.selected?.place
            state.board.line = 0
        } else {
            state.open = selectedHousehold(state)?.code
        }
        state.line = 0
    }

    fileprivate static func close(_ state: inout State) {
        state.open = nil
        state.choosing = nil
        state.board.open = nil
        state.households.choosing = nil
        state.waiting.choosing = nil
    }

    fileprivate static func back(_ state: inout State) {
        if state.open != nil {
            state.open = nil
            return
        }
        switch state.view {
        case .campaign:
            if state.board.open != nil { state.board.open = nil } else { state.chosen = nil }
        case .households:
            if !households.clear(&state), !state.households.reset() { state.view = .campaign }
        case .waiting:
            if !waiting.clear(&state), !state.waiting.reset() { state.view = .campaign }
        case .suspects:
            if state.suspects.showsDecided { state.suspects.showsDecided = false } else { state.view = .campaign }
        }
    }

    fileprivate static func choose(_ state: inout State) {
        switch state.view {
        case .households: state.households.choosing = 0
        case .waiting: state.waiting.choosing = 0
        case .suspects: state.suspects.showsDecided.toggle()
        case .campaign: break
        }
    }

    /// Steps through the bases of a list of households; before the first stand those of all.
    private static func base(_ id: String, _ key: String, _ phrase: Phrase, _ step: Int) -> ScreenAction<State> {
        .step(
            id, key, phrase,
            unless: { state, _ in
                let isList = (state.view == .households || state.view == .waiting) && state.open == nil
                return isList ? nil : Phrase(fa: "تنها در فهرست خانوارها", en: "only in the lists of households")
            }
        ) { state, _ in
            let path: WritableKeyPath<State, HouseholdList> = state.view == .waiting ? \.waiting : \.households
            let bases = state.bases.map(\.code)
            let place = state[keyPath: path].chosen.base.flatMap { bases.firstIndex(of: $0) } ?? -1
            let next = max(-1, min(bases.count - 1, place + step))
            state[keyPath: path].chosen.base = next < 0 ? nil : bases[next]
            state[keyPath: path].list.restart()
        }
    }

    /// The household that keys act on.
    static func selectedHousehold(_ state: State) -> Household? {
        if state.open != nil { return state.page?.row.household }
        switch state.view {
        case .campaign: return nil
        case .households: return state.households.list.selectedItem?.household
        case .waiting: return state.waiting.list.selectedItem?.household
        case .suspects: return state.suspects.selectedHousehold
        }
    }
}

extension Reader {
    /// The bases of the office by code, as many as one can choose among.
    fileprivate func someBases() throws(DecideError) -> [Base] {
        var bases: [Base] = []
        try each(Base.self, matching: Filter(), limit: 200) { (base) throws(DecideError) in bases.append(base) }
        return bases.sorted { $0.code < $1.code }
    }
}

extension CampaignSum {
    /// "71%" of the target that is delivered; nothing before there is any.
    func share(of target: Int, _ language: Language) -> String {
        guard target > 0, received > 0 else { return "" }
        return language.number(delivered * 100 / target) + (language == .persian ? "٪" : "%")
    }
}
