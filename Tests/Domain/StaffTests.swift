import Domain
import Offices
import Persian
import Testing

@Suite("Staff and settings")
struct StaffTests {
    let office: TestOffice
    init() throws { office = try TestOffice() }

    @Test("an account is added, amended and disabled")
    func life() throws {
        let entry = try office.carriesOut(
            #"{"command":"staff.add","account":" leaver1 ","name":"کاربر رفتنی","role":"متصدی"}"#)
        #expect(try office.staff("leaver1").role == .operator && office.staff("leaver1").state == .active)
        #expect(entry.answer["result"]?["role"] == .string("operator"))
        try office.carriesOut(#"{"command":"staff.amend","account":"leaver1","name":"کاربر","role":"trainer"}"#)
        #expect(try office.staff("leaver1").role == .trainer && office.staff("leaver1").name == "کاربر")
        try office.carriesOut(#"{"command":"staff.disable","account":"leaver1"}"#)
        #expect(try office.staff("leaver1").state == .disabled)
    }

    @Test("refusals that name the account")
    func refusals() throws {
        office.refuses(
            #"{"command":"staff.add","account":"operator1","name":"دیگری","role":"operator"}"#, as: .duplicateCode,
            saying: "operator1", "متصدی دفتر")
        office.refuses(
            #"{"command":"staff.amend","account":"nobody1","role":"operator"}"#, as: .notFound, field: "account",
            saying: "nobody1")
        office.refuses(
            #"{"command":"staff.disable","account":"nobody1"}"#, as: .notFound, field: "account", saying: "nobody1")
        try office.carriesOut(#"{"command":"staff.disable","account":"trainer1"}"#)
        office.refuses(#"{"command":"staff.disable","account":"trainer1"}"#, as: .wrongState, saying: "trainer1")
    }

    @Test("the last active administrator is neither disabled nor made anything else")
    func lastAdministrator() throws {
        let lines = [
            #"{"command":"staff.disable","account":"admin1"}"#,
            #"{"command":"staff.amend","account":"admin1","role":"operator"}"#,
        ]
        for line in lines { office.refuses(line, as: .wrongState, saying: "admin1") }
        try office.carriesOut(#"{"command":"staff.amend","account":"admin1","role":"administrator","name":"مدیر"}"#)
        try office.carriesOut(#"{"command":"staff.add","account":"admin2","name":"مدیر دوم","role":"administrator"}"#)
        try office.carriesOut(#"{"command":"staff.disable","account":"admin2"}"#)
        for line in lines { office.refuses(line, as: .wrongState, saying: "admin1") }
    }

    @Test("one of two administrators may go")
    func oneOfTwo() throws {
        try office.carriesOut(#"{"command":"staff.amend","account":"operator1","role":"administrator"}"#)
        try office.carriesOut(#"{"command":"staff.disable","account":"admin1"}"#)
        office.refuses(
            #"{"command":"staff.disable","account":"operator1"}"#, as: .wrongState, saying: "operator1",
            by: "operator1")
    }

    // MARK: Settings

    private func change(_ name: String, _ value: String) -> String {
        #"{"command":"setting.change","name":"\#(name)","value":\#(value)}"#
    }

    @Test(
        "every setting has its default and can be changed",
        arguments: [
            ("activity.months", "4", "۳", "3"), ("activity.window", "12", "24", "24"),
            ("travel.buffer", "180", "0", "0"), ("attendance.threshold", "75", "100", "100"),
            ("report.due", "\"21:00\"", "۲۰:۳۰", "\"20:30\""),
            ("office.name", "\"قم\"", " قم المقدسه ", "\"قم المقدسه\""),
        ])
    func settings(name: String, standard: String, typed: String, kept: String) throws {
        #expect(try office.registry.setting(name).text == standard)
        let entry = try office.carriesOut(change(name, "\"\(typed)\""))
        #expect(try office.registry.setting(name).text == kept)
        #expect(entry.answer["result"]?["value"]?.text == kept)
        try office.carriesOut(change(name, standard))
        #expect(try office.registry.setting(name).text == standard)
        let again = try office.carriesOut(change(name, standard))
        #expect(again.changes.isEmpty && again.answer["result"]?["value"]?.text == standard)
    }

    @Test("the issue's list of settings, and the office's name")
    func list() {
        #expect(
            SettingDefinition.all.map(\.name) == [
                "office.name", "activity.months", "activity.window", "report.due", "attendance.threshold",
                "travel.buffer", "support.silent", "packages.window",
            ])
    }

    @Test(
        "values that are refused, with what is accepted",
        arguments: [
            ("activity.weeks", "4", RefusalCode.unknownValue, "activity.weeks"),
            ("activity.months", "0", .invalidNumber, "0"), ("activity.months", "25", .invalidNumber, "25"),
            ("activity.window", "\"دوازده\"", .invalidNumber, "دوازده"),
            ("travel.buffer", "1441", .invalidNumber, "1441"),
            ("travel.buffer", "-1", .invalidNumber, "-1"), ("attendance.threshold", "101", .invalidNumber, "101"),
            ("attendance.threshold", "7.5", .invalidNumber, "7.5"), ("report.due", "\"24:00\"", .unknownValue, "21:00"),
            ("report.due", "\"9\"", .unknownValue, "21:00"), ("report.due", "21", .unknownValue, "21:00"),
            ("report.due", "\"20:60\"", .unknownValue, "21:00"), ("activity.months", "null", .missingValue, ""),
            ("office.name", "\" \"", .missingValue, ""), ("office.name", "5", .unknownValue, "5"),
        ])
    func refusedValues(name: String, value: String, code: RefusalCode, fragment: String) {
        office.refuses(change(name, value), as: code, saying: fragment.isEmpty ? " " : fragment)
    }

    @Test("a setting is known by what people call it, and one that is not known is told what there is")
    func names() throws {
        try office.carriesOut(change("Office  name", "\"یزد\""))
        office.refuses(change("رنگ", "4"), as: .unknownValue, fa: "نام دفتر", en: "office name")
    }

    @Test("a setting that somebody else changed meanwhile is stale")
    func staleSetting() throws {
        try office.carriesOut(change("activity.months", "3"))
        try office.carriesOut(change("activity.months", "5"))
        office.refuses(
            #"{"command":"setting.change","name":"activity.months","value":6,"version":1}"#, as: .stale,
            saying: "admin1", fa: "کمینه ماه‌های فعال", en: "active months")
    }

    @Test("in a new file nothing is done before an administrator has been added")
    func founding() throws {
        let registry = MemoryRegistry()
        let founder = Sender(account: "maryam", station: "office")
        func decide(_ line: String) throws -> Decision {
            let request = try Request(try #require(JSON(parsing: line)))
            return try request.decide(by: founder, at: Moment(milliseconds: 0), id: "x", in: registry).1
        }
        #expect(throws: DecideError.self) { try decide(#"{"command":"council.found","name":"شورا"}"#) }
        let added = try decide(#"{"command":"staff.add","account":"maryam","name":"مریم","role":"administrator"}"#)
        #expect(added.changes.count == 1)
    }
}
