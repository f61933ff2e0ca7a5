import Canvas
import Domain
import Persian
import Store

extension FieldEntry {
    /// Looks up what is typed where the focus is.
    mutating func search(in reader: Reader, _ context: ScreenContext) throws(DecideError) {
        switch field {
        case var list as TickListField:
            try list.search(kind, in: reader, context)
            field = list
        case var picker as PickerField:
            try picker.search(kind, in: reader, context)
            field = picker
        case var rows as RowsField:
            guard case .rows(let uses) = kind else { return }
            var cell = FieldEntry(kind: uses[rows.focusedColumn].kind, field: rows.focusedField)
            try cell.search(in: reader, context)
            rows.focusedField = cell.field
            field = rows
        default: break
        }
    }

    /// Shows what was chosen by its name.
    mutating func nameChosen(in reader: Reader, _ context: ScreenContext) throws(DecideError) {
        switch field {
        case let list as TickListField:
            guard let kinds = kind.lookedUp else { return }
            let named = try list.ticked.mapTyped { (candidate) throws(DecideError) in
                Self.candidate(candidate.id, try reader.name(of: candidate.id, kinds) ?? candidate.title, context)
            }
            field = TickListField(offered: list.offered, ticked: named, query: list.query)
        case let picker as PickerField:
            guard let id = picker.chosen?.id, let kinds = kind.lookedUp else { return }
            let subject = Self.subject(id)
            let wanted = kinds.filter { subject == nil || $0.name == subject?.kind }
            guard let name = try reader.name(of: subject?.key ?? id, wanted) else { return }
            field = PickerField(Self.candidate(id, name, context))
        case var rows as RowsField:
            guard case .rows(let uses) = kind else { return }
            try rows.mapFields { (column, field) throws(DecideError) in
                var cell = FieldEntry(kind: uses[column].kind, field: field)
                try cell.nameChosen(in: reader, context)
                return cell.field
            }
            field = rows
        default: break
        }
    }
}

extension PickerField {
    /// Looks up what is typed among the records that a field takes.
    fileprivate mutating func search(_ field: ParameterKind, in reader: Reader, _ context: ScreenContext)
        throws(DecideError)
    {
        let kinds = field.lookedUp ?? []
        guard chosen == nil, !query.isEmpty else {
            if !candidates.isEmpty { candidates = [] }
            note = ""
            return
        }
        var found: [Candidate] = []
        for kind in kinds {
            let some = try reader.candidates(kind, Filter(query), limit: 8, context)
            guard case .subject = field else {
                found += some
                continue
            }
            found += some.map {
                var candidate = $0
                candidate.id = FieldEntry.subjectID(kind, $0.id)
                return candidate
            }
        }
        // Assigning begins with the first one again.
        if found != candidates { candidates = found }
        guard found.isEmpty else {
            note = ""
            return
        }
        let none =
            kinds == [Person.kind]
            ? Phrase(fa: "کسی یافت نشد؛ Ctrl-N او را ثبت می‌کند", en: "nobody found; Ctrl-N records the person")
            : Phrase(fa: "چیزی یافت نشد", en: "nothing found")
        note = none[context.language]
    }
}

extension TickListField {
    /// Looks beyond the list for somebody whom nobody of it fits.
    fileprivate mutating func search(_ field: ParameterKind, in reader: Reader, _ context: ScreenContext)
        throws(DecideError)
    {
        var found: [Candidate] = []
        if isSearchingBeyond {
            for kind in field.lookedUp ?? [] { found += try reader.candidates(kind, Filter(query), limit: 8, context) }
        }
        if found != others { others = found }
        let nobody = Phrase(fa: "کسی یافت نشد", en: "nobody found")
        let type = Phrase(fa: "نامی بنویسید", en: "type a name")
        note = (query.isEmpty ? type : nobody)[context.language]
    }
}

extension Reader {
    /// The records of a kind that a filter lets through, as a form offers them.
    fileprivate func candidates(
        _ kind: RecordKind, _ filter: Filter, limit: Int, _ context: ScreenContext
    ) throws(DecideError) -> [PickerField.Candidate] {
        var found: [PickerField.Candidate] = []
        func add(_ key: String, _ name: String) { found.append(FieldEntry.candidate(key, name, context)) }
        switch kind {
        case Person.kind:
            try each(Person.self, matching: filter, limit: limit) { add($0.nationalID, $0.fullName) }
        case Group.kind: try each(Group.self, matching: filter, limit: limit) { add($0.code, $0.name) }
        case Council.kind: try each(Council.self, matching: filter, limit: limit) { add($0.code, $0.name) }
        case Base.kind: try each(Base.self, matching: filter, limit: limit) { add($0.code, $0.name) }
        case Camp.kind: try each(Camp.self, matching: filter, limit: limit) { add($0.code, $0.title) }
        case ServicePoint.kind: try each(ServicePoint.self, matching: filter, limit: limit) { add($0.code, $0.name) }
        case Shift.kind: try each(Shift.self, matching: filter, limit: limit) { add($0.code, $0.name) }
        case Course.kind: try each(Course.self, matching: filter, limit: limit) { add($0.code, $0.title) }
        case Congress.kind:
            try each(Congress.self, matching: filter, limit: limit) { add($0.year, $0.city) }
        case Guest.kind: try each(Guest.self, matching: filter, limit: limit) { add($0.code, $0.name) }
        case Incident.kind: try each(Incident.self, matching: filter, limit: limit) { add($0.code, $0.what) }
        default: break
        }
        return found
    }
}
