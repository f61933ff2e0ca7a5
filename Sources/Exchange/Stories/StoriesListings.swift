import Domain
import Persian
import Store

/// Stories, as sheets tell them.
enum StoriesListing: PlainListing {
    typealias Item = Story
    static let id = "stories"
}

/// The bulletins, without all that they say.
enum BulletinsListing: PlainListing {
    typealias Item = Bulletin
    static let id = "bulletins"
}
