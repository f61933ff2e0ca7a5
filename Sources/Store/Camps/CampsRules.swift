import Domain
import GRDB
import Persian

extension FileRegistry {
    func camps(of group: String, during days: ClosedRange<Day>) throws(DecideError) -> [Camp] {
        try storing {
            try Camp.fetch(
                db,
                where: """
                    code IN (SELECT camp FROM campGroups WHERE "group" = ? AND "to" >= ? AND "from" <= ?)
                    AND state <> 'cancelled' ORDER BY "from", code
                    """, [group, days.lowerBound.iso, days.upperBound.iso])
        }
    }

    func reports(of camp: String) throws(DecideError) -> [DailyReport] {
        try storing { try DailyReport.fetch(db, where: "camp = ? ORDER BY day, number", [camp]) }
    }

    func attendance(of camp: String, on day: Day) throws(DecideError) -> Attendance? {
        try storing { try Attendance.fetch(db, where: "camp = ? AND day = ?", [camp, day.iso]).first }
    }

    func camps(attendedBy person: String, on day: Day) throws(DecideError) -> [String] {
        try storing {
            let statement = try db.cachedStatement(
                sql: """
                    SELECT camp FROM attendancePeople WHERE person = ?1 AND day = ?2
                    UNION ALL SELECT camp FROM elsewhere WHERE person = ?1 AND day = ?2
                    """)
            return try String.fetchAll(statement, arguments: [person, day.iso])
        }
    }

    func recordedDays(of camp: String) throws(DecideError) -> ClosedRange<Day>? {
        try storing {
            let statement = try db.cachedStatement(
                sql: """
                    SELECT min(day), max(day) FROM (
                        SELECT day FROM reports WHERE camp = ?1 UNION ALL SELECT day FROM attendance WHERE camp = ?1
                        UNION ALL SELECT substr("when", 1, 10) FROM incidents WHERE camp = ?1)
                    """)
            guard let row = try Row.fetchOne(statement, arguments: [camp]) else { return nil }
            guard let first = (row[0] as String?).flatMap(Day.init(iso:)),
                let last = (row[1] as String?).flatMap(Day.init(iso:))
            else { return nil }
            return first...last
        }
    }
}
