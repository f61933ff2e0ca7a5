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
    public func guestCounts(ofCongress congress: String, on day: Day) throws(DecideError) -> GuestCounts {
        try storing {
            let statement = try db.cachedStatement(
                sql: "SELECT state, guests, seats FROM guestCounts WHERE congress = ?")
            var counts = GuestCounts()
            for row in try Row.fetchAll(statement, arguments: [congress]) {
                guard let state = GuestState(rawValue: row[0]) else { continue }
                counts.byState[state] = GuestCounts.Count(guests: try row.figure(1), seats: try row.figure(2))
            }
            counts.inside = try GuestsTable.inside(congress, on: day, db)
            return counts
        }
    }
}
