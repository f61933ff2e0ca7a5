import Persian

/// A command that says one word about a pledge. It changes nothing but adds a line, so that many may be said at once and in
/// any order.
public protocol SayingOfPledge: Adding where Subject == SupportLine {
    static var step: SupportStep { get }
    /// The states of a pledge in which it can be said.
    static var from: [PledgeState] { get }
    /// What else must hold before it is said.
    func check(
        _ standing: PledgeStanding, _ line: SupportLine, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError)
}

extension SayingOfPledge {
    public static var nature: CommandNature { .fact }

    /// - Throws: `not-found`, `wrong-state`.
    public static func checkState(_ given: Arguments, in registry: some Registry) throws(DecideError) {
        guard let code = given[SupportParameters.pledge] else { return }
        try require(registry.existing(Pledge.self, code, field: "pledge"), in: registry)
    }

    private static func require(_ pledge: Pledge, in registry: some Registry) throws(DecideError) {
        guard !from.contains(pledge.state) else { return }
        let title = try pledge.title(in: registry)
        throw .refused(
            .wrongState(title, is: pledge.state.phrase, accepted: from.map(\.phrase).alternatives()))
    }

    /// - Throws: `not-found`, `stale`, `wrong-state`, and what the command itself refuses.
    public func prepare(
        _ line: inout SupportLine, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        let envelope = decision.envelope
        let pledge = try registry.existing(Pledge.self, line.pledge, field: "pledge")
        try check(versionOf: pledge, envelope, in: registry)
        try Self.require(pledge, in: registry)
        line.step = Self.step
        (line.account, line.at) = (envelope.account, envelope.at)
        try check(try registry.standing(of: pledge), line, &decision, in: registry)
    }

    /// - Throws: what the store reports.
    public func follow(
        _ line: SupportLine, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        decision.warnOfFuture(SupportParameters.on, in: given)
        guard let pledge = try registry.find(Pledge.self, key: line.pledge) else { return }
        let lines = try registry.supportLines(of: pledge.code)
        let standing = PledgeStanding(pledge, lines: lines + [line])
        try decision.warnOfOrder(line, lines, in: registry)
        if line.step == .confirmed { try decision.warnOfUnsent(standing, in: registry) }
        decision.answer("dispatched", .integer(standing.dispatched))
        decision.answer("delivered", .integer(standing.delivered))
        decision.answer("confirmed", .integer(standing.confirmed))
    }
}

/// `{"command":"support.dispatch","pledge":"PL-1","quantity":200,"on":"1401/05/04"}`: so much is on the way.
public struct SupportDispatch: SayingOfPledge {
    public static let name = "support.dispatch"
    public static let title = Phrase(fa: "ثبت ارسال", en: "record a dispatch")
    public static let overrides: [RefusalCode] = [.exceedsPledged]
    public static let step = SupportStep.dispatched
    public static let from: [PledgeState] = [.pledged]
    public static let fields: [FieldUse<SupportLine>] = [
        SupportLineFields.pledge.required, SupportLineFields.quantity.required, SupportLineFields.on.required,
    ]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `exceeds-pledged` for more than was promised, unless a reason overrides it.
    public func check(
        _ standing: PledgeStanding, _ line: SupportLine, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        try standing.checkDispatching(line.quantity, &decision, in: registry)
    }
}

/// `{"command":"support.deliver","pledge":"PL-1","quantity":180,"on":"1401/05/05"}`: the giver's word that so much was
/// handed over, of a withdrawn pledge too.
public struct SupportDeliver: SayingOfPledge {
    public static let name = "support.deliver"
    public static let title = Phrase(fa: "ثبت تحویل", en: "record a delivery")
    public static let step = SupportStep.delivered
    public static let from: [PledgeState] = [.pledged, .withdrawn]
    public static let fields = SupportDispatch.fields
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `exceeds-dispatched` for more than is on the way.
    public func check(
        _ standing: PledgeStanding, _ line: SupportLine, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        try standing.checkDelivering(line.quantity, in: registry)
    }
}

/// `{"command":"support.confirm","pledge":"PL-1","quantity":150,"on":"1401/05/06","note":…}`: the receiver's word of what
/// arrived. It is a fact, and never too much.
public struct SupportConfirm: SayingOfPledge {
    public static let name = "support.confirm"
    public static let title = Phrase(fa: "تأیید دریافت", en: "confirm what arrived")
    public static let roles: Set<Role> = [.operator, .supervisor]
    public static let step = SupportStep.confirmed
    public static let from = PledgeState.allCases
    public static let fields: [FieldUse<SupportLine>] = [
        SupportLineFields.pledge.required, SupportLineFields.arrived.required, SupportLineFields.on.required,
        SupportLineFields.note.clearable,
    ]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: nothing.
    public func check(
        _ standing: PledgeStanding, _ line: SupportLine, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        try decision.warnOfWithdrawn(standing.pledge, in: registry)
    }
}
