import Canvas
import Domain
import Persian
import Store

/// What is done to camps: each leads to the form of a command.
extension CampsScreen {
    private static let camp = Selection<State, Camp>({ selected($0) }, none: nothingSelected)

    static let edits: [ScreenAction<State>] =
        [
            form("camps.report", "r", Phrase(fa: "گزارش", en: "report"), CampReport.self, isHint: true) {
                camp, state, context in
                // The first day that is due and was not told of; else today, or the last day of a camp that is over.
                let days = state.detail?.days ?? []
                let day = days.first { $0.isDue && $0.report == nil }?.day ?? min(context.day, camp.to)
                return FormRequest(
                    CampReport.self, fixed: [camp.field], initial: [.init("day", .string(day.iso))])
            },
            form("camps.attend", "a", Phrase(fa: "حضور و غیاب", en: "attendance"), CampAttend.self) {
                camp, _, context in
                let day = min(context.day, camp.to)
                return FormRequest(
                    CampAttend.self, fixed: [camp.field], initial: [.init("day", .string(day.iso))])
            },
            camp.action(
                "camps.settle", "s enter", Phrase(fa: "بستن نیاز و حادثه", en: "settle, resolve"), NeedSettle.self,
                isHint: true
            ) { camp, _, _ in .openItems(NeedTarget(subject: .camp, code: camp.code)) },
            camp.action(
                "camps.confirm", "c", Phrase(fa: "تأیید دریافت", en: "confirm what arrived"), SupportConfirm.self
            ) { camp, _, _ in .confirmArrived(at: NeedTarget(subject: .camp, code: camp.code)) },
            form("camps.need", "N", Phrase(fa: "نیاز تازه", en: "raise a need"), NeedRaise.self, isHint: true) {
                camp, _, _ in FormRequest(NeedRaise.self, fixed: [.init("for", .object([camp.field]))])
            },
            form(
                "camps.incident", "i", Phrase(fa: "حادثه تازه", en: "record an incident"), IncidentRecord.self,
                isHint: true
            ) { camp, _, context in
                FormRequest(
                    IncidentRecord.self, fixed: [camp.field, .init("point", .null)],
                    initial: [.init("when", .string(LocalTime(context.now, in: .tehran).iso))])
            },
            ScreenAction(
                "camps.plan", "n", Phrase(fa: "اردوی تازه", en: "plan a camp"), command: CampPlan.self
            ) { _, _ in .form(FormRequest(CampPlan.self)) },
            camp.amend("camps.amend", CampAmend.self),
            camp.action(
                "camps.state", "t", Phrase(fa: "وضعیت", en: "state"), CampApprove.self, also: Camp.stateCommands,
                isHint: true
            ) { camp, _, context in .ask(camp.stateQuestion(context)) },
        ]

    /// A form about the selected camp, which is called as its key is.
    private static func form(
        _ id: String, _ keys: String, _ phrase: Phrase, _ command: any Command.Type, isHint: Bool = false,
        _ request: @escaping @MainActor (Camp, State, ScreenContext) -> FormRequest
    ) -> ScreenAction<State> {
        camp.action(id, keys, phrase, command, isHint: isHint) { camp, state, context in
            var form = request(camp, state, context)
            form.title = phrase.capitalisedFirst
            return .form(form)
        }
    }
}

extension Camp {
    /// As the commands of its days name it.
    fileprivate var field: JSON.Member { JSON.Member("camp", .string(code)) }
}

extension Camp {
    /// All that leads from one state to another.
    fileprivate static let stateCommands: [any Command.Type] = [
        CampApprove.self, CampStart.self, CampSuspend.self, CampResume.self, CampCancel.self, CampClose.self,
    ]

    /// What may become of the camp now. What comes next stands first and is given by Enter alone, but that nobody ends a
    /// camp by it before its last day; why a camp is suspended or cancelled is asked.
    fileprivate func stateQuestion(_ context: ScreenContext) -> Question {
        let fixed = [JSON.Member("code", .string(code))]
        let next: [(any Command.Type, asks: Bool)] =
            switch state {
            case .planned: [(CampApprove.self, false), (CampCancel.self, true)]
            case .approved: [(CampStart.self, false), (CampCancel.self, true)]
            case .running: [(CampClose.self, false), (CampSuspend.self, true)]
            case .suspended: [(CampResume.self, false), (CampClose.self, false)]
            case .cancelled, .closed: []
            }
        let answers = next.compactMap { Question.Answer.give($0, fixed, asks: $1, context) }
        let isEarly = state == .running && context.day < to
        return Question(
            title: Phrase(fa: "وضعیت \(code) · \(title)", en: "State of \(code) · \(title)"),
            text: Phrase(
                fa: "«\(title)» (\(place)) اکنون \(state.phrase) است.",
                en: "“\(title)” (\(place)) is \(state.phrase) now."),
            answers: answers + [.back], focused: isEarly ? answers.count : 0)
    }
}
