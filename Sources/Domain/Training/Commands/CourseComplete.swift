import Persian

/// `{"command":"course.complete","code":"RK-1401"}`: announced → completed, and each enrolment → completed or failed by
/// how many sessions the person attended. Those who still wait stay where they are.
public struct CourseComplete: Command {
    public static let name = "course.complete"
    public static let title = Phrase(fa: "پایان دوره", en: "complete a course")
    public static let roles: Set<Role> = .whoTrain
    public static let parameters = [CourseFields.code.required]

    private let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `not-found`, `stale`, `wrong-state`, `invalid-date`.
    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let course = try registry.existing(Course.self, given.require(CourseFields.code))
        try envelope.check(versionOf: course, in: registry)
        try course.require([.announced])
        let outcome = try registry.outcome(of: course, on: envelope.day)
        if let last = outcome.stillToCome { throw .refused(.stillToCome(last, of: course, envelope.day)) }

        var decision = Decision(envelope)
        Self.warnOfMissing(outcome.untaken, course, &decision)
        decision.amend(course) { $0.state = .completed }
        for enrolment in outcome.completed {
            let groups = try registry.groups(ofPerson: enrolment.person, on: course.to)
            decision.amend(enrolment, silently: true) { enrolment in
                enrolment.state = .completed
                enrolment.completedOn = course.to
                enrolment.groups = groups
            }
        }
        for enrolment in outcome.failed { decision.amend(enrolment, silently: true) { $0.state = .failed } }
        decision.answer("completed", .integer(outcome.completed.count))
        decision.answer("failed", .integer(outcome.failed.count))
        return decision
    }

    /// The trainer may have forgotten to take attendance.
    private static func warnOfMissing(_ missing: [CourseSession], _ course: Course, _ decision: inout Decision) {
        guard !missing.isEmpty else { return }
        let codes = missing.map { Phrase(fa: $0.code, en: $0.code) }.listed()
        decision.warn(
            Warning(
                .notComplete,
                Phrase(
                    fa: "برای این جلسه‌های دوره \(course.code) حضور ثبت نشده و همه غایب شمرده شدند: \(codes).",
                    en:
                        "No attendance was taken at these sessions of \(course.code), so all count as absent: \(codes)."
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
