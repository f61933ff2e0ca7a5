import Canvas
import Domain
import Persian
import Store

/// What is being put into one field of a form: a widget that suits the parameter, and what its content means.
struct FieldEntry {
    let kind: ParameterKind
    var field: any FormField

    /// The widget that suits a parameter, holding what the record holds.
    ///
    /// - Parameter isCell: it stands in a row, where an hour alone is of the day that stands beside it.
    init(_ kind: ParameterKind, _ value: JSON?, _ context: ScreenContext, isCell: Bool = false) {
        self.kind = kind
        let language = context.language
        let text = value?.plainText ?? ""
        switch kind {
        case .choice(let choices) where choices.count > Self.mostChoices:
            let held = choices.first { $0.value == value?.plainText }
            field = PickerField(held.map { .init(id: $0.value, title: $0.phrase[language]) })
        case .choice, .choices, .flag: field = Self.chooser(kind, value)
        case .records(let kinds):
            field = Self.tickList(
                kinds, (value?.list ?? []).compactMap(\.string).map { Self.candidate($0, "", context) })
        case .rows(let uses):
            field = Self.rows(uses, (value?.list ?? []).map { Self.cells(uses, $0, context) }, context)
        case .record(let kinds) where kinds.isEmpty: field = TextInput(language.digits(text), direction: .leftToRight)
        case .record: field = PickerField(value?.string.map { Self.candidate($0, $0, context) })
        case .subject: field = PickerField(value.map { Self.candidate($0.text, "", context) })
        case .date: field = DateField(value?.string.flatMap(Day.init(iso:)), today: context.day)
        case .list, .nationalIDs: field = TextInput((value?.list ?? []).map { Self.typed($0) }.joined(separator: "، "))
        case .number: field = NumberField(text: text)
        case .numeral: field = NumberField(text: text, form: .numeral)
        case .quantity:
            field = NumberField(text: value.flatMap(Quantity.init).map(language.quantity) ?? text, form: .decimal)
        case .time:
            let day = isCell ? nil : Self.day(ofTime: text) ?? context.day
            field = TimeField(text: Self.timeText(text), day: day)
        case .code: field = TextInput(text, direction: .leftToRight)
        case .nationalID, .mobile: field = TextInput(language.digits(text), direction: .leftToRight)
        case .longText: field = TextArea(text, rows: 3)
        case .text, .privateText, .anything: field = TextInput(text)
        }
    }

    /// People are ticked in any order; other records in the one that counts.
    static func tickList(
        _ kinds: [RecordKind], offered: [PickerField.Candidate] = [], _ ticked: [PickerField.Candidate],
        query: String = "", caret: Int? = nil
    ) -> TickListField {
        var field = TickListField(offered: offered, ticked: ticked, query: query, caret: caret)
        field.isOrdered = kinds != [Person.kind]
        if field.isOrdered { field.unit = "مورد" }
        return field
    }

    /// An item of a list as people type it: "Q-0001 12".
    private static func typed(_ item: JSON) -> String {
        item.members?.map(\.value.plainText).joined(separator: " ") ?? item.plainText
    }

    /// More choices than these are looked up by name rather than gone through.
    static let mostChoices = 12

    /// "1401/05/09 20:10" of a time as records and commands write it.
    private static func timeText(_ text: String) -> String {
        if let time = LocalTime(iso: text) { return "\(JalaliDate(time.day).text) \(time.clockText)" }
        return text.replacing("T", with: " ")
    }

    private static func day(ofTime text: String) -> Day? {
        LocalTime(iso: text)?.day
            ?? timeText(text).split(separator: " ").first.flatMap { try? Day(parsing: String($0)) }
    }

    private static let truths = [
        ParameterChoice(value: "true", phrase: Phrase(fa: "بله", en: "yes")),
        ParameterChoice(value: "false", phrase: Phrase(fa: "نه", en: "no")),
    ]

    private static func choices(_ kind: ParameterKind) -> [ParameterChoice] {
        switch kind {
        case .choice(let choices), .choices(let choices): choices
        case .flag: truths
        default: []
        }
    }

