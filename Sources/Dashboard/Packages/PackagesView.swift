import Canvas
import Domain
import Persian
import Store

extension PackagesScreen {
    /// The tabs, and the campaign that is spoken of.
    nonisolated static let headHeight = 2

    public static func view(_ state: State, in region: inout Region, _ context: ScreenContext) {
        drawTabs(state, in: &region, context)
        region.part(top: 1, height: 1) { drawCampaign(state, in: &$0, context) }
        region.part(top: headHeight) { region in
            pane(state).view(state, &region, context)
            if state.view == .households, state.open == nil {
                drawChoices(state.households, state, in: &region, context)
            }
            if state.view == .waiting, state.open == nil { drawChoices(state.waiting, state, in: &region, context) }
            if let marked = state.choosing { drawCampaigns(state, marked, in: &region, context) }
        }
    }

    private static func drawTabs(_ state: State, in region: inout Region, _ context: ScreenContext) {
        let number = context.language.number
        let figures = state.figures
        let tabs = View.allCases.map { view in
            switch view {
            case .campaign: Tabs.Item(region(view.title))
            case .households: Tabs.Item(region(view.title), badge: figures.map { number($0.households) } ?? "")
            case .suspects:
                Tabs.Item(
                    region(view.title), badge: state.undecided > 0 ? "≈\(number(state.undecided))" : "",
                    badgeColor: .warning)
            case .waiting: Tabs.Item(region(view.title), badge: figures.map { number($0.waiting) } ?? "")
            }
        }
        Tabs(tabs, selected: state.view.rawValue).draw(in: &region)
    }

    /// "RM-1401 · open · 2 days to go · the title": which campaign everything on the screen is about.
    private static func drawCampaign(_ state: State, in region: inout Region, _ context: ScreenContext) {
        guard let campaign = state.campaign else { return }
        let language = context.language
        let days = campaign.daysWords(context).map { [Span(" · "), Span($0[language], color: .muted)] } ?? []
        let told: [Span] =
            [
                .code(campaign.code, color: .accent), Span(" · "),
                Span(campaign.state.phrase[language], color: campaign.state.color),
            ] + days
        let width = told.reduce(0) { $0 + textWidth($1.text) }
        region.put(told, row: 0, start: 1, style: Style(.muted))
        region.put(
            campaign.title, row: 0, start: width + 3, width: region.width - width - 4,
            style: Style(.strong, on: .page, .bold))
    }

    // MARK: Another campaign

    /// The keys of the list of campaigns, while it is open.
    static let choosing = ScreenField<State>(
        hasFocus: { state, _ in state.choosing != nil },
        actions: [
            .step("choices.take", "enter", Phrase(fa: "برگزیدن", en: "choose"), isHint: true) { state, _ in
                guard let index = state.choosing else { return }
                if state.campaigns.indices.contains(index) { state.chosen = state.campaigns[index].code }
                state.choosing = nil
                state.households.list.keepSelected()
                state.waiting.list.restart()
            },
            .step("choices.leave", "escape w", Phrase(fa: "بستن", en: "close"), isHint: true) { state, _ in
                state.choosing = nil
            },
        ]
            + Binding.moves { state, move, _ in
                state.choosing = state.choosing.map { $0.moved(move, in: state.campaigns.count) }
            })

    private static func drawCampaigns(
        _ state: State, _ marked: Int, in region: inout Region, _ context: ScreenContext
    ) {
        let entries = state.campaigns.map { campaign in
            OptionList.Entry(
                "\(campaign.code == state.campaign?.code ? "✓" : " ") \(campaign.title)",
                detail: [
                    .code(campaign.code), Span(" · "), Span(campaign.state.phrase[context.language]), Span(" · "),
                    .code(campaign.from.jalaliText(context.language)),
                ])
        }
        box(Phrase(fa: "کدام رزمایش", en: "Which campaign"), entries, marked, in: &region)
    }

    /// A short list to choose from, over the screen.
    static func box(_ title: Phrase, _ entries: [OptionList.Entry], _ marked: Int, in region: inout Region) {
        let width = min(70, region.width - 4)
        let height = min(entries.count + 2, region.height - 1)
        region.part(start: (region.width - width) / 2, width: width, height: height) { box in
            Panel(title[box.language], hasFocus: true, background: .panel).drawTight(in: &box) { inside in
                OptionList(entries, selected: marked).draw(in: &inside)
            }
        }
    }
}

extension Campaign {
    /// "2 days to go", "begins in 3 days", "ended 5 days ago"; nil for one that is closed whenever it was to end.
    func daysWords(_ context: ScreenContext) -> Phrase? {
        guard state == .open else { return nil }
        let today = context.day
        if today < from {
            return Phrase(fa: "\(from - today) روز دیگر آغاز می‌شود", en: "begins in \(from - today, "day")")
        }
        switch to - today {
        case 1...: return Phrase(fa: "\(to - today) روز مانده", en: "\(to - today, "day") to go")
        case 0: return Phrase(fa: "روز پایانی", en: "the last day")
        default: return Phrase(fa: "\(today - to) روز از پایان گذشته", en: "ended \(today - to, "day") ago")
        }
    }
}
