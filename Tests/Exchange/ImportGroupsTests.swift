import Domain
import Exchange
import Foundation
import Persian
import Store
import Testing

@Suite("A row of the groups' sheet")
struct ImportGroupsTests {
    /// An office in which the ordinary row has landed.
    func office() throws -> OfficeFile {
        let office = try newOffice()
        try #require(try office.importing(GroupsSheet.self, GroupLine.sheet(GroupLine())).added == 1)
        return office
    }

    func importing(_ changes: [String: String], into office: OfficeFile) throws -> ImportReport {
        try office.importing(GroupsSheet.self, GroupLine.sheet(GroupLine(changes)))
    }

    @Test(
        "a change in one column is a change of that column alone",
        arguments: [
            ("نوع", "تخصصی", "kind"), ("حوزه فعالیت", "پزشکی؛ فرهنگی؛ عمرانی", "fields"), ("شهرستان", "کهک", "county"),
            ("تعداد اعضا", "۴۱", "size"), ("تاریخ ثبت", "1398/02/17", "registeredOn"),
            ("توضیحات", "نیازمند تجهیزات", "note"),
        ])
    func changed(_ header: String, _ value: String, _ field: String) throws {
        let office = try office()
        let last = try office.entries().count
        var changes = [header: value]
        if field == "kind" { changes["حوزه فعالیت"] = "پزشکی" }
        let report = try importing(changes, into: office)
        #expect(report.counts == [1, 0, 0, 1, 0])
        let entries = try office.entries(after: last)
        #expect(entries.map(\.command) == ["group.amend"])
        let sent = Set(entries[0].fields.map(\.name)).subtracting(["code"])
        #expect(sent == (field == "kind" ? ["kind", "fields"] : [field]))
        let change = try #require(entries[0].changes.first)
        let after = try #require(change.after as? Group)
        #expect(Set(after.differences(from: change.before as? Group).map(\.name)) == sent)
    }

    @Test("the register's code is read, amended, and the same where it stays")
    func atlasCode() throws {
        let office = try office()
        func report(_ header: String, _ code: String) throws -> ImportReport {
            let headers = GroupLine.headers + [header]
            return try office.importing(
                GroupsSheet.self, csv([headers, GroupLine().cells + [code]], delimiter: ",", lineEnd: "\n"))
        }
        #expect(try report("کد اطلس", "A-12").counts == [1, 0, 0, 1, 0])
        #expect(try office.find(Group.self, "Q-0001")?.atlasCode == "A-12")
        #expect(try report("atlas code", "a–۱۲").counts == [1, 0, 1, 0, 0])
        #expect(try report("کد اطلس ملی", "").counts == [1, 0, 1, 0, 0])
        let listed = try office.exported(.groups)
        #expect(listed.contains("کد اطلس") && listed.contains("A-12"))
    }

    @Test(
        "what vanishes in folding is no change",
        arguments: [
            ["نام گروه": "  گروه   جهادي بهار "], ["شماره ثبت": "q-۰۰۰۱"], ["نوع": "عمومي"],
            ["حوزه فعالیت": "فرهنگي/پزشكي"], ["قرارگاه": "قرارگاه  نور "], ["تلفن همراه": "+۹۸ ۹۱۲ ۱۲۳ ۴۵۶۷"],
            ["کد ملی مسئول": "٩٩٩٠٠٠٠٠١٨"], ["نام مسئول": "زهرا  كاظمي‌نژاد"], ["تاریخ ثبت": "۱۳۹۸-۲-۱۶"],
            ["توضیحات": "سابقه  اعزام دارد"], ["تعداد اعضا": "۴۰"], ["توضیحات": ""], ["نام مسئول": ""],
        ])
    func same(_ changes: [String: String]) throws {
        let office = try office()
        let last = try office.entries().count
        #expect(try importing(changes, into: office).counts == [1, 0, 1, 0, 0])
        #expect(try office.entries(after: last).isEmpty)
    }

