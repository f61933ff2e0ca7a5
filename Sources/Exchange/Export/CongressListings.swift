import Domain

enum CongressesListing: PlainListing { typealias Item = Congress }
enum HallsListing: PlainListing { typealias Item = Hall }
enum SessionsListing: PlainListing { typealias Item = CongressSession }
