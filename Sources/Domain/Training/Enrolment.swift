import Persian

/// A person in a course, or on its waiting list.
public struct Enrolment: Record {
    public var id = ""
    public var version = 1
    public var course: String
    public var person: String
    /// The order in which people came: 1, 2, 3 … Whoever waits with a lower number is promoted first.
    public var number: Int
    public var state: EnrolmentState
    public var enrolledOn: Day
    /// The first day on which the person is no longer in the course.
    public var withdrawnOn: Day?
    /// The course's last day, once it is completed.
    public var completedOn: Day?
    /// The groups of which the person was a member, head or media liaison on that day.
    public var groups: [String] = []

    public var key: String { Self.key(course, person) }
    static func key(_ course: String, _ person: String) -> String { "\(course)/\(person)" }

    public static let kind = RecordKind("enrolment", Phrase(fa: "ثبت‌نام", en: "enrolment"))
    public static let blank = Enrolment(
        course: "", person: "", number: 1, state: .enrolled, enrolledOn: Day(number: 0))

    public static let columns: [Column<Enrolment>] = [
        Column("course", \.course, Course.kind.phrase, identifies: true, refersTo: [Course.kind], isOwner: true),
        Column("person", \.person, Person.kind.phrase, identifies: true, refersTo: [Person.kind], isPrivate: true),
        Column("number", \.number, Phrase(fa: "نوبت ثبت", en: "order")),
        Column("state", \.state, Phrase(fa: "وضعیت", en: "state")),
        Column("enrolledOn", \.enrolledOn, Phrase(fa: "تاریخ ثبت‌نام", en: "enrolled on")),
        Column("withdrawnOn", \.withdrawnOn, Phrase(fa: "تاریخ انصراف", en: "withdrawn on")),
        Column("completedOn", \.completedOn, Phrase(fa: "تاریخ گذراندن", en: "completed on")),
        Column("groups", \.groups, Phrase(fa: "گروه‌ها", en: "groups"), refersTo: [Group.kind]),
    ]

    /// Whether the person may be marked as present on a day of the course.
    func mayAttend(on day: Day) -> Bool { state.takesSeat || withdrawnOn.map { day < $0 } ?? false }
}

/// Who was present at one session of a course; sent again it takes the place of what was sent before.
public struct CourseAttendance: Record {
    public var id = ""
    public var version = 1
    public var course: String
    public var session: String
    /// National IDs, each once.
    public var people: [String]

    public var key: String { keyParted(course, session) }

    public static let kind = RecordKind("courseAttendance", Phrase(fa: "حضور در جلسه", en: "session attendance"))
    public static let blank = CourseAttendance(course: "", session: "", people: [])

    public static let columns: [Column<CourseAttendance>] = [
        Column("course", \.course, Course.kind.phrase, identifies: true, refersTo: [Course.kind], isOwner: true),
        Column("session", \.session, CourseFields.session.phrase, identifies: true),
        Column("people", \.people, ReportFields.people.phrase, refersTo: [Person.kind], isPrivate: true),
    ]
}

/// A completed course of a member, as evidence that the member's groups are active: it counts in the month of the
/// course's last day.
public enum CompletedCourses: ActivitySource {
    public static let id = "completed-courses"
    public static let title = Phrase(fa: "دوره گذرانده", en: "courses completed")

    /// - Throws: nothing.
    public static func evidence(of record: any Record, in registry: some Registry) throws(DecideError) -> [Evidence] {
        guard let enrolment = record as? Enrolment, enrolment.state == .completed, let day = enrolment.completedOn
        else {
            return []
        }
        return enrolment.groups.map { Evidence(group: $0, month: JalaliMonth(of: day), source: id) }
    }
}
