import Persian

/// `{"command":"group.amend","code":"Q-0002","size":44}`: what is absent stays as it was.
public struct GroupAmend: Command {
    public static let name = "group.amend"
    public static let title = Phrase(fa: "ویرایش گروه", en: "amend a group")
    public static let parameters = [
        GroupParameters.code.required, GroupParameters.name.kept, GroupParameters.kind.kept,
        GroupParameters.fields.kept, GroupParameters.council.clearable, GroupParameters.base.clearable,
        GroupParameters.county.kept, GroupParameters.size.kept, GroupParameters.registeredOn.kept,
        GroupParameters.atlasCode.clearable, GroupParameters.note.clearable,
    ]

    private let given: Given
    public init(_ given: Given) { self.given = given }

    public static func check(_ given: Given) throws(Refusal) { try GroupRegister.check(given) }

    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let group = try registry.existing(Group.self, given.require(GroupParameters.code))
        try registry.check(Council.self, exists: given[GroupParameters.council], field: "council")
        try registry.check(Base.self, exists: given[GroupParameters.base], field: "base")
        try envelope.check(versionOf: group, in: registry)
        try group.require([.registered, .suspended])

        var decision = Decision(envelope)
        var amended = group
        apply(to: &amended)
        do throws(Refusal) { try Group.check(amended.kind, amended.fields) } catch { throw .refused(error) }
        try amended.check(in: registry)
        decision.amend(group) { $0 = amended }
        if amended.registeredOn != group.registeredOn {
            decision.warnOfFuture(GroupParameters.registeredOn, in: given, envelope)
        }
        return decision
    }

    private func apply(to group: inout Group) {
        given.apply(GroupParameters.name, to: &group.name)
        given.apply(GroupParameters.kind, to: &group.kind)
        given.apply(GroupParameters.fields, to: &group.fields)
        given.apply(GroupParameters.council, to: &group.council)
        given.apply(GroupParameters.base, to: &group.base)
        given.apply(GroupParameters.county, to: &group.county)
        given.apply(GroupParameters.size, to: &group.size)
        given.apply(GroupParameters.registeredOn, to: &group.registeredOn)
        given.apply(GroupParameters.atlasCode, to: &group.atlasCode)
        given.apply(GroupParameters.note, to: &group.note)
    }
}
