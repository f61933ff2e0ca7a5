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
        let membership = Membership(
            group: group.code, person: person.nationalID, from: try given.require(SpanParameters.from))
        try membership.check(in: registry)
        var decision = Decision(envelope)
        decision.add(membership)
        decision.warnOfFuture(SpanParameters.from, in: given, envelope)
        return decision
    }
}
