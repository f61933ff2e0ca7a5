import Canvas
import Domain
import Persian
import Store
import Support
import Testing

@testable import Dashboard

/// Camps on 10 Mordad 1401, everything in them invented: one in alarm, one late, one good, one planned, one over.
enum CampsExample {
    static let office: [String] =
        TestDashboard.office
        + camp("C-031", "امید", "کرمانشاه", "سرپل ذهاب", "village", "1401/05/06", "1401/05/15", 22)
        + camp(
            "C-007", "پیشگامان آبادانی و پیشرفت روستاهای کم‌برخوردار بخش خلجستان و سلفچگان", "ایلام", "مهران", "village",
            "1401/05/08", "1401/05/20", 140)
        + camp("C-014", "Bahar", "لرستان", "پل‌دختر", "village", "1401/05/08", "1401/05/19", 31)
        + [plan("C-040", "هجرت", "مازندران", "ساری", "village", "1401/05/20", "1401/05/28", 12)]
        + camp("C-001", "محله امام", "قم", "قم", "neighbourhood", "1401/05/01", "1401/05/01", 9)
        + [
            report("C-001", 1, 9, 60), #"{"command":"camp.close","code":"C-001"}"#,
            report("C-031", 6, 22, 40), report("C-031", 7, 18, 85), report("C-007", 8, 120, 300),
            report("C-014", 8, 25, 120), report("C-014", 9, 31, 240),
            #"{"command":"need.raise","for":{"camp":"C-014"},"item":"پتو","quantity":40,"unit":"تخته","urgency":"high"}"#,
            #"{"command":"incident.record","camp":"C-031","when":"1401/05/08T11:30","severity":"serious","what":"ریزش آوار و شکستگی پا"}"#,
        ]

    private static func camp(
        _ code: String, _ title: String, _ province: String, _ county: String, _ kind: String, _ from: String,
        _ to: String, _ headcount: Int
    ) -> [String] {
        [plan(code, title, province, county, kind, from, to, headcount)]
            + ["approve", "start"].map { #"{"command":"camp.\#($0)","code":"\#(code)"}"# }
    }

    private static func plan(
        _ code: String, _ title: String, _ province: String, _ county: String, _ kind: String, _ from: String,
        _ to: String, _ headcount: Int
    ) -> String {
        """
        {"command":"camp.plan","code":"\(code)","title":"\(title)","groups":[{"group":"Q-0002","headcount":\(headcount)}],\
        "kind":"\(kind)","province":"\(province)","county":"\(county)","place":"ده بالا","fields":["construction"],\
        "from":"\(from)","to":"\(to)"}
        """
    }

    static func report(_ camp: String, _ day: Int, _ present: Int, _ served: Int) -> String {
        """
        {"command":"camp.report","camp":"\(camp)","day":"1401/05/\(day < 10 ? "0" : "")\(day)","present":\(present),\
        "beneficiaries":\(served),"work":[{"field":"construction","what":"دیوارچینی","quantity":60,"unit":"متر"}]}
        """
    }
}

@MainActor
@Suite struct CampsPictures {
    private nonisolated static let sizes = [[80, 24], [120, 40], [200, 60]]

    private func expect(_ name: String, _ language: Language, _ size: [Int], _ office: [String], keys: String) throws {
        let test = try TestDashboard(language, office)
        test.dashboard.resize(width: size[0], height: size[1])
        try test.dashboard.refresh()
        try test.press(keys)
        expectScreen(test.dashboard, named: "\(name)-\(size[0])x\(size[1])-\(language.rawValue)")
    }

    @Test("The live board", arguments: Language.allCases, sizes)
    func live(language: Language, size: [Int]) throws {
        try expect("camps-live", language, size, CampsExample.office, keys: "3")
    }

    @Test("The calendar, the map and all camps", arguments: Language.allCases, sizes)
    func views(language: Language, size: [Int]) throws {
        try expect("camps-timeline", language, size, CampsExample.office, keys: "3 v")
        try expect("camps-map", language, size, CampsExample.office, keys: "3 v v")
        try expect("camps-all", language, size, CampsExample.office, keys: "3 v v v")
    }

    @Test("Before there are camps", arguments: Language.allCases)
    func empty(language: Language) throws {
        try expect("camps-empty", language, [80, 24], TestDashboard.office, keys: "3")
    }

