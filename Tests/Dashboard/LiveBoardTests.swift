import Canvas
import Domain
import Persian
import Store
import Support
import Testing

@testable import Dashboard

/// What supervisors and directors watch: the same figures on every screen, never old, the worst first.
@MainActor
@Suite("The live board and what counts by it") struct LiveBoardTests {
    private func opened(
        _ commands: [String] = CampsExample.office, keys: String = "3", language: Language = .english,
        width: Int = 120, height: Int = 40
    ) throws -> TestDashboard {
        let test = try TestDashboard(language, commands)
        test.dashboard.resize(width: width, height: height)
        try test.dashboard.refresh()
        try test.press(keys)
        return test
    }

    // MARK: Never old

    /// Each as somebody else sends it, and the same from this dashboard.
    private nonisolated static let changes = [
        #"{"command":"incident.record","camp":"C-014","when":"1401/05/10T09:00","severity":"fatal","what":"سقوط"}"#,
        CampsExample.report("C-007", 9, 130, 10),
        #"{"command":"need.raise","for":{"camp":"C-007"},"item":"آب","quantity":4,"unit":"تانکر","urgency":"high"}"#,
        #"{"command":"camp.approve","code":"C-040"}"#, #"{"command":"camp.suspend","code":"C-031"}"#,
        #"{"command":"camp.amend","code":"C-014","title":"نسیم","province":"فارس"}"#,
        #"{"command":"incident.resolve","code":"I-001","note":"درمان شد"}"#,
    ]

    @Test(
        "In whatever tab one was when something changed, every tab shows it",
        arguments: 0..<CampsScreen.Tab.allCases.count, changes)
    func neverOld(tab: Int, change: String) throws {
        for isOwn in [false, true] {
            let test = try opened()
            try turn(test, tab)
            try make(change, test, isOwn: isOwn)
            let fresh = Dashboard(
                test.office, staff: test.dashboard.staff, writer: test.writer,
                drafts: Drafts(path: nil, office: "test"), language: .english, clock: test.clock)
            fresh.resize(width: 120, height: 40)
            try fresh.refresh()
            _ = try fresh.handle(.key(Key(.character("3"))))
            for step in 0..<CampsScreen.Tab.allCases.count {
                for _ in 0..<(step == 0 ? tab : 1) { _ = try fresh.handle(.key(Key(.character("v")))) }
                // The first look may still mark what is news.
                try test.press(step == 0 ? "home" : "v home")
                _ = try fresh.handle(.key(Key(.home)))
                #expect(test.dashboard.frame() == fresh.frame(), "\(change) in tab \(tab), seen \(step) further")
            }
        }
    }

    private func turn(_ test: TestDashboard, _ times: Int) throws {
        for _ in 0..<times { try test.press("v") }
    }

