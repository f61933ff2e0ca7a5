import Persian

/// `{"command":"camp.amend","code":"C-001","to":"1401/05/12"}`: what is absent stays as it was.
public struct CampAmend: Command {
    public static let name = "camp.amend"
    public static let title = Phrase(fa: "ویرایش اردو", en: "amend a camp")
    public static let overrides: [RefusalCode] = [.campLength]
    public static let parameters = [
        CampParameters.code.required, CampParameters.title.kept, CampParameters.groups.kept, CampParameters.kind.kept,
        CampParameters.province.kept, CampParameters.county.kept, CampParameters.place.kept,
        CampParameters.fields.kept, CampParameters.from.kept, CampParameters.to.kept,
        CampParameters.leader.clearable,
    ]

    private let given: Given
    public init(_ given: Given) { self.given = given }

    public static func check(_ given: Given) throws(Refusal) { try CampPlan.check(given) }

    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let camp = try registry.existing(Camp.self, given.require(CampParameters.code))
        var amended = camp
        apply(to: &amended)
        let added = try amended.checkGroups(beside: camp.groups, in: registry)
        try registry.check(Person.self, exists: given[CampParameters.leader]?.digits, field: "leader")
        try envelope.check(versionOf: camp, in: registry)
        try camp.require([.planned, .approved, .running, .suspended])
        for group in added { try group.requireForCamp() }
        do throws(Refusal) { try Camp.check(amended.from, amended.to) } catch { throw .refused(error) }

        var decision = Decision(envelope)
        let isMoved = amended.days != camp.days || amended.kind != camp.kind
        if isMoved {
            try amended.checkNeighbourhood()
            try amended.check(in: registry)
            try amended.checkNotTooLong(&decision)
        }
        if isMoved || amended.groups != camp.groups { try amended.warn(&decision, in: registry) }
        decision.amend(camp) { $0 = amended }
        return decision
    }

    private func apply(to camp: inout Camp) {
        given.apply(CampParameters.title, to: &camp.title)
        given.apply(CampParameters.groups, to: &camp.groups)
        given.apply(CampParameters.kind, to: &camp.kind)
        given.apply(CampParameters.province, to: &camp.province)
        given.apply(CampParameters.county, to: &camp.county)
        given.apply(CampParameters.place, to: &camp.place)
        given.apply(CampParameters.fields, to: &camp.fields)
        given.apply(CampParameters.from, to: &camp.from)
        given.apply(CampParameters.to, to: &camp.to)
        var leader = camp.leader.flatMap { try? NationalID($0) }
        given.apply(CampParameters.leader, to: &leader)
        camp.leader = leader?.digits
    }
}
