import Domain
import Foundation
import Persian
import Testing

@testable import Exchange
@testable import Store

/// Sheets that offices sent to other programs and that went wrong there.
@Suite("Sheets as they come")
struct ImportCasesTests {
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

    private func report(_ sheet: any ImportedSheet.Type, _ file: String, in office: OfficeFile) throws -> ImportReport {
        try office.importing(
            sheet, text: String(contentsOfFile: fixture("cases/\(file).csv"), encoding: .utf8))
    }

    @Test("A column of another name is read")
    func column() throws {
        let office = try office()
        #expect(try report(GuestsSheet.self, "01-unknown-column-dropped", in: office).counts == [1, 1, 0, 0, 0])
        #expect(try office.find(Guest.self, "G-001")?.companions == 3)
    }

    @Test("A column that is misspelt by a letter is read; one beyond is named with what is near")
    func nearColumns() throws {
        let text = "نام,دسته,رتبه تشریفاب,همرهان بیشتر\nرضا حسینی,استانی,1,3\n"
        let report = try office().importing(GuestsSheet.self, text: text)
        #expect(report.counts == [1, 1, 0, 0, 0])
        #expect(report.columns.unknown == ["همرهان بیشتر"])
        #expect(report.columnNotes.map(\.fa).joined().contains("همراهان"))
    }

    @Test("A name in two columns is one name")
    func names() throws {
        let office = try office()
        #expect(try report(GuestsSheet.self, "02-two-name-columns-guests", in: office).added == 2)
        #expect(try office.find(Guest.self, "G-001")?.name == "رضا حسینی")
        #expect(try office.find(Guest.self, "G-002")?.name == "رضا نوری")
        let martyr = "نام,نام خانوادگی,تاریخ شهادت,محل شهادت\nحسن,باقری,1398/03/04,کوه\n"
        #expect(try office.importing(MartyrsSheet.self, text: martyr).added == 1)
        let group = """
            شماره ثبت,نام گروه,نوع,حوزه فعالیت,شهرستان,نام مسئول,نام خانوادگی مسئول,کد ملی مسئول,تعداد اعضا,تاریخ ثبت
            Q-9,گروه ماه,عمومی,پزشکی,قم,سارا,نوری,9990000018,12,1400/01/05

            """
        #expect(try office.importing(GroupsSheet.self, text: group).added == 1)
        #expect(try office.person("9990000018").fullName == "سارا نوری")
        let member =
            "شماره ثبت گروه,نام و نام خانوادگی,کد ملی\nQ-9,سارا نوری,9990000018\nQ-9,علی احمدی پور,9990000026\n"
        #expect(try office.importing(MembersSheet.self, text: member).counts == [2, 2, 0, 0, 0])
        #expect(try office.person("9990000026").lastName == "احمدی پور")
    }

    @Test("Titles above the header, headers in two rows, and the header come again are passed over")
    func titles() throws {
        let office = try office()
        #expect(try report(GroupsSheet.self, "04-title-row", in: office).counts == [1, 1, 0, 0, 0])
        let doubled = """
            گروه,,,,,مسئول,,شمار,تاریخ
            شماره ثبت,نام گروه,نوع,حوزه فعالیت,شهرستان,نام,کد ملی,تعداد اعضا,تاریخ ثبت
            Q-10,گروه ماه,عمومی,پزشکی,قم,سارا نوری,9990000018,12,1400/01/05
            شماره ثبت,نام گروه,نوع,حوزه فعالیت,شهرستان,نام,کد ملی,تعداد اعضا,تاریخ ثبت
            Q-11,گروه مهر,عمومی,پزشکی,قم,,,12,1400/01/05

            """
        let report = try office.importing(GroupsSheet.self, text: doubled)
        #expect(report.reasons == [] && report.counts == [2, 2, 0, 0, 0])
        #expect(try office.person("9990000018").fullName == "سارا نوری")
    }

    @Test("Where needed columns are missing the row of the header is said")
    func missing() throws {
        let folder = try TemporaryFolder()
        let text = "فهرست\n\nشماره ثبت,نام گروه,نوع,رنگ\nQ-1,الف,عمومی,آبی\n"
        try Data(text.utf8).write(to: URL(filePath: folder.file("x.csv")))
        let error = #expect(throws: ImportError.self) { try SheetImport<GroupsSheet>(path: folder.file("x.csv")) }
        #expect(error?.phrase.en.contains("row 3") == true)
        #expect(error?.phrase.en.contains("«رنگ»") == true)
        #expect(error?.phrase.en.contains("«نام گروه»") == false)
    }

