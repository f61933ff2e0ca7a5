import Canvas
import Domain
import Persian
import Store

/// What is done to entries of the roll: each leads to a command, its form, or the printer.
public enum MartyrEdit: Hashable, Sendable, CaseIterable {
    case propose, document, verify, publish, print, void

    /// What it is called in a keymap, and its keys.
    private var name: (id: String, keys: String) {
        switch self {
        case .propose: ("roll.propose", "n")
        case .document: ("roll.document", "e")
        case .verify: ("roll.verify", "y")
        case .publish: ("roll.publish", "b")
        case .print: ("roll.print", "p")
        case .void: ("roll.void", "D")
        }
    }

    private var phrase: Phrase {
        switch self {
        case .propose: Phrase(fa: "پیشنهاد", en: "propose")
        case .document: Phrase(fa: "مستند کردن", en: "document")
        case .verify: Phrase(fa: "تأیید", en: "verify")
        case .publish: Phrase(fa: "انتشار", en: "publish")
        case .print: Phrase(fa: "چاپ فهرست", en: "print the roll")
        case .void: Phrase(fa: "باطل کردن رکورد", en: "void the record")
        }
    }

    private var command: (any Command.Type)? {
        switch self {
        case .propose: MartyrPropose.self
        case .document: MartyrDocument.self
        case .verify: MartyrVerify.self
        case .publish: MartyrPublish.self
        case .print: nil
        case .void: RecordVoid.self
        }
    }

    @MainActor
    static var bindings: [Binding<RollScreen.State, RollScreen.Action>] {
        allCases.map { edit in
            Binding(
                edit.name.id, edit.name.keys, edit.phrase, .edit(edit), command: edit.command, isHint: edit != .void
            ) { state, _ in edit.disabledReason(state) }
        }
    }

    @MainActor
    private func disabledReason(_ state: RollScreen.State) -> Phrase? {
        if self == .propose { return nil }
        if self == .print {
            return state.edition == nil
                ? CongressTabs.notOpened
                : nil
        }
        guard let martyr = state.list.selectedItem else { return RollScreen.nothingSelected }
        let isFit =
            switch self {
            case .document: martyr.state != .published
            case .verify: martyr.state == .documented
            case .publish: martyr.state == .verified
            case .propose, .print, .void: true
            }
        guard !isFit else { return nil }
        return Phrase(fa: "این نام «\(martyr.state.phrase)» است", en: "the entry is \(martyr.state.phrase)")
    }

    @MainActor
    func effect(_ state: RollScreen.State) -> Effect? {
        if self == .propose { return .form(FormRequest(MartyrPropose.self)) }
        if self == .print { return state.edition.map { .print(.roll, $0.year) } }
        guard let martyr = state.list.selectedItem else { return nil }
        let code = [JSON.Member("code", .string(martyr.code))]
        switch self {
        case .propose, .print: return nil
        case .document:
            return .form(
                FormRequest(
                    MartyrDocument.self, fixed: code + [.init("person", .null)],
                    record: RecordName(Martyr.kind, martyr.code),
                    title: Phrase(
                        fa: "مستند کردن \(martyr.code) · \(martyr.name)", en: "Document \(martyr.code) · \(martyr.name)"
                    )
                ))
        case .verify: return .ask(martyr.verifyQuestion)
        case .publish: return .send(Sending(MartyrPublish.self, code, version: martyr.version))
        case .void: return .form(.void(Martyr.kind, martyr.code))
        }
    }
}

extension Martyr {
    /// A verdict is given knowingly, so it is asked for.
    fileprivate var verifyQuestion: Question {
        let sending = Sending(MartyrVerify.self, [.init("code", .string(code))], version: version)
        let first = verifiedBy.first.map {
            Phrase(fa: " نخستین تأیید از \($0) است.", en: " The first verdict is \($0)'s.")
        }
        return Question(
            title: Phrase(fa: "تأیید \(code)", en: "Verify \(code)"),
            text: Phrase(
                fa:
                    "«\(name)»، \(diedOn.jalaliText(.persian))، \(place): آیا آنچه نوشته شده درست است؟ تأیید کار دو نفر است.\(first)",
                en:
                    "“\(name)”, \(diedOn.jalaliText(.english)), \(place): is what stands there true? Two people verify an entry.\(first)"
            ),
            answers: [
                .init(Phrase(fa: "انصراف", en: "Back")),
                .init(Phrase(fa: "درست است", en: "It is true"), .send(sending)),
            ])
    }
}
