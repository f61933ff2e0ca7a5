import Persian

/// `{"command":"camp.report","camp":"C-001","day":"1401/05/02","present":12,"beneficiaries":120,"work":[…]}`; a
/// second one for the day corrects the first, which is kept.
public struct CampReport: Filling {
    public static let name = "camp.report"
    public static let title = Phrase(fa: "گزارش روزانه", en: "report a day of a camp")
    public static let roles: Set<Role> = [.operator, .supervisor]
    public static let nature = CommandNature.fact
    public static let fields: [FieldUse<DailyReport>] = [
        ReportFields.camp.required, ReportFields.day.required, ReportFields.present.required,
        ReportFields.beneficiaries.required, ReportFields.work.clearable, ReportFields.sisters.clearable,
        ReportFields.brothers.clearable, ReportFields.note.clearable,
    ]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `invalid-number`.
    public static func check(_ given: Arguments) throws(Refusal) {
        guard let present = given[ReportFields.present] else { return }
        try DailyReport.check(
            present: present, sisters: given[ReportFields.sisters], brothers: given[ReportFields.brothers])
    }

    /// - Throws: `not-found`, `wrong-state`.
    public static func checkState(_ given: Arguments, in registry: some Registry) throws(DecideError) {
        guard let code = given[CampFields.camp] else { return }
        try registry.existing(Camp.self, code, field: "camp").requireInField()
    }

    /// - Throws: `not-found`, `stale`, `wrong-state`, `invalid-date`.
    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let camp = try registry.existing(Camp.self, given.require(CampFields.camp), field: "camp")
        let day = try given.require(CampFields.day)
        let earlier = try registry.reports(of: camp.code).filter { $0.day == day }
        let current = earlier.last { $0.state == .current }
        if let current {
            let former = earlier.last { $0.number < current.number }?.told(as: current)
            try check(versionOf: current, after: former, envelope, in: registry)
        }
        try camp.requireInField()
        try camp.check(day, today: envelope.day, field: "day")

        let late = try registry.reportDue().isLate(day, at: envelope.at)
        try checkWhole()
        var report = DailyReport.blank
        try fill(&report, in: registry)
        report.number = (earlier.map(\.number).max() ?? 0) + 1
        (report.author, report.at, report.late) = (envelope.account, envelope.at, current?.late ?? late)
        let later = try envelope.reports(givenAfterThis: earlier, in: registry)
        var decision = Decision(envelope)
        if later.isEmpty {
            decision.add(report, inPlaceOf: current)
            if let current {
                decision.amend(current, silently: true) { $0.state = .superseded }
                try envelope.tellOfReplacing(current, &decision, in: registry)
            }
        } else {
            decision.insert(report, before: later, isFirst: later.count == earlier.count, late: late)
        }
        decision.answer("correction", .bool(current != nil))
        camp.warnOfCrowd(report, &decision)
        return decision
    }
}

extension Envelope {
    /// Tells whoever takes a report in that it took the place of one that the office wrote meanwhile, of which its
    /// station knew nothing.
    fileprivate func tellOfReplacing(
        _ report: DailyReport, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        guard let origin, report.author != account,
            let entry = try registry.entry(String(report.id.prefix { $0 != "." })), entry.number > origin.seen,
            try !registry.isRemote(entry.station)
        else { return }
        let title = try report.title(in: registry)
        decision.warn(
            Warning(
                .stale,
                Phrase(
                    fa:
                        "این گزارش دیرتر از «\(title)» داده شد و جای آن را گرفت: \(report.author) آن را در \(report.at.display(.persian)) در دفتر نوشته بود (\(report.present) نفر حاضر). هر دو نگه داشته شد؛ با هم بسنجید.",
                    en:
                        "This report was given later than the \(title) and took its place: \(report.author) wrote that in the office on \(report.at.display(.english)) (\(report.present, "person", plural: "people") present). Both are kept; compare them."
                )))
    }

    /// The reports of a day that were given after one that is taken in only now, by their own times; the order in which
    /// stations are heard decides nothing.
    fileprivate func reports(
        givenAfterThis reports: [DailyReport], in registry: some Registry
    ) throws(DecideError) -> [DailyReport] {
        guard origin != nil else { return [] }
        var later: [DailyReport] = []
        for report in reports.reversed() {
            let command = String(report.id.prefix { $0 != "." })
            let other = try registry.entry(command)?.station ?? ""
            // A station's own commands come in the order in which they were given, whatever its clock showed.
            guard other != station, isGiven(before: report.at, at: other) else { break }
            later.insert(report, at: 0)
        }
        return later
    }
}

extension Decision {
    /// Puts a report in its place among those of its day: the later ones move up by one, and the current one stays so.
    ///
    /// - Parameters:
    ///   - isFirst: whether it is the day's first, whose lateness is that of all.
    ///   - late: whether it came late itself.
    fileprivate mutating func insert(_ report: DailyReport, before later: [DailyReport], isFirst: Bool, late: Bool) {
        var report = report
        report.number = later[0].number
        report.state = later.contains { $0.state == .current } ? .superseded : .current
        if isFirst { report.late = late }
        // The highest first: a number stands once.
        for moved in later.reversed() {
            amend(moved, silently: true) { moved in
                moved.number += 1
                if isFirst { moved.late = late }
            }
        }
        add(report)
    }
}
