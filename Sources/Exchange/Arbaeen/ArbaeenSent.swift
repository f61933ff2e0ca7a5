import Domain
import Persian

extension SentPart {
    static let arbaeen = SentPart(
        part: .arbaeen,
        listings: [
            SeasonsListing.self, PointsListing.self, ShiftsListing.self, SuppliesListing.self, TalliesListing.self,
        ],
        sheets: [SeasonsSheet.self, PointsSheet.self, ShiftsSheet.self, SuppliesSheet.self, TalliesSheet.self],
        pages: [.point])
}

extension ListingKind {
    public static let seasons = ListingKind(SeasonsListing.self)
    public static let points = ListingKind(PointsListing.self)
    public static let shifts = ListingKind(ShiftsListing.self)
    public static let supplies = ListingKind(SuppliesListing.self)
    public static let tallies = ListingKind(TalliesListing.self)
}

extension PrintKind {
    /// The sheet of a service point for a day: `AP-1/1401/06/15`.
    public static let point = PrintKind(
        "point", Phrase(fa: "برگه نقطه", en: "sheet of a point"), reading: PointsListing.self
    ) { (code, _, reader) throws(DecideError) in try Printed(PointPage(code, in: reader)) }
}
