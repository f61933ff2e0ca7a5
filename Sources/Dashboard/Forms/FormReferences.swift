import Canvas
import Domain
import Persian
import Store

/// Records that a form shows for reference: the one that the new record replaces, and the last of its kind before it.
struct FormReferences {
    /// The record that is corrected.
    var standing: (any Record)?
    /// Who wrote it, and when.
    var wrote: LedgerEntry?
    var earlier: (any Record)?
    /// The day of ``earlier``.
    var earlierDay: Day?
    /// The day that the form is about.
    var day: Day?
    /// Who may be ticked in a field of people.
    var people: [PickerField.Candidate] = []
    /// What is said below the fields: what the new record comes to, what is like it.
    var told: [Told] = []
    /// Fields that are sent beside what is typed.
    var given: [JSON.Member] = []

    struct Told: Hashable {
        var phrase: Phrase
        var severity: MessageSeverity
    }

    /// What a field held in ``standing``, or the last time.
    func hint(_ field: String) -> JSON? {
        let value = (standing ?? earlier)?.json[field]
        return value == .null ? nil : value
    }

    /// The same in words: "on file: 31", "yesterday: 31".
    func hint(_ use: ParameterUse, _ context: ScreenContext) -> Phrase? {
        guard let record = standing ?? earlier, let value = hint(use.name) else { return nil }
        let shown =
            if case .records = use.kind {
                context.language.number(value.list?.count ?? 0)
            } else {
                record.shown(use.name, context)
            }
        guard !shown.isEmpty else { return nil }
        if standing != nil { return Phrase(fa: "ثبت‌شده: \(shown)", en: "on file: \(shown)") }
        if let earlierDay, earlierDay.advanced(by: 1) != day {
            return Phrase(
                fa: "\(earlierDay.jalaliText(.persian)): \(shown)", en: "\(earlierDay.jalaliText(.english)): \(shown)")
        }
        return Phrase(fa: "روز پیش: \(shown)", en: "the day before: \(shown)")
    }
}

extension Record {
    /// A column as a person reads it.
    fileprivate func shown(_ column: String, _ context: ScreenContext) -> String {
        Self.columns.first { $0.name == column }.map { display($0, context.language, context.masking) } ?? ""
    }
}

extension FormModal {
    /// The fields by which the references are found; they are not filled from these.
    private var subjects: [String] { FormCompanions.of(command)?.subjects ?? [] }

    func value(of name: String) -> JSON? {
        request.fixed.first { $0.name == name }?.value ?? fields.first { $0.use.name == name }?.value
    }

    /// Reads the references again when the fields by which they are found have changed, or the file has. What others
    /// changed in the record that is corrected is told when it is sent, not while one types.
    func loadReferences(_ reader: Reader, _ context: ScreenContext, isChanged: Bool) throws(DecideError) {
        guard let companion = FormCompanions.of(command) else { return }
        let subject = companion.subjects.map(value)
        let isOther = subject != referenceSubject
        defer { offerPeople() }
        guard isOther || isChanged else { return }
        referenceSubject = subject
        var references = try companion.references(reader, context, value: value)
        references.wrote = try references.standing.flatMapTyped { (record) throws(DecideError) in
            // Later commands about other records may have changed this one too; only one about it names its author.
            try reader.history(of: record, limit: 50).first { $0.main?.record.id == record.id }
        }
        let former = self.references
        if isOther || former.standing == nil {
            if references.standing != nil || former.standing != nil {
                try fill(from: references.standing, reader, context)
            }
        } else {
            references.standing = former.standing
            references.wrote = former.wrote
        }
        self.references = references
        try nameWriter(reader)
    }

    private func offerPeople() {
        for index in fields.indices {
            guard var list = fields[index].entry.field as? TickListField, list.offered != references.people else {
                continue
            }
            list.offered = references.people
            fields[index].entry.field = list
        }
    }

    /// Shows what a record holds in the fields that nobody has touched.
    func fill(from record: (any Record)?, _ reader: Reader, _ context: ScreenContext) throws(DecideError) {
        held = record
        version = record?.version
        let values = record?.json
        for index in fields.indices where request.record != nil || !subjects.contains(fields[index].use.name) {
            let value = values?[fields[index].use.name]
            let initial = value == .null ? nil : value
            if request.record != nil { fields[index].initial = initial }
            let entry = FieldEntry(fields[index].use.kind, initial, context)
            let isTouched = fields[index].isTouched
            fields[index].before = entry.value
            guard !isTouched else { continue }
            fields[index].entry = entry
            fields[index].refusal = nil
            try fields[index].entry.nameChosen(in: reader, context)
        }
    }

    private func nameWriter(_ reader: Reader) throws(DecideError) {
        guard let wrote = references.wrote else {
            correction = nil
            return
        }
        let who = try reader.find(Staff.self, key: wrote.account)?.name ?? wrote.account
        let day = wrote.at.day(in: .tehran).jalaliText
        let clock = wrote.at.clockText(in: .tehran)
        correction = Phrase(
            fa: "اصلاح آنچه \(who) در \(day(.persian)) ساعت \(persianDigits(clock)) ثبت کرد",
            en: "correcting what \(who) sent on \(day(.english)) at \(clock)")
    }

    /// Puts the referenced value into the field that has the focus.
    func takeHint(_ context: ScreenContext) {
        guard let index = focused, let value = references.hint(fields[index].use.name) else { return }
        fields[index].entry = FieldEntry(fields[index].use.kind, value, context)
        fields[index].entry.field.enter(backward: false)
        fields[index].refusal = nil
        isNamingDue = true
        keepDraft()
    }

    /// Whether the field that has the focus can take the referenced value.
    var hasHint: Bool {
        focused.map { references.hint(fields[$0].use.name) != nil && !subjects.contains(fields[$0].use.name) } ?? false
    }

    /// The hint below a field, with the referenced value; of a correction only where something else is typed.
    func referenceHint(_ field: Field, _ context: ScreenContext) -> String? {
        guard !subjects.contains(field.use.name) else { return nil }
        if references.standing != nil, !field.isTouched { return nil }
        return references.hint(field.use, context).map {
            "\($0[context.language]) · " + context.told(Phrase(fa: "{form.hint}", en: "{form.hint}"))
        }
    }
}
