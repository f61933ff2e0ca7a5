import Persian

/// `{"command":"guest.send","code":"G-001"}`: draft → sent.
public struct GuestSend: Command {
    public static let name = "guest.send"
    public static let title = Phrase(fa: "فرستادن دعوت", en: "send an invitation")
    public static let parameters = [GuestParameters.code.required]

    private let given: Given
    public init(_ given: Given) { self.given = given }

    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let guest = try registry.invitedGuest(given.require(GuestParameters.code))
        try envelope.check(versionOf: guest, in: registry)
        try guest.require([.draft])
        var decision = Decision(envelope)
        decision.amend(guest) { $0.state = .sent }
        return decision
    }
}

/// `{"command":"guest.answer","code":"G-001","answer":"accepted"}`: sent → accepted or declined. People change their
/// minds until they come.
public struct GuestReply: Command {
    public static let name = "guest.answer"
    public static let title = Phrase(fa: "پاسخ مهمان", en: "record a guest's answer")
    public static let parameters = [GuestParameters.code.required, GuestParameters.answer.required]

    private let given: Given
    public init(_ given: Given) { self.given = given }

    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let guest = try registry.invitedGuest(given.require(GuestParameters.code))
        try envelope.check(versionOf: guest, in: registry)
        try guest.require([.sent, .accepted, .declined])
        let answer = try given.require(GuestParameters.answer)
        var decision = Decision(envelope)
        decision.amend(guest) { $0.state = answer.state }
        return decision
    }
}

/// `{"command":"guest.revoke","code":"G-001","reason":"تغییر فهرست"}` → revoked, whatever it was before.
public struct GuestRevoke: Command {
    public static let name = "guest.revoke"
    public static let title = Phrase(fa: "باطل کردن دعوت", en: "revoke an invitation")
    public static let parameters = [GuestParameters.code.required, EnvelopeParameters.reason.required]

    private let given: Given
    public init(_ given: Given) { self.given = given }

    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let guest = try registry.invitedGuest(given.require(GuestParameters.code))
        try envelope.check(versionOf: guest, in: registry)
        try guest.require(GuestState.allCases.filter { $0 != .revoked })
        let reason = try given.require(EnvelopeParameters.reason)
        var decision = Decision(envelope)
        decision.amend(guest) { guest in
            guest.state = .revoked
            guest.revokedAt = envelope.at
            guest.revokedFor = reason
        }
        return decision
    }
}
