import Persian

/// `{"command":"guest.invite","congress":1401,"name":"رضا حسینی","category":"family","rank":1,"companions":2}` → draft
public struct GuestInvite: Command {
    public static let name = "guest.invite"
    public static let title = Phrase(fa: "دعوت مهمان", en: "invite a guest")
    public static let parameters = [
        CongressParameters.congress.required, GuestParameters.code.coined, GuestParameters.name.required,
        GuestParameters.title.clearable, GuestParameters.category.required, GuestParameters.rank.required,
        GuestParameters.companions.kept,
    ]

    private let given: Given
    public init(_ given: Given) { self.given = given }

    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let congress = try registry.existing(
            Congress.self, given.require(CongressParameters.congress), field: "congress")
        try Guest.check(code: given[GuestParameters.code])
        var decision = Decision(envelope)
        decision.add(
            Guest(
                code: try registry.freeCode(given[GuestParameters.code], for: Guest.self), congress: congress.key,
                name: try given.require(GuestParameters.name), title: given[GuestParameters.title],
                category: try given.require(GuestParameters.category), rank: try given.require(GuestParameters.rank),
                companions: given[GuestParameters.companions] ?? 0))
        return decision
    }
}
