import Domain
import GRDB
import Persian

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

extension Moment {
    /// Whole seconds, by which the file compares.
    var epochSecond: Int64 { milliseconds / 1000 }
}

extension Range<Moment> {
    /// From when on a shift may begin that has a moment in common with these, and their bounds, in seconds.
    var shiftBounds: (earliest: Int64, lower: Int64, upper: Int64) {
        let lower = lowerBound.epochSecond
        return (lower - Int64(Shift.longest) * 3600, lower, upperBound.epochSecond)
    }
}

extension FileRegistry {
    func seasons() throws(DecideError) -> [Season] {
        try storing { try Season.fetch(db, where: "1 ORDER BY year") }
    }

    func shifts(ofSeason year: Int, in country: Country) throws(DecideError) -> [Shift] {
        try storing {
            try Shift.fetch(
                db,
                where: """
                    point IN (SELECT code FROM points WHERE season = ? AND country = ?) AND state = 'planned'
                    ORDER BY begins, code
                    """, [year, country.rawValue])
        }
    }

    func shifts(at point: String, during moments: Range<Moment>) throws(DecideError) -> [Shift] {
        let bounds = moments.shiftBounds
        return try storing {
            try Shift.fetch(
                db, where: Self.shiftsOfPoint, [point, bounds.earliest, bounds.upper, bounds.lower])
        }
    }

    static let shiftsOfPoint = """
        point = ? AND begins >= ? AND begins < ? AND ends > ? AND state = 'planned' ORDER BY begins, code
        """

    func shifts(of group: String, during moments: Range<Moment>) throws(DecideError) -> [Shift] {
        let bounds = moments.shiftBounds
        return try storing {
            try Shift.fetch(
                db, where: Self.shiftsOfGroup, [group, bounds.earliest, bounds.upper, bounds.lower])
        }
    }

    static let shiftsOfGroup = """
        code IN (SELECT shift FROM shiftGroups
            WHERE "group" = ? AND begins >= ? AND begins < ? AND ends > ? AND state = 'planned')
        ORDER BY begins, code
        """

    func tallies(of point: String, during moments: Range<Moment>) throws(DecideError) -> [Tally] {
        try storing {
            try Tally.fetch(
                db, where: "point = ? AND begins >= ? AND begins < ? ORDER BY begins, service",
                [point, moments.lowerBound.epochSecond, moments.upperBound.epochSecond])
        }
    }

    /// Hours and incidents of one place stand in the order of their days as texts.
    func recordedMoments(of point: String) throws(DecideError) -> ClosedRange<Moment>? {
        try storing {
            let statement = try db.cachedStatement(
                sql: """
                    SELECT min(at), max(at) FROM (
                        SELECT hour AS at FROM tallies WHERE point = ?1
                        UNION ALL SELECT "when" FROM incidents WHERE point = ?1)
                    """)
            guard let row = try Row.fetchOne(statement, arguments: [point]),
                let first = (row[0] as String?).flatMap(Moment.init(iso:)),
                let last = (row[1] as String?).flatMap(Moment.init(iso:))
            else { return nil }
            return first...max(first, last)
        }
    }
}
