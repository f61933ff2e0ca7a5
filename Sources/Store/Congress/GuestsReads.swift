import Domain
import GRDB
import Persian

/// The guests of an edition in figures.
public struct GuestCounts: Hashable, Sendable {
    public struct Count: Hashable, Sendable {
        public var guests = 0
        /// With their companions.
        public var seats = 0
    }
    public var byState: [GuestState: Count] = [:]
    /// Who came in on the day asked about and is inside; also those whose invitation was revoked since.
    public var inside = Count()

    public init() {}

    public subscript(state: GuestState) -> Count { byState[state] ?? Count() }

    /// The guests in any of these states together.
    public func sum(_ states: [GuestState]) -> Count {
        states.map { self[$0] }.reduce(into: Count()) { sum, count in
            sum.guests += count.guests
            sum.seats += count.seats
        }
    }

    /// Those who said yes, wherever they are now.
    public var expected: Count { sum(GuestState.allCases.filter(\.isExpected)) }
    /// Those who said yes and have not been here yet.
    public var coming: Count { self[.accepted] }
    /// All whose invitation stands.
    public var invited: Count { sum(GuestState.allCases.filter { $0 != .revoked && $0 != .declined }) }
}

extension Reader {
    /// The guests of an edition in figures, on a day.
    ///
    /// - Throws: what the store reports.
    public func guestCounts(ofCongress congress: String, on day: Day) throws(DecideError) -> GuestCounts {
        try storing {
            let statement = try db.cachedStatement(
                sql: "SELECT state, guests, seats FROM guestCounts WHERE congress = ?")
            var counts = GuestCounts()
            for row in try Row.fetchAll(statement, arguments: [congress]) {
                guard let state = GuestState(rawValue: row[0]) else { continue }
                counts.byState[state] = GuestCounts.Count(guests: try row.figure(1), seats: try row.figure(2))
            }
            counts.inside = try GuestCounts.inside(congress, on: day, db)
            return counts
        }
    }
}

extension GuestCounts {
    /// Who came in on that day and is inside, also those whose invitation was revoked since.
    ///
    /// `guestCounts` does not know on which day a guest came in, so those of earlier days who were never scanned out
    /// are subtracted.
    static func inside(_ congress: String, on day: Day, _ db: Database) throws -> Count {
        func count(_ sql: String, _ arguments: StatementArguments) throws -> Count {
            let row = try Row.fetchOne(try db.cachedStatement(sql: sql), arguments: arguments)
            return try row.map { Count(guests: try $0.figure(0), seats: try $0.figure(1)) }
                ?? Count()
        }
        let all = try count(
            "SELECT ifnull(sum(guestsInside), 0), ifnull(sum(inside), 0) FROM guestCounts WHERE congress = ?",
            [congress])
        if all.seats == 0 { return all }
        let left = try count(
            """
            SELECT count(*), ifnull(sum(inside), 0) FROM guests
            WHERE congress = ? AND inside > 0 AND substr(json_extract(scans, '$[#-1].at'), 1, 10) <> ?
            """, [congress, day.iso])
        return Count(guests: all.guests - left.guests, seats: all.seats - left.seats)
    }
}
