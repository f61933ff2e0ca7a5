import Persian

/// `{"command":"group.register","name":…,"kind":…,"fields":[…],"county":…,"size":…,"registeredOn":…}`
public struct GroupRegister: Command {
    public static let name = "group.register"
    public static let title = Phrase(fa: "ثبت گروه", en: "register a group")
    public static let parameters = [
        GroupParameters.code.coined, GroupParameters.name.required, GroupParameters.kind.required,
        GroupParameters.fields.required, GroupParameters.council.clearable, GroupParameters.base.clearable,
        GroupParameters.county.required, GroupParameters.size.required, GroupParameters.registeredOn.required,
        GroupParameters.note.clearable, GroupParameters.head.clearable, GroupParameters.mediaLiaison.clearable,
        GroupParameters.atlasCode.clearable,
    ]

    private let given: Given
    public init(_ given: Given) { self.given = given }

    public static func check(_ given: Given) throws(Refusal) {
        guard let kind = given[GroupParameters.kind], let fields = given[GroupParameters.fields] else { return }
        try Group.check(kind, fields)
    }

    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        var group = Group(
            code: "", name: try given.require(GroupParameters.name), kind: try given.require(GroupParameters.kind),
            fields: try given.require(GroupParameters.fields), council: given[GroupParameters.council],
            base: given[GroupParameters.base], county: try given.require(GroupParameters.county),
            size: try given.require(GroupParameters.size),
            registeredOn: try given.require(GroupParameters.registeredOn),
            atlasCode: given[GroupParameters.atlasCode], note: given[GroupParameters.note])
        try registry.check(Council.self, exists: group.council, field: "council")
        try registry.check(Base.self, exists: group.base, field: "base")
        let holders: [(Office, NationalID?)] = [
            (.head, given[GroupParameters.head]), (.mediaLiaison, given[GroupParameters.mediaLiaison]),
        ]
        for (office, person) in holders {
            try registry.check(Person.self, exists: person?.digits, field: office.rawValue)
        }
        group.code = try registry.freeCode(given[GroupParameters.code], for: Group.self)
        try group.check(in: registry)

        var decision = Decision(envelope)
        decision.add(group)
        for case (let office, let person?) in holders {
            decision.add(Term(body: group.code, office: office, person: person.digits, from: group.registeredOn))
            decision.answer(office.rawValue, .string(person.digits))
        }
        decision.warnOfFuture(GroupParameters.registeredOn, in: given, envelope)
        return decision
    }
}
