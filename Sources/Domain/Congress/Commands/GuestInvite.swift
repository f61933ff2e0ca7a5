import Persian

/// `{"command":"guest.invite","congress":1401,"name":"رضا حسینی","category":"family","rank":1,"companions":2}` → draft
public struct GuestInvite: Adding {
    public static let name = "guest.invite"
    public static let title = Phrase(fa: "دعوت مهمان", en: "invite a guest")
    public static let fields: [FieldUse<Guest>] = [
        GuestFields.congress.required, GuestFields.code.coined, GuestFields.name.required, GuestFields.title.clearable,
        GuestFields.category.required, GuestFields.rank.required, GuestFields.companions.kept,
    ]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `unknown-value` for a code that reads as the serial of a certificate.
    public func prepare(
        _ guest: inout Guest, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        try Guest.check(code: given[GuestFields.code])
    }
}
