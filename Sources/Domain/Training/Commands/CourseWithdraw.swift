import Persian

/// `{"command":"course.withdraw","course":"RH-1401","person":"9990000050","on":"1401/05/20"}`: before the first day the
/// seat goes to the first of those who wait and are still eligible.
public struct CourseWithdraw: Command {
    public static let name = "course.withdraw"
    public static let title = Phrase(fa: "انصراف از دوره", en: "withdraw from a course")
    public static let roles: Set<Role> = .whoTrain
    public static let parameters = [
        CourseFields.course.required, CourseFields.person.required, CourseFields.on.required,
    ]

    private let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `not-found` for the course, the person and the enrolment, `stale`, `wrong-state` of the course and the
    ///   enrolment, `invalid-date`, `wrong-state` for who holds a certificate.
    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let course = try registry.existing(Course.self, given.require(CourseFields.course), field: "course")
        let id = try given.require(CourseFields.person).digits
        let person = try registry.existing(Person.self, id, field: "person")
        let enrolment = try registry.existingEnrolment(person, in: course)
        try envelope.check(versionOf: enrolment, in: registry)
        try course.require([.announced])
        try enrolment.require([.enrolled, .waitlisted], in: registry)
        let on = try given.require(CourseFields.on)
        try course.checkWithdrawal(on)
        var withdrawn = enrolment
        withdrawn.state = .withdrawn
        withdrawn.withdrawnOn = on
        try withdrawn.check(in: registry)

        var decision = Decision(envelope)
        decision.amend(enrolment) { $0 = withdrawn }
        let seats = enrolment.state == .enrolled && on < course.from ? 1 : 0
        let waiting = try WaitingList(of: course, seats: seats, in: registry)
        decision.answer("promoted", waiting.promoted.first?.person.json ?? .null)
        waiting.carryOut(&decision, for: course)
        return decision
    }
}

extension Course {
    /// People may withdraw before the course, but not after it.
    fileprivate func checkWithdrawal(_ day: Day) throws(DecideError) {
        guard day > to else { return }
        throw .refused(
            Refusal(
                .invalidDate, field: "on",
                Phrase(
                    fa:
                        "دوره \(code) در \(to.jalaliText(.persian)) پایان می‌یابد؛ انصراف تا همان روز پذیرفته است، نه \(day.jalaliText(.persian)).",
                    en:
                        "The course \(code) ends on \(to.jalaliText(.english)); a withdrawal is accepted until that day, not on \(day.jalaliText(.english))."
                )))
    }
}