    private func make(_ change: String, _ test: TestDashboard, isOwn: Bool) throws {
        guard isOwn else {
            try test.send(change)
            return try test.dashboard.refresh()
        }
        let request = try Request(try #require(JSON(parsing: change)))
        let command = try #require(Commands.named(request.command.name))
        test.dashboard.send(Sending(command, request.fields), from: nil)
        test.settle()
    }

    @Test("A camp that starts while all camps are looked at stands on the live board")
    func started() throws {
        let test = try opened(keys: "3 v v v")
        for command in ["camp.approve", "camp.start"] {
            try test.send(#"{"command":"\#(command)","code":"C-040"}"#)
            try test.dashboard.refresh()
        }
        try test.press("v")
        #expect(test.text.contains("C-040"))
    }

    @Test("What changes at a point in one view is seen in the others", arguments: 0..<4)
    func points(view: Int) throws {
        let changes = [
            ArbaeenExample.assign("SF-3", "Q-0004", 8), ArbaeenExample.stock("AP-1", "نان", 50, "بسته", level: 5),
            ArbaeenExample.tally("food", 9, 77), #"{"command":"incident.resolve","code":"I-001","note":"درمان شد"}"#,
        ]
        for change in changes {
            let test = try opened(ArbaeenExample.office, keys: "8")
            try turn(test, 4)
            try turn(test, view)
            try test.send(change)
            try test.dashboard.refresh()
            let fresh = Dashboard(
                test.office, staff: test.dashboard.staff, writer: test.writer,
                drafts: Drafts(path: nil, office: "test"), language: .english, clock: test.clock)
            fresh.resize(width: 120, height: 40)
            try fresh.refresh()
            for key in ["8"] + Array(repeating: "v", count: view) {
                _ = try fresh.handle(.key(try #require(Key(parsing: key))))
            }
            for _ in 0..<4 {
                #expect(test.dashboard.frame() == fresh.frame(), "\(change), view \(view)")
                try test.press("v")
                _ = try fresh.handle(.key(Key(.character("v"))))
            }
        }
    }

    // MARK: One figure

    @Test("Board, map, overview and wall count the people in the field as a recount does", arguments: 0..<4)
    func figures(seed: Int) throws {
        var random = SplitMix(seed: UInt64(seed))
        let test = try opened(Self.randomOffice(&random), keys: "1", width: 80, height: 24)
        let recount = try Self.recount(test.office)
        let total = recount.values.reduce(0, +)
        // The menu stands on the same line.
        let head = "in the field: "
        let line = test.text.split(separator: "\n").first { $0.contains(head) }?.split(separator: head).last ?? ""
        #expect(recount.isEmpty || Self.numbers(line).reduce(0, +) == total, "\(line)")
        try test.press("3")
        test.dashboard.resize(width: 200, height: 60)
        try test.dashboard.refresh()
        #expect(total == 0 || test.text.contains("in the field \(Language.english.number(total))"))
        try test.press("v v")
        for (province, people) in recount {
            let name = Province.title(province).en
            let row = test.text.split(separator: "\n").first { $0.contains(name) && $0.contains("█") } ?? ""
            #expect(Self.numbers(row).last == people, "\(name): \(row)")
        }
        let board = WallBoard(test.office, language: .english, clock: test.clock)
        board.resize(width: 200, height: 60)
        try board.refresh()
        let figure = BigFigures(String(total), style: Style(.good))
        let drawn = Region.frame(width: figure.width, height: BigFigures.height, language: .english) {
            figure.draw(in: &$0)
        }
        let rows = board.frame().rows.dropFirst(2).prefix(BigFigures.height).map { $0.map(\.text) }
        for (row, expected) in zip(rows, drawn.rows) {
            for run in expected where !run.text.allSatisfy(\.isWhitespace) { #expect(row.contains(run.text)) }
        }
    }

    private static func randomOffice(_ random: inout SplitMix) -> [String] {
        var commands = TestDashboard.office
        for number in 1...12 {
            let code = "C-\(100 + number)"
            let province = ["قم", "ایلام", "کرمان", "لرستان"].randomElement(using: &random) ?? "قم"
            let first = Int.random(in: 4...10, using: &random)
            commands.append(
                """
                {"command":"camp.plan","code":"\(code)","title":"اردوی \(number)","groups":[{"group":"Q-0002",\
                "headcount":\(Int.random(in: 1...60, using: &random))}],"kind":"village","province":"\(province)",\
                "county":"قم","place":"ده","fields":["construction"],"from":"1401/05/\(first < 10 ? "0" : "")\(first)",\
                "to":"1401/05/\(first + 10)"}
                """)
            guard number % 5 > 0 else { continue }
            commands += ["approve", "start"].map { #"{"command":"camp.\#($0)","code":"\#(code)"}"# }
            for day in first...10 where Bool.random(using: &random) {
                commands.append(CampsExample.report(code, day, Int.random(in: 0...60, using: &random), 5))
                // A correction takes the report's place.
                if number % 3 == 0 { commands.append(CampsExample.report(code, day, number, 5)) }
            }
            if number % 4 == 0 { commands.append(#"{"command":"camp.suspend","code":"\#(code)"}"#) }
        }
        return commands
    }

    private static func recount(_ office: OfficeFile) throws -> [String: Int] {
        var people: [String: Int] = [:]
        try office.view { (reader) throws(DecideError) in
            try reader.each(Camp.self, matching: Filter(), limit: nil) { (camp) throws(DecideError) in
                guard camp.state == .running else { return }
                let current = try reader.reports(of: camp.code).filter { $0.state == .current }
                let last = current.max { $0.day < $1.day }
                people[camp.province, default: 0] += last?.present ?? camp.headcount
            }
        }
        return people
    }

    private static func numbers(_ text: some StringProtocol) -> [Int] {
        String(text).filter { $0 != "," }.split { !$0.isNumber }.compactMap { Int($0) }
    }
}
