import Persian

/// `{"command":"membership.begin","group":"Q-0001","person":"9990000050","from":"1400/06/01"}`
public struct MembershipBegin: Command {
    public static let name = "membership.begin"
    public static let title = Phrase(fa: "آغاز عضویت", en: "begin a membership")
    public static let parameters = [
        TermParameters.group.required, TermParameters.person.required, SpanParameters.from.required,
    ]

    private let given: Given
    public init(_ given: Given) { self.given = given }

    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let group = try registry.existing(Group.self, given.require(TermParameters.group), field: "group")
        let nationalID = try given.require(TermParameters.person)
        let person = try registry.existing(Person.self, nationalID.digits, field: "person")
        try envelope.check(versionOf: group, in: registry)
        try group.require([.registered, .suspended])
        let from = try given.require(SpanParameters.from)
        if let other = try registry.memberships(of: nationalID, in: group.code).last(where: { $0.reaches(from) }) {
            throw .refused(
                Refusal(
                    .overlap, field: "from",
                    Phrase(
                        fa:
                            "\(person.fullName) \(other.span.fa) عضو گروه \(group.code) است؛ عضویت تازه باید پس از پایان آن آغاز شود.",
                        en:
                            "\(person.fullName) is a member of \(group.code) \(other.span.en); a new membership must begin after that one has ended."
                    )))
        }
        var decision = Decision(envelope)
        decision.add(Membership(group: group.code, person: person.nationalID, from: from))
        return decision
    }
}