    @Test("lands whole or not at all: base and people of a refused row are not recorded")
    func whole() throws {
        let office = try newOffice()
        for changes in [["تعداد اعضا": "چهل"], ["تاریخ ثبت": "1400/12/30"], ["کد ملی رابط رسانه": "1111111111"]] {
            #expect(try importing(changes, into: office).refused == 1)
        }
        #expect(try office.count(Group.kind) == 0)
        #expect(try office.count(Person.kind) == 0)
        #expect(try office.count(Base.kind) == 0)
        #expect(try office.entries().count == 1)
        // The code of a base that was not recorded is not used up.
        _ = try importing([:], into: office)
        #expect(try office.group("Q-0001").base == "B-01")
    }

    @Test("a changed row is refused whole too: nothing of its person is amended")
    func wholeChange() throws {
        let office = try office()
        let report = try importing(["تلفن همراه": "09350000000", "تعداد اعضا": "-3"], into: office)
        #expect(report.reasons == ["2 Q-0001 تعداد اعضا invalid-number"])
        #expect(try office.person("9990000018").mobile == "09121234567")
    }

    @Test("without a registration number, or with one of a group of another name, it is refused")
    func codes() throws {
        let office = try office()
        #expect(try importing(["شماره ثبت": ""], into: office).reasons == ["2  شماره ثبت missing-value"])
        let other = try importing(["نام گروه": "گروه جهادی باران"], into: office)
        #expect(other.reasons == ["2 Q-0001 شماره ثبت duplicate-code"])
        #expect(other.refusals[0].refusal.phrase.fa.contains("گروه جهادی بهار"))
        #expect(other.refusals[0].refusal.phrase.fa.contains("Q-0002"))
        #expect(try office.group("Q-0001").name == "گروه جهادی بهار")
    }

