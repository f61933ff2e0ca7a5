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

    /// - Throws: nothing.
    public func follow(
        _ need: Need, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        try decision.warnOfTwins(of: need, in: registry)
        decision.warnOfPastDay(need)
    }
}

extension Decision {
    /// Warns when the same is needed there already: two people who hear of one need raise it twice.
    fileprivate mutating func warnOfTwins(of need: Need, in registry: some Registry) throws(DecideError) {
        guard let target = need.target else { return }
        let twin = try registry.openNeeds(of: target).first {
            $0.code != need.code && $0.item.folded() == need.item.folded() && $0.unit.folded() == need.unit.folded()
        }
        guard let twin else { return }
        warn(
            Warning(
                .duplicateName,
                Phrase(
                    fa:
                        "همین قلم آنجا پیش از این نیز اعلام شده و باز است: \(twin.code)، \(twin.quantity) \(twin.unit)؛ اگر همان نیاز است، این یکی را باطل کنید.",
                    en:
                        "The same item is needed there already: \(twin.code), \(twin.quantity) \(twin.unit); if it is the same need, void this one."
                )))
    }

    /// Warns when a need is raised for a day that is past: more likely than not the year or month was mistyped.
    fileprivate mutating func warnOfPastDay(_ need: Need) {
        guard let day = need.neededBy, day < envelope.day else { return }
        warn(
            Warning(
                .pastDue,
                Phrase(
                    fa:
                        "روزی که تا آن لازم است گذشته است: \(day.longText(.jalali, .persian))؛ اگر اشتباه نوشته شده، نیاز را باطل و دوباره اعلام کنید.",
                    en:
                        "The day by which it is needed is past: \(day.longText(.jalali, .english)); if it was mistyped, void the need and raise it anew."
                )))
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
