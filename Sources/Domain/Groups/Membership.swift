import Persian

/// A person in a group, from one day to another, or without an end.
public struct Membership: Record {
    public var id = ""
    public var version = 1
    public var group: String
    public var person: String
    public var from: Day
    /// The last day; nil while it goes on.
    public var to: Day?

    public var key: String { "\(group)/\(person)/\(from.iso)" }

    public static let kind = RecordKind("membership", Phrase(fa: "عضویت", en: "membership"))
    public static let blank = Membership(group: "", person: "", from: Day(number: 0))
    public static let columns: [Column<Membership>] = [
        Column("group", \.group, Group.kind.phrase, identifies: true, refersTo: [Group.kind], isOwner: true),
        Column("person", \.person, Person.kind.phrase, identifies: true, refersTo: [Person.kind], isPrivate: true),
        Column("from", \.from, SpanParameters.from.phrase, identifies: true),
        Column("to", \.to, SpanParameters.to.phrase),
    ]
}

/// A dated office of a person: head or media liaison of a group, council or base.
public struct Term: Record {
    public var id = ""
    public var version = 1
    /// Code of the group, council or base.
    public var body: String
    public var office: Office
    public var person: String
    public var from: Day
    /// The last day; nil while it goes on.
    public var to: Day?

    public var key: String { "\(body)/\(office.rawValue)/\(person)/\(from.iso)" }

    public static let kind = RecordKind("term", Phrase(fa: "دوره تصدی", en: "term"))
    public static let blank = Term(body: "", office: .head, person: "", from: Day(number: 0))
    public static let columns: [Column<Term>] = [
        Column("body", \.body, TermParameters.body.phrase, identifies: true, refersTo: Group.bodyKinds, isOwner: true),
        Column("office", \.office, TermParameters.office.phrase, identifies: true),
        Column("person", \.person, Person.kind.phrase, identifies: true, refersTo: [Person.kind], isPrivate: true),
        Column("from", \.from, SpanParameters.from.phrase, identifies: true),
        Column("to", \.to, SpanParameters.to.phrase),
    ]
}

/// Something that holds from one day to another, both included, or without an end.
protocol Dated {
    var from: Day { get }
    var to: Day? { get }
}

extension Membership: Dated {}
extension Term: Dated {}

extension Dated {
    /// Whether it holds on that day.
    public func holds(on day: Day) -> Bool { from <= day && (to.map { day <= $0 } ?? true) }

    /// Whether it holds on any day from `start` on.
    func reaches(_ start: Day) -> Bool { to.map { $0 >= start } ?? true }

    /// "since 1398/02/10" or "from … to …", for sentences.
    var span: Phrase {
        guard let to else {
            return Phrase(fa: "از \(from.jalaliText(.persian)) تاکنون", en: "since \(from.jalaliText(.english))")
        }
        return Phrase(
            fa: "از \(from.jalaliText(.persian)) تا \(to.jalaliText(.persian))",
            en: "from \(from.jalaliText(.english)) to \(to.jalaliText(.english))")
    }
}

enum SpanParameters {
    static let from = Parameter<Day>.day("from", Phrase(fa: "از تاریخ", en: "from"))
    static let to = Parameter<Day>.day("to", Phrase(fa: "تا تاریخ", en: "to"))
}

enum TermParameters {
    static let body = Parameter<String>.code(
        "body", Phrase(fa: "گروه، شورا یا قرارگاه", en: "body"), of: Group.kind, Council.kind, Base.kind)
    static let office = Parameter<Office>.choice("office", Phrase(fa: "سمت", en: "office"))
    static let person = Parameter<NationalID>.nationalID("person", Phrase(fa: "کد ملی", en: "person"))
    static let succeed = Parameter<Bool>.flag(
        "succeed", Phrase(fa: "جانشین مسئول کنونی", en: "succeeds the present one"))
    static let group = Parameter<String>.code("group", Group.kind.phrase, of: Group.kind)
}
