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
        try envelope.check(versionOf: body, in: registry)
        if let group = body as? Group { try group.require([.registered, .suspended]) }
        let term = Term(
            body: body.code, office: try given.require(TermParameters.office), person: person.nationalID,
            from: try given.require(SpanParameters.from))
        let ended = given[TermParameters.succeed] == true ? try predecessor(of: term, in: registry) : nil
        try term.check(beside: ended.map { [$0.id] } ?? [], in: registry)

        var decision = Decision(envelope)
        // The old term ends before the new one begins: the file holds one open term an office.
        if let ended { decision.amend(ended, silently: true) { $0.to = term.from.advanced(by: -1) } }
        decision.add(term)
        if let ended { decision.answer("succeeded", .string(ended.person)) }
        return decision
    }

    /// Somebody else's term that goes on and began before the new one.
    private func predecessor(of term: Term, in registry: some Registry) throws(DecideError) -> Term? {
        try registry.terms(of: term.body, term.office)
            .last { $0.to == nil && $0.from < term.from && $0.person != term.person }
    }
}
