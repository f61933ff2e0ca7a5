import Canvas
import Domain
import Exchange
import Persian
import Store

/// What an operator does to groups: each leads to a form or a question, and these to a command.
public enum GroupEdit: Hashable, Sendable, CaseIterable {
    case register, amend, appointHead, appointLiaison, addMember, endMember, changeState, importSheet

    /// What it is called in a keymap, and its keys.
    private var name: (id: String, keys: String) {
        switch self {
        case .register: ("groups.register", "n")
        case .amend: ("groups.amend", "e")
        case .appointHead: ("groups.appointHead", "h")
        case .appointLiaison: ("groups.appointLiaison", "m")
        case .addMember: ("groups.addMember", "a")
        case .endMember: ("groups.endMember", "d")
        case .changeState: ("groups.changeState", "t")
        case .importSheet: ("screen.import", "i")
        }
    }

    private var phrase: Phrase {
        switch self {
        case .register: Phrase(fa: "گروه تازه", en: "new group")
        case .amend: Phrase(fa: "ویرایش", en: "edit")
        case .appointHead: Phrase(fa: "مسئول", en: "head")
        case .appointLiaison: Phrase(fa: "رابط رسانه", en: "media liaison")
        case .addMember: Phrase(fa: "عضو تازه", en: "add member")
        case .endMember: Phrase(fa: "پایان عضویت", en: "end membership")
        case .changeState: Phrase(fa: "تعلیق، انحلال، ابطال", en: "suspend, dissolve, void")
        case .importSheet: Phrase(fa: "ورود از پرونده", en: "import a sheet")
        }
    }

    private var command: any Command.Type {
        switch self {
        case .register, .importSheet: GroupRegister.self
        case .amend: GroupAmend.self
        case .appointHead, .appointLiaison: OfficeAppoint.self
        case .addMember: MembershipBegin.self
        case .endMember: MembershipEnd.self
        case .changeState: GroupSuspend.self
        }
    }

    @MainActor
    static var bindings: [Binding<GroupsScreen.State, GroupsScreen.Action>] {
        allCases.map { edit in
            Binding(
                edit.name.id, edit.name.keys, edit.phrase, .edit(edit), command: edit.command,
                isHint: [.register, .amend, .appointHead, .addMember, .importSheet].contains(edit)
            ) { state, _ in edit.obstacle(state) }
        }
    }

    /// Why it cannot be done now.
    private func obstacle(_ state: GroupsScreen.State) -> Phrase? {
        switch self {
        case .register, .importSheet: return nil
        case .endMember where !state.isOpen || state.detail?.members.isEmpty != false:
            return Phrase(fa: "نخست گروه را باز کنید و عضو را برگزینید", en: "open the group and select a member first")
        default: return state.list.selectedItem == nil ? GroupsScreen.nothingSelected : nil
        }
    }

    func effect(_ state: GroupsScreen.State) -> Effect? {
        if self == .register { return .form(FormRequest(GroupRegister.self)) }
        if self == .importSheet { return .importSheet(GroupsSheet.name) }
        guard let group = state.list.selectedItem?.group else { return nil }
        switch self {
        case .register, .importSheet: return nil
        case .amend:
            return .form(
                FormRequest(
                    GroupAmend.self, fixed: [.init("code", .string(group.code))],
                    record: RecordName(Group.kind, group.code)))
        case .appointHead: return .form(.appoint(.head, of: group))
        case .appointLiaison: return .form(.appoint(.mediaLiaison, of: group))
        case .addMember:
            return .form(
                FormRequest(
                    MembershipBegin.self, fixed: [.init("group", .string(group.code))],
                    title: Phrase(fa: "عضو تازه گروه", en: "New member of the group")))
        case .endMember: return endMember(state, group)
        case .changeState: return .ask(group.stateQuestion)
        }
    }

    private func endMember(_ state: GroupsScreen.State, _ group: Group) -> Effect? {
        guard let members = state.detail?.members, members.indices.contains(state.member) else { return nil }
        let member = members[state.member]
        return .form(
            FormRequest(
                MembershipEnd.self,
                fixed: [.init("group", .string(group.code)), .init("person", .string(member.nationalID))],
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
