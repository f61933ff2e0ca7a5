import Persian

/// `{"command":"person.record","nationalID":…,"firstName":…,"lastName":…,"mobile":…}`
public struct PersonRecord: Command {
    public static let name = "person.record"
    public static let title = Phrase(fa: "ثبت شخص", en: "record a person")
    public static let parameters = [
        PersonParameters.nationalID.required, PersonParameters.firstName.required, PersonParameters.lastName.required,
        PersonParameters.gender.clearable, PersonParameters.mobile.clearable, PersonParameters.birthYear.clearable,
        PersonParameters.skills.clearable,
    ]

    private let given: Given
    public init(_ given: Given) { self.given = given }

    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let nationalID = try given.require(PersonParameters.nationalID)
        if let other = try registry.find(Person.self, key: nationalID.digits) {
            throw .refused(
                Refusal(
                    .duplicateCode, field: "nationalID",
                    Phrase(
                        fa:
                            "کد ملی \(persianDigits(nationalID.digits)) از آنِ «\(other.fullName)» است که پیش‌تر ثبت شده؛ او را ویرایش کنید.",
                        en:
                            "\(nationalID.digits) is “\(other.fullName)”, who is already recorded; amend that person instead."
                    )))
        }
        try Person.check(birthYear: given[PersonParameters.birthYear], envelope)
        var decision = Decision(envelope)
        decision.add(
            Person(
                nationalID: nationalID.digits, firstName: try given.require(PersonParameters.firstName),
                lastName: try given.require(PersonParameters.lastName), gender: given[PersonParameters.gender],
                mobile: given[PersonParameters.mobile]?.digits, birthYear: given[PersonParameters.birthYear],
                skills: given[PersonParameters.skills] ?? []))
        return decision
    }
}
