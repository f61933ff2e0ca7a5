import Domain

extension SentPart {
    static let packs = SentPart(
        part: .packs,
        listings: [PacksListing.self])
}

extension ListingKind {
    public static let packs = ListingKind(PacksListing.self)
}
