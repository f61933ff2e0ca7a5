import Canvas
import Domain
import Persian
import Store

/// What the keys of the writing page do; the others are typed.
extension WritingModal {
    static let lists = [editing, sending]

    var actions: [ModalAction<WritingModal>] { isSending ? Self.sending : Self.editing }

    static let editing: [ModalAction<WritingModal>] = [
        Binding("writing.save", "ctrl+s", Phrase(fa: "ثبت", en: "save"), isHint: true) { $0.save($1, submits: false) },
        Binding(
            "writing.submit", "f5", Phrase(fa: "ثبت و فرستادن", en: "save and submit"), isHint: true
        ) { $0.save($1, submits: true) },
        .step(
            "writing.take", "f2", Phrase(fa: "آوردن داده در متن", en: "take the fact"), when: { !$0.facts.isEmpty }
        ) { $0.takeFact($1) },
        .step(
            "writing.nextFact", "ctrl+down", Phrase(fa: "داده بعد", en: "next fact"), when: { !$0.facts.isEmpty }
        ) { modal, _ in modal.moveMark(1) },
        .step(
            "writing.formerFact", "ctrl+up", Phrase(fa: "داده پیش", en: "fact before"), isHint: false,
            when: { !$0.facts.isEmpty }
        ) { modal, _ in modal.moveMark(-1) },
        .step("writing.shape", "f3", Phrase(fa: "قالب روایت", en: "the shape")) { $0.offerShape($1) },
        .step("writing.next", "tab", Phrase(fa: "بعدی", en: "next")) { $0.moveFocus($1) },
        Binding("writing.close", "escape", Phrase(fa: "بستن", en: "close"), isHint: true) { modal, _ in
            modal.dismiss()
        },
        .step("writing.previous", "shift+tab", Phrase(fa: "قبلی", en: "previous"), isHint: false) {
            $0.moveFocus($1, backward: true)
        },
        Binding("writing.discard", "ctrl+d", Phrase(fa: "دور انداختن پیش‌نویس", en: "throw the draft away")) {
            modal, _ in modal.discard()
        },
    ]

    /// While an answer is awaited.
    static let sending: [ModalAction<WritingModal>] = [.close("writing.close")]

    func notes(_ context: ScreenContext) -> [BindingNote] {
        let own = actions.filter { $0.isHere(self) }.map { $0.note(self, context) }
        var help = ShellBindings.help.note((), context)
        help.keys.removeAll(where: \.isText)
        help.phrase = Phrase(fa: "کلیدها", en: "keys")
        return isSending ? own : own + FormModal.editingNotes + [help]
    }
}
