import Domain
import Foundation
import Persian
import Testing

@testable import Exchange
@testable import Store

/// Names that change, sheets beyond all bounds, and what becomes of refused rows.
@Suite("Sheets and what is refused of them")
struct ImportBoundsTests {
    private func office() throws -> OfficeFile {
        let office = try newOffice()
        for line in [
            #"{"command":"group.register","code":"Q-0001","name":"گروه جهادی بهار","kind":"general","fields":["medical"],"county":"قم","size":24,"registeredOn":"1398/02/10"}"#,
            #"{"command":"group.register","code":"Q-0002","name":"گروه جهادی باران","kind":"general","fields":["cultural"],"county":"قم","size":40,"registeredOn":"1400/01/05"}"#,
            #"{"command":"council.found","code":"SH-01","name":"شورای جهادی پردیسان"}"#,
            #"{"command":"congress.open","year":1401,"number":2,"city":"قم","venue":"مجتمع","from":"1401/05/09","to":"1401/05/11"}"#,
            #"{"command":"hall.add","congress":1401,"name":"شبستان","seats":600}"#,
            #"{"command":"season.announce","year":1444,"country":"IR","month":"safar","startsOn":"1401/06/07","status":"confirmed"}"#,
            #"{"command":"point.plan","code":"AP-1","name":"موکب","kind":"border","country":"IR","season":1444,"services":[{"service":"food","perDay":300}]}"#,
        ] { try office.send(line) }
        return office
    }

    private func renaming(_ first: String, _ last: String, accepts: Bool = false) throws -> (ImportReport, OfficeFile) {
        let office = try office()
        try office.send(#"{"command":"person.record","nationalID":"9990000050","firstName":"زهرا","lastName":"کاظمی"}"#)
        let text = "شماره ثبت گروه,نام,نام خانوادگی,کد ملی\nQ-0001,\(first),\(last),9990000050\n"
        return (try office.importing(MembersSheet.self, text: text, ImportTerms(acceptsRenames: accepts)), office)
    }

    @Test("Another name that shares a word is counted and listed apart")
    func renamed() throws {
        let (report, office) = try renaming("زهرا", "کاظمی‌نژاد")
        #expect(report.counts == [1, 1, 0, 0, 0] && report.renamed == 1)
        #expect(
            report.renames == [
                .init(row: 2, person: "9990000050", from: "زهرا کاظمی", to: "زهرا کاظمی‌نژاد")
            ])
        #expect(report.json["renamed"] == .integer(1))
        #expect(try office.person("9990000050").lastName == "کاظمی‌نژاد")
        #expect(try renaming("زهرا", "كاظمي").0.renamed == 0)
    }

    @Test("Another name that shares none is refused until it is accepted")
    func strangers() throws {
        for (first, last) in [("مجتبی", "موسوی"), ("سید مجتبی", "موسوی زاده")] {
            let (report, office) = try renaming(first, last)
            #expect(report.reasons == ["2 Q-0001 کد ملی other-name"] && report.awaitingRename == 1)
            #expect(try office.person("9990000050").fullName == "زهرا کاظمی")
            let (accepted, after) = try renaming(first, last, accepts: true)
            #expect(accepted.renamed == 1 && accepted.refused == 0)
            #expect(try after.person("9990000050").lastName == last)
        }
    }

    // MARK: Bounds

