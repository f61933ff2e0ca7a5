import Canvas
import Domain
import Persian
import Testing

@testable import Dashboard

/// What is worst is never out of sight: on the board, in a row of it, on the wall.
@MainActor
@Suite("The worst is in sight") struct WorstInSightTests {
    private func opened(
        _ commands: [String], keys: String = "3", _ language: Language, width: Int = 80, height: Int = 24,
        now: String = "1401/05/10T10:00"
    ) throws -> TestDashboard {
        let test = try TestDashboard(language, commands, now: now)
        test.dashboard.resize(width: width, height: height)
        try test.dashboard.refresh()
        try test.press(keys)
        return test
    }

    /// Thirty camps, more than a board has rows.
    private nonisolated static let camps =
        TestDashboard.office
        + (1...30).flatMap { number in
            [
                """
                {"command":"camp.plan","code":"C-\(100 + number)","title":"اردوی \(number)","groups":[{"group":"Q-0002",\
                "headcount":4}],"kind":"village","province":"قم","county":"قم","place":"ده","fields":["construction"],\
                "from":"1401/05/10","to":"1401/05/20"}
                """
            ] + ["approve", "start"].map { #"{"command":"camp.\#($0)","code":"C-\#(100 + number)"}"# }
        }

    private static func fatal(_ camp: String) -> String {
        #"{"command":"incident.record","camp":"\#(camp)","when":"1401/05/10T09:00","severity":"fatal","what":"سقوط"}"#
    }

    private func isInSight(_ code: String, _ test: TestDashboard) -> Bool {
        let rows = test.dashboard.frame().rows.dropLast(BoardDetail.height + 1)
        return rows.contains { $0.contains { $0.text == code } }
    }

    @Test("A death that another process tells is seen on a board that stands at its top", arguments: Language.allCases)
    func arrives(_ language: Language) throws {
        for downs in [0, 3, 9] {
            let test = try opened(Self.camps, language)
            for _ in 0..<downs { try test.press("down") }
            for camp in ["C-128", "C-129", "C-130"] {
                let before = test.dashboard.screen.path()
                try test.send(Self.fatal(camp))
                try test.dashboard.refresh()
                #expect(isInSight(camp, test), "\(camp) after \(downs) moves")
                #expect(test.dashboard.screen.path() == before)
            }
            try test.press("down up")
            #expect(test.selectedRow?.contains(test.dashboard.screen.path()[0]) == true)
            try test.press("v v v v")
            #expect(isInSight("C-130", test), "after the tabs were gone round")
        }
    }

    @Test("The gap that runs past midnight is told at any width", arguments: Language.allCases, [80, 100, 120, 200])
    func gap(_ language: Language, width: Int) throws {
        let office =
            ArbaeenExample.office + [ArbaeenExample.shift("SF-9", "AP-1", "05/10T16:00", "05/11T00:00", ["cook 4"])]
        let test = try opened(office, keys: "8", language, width: width, now: "1401/05/10T23:00")
        let words = language == .persian ? "! اکنون" : "! now"
        #expect(test.selectedRow?.contains(words) == true, "\(test.selectedRow ?? "")")
        #expect(test.text.contains(language == .persian ? "کمبود" : "Gap"))
    }

    @Test("An urgent need comes before a small incident, on the board, beside it and on the wall")
    func urgentFirst() throws {
        let office =
            CampsExample.office + [
                #"{"command":"incident.record","camp":"C-014","when":"1401/05/09T11:00","severity":"minor","what":"بریدگی دست"}"#
            ]
        let test = try opened(office, .english, width: 120, height: 40)
        try test.press("end")
        let row = try #require(test.selectedRow)
        let need = try #require(row.range(of: "urgent need"))
        #expect(row.range(of: "minor").map { need.lowerBound < $0.lowerBound } ?? true)
        let board = WallBoard(test.office, language: .english, clock: test.clock)
        board.resize(width: 80, height: 24)
        try board.refresh()
        #expect(board.frame().rows.contains { $0.contains { $0.text.contains("urgent need") } })
    }

    @Test("Who is in the field stands on every wall", arguments: Language.allCases, [80, 100, 120, 200])
    func wall(_ language: Language, width: Int) throws {
        let test = try opened(CampsExample.office, language)
        let board = WallBoard(test.office, language: language, clock: test.clock)
        board.resize(width: width, height: width * 3 / 10)
        try board.refresh()
        let head = board.frame().rows.prefix(7).joined().map(\.text).joined(separator: " ")
        for label in language == .persian
            ? ["اردو", "هشدار", "دیر", "در میدان"] : ["camps", "alarm", "late", "in the field"]
        {
            #expect(head.contains(label), "\(label) at \(width)")
        }
    }

    @Test("The wall tells what was taken back, and no longer what it was")
    func takenBack() throws {
        let test = try opened(CampsExample.office, .english)
        func events() throws -> [String] {
            let board = WallBoard(test.office, language: .english, clock: test.clock)
            board.resize(width: 160, height: 60)
            try board.refresh()
            return board.frame().rows.map { $0.map(\.text).joined(separator: " ").withoutIsolates }
        }
        try test.send(#"{"command":"incident.resolve","code":"I-001","note":"درمان شد"}"#)
        #expect(try events().contains { $0.contains("resolve") && !$0.contains("undo") })
        let last = try test.office.view { (reader) throws(DecideError) in try reader.lastEntry(of: "maryam") }
        try test.send(#"{"command":"ledger.undo","undo":"\#(try #require(last?.id))"}"#)
        #expect(try events().contains { $0.contains("undo of") })
        #expect(try !events().contains { $0.contains("resolve") && !$0.contains("undo") })
    }

    @Test("Figures of thousands are grouped on the board, with or without a report")
    func grouped() throws {
        let office =
            TestDashboard.office + [
                #"{"command":"group.amend","code":"Q-0002","size":3000}"#,
                """
                {"command":"camp.plan","code":"C-1","title":"Wide","groups":[{"group":"Q-0002","headcount":1100}],\
                "kind":"village","province":"قم","county":"قم","place":"ده","fields":["construction"],\
                "from":"1401/05/10","to":"1401/05/20"}
                """,
                #"{"command":"camp.approve","code":"C-1"}"#, #"{"command":"camp.start","code":"C-1"}"#,
            ]
        let test = try opened(office, .english)
        #expect(test.selectedRow?.contains("—/1,100") == true)
        try test.send(
            #"{"command":"camp.report","camp":"C-1","day":"1401/05/10","present":9999,"beneficiaries":1,"work":[]}"#)
        try test.dashboard.refresh()
        let runs = test.dashboard.frame().rows.joined().filter { $0.text == "! 9,999/1,100" }
        #expect(!runs.isEmpty && runs.allSatisfy { $0.width >= textWidth($0.text) })
    }
}

/// Who leads a group today, who will and who did; who belongs to it, and who is yet to come.
@MainActor
@Suite("The people of a group") struct GroupPeopleTests {
    private nonisolated static let office =
        TestDashboard.office + [
            #"{"command":"office.appoint","body":"Q-0001","office":"head","person":"9990000034","from":"1401/08/01","succeed":true}"#,
            #"{"command":"membership.begin","group":"Q-0001","person":"9990000018","from":"1401/07/01"}"#,
            #"{"command":"membership.end","group":"Q-0001","person":"9990000034","to":"1401/05/01"}"#,
        ]

    private func page(_ language: Language, width: Int) throws -> [String] {
        let test = try TestDashboard(language, Self.office)
        test.dashboard.resize(width: width, height: 40)
        try test.dashboard.refresh()
        try test.press("2")
        for _ in 0..<4 where test.selectedRow?.contains("Q-0001") != true { try test.press("down") }
        if width == 80 { try test.press("enter") }
        return test.dashboard.frame().rows.map { $0.map(\.text).joined(separator: " ").withoutIsolates }
    }

    @Test("Who serves today comes first; who will and who did say so", arguments: Language.allCases, [80, 120, 200])
    func heads(_ language: Language, width: Int) throws {
        let rows = try page(language, width: width)
        let words =
            language == .persian
            ? ["مسئول  ", "مسئول آینده", "مسئول پیشین"] : ["head  ", "future head", "former head"]
        let places = words.map { word in rows.firstIndex { $0.contains(word) } }
        let present = try #require(rows.firstIndex { $0.contains("مریم جعفری") && $0.contains(words[0]) })
        let (coming, past) = (try #require(places[1]), try #require(places[2]))
        #expect(present < coming && coming < past)
        let dates = language == .persian ? ["۱۴۰۱/۰۴/۱۵", "۱۴۰۱/۰۷/۳۰"] : ["1401/04/15", "1401/07/30"]
        #expect(rows.joined().contains(dates[0]) && rows.joined().contains(dates[1]), "no date is cut")
    }

    @Test("A member from a later day is counted apart, and who left is none", arguments: Language.allCases)
    func members(_ language: Language) throws {
        let rows = try page(language, width: 80)
        let head = language == .persian ? "اعضا (۱، ۱ در راه)" : "Members (1, 1 to come)"
        #expect(rows.contains { $0.contains(head) }, "\(rows)")
        let from = language == .persian ? "از  ۱۴۰۱/۰۷/۰۱" : "from  1401/07/01"
        #expect(rows.contains { $0.contains("علی کریمی") && $0.contains(from) })
    }
}
