import Canvas
import Domain
import Foundation
import Persian
import Store
import Support
import Testing

@testable import Dashboard

/// Service points on 10 Mordad 1401, everything in them invented: one in Iran with a far too long name that is open
/// already, one in Iraq that lodges people, one without a permit.
enum ArbaeenExample {
    static let office: [String] =
        TestDashboard.office + [
            announce("IR", "1401/06/07"), announce("IQ", "1401/06/08", "confirmed"),
            plan(
                "AP-1", "موکب خادمان حضرت معصومه سلام‌الله‌علیها در پایانه مرزی مهران، نزدیک ورودی زائران", "IR",
                [
                    "food 3000", "water 9000",
                ]),
            plan("AP-2", "موکب کریمه اهل‌بیت", "IQ", ["food 5000", "lodging 240 140 100"], #","pole":285"#),
            plan("AP-3", "Point without a permit", "IR", ["medical 300"]),
            #"{"command":"point.license","code":"AP-1","permit":"م/۱۱۲","validUntil":"1401/07/05"}"#,
            #"{"command":"point.license","code":"AP-2","permit":"م/۱۱۳","validUntil":"1401/05/01"}"#,
            #"{"command":"point.open","code":"AP-1","on":"1401/05/08"}"#,
            shift("SF-1", "AP-1", "05/10T00:00", "05/10T08:00", ["server 6", "cook 2"]),
            shift("SF-2", "AP-1", "05/10T08:00", "05/10T16:00", ["server 8", "cook 4"]),
            shift("SF-3", "AP-1", "05/10T16:00", "05/10T24:00", ["server 8"]),
            shift("SF-4", "AP-1", "05/10T22:00", "05/11T06:00", ["cleaner 2"]),
            shift("SF-5", "AP-2", "06/10T08:00", "06/10T16:00", ["physician 1", "nurse 2", "lostPersons 1"]),
            assign("SF-1", "Q-0001", 8), assign("SF-2", "Q-0002", 9), assign("SF-4", "Q-0001", 2),
            stock("AP-1", "آب معدنی", 5000, "بطری", level: 1000), stock("AP-1", "برنج", 200, "کیلو", level: 600),
            #"{"command":"supply.receive","point":"AP-1","item":"Cups","quantity":40,"unit":"عدد"}"#,
            tally("food", 7, 410), tally("food", 8, 900), tally("food", 8, 90), tally("water", 8, 1250),
            """
            {"command":"incident.record","point":"AP-1","when":"1401/05/10T07:30","severity":"serious",\
            "what":"گرمازدگی سه زائر","people":[]}
            """,
        ]

    static func announce(_ country: String, _ day: String, _ status: String = "provisional") -> String {
        """
        {"command":"season.announce","year":1444,"country":"\(country)","month":"safar","startsOn":"\(day)",\
        "status":"\(status)"}
        """
    }

    static func plan(_ code: String, _ name: String, _ country: String, _ services: [String], _ more: String = "")
        -> String
    {
        """
        {"command":"point.plan","code":"\(code)","name":"\(name)","kind":"\(country == "IR" ? "border" : "route")",\
        "country":"\(country)","season":1444,"services":\(services)\(more)}
        """
    }

    static func shift(_ code: String, _ point: String, _ from: String, _ to: String, _ roles: [String]) -> String {
        """
        {"command":"shift.plan","code":"\(code)","point":"\(point)","from":"1401/\(from)","to":"1401/\(to)",\
        "roles":\(roles)}
        """
    }

    static func assign(_ shift: String, _ group: String, _ headcount: Int) -> String {
        #"{"command":"shift.assign","shift":"\#(shift)","group":"\#(group)","headcount":\#(headcount)}"#
    }

    static func stock(_ point: String, _ item: String, _ quantity: Int, _ unit: String, level: Int) -> String {
        """
        {"command":"supply.receive","point":"\(point)","item":"\(item)","quantity":\(quantity),"unit":"\(unit)",\
        "reorderLevel":\(level)}
        """
    }

    static func tally(_ service: String, _ hour: Int, _ served: Int) -> String {
        """
        {"command":"tally.count","point":"AP-1","service":"\(service)","hour":"1401/05/10T0\(hour):00",\
        "served":\(served)}
        """
    }
}

@MainActor
@Suite struct ArbaeenPictures {
    private nonisolated static let sizes = [[80, 24], [120, 40]]

    private func expect(
        _ name: String, _ language: Language, _ size: [Int], _ office: [String] = ArbaeenExample.office, keys: String
    ) throws {
        let test = try TestDashboard(language, office)
        test.dashboard.resize(width: size[0], height: size[1])
        try test.dashboard.refresh()
        try test.press(keys)
        try test.dashboard.load()
        expectScreen(test.dashboard, named: "\(name)-\(size[0])x\(size[1])-\(language.rawValue)")
    }

    @Test("The points with their permits, stock and next gaps", arguments: Language.allCases, sizes)
    func points(language: Language, size: [Int]) throws {
        try expect("arbaeen", language, size, keys: "8")
    }

    @Test("Coverage: hours across, shifts down", arguments: Language.allCases, sizes)
    func coverage(language: Language, size: [Int]) throws {
        try expect("arbaeen-coverage", language, size, keys: "8 enter down")
        try expect("arbaeen-elsewhere", language, size, keys: "8 enter down o")
        try expect("arbaeen-desk", language, size, keys: "8 enter down a")
    }

    @Test("Stock and tallies", arguments: Language.allCases, sizes)
    func sheets(language: Language, size: [Int]) throws {
        try expect("arbaeen-stock", language, size, keys: "8 v v")
        try expect("arbaeen-tally", language, size, keys: "8 v v v up up 4 2")
    }

