import Persian

/// `{"command":"support.record","institution":"HOWZEH","for":{"camp":"C-001"},"nature":"spiritual","what":"اعزام روحانی","on":"1401/05/03"}`:
/// support that is no goods, given to a camp, point, group, campaign or congress.
public struct SupportRecord: Adding {
    public static let name = "support.record"
    public static let title = Phrase(fa: "ثبت پشتیبانی معنوی", en: "record spiritual support")
    public static let fields: [FieldUse<SpiritualSupport>] = [
        SpiritualFields.institution.required, .also(NeedFields.target.required),
        .also(SpiritualFields.nature.required), SpiritualFields.what.required, SpiritualFields.on.required,
        SpiritualFields.outcome.clearable, SpiritualFields.code.coined,
    ]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `unknown-value` for material support, which is pledged for a need.
    public static func check(_ given: Arguments) throws(Refusal) {
        guard given[SpiritualFields.nature] == .material else { return }
        throw .unknown(
            "nature", SpiritualFields.nature.phrase, value: SupportNature.material.phrase,
            accepted: Phrase(
                fa: "معنوی؛ پشتیبانی مادی با اعلام نیاز و «\(SupportPledge.title)» ثبت می‌شود",
                en: "spiritual; material support is a need and a pledge for it (“\(SupportPledge.title)”)"))
    }

    /// - Throws: `missing-value`, `not-found`.
    public func prepare(
        _ support: inout SpiritualSupport, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        let target = try given.require(NeedFields.target)
        try target.checkExists(in: registry)
        support.target = target
    }

    /// - Throws: nothing.
    public func follow(
        _ support: SpiritualSupport, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        decision.warnOfFuture(SupportParameters.on, in: given)
    }
}

/// `{"command":"support.amend","code":"SP-001","outcome":"ده سخنرانی"}`: what came of it; what is absent stays as it was.
public struct SupportAmend: Amending {
    public static let name = "support.amend"
    public static let title = Phrase(fa: "ویرایش پشتیبانی معنوی", en: "amend spiritual support")
    public static let fields: [FieldUse<SpiritualSupport>] = [
        SpiritualFields.code.required, SpiritualFields.what.kept, SpiritualFields.on.kept,
        SpiritualFields.outcome.clearable,
    ]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }
}
