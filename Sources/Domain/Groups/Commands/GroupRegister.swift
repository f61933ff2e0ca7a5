import Persian

/// `{"command":"group.register","name":…,"kind":…,"fields":[…],"county":…,"size":…,"registeredOn":…}`
public struct GroupRegister: Adding {
    public static let name = "group.register"
    public static let title = Phrase(fa: "ثبت گروه", en: "register a group")
    public static let fields: [FieldUse<Group>] = [
        GroupFields.code.coined, GroupFields.name.required, GroupFields.kind.required, GroupFields.fields.required,
        GroupFields.council.clearable, GroupFields.base.clearable, GroupFields.county.required,
        GroupFields.size.required, GroupFields.registeredOn.required, GroupFields.note.clearable,
        .also(GroupFields.head.clearable), .also(GroupFields.mediaLiaison.clearable), GroupFields.atlasCode.clearable,
    ]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    private var holders: [(Office, NationalID?)] {
        [(.head, given[GroupFields.head]), (.mediaLiaison, given[GroupFields.mediaLiaison])]
    }

    /// - Throws: `unknown-value`.
    public static func check(_ given: Arguments) throws(Refusal) {
        guard let kind = given[GroupFields.kind], let fields = given[GroupFields.fields] else { return }
        try Group.check(kind, fields)
    }

    /// - Throws: `not-found`.
    public func prepare(
        _ group: inout Group, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        for (office, person) in holders {
            try registry.check(Person.self, exists: person?.digits, field: office.rawValue)
        }
    }

    /// - Throws: nothing.
    public func follow(_ group: Group, _ decision: inout Decision, in registry: some Registry) throws(DecideError) {
        for case (let office, let person?) in holders {
            decision.add(Term(body: group.code, office: office, person: person.digits, from: group.registeredOn))
            decision.answer(office.rawValue, .string(person.digits))
        }
        decision.warnOfFuture(GroupFields.registeredOn, in: given)
    }
}
