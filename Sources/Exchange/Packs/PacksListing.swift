import Domain

enum PacksListing: PlainListing {
    typealias Item = Pack
    static let id = "packs"
}
