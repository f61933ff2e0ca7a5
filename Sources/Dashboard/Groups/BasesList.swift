import Canvas
import Domain
import Persian
import Store

enum BasesList: BodyList {
    typealias Kind = Base
    typealias Item = BodyRow<Base>
    static let id = "bases"
    static let title = Phrase(fa: "قرارگاه‌ها", en: "Bases")
    static let icon = "⚑"
    static let shows: [RecordKind] = [Base.kind]
    static let found: any Command.Type = BaseFound.self
    static let amend: any Command.Type = BaseAmend.self

    static func council(of body: Base) -> String? { body.council }
    static func parent(of body: Base) -> String? { body.parent }
    static func groupCount(of body: Base, in reader: Reader) throws(DecideError) -> Int {
        try reader.groupCount(ofBase: body.code)
    }
}
