import Canvas
import Domain
import Persian

/// How a form looks, and what its keys are.
extension FormModal {
    func notes(_ context: ScreenContext) -> [BindingNote] {
        var notes = fieldNotes
        notes += [
            BindingNote("form.save", .character("s"), Phrase(fa: "ثبت", en: "save"), .control),
            BindingNote("form.next", .tab, Phrase(fa: "بعدی", en: "next")),
            BindingNote("form.close", .escape, Phrase(fa: "بستن", en: "close")),
        ]
        if mayRecordPeople, focusedPicker != nil {
            notes.append(
                BindingNote("form.newPerson", .character("n"), Phrase(fa: "شخص تازه", en: "new person"), .control))
        }
        if hasHint {
            notes.append(BindingNote("form.hint", .function(2), Phrase(fa: "مانند پیش", en: "as before")))
        }
        notes.append(
            BindingNote(
                "form.discard", .character("d"), Phrase(fa: "دور انداختن پیش‌نویس", en: "throw the draft away"),
                .control))
        // Seen in help alone.
        notes += Self.editingNotes
        notes.append(BindingNote("form.help", .function(1), Phrase(fa: "کلیدها", en: "keys")))
        return notes
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
                    isHint: false, disabledReason: nil),
            ]
        case is MultiChoiceField:
            [BindingNote("form.tick", .character(" "), Phrase(fa: "نشان زدن", en: "tick"))]
        case is TickListField:
            [
                BindingNote("form.tick", .character(" "), Phrase(fa: "نشان زدن", en: "tick")),
                BindingNote("form.tickAll", .character("*"), Phrase(fa: "همه", en: "all")),
            ]
        case is DateField:
            [
                BindingNote("form.today", .character("t"), Phrase(fa: "امروز", en: "today")),
                BindingNote(
                    id: "form.day", keys: Key.sideways,
                    phrase: Phrase(fa: "روز، در تقویم", en: "day, in a month"),
                    isHint: true, disabledReason: nil),
                BindingNote(
                    id: "form.week", keys: [Key(.up, .control), Key(.down, .control)],
                    phrase: Phrase(fa: "هفته", en: "week"), isHint: false, disabledReason: nil),
                BindingNote(
                    id: "form.month", keys: [Key(.pageUp), Key(.pageDown)], phrase: Phrase(fa: "ماه", en: "month"),
                    isHint: false, disabledReason: nil),
            ]
        case let picker as PickerField where !picker.candidates.isEmpty:
            [BindingNote("form.take", .enter, Phrase(fa: "برگزیدن", en: "take"))]
        default: []
        }
    }

    private static let editingNotes: [BindingNote] = [
        ("back", [Key(.tab, .shift)], Phrase(fa: "قبلی", en: "previous")),
        ("take", [Key(.enter)], Phrase(fa: "بعدی؛ در فهرست: برگزیدن", en: "next; in a list: take")),
        ("move", [Key(.up), Key(.down)], Phrase(fa: "از بخشی به بخش دیگر", en: "from field to field")),
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
        BindingNote(id: "form.\(id)", keys: keys, phrase: phrase, isHint: false, disabledReason: nil)
    }

    /// What stands below a field where one cannot guess that it may stay empty.
    private func hint(_ field: Field, _ context: ScreenContext) -> String? {
        if let beside = besideHint(field, context) { return beside }
        let use = field.use
        if let hint = use.hint { return hint[context.language] }
        guard case .code = use.kind, use.name == "code", use.presence != .required, request.record == nil else {
            return nil
        }
        return Phrase(fa: "خالی بماند: شماره بعدی خودبه‌خود", en: "empty: the next free one")[context.language]
    }

    /// How wide a field is drawn: as wide as what it holds needs, so that a short answer does not stand alone in a long
    /// line.
    private func columns(_ field: Field) -> Int? {
        switch (field.use.kind, field.entry.field) {
        case (.code, _), (.nationalID, _), (.mobile, _): 18
        case (_, let input as TextInput): max(40, textWidth(input.text) + 2)
        case (_, let picker as PickerField): max(60, textWidth(picker.query) + 2)
        default: nil
        }
    }

    // MARK: Drawing

    func widget(_ context: ScreenContext) -> FormWidget {
        let language = context.language
        let rows = fields.map { field in
            FormWidget.Row(
                (request.labels[field.use.name] ?? field.use.phrase)[language], field.entry.field,
                isRequired: field.use.presence == .required,
                error: field.refusal?.phrase[language], hint: hint(field, context), columns: columns(field))
        }
        let note =
            isSending
            ? Phrase(fa: "در حال ثبت …", en: "saving …")
            : isRestored ? Phrase(fa: "ادامه پیش‌نویس", en: "going on with a draft") : Phrase(fa: "", en: "")
        let head = language.parts([title[language].capitalisedFirst, correction?[language]])
        return FormWidget(head, rows: rows, focus: focus, note: note[language])
    }

    func view(in region: inout Region, _ context: ScreenContext) {
        region.fill(Style())
        var top = 0
        if let refusal {
            let said = "▲ " + refusal.phrase[context.language]
            for line in TextLayout.wrap(said, width: region.width - 2, lines: 5) {
                region.put(line, row: top, start: 1, direction: .page, style: Style(.alarm, on: .page, .bold))
                top += 1
            }
            region.part(top: top, start: 3, width: region.width - 4, height: min(4, region.height / 4)) {
                top += min($0.height, DiffView(changedByOthers).draw(in: &$0))
            }
        }
        region.part(top: top, start: 1, width: region.width - 2) { widget(context).draw(in: &$0) }
    }
}
