import Canvas
import Domain
import Persian
import Store

@MainActor
extension Reader {
    /// The records that a form is about, by code and name: those that its fixed fields name.
    func subjects(
        of request: FormRequest, _ command: any Command.Type, _ context: ScreenContext
    ) throws(DecideError) -> [Phrase] {
        var names: [RecordName] = request.record.map { [$0] } ?? []
        for field in request.fixed {
            guard let use = command.parameters.first(where: { $0.name == field.name }) else { continue }
            let name = try name(in: field.value, use, request, command)
            if let name, !names.contains(name) { names.append(name) }
        }
        return try names.compactMapTyped { (name) throws(DecideError) in
            try record(named: name).mapTyped { (record) throws(DecideError) in
                let about = try title(of: record)
                let more = try distinction(of: record, context)
                func parts(_ language: Language) -> String { language.parts([about[language], more[language]]) }
                return Phrase(fa: parts(.persian), en: parts(.english))
            }
        }
    }

    /// What tells a record from its namesakes, in both languages.
    private func distinction(of record: any Record, _ context: ScreenContext) throws(DecideError) -> Phrase {
        var (persian, english) = (context, context)
        (persian.language, english.language) = (.persian, .english)
        return Phrase(
            fa: try Distinction.of(record, in: self, persian), en: try Distinction.of(record, in: self, english))
    }

    /// The record that a field names: by its key, by its kind and key, or by the code of what the command is for.
    private func name(
        in value: JSON, _ use: ParameterUse, _ request: FormRequest, _ command: any Command.Type
    ) throws(DecideError) -> RecordName? {
        switch use.kind {
        case .record(let kinds):
            guard let key = value.string else { return nil }
            for kind in kinds {
                let name = RecordName(kind, key)
                if try record(named: name) != nil { return name }
            }
            return nil
        case .subject(let kinds):
            guard let subject = FieldEntry.subject(value.text),
                let kind = kinds.first(where: { $0.name == subject.kind })
            else { return nil }
            return RecordName(kind, subject.key)
        default:
            // "camp.close" is about a camp; what is voided says its kind beside its code.
            guard use.name == "code", let key = value.string else { return nil }
            let kind =
                request.fixed.first { $0.name == "kind" }?.value.string ?? String(command.name.prefix { $0 != "." })
            return RecordKind.type(named: kind).map { RecordName($0.kind, key) }
        }
    }
}

extension FormModal.Field {
    /// Why what was looked for in it cannot be sent: nothing was taken from the list.
    func unresolved(mayRecordPeople: Bool) -> Refusal? {
        guard let kinds = use.kind.lookedUp, let picker = entry.field as? PickerField, picker.isUnresolved else {
            return nil
        }
        let typed = picker.query.excerpt
        let label = use.phrase
        guard picker.candidates.isEmpty else {
            return Refusal(
                .notFound, field: use.name,
                Phrase(
                    fa: "«\(label)»: «\(typed)» بیش از یکی است؛ یکی را با ↑ و ↓ برگزینید و ⏎ بزنید.",
                    en: "\(label.capitalisedFirst): “\(typed)” fits more than one; choose with ↑ ↓ and take it by ⏎."
                ))
        }
        if kinds == [Person.kind], (try? NationalID(typed)) == nil, typed.contains(where: \.isLetter) {
            return nobodyNamed(typed, mayRecordPeople: mayRecordPeople)
        }
        let newPerson =
            kinds == [Person.kind] && mayRecordPeople
            ? Phrase(fa: "، یا با {form.newPerson} او را ثبت کنید", en: ", or record the person by {form.newPerson}")
            : Phrase(fa: "", en: "")
        return Refusal(
            .notFound, field: use.name,
            Phrase(
                fa:
                    "«\(label)»: «\(typed)» یافت نشد؛ بخشی از نام یا شماره را بنویسید و از فهرست برگزینید\(newPerson).",
                en:
                    "\(label.capitalisedFirst): “\(typed)” was not found; type a part of the name or code and take one from the list\(newPerson)."
            ))
    }

    private func nobodyNamed(_ typed: String, mayRecordPeople: Bool) -> Refusal {
        let newPerson =
            mayRecordPeople
            ? Phrase(fa: "، یا با {form.newPerson} او را ثبت کنید", en: ", or record the person by {form.newPerson}")
            : Phrase(fa: "", en: "")
        return Refusal(
            .notFound, field: use.name,
            Phrase(
                fa: "«\(use.phrase)»: کسی به نام «\(typed)» ثبت نشده است؛ نامی دیگر یا کد ملی بنویسید\(newPerson).",
                en:
                    "\(use.phrase.capitalisedFirst): nobody of the name “\(typed)” is recorded; type another name or a national ID\(newPerson)."
            ))
    }
}
