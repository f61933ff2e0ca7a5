import Persian

/// `{"command":"office.appoint","body":"Q-0001","office":"head","person":…,"from":"1401/04/15","succeed":true}`
public struct OfficeAppoint: Command {
    public static let name = "office.appoint"
    public static let title = Phrase(fa: "گماردن به سمت", en: "appoint to an office")
    public static let parameters = [
        TermParameters.body.required, TermParameters.office.required, TermParameters.person.required,
        SpanParameters.from.required, TermParameters.succeed.clearable,
    ]

    private let given: Given
    public init(_ given: Given) { self.given = given }

    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let body = try registry.existingBody(given.require(TermParameters.body), field: "body")
        let nationalID = try given.require(TermParameters.person)
        let person = try registry.existing(Person.self, nationalID.digits, field: "person")
        if let group = body as? Group {
            try envelope.check(versionOf: group, in: registry)
            try group.require([.registered, .suspended])
        }
        let office = try given.require(TermParameters.office)
        let from = try given.require(SpanParameters.from)
        var decision = Decision(envelope)
        var ended: Term?
        for term in try registry.terms(of: body.code, office) where term.reaches(from) {
            let mayEnd = given[TermParameters.succeed] == true && term.to == nil && term.from < from
            guard mayEnd, term.person != person.nationalID else {
                throw try Self.overlap(term, of: body, in: registry)
            }
            ended = term
        }
        // The old term ends before the new one begins: the file holds one open term an office.
        if let ended { decision.amend(ended, silently: true) { $0.to = from.advanced(by: -1) } }
        decision.add(Term(body: body.code, office: office, person: person.nationalID, from: from))
        if let ended { decision.answer("succeeded", .string(ended.person)) }
        return decision
    }

    private static func overlap(
        _ term: Term, of body: any Body, in registry: some Registry
    ) throws(DecideError) -> DecideError {
        let name = try registry.find(Person.self, key: term.person)?.fullName ?? term.person
        return .refused(
            Refusal(
                .overlap, field: "from",
                Phrase(
                    fa:
                        "«\(name)» \(term.span.fa) \(term.office.phrase.fa) \(body.code) است؛ نخست آن دوره را پایان دهید، یا جانشین او کنید (succeed).",
                    en:
                        "“\(name)” is \(term.office.phrase.en) of \(body.code) \(term.span.en); end that term first, or let the new one succeed it (succeed)."
                )))
    }
}
