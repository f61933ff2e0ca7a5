import Persian

/// `{"command":"congress.open","year":1401,"number":2,"city":"قم","venue":…,"from":"1401/05/09","to":"1401/05/11"}`
public struct CongressOpen: Command {
    public static let name = "congress.open"
    public static let title = Phrase(fa: "برپایی کنگره", en: "open an edition of the congress")
    public static let parameters = [
        CongressParameters.year.required, CongressParameters.number.required, CongressParameters.city.required,
        CongressParameters.venue.required, SpanParameters.from.required, SpanParameters.to.required,
        CongressParameters.previousCity.clearable,
    ]

    private let given: Given
    public init(_ given: Given) { self.given = given }

    public static func check(_ given: Given) throws(Refusal) {
        guard let from = given[SpanParameters.from], let to = given[SpanParameters.to], to < from else { return }
        throw .endBeforeBeginning("to", from: from, to: to)
    }

    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let year = String(try given.require(CongressParameters.year))
        if let known = try registry.find(Congress.self, key: year) { throw .refused(known.isThereAlready) }
        var decision = Decision(envelope)
        decision.add(
            Congress(
                year: year, number: try given.require(CongressParameters.number),
                city: try given.require(CongressParameters.city), venue: try given.require(CongressParameters.venue),
                from: try given.require(SpanParameters.from), to: try given.require(SpanParameters.to),
                previousCity: given[CongressParameters.previousCity]))
        return decision
    }
}

extension Congress {
    fileprivate var isThereAlready: Refusal {
        Refusal(
            .duplicateCode, field: "year",
            Phrase(
                fa:
                    "کنگره سال \(numeral: year) (\(city)، \(from.jalaliText(.persian)) تا \(to.jalaliText(.persian))) ثبت شده است؛ هر سال یک کنگره دارد.",
                en:
                    "The congress of \(numeral: year) (\(city), \(from.jalaliText(.english)) to \(to.jalaliText(.english))) is recorded already; each year has one."
            ))
    }
}
