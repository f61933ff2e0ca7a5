import Persian

/// `{"command":"support.pledge","need":"N-001","institution":"HOWZEH","quantity":200}`: an institution promises some of a
/// need.
public struct SupportPledge: Adding {
    public static let name = "support.pledge"
    public static let title = Phrase(fa: "ثبت تعهد", en: "record a pledge")
    public static let fields: [FieldUse<Pledge>] = [
        PledgeFields.need.required, PledgeFields.institution.required, PledgeFields.quantity.required,
        PledgeFields.dueBy.clearable, PledgeFields.code.coined,
    ]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `not-found`, `wrong-state` for a need that is settled.
    public static func checkState(_ given: Arguments, in registry: some Registry) throws(DecideError) {
        guard let code = given[SupportParameters.need] else { return }
        try registry.requireOpen(registry.existing(Need.self, code, field: "need"))
    }

    /// - Throws: `not-found`, `wrong-state` for a need that is settled.
    public func prepare(
        _ pledge: inout Pledge, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        try registry.requireOpen(registry.existing(Need.self, pledge.need, field: "need"))
        (pledge.account, pledge.at) = (decision.envelope.account, decision.envelope.at)
    }

    /// - Throws: what the store reports.
    public func follow(
        _ pledge: Pledge, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        try decision.warnOfOverlap(pledge, in: registry)
        try decision.warnOfPastDue(pledge, in: registry)
    }
}

/// `{"command":"pledge.amend","code":"PL-1","quantity":250}`: the institution promises another quantity, or by another
/// day; what is absent stays as it was.
public struct PledgeAmend: AmendingInState {
    public static let name = "pledge.amend"
    public static let title = Phrase(fa: "ویرایش تعهد", en: "amend a pledge")
    public static let overrides: [RefusalCode] = [.exceedsPledged]
    public static let from: [PledgeState] = [.pledged]
    public static let fields: [FieldUse<Pledge>] = [
        PledgeFields.code.required, PledgeFields.quantity.kept, PledgeFields.dueBy.clearable,
    ]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `exceeds-pledged` for less than was dispatched, unless a reason overrides it.
    public func prepare(
        _ pledge: inout Pledge, from before: Pledge, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        guard pledge != before else { return }
        if pledge.quantity < before.quantity {
            try registry.standing(of: before).checkShrinking(to: pledge.quantity, &decision, in: registry)
        }
        (pledge.account, pledge.at) = (decision.envelope.account, decision.envelope.at)
    }

    /// - Throws: what the store reports.
    public func follow(
        _ pledge: Pledge, from before: Pledge, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        if pledge.quantity > before.quantity { try decision.warnOfOverlap(pledge, in: registry) }
        if pledge.dueBy != before.dueBy { try decision.warnOfPastDue(pledge, in: registry) }
    }
}

/// `{"command":"support.withdraw","pledge":"PL-3","reason":…}`: standing → withdrawn. What was delivered stays, and the
/// need is open by the rest again.
public struct SupportWithdraw: AmendingInState {
    public static let name = "support.withdraw"
    public static let title = Phrase(fa: "پس گرفتن تعهد", en: "withdraw a pledge")
    public static let from: [PledgeState] = [.pledged]
    public static let fields: [FieldUse<Pledge>] = [PledgeFields.about.required, PledgeFields.reason.required]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: nothing.
    public func prepare(
        _ pledge: inout Pledge, from before: Pledge, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        pledge.state = .withdrawn
    }

    /// - Throws: what the store reports.
    public func follow(
        _ pledge: Pledge, from before: Pledge, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        let standing = try registry.standing(of: before)
        decision.answer("delivered", .integer(standing.delivered))
        decision.answer("freed", .integer(max(0, before.quantity - standing.delivered)))
    }
}

/// `{"command":"support.decline","need":"N-002","institution":"SEPAH","reason":"موجود نیست"}`: asked, and will not help;
/// sent again it corrects the reason.
public struct SupportDecline: Filling {
    public static let name = "support.decline"
    public static let title = Phrase(fa: "ثبت نپذیرفتن", en: "record a decline")
    public static let fields: [FieldUse<Decline>] = [
        DeclineFields.need.required, DeclineFields.institution.required, DeclineFields.reason.required,
    ]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `not-found`, `wrong-state` for a need that is settled.
    public static func checkState(_ given: Arguments, in registry: some Registry) throws(DecideError) {
        guard let code = given[SupportParameters.need] else { return }
        try registry.requireOpen(registry.existing(Need.self, code, field: "need"))
    }

    /// - Throws: `not-found`, `stale`, `wrong-state` for a need that is settled.
    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        var decline = Decline.blank
        try fill(&decline, in: registry)
        try checkWhole()
        let earlier = try registry.find(Decline.self, key: decline.key)
        if let earlier { try envelope.check(versionOf: earlier, in: registry) }
        try registry.requireOpen(registry.existing(Need.self, decline.need, field: "need"))
        (decline.account, decline.at) = (envelope.account, envelope.at)
        var decision = Decision(envelope)
        if let earlier {
            decision.amend(earlier) { before in
                (before.reason, before.account, before.at) = (decline.reason, decline.account, decline.at)
            }
        } else {
            decision.add(decline)
        }
        decision.answer("correction", .bool(earlier != nil))
        try decision.warnOfStanding(decline, in: registry)
        return decision
    }
}
