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
            case .waiting: Phrase(fa: "نگرفته‌ها", en: "Not served")
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

extension Reader {
    /// The bases of the office by code, as many as one can choose among.
    fileprivate func someBases() throws(DecideError) -> [Base] {
        var bases: [Base] = []
        try each(Base.self, matching: Filter(), limit: 200) { (base) throws(DecideError) in bases.append(base) }
        return bases.sorted { $0.code < $1.code }
    }
}
