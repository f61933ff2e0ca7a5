import Canvas
import Domain
import Persian
import Store
import Support
import Testing

@testable import Dashboard

/// What board, wall and overview say of camps.
@MainActor
@Suite("What the live board says") struct LiveBoardWordsTests {
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
