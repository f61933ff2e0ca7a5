import Persian

/// `{"command":"session.schedule","congress":1401,"hall":"HALL-A","from":"1401/05/09T10:00","to":"1401/05/09T11:30",
/// "title":"افتتاحیه","kind":"ceremony","speakers":["9990000018"]}`
public struct SessionSchedule: Adding {
    public static let name = "session.schedule"
    public static let title = Phrase(fa: "گذاشتن نشست در برنامه", en: "schedule a session")
    public static let fields: [FieldUse<CongressSession>] = [
        SessionFields.congress.required, SessionFields.code.coined, SessionFields.hall.required,
        SessionFields.from.required, SessionFields.to.required, SessionFields.title.required,
        SessionFields.kind.required, SessionFields.speakers.clearable, SessionFields.moderator.clearable,
    ]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }
}
