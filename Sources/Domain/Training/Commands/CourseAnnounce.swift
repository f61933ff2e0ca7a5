import Persian

/// `{"command":"course.announce","title":"رسم خدمت","audience":"councilAndBaseHeads","capacity":40,"from":…,"to":…,
/// "sessions":[{"code":"RK-1","from":"1401/05/15T09:00","to":"1401/05/15T12:00"}]}`; the threshold is the office's
/// setting unless it is given.
public struct CourseAnnounce: Adding {
    public static let name = "course.announce"
    public static let title = Phrase(fa: "اعلام دوره", en: "announce a course")
    public static let roles: Set<Role> = .whoTrain
    public static let fields: [FieldUse<Course>] = [
        CourseFields.code.coined, CourseFields.title.required, CourseFields.audience.required,
        CourseFields.capacity.required, CourseFields.from.required, CourseFields.to.required,
        CourseFields.sessions.required, CourseFields.threshold.clearable, CourseFields.trainer.clearable,
    ]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `invalid-date`.
    public static func check(_ given: Arguments) throws(Refusal) {
        guard let from = given[CourseFields.from], let to = given[CourseFields.to] else { return }
        var course = Course.blank
        (course.from, course.to) = (from, to)
        course.sessions = given[CourseFields.sessions] ?? []
        try course.checkDays()
    }

    /// - Throws: what the store reports.
    public func prepare(
        _ course: inout Course, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        guard given[CourseFields.threshold] == nil else { return }
        course.threshold = try registry.setting("attendance.threshold").integer ?? 75
    }

    /// - Throws: what the store reports.
    public func follow(_ course: Course, _ decision: inout Decision, in registry: some Registry) throws(DecideError) {
        try course.warnOfTrainer(&decision, in: registry)
    }
}
