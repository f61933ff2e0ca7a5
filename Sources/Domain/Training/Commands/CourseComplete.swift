import Persian

/// `{"command":"course.complete","code":"RK-1401"}`: announced → completed, and each enrolment → completed or failed by
/// how many sessions the person attended. Those who still wait stay where they are.
public struct CourseComplete: Command {
    public static let name = "course.complete"
    public static let title = Phrase(fa: "پایان دوره", en: "complete a course")
    public static let roles = TrainingPart.roles
    public static let parameters = [CourseParameters.code.required]

    private let given: Given
    public init(_ given: Given) { self.given = given }

    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let course = try registry.existing(Course.self, given.require(CourseParameters.code))
        try envelope.check(versionOf: course, in: registry)
        try course.requireAnnounced()
        if let last = course.sessions.max(by: { $0.from < $1.from }), last.day > envelope.day {
            throw .refused(.stillToCome(last, of: course, envelope.day))
        }

        var decision = Decision(envelope)
        let attendance = try registry.attendance(ofCourse: course.code)
        try Self.warnOfMissing(attendance, course, &decision)
        decision.amend(course) { $0.state = .completed }
        var counts = (completed: 0, failed: 0)
        for enrolment in try registry.enrolments(in: course.code) where enrolment.state == .enrolled {
            let attended = attendance.count { $0.people.contains(enrolment.person) }
            let isCompleted = course.isCompleted(byAttending: attended)
            let groups = isCompleted ? try registry.groups(ofPerson: enrolment.person, on: course.to) : []
            decision.amend(enrolment, silently: true) { enrolment in
                enrolment.state = isCompleted ? .completed : .failed
                enrolment.completedOn = isCompleted ? course.to : nil
                enrolment.groups = groups
            }
            if isCompleted { counts.completed += 1 } else { counts.failed += 1 }
        }
        decision.answer("completed", .integer(counts.completed))
        decision.answer("failed", .integer(counts.failed))
        return decision
    }

    /// Sessions without attendance count as missed by everybody: the trainer may have forgotten them.
    private static func warnOfMissing(
        _ attendance: [CourseAttendance], _ course: Course, _ decision: inout Decision
    ) throws(DecideError) {
        let missing = course.sessions.filter { session in !attendance.contains { $0.session == session.code } }
        guard !missing.isEmpty else { return }
        let codes = missing.map { Phrase(fa: $0.code, en: $0.code) }.listed()
        decision.warn(
            Warning(
                .notComplete,
                Phrase(
                    fa: "برای این جلسه‌های دوره \(course.code) حضور ثبت نشده و همه غایب شمرده شدند: \(codes.fa).",
                    en:
                        "No attendance was taken at these sessions of \(course.code), so all count as absent: \(codes.en)."
                )))
    }
}

extension Registry {
    /// The groups of which somebody is a member, head or media liaison on a day, by code.
    fileprivate func groups(ofPerson person: String, on day: Day) throws(DecideError) -> [String] {
        let terms = try terms(ofPerson: person).filter { $0.holds(on: day) }.map(\.body)
        let memberships = try memberships(ofPerson: person).filter { $0.holds(on: day) }.map(\.group)
        var groups: [String] = []
        for code in Set(terms + memberships).sorted() where try find(Group.self, key: code) != nil {
            groups.append(code)
        }
        return groups
    }
}
