import Persian

/// `{"command":"camp.report","camp":"C-001","day":"1401/05/02","present":12,"beneficiaries":120,"work":[…]}`; a
/// second one for the day corrects the first, which is kept.
public struct CampReport: Command {
    public static let name = "camp.report"
    public static let title = Phrase(fa: "گزارش روزانه", en: "report a day of a camp")
    public static let roles: Set<Role> = [.operator, .supervisor]
    public static let parameters = [
        CampParameters.camp.required, CampParameters.day.required, ReportParameters.present.required,
        ReportParameters.beneficiaries.required, ReportParameters.work.clearable, ReportParameters.note.clearable,
    ]

    private let given: Given
    public init(_ given: Given) { self.given = given }

    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let camp = try registry.existing(Camp.self, given.require(CampParameters.camp), field: "camp")
        let day = try given.require(CampParameters.day)
        let earlier = try registry.reports(of: camp.code).filter { $0.day == day }
        let current = earlier.last { $0.state == .current }
        if let current {
            let former = earlier.last { $0.number < current.number }?.told(as: current)
            try envelope.check(versionOf: current, after: former, in: registry)
        }
        try camp.require([.running, .suspended])
        try camp.check(day, today: envelope.day, field: "day")

        let late = try registry.reportDue().isLate(day, at: envelope.at)
        var decision = Decision(envelope)
        decision.add(
            DailyReport(
                camp: camp.code, day: day, number: (earlier.map(\.number).max() ?? 0) + 1,
                present: try given.require(ReportParameters.present),
                beneficiaries: try given.require(ReportParameters.beneficiaries),
                work: given[ReportParameters.work] ?? [], note: given[ReportParameters.note],
                author: envelope.account, at: envelope.at, late: current?.late ?? late), inPlaceOf: current)
        if let current { decision.amend(current, silently: true) { $0.state = .superseded } }
        decision.answer("correction", .bool(current != nil))
        return decision
    }
}
