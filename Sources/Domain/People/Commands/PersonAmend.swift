import Persian

/// `{"command":"person.amend","nationalID":…,"skills":["جوشکاری"]}`: what is absent stays as it was.
public struct PersonAmend: Command {
    public static let name = "person.amend"
    public static let title = Phrase(fa: "ویرایش شخص", en: "amend a person")
    public static let parameters = [
        PersonParameters.nationalID.required, PersonParameters.firstName.kept, PersonParameters.lastName.kept,
        PersonParameters.gender.clearable, PersonParameters.mobile.clearable, PersonParameters.birthYear.clearable,
        PersonParameters.skills.clearable,
    ]

    private let given: Given
    public init(_ given: Given) { self.given = given }

    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let nationalID = try given.require(PersonParameters.nationalID)
        let person = try registry.existing(Person.self, nationalID.digits, field: "nationalID")
        try envelope.check(versionOf: person, in: registry)
        try Person.check(birthYear: given[PersonParameters.birthYear], envelope)
        var mobile = person.mobile.flatMap { try? Mobile($0) }
        var skills: [String]? = person.skills
        given.apply(PersonParameters.mobile, to: &mobile)
        given.apply(PersonParameters.skills, to: &skills)

        var decision = Decision(envelope)
        decision.amend(person) { person in
            given.apply(PersonParameters.firstName, to: &person.firstName)
            given.apply(PersonParameters.lastName, to: &person.lastName)
            given.apply(PersonParameters.gender, to: &person.gender)
            given.apply(PersonParameters.birthYear, to: &person.birthYear)
            person.mobile = mobile?.digits
            person.skills = skills ?? []
        }
        return decision
    }
}