    private static func chooser(_ kind: ParameterKind, _ value: JSON?) -> any FormField {
        let choices = choices(kind)
        let held = value?.list?.map(\.plainText) ?? value.map { [$0.plainText] } ?? []
        let indices = held.compactMap { value in choices.firstIndex { $0.value == value } }
        let shown = choices.map { Choice($0.phrase) }
        if case .choices = kind { return MultiChoiceField(shown, ticked: Set(indices)) }
        return ChoiceField(shown, selected: indices.first)
    }

    /// A table with a column for each of the fields of its objects.
    private static func rows(
        _ uses: [ParameterUse], _ rows: [[FieldEntry]], _ context: ScreenContext
    ) -> RowsField {
        let columns = uses.map { use in
            let blank = FieldEntry(use.kind, nil, context, isCell: true).field
            if blank is TimeField { return RowsField.Column(use.phrase, blank, minimum: TimeField.width) }
            let isText = blank is TextInput || blank is PickerField
            let title = textWidth(use.phrase[context.language])
            let longest = choices(use.kind).map { textWidth($0.phrase[context.language]) }.max() ?? 0
            return RowsField.Column(
                use.phrase, blank, minimum: isText ? 10 : max(9, title, longest + 4), weight: isText ? 1 : 0)
        }
        return RowsField(columns, rows: rows.map { $0.map(\.field) })
    }

    private static func cells(_ uses: [ParameterUse], _ value: JSON, _ context: ScreenContext) -> [FieldEntry] {
        uses.map { FieldEntry($0.kind, value[$0.name], context, isCell: true) }
    }

    static func candidate(_ key: String, _ title: String, _ context: ScreenContext) -> PickerField.Candidate {
        let subject = subject(key)
        let (id, key) = (key, subject?.key ?? key)
        let title = title.isEmpty ? key : title
        let isID = key.utf8.count == 10 && key.utf8.allSatisfy { (0x30...0x39).contains($0) }
        let shown = isID ? context.language.digits(context.masking.nationalID(key)) : key
        return .init(id: id, title: title, detail: title == key ? [] : [.code(shown)])
    }

    /// The id of a candidate that is named with its kind, as the command takes it.
    static func subjectID(_ kind: RecordKind, _ key: String) -> String {
        JSON.object([.init(kind.name, .string(key))]).text
    }

    /// The kind and key in such an id; nil for the key of a record.
    static func subject(_ id: String) -> (kind: String, key: String)? {
        guard let members = JSON(parsing: id)?.members, let member = members.first, members.count == 1,
            let key = member.value.string
        else { return nil }
        return (member.name, key)
    }

    /// What a command would be given; nil when the field is empty.
    var value: JSON? {
        switch field {
        case let field as ChoiceField:
            return field.selected.map { index in
                let value = Self.choices(kind)[index].value
                if case .flag = kind { return .bool(value == "true") }
                return .string(value)
            }
        case let field as MultiChoiceField:
            return field.ticked.isEmpty ? nil : field.ticked.sorted().map { Self.choices(kind)[$0].value }.json
        case let field as TimeField: return Self.filled(field.value)
        case let field as PickerField:
            if case .subject = kind, let chosen = field.chosen { return JSON(parsing: chosen.id) }
            return Self.filled(field.chosen?.id ?? field.query)
        case let field as TickListField: return field.ticked.isEmpty ? nil : field.ticked.map(\.id).json
        case let field as RowsField: return rowValues(field)
        case let field as DateField: return Self.filled(field.input.text)
        case let field as NumberField: return Self.filled(field.input.text)
        case let field as TextArea: return Self.filled(field.text)
        case let field as TextInput:
            guard kind.isTypedList else { return Self.filled(field.text) }
            let words = field.text.split(whereSeparator: { "،,؛;\n".contains($0) })
                .map { cleaned(String($0)) }.filter { !$0.isEmpty }
            return words.isEmpty ? nil : words.json
        default: return nil
        }
    }

    /// An object a row; nil when no row is filled in.
    private func rowValues(_ field: RowsField) -> JSON? {
        guard case .rows(let uses) = kind, !field.rows.isEmpty else { return nil }
        return .list(
            field.rows.map { row in
                .object(
                    zip(uses, row).compactMap { use, cell in
                        FieldEntry(kind: use.kind, field: cell).value.map { .init(use.name, $0) }
                    })
            })
    }

    init(kind: ParameterKind, field: any FormField) {
        self.kind = kind
        self.field = field
    }

