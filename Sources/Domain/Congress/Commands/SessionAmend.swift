import Persian

/// `{"command":"session.amend","code":"SE-02","title":"شب خاطره","speakers":["9990000018"]}`: what is absent stays as it
/// was. Hall and hours are changed by `session.move`.
public struct SessionAmend: AmendingInState {
    public static let name = "session.amend"
    public static let title = Phrase(fa: "ویرایش نشست", en: "amend a session")
    public static let from: [SessionState] = [.scheduled]
    public static let fields: [FieldUse<CongressSession>] = [
        SessionFields.code.required, SessionFields.title.kept, SessionFields.kind.kept,
        SessionFields.speakers.clearable, SessionFields.moderator.clearable,
    ]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: where its people are others, `not-found`, `unknown-value`, `invalid-date`, `overlap`.
    public func prepare(
        _ session: inout CongressSession, from before: CongressSession, _ decision: inout Decision,
        in registry: some Registry
    ) throws(DecideError) {
        if session.people != before.people { try session.check(in: registry) }
    }
}
