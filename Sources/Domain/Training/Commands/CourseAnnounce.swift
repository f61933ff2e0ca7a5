import Persian

/// `{"command":"course.announce","title":"رسم خدمت","audience":"councilAndBaseHeads","capacity":40,"from":…,"to":…,
/// "sessions":[{"code":"RK-1","from":"1401/05/15T09:00","to":"1401/05/15T12:00"}]}`; the threshold is the office's
/// setting unless it is given.
public struct CourseAnnounce: Command {
    public static let name = "course.announce"
    public static let title = Phrase(fa: "اعلام دوره", en: "announce a course")
    public static let roles: Set<Role> = .whoTrain
    public static let parameters = [
        CourseParameters.code.coined, CourseParameters.title.required, CourseParameters.audience.required,
        CourseParameters.capacity.required, CourseParameters.from.required, CourseParameters.to.required,
        CourseParameters.sessions.required, CourseParameters.threshold.clearable, CourseParameters.trainer.clearable,
    ]

    private let given: Given
    public init(_ given: Given) { self.given = given }

    public static func check(_ given: Given) throws(Refusal) {
        guard let from = given[CourseParameters.from], let to = given[CourseParameters.to] else { return }
        var course = Course.blank
        (course.from, course.to) = (from, to)
        course.sessions = given[CourseParameters.sessions] ?? []
        try course.checkDays()
    }

    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let standard = try registry.setting("attendance.threshold").integer ?? 75
        var course = Course(
            code: "", title: try given.require(CourseParameters.title),
            audience: try given.require(CourseParameters.audience),
            capacity: try given.require(CourseParameters.capacity), from: try given.require(CourseParameters.from),
            to: try given.require(CourseParameters.to), sessions: try given.require(CourseParameters.sessions),
            threshold: given[CourseParameters.threshold] ?? standard,
            trainer: given[CourseParameters.trainer]?.digits)
        try registry.check(Person.self, exists: course.trainer, field: "trainer")
        course.code = try registry.freeCode(given[CourseParameters.code], for: Course.self)

        var decision = Decision(envelope)
        try course.warnOfTrainer(&decision, in: registry)
        decision.add(course)
        return decision
    }
}
