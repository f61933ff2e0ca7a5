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
    ///
    /// - Parameter changes: what changes together with the seats and does not stand in the registry yet.
    init(
        of course: Course, seats: Int, after changes: [Change] = [], in registry: some Registry
    ) throws(DecideError) {
        guard seats > 0 else { return }
        for waiting in try registry.enrolments(in: course.code, after: changes) where waiting.state == .waitlisted {
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
        tell(&decision, for: course)
    }

    /// Says in the answer and by warnings who was passed over and why.
    func tell(_ decision: inout Decision, for course: Course) {
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
                        fa: "نوبت «\(name)» بود، ولی \(rule): \(passed.reason).",
                        en: "It was the turn of “\(name)”, who \(rule): \(passed.reason).")))
        }
    }
}

extension Registry {
    /// The enrolments in a course as they will be after some changes, in the order in which people came.
    fileprivate func enrolments(in course: String, after changes: [Change]) throws(DecideError) -> [Enrolment] {
        var enrolments = try enrolments(in: course)
        if changes.isEmpty { return enrolments }
        for change in changes {
            guard let enrolment = change.record as? Enrolment, enrolment.course == course else { continue }
            enrolments.removeAll { $0.id == enrolment.id }
            if let after = change.after as? Enrolment { enrolments.append(after) }
        }
        return enrolments.sorted { $0.number < $1.number }
    }
}

/// The seats that come free by taking records back or out, and who gets them.
///
/// Before its first day no seat of a course stands empty while somebody waits for it who may attend.
struct FreedSeats: Consequence {
    /// What was to be changed, with the seats given.
    private(set) var changes: [Change]
    private var lists: [(course: Course, waiting: WaitingList)] = []

    init(of changes: [Change], on day: Day, in registry: some Registry) throws(DecideError) {
        self.changes = changes
        for code in Self.courses(of: changes) {
            let changed = changes.last { ($0.record as? Course)?.code == code }
            let course = if let changed { changed.after as? Course } else { try registry.find(Course.self, key: code) }
            guard let course, course.state == .announced, day < course.from else { continue }
            let taken = try registry.enrolments(in: code, after: changes).count { $0.state.takesSeat }
            let waiting = try WaitingList(of: course, seats: course.capacity - taken, after: changes, in: registry)
            for enrolment in waiting.promoted { give(enrolment) }
            lists.append((course, waiting))
        }
    }

    private static func courses(of changes: [Change]) -> [String] {
        let codes = changes.compactMap { ($0.record as? Enrolment)?.course ?? ($0.record as? Course)?.code }
        return Set(codes).sorted()
    }

    /// A record changes once in a command; the seat is given when all others have been freed.
    private mutating func give(_ waiting: Enrolment) {
        var enrolled = waiting
        enrolled.state = .enrolled
        guard let place = changes.lastIndex(where: { $0.record.id == waiting.id }) else {
            changes.append(.amended(waiting, enrolled.with(version: waiting.version + 1)))
            return
        }
        let before = changes.remove(at: place).before
        changes.append(before.map { Change.amended($0, enrolled) } ?? .new(enrolled))
    }

    /// Tells in the answer who got a seat, and who was passed over and why.
    func tell(_ decision: inout Decision) {
        guard !lists.isEmpty else { return }
        decision.answer("promoted", lists.flatMap(\.waiting.promoted).map(\.person).json)
        for list in lists { list.waiting.tell(&decision, for: list.course) }
    }
}
