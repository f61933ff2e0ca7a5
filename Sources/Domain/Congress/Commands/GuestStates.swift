import Persian

/// What is done with an invitation is refused for other codes in the words of the door.
public protocol AboutInvitation: AmendingInState where Subject == Guest {}

extension AboutInvitation {
    /// - Throws: `missing-value`, `unknown-value` for the serial of a certificate, `not-found`.
    public func existing(in registry: some Registry) throws(DecideError) -> Guest {
        try registry.invitedGuest(given.require(GuestFields.code))
    }
}

/// `{"command":"guest.send","code":"G-001"}`: draft → sent.
public struct GuestSend: Transition, AboutInvitation {
    public static let name = "guest.send"
    public static let title = Phrase(fa: "فرستادن دعوت", en: "send an invitation")
    public static let from: [GuestState] = [.draft]
    public static let to = GuestState.sent
    public static let fields: [FieldUse<Guest>] = [GuestFields.code.required]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }
}

/// `{"command":"guest.answer","code":"G-001","answer":"accepted"}`: sent → accepted or declined. People change their
/// minds until they come.
public struct GuestReply: AboutInvitation {
    public static let name = "guest.answer"
    public static let title = Phrase(fa: "پاسخ مهمان", en: "record a guest's answer")
    public static let from: [GuestState] = [.sent, .accepted, .declined]
    public static let fields: [FieldUse<Guest>] = [GuestFields.code.required, .also(GuestFields.answer.required)]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `missing-value`.
    public func prepare(
        _ guest: inout Guest, from before: Guest, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        guest.state = try given.require(GuestFields.answer).state
    }
}

/// `{"command":"guest.revoke","code":"G-001","reason":"تغییر فهرست"}` → revoked, whatever it was before.
public struct GuestRevoke: AboutInvitation {
    public static let name = "guest.revoke"
    public static let title = Phrase(fa: "باطل کردن دعوت", en: "revoke an invitation")
    public static let from = GuestState.allCases.filter { $0 != .revoked }
    public static let fields: [FieldUse<Guest>] = [
        GuestFields.code.required, .also(EnvelopeParameters.reason.required),
    ]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: nothing.
    public func prepare(
        _ guest: inout Guest, from before: Guest, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        guest.state = .revoked
        guest.revokedAt = decision.envelope.at
        guest.revokedFor = given[EnvelopeParameters.reason]
    }
}
