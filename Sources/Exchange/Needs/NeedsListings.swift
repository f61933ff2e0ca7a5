import Domain

enum NeedsListing: PlainListing {
    typealias Item = Need
    static let id = "needs"
}

enum IncidentsListing: PlainListing {
    typealias Item = Incident
    static let id = "incidents"
}
