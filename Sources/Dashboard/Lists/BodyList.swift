import Canvas
import Domain
import Persian
import Store

/// Councils and bases: bodies that others belong to, each with a head.
protocol BodyList: RecordList where Item: Body {
    static var found: any Command.Type { get }
    static var amend: any Command.Type { get }
}

extension BodyList {
    static var columns: [Column] {
        [
            Column(Phrase(fa: "شناسه", en: "Code"), minimum: 8, priority: 9),
            Column(Phrase(fa: "نام", en: "Name"), minimum: 24, weight: 3, priority: 10),
        ]
    }

    static var homes: [Home] { [Home(Item.self), .terms(of: Item.self)] }

    static var actions: [RecordAction<Item>] {
        [
            .new(found), .amend(amend, "code"),
            RecordAction(
                "appoint", "h", Phrase(fa: "گماردن مسئول", en: "appoint a head"), command: OfficeAppoint.self
            ) { body in body.map { .form(.appoint(.head, of: $0)) } },
            .void(),
        ]
    }

    static func window(
        _ filter: Filter, from start: ListStart, limit: Int, in reader: Reader
    ) throws(DecideError) -> ListWindow {
        try reader.window(of: Item.kind, matching: filter, from: start, limit: limit)
    }

    static func item(at place: ListPlace, in reader: Reader, _ context: ScreenContext) throws(DecideError) -> Item? {
        try reader.record(Item.self, at: place)
    }

    static func cells(_ body: Item, _ context: ScreenContext) -> [TableCell] {
        [TableCell(body.code, direction: .leftToRight, color: .muted), TableCell(body.name)]
    }

    static func facts(_ body: Item, _ context: ScreenContext) -> [Facts.Fact] { body.facts(context) }
}

extension FormRequest {
    /// The form that appoints somebody to an office of a body; whoever holds it now is succeeded.
    static func appoint(_ office: Office, of body: any Body) -> FormRequest {
        FormRequest(
            OfficeAppoint.self,
            fixed: [.init("body", .string(body.code)), .init("office", .string(office.rawValue))],
            title: Phrase(
                fa: "گماردن \(office.phrase.fa) \(body.code)", en: "Appoint the \(office.phrase.en) of \(body.code)"))
    }
}
