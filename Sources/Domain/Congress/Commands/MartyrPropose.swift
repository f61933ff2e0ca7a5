import Persian

/// `{"command":"martyr.propose","name":"نام نمونه","diedOn":"1390/02/03","place":"نمونه‌آباد"}` → proposed. Whoever is
/// recorded is named by `person`. A fatal incident proposes those that it names by itself.
public struct MartyrPropose: Command {
    public static let name = "martyr.propose"
    public static let title = Phrase(fa: "پیشنهاد برای فهرست شهدا", en: "propose an entry of the roll of honour")
    public static let parameters = [
        MartyrParameters.code.coined, MartyrParameters.person.clearable, MartyrParameters.name.clearable,
        MartyrParameters.diedOn.required, MartyrParameters.place.required, MartyrParameters.group.clearable,
        MartyrParameters.incident.clearable,
    ]

    private let given: Given
    public init(_ given: Given) { self.given = given }

    public static func check(_ given: Given) throws(Refusal) {
        let (person, name) = (given[MartyrParameters.person], given[MartyrParameters.name])
        if person == nil, name == nil { throw .missing("name", Phrase(fa: "شخص یا نام", en: "person or name")) }
        if person != nil, let name {
            throw .unknown(
                "name", MartyrParameters.name.phrase, value: name,
                accepted: Phrase(
                    fa: "تنها یکی از شخص و نام؛ نام شخص را خود برنامه می‌نویسد",
                    en: "either a person or a name; a person's name is filled in"))
        }
    }

    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let person = given[MartyrParameters.person]?.digits
        try registry.check(Person.self, exists: person, field: "person")
        try registry.check(Group.self, exists: given[MartyrParameters.group], field: "group")
        try Martyr.check(given[MartyrParameters.incident], names: person, in: registry)
        let diedOn = try given.require(MartyrParameters.diedOn)
        try Martyr.check(diedOn: diedOn, envelope)
        let name: String
        if let person {
            name = try registry.fullName(ofPerson: person)
        } else {
            name = try given.require(MartyrParameters.name)
        }
        let martyr = Martyr(
            code: try registry.freeCode(given[MartyrParameters.code], for: Martyr.self), person: person, name: name,
            diedOn: diedOn, place: try given.require(MartyrParameters.place), group: given[MartyrParameters.group],
            incident: given[MartyrParameters.incident])
        try martyr.check(in: registry)
        var decision = Decision(envelope)
        decision.add(martyr)
        return decision
    }
}
