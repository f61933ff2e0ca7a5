import Persian

/// `{"command":"martyr.verify","person":"9990000141"}`: the first verdict is noted on the entry, the second one, by
/// another account, makes it verified.
public struct MartyrVerify: AboutMartyr {
    public static let name = "martyr.verify"
    public static let title = Phrase(fa: "تأیید شهید", en: "verify an entry of the roll of honour")
    public static let from: [MartyrState] = [.documented]
    public static let fields = address
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `needs-second-person` for the account of the first verdict.
    public func prepare(
        _ martyr: inout Martyr, from before: Martyr, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        let account = decision.envelope.account
        if martyr.verifiedBy.contains(account) { throw .refused(Self.same(account, martyr)) }
        martyr.verifiedBy.append(account)
        if martyr.verifiedBy.count >= Martyr.verdicts { martyr.state = .verified }
    }

    /// - Throws: nothing.
    public func follow(
        _ martyr: Martyr, from before: Martyr, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        decision.answer("state", martyr.state.json)
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

/// `{"command":"martyr.publish","person":"9990000141"}`: verified → published.
public struct MartyrPublish: Transition, AboutMartyr {
    public static let name = "martyr.publish"
    public static let title = Phrase(fa: "انتشار در فهرست شهدا", en: "publish an entry of the roll of honour")
    public static let from: [MartyrState] = [.verified]
    public static let to = MartyrState.published
    public static let fields = address
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }
}
