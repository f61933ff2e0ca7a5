import Persian

/// `{"command":"course.enrol","course":"RH-1401","person":"9990000018"}` → enrolled, or waitlisted with the place. Who
/// withdrew may come again, at the end of the list.
public struct CourseEnrol: Command {
    public static let name = "course.enrol"
    public static let title = Phrase(fa: "ثبت‌نام در دوره", en: "enrol in a course")
    public static let roles: Set<Role> = .whoTrain
    public static let parameters = [CourseFields.course.required, CourseFields.person.required]

    private let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `not-found` for the course and the person, `stale`, `wrong-state`, `not-eligible`, `already-enrolled`.
    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let course = try registry.existing(Course.self, given.require(CourseFields.course), field: "course")
        let id = try given.require(CourseFields.person).digits
        let person = try registry.existing(Person.self, id, field: "person")
        try envelope.check(versionOf: course, in: registry)
        try course.require([.announced])
        try course.checkEligible(person, in: registry)
        let earlier = try registry.enrolment(of: id, in: course.code)
        if let earlier, earlier.state != .withdrawn {
            throw .refused(try Self.already(person, earlier, in: registry))
        }

        let seats = try registry.seats(in: course.code)
        let free = course.capacity - seats.taken
        // Nobody is enrolled past somebody who waits and may still attend.
        let queue = try WaitingList(of: course, seats: .max, in: registry).promoted
        let isBefore = envelope.day < course.from
        let isFree = isBefore ? free > queue.count : free > 0 && queue.isEmpty
        let state: EnrolmentState = isFree ? .enrolled : .waitlisted
        let number = seats.lastNumber + 1
        var decision = Decision(envelope)
        if let earlier {
            decision.amend(earlier) { enrolment in
                enrolment.number = number
                enrolment.state = state
                enrolment.enrolledOn = envelope.day
                enrolment.withdrawnOn = nil
            }
        } else {
            decision.add(
                Enrolment(course: course.code, person: id, number: number, state: state, enrolledOn: envelope.day))
        }
        let promoted = isBefore ? queue.prefix(max(0, free)) : []
        for waiting in promoted { decision.amend(waiting, silently: true) { $0.state = .enrolled } }
        decision.answer("state", state.json)
        if state == .waitlisted {
            let before = try registry.waiting(in: course.code, before: number) - promoted.count
            decision.answer("place", .integer(before + 1))
        }
        if !promoted.isEmpty { decision.answer("promoted", promoted.map(\.person).json) }
        try Self.warnOfOthers(person, course, &decision, in: registry)
        return decision
    }

    private static func already(
        _ person: Person, _ enrolment: Enrolment, in registry: some Registry
    ) throws(DecideError) -> Refusal {
        let since = enrolment.enrolledOn
        let state = enrolment.state.phrase
        let place = try registry.waiting(in: enrolment.course, before: enrolment.number) + 1
        let isWaiting = enrolment.state == .waitlisted
        return Refusal(
            .alreadyEnrolled, field: "person",
            Phrase(
                fa:
                    "«\(person.fullName)» از \(since.longText(.jalali, .persian)) در دوره \(enrolment.course) \(isWaiting ? "در نوبت \(persianDigits(place))" : "«\(state)»") است؛ هر کس در یک دوره یک بار ثبت‌نام می‌شود.",
                en:
                    "“\(person.fullName)” has been \(isWaiting ? "waiting at place \(place)" : state.en) in \(enrolment.course) since \(since.longText(.jalali, .english)); a person is enrolled once in a course."
            ))
    }

    /// Warns of the person's other courses at the same hours.
    private static func warnOfOthers(
        _ person: Person, _ course: Course, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        for other in try registry.enrolments(ofPerson: person.nationalID)
        where other.state.isActive && other.course != course.code {
            guard let second = try registry.find(Course.self, key: other.course), second.state == .announced,
                let clash = course.clash(with: second)
            else { continue }
            decision.warn(.clash(person.fullName, clash, of: second))
        }
    }
}

extension Course {
    /// Refuses as `not-eligible`, with the rule and what the person holds, or when it ended.
    fileprivate func checkEligible(_ person: Person, in registry: some Registry) throws(DecideError) {
        let judged = try registry.eligibility(of: person.nationalID, for: audience, on: from)
        if judged.mayAttend { return }
        let rule = audience.rule(on: from)
        throw .refused(
            Refusal(
                .notEligible, field: "person",
                Phrase(
                    fa:
                        "«\(person.fullName)» نمی‌تواند در دوره \(code) (\(title)) باشد: \(rule)، ولی \(judged.reason).",
                    en: "“\(person.fullName)” may not attend \(code) (\(title)): \(rule), but \(judged.reason)."))
        )
    }
}
