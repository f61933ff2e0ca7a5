import Domain

extension SentPart {
    static let camps = SentPart(
        part: .camps,
        listings: [CampsListing.self, ReportsListing.self],
        sheets: [CampsSheet.self])
}

extension ListingKind {
    public static let camps = ListingKind(CampsListing.self)
    public static let reports = ListingKind(ReportsListing.self)
}
