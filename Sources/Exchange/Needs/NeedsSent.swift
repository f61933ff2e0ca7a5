import Domain

extension SentPart {
    static let needs = SentPart(
        part: .needs,
        listings: [NeedsListing.self, IncidentsListing.self])
}

extension ListingKind {
    public static let needs = ListingKind(NeedsListing.self)
    public static let incidents = ListingKind(IncidentsListing.self)
}
