import Persian

/// `{"command":"guest.checkIn","code":"G-002","companions":2}` → checkedIn. Without `companions` all come that were
/// invited. The answer tells the seats, whether somebody came with this code before, and when the first did.
public struct GuestCheckIn: Command {
    public static let name = "guest.checkIn"
    public static let title = Phrase(fa: "ورود مهمان", en: "check a guest in")
    public static let nature = CommandNature.fact
    /// What the door saw happened.
    public static let canBeUndone = false
    public static let overrides: [RefusalCode] = [.notAccepted, .capacity]
    public static let parameters = [GuestFields.code.required, GuestFields.companions.kept]

    private let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `unknown-value` for the serial of a certificate, `not-found`, `stale` unless it comes from elsewhere,
    ///   `revoked`; `not-accepted` and `capacity` unless a reason overrides them.
    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let guest = try registry.invitedGuest(given.require(GuestFields.code))
        try check(versionOf: guest, envelope, in: registry)
        let companions = given[GuestFields.companions] ?? guest.companions
        let scan = guest.scan(isIn: true, companions: companions, envelope)
        try guest.checkNotRevoked(at: scan.at, envelope)

        let isRepeat = guest.repeats(scan, envelope)
        let changesNothing = isRepeat && envelope.origin == nil
        let after = changesNothing ? guest : guest.after(scan, envelope)
        var decision = Decision(envelope)
        if !isRepeat { try guest.checkExpected(&decision) }
        let today = scan.at.day(in: .tehran)
        let more = after.seatsInside(on: today) - guest.seatsInside(on: today)
        try guest.checkRoom(for: more, on: today, &decision, in: registry)
        if !isRepeat { guest.warnOfCompanions(companions, &decision) }

        decision.amend(guest) { $0 = after }
        let visit = after.visit(at: scan.at)
        decision.answer("state", after.state.json)
        decision.answer("seats", .integer(visit?.seats ?? 1 + companions))
        decision.answer("repeat", .bool(isRepeat))
        decision.answer("first", (visit?.from ?? scan.at).json)
        return decision
    }
}
