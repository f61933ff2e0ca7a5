import Domain

extension ShownPart {
    static let support = ShownPart(part: .support)
}
