import Persian

/// `{"command":"camp.plan","title":…,"groups":[{"group":"Q-0001","headcount":12}],"kind":"village",…}`
public struct CampPlan: Adding {
    public static let name = "camp.plan"
    public static let title = Phrase(fa: "برنامه‌ریزی اردو", en: "plan a camp")
    public static let overrides: [RefusalCode] = [.campLength]
    public static let fields: [FieldUse<Camp>] = [
        CampFields.code.coined, CampFields.title.required, CampFields.groups.required, CampFields.kind.required,
        CampFields.province.required, CampFields.county.required, CampFields.place.required,
        CampFields.fields.required, CampFields.from.required, CampFields.to.required, CampFields.leader.clearable,
    ]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `invalid-date`.
    public static func check(_ given: Arguments) throws(Refusal) {
        guard let from = given[CampFields.from], let to = given[CampFields.to] else { return }
        try Camp.check(from, to)
    }

    /// - Throws: `not-found` and `wrong-state` for its groups.
    public func prepare(
        _ camp: inout Camp, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        try camp.checkGroups(beside: [], in: registry)
    }

    /// - Throws: `camp-length` for a neighbourhood camp that is too long for any reason, and for others unless a reason
    ///   overrides it.
    public func follow(_ camp: Camp, _ decision: inout Decision, in registry: some Registry) throws(DecideError) {
        try camp.checkNeighbourhood()
        try camp.checkNotTooLong(&decision)
        try camp.warn(&decision, in: registry)
    }
}
