import Persian

/// `{"command":"membership.begin","group":"Q-0001","person":"9990000050","from":"1400/06/01"}`
public struct MembershipBegin: Adding {
    public static let name = "membership.begin"
    public static let title = Phrase(fa: "آغاز عضویت", en: "begin a membership")
    public static let fields: [FieldUse<Membership>] = [
        MembershipFields.group.required, MembershipFields.person.required, MembershipFields.from.required,
    ]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `not-found`, `wrong-state`.
    public static func checkState(_ given: Arguments, in registry: some Registry) throws(DecideError) {
        guard let code = given[MembershipFields.group] else { return }
        try registry.existing(Group.self, code, field: "group").requireToGather()
    }

    /// - Throws: `not-found`, `stale`, `wrong-state`.
    public func prepare(
        _ membership: inout Membership, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        let group = try registry.existing(Group.self, membership.group, field: "group")
        try decision.envelope.check(versionOf: group, in: registry)
        try group.requireToGather()
        decision.warnOfFuture(MembershipFields.from, in: given)
    }
}
