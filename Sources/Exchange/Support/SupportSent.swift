import Domain
import Persian

extension SentPart {
    static let support = SentPart(
        part: .support,
        listings: [
            InstitutionsListing.self, PledgesListing.self, HandoversListing.self, SupportsListing.self,
        ],
        sheets: [InstitutionsSheet.self, PledgesSheet.self, HandoversSheet.self], pages: [.institution])
}

extension ListingKind {
    public static let institutions = ListingKind(InstitutionsListing.self)
    public static let pledges = ListingKind(PledgesListing.self)
    public static let handovers = ListingKind(HandoversListing.self)
    public static let supports = ListingKind(SupportsListing.self)
}

extension PrintKind {
    /// The letter to an institution: what it promised and what came of it. `SETAD`, or `SETAD/1401/05/10` for another day.
    public static let institution = PrintKind(
        "institution", Phrase(fa: "نامه به دستگاه", en: "letter to an institution"), reading: InstitutionsListing.self,
        onDay: { (key, _, day, reader) throws(DecideError) in
            try Printed(InstitutionLetter(key, on: day, in: reader))
        })
}
