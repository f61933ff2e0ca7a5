import Domain
import Exchange
import Foundation
import Persian
import Store
import Testing

/// Twenty rows of the office's register, then the last twenty-three, in which all its mistakes stand.
@Suite("The office's own sheets")
struct ImportOfficeSheetsTests {
    static let reasons = [
        "23 Q-9002 کد ملی مسئول invalid-national-id", "25 Q-9008 حوزه فعالیت unknown-value",
        "27 Q-9005 تاریخ ثبت invalid-date", "30 Q-9003 تلفن همراه invalid-mobile",
        "32 Q-9004 تاریخ ثبت invalid-date", "33 Q-9007 تعداد اعضا invalid-number", "36  شماره ثبت missing-value",
        "37 Q-0004 شماره ثبت duplicate-code", "39 Q-9006 تعداد اعضا invalid-number",
        "41 Q-9000 نام گروه missing-value", "42 Q-9001 کد ملی مسئول invalid-national-id",
    ]

    static func imported() throws -> OfficeFile {
        let office = try newOffice()
        try office.importing(GroupsSheet.self, path: fixture("office-groups.csv"))
        return office
    }

    @Test("land row by row: added, same, and refused with row, code, column and rule")
    func groups() throws {
        let office = try newOffice()
        let report = try office.importing(GroupsSheet.self, path: fixture("office-groups.csv"))
        #expect(report.counts == [43, 20, 12, 0, 11])
        #expect(report.reasons == Self.reasons)
        #expect(try office.count(Group.kind) == 20)
        #expect(try office.verify { _, _ in }.problems == [])
    }

    @Test("are all the same when they come again, and the ledger does not grow")
    func again() throws {
        let office = try Self.imported()
        let last = try office.entries().count
        let report = try office.importing(GroupsSheet.self, path: fixture("office-groups.csv"))
        #expect(report.counts == [43, 0, 32, 0, 11])
        #expect(report.reasons == Self.reasons)
        #expect(try office.entries(after: last).isEmpty)

        try office.importing(MembersSheet.self, path: fixture("office-members.csv"))
        let members = try office.importing(MembersSheet.self, path: fixture("office-members.csv"))
        #expect(members.counts == [112, 0, 112, 0, 0])
        let groups = try office.importing(GroupsSheet.self, path: fixture("office-groups.csv"))
        #expect(groups.counts == [43, 0, 32, 0, 11])
    }

    @Test("bring every member in, on the registration day of the group")
    func members() throws {
        let office = try Self.imported()
        let report = try office.importing(MembersSheet.self, path: fixture("office-members.csv"))
        #expect(report.counts == [112, 112, 0, 0, 0])
        let group = try office.group("Q-0001")
        #expect(try office.memberships(of: "9990015619", in: "Q-0001").map(\.from) == [group.registeredOn])
        #expect(try office.person("9990015619").mobile == "09100001561")
        #expect(try office.terms(of: "Q-0001").count == 1)
        #expect(try office.verify { _, _ in }.problems == [])
    }

    @Test("keep names and notes as they were typed, ends trimmed; codes, IDs and mobiles are normalised")
    func asTyped() throws {
        let group = try Self.imported().group("Q-0001")
        #expect(group.name == "گروه  جهادي  منتظران  بهار  توحيد")
        #expect(group.note == "معروف به \"خادمان\"")
        #expect(group.county == "کهک")
        #expect(group.fields == [.medical, .cultural])
        #expect(group.registeredOn == (try Day(parsing: "1395/03/01")))
        #expect(group.size == 55)
        let office = try Self.imported()
        #expect(try office.group("Q-0003").note?.contains("\n") == true)
        #expect(try office.person("9990000018").mobile == "09010000001")
    }

    @Test("record the heads, liaisons and bases they name, and a base once however it is spelt")
    func related() throws {
        let office = try Self.imported()
        let group = try office.group("Q-0001")
        let heads = try office.terms(of: "Q-0001")
        #expect(heads.map(\.person) == ["9990000018"] && heads.map(\.from) == [group.registeredOn])
        #expect(try office.terms(of: "Q-0001", .mediaLiaison).map(\.person) == ["9990000026"])
        // «قرارگاه جهادي کوثر», «  قرارگاه  جهادی  کوثر » … are one base.
        var names: Set<String> = []
        try SheetFile(path: fixture("office-groups.csv")).forEachRow { row in
            if row.number <= 21 { names.insert(row.fields[5].folded()) }
        }
        #expect(try office.count(Base.kind) == names.count)
        #expect(try office.find(Base.self, "B-01")?.name.folded() == "قرارگاه جهادی امید")
    }

