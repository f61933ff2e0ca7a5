import Domain
import Persian
import Store

/// A list of people for a course: a row a person. Each is enrolled, or put on the waiting list, by the rules.
public enum EnrolmentsSheet: ImportedSheet {
    public enum Column: CaseIterable, Sendable {
        case course, nationalID, name, state, lastName
    }

    public static let name = "enrolments"
    public static let title = Phrase(fa: "ثبت‌نام‌ها", en: "enrolments")
    public static let command: any Command.Type = CourseEnrol.self
    public static let codeColumn = Column.course
    public static let nameColumns = [Column.name, .nationalID]
    public static let standIns = [Column.nationalID: Column.name]
    public static let familyNames = [Column.name: Column.lastName]

    public static let columns = SheetTable<Column>([
        .init(
            .course, CourseFields.course, headers: ["کد دوره", "دوره", "course", "course code"],
            near: ["عنوان دوره", "نام دوره", "course title"]),
        .init(
            .nationalID, CourseFields.person, headers: ["کد ملی", "national id"],
            near: ["شماره ملی", "nationalID", "national code"], holds: .nationalID),
        .init(
            .name, .text, headers: ["نام", "نام و نام خانوادگی", "name", "first name", "given name"],
            near: ["نام کامل", "نام و فامیل", "full name"], isOptional: true),
        .init(.state, .word, headers: ["وضعیت", "state"], isOptional: true),
        .init(
            .lastName, .text,
            headers: ["نام خانوادگی", "فامیلی", "فامیل", "نام فامیل", "شهرت", "last name", "family name", "surname"],
            isOptional: true),
    ])

    public static func carryOut(_ row: ImportedRow<EnrolmentsSheet>) throws(RowError<Column>) -> RowOutcome {
        let course = try row.reference(Course.self, in: .course)?.code
        let id = try row.person
        if let course, let id {
            let known = try row.reading { () throws(DecideError) in
                try row.session.registry.enrolment(of: id, in: course)
            }
            // Whoever withdrew comes again, unless the sheet is our own and says so too.
            if let known, known.state != .withdrawn || row[.state].flatMap(EnrolmentState.init(word:)) == .withdrawn {
                return .same
            }
        }
        let given = [("course", course), ("person", id)]
        try row.send(
            CourseEnrol.self, given.compactMap { name, value in value.map { .init(name, .string($0)) } },
            columns: ["course": .course, "person": .nationalID])
        return .added
    }
}

extension ImportedRow<EnrolmentsSheet> {
    /// The national ID of the row; without one that of the only person recorded who is called so.
    fileprivate var person: String? {
        get throws(RowError<EnrolmentsSheet.Column>) {
            if let text = self[.nationalID] { return (try? NationalID(text))?.digits ?? text }
            guard let name = self[.name] else { return nil }
            if let id = try personID(name, in: .name) { return id }
            throw .refused(.notThere(Person.kind.phrase, name), column: .name)
        }
    }
}
