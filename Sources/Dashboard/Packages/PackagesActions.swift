import Canvas
import Domain
import Exchange
import Persian
import Store

/// What is done to campaigns, their stock and households: each leads to a command or its form.
extension PackagesScreen {
    private static let ofCampaign = Selection<State, Campaign>({ $0.campaign }, none: noCampaign)
    private static let ofHousehold = Selection<State, Household>({ selectedHousehold($0) }, none: noHousehold)

    static let edits: [ScreenAction<State>] = ofCampaigns + ofStock + ofHouseholds + ofLists

    // MARK: Campaigns

    private static let ofCampaigns: [ScreenAction<State>] = [
        ScreenAction(
            "packages.open", "N", Phrase(fa: "رزمایش تازه", en: "open a campaign"), command: CampaignOpen.self
        ) { _, _ in .form(FormRequest(CampaignOpen.self)) }
        .here(isHint: { $0.campaign == nil }),
        ScreenAction(
            "packages.amend", "e", Phrase(fa: "ویرایش", en: "edit"), command: CampaignAmend.self,
            also: [HouseholdAmend.self], unless: { state, _ in whyNotAmended(state) }
        ) { state, _ in amendment(state) },
        ofCampaign.action(
            "packages.state", "t", Phrase(fa: "تطبیق و بستن", en: "reconcile, close"), CampaignReconcile.self,
            also: [CampaignClose.self],
            unless: { campaign, _ in
                campaign.state == .closed ? Phrase(fa: "رزمایش بسته است", en: "the campaign is closed") : nil
            }
        ) { campaign, state, context in .ask(campaign.stateQuestion(state, context)) }
        .here(isHint: { $0.view == .campaign && $0.campaign != nil }),
    ]

    private static func whyNotAmended(_ state: State) -> Phrase? {
        if state.view == .campaign, state.open == nil { return state.campaign == nil ? noCampaign : nil }
        return selectedHousehold(state) == nil ? noHousehold : nil
    }

    private static func amendment(_ state: State) -> Effect? {
        if state.view == .campaign, state.open == nil {
            return state.campaign.map {
                .form(FormRequest(CampaignAmend.self, fixed: $0.named, record: RecordName($0)))
            }
        }
        return selectedHousehold(state).map {
            .form(FormRequest(HouseholdAmend.self, fixed: $0.named, record: RecordName($0)))
        }
    }

    // MARK: Stock

    private static let ofStock: [ScreenAction<State>] = [
        ofCampaign.action("packages.receive", "+", Phrase(fa: "دریافت", en: "receive"), CampaignReceive.self) {
            campaign, _, _ in .form(FormRequest(CampaignReceive.self, fixed: [campaign.field]))
        }
        .here(isHint: { $0.view == .campaign && $0.campaign?.state == .open }),
        move("packages.allocate", "a", Phrase(fa: "تخصیص", en: "allocate"), CampaignAllocate.self),
        move("packages.return", "b", Phrase(fa: "برگشت به انبار", en: "return to the store"), CampaignReturn.self),
        move("packages.damage", "-", Phrase(fa: "آسیب‌دیده", en: "damaged"), CampaignDamage.self, ofStore: true),
        move("packages.count", "=", Phrase(fa: "شمارش", en: "count"), CampaignCount.self, ofStore: true),
    ]

    /// A movement at the selected base, or of the store where the command knows it; else the form asks which base.
    private static func move(
        _ id: String, _ key: String, _ phrase: Phrase, _ command: any Command.Type, ofStore: Bool = false
    ) -> ScreenAction<State> {
        ofCampaign.action(id, key, phrase, command) { campaign, state, context in
            var fixed = [campaign.field]
            if let base = context.pack?.about ?? selectedPlace(state)?.base {
                fixed.insert(.init("base", .string(base)), at: 0)
            } else if ofStore, selectedPlace(state) != nil {
                fixed.append(.init("base", .null))
            }
            let isStore = fixed.last?.value == .null
            let title =
                isStore
                ? Phrase(fa: "\(command.title) · انبار", en: "\(command.title) · the store") : command.title
            return .form(
                FormRequest(
                    command, fixed: fixed, initial: [.init("on", .string(context.day.iso))], title: title))
        }
        .here(isHint: { $0.view == .campaign && $0.campaign?.state == .open })
    }

