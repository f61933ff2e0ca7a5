import Persian

/// `{"command":"camp.amend","code":"C-001","to":"1401/05/12"}`: what is absent stays as it was.
public struct CampAmend: AmendingInState {
    public static let name = "camp.amend"
    public static let title = Phrase(fa: "ویرایش اردو", en: "amend a camp")
    public static let overrides: [RefusalCode] = [.campLength]
    public static let from: [CampState] = [.planned, .approved, .running, .suspended]
    public static let fields: [FieldUse<Camp>] = [
        CampFields.code.required, CampFields.title.kept, CampFields.groups.kept, CampFields.kind.kept,
        CampFields.province.kept, CampFields.county.kept, CampFields.place.kept, CampFields.fields.kept,
        CampFields.from.kept, CampFields.to.kept, CampFields.leader.clearable,
    ]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `invalid-date`.
    public static func check(_ given: Arguments) throws(Refusal) { try CampPlan.check(given) }

    /// - Throws: `not-found` for its groups, `wrong-state` for those new to it, `invalid-date` for an end before the
    ///   beginning, `camp-length`, `invalid-date` for days of which something is recorded, and `camp-length` unless a
    ///   reason overrides it.
    public func prepare(
        _ camp: inout Camp, from before: Camp, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        try camp.checkGroups(beside: before.groups, in: registry)
        do throws(Refusal) { try Camp.check(camp.from, camp.to) } catch { throw .refused(error) }
        let isMoved = camp.days != before.days || camp.kind != before.kind
        if isMoved {
            try camp.checkNeighbourhood()
            try camp.check(in: registry)
            try camp.checkNotTooLong(&decision)
        }
        if isMoved || camp.groups != before.groups { try camp.warn(&decision, in: registry) }
    }
}
