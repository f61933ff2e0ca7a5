import Persian

/// `{"command":"membership.end","group":"Q-0001","person":"9991234561","to":"1401/05/01"}`
public struct MembershipEnd: Command {
    public static let name = "membership.end"
    public static let title = Phrase(fa: "پایان عضویت", en: "end a membership")
    public static let parameters = [
        MembershipFields.group.required, MembershipFields.person.required, MembershipFields.to.required,
    ]

    private let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `not-found` for the group, the person and the membership, `stale`, `wrong-state`, `invalid-date`.
    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let group = try registry.existing(Group.self, given.require(MembershipFields.group), field: "group")
        let nationalID = try given.require(MembershipFields.person)
        let person = try registry.existing(Person.self, nationalID.digits, field: "person")
        guard let membership = try registry.memberships(of: nationalID, in: group.code).last else {
            throw .refused(
                Refusal(
                    .notFound, field: "person",
                    Phrase(
                        fa: "«\(person.fullName)» عضو گروه \(group.code) نیست؛ نخست عضویت را ثبت کنید.",
                        en: "“\(person.fullName)” is no member of the group \(group.code); record the membership first."
                    )))
        }
        let label = Phrase(
            fa: "عضویت \(person.fullName) در گروه \(group.code)",
            en: "the membership of \(person.fullName) in \(group.code)")
        return try membership.ending(on: given.require(MembershipFields.to), label, by: envelope, in: registry)
    }
}