    @Test("a name that another group bears is refused at the name's column")
    func names() throws {
        let office = try office()
        #expect(
            try importing(["شماره ثبت": "Q-0002"], into: office).reasons == ["2 Q-0002 نام گروه duplicate-name"])
    }

    @Test("bases get the next free code, also beside codes that were chosen")
    func bases() throws {
        let office = try newOffice()
        try office.send(#"{"command":"base.found","code":"B-02","name":"قرارگاه مهر"}"#)
        try office.importing(
            GroupsSheet.self,
            GroupLine.sheet(
                GroupLine(), GroupLine(["شماره ثبت": "Q-0002", "نام گروه": "باران", "قرارگاه": "قرارگاه امید"]),
                GroupLine(["شماره ثبت": "Q-0003", "نام گروه": "نسیم", "قرارگاه": "قرارگاه مهر"]),
                GroupLine(["شماره ثبت": "Q-0004", "نام گروه": "یاس", "قرارگاه": "B-02"])))
        #expect(try (1...4).map { try office.group("Q-000\($0)").base } == ["B-03", "B-04", "B-02", "B-02"])
    }

    @Test("a head's term begins on the registration day, and his full name parts at its first space")
    func head() throws {
        let office = try office()
        let person = try office.person("9990000018")
        #expect([person.firstName, person.lastName] == ["زهرا", "کاظمی نژاد"])
        let day = try Day(parsing: "1398/02/16")
        #expect(try office.terms(of: "Q-0001").map { [$0.from, $0.to] } == [[day, nil]])
    }

    @Test("an older head in a sheet never undoes a succession")
    func succession() throws {
        let office = try office()
        try office.send(
            #"{"command":"person.record","nationalID":"9990000050","firstName":"علی","lastName":"پارسا"}"#)
        try office.send(
            """
            {"command":"office.appoint","body":"Q-0001","office":"head","person":"9990000050","from":"1400/01/01",
            "succeed":true}
            """)
        #expect(try importing([:], into: office).counts == [1, 0, 1, 0, 0])
        #expect(try office.terms(of: "Q-0001").map(\.person) == ["9990000018", "9990000050"])
        #expect(try office.terms(of: "Q-0001").last?.to == nil)
    }

    @Test("a head who never served is refused while another serves")
    func newHead() throws {
        let office = try office()
        let report = try importing(["کد ملی مسئول": "9990000050", "نام مسئول": "علی پارسا"], into: office)
        #expect(report.reasons == ["2 Q-0001 کد ملی مسئول overlap"])
        #expect(try office.find(Person.self, "9990000050") == nil)
    }

    @Test("a liaison who comes later than the group is appointed")
    func liaison() throws {
        let office = try office()
        let changes = ["نام رابط رسانه": "علی پارسا", "کد ملی رابط رسانه": "9990000050"]
        #expect(try importing(changes, into: office).counts == [1, 0, 0, 1, 0])
        #expect(try office.terms(of: "Q-0001", .mediaLiaison).map(\.person) == ["9990000050"])
        #expect(try importing(changes, into: office).counts == [1, 0, 1, 0, 0])
    }

    @Test("leading zeros that Excel lost come back")
    func zeros() throws {
        let office = try newOffice()
        let report = try importing(
            ["کد ملی مسئول": "12345679", "تلفن همراه": "9121234567"], into: office)
        #expect(report.added == 1)
        #expect(try office.person("0012345679").mobile == "09121234567")
    }

    @Test("a row with more cells than the header is refused as a whole")
    func tooWide() throws {
        let text = GroupLine.sheet(GroupLine()).replacing("سابقه اعزام دارد", with: "سابقه, اعزام")
        let report = try newOffice().importing(GroupsSheet.self, text)
        #expect(report.reasons == ["2 Q-0001  unknown-value"])
        #expect(report.refusals[0].refusal.phrase.en.contains("اعزام"))
        #expect(report.refusals[0].fields.count == GroupLine.headers.count + 1)
    }

    @Test("columns in any order, under English headers")
    func english() throws {
        let office = try newOffice()
        let report = try office.importing(
            GroupsSheet.self,
            """
            Name,Registration number,Fields,Type,County,Size,Registration date,Head national ID,Head name,Notes
            Spring,Q-0007,medical; cultural,general,Qom,12,2019-05-06,9990000018,Zahra Kazemi,none
            """)
        #expect(report.counts == [1, 1, 0, 0, 0])
        let group = try office.group("Q-0007")
        #expect(group.name == "Spring" && group.fields == [.medical, .cultural] && group.kind == .general)
        #expect(group.registeredOn == (try Day(parsing: "1398/02/16")))
    }

    @Test("a sheet without a column that is needed is refused whole, with the headers that would do")
    func missingColumn() throws {
        let folder = try TemporaryFolder()
        let text = GroupLine.sheet(GroupLine()).replacing("تاریخ ثبت", with: "تاریخ")
        try Array(text.utf8).withUnsafeBytes { try Data($0).write(to: URL(filePath: folder.file("sheet.csv"))) }
        var error: ImportError?
        do throws(ImportError) {
            _ = try SheetImport<GroupsSheet>(path: folder.file("sheet.csv"))
        } catch let thrown { error = thrown }
        guard case .columns(let columns) = error else {
            Issue.record("expected a missing column, got \(String(describing: error))")
            return
        }
        #expect(columns.missing.map(\.first) == ["تاریخ ثبت"])
        #expect(columns.phrase.en.contains("registration date") && columns.unknown == ["تاریخ"])
    }

    @Test("somebody who may not register groups is told so once, and nothing is written")
    func notPermitted() throws {
        let office = try newOffice()
        try office.send(#"{"command":"staff.add","account":"sara","name":"سارا","role":"supervisor"}"#)
        let last = try office.entries().count
        let sheet = try SheetImport<GroupsSheet>(path: fixture("office-groups.csv"))
        var code: RefusalCode?
        do throws(ImportError) {
            _ = try sheet.run(in: office, by: Sender(account: "sara", station: "desk"), clock: today)
        } catch {
            if case .refused(let refusal) = error { code = refusal.code }
        }
        #expect(code == .notPermitted)
        #expect(try office.entries(after: last).isEmpty)
    }
}
