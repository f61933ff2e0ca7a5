import Persian

extension Part {
    /// What is lacking at camps, points, groups and congresses, and what befell people there.
    public static let needs = Part(
        "needs",
        records: [Need.self, Incident.self],
        commands: [NeedRaise.self, NeedSettle.self, IncidentRecord.self, IncidentResolve.self])
}

/// What the rules about needs and incidents read.
public protocol NeedsRegistry {
    /// The open needs of a camp, point, group, campaign or congress, by code.
    func openNeeds(of target: NeedTarget) throws(DecideError) -> [Need]
    /// The open incidents of a camp, by code.
    func openIncidents(of camp: String) throws(DecideError) -> [Incident]
}
