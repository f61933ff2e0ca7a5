import Domain
import GRDB
import Persian

extension StoredPart {
    static let arbaeen = StoredPart(
        part: .arbaeen,
        tables: [
            .of(Season.self) { ArbaeenTable.seasons }, .of(ServicePoint.self) { ArbaeenTable.points },
            .of(Shift.self) { ArbaeenTable.shifts }, .of(Supply.self) { ArbaeenTable.supplies },
            .of(Tally.self) { ArbaeenTable.tallies },
        ],
        first: [Season.kind])
}

/// The tables of seasons, service points, their shifts, supplies and tallies.
enum ArbaeenTable {
    static let seasons = Table(
        Season.self, name: "seasons", keyColumn: "year",
        derived: Table.listed(Season.self, name: \.key) { season, _ in
            [season.key] + season.announcements.map(\.month.phrase.fa)
        })

    /// Those of the latest season first, then by code.
    static let points = Table(
        ServicePoint.self, name: "points", keyColumn: "code",
        derived: Table.listed(ServicePoint.self, name: { "\(9_999 - $0.season) \($0.code)" }) { point, _ in
            [
                point.code, point.name, point.kind.phrase.fa, point.country.phrase.fa, String(point.season),
                point.permit,
            ] + point.services.map(\.service.phrase.fa)
        })

    /// Listed by point, then by time.
    static let shifts = Table(
        Shift.self, name: "shifts", keyColumn: "code",
        derived: Table.listed(Shift.self, name: { "\($0.point) \($0.from.iso) \($0.code)" }) { shift, db in
            [
                shift.code, shift.point, try name(of: shift.point, db), shift.from.day.jalaliText(.english),
                shift.state.phrase.fa,
            ] + shift.roles.map(\.role.phrase.fa) + shift.groups.map(\.group)
        } + [
            Table.derived("begins", Shift.self) { shift, _ in shift.from.moment.epochSecond.databaseValue },
            Table.derived("ends", Shift.self) { shift, _ in shift.to.moment.epochSecond.databaseValue },
            Table.derived("needed", Shift.self) { shift, _ in shift.needed.databaseValue },
            Table.derived("present", Shift.self) { shift, _ in shift.present.databaseValue },
        ],
        references: ["groups": "code IN (SELECT shift FROM shiftGroups WHERE \"group\" = ?)"])

    /// Listed by point, then by item.
    static let supplies = Table(
        Supply.self, name: "supplies", keyColumn: "key",
        derived: Table.listed(Supply.self, name: { "\($0.point) \($0.item)" }) { supply, db in
            [supply.point, try name(of: supply.point, db), supply.item, supply.unit]
        } + [Table.derived("key", Supply.self) { supply, _ in supply.key.databaseValue }])

    /// Listed by point, then by hour.
    static let tallies = Table(
        Tally.self, name: "tallies", keyColumn: "key",
        derived: Table.listed(Tally.self, name: { "\($0.point) \($0.hour.iso) \($0.service.rawValue)" }) { tally, db in
            [
                tally.point, try name(of: tally.point, db), tally.service.phrase.fa,
                tally.hour.day.jalaliText(.english),
            ]
        } + [
            Table.derived("key", Tally.self) { tally, _ in tally.key.databaseValue },
            Table.derived("begins", Tally.self) { tally, _ in tally.hour.moment.epochSecond.databaseValue },
        ])

    static func name(of point: String?, _ db: Database) throws -> String? {
        try point.flatMap {
            try String.fetchOne(db.cachedStatement(sql: "SELECT name FROM points WHERE code = ?"), arguments: [$0])
        }
    }
}
