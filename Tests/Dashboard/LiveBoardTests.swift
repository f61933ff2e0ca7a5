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
        let line = test.text.split(separator: "\n").first { $0.contains("in the field: ") } ?? ""
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

    // MARK: What is said

    @Test("A report's note is read on the live board, in its detail, in all camps and on the wall")
    func notes() throws {
        let test = try opened()
        try test.send(
            """
            {"command":"camp.report","camp":"C-014","day":"1401/05/10","present":30,"beneficiaries":1,\
            "note":"آب چاه شور است"}
            """)
        try test.dashboard.refresh()
        try test.press("end")
        let note = "آب چاه شور است"
        #expect(test.text.components(separatedBy: note).count >= 2, "in the detail")
        try test.send(#"{"command":"need.settle","code":"N-001","outcome":"met"}"#)
        try test.dashboard.refresh()
        #expect(test.selectedRow?.contains("note: ") == true && test.selectedRow?.contains(note) == true)
        try test.press("v v v")
        while test.selectedRow?.contains("C-014") != true { try test.press("down") }
        #expect(test.text.contains(note))
        let board = WallBoard(test.office, language: .english, clock: test.clock)
        board.resize(width: 120, height: 40)
        try board.refresh()
        #expect(board.frame().rows.contains { $0.contains { $0.text.contains(note) } })
    }

    @Test("More people than were sent are marked, and never told as full")
    func overfull() throws {
        let test = try opened()
        try test.send(CampsExample.report("C-014", 10, 88, 1))
        try test.dashboard.refresh()
        try test.press("end")
        let runs = test.dashboard.frame().rows.joined().filter { $0.text.contains("88/31") && $0.text.contains("!") }
        #expect(runs.map(\.style.foreground) == [.warning])
        #expect(
            !test.dashboard.frame().rows.joined().contains { $0.text.contains("88/31") && $0.style.foreground == .good }
        )
    }

    @Test("A new need marks its row, which says how urgent it is and until when")
    func needs() throws {
        let test = try opened()
        try test.press("down")
        #expect(test.selectedRow?.contains("C-007") == true)
        try test.send(
            """
            {"command":"need.raise","for":{"camp":"C-007"},"item":"آب","quantity":4,"unit":"تانکر","urgency":"high",\
            "neededBy":"1401/05/11"}
            """)
        try test.dashboard.refresh()
        #expect(test.selectedRow?.contains("◐ !") == true)
        #expect(test.selectedRow?.contains("! urgent need:") == true)
        test.dashboard.resize(width: 200, height: 60)
        try test.dashboard.refresh()
        #expect(test.selectedRow?.contains("by tomorrow") == true)
    }

    @Test("The menu tells how many are in alarm and how many run; the board who has told of today and until when")
    func badges() throws {
        let test = try opened(language: .persian)
        #expect(test.text.contains("▲۱ ●۳"))
        #expect(test.text.contains("امروز ۰ از ۳ گزارش داده‌اند، مهلت ۲۱:۰۰"))
        try test.send(CampsExample.report("C-014", 10, 30, 1))
        try test.dashboard.refresh()
        #expect(test.text.contains("امروز ۱ از ۳ گزارش داده‌اند، مهلت ۲۱:۰۰"))
        #expect(test.text.contains("امروز ۱۰:۰۰"))
    }

    @Test("The wall's banner names the worst and newest, and the others by their codes")
    func banner() throws {
        let test = try opened()
        try test.send(
            #"{"command":"incident.record","camp":"C-014","when":"1401/05/10T09:30","severity":"fatal","what":"سقوط"}"#)
        let board = WallBoard(test.office, language: .english, clock: test.clock)
        board.resize(width: 120, height: 40)
        try board.refresh()
        let line = board.frame().rows[0].map(\.text).joined().withoutIsolates
        #expect(line.contains("▲ 2 camps in alarm · C-014 Bahar · fatal: سقوط, 09:30"), "\(line)")
        #expect(line.contains("also C-031"), "\(line)")
        let rows = board.frame().rows.map { $0.map(\.text).joined(separator: " ") }
        let first = rows.firstIndex { $0.contains("C-014") && $0.contains("fatal") && !$0.contains("in alarm") }
        let second = rows.firstIndex { $0.contains("C-031") && $0.contains("serious") }
        #expect(try #require(first) < #require(second))
    }

    @Test("An alarm of the overview has its own time with its day, and who was hurt or who told of it")
    func alarms() throws {
        let test = try opened(keys: "1")
        #expect(test.selectedRow?.contains("8 Mordad 11:30") == true)
        #expect(test.selectedRow?.contains("serious: ") == true)
        try test.send(
            """
            {"command":"incident.record","camp":"C-014","when":"1401/05/10T09:30","severity":"fatal","what":"سقوط",\
            "people":["9990000018"]}
            """)
        try test.dashboard.refresh()
        try test.press("home")
        #expect(test.selectedRow?.contains("today 09:30") == true)
        #expect(test.selectedRow?.contains("علی کریمی") == true)
        #expect(test.selectedRow?.contains("C-014") == true)
    }

    @Test("Runs of one kind by one person are one line of the feed, with what they were about")
    func feed() throws {
        let test = try opened(ArbaeenExample.office, keys: "1")
        for item in ["نان", "قند", "چای", "خرما"] {
            try test.send(ArbaeenExample.stock("AP-1", item, 50, "بسته", level: 5))
        }
        try test.dashboard.refresh()
        // The footer names the last of them, for `u` takes that alone back.
        let feed = test.text.split(separator: "\n").filter { !$0.contains("undo") }.joined(separator: "\n")
        #expect(feed.contains("4 × "))
        #expect(!feed.contains("خرما"))
    }

    @Test("The calendar goes to the camp that was selected and shows its live state")
    func timeline() throws {
        let test = try opened()
        try test.press("end v")
        #expect(test.selectedRow?.contains("C-014") == true)
        let frame = test.dashboard.frame()
        let row = frame.rows.first { row in row.contains { $0.text.hasPrefix("C-031") } } ?? []
        #expect(row.contains { $0.text == "▲" && $0.style.foreground == .alarm })
        #expect(row.contains { $0.text.contains("█") && $0.style.foreground == .alarm })
    }

    @Test("Whoever comes back from the calendar finds the camp selected that was selected there")
    func backFromTimeline() throws {
        let test = try opened()
        try test.press("v end")
        let code = try #require(test.selectedRow?.firstMatch(of: /C-\d+/)).output
        try test.press("escape")
        let isRunning = test.text.contains(code)
        #expect(!isRunning || test.selectedRow?.contains(code) == true)
    }

    private nonisolated static let long =
        #"{"command":"incident.record","camp":"C-014","when":"1401/05/10T09:00","severity":"fatal","#
        + #""what":"سقوط از داربست هنگام دیوارچینی خانه‌های روستا، سپس برق‌گرفتگی روی بام انبار و رسیدن به بیمارستان"}"#

    @Test("What is to be seen goes on in the next line where the list has room, and belongs to its camp")
    func goesOn() throws {
        let test = try opened(CampsExample.office + [Self.long], width: 120)
        try test.press("home")
        let lines = test.text.split(separator: "\n").map(String.init)
        let first = try #require(lines.firstIndex { $0.contains("▌") && $0.contains("C-014") })
        #expect(lines[first + 1].contains("▌") && !lines[first + 1].contains("C-0"))
        #expect(lines[first...first + 2].joined().contains("بیمارستان"))
        try test.press("down")
        #expect(test.selectedRow?.contains("C-014") == false)
        // No camp gives its line up for what another has to tell.
        for height in [14, 24] {
            test.dashboard.resize(width: 120, height: height)
            try test.dashboard.refresh()
            #expect(["C-014", "C-031", "C-007"].allSatisfy(test.text.contains), "\(height)")
        }
    }

    @Test("However long the name of its group is, the number of whom to call is whole", arguments: [80, 120, 200])
    func numbers(width: Int) throws {
        let name = "گروه جهادی پیشگامان آبادانی و پیشرفت روستاهای کم‌برخوردار بخش خلجستان و سلفچگان"
        let contact = CampContact(
            role: Phrase(fa: "گروه \(name)", en: "group \(name)"), name: "سیده فاطمه‌زهرا میرزاحسینی خوانساری‌نژاد قمی",
            mobile: "09120000018")
        let spans = contact.spans(Masking(for: .administrator), .english, width: width / 2)
        #expect(spans.reduce(0) { $0 + textWidth($1.text) } <= width / 2)
        #expect(spans.last?.text == "09120000018")
    }

    @Test("The header has a clock, and what is folded away into a narrow menu still shows its alarm")
    func clock() throws {
        let test = try opened(language: .persian, width: 80, height: 24)
        #expect(test.dashboard.frame().rows[0].contains { $0.text == "۱۰:۰۰" })
        #expect(
            test.dashboard.frame().rows.joined().contains {
                $0.text == CampsScreen.icon && $0.style.foreground == .alarm
            })
    }
}
