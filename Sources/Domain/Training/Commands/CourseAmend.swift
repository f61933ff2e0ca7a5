import Persian

/// `{"command":"course.amend","code":"RH-1401","capacity":60}`: what is absent stays as it was. Seats that are added
/// before the first day go to those who wait.
public struct CourseAmend: Command {
    public static let name = "course.amend"
    public static let title = Phrase(fa: "ویرایش دوره", en: "amend a course")
    public static let roles: Set<Role> = .whoTrain
    public static let parameters = [
        CourseParameters.code.required, CourseParameters.title.kept, CourseParameters.audience.kept,
        CourseParameters.capacity.kept, CourseParameters.from.kept, CourseParameters.to.kept,
        CourseParameters.sessions.kept, CourseParameters.threshold.kept, CourseParameters.trainer.clearable,
    ]

    private let given: Given
    public init(_ given: Given) { self.given = given }

    public static func check(_ given: Given) throws(Refusal) { try CourseAnnounce.check(given) }

    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let course = try registry.existing(Course.self, given.require(CourseParameters.code))
        var amended = course
        apply(to: &amended)
        try registry.check(Person.self, exists: given[CourseParameters.trainer]?.digits, field: "trainer")
        try envelope.check(versionOf: course, in: registry)
        try course.require([.announced])
        try amended.check(in: registry)

        var decision = Decision(envelope)
        if amended.trainer != course.trainer || amended.sessions != course.sessions {
            try amended.warnOfTrainer(&decision, in: registry)
        }
        decision.amend(course) { $0 = amended }
        let mayFree =
            amended.capacity > course.capacity || amended.from != course.from || amended.audience != course.audience
        let free = amended.capacity - (try registry.seats(in: course.code).taken)
        if mayFree, free > 0, envelope.day < amended.from {
            let waiting = try WaitingList(of: amended, seats: free, in: registry)
            decision.answer("promoted", waiting.promoted.map(\.person).json)
            waiting.carryOut(&decision, for: amended)
        }
        if amended.from != course.from || amended.audience != course.audience {
            try amended.warnOfThoseNoLongerEligible(&decision, in: registry)
        }
        return decision
    }

    private func apply(to course: inout Course) {
        given.apply(CourseParameters.title, to: &course.title)
        given.apply(CourseParameters.audience, to: &course.audience)
        given.apply(CourseParameters.capacity, to: &course.capacity)
        given.apply(CourseParameters.from, to: &course.from)
        given.apply(CourseParameters.to, to: &course.to)
        given.apply(CourseParameters.sessions, to: &course.sessions)
        given.apply(CourseParameters.threshold, to: &course.threshold)
        var trainer = course.trainer.flatMap { try? NationalID($0) }
        given.apply(CourseParameters.trainer, to: &trainer)
        course.trainer = trainer?.digits
    }
}

extension Course {
    /// With another first day or audience people who are in may not be meant any more: they stay, and the trainer
    /// hears of them.
    fileprivate func warnOfThoseNoLongerEligible(
        _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        for enrolment in try registry.enrolments(in: code) where enrolment.state.isActive {
            let judged = try registry.eligibility(of: enrolment.person, for: audience, on: from)
            if judged.mayAttend { continue }
            let name = try registry.fullName(ofPerson: enrolment.person)
            let rule = audience.rule(on: from)
            decision.warn(
                Warning(
                    .notEligible,
                    Phrase(
                        fa: "«\(name)» در دوره می‌ماند، ولی \(rule): \(judged.reason).",
                        en: "“\(name)” stays in the course, but \(rule): \(judged.reason).")))
        }
    }
}