    @Test(
        "in every encoding and with every delimiter give the same report",
        arguments: ["UTF-8", "UTF-16LE", "UTF-16BE", "WINDOWS-1256"], [",", ";", "\t"])
    func encodings(_ encoding: String, _ delimiter: String) throws {
        let rows = table(try SheetFile(path: fixture("office-groups.csv")))
        // Windows-1256 has neither Persian digits nor ی: Excel writes the Arabic letters there.
        func plain(_ cell: String) -> String {
            String(String.UnicodeScalarView(latinDigits(cell).unicodeScalars.map { $0 == "ی" ? "ي" : $0 }))
        }
        let text = csv(rows.map { $0.map(plain) }, delimiter: delimiter, lineEnd: "\r\n")
        for mark in ["", "\u{FEFF}"] where encoding != "WINDOWS-1256" || mark.isEmpty {
            let report = try newOffice().importing(GroupsSheet.self, bytes: encoded(mark + text, as: encoding))
            #expect(report.counts == [43, 20, 12, 0, 11])
            #expect(report.reasons.map { $0.folded() } == Self.reasons.map { $0.folded() })
        }
    }

    @Test("refused rows go to a sheet of the same columns with a reason, which lands once it is mended")
    func refusedRows() throws {
        let office = try newOffice()
        let folder = try TemporaryFolder()
        let sheet = try SheetImport<GroupsSheet>(path: fixture("office-groups.csv"))
        let report = try sheet.run(in: office, by: clerk, clock: today)
        try sheet.writeRefused(
            report, to: try SheetWriter(replacing: folder.file("refused.csv")), language: .persian)

        var rows = table(try SheetFile(path: folder.file("refused.csv")))
        #expect(rows[0] == sheet.header + ["ردیف در پرونده", "علت رد"])
        #expect(rows.count == 12)
        #expect(rows[1].last == report.refusals[0].refusal.phrase.fa)
        #expect(Array(rows[1].dropLast(2)) == report.refusals[0].fields)
        #expect(rows[1][rows[1].count - 2] == "23")

        let again = try SheetImport<GroupsSheet>(path: folder.file("refused.csv"))
        let secondReport = try again.run(in: office, by: clerk, clock: today)
        #expect(secondReport.reasons.map { $0.drop { $0 != " " } } == report.reasons.map { $0.drop { $0 != " " } })
        try again.writeRefused(
            secondReport, to: try SheetWriter(replacing: folder.file("again.csv")), language: .english)
        #expect(
            table(try SheetFile(path: folder.file("again.csv")))[0] == sheet.header + [
                "row in the sheet", "reason for refusal",
            ])

        rows[1][7] = "9990002835"  // Q-9002's head
        rows[2][3] = "پزشکی"  // Q-9008's field
        let mended = csv([rows[0], rows[1], rows[2]], delimiter: ",", lineEnd: "\r\n")
        #expect(try office.importing(GroupsSheet.self, mended).counts == [2, 2, 0, 0, 0])
        #expect(try office.group("Q-9008").fields == [.medical])
    }

    @Test("a dry run reports the same and writes nothing")
    func dryRun() throws {
        let folder = try TemporaryFolder()
        let office = try OfficeFile(path: folder.file("office.db"))
        _ = try office.admit(clerk, clock: today)
        let before = try folder.names().map { try Data(contentsOf: URL(filePath: folder.file($0))) }
        let report = try office.importing(GroupsSheet.self, path: fixture("office-groups.csv"), isDryRun: true)
        #expect(report.counts == [43, 20, 12, 0, 11])
        #expect(try folder.names().map { try Data(contentsOf: URL(filePath: folder.file($0))) } == before)
        #expect(try office.count(Group.kind) == 0)
    }

    @Test("one batch id is shared by all commands of an import, another by the next")
    func batches() throws {
        let office = try Self.imported()
        let first = try office.entries(after: 1)
        #expect(Set(first.map(\.batch)).count == 1 && first[0].batch != nil)
        try office.importing(MembersSheet.self, path: fixture("office-members.csv"))
        let second = try office.entries(after: first.count + 1)
        #expect(Set(second.map(\.batch)).count == 1 && second[0].batch != first[0].batch)
    }

    @Test("an import that is stopped keeps the rows that were done")
    func cancelled() throws {
        let office = try newOffice()
        let sheet = try SheetImport<GroupsSheet>(path: fixture("office-groups.csv"))
        let report = try sheet.run(in: office, by: clerk, clock: today) { $0 < 5 }
        #expect(report.isCancelled && report.counts == [5, 5, 0, 0, 0])
        #expect(try office.count(Group.kind) == 5)
    }
}
