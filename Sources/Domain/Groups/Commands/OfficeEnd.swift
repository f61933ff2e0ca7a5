import Persian

/// `{"command":"office.end","body":"SH-01","office":"head","to":"1401/04/01"}`
public struct OfficeEnd: Command {
    public static let name = "office.end"
    public static let title = Phrase(fa: "پایان سمت", en: "end a term of office")
    public static let parameters = [
        TermParameters.body.required, TermParameters.office.required, TermParameters.person.clearable,
        SpanParameters.to.required,
    ]

    private let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `not-found` for the body, and where it has no such term; `stale`, `wrong-state`, `invalid-date`.
    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let body = try registry.existingBody(given.require(TermParameters.body), field: "body")
        let office = try given.require(TermParameters.office)
        let person = given[TermParameters.person]?.digits
        let terms = try registry.terms(of: body.code, office).filter { person == nil || $0.person == person }
        guard let term = terms.last else {
            throw .refused(
                Refusal(
                    .notFound, field: "person",
                    Phrase(
                        fa: "برای \(body.code) «\(office.phrase)» ثبت نشده است که پایان یابد؛ نخست آن را ثبت کنید.",
                        en: "\(body.code) has no \(office.phrase) whose term could end; record it first.")))
        }
        let label = Phrase(
            fa: "دوره \(office.phrase) \(body.code)", en: "the term of the \(office.phrase) of \(body.code)")
        return try term.ending(on: given.require(SpanParameters.to), label, by: envelope, in: registry)
    }
}
