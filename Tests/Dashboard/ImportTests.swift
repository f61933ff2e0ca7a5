import Canvas
import Domain
import Foundation
import Persian
import Support
import Testing

@testable import Dashboard

@MainActor
@Suite struct ImportTests {
    private static let sheet = """
        شماره ثبت,نام گروه,نوع,حوزه فعالیت,شهرستان,تعداد اعضا,تاریخ ثبت
        Q-0101,گروه جهادی سپیده,تخصصی,پزشکی,قم,12,1400/01/05
        Q-0102,گروه جهادی چشمه,تخصصی,فضانوردی,قم,12,1400/12/30
        Q-0001,گروه جهادي شهيد كاظمي,تخصصی,پزشکی,قم,30,1398/02/10

        """

    /// The preview of a sheet with a new, a changed and a refused row.
    private func previewed(_ language: Language, width: Int, height: Int) throws -> (TestDashboard, String) {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("khedmat-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appendingPathComponent("g.csv").path
        try Self.sheet.write(toFile: file, atomically: true, encoding: .utf8)
        let test = try TestDashboard(language)
        test.dashboard.resize(width: width, height: height)
        try test.dashboard.refresh()
        try test.press("i")
        _ = try test.dashboard.handle(.paste(file))
        try test.press("enter")
        return (test, folder.path)
    }

    @Test("The preview tells what is new, same, changed and refused, and why", arguments: Language.allCases, [80, 120])
    func preview(language: Language, width: Int) throws {
        let (test, folder) = try previewed(language, width: width, height: width == 80 ? 24 : 40)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let name = "import-preview-\(width)x\(width == 80 ? 24 : 40)-\(language.rawValue)"
        expectScreen(test.dashboard, named: name)
    }

    @Test("The preview is walked by keys, and shows what a row changes, before and after", arguments: Language.allCases)
    func walked(language: Language) throws {
        let (test, folder) = try previewed(language, width: 80, height: 24)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let words = language == .persian ? ["تغییریافته", "تعداد اعضا", "۲۴", "۳۰"] : ["changed", "size", "24", "30"]
        // From the refused ones round to all, the new and the changed.
        try test.press("tab tab tab")
        for word in words { #expect(test.text.contains(word)) }
        #expect(!test.text.contains("چشمه"))
        expectScreen(test.dashboard, named: "import-changed-80x24-\(language.rawValue)")
        try test.press("shift+tab shift+tab end up")
        expectScreen(test.dashboard, named: "import-all-80x24-\(language.rawValue)")
    }

    @Test("A path is typed from left to right, and so is the example in the empty field")
    func placeholder() throws {
        let test = try TestDashboard(.persian)
        try test.press("i")
        let example = test.dashboard.frame().rows.joined().first { $0.text == "~/groups.csv" }
        #expect(example?.direction == .leftToRight)
    }

    @Test("The question for the sheet", arguments: Language.allCases, [80, 120])
    func file(language: Language, width: Int) throws {
        let test = try TestDashboard(language)
        test.dashboard.resize(width: width, height: width == 80 ? 24 : 40)
        try test.dashboard.refresh()
        try test.press("i")
        let name = "import-\(width)x\(width == 80 ? 24 : 40)-\(language.rawValue)"
        expectScreen(test.dashboard, named: name)
    }

    @Test("The welcome of a new office", arguments: Language.allCases, [80, 120])
    func welcome(language: Language, width: Int) throws {
        let test = try TestDashboard(language, [])
        test.dashboard.resize(width: width, height: width == 80 ? 24 : 40)
        try test.dashboard.refresh()
        try test.dashboard.welcome()
        let name = "welcome-\(width)x\(width == 80 ? 24 : 40)-\(language.rawValue)"
        expectScreen(test.dashboard, named: name)
    }

    @Test("Nothing is written before it is accepted; then the rows land, refused ones go to a file, u takes all back")
    func accepts() throws {
        let (test, folder) = try previewed(.english, width: 80, height: 24)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        func codes() throws -> Set<String> {
            var found: Set<String> = []
            try test.office.view { (reader) throws(DecideError) in
                try reader.each(Group.self, matching: .init(), limit: nil) { found.insert($0.code) }
            }
            return found
        }
        #expect(try !codes().contains("Q-0101"))
        try test.press("enter")
        #expect(try codes().contains("Q-0101"))
        #expect(FileManager.default.fileExists(atPath: folder + "/g-refused.csv"))
        try test.press("enter u")
        #expect(test.text.contains("Undo “import of g.csv”?"))
        try test.press("tab enter")
        #expect(try !codes().contains("Q-0101"))
    }

    @Test("Deliveries come into the current campaign, which the preview names; a sheet of second ones asks first")
    func held() throws {
        let test = try TestDashboard(
            .english,
            [
                #"{"command":"base.found","code":"B-01","name":"قرارگاه نور"}"#,
                """
                {"command":"campaign.open","code":"RM-1401","title":"ولایت","from":"1401/01/01","to":"1401/12/20","target":9}
                """,
                #"{"command":"campaign.receive","campaign":"RM-1401","quantity":9,"on":"1401/01/01"}"#,
                #"{"command":"campaign.allocate","campaign":"RM-1401","base":"B-01","quantity":9}"#,
                """
                {"command":"household.record","code":"H-1","head":"9990000018","headName":"رضا","size":2,"area":"village",\
                "place":"کهک"}
                """,
                """
                {"command":"campaign.deliver","campaign":"RM-1401","base":"B-01","household":"H-1","quantity":1,\
                "on":"1401/01/02"}
                """,
            ])
        test.dashboard.resize(width: 80, height: 24)
        try test.dashboard.refresh()
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("khedmat-\(UUID().uuidString).csv")
        defer { try? FileManager.default.removeItem(at: file) }
        let row = "H-1,رضا,9990000018,روستا,کهک,B-01,1,1401/01/0"
        try """
        household,head's name,head's national ID,area,place,base,packages,on
        H-2,نرگس,9990000026,روستا,کهک,B-01,1,1401/01/03
        \(row)3
        \(row)4

        """.write(to: file, atomically: true, encoding: .utf8)
        func households() throws -> Int {
            try test.office.view { (reader) throws(DecideError) in try reader.count(Household.kind) }
        }
        test.dashboard.modals = [ImportModal(test.dashboard, "deliveries")]
        _ = try test.dashboard.handle(.paste(file.path))
        try test.press("enter")
        #expect(test.text.contains("Campaign: RM-1401 “ولایت”"))
        #expect(test.text.contains("2 of the 3 rows") && test.text.contains("Go on all the same (a)"))
        try test.press("enter")
        #expect(try households() == 1, "nobody said to go on")
        try test.press("a enter")
        #expect(try households() == 2)
        try? FileManager.default.removeItem(atPath: file.path.replacing(".csv", with: "-refused.csv"))
    }

    @Test("What is no sheet is said so, and can be mended where it was typed")
    func noSheet() throws {
        let test = try TestDashboard(.english)
        try test.press("i")
        try test.type("/nowhere.csv")
        try test.press("enter")
        #expect(test.text.contains("could not be read"))
        #expect(test.text.contains("/nowhere.csv"))
    }
}