    /// The place whose stock keys act on.
    private static func selectedPlace(_ state: State) -> StockPlace? {
        guard state.view == .campaign, state.open == nil else { return nil }
        return state.board.open ?? state.board.selected?.place
    }

    // MARK: Households

    private static let ofHouseholds: [ScreenAction<State>] = [
        ScreenAction(
            "packages.record", "n", Phrase(fa: "خانوار تازه", en: "record a household"),
            command: HouseholdRecord.self
        ) { state, context in
            let base = context.pack?.about ?? (state.view == .households ? state.households.chosen.base : nil)
            return .form(
                FormRequest(
                    HouseholdRecord.self, initial: base.map { [.init("base", .string($0))] } ?? []))
        }
        .here(isHint: { $0.view == .households || $0.view == .waiting }),
        ofHousehold.action(
            "packages.miss", "m", Phrase(fa: "چرا تحویل نشد", en: "why not served"), CampaignMiss.self,
            unless: { _, state in state.campaign == nil ? noCampaign : nil }
        ) { household, state, context in
            state.campaign.map { missForm(household, $0, state, context) }
        }
        .here(isHint: { $0.view != .campaign && $0.view != .suspects }),
        judgement("packages.same", "s", .same), judgement("packages.different", "d", .different),
        ScreenAction(
            "packages.void", "D", Phrase(fa: "باطل کردن", en: "void"), command: RecordVoid.self,
            unless: { state, _ in
                voided(state) == nil ? Phrase(fa: "چیزی برگزیده نیست", en: "nothing is selected") : nil
            }
        ) { state, _ in voided(state).map { .form(.void($0.kind, $0.key)) } },
    ]

    // MARK: Lists

    private static let ofLists: [ScreenAction<State>] = [
        ScreenAction(
            "packages.print", "P", Phrase(fa: "چاپ فهرست پخش", en: "print the hand-out list"),
            unless: { state, context in
                if state.campaign == nil { return noCampaign }
                return shownBase(state, context) == nil
                    ? Phrase(fa: "نخست قرارگاهی برگزینید", en: "select a base first") : nil
            }
        ) { state, context in
            guard let base = shownBase(state, context), let campaign = state.campaign else { return nil }
            return .print(.base, "\(base)/\(campaign.code)")
        },
        .importSheet(HouseholdRecord.self, also: [CampaignDeliver.self]) { state in
            state.view == .campaign ? DeliveriesSheet.name : HouseholdsSheet.name
        },
    ]

    /// The base that the keys mean: of the pack, of the selected stock, or the one that a list is narrowed to.
    private static func shownBase(_ state: State, _ context: ScreenContext) -> String? {
        if let base = context.pack?.about { return base }
        if state.open != nil { return row(state)?.base }
        switch state.view {
        case .campaign: return selectedPlace(state)?.base
        case .households: return state.households.chosen.base ?? row(state)?.base
        case .waiting: return state.waiting.chosen.base ?? row(state)?.base
        case .suspects: return nil
        }
    }

    private static func missForm(
        _ household: Household, _ campaign: Campaign, _ state: State, _ context: ScreenContext
    ) -> Effect {
        var fixed = [campaign.field, .init("household", .string(household.code))]
        var initial = [JSON.Member("on", .string(context.day.iso))]
        if let base = context.pack?.about {
            fixed.append(.init("base", .string(base)))
        } else if let base = row(state)?.base {
            initial.append(.init("base", .string(base)))
        }
        return .form(FormRequest(CampaignMiss.self, fixed: fixed, initial: initial))
    }

    private static func row(_ state: State) -> HouseholdRow? {
        if state.open != nil { return state.page?.row }
        switch state.view {
        case .campaign: return nil
        case .households: return state.households.list.selectedItem
        case .waiting: return state.waiting.list.selectedItem
        case .suspects: return state.suspects.standings.first { $0.household == selectedHousehold(state) }
        }
    }

