import Domain

enum StaffListing: PlainListing {
    typealias Item = Staff
    static let id = "staff"
}
