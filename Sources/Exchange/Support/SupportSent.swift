import Domain

extension SentPart {
    static let support = SentPart(part: .support)
}
