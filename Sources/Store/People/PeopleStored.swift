import Domain
import GRDB
import Persian

extension StoredPart {
    static let people = StoredPart(
        part: .people,
        tables: [.of(Person.self) { PeopleTable.people }, .of(Membership.self) { PeopleTable.memberships }],
        first: [Person.kind, Membership.kind])
}

/// The tables of people and their memberships.
enum PeopleTable {
    static let people = Table(
        Person.self, name: "people", keyColumn: "nationalID", called: \.fullName,
        derived: Table.listed(Person.self, name: { "\($0.lastName) \($0.firstName)" }) { person, _ in
            [person.fullName, person.nationalID, person.mobile] + person.skills
        })

    static let memberships = Table(Membership.self, name: "memberships")
}
