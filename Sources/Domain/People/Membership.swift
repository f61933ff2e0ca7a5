import Persian

/// A person in a group, from one day to another, or without an end.
public struct Membership: Record {
    public var id = ""
    public var version = 1
    public var group: String
    public var person: String
    public var from: Day
    /// The last day; nil while it goes on.
    public var to: Day?

    public var key: String { "\(group)/\(person)/\(from.iso)" }

    public static let kind = RecordKind("membership", Phrase(fa: "عضویت", en: "membership"))
    public static let blank = Membership(group: "", person: "", from: Day(number: 0))
    public static let columns: [Column<Membership>] = [
        Column("group", \.group, Group.kind.phrase, identifies: true, refersTo: [Group.kind], isOwner: true),
        Column("person", \.person, Person.kind.phrase, identifies: true, refersTo: [Person.kind], isPrivate: true),
        Column("from", \.from, SpanParameters.from.phrase, identifies: true),
        Column("to", \.to, SpanParameters.to.phrase),
    ]
}

extension Membership: Dated {
    /// Nobody is twice a member of one group at a time.
    public func check(beside moving: Set<String>, in registry: some Registry) throws(DecideError) {
        guard let nationalID = try? NationalID(person) else { return }
        let others = try registry.memberships(of: nationalID, in: group)
        guard let other = overlapping(others, beside: moving) else { return }
        let name = try registry.fullName(of: person)
        throw .refused(
            Refusal(
                .overlap, field: "from",
                Phrase(
                    fa:
                        "\(name) \(other.span) عضو گروه \(group) است؛ عضویت تازه باید پس از پایان آن آغاز شود.",
                    en:
                        "\(name) is a member of \(group) \(other.span); a new membership must begin after that one has ended."
                )))
    }
}
