import Canvas
import Domain
import Persian
import Store

/// What is done to camps: each leads to the form of a command.
public enum CampEdit: Hashable, Sendable, CaseIterable {
    case report, attend, settle, need, incident, plan, amend, state

    /// What it is called in a keymap, and its keys.
    private var name: (id: String, keys: String) {
        switch self {
        case .report: ("camps.report", "r")
        case .attend: ("camps.attend", "a")
        case .settle: ("camps.settle", "s enter")
        case .need: ("camps.need", "N")
        case .incident: ("camps.incident", "i")
        case .plan: ("camps.plan", "n")
        case .amend: ("camps.amend", "e")
        case .state: ("camps.state", "t")
        }
    }

    private var phrase: Phrase {
        switch self {
        case .report: Phrase(fa: "گزارش", en: "report")
        case .attend: Phrase(fa: "حضور و غیاب", en: "attendance")
        case .settle: Phrase(fa: "بستن نیاز و حادثه", en: "settle, resolve")
        case .need: Phrase(fa: "نیاز تازه", en: "raise a need")
        case .incident: Phrase(fa: "حادثه تازه", en: "record an incident")
        case .plan: Phrase(fa: "اردوی تازه", en: "plan a camp")
        case .amend: Phrase(fa: "ویرایش", en: "edit")
        case .state: Phrase(fa: "وضعیت", en: "state")
        }
    }

    private var command: any Command.Type {
        switch self {
        case .report: CampReport.self
        case .attend: CampAttend.self
        case .settle: NeedSettle.self
        case .need: NeedRaise.self
        case .incident: IncidentRecord.self
        case .plan: CampPlan.self
        case .amend: CampAmend.self
        case .state: CampApprove.self
        }
    }

    @MainActor
    static var bindings: [Binding<CampsScreen.State, CampsScreen.Action>] {
        allCases.map { edit in
            Binding(
                edit.name.id, edit.name.keys, edit.phrase, .edit(edit), command: edit.command,
                also: edit == .state ? Camp.stateCommands : [],
                isHint: [.report, .settle, .need, .incident, .state].contains(edit)
            ) { state, _ in
                edit == .plan || CampsScreen.selected(state) != nil ? nil : CampsScreen.nothingSelected
            }
        }
    }

    @MainActor
    func effect(_ camp: Camp?, _ context: ScreenContext, days: [CampDay]) -> Effect? {
        if self == .plan { return .form(FormRequest(CampPlan.self)) }
        guard let camp else { return nil }
        let code = JSON.Member("camp", .string(camp.code))
        let about = phrase.capitalisedFirst
        switch self {
        case .plan: return nil
        case .report:
            // The first day that is due and was not told of; else today, or the last day of a camp that is over.
            let day = days.first { $0.isDue && $0.report == nil }?.day ?? min(context.day, camp.to)
            return .form(
                FormRequest(CampReport.self, fixed: [code], initial: [.init("day", .string(day.iso))], title: about))
        case .attend:
            let day = min(context.day, camp.to)
            return .form(
                FormRequest(CampAttend.self, fixed: [code], initial: [.init("day", .string(day.iso))], title: about))
        case .settle: return .openItems(NeedTarget(subject: .camp, code: camp.code))
        case .need:
            let target = JSON.object([.init("camp", .string(camp.code))])
            return .form(FormRequest(NeedRaise.self, fixed: [.init("for", target)], title: about))
        case .incident:
            return .form(
                FormRequest(
                    IncidentRecord.self, fixed: [code, .init("point", .null)],
                    initial: [.init("when", .string(LocalTime(context.now, in: .tehran).iso))], title: about))
        case .amend:
            return .form(
                FormRequest(
                    CampAmend.self, fixed: [.init("code", .string(camp.code))], record: RecordName(Camp.kind, camp.code)
                ))
        case .state: return .ask(camp.stateQuestion(context))
        }
    }
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
