import Domain
import Foundation
import GRDB
import Persian

extension StoredPart {
    static let congress = StoredPart(
        part: .congress,
        tables: [
            .of(Congress.self) { CongressTable.congresses }, .of(Hall.self) { CongressTable.halls },
            .of(CongressSession.self) { CongressTable.sessions }, .of(Guest.self) { CongressTable.guests },
            .of(Martyr.self) { CongressTable.martyrs },
        ],
        first: [Congress.kind])
}

/// The tables of the congress's editions, halls, sessions and guests, and of the roll of honour.
enum CongressTable {
    /// The newest edition first.
    static let congresses = Table(
        Congress.self, name: "congresses", keyColumn: "year",
        derived: Table.listed(Congress.self, name: { String(9_999 - (Int($0.year) ?? 0)) }) { congress, _ in
            [congress.year, congress.city, congress.venue]
        })

    static let halls = Table(
        Hall.self, name: "halls", keyColumn: "code",
        derived: Table.listed(Hall.self, name: \.name) { hall, _ in [hall.code, hall.name, hall.congress] })

    /// Listed by edition, then by time.
    static let sessions = Table(
        CongressSession.self, name: "sessions", keyColumn: "code",
        derived: Table.listed(
            CongressSession.self, name: { "\($0.congress) \($0.from.iso(in: .utc)) \($0.code)" }
        ) { session, db in
            let hall = try Hall.fetch(db, key: session.hall)
            let people = try session.people.map { try Person.fetch(db, key: $0)?.fullName }
            return [session.code, session.title, session.sort.phrase.fa, session.congress, hall?.name] + people
        } + [
            Table.derived("begins", CongressSession.self) { session, _ in session.from.epochSecond.databaseValue },
            Table.derived("ends", CongressSession.self) { session, _ in session.to.epochSecond.databaseValue },
        ],
        references: ["speakers": "id IN (SELECT session FROM sessionSpeakers WHERE person = ?)"])

    /// Listed in the order of the protocol.
    static let guests = Table(
        Guest.self, name: "guests", keyColumn: "code",
        derived: [
            Table.derived("nameKey", Guest.self) { guest, _ in guestKey(of: guest).databaseValue },
            Table.derived("search", Guest.self) { guest, _ in
                let (category, state) = (guest.category.phrase, guest.state.phrase)
                return Table.searchText([
                    guest.code, guest.name, guest.title, category.fa, category.en, state.fa, state.en, guest.congress,
                ]).databaseValue
            },
            Table.derived("inside", Guest.self) { guest, _ in guest.seatsInside.databaseValue },
        ])

    /// The newest edition first, then category, rank and the name in Persian order, one after another as bytes.
    static func guestKey(of guest: Guest) -> Data {
        let year = UInt16.max - UInt16(clamping: Int(guest.congress) ?? 0)
        let rank = UInt16(clamping: guest.rank)
        let front = [year >> 8, year, UInt16(clamping: guest.category.order), rank >> 8, rank]
        return Data(front.map { UInt8(truncatingIfNeeded: $0) }) + sortKey(guest.name)
    }

    /// Listed by name.
    static let martyrs = Table(
        Martyr.self, name: "martyrs", keyColumn: "code",
        derived: Table.listed(Martyr.self, name: \.name) { martyr, db in
            let group = try martyr.group.flatMap { try Group.fetch(db, key: $0)?.name }
            return [
                martyr.code, martyr.name, martyr.person, martyr.place, martyr.group, group, martyr.incident,
                martyr.state.phrase.fa, martyr.state.phrase.en,
            ]
        })
}
