import Persian

/// `{"command":"person.amend","nationalID":…,"skills":["جوشکاری"]}`: what is absent stays as it was.
public struct PersonAmend: Amending {
    public static let name = "person.amend"
    public static let title = Phrase(fa: "ویرایش شخص", en: "amend a person")
    public static let fields: [FieldUse<Person>] = [
        PersonFields.nationalID.required, PersonFields.firstName.kept, PersonFields.lastName.kept,
        PersonFields.gender.clearable, PersonFields.mobile.clearable, PersonFields.birthYear.clearable,
        PersonFields.skills.clearable,
    ]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `invalid-number` for a year of birth still to come.
    public func prepare(
        _ person: inout Person, from before: Person, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        try Person.check(birthYear: given[PersonFields.birthYear], decision.envelope)
    }
}
