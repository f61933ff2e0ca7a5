import Domain
import Store

extension ShownPart {
    static let stories = ShownPart(part: .stories)
}
