import Persian

/// `{"command":"office.appoint","body":"Q-0001","office":"head","person":…,"from":"1401/04/15","succeed":true}`
public struct OfficeAppoint: Command {
    public static let name = "office.appoint"
    public static let title = Phrase(fa: "گماردن به سمت", en: "appoint to an office")
    public static let parameters = [
        TermParameters.body.required, TermParameters.office.required, TermParameters.person.required,
        SpanParameters.from.required, TermParameters.succeed.clearable,
    ]

    private let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `not-found`, `wrong-state`.
    public static func checkState(_ given: Arguments, in registry: some Registry) throws(DecideError) {
        guard let code = given[TermParameters.body] else { return }
        try (registry.existingBody(code, field: "body") as? Group)?.requireToGather()
    }

    /// - Throws: `not-found` for the body and the person, `stale`, `wrong-state`, `overlap`.
    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let body = try registry.existingBody(given.require(TermParameters.body), field: "body")
        let nationalID = try given.require(TermParameters.person)
        let person = try registry.existing(Person.self, nationalID.digits, field: "person")
        try envelope.check(versionOf: body, in: registry)
        try (body as? Group)?.requireToGather()
        let term = Term(
            body: body.code, office: try given.require(TermParameters.office), person: person.nationalID,
            from: try given.require(SpanParameters.from))
        let ended = given[TermParameters.succeed] == true ? try predecessor(of: term, in: registry) : nil
        do throws(DecideError) {
            try term.check(beside: ended.map { [$0.id] } ?? [], in: registry)
        } catch  where given[TermParameters.succeed] == true {
            throw try Self.cannotSucceed(term, in: registry) ?? error
        }

        var decision = Decision(envelope)
        // The old term ends before the new one begins: the file holds one open term an office.
        if let ended { decision.amend(ended, silently: true) { $0.to = term.from.advanced(by: -1) } }
        decision.add(term)
        if let ended { decision.answer("succeeded", .string(ended.person)) }
        decision.warnOfFuture(SpanParameters.from, in: given)
        return decision
    }

    /// A first term ends on the day before the new one begins, and so must have begun by then: what the earliest day is.
    private static func cannotSucceed(_ term: Term, in registry: some Registry) throws(DecideError) -> DecideError? {
        guard let last = try registry.terms(of: term.body, term.office).max(by: { $0.from < $1.from }) else {
            return nil
        }
        let name = try registry.fullName(ofPerson: last.person)
        let office = term.office.phrase
        if last.person == term.person {
            return .refused(
                Refusal(
                    .overlap, field: "person",
                    Phrase(
                        fa: "«\(name)» خود \(last.span) \(office) \(term.body) است؛ شخص دیگری را جانشین کنید.",
                        en: "“\(name)” is \(office) of \(term.body) \(last.span); appoint somebody else.")))
        }
        let earliest = last.from.advanced(by: 1)
        guard term.from < earliest else { return nil }
        return .refused(
            Refusal(
                .overlap, field: "from",
                Phrase(
                    fa:
                        "«\(name)» \(last.span) \(office) \(term.body) است و جانشین او پس از آغاز دوره او می‌آید: زودترین روز \(earliest.jalaliText(.persian)) است.",
                    en:
                        "“\(name)” is \(office) of \(term.body) \(last.span), and a successor begins after that term began: the earliest day is \(earliest.jalaliText(.english))."
                )))
    }

    /// Somebody else's term that began before the new one and goes on, or ends only after that has begun.
    private func predecessor(of term: Term, in registry: some Registry) throws(DecideError) -> Term? {
        try registry.terms(of: term.body, term.office)
            .last { $0.from < term.from && ($0.to.map { term.from <= $0 } ?? true) && $0.person != term.person }
    }
}
