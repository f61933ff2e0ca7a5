import Canvas
import Domain
import Persian
import Store

/// A council or base as its list shows it: with the head, and with names where the record holds codes.
struct BodyRow<Kind: Body>: Hashable, Sendable {
    let body: Kind
    /// Who heads it today, and who tells of its work.
    var head: Person?
    var liaison: Person?
    /// The council of a base.
    var council: Council?
    /// What it belongs to of its own kind.
    var parent: Kind?
    /// How many groups it has.
    var groups: Int
}

/// Councils and bases: bodies that others belong to, each with a head.
protocol BodyList: RecordList where Item == BodyRow<Kind> {
    associatedtype Kind: Body
    static var found: any Command.Type { get }
    static var amend: any Command.Type { get }
    static func council(of body: Kind) -> String?
    static func parent(of body: Kind) -> String?
    static func groupCount(of body: Kind, in reader: Reader) throws(DecideError) -> Int
}

extension BodyList {
    static var columns: [Column] {
        [
            Column(Phrase(fa: "شناسه", en: "Code"), minimum: 8, priority: 9),
            Column(Phrase(fa: "نام", en: "Name"), minimum: 18, weight: 3, priority: 10),
            Column(Phrase(fa: "مسئول", en: "Head"), minimum: 16, weight: 2, priority: 8),
            Column(Phrase(fa: "وابسته به", en: "Belongs to"), minimum: 14, weight: 2, priority: 6),
            Column(Phrase(fa: "گروه", en: "Groups"), minimum: 6, alignment: .end, priority: 5),
        ]
    }

    static var homes: [Home] { [Home(Kind.self), .terms(of: Kind.self)] }

    /// Where there is no room beside the list the head's number stands below it.
    static var showsFactsBelow: Bool { true }
    static func code(_ row: Item) -> String? { row.body.code }

    static var actions: [RecordAction<Item>] {
        let own: [RecordAction<Kind>] = [
            .new(found), .amend(amend, "code"),
            RecordAction(
                "body.appoint", "h", Phrase(fa: "گماردن مسئول", en: "appoint a head"), command: OfficeAppoint.self
            ) { body in body.map { .form(.appoint(.head, of: $0)) } },
            .void(),
        ]
        return own.map { $0.on(\.body) }
    }

    static func window(
        _ filter: Filter, from start: ListStart, limit: Int, in reader: Reader
    ) throws(DecideError) -> ListWindow {
        try reader.window(of: Kind.kind, matching: filter, from: start, limit: limit)
    }

    static func item(at place: ListPlace, in reader: Reader, _ context: ScreenContext) throws(DecideError) -> Item? {
        guard let body = try reader.record(Kind.self, at: place) else { return nil }
        let council = try council(of: body).flatMapTyped { (code) throws(DecideError) in
            try reader.find(Council.self, key: code)
        }
        let parent = try parent(of: body).flatMapTyped { (code) throws(DecideError) in
            try reader.find(Kind.self, key: code)
        }
        return BodyRow(
            body: body, head: try reader.holder(of: body.code, .head, on: context.day),
            liaison: try reader.holder(of: body.code, .mediaLiaison, on: context.day), council: council,
            parent: parent, groups: try groupCount(of: body, in: reader))
    }

    static func cells(_ row: Item, _ context: ScreenContext) -> [TableCell] {
        let above = [row.council?.shortName, row.parent?.shortName].compactMap(\.self)
        return [
            TableCell(row.body.code, direction: .leftToRight, color: .muted), TableCell(row.body.shortName),
            TableCell(row.head?.fullName ?? "—", color: row.head == nil ? .muted : nil),
            TableCell(above.isEmpty ? "—" : above.listed(in: context.language), color: .muted),
            TableCell(context.language.number(row.groups), direction: .leftToRight),
        ]
    }

    static func facts(_ row: Item, _ context: ScreenContext) -> [Facts.Fact] {
        let language = context.language
        func fact(_ label: Phrase, _ text: String?) -> Facts.Fact? { text.map { Facts.Fact(label[language], $0) } }
        func named(_ body: (any Body)?) -> String? { body.map { language.parts([$0.name, $0.code]) } }
        func reached(_ person: Person?) -> String? {
            person.map { person in
                language.parts([
                    person.fullName, person.mobile.map { language.digits(context.masking.mobile($0)) },
                ])
            }
        }
        let nobody = Phrase(fa: "کسی گمارده نشده است", en: "nobody is appointed")[language]
        let facts = [
            fact(Phrase(fa: "شناسه", en: "code"), row.body.code), fact(Phrase(fa: "نام", en: "name"), row.body.name),
            fact(Office.head.phrase, reached(row.head) ?? nobody),
            fact(Office.mediaLiaison.phrase, reached(row.liaison)),
            fact(Phrase(fa: "شورا", en: "council"), named(row.council)),
            fact(Phrase(fa: "زیرمجموعه", en: "part of"), named(row.parent)),
            fact(Phrase(fa: "گروه‌ها", en: "groups"), language.number(row.groups)),
        ]
        return facts.compactMap(\.self)
    }
}

extension FormRequest {
    /// The form that appoints somebody to an office of a body; whoever holds it now is succeeded.
    static func appoint(_ office: Office, of body: any Body) -> FormRequest {
        FormRequest(
            OfficeAppoint.self,
            fixed: [.init("body", .string(body.code)), .init("office", .string(office.rawValue))],
            title: Phrase(fa: "گماردن \(office.phrase)", en: "Appointment of the \(office.phrase)"))
    }
}
