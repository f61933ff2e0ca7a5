import Domain
import Store

extension ShownPart {
    static let people = ShownPart(
        part: .people, registers: [RecordScreen<PeopleList>.self],
        distinctions: [
            Distinction(Person.self) { (person, reader, context) throws(DecideError) in
                try reader.groups(ofMember: person.nationalID, limit: 2).map(\.shortName).listed(in: context.language)
            }
        ])
}
