import Domain
import GRDB
import Persian

extension Reader {
    /// How many needs were open at the end of each of the last days, the oldest first, `day` itself the last.
    ///
    /// - Throws: what the store reports.
    public func openNeeds(until day: Day, days: Int) throws(DecideError) -> [Int] {
        try storing {
            let open = try Int.fetchOne(db.cachedStatement(sql: Self.openNeedsSQL)) ?? 0
            return try counts(StoredPart.openNeeds, now: open, until: day, days: days)
        }
    }

    static let openNeedsSQL = "SELECT count(*) FROM needs WHERE state = 'open'"

    /// The needs of a camp, point or group, the open ones first.
    ///
    /// - Throws: what the store reports.
    public func needs(of target: NeedTarget, limit: Int = 100) throws(DecideError) -> [Need] {
        try storing {
            try Need.fetch(
                db, where: "\(NeedsTable.column(of: target.subject)) = ? ORDER BY state, code LIMIT ?",
                [target.code, limit])
        }
    }

    /// The incidents of a camp or point, the open ones first.
    ///
    /// - Throws: what the store reports.
    public func incidents(of target: NeedTarget, limit: Int = 100) throws(DecideError) -> [Incident] {
        guard target.subject == .camp || target.subject == .point else { return [] }
        return try storing {
            try Incident.fetch(
                db, where: "\(target.subject.rawValue) = ? ORDER BY state, code LIMIT ?", [target.code, limit])
        }
    }
}
