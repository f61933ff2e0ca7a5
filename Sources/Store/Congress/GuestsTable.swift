import Domain
import Foundation
import GRDB
import Persian

/// The table of the congress's guests.
enum GuestsTable {
    /// Listed in the order of the protocol.
    static let guests = Table(
        Guest.self, name: "guests", keyColumn: "code",
        derived: [
            Table.derived("nameKey", Guest.self) { guest, _ in nameKey(of: guest).databaseValue },
            Table.derived("search", Guest.self) { guest, _ in
                let (category, state) = (guest.category.phrase, guest.state.phrase)
                return Table.searchText([
                    guest.code, guest.name, guest.title, category.fa, category.en, state.fa, state.en, guest.congress,
                ]).databaseValue
            },
            Table.derived("inside", Guest.self) { guest, _ in guest.seatsInside.databaseValue },
        ])

    /// The newest edition first, then category, rank and the name in Persian order, one after another as bytes.
    private static func nameKey(of guest: Guest) -> Data {
        let year = UInt16.max - UInt16(clamping: Int(guest.congress) ?? 0)
        let rank = UInt16(clamping: guest.rank)
        let front = [year >> 8, year, UInt16(clamping: guest.category.order), rank >> 8, rank]
        return Data(front.map { UInt8(truncatingIfNeeded: $0) }) + sortKey(guest.name)
    }

    /// Who came in on that day and is inside, also those whose invitation was revoked since.
    ///
    /// The counts beside the table know nobody's day, and hold whoever was not scanned out at night: those are taken off.
    static func inside(_ congress: String, on day: Day, _ db: Database) throws -> GuestCounts.Count {
        func count(_ sql: String, _ arguments: StatementArguments) throws -> GuestCounts.Count {
            let row = try Row.fetchOne(try db.cachedStatement(sql: sql), arguments: arguments)
            return try row.map { GuestCounts.Count(guests: try $0.figure(0), seats: try $0.figure(1)) }
                ?? GuestCounts.Count()
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
        return GuestCounts.Count(guests: all.guests - left.guests, seats: all.seats - left.seats)
    }

    /// The guest who has the same place in the protocol and the same name: a row of a sheet without codes means him
    /// or her.
    fileprivate static func guest(like guest: Guest, _ db: Database) throws -> Guest? {
        try Guest.fetch(db, where: "nameKey = ?", [nameKey(of: guest)]).first {
            $0.name.folded() == guest.name.folded()
        }
    }
}

extension Desk {
    /// The guest of the same edition, category, rank and name.
    public func guest(like guest: Guest) throws(DecideError) -> Guest? {
        try storing { try GuestsTable.guest(like: guest, db) }
    }
}

extension FileRegistry {
    func seatsInside(ofCongress congress: String, on day: Day) throws(DecideError) -> Int {
        try storing { try GuestsTable.inside(congress, on: day, db).seats }
    }
}
