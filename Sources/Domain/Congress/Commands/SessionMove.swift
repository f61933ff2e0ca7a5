import Persian

/// `{"command":"session.move","code":"SE-02","hall":"HALL-B","from":"1401/05/09T11:00"}`: to another hall, another time
/// or both. It stays as long as it was unless its end is given.
public struct SessionMove: AmendingInState {
    public static let name = "session.move"
    public static let title = Phrase(fa: "جابه‌جا کردن نشست", en: "move a session")
    public static let from: [SessionState] = [.scheduled]
    public static let fields: [FieldUse<CongressSession>] = [
        SessionFields.code.required, SessionFields.hall.kept, SessionFields.from.kept, SessionFields.to.kept,
    ]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `not-found`, `unknown-value` for a hall of another edition, `invalid-date`, `overlap`.
    public func prepare(
        _ session: inout CongressSession, from before: CongressSession, _ decision: inout Decision,
        in registry: some Registry
    ) throws(DecideError) {
        if given[SessionFields.to] == nil {
            let length = before.to.milliseconds - before.from.milliseconds
            session.to = Moment(milliseconds: session.from.milliseconds + length)
        }
        try session.check(in: registry)
    }
}

/// `{"command":"session.cancel","code":"SE-02","reason":"سفر"}`: scheduled → cancelled.
public struct SessionCancel: Transition {
    public static let name = "session.cancel"
    public static let title = Phrase(fa: "لغو نشست", en: "cancel a session")
    public typealias Subject = CongressSession
    public static let from: [SessionState] = [.scheduled]
    public static let to = SessionState.cancelled
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }
}
