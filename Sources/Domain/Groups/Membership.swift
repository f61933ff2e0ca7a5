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
protocol Dated: Record {
    var from: Day { get }
    var to: Day? { get set }
}

extension Membership: Dated {
    /// Nobody is twice a member of one group at a time.
    public func check(beside moving: Set<String>, in registry: some Registry) throws(DecideError) {
        guard let nationalID = try? NationalID(person) else { return }
        let others = try registry.memberships(of: nationalID, in: group)
        guard let other = overlapping(others, beside: moving) else { return }
        let name = try registry.fullName(of: person)
        throw .refused(
            Refusal(
                .overlap, field: "from",
                Phrase(
                    fa:
                        "\(name) \(other.span) عضو گروه \(group) است؛ عضویت تازه باید پس از پایان آن آغاز شود.",
                    en:
                        "\(name) is a member of \(group) \(other.span); a new membership must begin after that one has ended."
                )))
    }
}

extension Term: Dated {
    /// Nobody holds an office that somebody else holds.
    public func check(beside moving: Set<String>, in registry: some Registry) throws(DecideError) {
        guard let other = overlapping(try registry.terms(of: body, office), beside: moving) else { return }
        let name = try registry.fullName(of: other.person)
        throw .refused(
            Refusal(
                .overlap, field: "from",
                Phrase(
                    fa:
                        "«\(name)» \(other.span) \(office.phrase) \(body) است؛ نخست آن دوره را پایان دهید، یا این یکی را جانشین او کنید.",
                    en:
                        "“\(name)” is \(office.phrase) of \(body) \(other.span); end that term first, or let the new one succeed it."
                )))
    }
}

extension Registry {
    fileprivate func fullName(of person: String) throws(DecideError) -> String {
        try find(Person.self, key: person)?.fullName ?? person
    }
}

extension Dated {
    /// Whether it holds on that day.
    public func holds(on day: Day) -> Bool { from <= day && (to.map { day <= $0 } ?? true) }

    /// Ends it on its last day; refused when it has ended already, or would before it began.
    ///
    /// - Parameter label: what it is called in a refusal: "the membership of … in Q-0001".
    func ending(
        on last: Day, _ label: Phrase, by envelope: Envelope, in registry: some Registry
    ) throws(DecideError) -> Decision {
        try envelope.check(versionOf: self, in: registry)
        if to != nil {
            throw .refused(
                .wrongState(
                    Phrase(fa: "\(label) (\(span))", en: "\(label) (\(span))"),
                    is: Phrase(fa: "پایان‌یافته", en: "over"), accepted: Phrase(fa: "برقرار", en: "going on")))
        }
        if last < from { throw .refused(.endBeforeBeginning("to", from: from, to: last)) }
        var decision = Decision(envelope)
        decision.amend(self) { $0.to = last }
        return decision
    }

    /// The last of the others that holds on a day on which this one holds.
    func overlapping(_ others: [Self], beside moving: Set<String>) -> Self? {
        others.last { other in
            let startsInTime = to.map { other.from <= $0 } ?? true
            let lastsLongEnough = other.to.map { from <= $0 } ?? true
            return startsInTime && lastsLongEnough && other.id != id && !moving.contains(other.id)
        }
    }

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
    static let person = Parameter<NationalID>.person("person", Phrase(fa: "شخص", en: "person"))
    static let succeed = Parameter<Bool>.flag(
        "succeed", Phrase(fa: "جانشین دارنده کنونی سمت", en: "succeeds the present one"))
    static let group = Parameter<String>.code("group", Group.kind.phrase, of: Group.kind)
}
