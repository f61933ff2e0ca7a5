import Persian

/// `{"command":"course.amend","code":"RH-1401","capacity":60}`: what is absent stays as it was. Seats that are added
/// before the first day go to those who wait.
public struct CourseAmend: AmendingInState {
    public static let name = "course.amend"
    public static let title = Phrase(fa: "ویرایش دوره", en: "amend a course")
    public static let roles: Set<Role> = .whoTrain
    public static let from: [CourseState] = [.announced]
    public static let fields: [FieldUse<Course>] = [
        CourseFields.code.required, CourseFields.title.kept, CourseFields.audience.kept, CourseFields.capacity.kept,
        CourseFields.from.kept, CourseFields.to.kept, CourseFields.sessions.kept, CourseFields.threshold.kept,
        CourseFields.trainer.clearable,
    ]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `invalid-date`.
    public static func check(_ given: Arguments) throws(Refusal) { try CourseAnnounce.check(given) }

    /// - Throws: what the store reports.
    public func follow(
        _ course: Course, from before: Course, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        if course.trainer != before.trainer || course.sessions != before.sessions {
            try course.warnOfTrainer(&decision, in: registry)
        }
        let isOtherwise = course.from != before.from || course.audience != before.audience
        let free = course.capacity - (try registry.seats(in: course.code).taken)
        if isOtherwise || course.capacity > before.capacity, free > 0, decision.envelope.day < course.from {
            let waiting = try WaitingList(of: course, seats: free, in: registry)
            decision.answer("promoted", waiting.promoted.map(\.person).json)
            waiting.carryOut(&decision, for: course)
        }
        if isOtherwise { try course.warnOfThoseNoLongerEligible(&decision, in: registry) }
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
