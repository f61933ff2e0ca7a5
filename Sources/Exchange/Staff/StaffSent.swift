import Domain

extension SentPart {
    static let staff = SentPart(
        part: .staff,
        listings: [StaffListing.self])
}

extension ListingKind {
    public static let staff = ListingKind(StaffListing.self)
}
