import Persian

/// `{"command":"household.record","head":"9990000034","headName":"مهدی احمدی","members":["9990000042"],"size":4,
/// "area":"village","place":"گل‌دره"}`: without a size it has as many as are known.
public struct HouseholdRecord: Adding {
    public static let name = "household.record"
    public static let title = Phrase(fa: "ثبت خانوار", en: "record a household")
    public static let fields: [FieldUse<Household>] = [
        HouseholdFields.head.required, HouseholdFields.headName.required, HouseholdFields.members.clearable,
        HouseholdFields.size.clearable, HouseholdFields.area.required, HouseholdFields.place.required,
        HouseholdFields.mobile.clearable, HouseholdFields.base.clearable, HouseholdFields.code.coined,
    ]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `invalid-number` for a size below the number of those who are known.
    public func prepare(
        _ household: inout Household, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        try household.settle(given)
    }

    /// - Throws: what the store reports.
    public func follow(
        _ household: Household, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        try household.warnOfOthers(&decision, in: registry)
    }
}

/// `{"command":"household.amend","code":"H-00001","size":5}`: what is absent stays as it was. What was judged of it beside
/// others is forgotten, for it is another now.
public struct HouseholdAmend: Amending {
    public static let name = "household.amend"
    public static let title = Phrase(fa: "ویرایش خانوار", en: "amend a household")
    public static let fields: [FieldUse<Household>] = [
        HouseholdFields.code.required, HouseholdFields.head.kept, HouseholdFields.headName.kept,
        HouseholdFields.members.clearable, HouseholdFields.size.kept, HouseholdFields.area.kept,
        HouseholdFields.place.kept, HouseholdFields.mobile.clearable, HouseholdFields.base.clearable,
    ]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `invalid-number` for a size below the number of those who are known.
    public func prepare(
        _ household: inout Household, from before: Household, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        try household.settle(given)
    }

    /// - Throws: what the store reports.
    public func follow(
        _ household: Household, from before: Household, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        guard household.isOther(than: before) else { return }
        for verdict in try registry.verdicts(about: household.code) { decision.void(verdict) }
        if household.people != before.people { try household.warnOfOthers(&decision, in: registry) }
    }
}

extension Household {
    /// The head is no member beside that, and no fewer live in it than are known.
    fileprivate mutating func settle(_ given: Arguments) throws(DecideError) {
        members.removeAll { $0 == head }
        guard size < people.count else { return }
        guard given[HouseholdFields.size] != nil else {
            size = people.count
            return
        }
        throw .refused(
            Refusal(
                .invalidNumber, field: "size",
                Phrase(
                    fa:
                        "«\(HouseholdFields.size.phrase)»: \(size) کمتر از \(people.count) نفری است که کد ملی‌شان نوشته شده است؛ \(people.count) یا بیشتر بنویسید.",
                    en:
                        "\(HouseholdFields.size.phrase.capitalisedFirst): \(size) is less than the \(people.count, "person", plural: "people") whose national IDs are given; write \(people.count) or more."
                )))
    }

    /// Whether anything by which it is told from others is not as it was.
    func isOther(than before: Household) -> Bool {
        people != before.people || likeKey != before.likeKey || mobile != before.mobile || size != before.size
            || area != before.area
    }
}

/// `{"command":"household.judge","a":"H-00001","b":"H-00002","verdict":"different"}`: whether two households are one; judged
/// again it takes the place of what was said before.
public struct HouseholdJudge: Command {
    public static let name = "household.judge"
    public static let title = Phrase(fa: "نظر درباره دو خانوار", en: "judge two households")
    public static let parameters = [
        HouseholdVerdictFields.a.required, HouseholdVerdictFields.b.required,
        HouseholdVerdictFields.verdict.required,
    ]

    private let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `unknown-value` for one household beside itself.
    public static func check(_ given: Arguments) throws(Refusal) {
        guard let a = given[HouseholdVerdictFields.a], a == given[HouseholdVerdictFields.b] else { return }
        throw .unknown(
            "b", HouseholdVerdictFields.b.phrase, value: a,
            accepted: Phrase(fa: "کد خانواری دیگر", en: "the code of another household"))
    }

    /// - Throws: `not-found`, `stale`.
    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let (a, b) = (
            try given.require(HouseholdVerdictFields.a), try given.require(HouseholdVerdictFields.b)
        )
        _ = try registry.existing(Household.self, a, field: "a")
        _ = try registry.existing(Household.self, b, field: "b")
        let pair = HouseholdPair(a, b)
        let before = try registry.verdicts(about: pair.a).first { $0.pair == pair }
        if let before { try envelope.check(versionOf: before, in: registry) }
        let verdict = try given.require(HouseholdVerdictFields.verdict)
        var decision = Decision(envelope)
        let said = HouseholdVerdict(
            a: pair.a, b: pair.b, verdict: verdict, account: envelope.account, at: envelope.at)
        if let before {
            decision.amend(before) { ($0.verdict, $0.account, $0.at) = (said.verdict, said.account, said.at) }
        } else {
            decision.add(said)
        }
        decision.answer("correction", .bool(before != nil && before?.verdict != verdict))
        return decision
    }
}
