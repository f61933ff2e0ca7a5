import Persian

/// `{"command":"camp.attend","camp":"C-001","day":"1401/05/03","people":["9990000050"]}`: who was there; sent again
/// it takes the place of what was sent before.
public struct CampAttend: Command {
    public static let name = "camp.attend"
    public static let title = Phrase(fa: "حضور و غیاب اردو", en: "take attendance at a camp")
    public static let roles: Set<Role> = [.operator, .supervisor]
    public static let parameters = [
        CampFields.camp.required, CampFields.day.required, ReportFields.people.required,
    ]

    private let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `not-found`, `wrong-state`.
    public static func checkState(_ given: Arguments, in registry: some Registry) throws(DecideError) {
        guard let code = given[CampFields.camp] else { return }
        try registry.existing(Camp.self, code, field: "camp").requireInField()
    }

    /// - Throws: `not-found` for the camp and the people, `stale`, `wrong-state`, `invalid-date`, `overlap`.
    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let camp = try registry.existing(Camp.self, given.require(CampFields.camp), field: "camp")
        let day = try given.require(CampFields.day)
        let people = try given.require(ReportFields.people).map(\.digits)
        for person in people { try registry.check(Person.self, exists: person, field: "people") }
        let earlier = try registry.attendance(of: camp.code, on: day)
        if let earlier { try envelope.check(versionOf: earlier, in: registry) }
        try camp.requireInField()
        try camp.check(day, today: envelope.day, field: "day")

        let attendance = Attendance(camp: camp.code, day: day, people: people)
        try attendance.check(in: registry)
        var decision = Decision(envelope)
        if let earlier {
            decision.amend(earlier, evenIfSame: envelope.origin != nil) { $0.people = people }
        } else {
            decision.add(attendance)
        }
        decision.answer("present", .integer(people.count))
        decision.answer("correction", .bool(earlier != nil))
        return decision
    }
}