    /// What somebody says of two households that look alike: of the selected pair, or of the line of an open page.
    private static func judgement(
        _ id: String, _ key: String, _ verdict: HouseholdJudgement
    ) -> ScreenAction<State> {
        let pair = Selection<State, SuspectRow>(
            { state in
                if state.open != nil { return state.pageLine?.suspect }
                return state.view == .suspects ? state.suspects.selected : nil
            },
            none: Phrase(
                fa: "همانندی برگزیده نیست ({screen.view})", en: "no pair of suspects is selected ({screen.view})"))
        return pair.action(id, key, verdict.phrase, HouseholdJudge.self) { row, _, _ in
            .send(
                Sending(
                    HouseholdJudge.self,
                    [
                        .init("a", .string(row.a.code)), .init("b", .string(row.b.code)),
                        .init("verdict", verdict.json),
                    ], version: row.verdict?.version))
        }
        .here(isHint: { $0.view == .suspects && $0.open == nil || $0.pageLine?.suspect != nil })
    }

    private static func voided(_ state: State) -> (kind: RecordKind, key: String)? {
        if state.open != nil {
            switch state.pageLine {
            case .delivery(let delivery, _): return (Delivery.kind, delivery.key)
            case .miss(let miss): return (Miss.kind, miss.key)
            case .suspect(let row): return row.verdict.map { (HouseholdVerdict.kind, $0.key) }
            case nil: return state.page.map { (Household.kind, $0.row.household.code) }
            }
        }
        switch state.view {
        case .campaign:
            guard state.board.open != nil else { return state.campaign.map { (Campaign.kind, $0.code) } }
            let lines = state.board.lines
            return lines.indices.contains(state.board.line)
                ? (StockLine.kind, lines[state.board.line].key) : nil
        case .suspects: return state.suspects.selected?.verdict.map { (HouseholdVerdict.kind, $0.key) }
        case .households, .waiting: return selectedHousehold(state).map { (Household.kind, $0.code) }
        }
    }
}

extension Campaign {
    /// The field by which commands about its stock name it.
    var field: JSON.Member { .init("campaign", .string(code)) }

    /// What comes next for it, with what is told before anybody answers.
    fileprivate func stateQuestion(_ state: PackagesScreen.State, _ context: ScreenContext) -> Question {
        let isOpen = self.state == .open
        let answer =
            isOpen
            ? Question.Answer.give(CampaignReconcile.self, named, Phrase(fa: "تطبیق", en: "Reconcile"), context)
            : Question.Answer.give(CampaignClose.self, named, Phrase(fa: "بستن رزمایش", en: "Close it"), context)
        var text = [
            isOpen
                ? Phrase(
                    fa: "پس از تطبیق دیگر نه تحویلی ثبت می‌شود و نه گردشی.",
                    en: "Once it is reconciled nothing more is handed out or moved.")
                : Phrase(
                    fa: "رزمایش تطبیق شده است؛ با بستن آن کار تمام می‌شود.",
                    en: "The campaign is reconciled; closing it ends it.")
        ]
        if let sum = state.board.stocks?.sum, sum.inStore + sum.atBases != 0, isOpen {
            text.append(
                Phrase(
                    fa: "هنوز \(sum.inStore) بسته در انبار و \(sum.atBases) در قرارگاه‌هاست.",
                    en: "There are still \(sum.inStore, "package") in store and \(sum.atBases) at bases."))
        }
        if isOpen, state.undecided > 0 {
            text.append(
                Phrase(
                    fa: "درباره \(state.undecided) جفت خانوار همانند هنوز نظری نیست: نخست در «همانندها» نظر دهید.",
                    en: "\(state.undecided, "pair") of suspects are undecided: judge them under “Suspects” first."))
        }
        return Question(
            title: Phrase(fa: "وضعیت \(code) · \(title)", en: "State of \(code) · \(title)"),
            text: text.joined(fa: "\n", en: "\n"), answers: [.back] + (answer.map { [$0] } ?? []))
    }
}
