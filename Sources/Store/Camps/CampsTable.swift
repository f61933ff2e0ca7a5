import Domain
import GRDB
import Persian

/// The tables of camps, their reports, needs and incidents.
enum CampsTable {
    static let camps = Table(
        Camp.self, name: "camps", keyColumn: "code",
        derived: Table.listed(Camp.self, name: \.title) { camp, _ in
            [camp.code, camp.title, camp.province, camp.county, camp.place] + camp.groups.map(\.group)
                + camp.fields.map(\.phrase.fa)
        } + [Table.derived("headcount", Camp.self) { camp, _ in camp.headcount.databaseValue }],
        references: ["groups": "code IN (SELECT camp FROM campGroups WHERE \"group\" = ?)"])

    /// Listed by day, then camp.
    static let reports = Table(
        DailyReport.self, name: "reports",
        derived: Table.listed(DailyReport.self, name: { "\($0.day.iso) \($0.camp) \($0.number)" }) { report, db in
            [report.camp, try title(of: report.camp, db), report.day.jalaliText(.english), report.note, report.author]
                + report.work.map(\.what)
        })

    static let attendance = Table(
        Attendance.self, name: "attendance",
        references: ["people": "id IN (SELECT attendance FROM attendancePeople WHERE person = ?)"])

    static let needs = Table(
        Need.self, name: "needs", keyColumn: "code",
        derived: Table.listed(Need.self, name: \.item) { need, db in
            [
                need.code, need.item, need.target?.code, try title(of: need.camp, db),
                try ArbaeenTable.name(of: need.point, db), need.urgency.phrase.fa, need.note,
            ]
        })

    static let incidents = Table(
        Incident.self, name: "incidents", keyColumn: "code",
        derived: Table.listed(Incident.self, name: { "\($0.when.seen(in: .tehran).iso) \($0.code)" }) { incident, db in
            [
                incident.code, incident.what, incident.camp ?? incident.point, try title(of: incident.camp, db),
                try ArbaeenTable.name(of: incident.point, db), incident.severity.phrase.fa, incident.note,
            ]
        },
        references: ["people": "id IN (SELECT incident FROM incidentPeople WHERE person = ?)"])

    private static func title(of camp: String?, _ db: Database) throws -> String? {
        try camp.flatMap {
            try String.fetchOne(db.cachedStatement(sql: "SELECT title FROM camps WHERE code = ?"), arguments: [$0])
        }
    }
}

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

    func openNeeds(of camp: String) throws(DecideError) -> [Need] {
        try storing { try Need.fetch(db, where: "camp = ? AND state = 'open' ORDER BY code", [camp]) }
    }

    func openIncidents(of camp: String) throws(DecideError) -> [Incident] {
        try storing { try Incident.fetch(db, where: "camp = ? AND state = 'open' ORDER BY code", [camp]) }
    }
}
