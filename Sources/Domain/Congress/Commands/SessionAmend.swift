import Persian

/// `{"command":"session.amend","code":"SE-02","title":"شب خاطره","speakers":["9990000018"]}`: what is absent stays as it
/// was. Hall and hours are changed by `session.move`.
public struct SessionAmend: Command {
    public static let name = "session.amend"
    public static let title = Phrase(fa: "ویرایش نشست", en: "amend a session")
    public static let parameters = [
        SessionParameters.code.required, SessionParameters.title.kept, SessionParameters.kind.kept,
        SessionParameters.speakers.clearable, SessionParameters.moderator.clearable,
    ]

    private let given: Given
    public init(_ given: Given) { self.given = given }

    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let session = try registry.existing(CongressSession.self, given.require(SessionParameters.code))
        for speaker in given[SessionParameters.speakers] ?? [] {
            try registry.check(Person.self, exists: speaker.digits, field: "speakers")
        }
        try registry.check(Person.self, exists: given[SessionParameters.moderator]?.digits, field: "moderator")
        try envelope.check(versionOf: session, in: registry)
        try session.require([.scheduled])
        var amended = session
        apply(to: &amended)
        if amended.people != session.people { try amended.check(in: registry) }

        var decision = Decision(envelope)
        decision.amend(session) { $0 = amended }
        return decision
    }

    private func apply(to session: inout CongressSession) {
        given.apply(SessionParameters.title, to: &session.title)
        given.apply(SessionParameters.kind, to: &session.sort)
        var speakers: [NationalID]? = session.speakers.compactMap { try? NationalID($0) }
        given.apply(SessionParameters.speakers, to: &speakers)
        session.speakers = (speakers ?? []).map(\.digits)
        var moderator = session.moderator.flatMap { try? NationalID($0) }
        given.apply(SessionParameters.moderator, to: &moderator)
        session.moderator = moderator?.digits
    }
}
