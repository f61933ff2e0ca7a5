import Domain
import GRDB
import Persian

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

extension Range<Moment> {
    /// The earliest second at which a shift that overlaps these moments may begin, and their bounds in seconds.
    var shiftBounds: (earliest: Int64, lower: Int64, upper: Int64) {
        let lower = lowerBound.epochSecond
        return (lower - Int64(Shift.longest) * 3600, lower, upperBound.epochSecond)
    }
}
