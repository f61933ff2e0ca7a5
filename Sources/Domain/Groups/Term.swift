import Persian

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

extension Term: Dated {
    /// Nobody holds an office that somebody else holds.
    ///
    /// - Throws: `overlap`.
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

enum TermParameters {
    static let body = Parameter<String>.code(
        "body", Phrase(fa: "گروه، شورا یا قرارگاه", en: "body"), of: Group.kind, Council.kind, Base.kind)
    static let office = Parameter<Office>.choice("office", Phrase(fa: "سمت", en: "office"))
    static let person = Parameter<NationalID>.person("person", Phrase(fa: "شخص", en: "person"))
    static let succeed = Parameter<Bool>.flag(
        "succeed", Phrase(fa: "جانشین دارنده کنونی سمت", en: "succeeds the present one"))
}
