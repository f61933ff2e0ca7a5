import Domain

enum CongressesListing: PlainListing {
    typealias Item = Congress
    static let id = "congresses"
}

enum HallsListing: PlainListing {
    typealias Item = Hall
    static let id = "halls"
}

enum SessionsListing: PlainListing {
    typealias Item = CongressSession
    static let id = "sessions"
}
