import Canvas
import Domain
import Persian
import Store

enum CouncilsList: BodyList {
    typealias Kind = Council
    typealias Item = BodyRow<Council>
    static let id = "councils"
    static let title = Phrase(fa: "شوراها", en: "Councils")
    static let icon = "⌂"
    static let shows: [RecordKind] = [Council.kind]
    static let found: any Command.Type = CouncilFound.self
    static let amend: any Command.Type = CouncilAmend.self

    static func council(of body: Council) -> String? { nil }
    static func parent(of body: Council) -> String? { body.parent }
    static func groupCount(of body: Council, in reader: Reader) throws(DecideError) -> Int {
        try reader.groupCount(ofCouncil: body.code)
    }
}
