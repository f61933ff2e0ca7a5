import Persian

/// `{"command":"support.move","pledge":"PL-3","need":"N-022","quantity":40}`: what is not yet dispatched of a pledge goes to
/// another open need of the same item and unit. The pledge shrinks and a new one of the same institution is made.
public struct SupportMove: Command {
    public static let name = "support.move"
    public static let title = Phrase(fa: "جابه‌جایی تعهد", en: "move a pledge")
    public static let parameters = [
        SupportParameters.pledge.required, SupportParameters.need.required, PledgeFields.quantity.required,
    ]

    private let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `not-found`, `wrong-state`.
    public static func checkState(_ given: Arguments, in registry: some Registry) throws(DecideError) {
        if let code = given[SupportParameters.pledge] {
            try registry.existing(Pledge.self, code, field: "pledge").require([.pledged])
        }
        if let code = given[SupportParameters.need] {
            try registry.requireOpen(registry.existing(Need.self, code, field: "need"))
        }
    }

    /// - Throws: `not-found`, `stale`, `wrong-state` unless the pledge stands and the need is open, `exceeds-pledged` for
    ///   more than is not yet dispatched, `not-matching` for a need of another item or unit.
    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let pledge = try registry.existing(Pledge.self, given.require(SupportParameters.pledge), field: "pledge")
        let need = try registry.existing(Need.self, given.require(SupportParameters.need), field: "need")
        try envelope.check(versionOf: pledge, in: registry)
        try Self.checkState(given, in: registry)
        let quantity = try given.require(PledgeFields.quantity)
        try registry.standing(of: pledge).checkMoving(quantity, in: registry)
        try pledge.checkMatch(need, in: registry)

        var moved = pledge
        moved.code = try registry.nextCode(for: Pledge.self)
        (moved.need, moved.quantity, moved.movedFrom) = (need.code, quantity, pledge.code)
        (moved.account, moved.at) = (envelope.account, envelope.at)
        var decision = Decision(envelope)
        decision.amend(pledge) { pledge in
            pledge.quantity -= quantity
            if pledge.quantity == 0 { pledge.state = .moved }
        }
        decision.add(moved)
        decision.answer("moved", .string(moved.code))
        decision.answer("to", .string(need.code))
        try decision.warnOfOverlap(moved, in: registry)
        try decision.warnOfPastDue(moved, in: registry)
        return decision
    }
}

extension Pledge {
    /// Refuses a need of another item or unit than its own, and names those to which it could go.
    fileprivate func checkMatch(_ other: Need, in registry: some Registry) throws(DecideError) {
        guard let need = try registry.find(Need.self, key: need) else { return }
        if need.code != other.code, need.item.folded() == other.item.folded(),
            need.unit.folded() == other.unit.folded()
        {
            return
        }
        let open = try registry.openNeeds(ofItem: need.item.folded(), unit: need.unit.folded(), limit: 5)
        let codes = open.map(\.code).filter { $0 != need.code }.prefix(4).map { Phrase(fa: $0, en: $0) }
        let others =
            codes.isEmpty
            ? Phrase(fa: "اکنون چنین نیاز بازی نیست", en: "there is none now") : codes.listed()
        if need.code == other.code {
            throw .refused(
                Refusal(
                    .notMatching, field: "need",
                    Phrase(
                        fa:
                            "تعهد \(code) از پیش برای همین نیاز \(need.code) است؛ آن را به نیاز باز دیگری از همان قلم و یکا می‌توان داد: \(others).",
                        en:
                            "The pledge \(code) is for \(need.code) already; it can go to another open need of the same item and unit: \(others)."
                    )))
        }
        throw .refused(
            Refusal(
                .notMatching, field: "need",
                Phrase(
                    fa:
                        "تعهد \(code) برای «\(need.item)» به \(need.unit) است و \(other.code) «\(other.item)» به \(other.unit) می‌خواهد؛ آن را تنها به نیاز باز دیگری از همان قلم و یکا می‌توان داد: \(others).",
                    en:
                        "The pledge \(code) is for “\(need.item)” in \(need.unit), and \(other.code) asks for “\(other.item)” in \(other.unit); it can go only to another open need of the same item and unit: \(others)."
                )))
    }
}
