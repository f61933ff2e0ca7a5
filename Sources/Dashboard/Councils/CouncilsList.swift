import Canvas
import Domain
import Persian
import Store

enum CouncilsList: BodyList {
    typealias Item = Council
    static let id = "councils"
    static let title = Phrase(fa: "شوراها", en: "Councils")
    static let icon = "⌂"
    static let found: any Command.Type = CouncilFound.self
    static let amend: any Command.Type = CouncilAmend.self
}
