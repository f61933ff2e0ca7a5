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
    public static let columns = MembershipFields.columns
}

enum MembershipFields {
    static let group = RecordField(
        \Membership.group, .code("group", Group.kind.phrase, of: Group.kind), [.identifies, .isOwner])
    static let person = RecordField(
        \Membership.person, TermParameters.person, as: { $0.digits }, [.identifies], column: Person.kind.phrase)
    static let from = RecordField(\Membership.from, SpanParameters.from, [.identifies])
    static let to = RecordField(\Membership.to, SpanParameters.to)

    static let columns = listed(group, person, from, to)
}

extension Membership: Dated {
    /// Nobody is twice a member of one group at a time.
    ///
    /// - Throws: `overlap`.
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
