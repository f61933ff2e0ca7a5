import Persian

/// `{"command":"session.move","code":"SE-02","hall":"HALL-B","from":"1401/05/09T11:00"}`: to another hall, another time
/// or both. It stays as long as it was unless its end is given.
public struct SessionMove: Command {
    public static let name = "session.move"
    public static let title = Phrase(fa: "جابه‌جا کردن نشست", en: "move a session")
    public static let parameters = [
        SessionParameters.code.required, SessionParameters.hall.kept, SessionParameters.from.kept,
        SessionParameters.to.kept,
    ]

    private let given: Given
    public init(_ given: Given) { self.given = given }

    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let session = try registry.existing(CongressSession.self, given.require(SessionParameters.code))
        try registry.check(Hall.self, exists: given[SessionParameters.hall], field: "hall")
        try envelope.check(versionOf: session, in: registry)
        try session.require([.scheduled])
        var moved = session
        moved.hall = given[SessionParameters.hall] ?? session.hall
        moved.from = given[SessionParameters.from] ?? session.from
        moved.to =
            given[SessionParameters.to]
            ?? Moment(
                milliseconds: moved.from.milliseconds + session.to.milliseconds - session.from.milliseconds)
        try moved.check(in: registry)

        var decision = Decision(envelope)
        decision.amend(session) { $0 = moved }
        return decision
    }
}

/// `{"command":"session.cancel","code":"SE-02","reason":"سفر"}`: scheduled → cancelled.
public struct SessionCancel: Transition {
    public static let name = "session.cancel"
    public static let title = Phrase(fa: "لغو نشست", en: "cancel a session")
    public typealias Subject = CongressSession
    public static let from: [SessionState] = [.scheduled]
    public static let to = SessionState.cancelled
    public let given: Given
    public init(_ given: Given) { self.given = given }
}