    @Test("The board for a wall", arguments: Language.allCases, sizes)
    func wall(language: Language, size: [Int]) throws {
        let test = try TestDashboard(language, CampsExample.office)
        let board = WallBoard(test.office, language: language, clock: test.clock)
        board.resize(width: size[0], height: size[1])
        try board.refresh()
        expectGolden(board.frame(), named: "wall-\(size[0])x\(size[1])-\(language.rawValue)", room: "Dashboard")
    }
}

@MainActor
@Suite struct CampsTests {
    private func opened() throws -> TestDashboard {
        let test = try TestDashboard(.english, CampsExample.office)
        test.dashboard.resize(width: 120, height: 40)
        try test.dashboard.refresh()
        try test.press("3")
        return test
    }

    @Test("The worst is first, and says in words what is wrong")
    func worstFirst() throws {
        let test = try opened()
        #expect(test.selectedRow?.contains("امید") == true)
        #expect(test.selectedRow?.contains("serious:") == true)
        try test.press("down")
        #expect(test.selectedRow?.contains("1 report missing") == true)
        try test.press("down")
        #expect(test.selectedRow?.contains("! urgent need:") == true)
        #expect(test.selectedRow?.contains("40 تخته پتو") == true)
    }

    @Test("Texts and names of any length leave room for what has happened")
    func longTexts() throws {
        let test = try opened()
        let words = String(repeating: "a wall gave way and ", count: 6)
        try test.send(#"{"command":"camp.amend","code":"C-031","title":"\#(String(repeating: "Omid ", count: 30))"}"#)
        try test.send(
            """
            {"command":"incident.record","camp":"C-031","when":"1401/05/10T09:00","severity":"fatal",\
            "what":"\(words)all were saved"}
            """)
        try test.dashboard.refresh()
        try test.press("home")
        // Told to its end beside the days.
        let runs = test.dashboard.frame().rows.joined()
        #expect(runs.contains { $0.text.hasSuffix("all were saved") && textWidth($0.text) <= $0.width })

        let board = WallBoard(test.office, language: .english, clock: test.clock)
        board.resize(width: 120, height: 40)
        try board.refresh()
        #expect(board.frame().rows[0].contains { $0.text == "fatal: " && $0.start < 70 })
    }

    @Test("A foreign change is marked by a sign until the next key, and the selected camp stays selected")
    func news() throws {
        let test = try opened()
        try test.press("end")
        #expect(test.selectedRow?.contains("Bahar") == true)
        #expect(!test.text.contains("▼"))
        try test.send(
            """
            {"command":"incident.record","camp":"C-014","when":"1401/05/10T09:00","severity":"fatal","what":"سقوط"}
            """)
        try test.dashboard.refresh()
        #expect(test.selectedRow?.contains("Bahar") == true)
        #expect(test.selectedRow?.contains("▲ ▼") == true)
        try test.press("down")
        #expect(!test.text.contains("▼"))
    }

    @Test(
        "A province is called by its one name in the page's language, on the board, in the list, the map and the bars")
    func provinces() throws {
        let test = try TestDashboard(.english, CampsExample.office)
        test.dashboard.resize(width: 200, height: 60)
        try test.press("3")
        for view in ["live", "calendar", "map", "all"] {
            let words = Set(test.text.split { !$0.isLetter })
            #expect(words.isDisjoint(with: ["کرمانشاه", "ایلام", "لرستان", "مازندران"]), "\(view)")
            #expect(view == "calendar" || words.contains("Kermanshah"), "\(view)")
            try test.press("v")
        }
    }

    @Test("All camps are found by typing")
    func filter() throws {
        let test = try opened()
        try test.press("/")
        try test.type("هجرت")
        #expect(test.text.contains("1 camp"))
        #expect(test.text.contains("C-040"))
    }

    @Test("All running camps are on the pages of a wall, each once, whatever its height", arguments: [12, 24, 40, 60])
    func pages(height: Int) {
        let perPage = WallView.rowsAPage(height: height)
        for count in [0, 1, perPage, perPage + 1, 2000] {
            let pages = WallView.pages(count, height: height)
            #expect(pages * perPage >= count)
            #expect(count == 0 || (pages - 1) * perPage < count)
        }
    }
}
