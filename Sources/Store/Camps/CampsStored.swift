import Domain
import GRDB
import Persian

extension StoredPart {
    static let camps = StoredPart(
        part: .camps,
        tables: [
            .of(Camp.self) { CampsTable.camps }, .of(DailyReport.self) { CampsTable.reports },
            .of(Attendance.self) { CampsTable.attendance },
        ])
}

/// The tables of camps, their reports and who is there.
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

    static func title(of camp: String?, _ db: Database) throws -> String? {
        try camp.flatMap {
            try String.fetchOne(db.cachedStatement(sql: "SELECT title FROM camps WHERE code = ?"), arguments: [$0])
        }
    }
}
