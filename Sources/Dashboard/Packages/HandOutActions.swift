import Canvas
import Domain
import Persian
import Store

extension HandOutScreen {
    public static let actions: [ScreenAction<State>] = [
        .step("handout.type", "enter a", Phrase(fa: "خواندن کد", en: "scan a code")) { state, _ in
            state.isTyping = true
        },
        hand("handout.giveNow"),
        .step(
            "handout.again", "f2", Phrase(fa: "بسته دوم با علت", en: "another one, with a reason"), isHint: true,
            unless: { $0.whyNotAgain($1) }
        ) { state, _ in state.reason = TextInput() },
        .step(
            "handout.scanMode", "f3", Phrase(fa: "تحویل بی‌درنگ", en: "hand over at once"), isHint: true
        ) { state, _ in state.isScanMode.toggle() },
        .step(
            "handout.base", "f4", Phrase(fa: "قرارگاه دیگر", en: "another base"), isHint: true,
            unless: { state, _ in
                state.places.all.count > 1
                    ? nil : Phrase(fa: "قرارگاه دیگری بسته ندارد", en: "no other base has packages")
            }
        ) { state, _ in
            let all = state.places.all
            let here = all.firstIndex { $0.base == state.place?.base } ?? 0
            state.base = all[(here + 1) % all.count].base
            state.leaveDesk()
        },
        .step(
            "handout.campaign", "f9", Phrase(fa: "رزمایش دیگر", en: "another campaign"),
            unless: { state, _ in
                state.otherCampaign == nil
                    ? Phrase(fa: "رزمایش باز دیگری نیست", en: "no other campaign is open") : nil
            }
        ) { state, _ in
            state.campaign = state.otherCampaign
            state.leaveDesk()
        }
        .here(isHint: { $0.otherCampaign != nil }),
        .step("handout.details", "f5", Phrase(fa: "جزئیات", en: "details"), isHint: true) { state, _ in
            state.showsDetails.toggle()
        },
        ScreenAction(
            "handout.record", "f6", Phrase(fa: "ثبت خانوار", en: "record the household"), command: HouseholdRecord.self,
            isHint: true,
            unless: { state, _ in
                state.answers.first?.kind == .unknown
                    ? nil : Phrase(fa: "کسی که ناشناس باشد نیست", en: "nobody is unknown")
            }
        ) { state, _ in state.answers.first.map { .form($0.scan.recording) } },
        ScreenAction(
            "handout.miss", "f7", Phrase(fa: "تحویل‌نشده، چرا", en: "not handed over, why"), command: CampaignMiss.self,
            unless: { state, _ in
                if state.household == nil { return noHousehold }
                return [.given, .served, .twice].contains(state.answers.first?.kind) ? isServed : nil
            }
        ) { state, context in
            state.answers.first.map { .form(FormRequest(CampaignMiss.self, fixed: $0.scan.whom(on: context.day))) }
        },
        ScreenAction(
            "handout.collected", "f8", Phrase(fa: "گیرنده‌ای دیگر یا شماری دیگر", en: "collected by another, or more"),
            command: CampaignDeliver.self, unless: { state, _ in state.household == nil ? noHousehold : nil }
        ) { state, context in
            state.answers.first.map {
                .form(
                    FormRequest(
                        CampaignDeliver.self, fixed: $0.scan.whom(on: context.day),
                        initial: [.init("quantity", .integer(1))]))
            }
        },
    ]

    private static let isServed = Phrase(
        fa: "این خانوار بسته‌اش را گرفته است", en: "this household got its package")
    private static let noHousehold = Phrase(
        fa: "نخست کد خانواری ثبت‌شده را بخوانید", en: "scan the code of a recorded household first")
}

@MainActor
extension HandOutScreen.State {
    /// The household that the last answer is about.
    fileprivate var household: Household? { answers.first?.scan.row?.household }

    /// The open campaign after this one; nil when there is no other.
    fileprivate var otherCampaign: String? {
        let open = places.open
        let next = open.firstIndex { $0 == campaign }.map { open[($0 + 1) % open.count] } ?? open.first
        return next == campaign ? nil : next
    }

    /// Why the last household cannot get another package with a reason; nil when it can.
    fileprivate func whyNotAgain(_ context: ScreenContext) -> Phrase? {
        guard answers.first?.canBeOverridden == true else {
            return Phrase(fa: "کسی نیست که با علت بسته دیگری بگیرد", en: "there is nobody to get another with a reason")
        }
        guard [.administrator, .supervisor].contains(context.role) else {
            return Phrase(fa: "این کار با ناظر یا مدیر است", en: "that is for a supervisor or administrator")
        }
        return nil
    }
}

extension DeskScan {
    /// The form that records whom nobody knows, with what was typed.
    fileprivate var recording: FormRequest {
        let head: [JSON.Member] = person.map { [.init("head", .string($0))] } ?? []
        let code: [JSON.Member] =
            if case .household(let code) = meaning { [.init("code", .string(code))] } else { [] }
        return FormRequest(HouseholdRecord.self, initial: head + [.init("base", .string(base))] + code)
    }

    /// The household, the campaign, the base and the day, as commands name them: a narrow form says the first of them.
    fileprivate func whom(on day: Day) -> [JSON.Member] {
        [
            .init("household", (row?.household.code).json), .init("campaign", .string(campaign)),
            .init("base", .string(base)), .init("on", day.json),
        ]
    }
}
