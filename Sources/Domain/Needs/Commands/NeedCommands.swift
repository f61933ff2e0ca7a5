import Persian

/// `{"command":"need.raise","for":{"camp":"C-001"},"item":"پتو","quantity":500,"unit":"تخته","urgency":"high"}`
public struct NeedRaise: Adding {
    public static let name = "need.raise"
    public static let title = Phrase(fa: "اعلام نیاز", en: "raise a need")
    public static let roles: Set<Role> = [.operator, .supervisor]
    public static let fields: [FieldUse<Need>] = [
        NeedFields.code.coined, .also(NeedFields.target.required), NeedFields.item.required,
        NeedFields.quantity.required, NeedFields.unit.required, NeedFields.urgency.required,
        NeedFields.neededBy.clearable,
    ]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `not-found`, `wrong-state`.
    public static func checkState(_ given: Arguments, in registry: some Registry) throws(DecideError) {
        if let target = given[NeedFields.target] { try target.check(in: registry) }
    }

    /// - Throws: `missing-value`, `not-found`, `wrong-state`.
    public func prepare(
        _ need: inout Need, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        let target = try given.require(NeedFields.target)
        try target.check(in: registry)
        need.target = target
    }
}

/// `{"command":"need.settle","code":"N-001","outcome":"met"}`: open → settled.
public struct NeedSettle: Command {
    public static let name = "need.settle"
    public static let title = Phrase(fa: "بستن نیاز", en: "settle a need")
    public static let roles: Set<Role> = [.operator, .supervisor]
    public static let parameters = [
        NeedFields.code.required, NeedFields.outcome.required, NeedFields.note.clearable,
    ]

    private let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `not-found`, `stale`, `wrong-state`.
    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let need = try registry.existing(Need.self, given.require(NeedFields.code))
        let takesPlace = try envelope.check(versionOf: need, in: registry)
        guard need.state == .open || takesPlace else {
            throw .refused(.wrongState(need.label, is: need.state.phrase, accepted: NeedState.open.phrase))
        }
        let outcome = try given.require(NeedFields.outcome)
        var decision = Decision(envelope)
        decision.amend(need, evenIfSame: takesPlace) { need in
            need.state = .settled
            need.outcome = outcome
            need.note = given[NeedFields.note]
        }
        try decision.warnOfUnfinished(need, as: outcome, in: registry)
        return decision
    }
}
