import Domain
import Persian
import Store

/// A list of people for a course: a row a person. Each is enrolled, or put on the waiting list, by the rules.
public enum EnrolmentsSheet: ImportedSheet {
    public enum Column: CaseIterable, Sendable {
        case course, nationalID, name, state
    }

    public static let name = "enrolments"
    public static let title = Phrase(fa: "ثبت‌نام‌ها", en: "enrolments")
    public static let command: any Command.Type = CourseEnrol.self
    public static let codeColumn = Column.course
    public static let nameColumns = [Column.name, .nationalID]
    public static let optional: Set<Column> = [.name, .state]

    public static func headers(of column: Column) -> [String] {
        switch column {
        case .course: ["کد دوره", "دوره", "course", "course code"]
        case .nationalID: ["کد ملی", "national id"]
        case .name: ["نام", "نام و نام خانوادگی", "name"]
        case .state: ["وضعیت", "state"]
        }
    }

    public static func carryOut(_ row: ImportedRow<EnrolmentsSheet>) throws(RowError<Column>) -> RowOutcome {
        let course = row[.course].map { normalisedCode($0) ?? $0 }
        let id = row[.nationalID].map { (try? NationalID($0))?.digits ?? $0 }
        if let course, let id {
            let known = try row.reading { () throws(DecideError) in
                try row.desk.registry.enrolment(of: id, in: course)
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
