import Persian

/// `{"command":"need.raise","for":{"camp":"C-001"},"item":"پتو","quantity":500,"unit":"تخته","urgency":"high"}`
public struct NeedRaise: Command {
    public static let name = "need.raise"
    public static let title = Phrase(fa: "اعلام نیاز", en: "raise a need")
    public static let roles: Set<Role> = [.operator, .supervisor]
    public static let parameters = [
        NeedParameters.code.coined, NeedParameters.target.required, NeedParameters.item.required,
        NeedParameters.quantity.required, NeedParameters.unit.required, NeedParameters.urgency.required,
        NeedParameters.neededBy.clearable,
    ]

    private let given: Given
    public init(_ given: Given) { self.given = given }

    public static func checkState(_ given: Given, in registry: some Registry) throws(DecideError) {
        if let target = given[NeedParameters.target] { try target.check(in: registry) }
    }

    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let target = try given.require(NeedParameters.target)
        try target.check(in: registry)
        var need = Need(
            code: "", item: try given.require(NeedParameters.item),
            quantity: try given.require(NeedParameters.quantity),
            unit: try given.require(NeedParameters.unit), urgency: try given.require(NeedParameters.urgency),
            neededBy: given[NeedParameters.neededBy])
        need.target = target
        need.code = try registry.freeCode(given[NeedParameters.code], for: Need.self)
        var decision = Decision(envelope)
        decision.add(need)
        return decision
    }
}

/// `{"command":"need.settle","code":"N-001","outcome":"met"}`: open → settled.
public struct NeedSettle: Command {
    public static let name = "need.settle"
    public static let title = Phrase(fa: "بستن نیاز", en: "settle a need")
    public static let roles: Set<Role> = [.operator, .supervisor]
    public static let parameters = [
        NeedParameters.code.required, NeedParameters.outcome.required, NeedParameters.note.clearable,
    ]

    private let given: Given
    public init(_ given: Given) { self.given = given }

    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let need = try registry.existing(Need.self, given.require(NeedParameters.code))
        let takesPlace = try envelope.check(versionOf: need, in: registry)
        guard need.state == .open || takesPlace else {
            throw .refused(.wrongState(need.label, is: need.state.phrase, accepted: NeedState.open.phrase))
        }
        let outcome = try given.require(NeedParameters.outcome)
        var decision = Decision(envelope)
        decision.amend(need, evenIfSame: takesPlace) { need in
            need.state = .settled
            need.outcome = outcome
            need.note = given[NeedParameters.note]
        }
        return decision
    }
}
