import Persian

/// `{"command":"camp.plan","title":…,"groups":[{"group":"Q-0001","headcount":12}],"kind":"village",…}`
public struct CampPlan: Command {
    public static let name = "camp.plan"
    public static let title = Phrase(fa: "برنامه‌ریزی اردو", en: "plan a camp")
    public static let overrides: [RefusalCode] = [.campLength]
    public static let parameters = [
        CampParameters.code.coined, CampParameters.title.required, CampParameters.groups.required,
        CampParameters.kind.required, CampParameters.province.required, CampParameters.county.required,
        CampParameters.place.required, CampParameters.fields.required, CampParameters.from.required,
        CampParameters.to.required, CampParameters.leader.clearable,
    ]

    private let given: Given
    public init(_ given: Given) { self.given = given }

    public static func check(_ given: Given) throws(Refusal) {
        guard let from = given[CampParameters.from], let to = given[CampParameters.to] else { return }
        try Camp.check(from, to)
    }

    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        var camp = Camp(
            code: "", title: try given.require(CampParameters.title), groups: try given.require(CampParameters.groups),
            kind: try given.require(CampParameters.kind), province: try given.require(CampParameters.province),
            county: try given.require(CampParameters.county), place: try given.require(CampParameters.place),
            fields: try given.require(CampParameters.fields), from: try given.require(CampParameters.from),
            to: try given.require(CampParameters.to), leader: given[CampParameters.leader]?.digits)
        let groups = try camp.checkGroups(beside: [], in: registry)
        try registry.check(Person.self, exists: camp.leader, field: "leader")
        for group in groups { try group.requireForCamp() }
        camp.code = try registry.freeCode(given[CampParameters.code], for: Camp.self)
        try camp.checkNeighbourhood()

        var decision = Decision(envelope)
        try camp.checkNotTooLong(&decision)
        try camp.warn(&decision, in: registry)
        decision.add(camp)
        return decision
    }
}
