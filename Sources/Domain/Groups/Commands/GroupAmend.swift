import Persian

/// `{"command":"group.amend","code":"Q-0002","size":44}`: what is absent stays as it was.
public struct GroupAmend: AmendingInState {
    public static let name = "group.amend"
    public static let title = Phrase(fa: "ویرایش گروه", en: "amend a group")
    public static let from: [GroupState] = [.registered, .suspended]
    public static let fields: [FieldUse<Group>] = [
        GroupFields.code.required, GroupFields.name.kept, GroupFields.kind.kept, GroupFields.fields.kept,
        GroupFields.council.clearable, GroupFields.base.clearable, GroupFields.county.kept, GroupFields.size.kept,
        GroupFields.registeredOn.kept, GroupFields.atlasCode.clearable, GroupFields.note.clearable,
    ]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `unknown-value`.
    public static func check(_ given: Arguments) throws(Refusal) { try GroupRegister.check(given) }

    /// - Throws: `unknown-value`, `duplicate-name`, `duplicate-code`, `overlap`.
    public func prepare(
        _ group: inout Group, from before: Group, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        do throws(Refusal) { try Group.check(group.kind, group.fields) } catch { throw .refused(error) }
        try group.check(in: registry)
        if group.registeredOn != before.registeredOn { decision.warnOfFuture(GroupFields.registeredOn, in: given) }
    }
}
