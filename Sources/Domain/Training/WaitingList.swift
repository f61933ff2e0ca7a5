import Persian

/// Who waits for a seat of a course, and what came of those whose turn it was.
struct WaitingList {
    /// Somebody whose turn it was and who may no longer attend.
    struct PassedOver {
        let person: Person
        let reason: Phrase
    }

    var promoted: [Enrolment] = []
    var passedOver: [PassedOver] = []

    /// Goes down the waiting list until so many seats are given to people who are *still* eligible.
    init(of course: Course, seats: Int, in registry: some Registry) throws(DecideError) {
        guard seats > 0 else { return }
        for waiting in try registry.enrolments(in: course.code) where waiting.state == .waitlisted {
            if promoted.count == seats { break }
            let judged = try registry.eligibility(of: waiting.person, for: course.audience, on: course.from)
            if judged.mayAttend {
                promoted.append(waiting)
            } else if let person = try registry.find(Person.self, key: waiting.person) {
                passedOver.append(PassedOver(person: person, reason: judged.reason))
            }
        }
    }

    /// Gives the seats, and tells in the answer and by warnings who was passed over and why.
    func carryOut(_ decision: inout Decision, for course: Course) {
        for enrolment in promoted { decision.amend(enrolment, silently: true) { $0.state = .enrolled } }
        decision.answer(
            "passedOver",
            .list(
                passedOver.map { passed in
                    .object([
                        .init("person", .string(passed.person.nationalID)), .init("fa", .string(passed.reason.fa)),
                        .init("en", .string(passed.reason.en)),
                    ])
                }))
        let rule = course.audience.rule(on: course.from)
        for passed in passedOver {
            let name = passed.person.fullName
            decision.warn(
                Warning(
                    .notEligible,
                    Phrase(
                        fa: "نوبت «\(name)» بود، ولی \(rule.fa): \(passed.reason.fa).",
                        en: "It was the turn of “\(name)”, who \(rule.en): \(passed.reason.en).")))
        }
    }
}
