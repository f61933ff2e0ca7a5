import Persian

/// `{"command":"course.attend","course":"RK-1401","session":"RK-1","people":["9990000034"]}`: who was present; sent
/// again it takes the place of what was sent before.
public struct CourseAttend: Command {
    public static let name = "course.attend"
    public static let title = Phrase(fa: "حضور و غیاب دوره", en: "take attendance at a session")
    public static let roles: Set<Role> = .whoTrain.union([.supervisor])
    public static let parameters = [
        CourseFields.course.required, CourseFields.session.required, CourseFields.people.required,
    ]

    private let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `not-found` for the course, the session, the people and their enrolments, `stale`, `wrong-state` of the
    ///   course and of an enrolment, `invalid-date`.
    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let course = try registry.existing(Course.self, given.require(CourseFields.course), field: "course")
        let session = try course.session(given.require(CourseFields.session))
        let people = try given.require(CourseFields.people).map(\.digits)
        for person in people { try registry.check(Person.self, exists: person, field: "people") }
        let attendance = CourseAttendance(course: course.code, session: session.code, people: people)
        let enrolments = try attendance.enrolments(in: registry)
        let earlier = try registry.attendance(ofCourse: course.code, session: session.code)
        if let earlier { try envelope.check(versionOf: earlier, in: registry) }
        try course.require([.announced])
        for enrolment in enrolments { try enrolment.require(attendingOn: session.day, in: registry) }
        guard session.day <= envelope.day else { throw .refused(.stillToCome(session, of: course, envelope.day)) }

        var decision = Decision(envelope)
        if let earlier { decision.amend(earlier) { $0.people = people } } else { decision.add(attendance) }
        decision.answer("present", .integer(people.count))
        decision.answer("correction", .bool(earlier != nil))
        return decision
    }
}

extension Refusal {
    /// What can only be done once a session has begun.
    static func stillToCome(_ session: CourseSession, of course: Course, _ today: Day) -> Refusal {
        Refusal(
            .invalidDate, field: "session",
            Phrase(
                fa:
                    "جلسه \(session.code) دوره \(course.code) در \(session.day.jalaliText(.persian)) است و هنوز نیامده (امروز \(today.jalaliText(.persian))).",
                en:
                    "The session \(session.code) of \(course.code) is on \(session.day.jalaliText(.english)), still to come (today is \(today.jalaliText(.english)))."
            ))
    }
}
