import Domain

extension SentPart {
    static let groups = SentPart(
        part: .groups,
        listings: [GroupsListing.self, CouncilsListing.self, BasesListing.self],
        sheets: [GroupsSheet.self])
}

extension ListingKind {
    public static let groups = ListingKind(GroupsListing.self)
    public static let councils = ListingKind(CouncilsListing.self)
    public static let bases = ListingKind(BasesListing.self)
}
