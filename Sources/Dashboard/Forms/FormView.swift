import Canvas
import Domain
import Persian

/// How a form looks, and what its keys are.
extension FormModal {
    func notes(_ context: ScreenContext) -> [BindingNote] {
        var notes = [
            BindingNote("form.next", .tab, Phrase(fa: "بعدی", en: "next")),
            BindingNote("form.save", .character("s"), Phrase(fa: "ثبت", en: "save"), .control),
            BindingNote("form.discard", .character("d"), Phrase(fa: "دور انداختن", en: "throw away"), .control),
            BindingNote("form.close", .escape, Phrase(fa: "بستن و نگه‌داشتن پیش‌نویس", en: "close, keeping the draft")),
        ]
        if focusedPicker != nil {
            notes.insert(
                BindingNote("form.newPerson", .character("n"), Phrase(fa: "شخص تازه", en: "new person"), .control),
                at: 1)
        }
        return notes
    }

    // MARK: Drawing

    func widget(_ context: ScreenContext) -> FormWidget {
        let language = context.language
        let rows = fields.map { field in
            FormWidget.Row(
                field.use.phrase[language], field.entry.field, isRequired: field.use.presence == .required,
                error: field.refusal?.phrase[language])
        }
        let note =
            isSending
            ? Phrase(fa: "در حال ثبت …", en: "saving …")
            : isRestored ? Phrase(fa: "ادامه پیش‌نویس", en: "going on with a draft") : Phrase(fa: "", en: "")
        return FormWidget(title[language].capitalisedFirst, rows: rows, focus: focus, note: note[language])
    }

    func view(in region: inout Region, _ context: ScreenContext) {
        region.fill(Style())
        var top = 0
        if let refusal {
            for line in TextLayout.wrap("▲ " + refusal.phrase[context.language], width: region.width - 2).prefix(5) {
                region.put(line, row: top, start: 1, direction: .page, style: Style(.alarm, on: .page, .bold))
                top += 1
            }
        }
        region.part(top: top, start: 1, width: region.width - 2) { widget(context).draw(in: &$0) }
    }
}
