import Persian

/// `{"command":"person.record","nationalID":…,"firstName":…,"lastName":…,"mobile":…}`
public struct PersonRecord: Adding {
    public static let name = "person.record"
    public static let title = Phrase(fa: "ثبت شخص", en: "record a person")
    public static let fields: [FieldUse<Person>] = [
        PersonFields.nationalID.required, PersonFields.firstName.required, PersonFields.lastName.required,
        PersonFields.gender.clearable, PersonFields.mobile.clearable, PersonFields.birthYear.clearable,
        PersonFields.skills.clearable,
    ]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `duplicate-code`, `invalid-number` for a year of birth still to come.
    public func prepare(
        _ person: inout Person, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        if let other = try registry.find(Person.self, key: person.key) {
            throw .refused(
                Refusal(
                    .duplicateCode, field: "nationalID",
                    Phrase(
                        fa:
                            "کد ملی \(persianDigits(person.key)) از آنِ «\(other.fullName)» است که پیش‌تر ثبت شده؛ او را ویرایش کنید.",
                        en:
                            "\(person.key) is “\(other.fullName)”, who is already recorded; amend that person instead."
                    )))
        }
        try Person.check(birthYear: person.birthYear, decision.envelope)
    }
}
