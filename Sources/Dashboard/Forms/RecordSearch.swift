import Canvas
import Domain
import Persian
import Store

@MainActor
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
            field = Self.tickList(kinds, offered: list.offered, named, query: list.query)
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

@MainActor
extension PickerField {
    /// How many candidates are read: who wants another types more.
    private static let most = 40

    /// Looks up what is typed among what a field takes.
    fileprivate mutating func search(_ field: ParameterKind, in reader: Reader, _ context: ScreenContext)
        throws(DecideError)
    {
        guard chosen == nil, !query.isEmpty else {
            if !candidates.isEmpty { candidates = [] }
            note = ""
            return
        }
        if case .choice(let choices) = field {
            offer(Self.matching(query, choices, context.language), kinds: [], context)
        } else {
            let kinds = field.lookedUp ?? []
            var found = try reader.candidates(kinds, query, limit: Self.most, context)
            if case .subject = field {
                found = found.map {
                    var candidate = $0
                    candidate.candidate.id = FieldEntry.subjectID($0.kind, $0.candidate.id)
                    return candidate
                }
            }
            offer(found.map(\.candidate), kinds: kinds, context)
        }
    }

    private static func matching(_ query: String, _ choices: [ParameterChoice], _ language: Language) -> [Candidate] {
        let matches = choices.map { FoundRank(query, in: [$0.phrase.fa, $0.phrase.en]) }
        return choices.indices.filter { matches[$0] != .other }.sorted { (matches[$0], $0) < (matches[$1], $1) }.map {
            Candidate(id: choices[$0].value, title: choices[$0].phrase[language], isExact: matches[$0] <= .name)
        }
    }

    private mutating func offer(_ found: [Candidate], kinds: [RecordKind], _ context: ScreenContext) {
        // Assigning begins with the first one again.
        if found != candidates { candidates = found }
        let said =
            if found.isEmpty, kinds == [Person.kind] {
                Phrase(
                    fa: "کسی یافت نشد؛ {form.newPerson} او را ثبت می‌کند",
                    en: "nobody found; {form.newPerson} records the person")
            } else if found.isEmpty {
                Phrase(fa: "چیزی یافت نشد", en: "nothing found")
            } else if found.count == Self.most {
                Phrase(fa: "بیش از این هم هست؛ بیشتر بنویسید", en: "there are more; type more")
            } else {
                Phrase(fa: "", en: "")
            }
        note = context.told(said)
    }
}

@MainActor
extension TickListField {
    /// Looks beyond the list for somebody whom nobody of it fits.
    fileprivate mutating func search(_ field: ParameterKind, in reader: Reader, _ context: ScreenContext)
        throws(DecideError)
    {
        var found: [Candidate] = []
        if isSearchingBeyond {
            found = try reader.candidates(field.lookedUp ?? [], query, limit: 20, context).map(\.candidate)
        }
        if found != others { others = found }
        let nobody =
            isOrdered
            ? Phrase(fa: "چیزی یافت نشد", en: "nothing found") : Phrase(fa: "کسی یافت نشد", en: "nobody found")
        let type = Phrase(fa: "نامی بنویسید", en: "type a name")
        note = (query.isEmpty ? type : nobody)[context.language]
    }
}

@MainActor
extension Reader {
    /// The records of some kinds that a text finds, the best first, as a form offers them.
    fileprivate func candidates(
        _ kinds: [RecordKind], _ text: String, limit: Int, _ context: ScreenContext
    ) throws(DecideError) -> [(kind: RecordKind, candidate: PickerField.Candidate)] {
        var all: [(kind: RecordKind, found: Found)] = []
        for kind in kinds { all += try found(kind, text, limit: limit).map { (kind, $0) } }
        let best = all.indices.sorted { (all[$0].found.rank, $0) < (all[$1].found.rank, $1) }.prefix(limit)
        return try Array(best).mapTyped { (index) throws(DecideError) in
            let (kind, found) = all[index]
            var candidate = FieldEntry.candidate(found.record.key, found.record.shortTitle, context)
            candidate.isExact = found.rank <= .name
            let more = try Distinction.of(found.record, in: self, context)
            if !more.isEmpty { candidate.detail += [Span(" · "), Span(more)] }
            return (kind, candidate)
        }
    }
}
