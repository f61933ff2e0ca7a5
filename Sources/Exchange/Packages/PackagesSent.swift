import Domain
import Persian

extension SentPart {
    static let packages = SentPart(
        part: .packages,
        listings: [
            CampaignsListing.self, StocksListing.self, MovementsListing.self, HouseholdsListing.self,
            DeliveriesListing.self, MissesListing.self, SuspectsListing.self, UnservedListing.self,
        ],
        sheets: [HouseholdsSheet.self, DeliveriesSheet.self], pages: [.base])
}

extension ListingKind {
    public static let campaigns = ListingKind(CampaignsListing.self)
    public static let households = ListingKind(HouseholdsListing.self)
    public static let deliveries = ListingKind(DeliveriesListing.self)
    public static let unserved = ListingKind(UnservedListing.self)
    public static let suspects = ListingKind(SuspectsListing.self)
}

extension PrintKind {
    /// The households of a base that have got nothing in a campaign yet, by place: `B-01/RM-1401`, or `B-01` for the current
    /// campaign.
    public static let base = PrintKind(
        "base", Phrase(fa: "فهرست تحویل قرارگاه", en: "hand-out list of a base"), reading: UnservedListing.self,
        onDay: { (key, masking, day, reader) throws(DecideError) in
            try Printed(BaseRoutes(key, on: day, for: masking, in: reader))
        })
}
