import Persian

/// With a correction gone the report before it is the day's again.
struct FormerReports: Consequence {
    private(set) var changes: [Change]

    init(of changes: [Change], on day: Day, in registry: some Registry) throws(DecideError) {
        self.changes = changes
        for case let report as DailyReport in changes.filter({ $0.after == nil }).compactMap(\.before)
        where report.state == .current {
            let former = try registry.reports(of: report.camp).last {
                $0.day == report.day && $0.number < report.number
            }
            guard let former, !changes.contains(where: { $0.record.id == former.id }) else { continue }
            var current = former
            current.state = .current
            self.changes.append(.amended(former, current.with(version: former.version + 1)))
        }
    }
}
