import Persian

/// `{"command":"guest.checkOut","code":"G-002"}`: the guest and the companions leave; whoever comes again enters anew.
public struct GuestCheckOut: Command {
    public static let name = "guest.checkOut"
    public static let title = Phrase(fa: "خروج مهمان", en: "check a guest out")
    public static let nature = CommandNature.fact
    /// What the door saw happened.
    public static let canBeUndone = false
    public static let parameters = [GuestFields.code.required]

    private let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `unknown-value` for the serial of a certificate, `not-found`; `stale` and `wrong-state` unless it
    ///   comes from elsewhere.
    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let guest = try registry.invitedGuest(given.require(GuestFields.code))
        try check(versionOf: guest, envelope, in: registry)
        // Whoever is inside may leave, though the invitation was revoked meanwhile.
        if envelope.origin == nil, !guest.isInside { try guest.require([.checkedIn]) }
        let scan = guest.scan(isIn: false, companions: 0, envelope)
        let isRepeat = guest.repeats(scan, envelope)
        var decision = Decision(envelope)
        decision.amend(guest) { $0 = $0.after(scan, envelope) }
        decision.answer("repeat", .bool(isRepeat))
        return decision
    }
}
