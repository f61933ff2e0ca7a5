import Canvas
import Domain
import Persian

/// How a form looks.
extension FormModal {
    /// What stands below a field where one cannot guess that it may stay empty.
    private func hint(_ field: Field, _ context: ScreenContext) -> String? {
        if let reference = referenceHint(field, context) { return reference }
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
                error: (field.refusal?.phrase).map(context.told), hint: hint(field, context), columns: columns(field))
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
            let said = "▲ " + context.told(refusal.phrase)
            for line in TextLayout.wrap(said, width: region.width - 2, lines: 5) {
                region.put(line, row: top, start: 1, direction: .page, style: Style(.alarm, on: .page, .bold))
                top += 1
            }
            region.part(top: top, start: 3, width: region.width - 4, height: min(4, region.height / 4)) {
                top += min($0.height, DiffView(changedByOthers).draw(in: &$0))
            }
        }
        let height = drawTold(in: &region, context)
        region.part(top: top, start: 1, width: region.width - 2, height: region.height - top - height) {
            widget(context).draw(in: &$0)
        }
    }

    /// What stands below the form for reference; at the bottom, so that no field moves when it comes.
    ///
    /// - Returns: how many rows it took.
    private func drawTold(in region: inout Region, _ context: ScreenContext) -> Int {
        let lines = references.told.flatMap { told in
            TextLayout.wrap(
                "\(told.severity.sign) \(context.told(told.phrase))", width: region.width - 2, lines: 3
            ).map { (text: $0, color: told.severity.color) }
        }
        let shown = lines.prefix(max(0, min(6, region.height / 3)))
        for (row, line) in shown.enumerated() {
            region.put(
                line.text, row: region.height - shown.count + row, start: 1, direction: .page,
                style: Style(line.color, on: .page, .bold))
        }
        return shown.count
    }
}
