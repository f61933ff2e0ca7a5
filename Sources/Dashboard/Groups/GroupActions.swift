import Canvas
import Domain
import Exchange
import Persian
import Store

/// What an operator does to groups: each leads to a form or a question, and these to a command.
extension GroupsScreen {
    private static let group = Selection<State, Group>({ $0.list.selectedItem?.group }, none: nothingSelected)

    static let edits: [ScreenAction<State>] = [
        ScreenAction(
            "groups.register", "n", Phrase(fa: "گروه تازه", en: "new group"), command: GroupRegister.self, isHint: true
        ) { _, _ in .form(FormRequest(GroupRegister.self)) },
        group.amend("groups.amend", GroupAmend.self, isHint: true),
        group.action(
            "groups.appointHead", "h", Phrase(fa: "مسئول", en: "head"), OfficeAppoint.self, isHint: true
        ) { group, _, _ in .form(.appoint(.head, of: group)) },
        group.action(
            "groups.appointLiaison", "m", Phrase(fa: "رابط رسانه", en: "media liaison"), OfficeAppoint.self
        ) { group, _, _ in .form(.appoint(.mediaLiaison, of: group)) },
        group.action(
            "groups.addMember", "a", Phrase(fa: "عضو تازه", en: "add member"), MembershipBegin.self, isHint: true
        ) { group, _, _ in
            .form(
                FormRequest(
                    MembershipBegin.self, fixed: [.init("group", .string(group.code))],
                    title: Phrase(fa: "عضو تازه گروه", en: "New member of the group")))
        },
        ScreenAction(
            "groups.endMember", "d", Phrase(fa: "پایان عضویت", en: "end membership"), command: MembershipEnd.self,
            unless: { state, _ in
                guard !state.isOpen || state.detail?.members.isEmpty != false else { return nil }
                return Phrase(
                    fa: "نخست گروه را باز کنید و عضو را برگزینید", en: "open the group and select a member first")
            }
        ) { state, _ in endMember(state) },
        group.action(
            "groups.changeState", "t", Phrase(fa: "تعلیق، انحلال، ابطال", en: "suspend, dissolve, void"),
            GroupSuspend.self
        ) { group, _, _ in .ask(group.stateQuestion) },
        .importSheet(
            GroupsSheet.name, GroupRegister.self, Phrase(fa: "ورود از پرونده", en: "import a sheet"), isHint: true),
    ]

    private static func endMember(_ state: State) -> Effect? {
        guard let group = state.list.selectedItem?.group, let members = state.detail?.members,
            members.indices.contains(state.member)
        else { return nil }
        let person = members[state.member].nationalID
        return .form(
            FormRequest(
                MembershipEnd.self,
                fixed: [.init("group", .string(group.code)), .init("person", .string(person))],
                title: Phrase(fa: "پایان عضویت", en: "End of membership")))
    }
}

extension Group {
    /// What may become of the group now.
    fileprivate var stateQuestion: Question {
        let form = { (command: any Command.Type) -> Effect in
            .form(FormRequest(command, fixed: [.init("code", .string(code))]))
        }
        var answers = [Question.Answer(Phrase(fa: "انصراف", en: "Cancel"))]
        if state == .registered {
            answers.append(.init(Phrase(fa: "تعلیق", en: "Suspend"), form(GroupSuspend.self)))
        } else {
            answers.append(.init(Phrase(fa: "بازگرداندن", en: "Reinstate"), form(GroupReinstate.self)))
        }
        if state != .dissolved { answers.append(.init(Phrase(fa: "انحلال", en: "Dissolve"), form(GroupDissolve.self))) }
        answers.append(.init(Phrase(fa: "ابطال", en: "Void"), .form(.void(Group.kind, code))))
        return Question(
            title: Phrase(fa: "وضعیت \(code)", en: "State of \(code)"),
            text: Phrase(
                fa: "«\(name)» اکنون \(state.phrase) است.", en: "Now it is \(state.phrase): “\(name)”."),
            answers: answers)
    }
}
