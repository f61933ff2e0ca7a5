import Domain
import GRDB
import Persian

extension StoredPart {
    static let staff = StoredPart(
        part: .staff,
        tables: [
            .of(Staff.self) { StaffTable.staff }, .of(Setting.self) { StaffTable.settings },
        ],
        first: [Setting.kind])
}

/// The tables of those who use the program and of what the office set.
enum StaffTable {
    static let staff = Table(
        Staff.self, name: "staff", keyColumn: "account",
        derived: Table.listed(Staff.self, name: \.name) { staff, _ in [staff.account, staff.name, staff.role.phrase.fa]
        })

    static let settings = Table(Setting.self, name: "settings", keyColumn: "name")
}

extension FileRegistry {
    func hasNoStaff() throws(DecideError) -> Bool {
        try storing { try Int.fetchOne(db.cachedStatement(sql: "SELECT 1 FROM staff LIMIT 1")) == nil }
    }

    func activeAdministrators() throws(DecideError) -> Int {
        try storing {
            try Int.fetchOne(
                db, sql: "SELECT count(*) FROM staff WHERE role = 'administrator' AND state = 'active'") ?? 0
        }
    }
}
