import Persian

/// `{"command":"martyr.verify","person":"9990000141"}`: the first verdict is noted on the entry, the second one, by
/// another account, makes it verified.
public struct MartyrVerify: Command {
    public static let name = "martyr.verify"
    public static let title = Phrase(fa: "تأیید شهید", en: "verify an entry of the roll of honour")
    public static let parameters = MartyrAddress.uses

    private let given: Given
    public init(_ given: Given) { self.given = given }

    public static func check(_ given: Given) throws(Refusal) { try MartyrAddress.check(given) }

    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let martyr = try MartyrAddress.martyr(given, in: registry)
        try envelope.check(versionOf: martyr, in: registry)
        try martyr.require([.documented])
        if martyr.verifiedBy.contains(envelope.account) { throw .refused(Self.same(envelope.account, martyr)) }
        var decision = Decision(envelope)
        decision.amend(martyr) { martyr in
            martyr.verifiedBy.append(envelope.account)
            if martyr.verifiedBy.count >= Martyr.verdicts { martyr.state = .verified }
        }
        decision.answer("state", decision.state(of: martyr).json)
        return decision
    }

    private static func same(_ account: String, _ martyr: Martyr) -> Refusal {
        Refusal(
            .needsSecondPerson, field: "code",
            Phrase(
                fa:
                    "\(martyr.named) را \(account) تأیید کرده است؛ تأیید کار دو نفر است و تأیید دوم باید از کاربری دیگر باشد.",
                en:
                    "The \(martyr.named) was verified by \(account) already; two people verify an entry, and the second has to be another account."
            ))
    }
}

extension Decision {
    /// The state that the decision leaves an entry in.
    fileprivate func state(of martyr: Martyr) -> MartyrState {
        (changes.last?.after as? Martyr)?.state ?? martyr.state
    }
}

/// `{"command":"martyr.publish","person":"9990000141"}`: verified → published.
public struct MartyrPublish: Command {
    public static let name = "martyr.publish"
    public static let title = Phrase(fa: "انتشار در فهرست شهدا", en: "publish an entry of the roll of honour")
    public static let parameters = MartyrAddress.uses

    private let given: Given
    public init(_ given: Given) { self.given = given }

    public static func check(_ given: Given) throws(Refusal) { try MartyrAddress.check(given) }

    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let martyr = try MartyrAddress.martyr(given, in: registry)
        try envelope.check(versionOf: martyr, in: registry)
        try martyr.require([.verified])
        var decision = Decision(envelope)
        decision.amend(martyr) { $0.state = .published }
        return decision
    }
}
