import Domain
import GRDB
import Persian

/// A campaign in figures. What was received is either in the store, at bases, delivered, damaged or missing.
public struct CampaignFigures: Hashable, Sendable {
    public let received: Int
    public let inStore: Int
    public let atBases: Int
    public let delivered: Int
    public let damaged: Int
    /// Below zero when more was found than there should be.
    public let missing: Int
    /// Households that got something, and all that are known.
    public let served: Int
    public let households: Int
    /// Households that were missed and have got nothing.
    public let missed: Int
    /// Deliveries to a household that another desk had served; bases that handed out more than they had.
    public let doubles: Int
    public let overdrawn: Int

    /// Known households that have got nothing yet.
    public var waiting: Int { max(0, households - served) }
}

/// A base of a campaign, or its store.
public struct StockRow: Hashable, Sendable {
    public let place: StockPlace
    /// What the base is called; empty for the store.
    public let name: String
    public let stock: Stock
    /// What it handed out on each day asked about, the first first.
    public let days: [Int]
    /// When something was last written down of it; nil for never.
    public let heardAt: Moment?
}

extension Reader {
    /// All campaigns, the latest first.
    ///
    /// - Throws: what the store reports.
    public func campaigns() throws(DecideError) -> [Campaign] {
        try storing { try Campaign.fetch(db, where: "1 ORDER BY nameKey") }
    }

    /// The campaign that people mean on a day: the open one whose days these are, else the latest open one, else the latest.
    ///
    /// - Throws: what the store reports.
    public func currentCampaign(on day: Day) throws(DecideError) -> Campaign? {
        let all = try campaigns()
        let open = all.filter { $0.state == .open }
        return open.first { $0.days.contains(day) } ?? open.first ?? all.first
    }

    /// A campaign in figures; nil when there is none of that code.
    ///
    /// - Throws: what the store reports.
    public func campaignFigures(_ code: String) throws(DecideError) -> CampaignFigures? {
        try storing {
            let sums = try db.cachedStatement(
                sql: """
                    SELECT received, inStore, atBases, delivered, damaged, missing, served, missed FROM campaigns WHERE code = ?
                    """)
            guard let row = try Row.fetchOne(sums, arguments: [code]) else { return nil }
            func count(_ sql: String) throws -> Int {
                try Int.fetchOne(db.cachedStatement(sql: sql), arguments: [code]) ?? 0
            }
            return CampaignFigures(
                received: try row.figure(0), inStore: try row.figure(1), atBases: try row.figure(2),
                delivered: try row.figure(3), damaged: try row.figure(4), missing: try row.figure(5),
                served: try row.figure(6), households: try Counters.value("households", db),
                missed: try row.figure(7),
                doubles: try count("SELECT count(*) FROM (\(Self.doublesSQL))"),
                overdrawn: try count("SELECT count(*) FROM stocks WHERE campaign = ? AND held < 0"))
        }
    }

    /// The deliveries of a campaign that share somebody with another of which neither knew: only one that was handed out
    /// again can be one of two.
    static let doublesSQL = """
        WITH pairs (one, other) AS (
            SELECT a.delivery, b.delivery FROM servedPeople a
                JOIN servedPeople b ON b.campaign = a.campaign AND b.person = a.person AND b.delivery <> a.delivery
                JOIN deliveries one ON one.id = a.delivery JOIN deliveries other ON other.id = b.delivery
            WHERE a.campaign = ?1 AND a.again <> '' AND one.reason IS NULL AND other.reason IS NULL)
        SELECT one AS id FROM pairs UNION SELECT other FROM pairs
        """

    /// The store of a campaign, then its bases by name, each with what it handed out on some days.
    ///
    /// - Throws: what the store reports.
    public func stockRows(
        of campaign: String, days: ClosedRange<Day>
    ) throws(DecideError) -> [StockRow] {
        try storing {
            var handed: [String: [Int: Int]] = [:]
            let strips = try db.cachedStatement(
                sql: "SELECT base, day, quantity FROM deliveryDays WHERE campaign = ? AND day BETWEEN ? AND ?")
            for row in try Row.fetchAll(
                strips, arguments: [campaign, days.lowerBound.iso, days.upperBound.iso])
            {
                guard let day = Day(iso: row[1]) else { continue }
                handed[row[0], default: [:]][day - days.lowerBound] = try row.figure(2)
            }
            let statement = try db.cachedStatement(
                sql: """
                    SELECT \(Stock.columns), heard, base, ifnull(b.name, '') FROM stocks s
                    LEFT JOIN bases b ON b.code = s.base WHERE s.campaign = ?
                        AND (received, allocated, returned, delivered, damaged, missing) <> (0, 0, 0, 0, 0, 0)
                    ORDER BY s.base <> '', b.nameKey, s.base
                    """)
            return try Row.fetchAll(statement, arguments: [campaign]).map { row in
                let base: String = row[8]
                let heard = try row.figure(7)
                let counts = handed[base] ?? [:]
                return StockRow(
                    place: StockPlace(campaign: campaign, base: base.isEmpty ? nil : base), name: row[9],
                    stock: try Stock(row, isStore: base.isEmpty),
                    days: (0...(days.upperBound - days.lowerBound)).map { counts[$0] ?? 0 },
                    heardAt: heard == 0 ? nil : Moment(milliseconds: Int64(heard) * 1000))
            }
        }
    }

    /// What was handed out of a campaign on each of some days, the first first.
    ///
    /// - Throws: what the store reports.
    public func handedOut(of campaign: String, days: ClosedRange<Day>) throws(DecideError) -> [Int] {
        let rows = try stockRows(of: campaign, days: days)
        return (0...(days.upperBound - days.lowerBound)).map { day in rows.reduce(0) { $0 + $1.days[day] } }
    }

    /// The lines of a campaign's stock, at a base or in the store, the latest first.
    ///
    /// - Throws: what the store reports.
    public func stockLines(at place: StockPlace, limit: Int) throws(DecideError) -> [StockLine] {
        try storing {
            let store = "base IS NULL OR move IN ('allocated', 'returned')"
            let condition = place.base == nil ? "(\(store))" : "base = ?"
            let own: StatementArguments = place.base.map { [$0] } ?? []
            return try StockLine.fetch(
                db, where: "campaign = ? AND \(condition) ORDER BY moment DESC, id DESC LIMIT ?",
                [place.campaign] + own + [limit])
        }
    }

    /// All lines of the stock, the earliest first.
    ///
    /// - Throws: what `body` throws; what the store reports.
    public func eachStockLine(_ body: (StockLine) throws(DecideError) -> Void) throws(DecideError) {
        for line in try storing({ try StockLine.fetch(db, where: "1 ORDER BY campaign, moment, id") }) {
            try body(line)
        }
    }
}