    @Test(
        "What word processors, messengers and spreadsheets did to codes and numbers is undone",
        arguments: ["05-dash-in-code", "06-invisible-in-number", "07-excel-guards"])
    func guards(file: String) throws {
        let report = try report(MembersSheet.self, file, in: office())
        #expect(report.reasons == [] && report.added == report.rows)
    }

    @Test("What is lost is refused with the cause")
    func lost() throws {
        let office = try office()
        let rounded = try report(MembersSheet.self, "08-scientific-notation", in: office)
        #expect(rounded.reasons == ["2 Q-0001 کد ملی invalid-national-id"])
        #expect(rounded.refusals[0].refusal.phrase.en.contains("rounded"))
        let letters = try report(GroupsSheet.self, "17-lost-letters", in: office)
        #expect(letters.refused == 2 && letters.refusals.allSatisfy { $0.refusal.phrase.fa.contains("CSV UTF-8") })
    }

    @Test(
        "Letters that were lost in one word lose the name, whatever stands beside them",
        arguments: [
            "گروه ?????", "گروه جهادی Ø¨Ù‡Ø§Ø±", "□□□□ □□□", "گروه □□□", "____", "؟؟ ؟؟؟", "??", "گروه جهادی ÇÑÏæ",
        ])
    func lostInPart(name: String) throws {
        let report = try office().importing(
            GroupsSheet.self,
            text:
                "شماره ثبت,نام گروه,نوع,حوزه فعالیت,شهرستان,تعداد اعضا,تاریخ ثبت\nQ-9,\(name),عمومی,پزشکی,قم,12,1400/01/05\n"
        )
        #expect(report.refused == 1, "\(name)")
        #expect(report.refusals.allSatisfy { $0.refusal.phrase.fa.contains("CSV UTF-8") })
    }

    @Test("Signs that somebody meant are no lost letters", arguments: ["گروه چرا؟", "Café Bahâr", "گروه A?", "گروه ـ"])
    func meant(name: String) throws {
        let report = try office().importing(
            GroupsSheet.self,
            text:
                "شماره ثبت,نام گروه,نوع,حوزه فعالیت,شهرستان,تعداد اعضا,تاریخ ثبت\nQ-9,\(name),عمومی,پزشکی,قم,12,1400/01/05\n"
        )
        #expect(report.added == 1, "\(name) \(report.reasons)")
    }

    @Test(
        "The family name is known by all its headers",
        arguments: [
            "فامیل", "فامیلی", "شهرت", "نام خانوادگی", "نام فامیل", "surname", "Last Name", "نام خانوادگی مهمان",
            "خانوادگی", "نام خانوادگی / فامیل", "family", "guest's last name",
        ])
    func families(header: String) throws {
        let office = try office()
        let text = "نام,\(header),دسته,رتبه\nرضا,حسینی,استانی,1\nرضا,نوری,استانی,1\n"
        #expect(try office.importing(GuestsSheet.self, text: text).added == 2)
        #expect(try office.find(Guest.self, "G-002")?.name == "رضا نوری")
    }

    @Test("So it is in the sheets of all who have names", arguments: [("name", "family"), ("نام", "نام خانوادگی عضو")])
    func familiesOfAll(first: String, last: String) throws {
        let office = try office()
        let martyrs = "\(first),\(last),تاریخ شهادت,محل شهادت\nحسن,باقری,1398/03/04,کوه\nحسن,نوری,1398/03/04,کوه\n"
        #expect(try office.importing(MartyrsSheet.self, text: martyrs).added == 2)
        let members = "شماره ثبت گروه,نام,\(last),کد ملی\nQ-0001,رضا,پارسا,9990000050\n"
        #expect(try office.importing(MembersSheet.self, text: members).added == 1)
        #expect(try office.find(Person.self, "9990000050")?.lastName == "پارسا")
    }

    @Test("A whole name is no family name, and a header that says both leaves none to lose")
    func wholeNames() throws {
        let office = try office()
        let text = "نام و نام خانوادگی,نام خانوادگی پدر,دسته,رتبه\nرضا حسینی,حسینی,استانی,1\n"
        #expect(try office.importing(GuestsSheet.self, text: text).added == 1)
        #expect(try office.find(Guest.self, "G-001")?.name == "رضا حسینی")
    }