    /// Puts the caret into the cell of a table that a refusal is about: the first against its own rule, else the first
    /// that holds what the refusal names.
    mutating func focusFault(_ refusal: Refusal) {
        guard case .rows(let uses) = kind, var rows = field as? RowsField else { return }
        let words = Set(refusal.phrase.en.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map(String.init))
        func value(_ column: Int, _ cell: any FormField) -> JSON? {
            FieldEntry(kind: uses[column].kind, field: cell).value
        }
        func breaksRule(_ column: Int, _ cell: any FormField) -> Bool {
            (try? uses[column].check(value(column, cell))) == nil
        }
        rows.focus { column, cell in value(column, cell).map { words.contains($0.plainText) } ?? false }
        rows.focus(firstWhere: breaksRule)
        field = rows
    }

    private static func filled(_ text: String) -> JSON? {
        let clean = cleaned(text, lines: true)
        return clean.isEmpty ? nil : .string(clean)
    }

    // MARK: Drafts

    /// What was typed and where the caret stands, as a draft keeps it.
    var draft: JSON {
        func typed(_ text: String, _ caret: Int) -> JSON {
            .object([.init("text", .string(text)), .init("caret", .integer(caret))])
        }
        switch field {
        case let field as PickerField:
            return .object([
                .init("text", .string(field.query)), .init("caret", .integer(field.caret)),
                .init("key", (field.chosen?.id).json), .init("name", (field.chosen?.title).json),
            ])
        case let field as TickListField:
            let ticked = field.ticked.map {
                JSON.object([.init("key", .string($0.id)), .init("name", .string($0.title))])
            }
            return .object([
                .init("text", .string(field.query)), .init("caret", .integer(field.caret)),
                .init("ticked", .list(ticked)),
            ])
        case let field as RowsField:
            guard case .rows(let uses) = kind else { return .null }
            return .object([
                .init(
                    "rows",
                    .list(
                        field.rows.map { row in .list(zip(uses, row).map { FieldEntry(kind: $0.kind, field: $1).draft })
                        }
                    ))
            ])
        case let field as DateField: return typed(field.input.text, field.input.caret)
        case let field as NumberField: return typed(field.input.text, field.input.caret)
        case let field as TimeField: return typed(field.input.text, field.input.caret)
        case let field as TextArea: return typed(field.text, field.caret)
        case let field as TextInput: return typed(field.text, field.caret)
        default: return .object([.init("value", value ?? .null)])
        }
    }

    mutating func restore(_ draft: JSON, _ context: ScreenContext) {
        let text = draft["text"]?.string ?? ""
        let caret = draft["caret"]?.integer
        switch field {
        case is PickerField:
            let chosen = draft["key"]?.string.map { Self.candidate($0, draft["name"]?.string ?? $0, context) }
            field = PickerField(chosen, query: text, caret: caret)
        case is TickListField:
            let ticked = (draft["ticked"]?.list ?? []).compactMap { kept in
                kept["key"]?.string.map { Self.candidate($0, kept["name"]?.string ?? $0, context) }
            }
            field = Self.tickList(kind.lookedUp ?? [], ticked, query: text, caret: caret)
        case is RowsField:
            guard case .rows(let uses) = kind else { return }
            let rows = (draft["rows"]?.list ?? []).map { row in
                zip(uses, row.list ?? []).map { use, kept in
                    var cell = FieldEntry(use.kind, nil, context, isCell: true)
                    cell.restore(kept, context)
                    return cell
                }
            }
            field = Self.rows(uses, rows.filter { $0.count == uses.count }, context)
        case is DateField: field = DateField(text: text, caret: caret, today: context.day)
        case let number as NumberField:
            field = NumberField(text: text, caret: caret, unit: number.unit, form: number.form)
        case let time as TimeField: field = TimeField(text: text, caret: caret, day: time.day)
        case let area as TextArea: field = TextArea(text, caret: caret, rows: area.rows)
        case let input as TextInput: field = TextInput(text, caret: caret, direction: input.direction)
        default:
            let value = draft["value"].flatMap { $0 == .null ? nil : $0 }
            field = Self.chooser(kind, value)
        }
    }
}

extension ParameterKind {
    /// Whether several texts are typed for it in one field, parted by commas.
    fileprivate var isTypedList: Bool {
        switch self {
        case .list, .nationalIDs: true
        default: false
        }
    }
}
