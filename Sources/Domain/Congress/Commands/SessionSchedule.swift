import Persian

/// `{"command":"session.schedule","congress":1401,"hall":"HALL-A","from":"1401/05/09T10:00","to":"1401/05/09T11:30",
/// "title":"افتتاحیه","kind":"ceremony","speakers":["9990000018"]}`
public struct SessionSchedule: Command {
    public static let name = "session.schedule"
    public static let title = Phrase(fa: "گذاشتن نشست در برنامه", en: "schedule a session")
    public static let parameters = [
        CongressParameters.congress.required, SessionParameters.code.coined, SessionParameters.hall.required,
        SessionParameters.from.required, SessionParameters.to.required, SessionParameters.title.required,
        SessionParameters.kind.required, SessionParameters.speakers.clearable, SessionParameters.moderator.clearable,
    ]

    private let given: Given
    public init(_ given: Given) { self.given = given }

    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let congress = try registry.existing(
            Congress.self, given.require(CongressParameters.congress), field: "congress")
        let hall = try registry.existing(Hall.self, given.require(SessionParameters.hall), field: "hall")
        var session = CongressSession(
            code: "", congress: congress.key, hall: hall.code, from: try given.require(SessionParameters.from),
            to: try given.require(SessionParameters.to), title: try given.require(SessionParameters.title),
            sort: try given.require(SessionParameters.kind),
            speakers: (given[SessionParameters.speakers] ?? []).map(\.digits),
            moderator: given[SessionParameters.moderator]?.digits)
        for speaker in session.speakers { try registry.check(Person.self, exists: speaker, field: "speakers") }
        try registry.check(Person.self, exists: session.moderator, field: "moderator")
        session.code = try registry.freeCode(given[SessionParameters.code], for: CongressSession.self)
        try session.check(in: registry)

        var decision = Decision(envelope)
        decision.add(session)
        return decision
    }
}