    @Test("Words in the place of a code are quoted as they stand")
    func totals() throws {
        let text = "شماره ثبت,نام گروه,نوع,حوزه فعالیت,شهرستان,تعداد اعضا,تاریخ ثبت\nجمع کل,,,,,64,\n"
        let report = try office().importing(GroupsSheet.self, text: text)
        #expect(report.refusals.first?.refusal.phrase.fa.contains("جمع کل") == true, "\(report.refusals)")
    }

    @Test("Times with a wide gap, the office's own words, and words divided in themselves are understood")
    func words() throws {
        let office = try office()
        #expect(try report(ShiftsSheet.self, "09-space-between-date-and-time", in: office).added == 1)
        #expect(try office.find(Shift.self, "SF-001")?.from.clockText == "08:00")
        #expect(try report(CampsSheet.self, "10-glossary-word-refused", in: office).added == 1)
        #expect(try report(GroupsSheet.self, "11-own-value-split", in: office).added == 2)
        #expect(try office.group("Q-0009").fields == [.education])
        #expect(try office.group("Q-0010").fields == [.education, .medical])
    }

    @Test(
        "Councils and groups are found by name, however it is spelt; a name that nothing bears is quoted as it stands")
    func byName() throws {
        let office = try office()
        #expect(try report(GroupsSheet.self, "21-council-by-name", in: office).added == 1)
        #expect(try office.group("Q-0009").council == "SH-01")
        let member =
            "شماره ثبت گروه,نام,نام خانوادگی,کد ملی\nگروه جهادي بهار,رضا,نوری,9990000018\nگروه  نبوده,رضا,نوری,9990000026\n"
        let report = try office.importing(MembersSheet.self, text: member)
        #expect(report.counts == [2, 1, 0, 0, 1])
        #expect(report.refusals[0].refusal.phrase.fa.contains("«گروه  نبوده»"))
        #expect(report.refusals[0].column == "شماره ثبت گروه")
        let shift = "موکب,از,تا,نقش‌ها,گروه‌ها\nموکب,1401/06/26 08:00,1401/06/26 16:00,آشپز 4,گروه جهادی بهار (۴ نفر)\n"
        #expect(try office.importing(ShiftsSheet.self, text: shift).reasons == [])
        #expect(try office.find(Shift.self, "SF-001")?.groups == [CampGroup(group: "Q-0001", headcount: 4)])
        let session =
            "کد نشست,کنگره,سالن,از,تا,عنوان,گونه,سخنرانان\nSE-1,1401,شبستان,1401/05/09 10:00,1401/05/09 11:00,آغاز,سخنرانی,رضا نوری\n"
        #expect(try office.importing(SessionsSheet.self, text: session).reasons == [])
        #expect(try office.find(CongressSession.self, "SE-1")?.speakers == ["9990000018"])
    }

    @Test("Rows with nothing but their number are passed over")
    func numbered() throws {
        let report = try report(GroupsSheet.self, "22-prefilled-row-numbers", in: office())
        #expect(report.counts == [2, 1, 0, 0, 1] && report.refusals[0].row == 5)
    }

    @Test("A refusal names its column, also that of a list of rows")
    func columnOfRows() throws {
        let shift = "موکب,از,تا,نقش‌ها\nAP-1,1401/06/26 08:00,1401/06/26 16:00,خادم 4\n"
        #expect(try office().importing(ShiftsSheet.self, text: shift).reasons == ["2  نقش‌ها unknown-value"])
    }

    @Test("The next free code is free when the whole sheet has come in")
    func freeCode() throws {
        let line = "عمومی,پزشکی,قم,12,1400/01/05"
        let text = """
            شماره ثبت,نام گروه,نوع,حوزه فعالیت,شهرستان,تعداد اعضا,تاریخ ثبت
            Q-0001,گروه دیگر,\(line)
            Q-0003,گروه سوم,\(line)
            Q-0007,گروه هفتم,\(line)

            """
        let report = try office().importing(GroupsSheet.self, text: text)
        #expect(report.refusals.map { $0.refusal.phrase.en.contains("Q-0008") } == [true])
    }
}
