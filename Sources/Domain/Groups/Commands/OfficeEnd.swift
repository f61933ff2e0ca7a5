import Persian

/// `{"command":"office.end","body":"SH-01","office":"head","to":"1401/04/01"}`
public struct OfficeEnd: Command {
    public static let name = "office.end"
    public static let title = Phrase(fa: "پایان سمت", en: "end a term of office")
    public static let parameters = [
        TermParameters.body.required, TermParameters.office.required, TermParameters.person.clearable,
        SpanParameters.to.required,
    ]

    private let given: Given
    public init(_ given: Given) { self.given = given }

    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let body = try registry.existingBody(given.require(TermParameters.body), field: "body")
        let office = try given.require(TermParameters.office)
        let person = given[TermParameters.person]?.digits
        let terms = try registry.terms(of: body.code, office).filter { person == nil || $0.person == person }
        guard let term = terms.last else {
            throw .refused(.notFound(Term.kind, "\(body.code)/\(office.rawValue)", field: "person"))
        }
        try envelope.check(versionOf: term, in: registry)
        let to = try given.require(SpanParameters.to)
        if term.to != nil {
            throw .refused(
                .wrongState(
                    Phrase(
                        fa: "دوره \(office.phrase.fa) \(body.code) (\(term.span.fa))",
                        en: "the term of the \(office.phrase.en) of \(body.code) (\(term.span.en))"),
                    is: Phrase(fa: "پایان‌یافته", en: "over"), accepted: Phrase(fa: "برقرار", en: "going on")))
        }
        if to < term.from { throw .refused(.endBeforeBeginning("to", from: term.from, to: to)) }
        var decision = Decision(envelope)
        decision.amend(term) { $0.to = to }
        return decision
    }
}
