import Canvas
import Domain
import Persian
import Store

enum BasesList: BodyList {
    typealias Item = Base
    static let id = "bases"
    static let title = Phrase(fa: "قرارگاه‌ها", en: "Bases")
    static let icon = "⚑"
    static let found: any Command.Type = BaseFound.self
    static let amend: any Command.Type = BaseAmend.self
}
