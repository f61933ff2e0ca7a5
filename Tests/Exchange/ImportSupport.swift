import Domain
import Exchange
import Foundation
import Persian
import Testing

@testable import Store

let clerk = Sender(account: "ali", station: "desk")
let today = Domain.Clock(fixed: Moment(day: Day(number: 19_200), hour: 12, minute: 0, in: .tehran))

func newOffice() throws -> OfficeFile {
    try begun.get().copyInMemory()
}

/// What each of them is a copy of, for to make all tables anew takes longer than most tests do.
private let begun = Result {
    let office = try OfficeFile()
    _ = try office.admit(clerk, clock: today)
    return office
}

extension OfficeFile {
    /// Imports a sheet from a file.
    @discardableResult
    func importing<Sheet: ImportedSheet>(
        _ sheet: Sheet.Type, path: String, isDryRun: Bool = false
    ) throws -> ImportReport {
        try SheetImport<Sheet>(path: path).run(in: self, by: clerk, clock: today, ImportTerms(isDryRun: isDryRun))
    }

    /// Imports a sheet from its bytes.
    @discardableResult
    func importing<Sheet: ImportedSheet>(_ sheet: Sheet.Type, bytes: [UInt8]) throws -> ImportReport {
        let folder = try TemporaryFolder()
        try Data(bytes).write(to: URL(filePath: folder.file("sheet.csv")))
        return try importing(sheet, path: folder.file("sheet.csv"))
    }

    @discardableResult
    func importing<Sheet: ImportedSheet>(_ sheet: Sheet.Type, _ text: String) throws -> ImportReport {
        try importing(sheet, bytes: Array(text.utf8))
    }

    @discardableResult
    func send(_ json: String, clock: Domain.Clock = today) throws -> LedgerEntry {
        try send(Request(#require(JSON(parsing: json))), by: clerk, clock: clock)
    }

    func find<R: Domain.Record>(_ type: R.Type, _ key: String) throws -> R? {
        try view { (reader) throws(DecideError) in try reader.find(type, key: key) }
    }

    func group(_ code: String) throws -> Group { try #require(try find(Group.self, code)) }
    func person(_ id: String) throws -> Person { try #require(try find(Person.self, id)) }

    func terms(of body: String, _ office: Office = .head) throws -> [Term] {
        try view { (reader) throws(DecideError) in try reader.registry.terms(of: body, office) }
    }

    func memberships(of id: String, in group: String) throws -> [Membership] {
        let id = try NationalID(id)
        return try view { (reader) throws(DecideError) in try reader.registry.memberships(of: id, in: group) }
    }

    func count(_ kind: RecordKind) throws -> Int {
        try view { (reader) throws(DecideError) in try reader.count(kind) }
    }

    /// What was carried out after an entry, the oldest first.
    func entries(after number: Int = 0) throws -> [LedgerEntry] {
        try view { (reader) throws(DecideError) in
            try storing {
                let statement = try reader.db.cachedStatement(
                    sql: "SELECT number, entry FROM ledger WHERE number > ? ORDER BY number")
                return try Ledger.entries(statement, [number])
            }
        }
    }
}

/// A row of the groups' sheet by its headers; what is not said is as in an ordinary row.
struct GroupLine {
    static let headers = [
        "شماره ثبت", "نام گروه", "نوع", "حوزه فعالیت", "شهرستان", "قرارگاه", "نام مسئول", "کد ملی مسئول", "تلفن همراه",
        "نام رابط رسانه", "کد ملی رابط رسانه", "تعداد اعضا", "تاریخ ثبت", "توضیحات",
    ]
    private static let ordinary = [
        "Q-0001", "گروه جهادی بهار", "عمومی", "پزشکی، فرهنگی", "قم", "قرارگاه نور", "زهرا کاظمی نژاد", "9990000018",
        "09121234567", "", "", "40", "1398/02/16", "سابقه اعزام دارد",
    ]

    let cells: [String]

    init(_ changes: [String: String] = [:]) {
        cells = zip(Self.headers, Self.ordinary).map { changes[$0] ?? $1 }
    }

    static func sheet(_ lines: GroupLine...) -> String {
        csv([headers] + lines.map(\.cells), delimiter: ",", lineEnd: "\r\n")
    }
}

/// A row of the members' sheet.
struct MemberLine {
    static let headers = [
        "شماره ثبت گروه", "نام", "نام خانوادگی", "جنسیت", "کد ملی", "تلفن همراه", "مهارت", "سمت",
    ]
    private static let ordinary = [
        "Q-0001", "زهرا", "کاظمی نژاد", "زن", "9990000018", "09121234567", "خیاطی", "مسئول گروه",
    ]

    let cells: [String]

    init(_ changes: [String: String] = [:]) {
        cells = zip(Self.headers, Self.ordinary).map { changes[$0] ?? $1 }
    }

    static func sheet(_ lines: MemberLine...) -> String {
        csv([headers] + lines.map(\.cells), delimiter: ",", lineEnd: "\r\n")
    }
}

extension ImportReport {
    /// Row, code, column and rule of each refused row.
    var reasons: [String] {
        refusals.map { "\($0.row) \($0.code) \($0.column) \($0.refusal.code.rawValue)" }
    }

    var counts: [Int] { [rows, added, same, changed, refused] }
}
