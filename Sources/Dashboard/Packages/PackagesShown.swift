import Domain
import Store

extension ShownPart {
    static let packages = ShownPart(
        part: .packages, screens: [HandOutScreen.self],
        first: { _, pack in pack?.kind == BasePack.name ? HandOutScreen.self : nil })
}
