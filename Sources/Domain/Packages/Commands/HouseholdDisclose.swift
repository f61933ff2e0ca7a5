import Persian

/// `{"command":"household.disclose","listing":"households","count":16437,"reason":"ارسال به کمیته امداد"}`: names, national
/// IDs and mobiles of households leave the program unmasked. It changes no record: the ledger keeps who took them, how many
/// and why.
public struct HouseholdDisclose: Command {
    public static let name = "household.disclose"
    public static let isFilledByHand = false
    public static let title = Phrase(fa: "خروجی با نام و کد ملی خانوارها", en: "export households unmasked")
    /// What somebody has seen is not unseen.
    public static let canBeUndone = false
    public static let parameters = [listing.required, count.required, EnvelopeParameters.reason.required]

    /// What was taken: a listing by its name, or a printed page by what it is printed of.
    public static let listing = Parameter<String>.text("listing", Phrase(fa: "فهرست", en: "listing"), limit: 100)
    public static let count = Parameter<Int>.integer(
        "count", Phrase(fa: "شمار ردیف‌ها", en: "rows"), 0...1_000_000_000)

    private let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: nothing by itself.
    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        var decision = Decision(envelope)
        decision.answer(Self.listing.name, .string(try given.require(Self.listing)))
        decision.answer(Self.count.name, .integer(try given.require(Self.count)))
        return decision
    }
}
