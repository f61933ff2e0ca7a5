import Persian

/// `{"command":"congress.open","year":1401,"number":2,"city":"قم","venue":…,"from":"1401/05/09","to":"1401/05/11"}`
public struct CongressOpen: Adding {
    public static let name = "congress.open"
    public static let title = Phrase(fa: "برپایی کنگره", en: "open an edition of the congress")
    public static let fields: [FieldUse<Congress>] = [
        CongressFields.year.required, CongressFields.number.required, CongressFields.city.required,
        CongressFields.venue.required, CongressFields.from.required, CongressFields.to.required,
        CongressFields.previousCity.clearable,
    ]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `invalid-date`.
    public static func check(_ given: Arguments) throws(Refusal) {
        guard let from = given[CongressFields.from], let to = given[CongressFields.to], to < from else { return }
        throw .endBeforeBeginning("to", from: from, to: to)
    }

    /// - Throws: `duplicate-code`.
    public func prepare(
        _ congress: inout Congress, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        if let known = try registry.find(Congress.self, key: congress.key) { throw .refused(known.isThereAlready) }
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