    @Test("What is no file, too wide or too long a list is refused in a sentence")
    func bounds() throws {
        let folder = try TemporaryFolder()
        #expect(mkfifo(folder.file("pipe"), 0o600) == 0)
        for path in [folder.file("pipe"), "/dev/zero"] {
            let error = #expect(throws: SheetError.self) { try SheetFile(path: path) }
            #expect(error?.phrase.en.contains("no file on a disk") == true)
        }
        let wide = #expect(throws: SheetError.self) {
            try SheetFile(bytes: Array(repeating: UInt8(ascii: ","), count: 100_000), name: "x.csv")
        }
        #expect(wide?.phrase.en.contains("16,384 columns") == true)
        let headers = (0..<5_000).map { "ستون\($0)" }.joined(separator: ",") + "\nx\n"
        try Data(headers.utf8).write(to: URL(filePath: folder.file("x.csv")))
        let error = #expect(throws: ImportError.self) { try SheetImport<GroupsSheet>(path: folder.file("x.csv")) }
        #expect((error?.phrase.en.count ?? .max) < 2_000)
        let skills = (0..<10_000).map { "مهارت\($0)" }.joined(separator: "، ")
        let text = "شماره ثبت گروه,نام,نام خانوادگی,کد ملی,مهارت\nQ-0001,رضا,نوری,9990000018,\(skills)\n"
        #expect(try office().importing(MembersSheet.self, text: text).reasons == ["2 Q-0001 مهارت unknown-value"])
    }

    // MARK: Refused rows

    @Test("The file of refused rows takes no other's place, and keeps the rows' first numbers")
    func refusedFile() throws {
        #expect(PathCompletion.refusedFile(of: "a/g.csv") == "a/g-refused.csv")
        #expect(PathCompletion.refusedFile(of: "a/g-refused.csv") == "a/g-refused.csv")
        #expect(PathCompletion.refusedFile(of: "a/g-refused-2.csv") == "a/g-refused.csv")
        let folder = try TemporaryFolder()
        let office = try office()
        let target = folder.file("r.csv")
        func refuse(_ path: String) throws -> String {
            let sheet = try SheetImport<GroupsSheet>(path: path)
            let writer = try SheetWriter(beside: target)
            try sheet.writeRefused(sheet.run(in: office, by: clerk, clock: today), to: writer, language: .english)
            return try #require(writer.path)
        }
        let first = try refuse(fixture("cases/22-prefilled-row-numbers.csv"))
        let before = try Data(contentsOf: URL(filePath: first))
        let second = try refuse(first)
        let third = try refuse(second)
        let place = folder.path
        #expect([first, second, third] == ["r.csv", "r-2.csv", "r-3.csv"].map { "\(place)/\($0)" })
        #expect(try Data(contentsOf: URL(filePath: first)) == before)
        let rows = table(try SheetFile(path: third))
        #expect(rows[0].suffix(2) == ["row in the sheet", "reason for refusal"])
        #expect(rows.count == 2 && rows[1][rows[1].count - 2] == "5")
        #expect(try folder.names() == ["r-2.csv", "r-3.csv", "r.csv"])
    }

    @Test("Its cells are no formulas, and mean the same when they come back")
    func refusedFormulas() throws {
        let folder = try TemporaryFolder()
        let text =
            "شماره ثبت گروه,نام,نام خانوادگی,کد ملی,=1+1\nQ-0001,=cmd|'/c calc'!A1,نوری,\"=\"\"9990000018\"\"\",@x\n,+1 2,@نوری,1,\n"
        try Data(text.utf8).write(to: URL(filePath: folder.file("x.csv")))
        let office = try newOffice()
        let target = folder.file("r.csv")
        func refuse(_ path: String) throws -> [[String]] {
            let sheet = try SheetImport<MembersSheet>(path: path)
            let writer = try SheetWriter(beside: target)
            try sheet.writeRefused(sheet.run(in: office, by: clerk, clock: today), to: writer, language: .english)
            return table(try SheetFile(path: try #require(writer.path)))
        }
        let rows = try refuse(folder.file("x.csv"))
        #expect(rows[0][4] == "'=1+1")
        #expect(Array(rows[1][1...4]) == ["'=cmd|'/c calc'!A1", "نوری", "=\"9990000018\"", "'@x"])
        #expect(Array(rows[2][1...2]) == ["'+1 2", "'@نوری"])
        #expect(try refuse(folder.file("r.csv")) == rows)
    }
}
