import Persian

extension Part {
    /// The people of the office, and the groups they are members of.
    public static let people = Part(
        "people",
        records: [Person.self, Membership.self],
        commands: [PersonRecord.self, PersonAmend.self, MembershipBegin.self, MembershipEnd.self],
        readers: Set(Role.allCases))
}

/// What the rules about people read.
public protocol PeopleRegistry {
    /// All memberships of a person in a group, the earliest first.
    func memberships(of person: NationalID, in group: String) throws(DecideError) -> [Membership]
}
