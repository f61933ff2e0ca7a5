import Domain
import Store

extension ShownPart {
    static let packages = ShownPart(part: .packages)
}
