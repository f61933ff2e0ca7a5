import Domain

extension SentPart {
    static let people = SentPart(
        part: .people,
        listings: [PeopleListing.self, MembersListing.self],
        sheets: [MembersSheet.self])
}

extension ListingKind {
    public static let people = ListingKind(PeopleListing.self)
    public static let members = ListingKind(MembersListing.self)
}