    @Test("Before there are points, and shifts of one", arguments: Language.allCases)
    func empty(language: Language) throws {
        try expect("arbaeen-empty", language, [80, 24], TestDashboard.office, keys: "8")
        try expect("arbaeen-no-shifts", language, [80, 24], keys: "8 end enter")
    }

    @Test("A wall of them: two hundred columns", arguments: Language.allCases)
    func wall(language: Language) throws {
        try expect("arbaeen", language, [200, 60], keys: "8")
    }
}

@MainActor
@Suite struct ArbaeenTests {
    private func opened(_ keys: String, role: String? = nil) throws -> TestDashboard {
        let test = try TestDashboard(.english, ArbaeenExample.office)
        test.dashboard.resize(width: 120, height: 40)
        try test.dashboard.refresh()
        try test.press(keys)
        return test
    }

    private func find<R: Domain.Record>(_ test: TestDashboard, _ type: R.Type, _ key: String) throws -> R {
        try #require(try test.office.view { (reader) throws(DecideError) in try reader.find(type, key: key) })
    }

    @Test("digits are typed into the hour, and sent again they correct it")
    func tally() throws {
        let test = try opened("8 v v v")
        #expect(test.text.contains("type digits"))
        try test.press("home j j j 1 2 3 enter")
        let hour = LocalTime(try Moment(parsing: "1401/05/10T03:00", in: .tehran), in: .tehran)
        #expect(try find(test, Tally.self, Tally.key("AP-1", .food, hour)).served == 123)
        try test.press("k 9 5 backspace enter")
        let corrected = try find(test, Tally.self, Tally.key("AP-1", .food, hour))
        #expect(corrected.served == 9 && corrected.version == 2)
        try test.press("k l")
        try test.type("۷")
        try test.press("enter")
        #expect(try find(test, Tally.self, Tally.key("AP-1", .water, hour)).served == 7, "Persian digits are digits")
        #expect(test.text.contains("509"), "the day's total follows: 9 + 410 + 90")
    }

    @Test("A number that is refused keeps the mark, also where the next hour holds one that was refused before")
    func refusedAgain() throws {
        let test = try opened("8 v v v")
        try test.press("home down down down down down down down down down down down down 7 7 enter up 8 8 enter")
        #expect(test.selectedRow?.contains("11:00") == true, "\(test.text)")
        #expect(test.selectedRow?.contains("88") == true)
        #expect(test.text.contains("77"))
    }

    @Test("Who leaves with a number that is typed and not counted is asked first", arguments: ["", "left"])
    func unsaved(move: String) throws {
        let test = try TestDashboard(.persian, ArbaeenExample.office)
        try test.press("8 v v v 7 \(move)")
        #expect(try test.press("q") == nil)
        #expect(test.text.contains("ثبت نشده"))
        // The safe answer is given by Enter.
        #expect(try test.press("enter") == nil)
        #expect(try test.press("q tab enter") == .quit)
    }

    @Test("a number key with a tally open is a digit, and elsewhere it opens a screen")
    func digits() throws {
        let test = try opened("8 v v v 2")
        #expect(test.text.contains("[2▏]"))
        try test.press("escape escape 2")
        #expect(test.text.contains("Groups") && !test.text.contains("type digits"))
    }

    @Test("which group can take a shift: Enter asks with how many people")
    func assign() throws {
        let test = try opened("8 enter end a")
        #expect(test.text.contains("Which group"))
        try test.type("0002")
        try test.press("enter")
        #expect(test.text.contains("SF-4") && test.text.contains("Q-0002"))
        try test.press("ctrl+s")
        #expect(try find(test, Shift.self, "SF-4").groups.contains { $0.group == "Q-0002" })
    }

    @Test("the pattern repeats the marked shift until 20 Safar of its country")
    func pattern() throws {
        let test = try opened("8 down enter r")
        #expect(test.text.contains("1401/06/27 24:00"), "Iraq's 20 Safar")
        try test.press("ctrl+s")
        #expect(test.text.contains("SF-5"))
        let count = try test.office.view { (reader) throws(DecideError) in try reader.count(Shift.kind) }
        #expect(count == 5 + 17)
    }

    @Test("times are shown by the other country's clocks when asked")
    func elsewhere() throws {
        let test = try opened("8 enter")
        #expect(test.text.contains("by the clocks of Iran") && test.text.contains("08:00–16:00"))
        try test.press("o")
        #expect(test.text.contains("by the clocks of Iraq") && test.text.contains("06:30–14:30"))
    }

    @Test("needs and incidents of a point are settled and resolved by the keys of camps")
    func openItems() throws {
        let test = try opened("8 s")
        #expect(test.text.contains("Open needs and incidents of AP-1") && test.text.contains("گرمازدگی سه زائر"))
        try test.press("enter")
        try test.type("درمان شد")
        try test.press("ctrl+s")
        #expect(try find(test, Incident.self, "I-001").state == .resolved)
    }

    @Test("the menu tells of alarms, else of who is missing now, else of the days to 20 Safar")
    func badge() throws {
        let test = try opened("8")
        #expect(test.text.contains("▲1"))
        try test.send(#"{"command":"incident.resolve","code":"I-001","note":"درمان شد"}"#)
        try test.dashboard.refresh()
        #expect(test.text.contains("!3"))
        try test.send(ArbaeenExample.assign("SF-2", "Q-0004", 3))
        try test.dashboard.refresh()
        #expect(test.text.contains("47d"))
    }

    @Test("stock is used, received and counted by keys of its own")
    func stock() throws {
        let test = try opened("8 v v -")
        try test.type("150")
        try test.press("ctrl+s")
        #expect(try find(test, Supply.self, Supply.key("AP-1", "برنج")).stock == 50)
    }
}
