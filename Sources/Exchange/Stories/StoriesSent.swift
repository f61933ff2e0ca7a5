import Domain
import Persian

extension SentPart {
    static let stories = SentPart(
        part: .stories, listings: [StoriesListing.self, BulletinsListing.self], sheets: [StoriesSheet.self])
}

extension ListingKind {
    public static let stories = ListingKind(StoriesListing.self)
    public static let bulletins = ListingKind(BulletinsListing.self)
}
