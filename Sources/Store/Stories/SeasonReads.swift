import Domain
import GRDB
import Persian

extension FileRegistry {
    func seasonFigures(during days: ClosedRange<Day>) throws(DecideError) -> SeasonFigures {
        try storing {
            let span = [days.lowerBound.iso, days.upperBound.iso]
            func sums(_ sql: String) throws -> [Int] {
                guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: StatementArguments(span))
                else { return [] }
                return try (0..<row.count).map { try row.figure($0) }
            }
            let groups = try sums(
                "SELECT count(*) FROM groups WHERE state = 'registered' AND ?1 <= ?2 AND registeredOn <= ?2")
            let camps = try sums(Self.campsSQL)
            let reports = try sums(
                "SELECT ifnull(sum(present), 0), ifnull(sum(beneficiaries), 0), count(*) FROM reports WHERE \(Self.reported)"
            )
            let served = try sums(
                "SELECT ifnull(sum(quantity), 0), count(DISTINCT household), count(*) FROM deliveries WHERE \"on\" BETWEEN ?1 AND ?2"
            )
            let certificates = try sums("SELECT count(*) FROM certificates WHERE issuedOn BETWEEN ?1 AND ?2")
            let tallies = try sums(
                "SELECT ifnull(sum(served), 0), count(*) FROM tallies WHERE substr(hour, 1, 10) BETWEEN ?1 AND ?2")
            return SeasonFigures(
                during: days,
                counts: [
                    FigureCount(.groups, value: groups[0], records: groups[0]),
                    FigureCount(.camps, value: camps[0], records: camps[0]),
                    FigureCount(.personDays, value: reports[0], records: reports[2]),
                    FigureCount(.beneficiaries, value: reports[1], records: reports[2]),
                    FigureCount(.packages, value: served[0], records: served[2]),
                    FigureCount(.households, value: served[1], records: served[2]),
                    FigureCount(.certificates, value: certificates[0], records: certificates[0]),
                    FigureCount(.services, value: tallies[0], records: tallies[1]),
                ],
                personDays: try months(
                    days, "SELECT day, sum(present) FROM reports WHERE \(Self.reported) GROUP BY day"),
                packages: try months(
                    days, "SELECT day, sum(quantity) FROM deliveryDays WHERE day BETWEEN ?1 AND ?2 GROUP BY day"),
                provinces: try provinces(days))
        }
    }

    /// Those that were in the field on any of the days.
    static let campsSQL = """
        SELECT count(*) FROM camps WHERE state IN ('running', 'suspended', 'closed') AND "to" >= ?1 AND "from" <= ?2
        """

    private static let reported = "state = 'current' AND day BETWEEN ?1 AND ?2"

    /// The sums of days, by their Jalali months.
    private func months(_ days: ClosedRange<Day>, _ sql: String) throws -> [FigurePart] {
        var sums: [String: Int] = [:]
        for row in try Row.fetchAll(
            db.cachedStatement(sql: sql), arguments: [days.lowerBound.iso, days.upperBound.iso])
        {
            guard let day = Day(iso: row[0]) else { continue }
            sums[JalaliMonth(of: day).text, default: 0] += try row.figure(1)
        }
        return SeasonFigures.months(of: days).map { FigurePart($0, sums[$0] ?? 0) }
    }

    private func provinces(_ days: ClosedRange<Day>) throws -> [FigurePart] {
        let sql = """
            SELECT c.province, sum(r.present) FROM reports r JOIN camps c ON c.code = r.camp
            WHERE r.state = 'current' AND r.day BETWEEN ?1 AND ?2 GROUP BY c.province
            """
        var sums: [Province: Int] = [:]
        for row in try Row.fetchAll(
            db.cachedStatement(sql: sql), arguments: [days.lowerBound.iso, days.upperBound.iso])
        {
            guard let province = Province(named: row[0]) else { continue }
            sums[province, default: 0] += try row.figure(1)
        }
        return Province.allCases.compactMap { province in
            sums[province].flatMap { $0 > 0 ? FigurePart(province.name.fa, $0) : nil }
        }
    }
}

extension Reader {
    /// What is counted of the season of a day: its Jalali year until then.
    ///
    /// - Throws: what the store reports.
    public func seasonFigures(on day: Day) throws(DecideError) -> SeasonFigures {
        try registry.seasonFigures(during: SeasonFigures.season(of: day))
    }

    /// Which figures of an issued bulletin would be others if they were counted today; none of one that is composed.
    ///
    /// - Throws: what the store reports.
    public func pendingErrata(of bulletin: Bulletin) throws(DecideError) -> [PendingErratum] {
        guard let figures = bulletin.content?.figures else { return [] }
        return figures.changes(until: try registry.seasonFigures(during: figures.days))
    }
}
