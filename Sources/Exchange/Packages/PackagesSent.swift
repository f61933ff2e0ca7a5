import Domain

extension SentPart {
    static let packages = SentPart(
        part: .packages,
        sheets: [HouseholdsSheet.self, DeliveriesSheet.self])
}
