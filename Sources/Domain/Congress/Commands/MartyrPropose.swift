import Persian

/// `{"command":"martyr.propose","name":"نام نمونه","diedOn":"1390/02/03","place":"نمونه‌آباد"}` → proposed. Whoever is
/// recorded is named by `person`. A fatal incident proposes those that it names by itself.
public struct MartyrPropose: Adding {
    public static let name = "martyr.propose"
    public static let title = Phrase(fa: "پیشنهاد برای فهرست شهدا", en: "propose an entry of the roll of honour")
    public static let fields: [FieldUse<Martyr>] = [
        MartyrFields.code.coined, MartyrFields.person.clearable, MartyrFields.name.clearable,
        MartyrFields.diedOn.required, MartyrFields.place.required, MartyrFields.group.clearable,
        MartyrFields.incident.clearable,
    ]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `missing-value` without a person or a name, `unknown-value` for both.
    public static func check(_ given: Arguments) throws(Refusal) {
        let (person, name) = (given[MartyrFields.person], given[MartyrFields.name])
        if person == nil, name == nil { throw .missing("name", Phrase(fa: "شخص یا نام", en: "person or name")) }
        if person != nil, let name {
            throw .unknown(
                "name", MartyrFields.name.phrase, value: name,
                accepted: Phrase(
                    fa: "تنها یکی از شخص و نام؛ نام شخص را خود برنامه می‌نویسد",
                    en: "either a person or a name; a person's name is filled in"))
        }
    }

    /// - Throws: `not-found` for the incident, `unknown-value` where it is not fatal or names others, `invalid-date`
    ///   for a day still to come.
    public func prepare(
        _ martyr: inout Martyr, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        try Martyr.check(martyr.incident, names: martyr.person, in: registry)
        try Martyr.check(diedOn: martyr.diedOn, decision.envelope)
        if let person = martyr.person { martyr.name = try registry.fullName(ofPerson: person) }
    }
}
