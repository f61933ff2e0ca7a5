import Canvas
import Domain
import Persian

/// What the keys of a form do.
extension FormModal {
    static let lists = [editing + passedOn, sending]

    var actions: [ModalAction<FormModal>] { isSending ? Self.sending : Self.editing + Self.passedOn }

    /// What works in every field.
    static let editing: [ModalAction<FormModal>] = [
        Binding("form.save", "ctrl+s", Phrase(fa: "ثبت", en: "save"), isHint: true) { $0.save($1) },
        .step("form.next", "tab", Phrase(fa: "بعدی", en: "next")) { $0.step($1) },
        Binding("form.close", "escape", Phrase(fa: "بستن", en: "close"), isHint: true) { form, _ in form.dismiss() },
        Binding(
            "form.newPerson", "ctrl+n", Phrase(fa: "شخص تازه", en: "new person"), isHint: true,
            when: { $0.mayRecordPeople && $0.focusedPicker != nil }
        ) { form, _ in form.newPerson() },
        .step("form.hint", "f2", Phrase(fa: "مانند پیش", en: "as before"), when: { $0.hasHint }) {
            $0.takeHint($1)
        },
        Binding("form.discard", "ctrl+d", Phrase(fa: "دور انداختن پیش‌نویس", en: "throw the draft away"), isHint: true) {
            form, _ in form.discard()
        },
        .step("form.previous", "shift+tab", Phrase(fa: "قبلی", en: "previous"), isHint: false) {
            $0.step($1, backward: true)
        },
    ]

    /// What works where the field has no use for the key.
    static let passedOn: [ModalAction<FormModal>] = [
        Binding("form.take", "enter", Phrase(fa: "بعدی؛ در فهرست: برگزیدن", en: "next; in a list: take")) {
            $0.enter($1)
        },
        .step("form.down", "down", Phrase(fa: "بخش پایین", en: "field below"), isHint: false) { $0.moveFocus($1) },
        .step("form.up", "up", Phrase(fa: "بخش بالا", en: "field above"), isHint: false) {
            $0.moveFocus($1, backward: true)
        },
    ]

    /// While an answer is awaited.
    static let sending: [ModalAction<FormModal>] = [.close("form.close")]

    func notes(_ context: ScreenContext) -> [BindingNote] {
        let own = actions.filter { $0.isHere(self) }.map { $0.note(self, context) }
        var help = ShellBindings.help.note((), context)
        help.keys.removeAll(where: \.isText)
        help.phrase = Phrase(fa: "کلیدها", en: "keys")
        // The field's own keys are typing; those of editing are seen in help alone.
        return isSending ? own : fieldNotes + own + Self.editingNotes + [help]
    }

    /// What the keys do in the field that has the focus, where it is not just typing.
    private var fieldNotes: [BindingNote] {
        switch focusedField {
        case is ChoiceField:
            [
                BindingNote("form.choose", .character(" "), Phrase(fa: "گزینه دیگر", en: "another choice")),
                BindingNote(
                    id: "form.chooseAlong", keys: Key.sideways,
                    phrase: Phrase(
                        fa: "گزینه دیگر؛ حرف: گزینه‌ای با آن", en: "another choice; a letter: one that begins so"),
                    isHint: false),
            ]
        case is MultiChoiceField:
            [BindingNote("form.tick", .character(" "), Phrase(fa: "نشان زدن", en: "tick"))]
        case let list as TickListField:
            [
                BindingNote("form.tick", .character(" "), Phrase(fa: "نشان زدن", en: "tick")),
                BindingNote("form.tickAll", .character("*"), Phrase(fa: "همه", en: "all")),
            ] + (list.isOrdered ? [Self.ordering] : [])
        case is DateField:
            [
                BindingNote("form.today", .character("t"), Phrase(fa: "امروز", en: "today")),
                BindingNote(
                    id: "form.day", keys: Key.sideways,
                    phrase: Phrase(fa: "روز، در تقویم", en: "day, in a month"),
                    isHint: true),
                BindingNote(
                    id: "form.week", keys: [Key(.up, .control), Key(.down, .control)],
                    phrase: Phrase(fa: "هفته", en: "week"), isHint: false),
                BindingNote(
                    id: "form.month", keys: [Key(.pageUp), Key(.pageDown)], phrase: Phrase(fa: "ماه", en: "month"),
                    isHint: false),
            ]
        case let picker as PickerField where !picker.candidates.isEmpty:
            [BindingNote("form.take", .enter, Phrase(fa: "برگزیدن", en: "take"))]
        default: []
        }
    }

    private static let ordering = BindingNote(
        id: "form.order", keys: [Key(.up, .control), Key(.down, .control)],
        phrase: Phrase(fa: "جابه‌جا کردن در ترتیب", en: "move in the order"), isHint: true)

    /// What the keys of typing do, which help alone tells.
    static let editingNotes: [BindingNote] = [
        (
            "joiner",
            [Key(.character("n"), .control), Key(.character(" "), .shift), Key(.character("2"), [.control, .shift])],
            Phrase(fa: "نیم‌فاصله", en: "half-space (ZWNJ)")
        ),
        (
            "undo", [Key(.character("/"), .control), Key(.character("u"), .alt)],
            Phrase(fa: "پس گرفتن نوشته", en: "take typing back")
        ),
        (
            "redo", [Key(.character("y"), .control), Key(.character("r"), .alt)],
            Phrase(fa: "دوباره نوشتن", en: "type it again")
        ),
        ("selectAll", [Key(.character("a"), .alt)], Phrase(fa: "برگزیدن همه نوشته", en: "select the whole text")),
        ("word", [Key(.character("w"), .control)], Phrase(fa: "پاک کردن یک واژه", en: "delete a word")),
        ("line", [Key(.character("u"), .control)], Phrase(fa: "پاک کردن تا آغاز", en: "delete to the beginning")),
    ].map { id, keys, phrase in
        BindingNote(id: "form.\(id)", keys: keys, phrase: phrase, isHint: false)
    }
}
