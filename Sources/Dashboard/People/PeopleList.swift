import Canvas
import Domain
import Persian
import Store

/// Everyone known by a national ID.
enum PeopleList: RecordList {
    static let id = "people"
    static let title = Phrase(fa: "اشخاص", en: "People")
    static let icon = "☺"
    static let columns = [
        Column(Phrase(fa: "نام خانوادگی", en: "Last name"), minimum: 16, weight: 3, priority: 9),
        Column(Phrase(fa: "نام", en: "First name"), minimum: 12, weight: 2, priority: 8),
        Column(Phrase(fa: "کد ملی", en: "National ID"), minimum: 11, priority: 7),
        Column(Phrase(fa: "همراه", en: "Mobile"), minimum: 11, priority: 6),
        Column(Phrase(fa: "مهارت", en: "Skills"), minimum: 14, weight: 2, priority: 3),
    ]
    static let actions: [RecordAction<Person>] = [
        .new(PersonRecord.self), .amend(PersonAmend.self, "nationalID"), .void(),
    ]

    static func isFilled(by pack: any PackKind.Type) -> Bool { pack.fills.contains(Person.kind) }

    static func window(
        _ filter: Filter, from start: ListStart, limit: Int, in reader: Reader
    ) throws(DecideError) -> ListWindow {
        try reader.window(of: Person.kind, matching: filter, from: start, limit: limit)
    }

    static func item(at place: ListPlace, in reader: Reader, _ context: ScreenContext) throws(DecideError) -> Person? {
        try reader.record(Person.self, at: place)
    }

    static func cells(_ person: Person, _ context: ScreenContext) -> [TableCell] {
        let language = context.language
        return [
            TableCell(person.lastName), TableCell(person.firstName),
            TableCell(
                language.digits(context.masking.nationalID(person.nationalID)), direction: .leftToRight, color: .muted),
            TableCell(
                language.digits(person.mobile.map(context.masking.mobile) ?? ""), direction: .leftToRight, color: .muted
            ),
            TableCell(person.skills.display(language), color: .muted),
        ]
    }

    static func facts(_ person: Person, _ context: ScreenContext) -> [Facts.Fact] { person.facts(context) }

    /// The person's courses, and how long he or she sat in them.
    static func more(_ person: Person, in reader: Reader, _ context: ScreenContext) throws(DecideError) -> [Facts.Fact]
    {
        let language = context.language
        let label = Course.kind.phrase[language]
        let courses = try reader.courses(ofPerson: person.nationalID, limit: 10)
        guard !courses.isEmpty else { return [] }
        let minutes = try reader.minutes(ofPerson: person.nationalID)
        let hours = language.digits("\(minutes / 60)\(minutes % 60 == 0 ? "" : ".\(minutes % 60 * 10 / 60)")")
        return courses.map {
            .init(label, "\($0.state.sign) \(language.parts([$0.course, $0.title, $0.phrase[language]]))")
        }
            + [.init(Phrase(fa: "ساعت آموزش", en: "training hours")[language], hours)]
    }
}

extension Record {
    /// Every filled column with its label.
    func facts(_ context: ScreenContext) -> [Facts.Fact] {
        Self.columns.compactMap { column in
            let text = display(column, context.language, context.masking)
            guard !text.isEmpty else { return nil }
            let shown = column.isPrivate ? context.language.digits(text) : text
            return Facts.Fact(
                column.phrase[context.language], shown, direction: column.isPrivate ? .leftToRight : .automatic)
        }
    }
}

extension FormRequest {
    /// The form that asks for the reason of voiding a record.
    static func void(_ kind: RecordKind, _ key: String) -> FormRequest {
        FormRequest(
            RecordVoid.self, fixed: [.init("kind", .string(kind.name)), .init("code", .string(key))],
            title: Phrase(fa: "باطل کردن \(kind.phrase)", en: "Voiding of the \(kind.phrase)"))
    }
}
