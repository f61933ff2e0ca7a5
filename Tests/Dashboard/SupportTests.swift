import Canvas
import Domain
import Persian
import Store
import Support
import Testing

@testable import Dashboard

/// Needs of camps on 10 Mordad 1401 and the institutions behind them, everything invented: one need that nobody has taken,
/// one that is covered, one with an overlap and a gap it could go to, pledges that are late, silent and in doubt.
enum SupportExample {
    static let office: [String] =
        CampsExample.office + [
            body("HOWZEH", "حوزه علمیه", isCustodian: true), body("SETAD", "ستاد اجرایی فرمان امام", isCustodian: true),
            body("SEPAH", "سپاه استان", isCustodian: true), body("HELAL", "جمعیت هلال‌احمر استان"),
            body("D-05", "Water Company of the Province, Rural Branch and شرکت آب و فاضلاب روستایی"),
            need("N-101", "C-031", "پتو", 40, "تخته", "high", "1401/05/11"),
            need("N-102", "C-007", "مخزن آب", 500, "عدد", "normal", "1401/05/13"),
            need("N-103", "C-014", "سیمان", 100, "کیسه", "normal", "1401/05/12"),
            need("N-104", "C-007", "سیمان", 60, "کیسه", "low", "1401/05/16"),
            need("N-105", "C-014", "دارو", 20, "بسته", "high", "1401/05/08"),
            pledge("PL-1", "N-102", "HOWZEH", 200), pledge("PL-2", "N-102", "SETAD", 200),
            pledge("PL-3", "N-103", "SETAD", 80), pledge("PL-4", "N-103", "SEPAH", 60),
            pledge("PL-5", "N-105", "HELAL", 20, at: "1401/04/20T10:00"),
            word("dispatch", "PL-1", 200, 8), word("deliver", "PL-1", 180, 9), word("dispatch", "PL-2", 200, 8),
            word("deliver", "PL-2", 200, 9), word("confirm", "PL-2", 150, 10, #","note":"بقیه شکسته بود""#),
            word("dispatch", "PL-3", 80, 8), word("deliver", "PL-3", 80, 9),
            #"{"command":"support.decline","need":"N-101","institution":"SEPAH","reason":"موجود نیست"}"#,
            """
            {"command":"support.record","institution":"HOWZEH","for":{"camp":"C-031"},"nature":"spiritual",\
            "what":"اعزام روحانی","on":"1401/05/07","outcome":"ده سخنرانی"}
            """,
        ]

    static func body(_ code: String, _ name: String, isCustodian: Bool = false) -> String {
        #"{"command":"institution.register","code":"\#(code)","name":"\#(name)","custodian":\#(isCustodian)}"#
    }

    static func need(
        _ code: String, _ camp: String, _ item: String, _ quantity: Int, _ unit: String, _ urgency: String,
        _ day: String
    ) -> String {
        """
        {"command":"need.raise","code":"\(code)","for":{"camp":"\(camp)"},"item":"\(item)","quantity":\(quantity),\
        "unit":"\(unit)","urgency":"\(urgency)","neededBy":"\(day)"}
        """
    }

    static func pledge(_ code: String, _ need: String, _ body: String, _ quantity: Int, at: String? = nil) -> String {
        """
        {"command":"support.pledge","code":"\(code)","need":"\(need)","institution":"\(body)",\
        "quantity":\(quantity)\(at.map { #","at":"\#($0)""# } ?? "")}
        """
    }

    static func word(_ verb: String, _ pledge: String, _ quantity: Int, _ day: Int, _ more: String = "") -> String {
        """
        {"command":"support.\(verb)","pledge":"\(pledge)","quantity":\(quantity),\
        "on":"1401/05/\(day < 10 ? "0" : "")\(day)"\(more)}
        """
    }
}

@MainActor
@Suite struct SupportPictures {
    private nonisolated static let sizes = [[80, 24], [120, 40], [200, 60]]

    private func expect(_ name: String, _ language: Language, _ size: [Int], _ office: [String], keys: String) throws {
        let test = try TestDashboard(language, office)
        test.dashboard.resize(width: size[0], height: size[1])
        try test.dashboard.refresh()
        try test.press(keys)
        expectScreen(test.dashboard, named: "\(name)-\(size[0])x\(size[1])-\(language.rawValue)")
    }

    @Test("The board of needs and institutions", arguments: Language.allCases, sizes)
    func board(language: Language, size: [Int]) throws {
        try expect("support-board", language, size, SupportExample.office, keys: "4")
    }

    @Test(
        "The page of a need, the institutions, one of them, the moves, spiritual support", arguments: Language.allCases)
    func pages(language: Language) throws {
        for size in Self.sizes.prefix(2) {
            let office = SupportExample.office
            try expect("support-need", language, size, office, keys: "4 down down down enter")
            try expect("support-institutions", language, size, office, keys: "4 v")
            try expect("support-institution", language, size, office, keys: "4 v down enter")
            try expect("support-moves", language, size, office, keys: "4 v v")
            try expect("support-spiritual", language, size, office, keys: "4 v v v")
        }
    }

    @Test("Before there are institutions, and needs", arguments: Language.allCases)
    func empty(language: Language) throws {
        try expect("support-empty", language, [80, 24], TestDashboard.office, keys: "4")
        try expect("support-nobody", language, [80, 24], CampsExample.office, keys: "4")
    }
}

@MainActor
@Suite("The synergy board") struct SupportTests {
    private func opened(_ keys: String = "4", _ language: Language = .english) throws -> TestDashboard {
        let test = try TestDashboard(language, SupportExample.office)
        test.dashboard.resize(width: 160, height: 40)
        try test.dashboard.refresh()
        try test.press(keys)
        return test
    }

    private func line(_ text: String, in test: TestDashboard) -> String {
        test.text.split(separator: "\n").map(String.init).first { $0.contains(text) } ?? ""
    }

    private func find<R: Domain.Record>(_ type: R.Type, _ key: String, in test: TestDashboard) throws -> R? {
        try test.office.view { (reader) throws(DecideError) in try reader.find(R.self, key: key) }
    }

    @Test("Needs that nobody has taken come first, then by the share that has not come, then by day")
    func worstFirst() throws {
        let test = try opened()
        let codes = ["N-101", "N-104", "N-105", "N-102", "N-103"]
        let rows = test.text.split(separator: "\n").map(String.init)
        let places = codes.map { code in rows.firstIndex { $0.contains(code) } ?? -1 }
        #expect(places.allSatisfy { $0 > 0 }, "\(test.text)")
        // Of the two untaken ones the sooner is first; what is delivered most comes last.
        #expect(places == places.sorted(), "\(places)")
        #expect(line("N-101", in: test).contains("declined"))
    }

    @Test("A cell tells promised and delivered, late, silent and in doubt by signs; its words stand below")
    func cells() throws {
        let test = try opened()
        #expect(line("N-102", in: test).contains("200/180") && line("N-102", in: test).contains("200/200 ?"))
        #expect(line("N-105", in: test).contains("20/0 !~"))
        try test.press("/")
        try test.type("N-102")
        try test.press("enter right")
        #expect(test.text.contains("in doubt") && test.text.contains("confirmed by the receiver 150"), "\(test.text)")
    }

    @Test("p pledges from the cell, d and y send and deliver, c confirms, with what is left as a proposal")
    func acting() throws {
        let test = try opened("4 p")
        #expect(test.text.contains("N-101"), "\(test.text)")
        try test.press("ctrl+s")
        let pledge = try #require(try find(Pledge.self, "PL-006", in: test), "\(test.text)")
        #expect(pledge.need == "N-101" && pledge.quantity == 40)
        for key in ["d", "y", "c"] {
            try test.press("\(key) ctrl+s")
        }
        let cover = try test.office.view { (reader) throws(DecideError) in try reader.cover(ofNeed: "N-101") }
        #expect(
            cover == Cover(requested: 40, pledged: 40, dispatched: 40, delivered: 40, confirmed: 40), "\(test.text)")
        try test.press("u")
        #expect(test.text.contains("undo") || test.text.contains("Undo"))
    }

    @Test("m moves the overlap to the best gap, and one undo takes it back")
    func moving() throws {
        let test = try opened("4 v v")
        #expect(test.text.contains("N-103") && test.text.contains("N-104"), "\(test.text)")
        try test.press("m")
        let moved = try #require(try find(Pledge.self, "PL-006", in: test), "\(test.text)")
        #expect(moved.need == "N-104" && moved.quantity == 40 && moved.institution == "SEPAH")
        #expect(try find(Pledge.self, "PL-4", in: test)?.quantity == 20)
        try test.press("u")
        #expect(try find(Pledge.self, "PL-006", in: test) == nil && find(Pledge.self, "PL-4", in: test)?.quantity == 60)
    }

    @Test("f narrows the board to what is chosen, told in words, and Escape shows all again")
    func choosing() throws {
        let test = try opened("4 f enter")
        #expect(test.text.contains("only: nobody has taken them"), "\(test.text)")
        #expect(test.text.contains("N-101") && !test.text.contains("N-102"))
        try test.press("escape")
        #expect(test.text.contains("N-102"))
    }

    @Test("m on a need's page moves the pledge that is selected, and the toast tells how much went where and as what")
    func movingOwn() throws {
        let test = try opened("4 /")
        // Of this need 40 are too much; SETAD's are all sent, SEPAH's are not.
        try test.type("N-103")
        try test.press("enter enter m")
        #expect(test.text.contains("all of it was sent already"), "\(test.text)")
        #expect(try find(Pledge.self, "PL-006", in: test) == nil)
        for _ in 0..<3 { try test.press("down") }
        try test.press("m")
        let moved = try #require(try find(Pledge.self, "PL-006", in: test), "\(test.text)")
        #expect(moved.institution == "SEPAH" && moved.need == "N-104" && moved.movedFrom == "PL-4")
        #expect(test.text.contains("40") && test.text.contains("to N-104, as PL-006"), "\(test.text)")
    }

    @Test("On the board m asks first when another institution's cell is selected than the one whose pledge would go")
    func movingOther() throws {
        let test = try opened("4 /")
        try test.type("N-103")
        try test.press("enter")
        for _ in 0..<9 { try test.press("left") }
        while !test.text.contains("ستاد اجرایی فرمان امام: promised 80") { try test.press("right") }
        try test.press("m")
        #expect(test.text.contains("PL-4") && test.text.contains("Move it"), "\(test.text)")
    }

    @Test("What is typed on the board finds institutions; in the list of moves it filters the moves")
    func finding() throws {
        let test = try opened("4 /")
        try test.type("SETAD")
        try test.press("enter")
        #expect(test.text.contains("N-102") && test.text.contains("N-103") && !test.text.contains("N-105"))
        try test.press("escape v v /")
        try test.type("SEPAH")
        try test.press("enter")
        #expect(test.text.contains("N-103") && test.text.contains("1 pledge"), "\(test.text)")
        try test.press("/")
        try test.type("zzz")
        #expect(test.text.contains("Nothing matches"), "\(test.text)")
    }

    @Test("An institution's page tells what of its pledges is too much and where it could go")
    func surplus() throws {
        let test = try opened("4 v /")
        try test.type("SEPAH")
        try test.press("enter enter")
        #expect(test.text.contains("more than needed") && test.text.contains("could go to N-104"), "\(test.text)")
        try test.press("m")
        #expect(try find(Pledge.self, "PL-006", in: test)?.need == "N-104", "\(test.text)")
    }

    @Test("Pages are doors: from a need to an institution and back, and to the camp")
    func doors() throws {
        let test = try opened("4 /")
        try test.type("N-105")
        try test.press("enter enter enter")
        #expect(test.text.contains("pledges 1") && test.text.contains("PL-5"), "\(test.text)")
        try test.press("enter")
        #expect(test.text.contains("urgency"), "the need again")
        try test.press("escape escape")
        #expect(test.text.contains("urgency"), "where one came from")
        try test.press("x")
        #expect(test.selectedRow?.contains("C-014") == true, "\(test.text)")
    }

    @Test("The palette opens the page of a need and of an institution")
    func palette() throws {
        let test = try opened("1 :")
        try test.type("N-103")
        try test.press("enter")
        #expect(test.text.contains("urgency") && test.text.contains("PL-3"), "\(test.text)")
        try test.press(":")
        try test.type("SEPAH")
        try test.press("enter")
        #expect(test.text.contains("pledges 1"), "\(test.text)")
    }

    @Test(
        "The palette opens the page of a pledge's need with that pledge selected, and D voids the selected line alone")
    func lines() throws {
        let test = try opened("1 :")
        try test.type("PL-2")
        try test.press("enter D")
        #expect(test.text.contains("PL-2"), "\(test.text)")
        try test.press("escape")
        // The lines below are what was said of it, the receivers' word last.
        try test.press("down down down D")
        try test.type("اشتباه بود")
        try test.press("ctrl+s")
        let cover = try test.office.view { (reader) throws(DecideError) in try reader.cover(ofNeed: "N-102") }
        #expect(cover?.pledged == 400 && cover?.delivered == 380 && cover?.confirmed == 0, "\(test.text)")
        #expect(try find(Pledge.self, "PL-2", in: test)?.state == .pledged)
        // A word that somebody declined leaves the need as it is.
        try test.press(":")
        try test.type("N-101")
        try test.press("enter D")
        try test.type("اشتباه بود")
        try test.press("ctrl+s")
        #expect(try find(Need.self, "N-101", in: test) != nil, "\(test.text)")
        #expect(!test.text.contains("declined:"), "\(test.text)")
    }

    @Test("An institution that is typed into the filter has the first column")
    func typedColumn() throws {
        let test = try opened("4 /")
        try test.type("HELAL")
        try test.press("enter")
        let heads = test.dashboard.frame().rows[3].map(\.text).joined(separator: " ").withoutIsolates
        #expect(heads.contains("HELAL"), "\(test.text)")
        try test.press("p")
        #expect(test.text.contains("Pledge of جمعیت هلال‌احمر استان"), "\(test.text)")
        try test.press("escape right p")
        #expect(!test.text.contains("Pledge of جمعیت هلال‌احمر استان"), "the arrows still walk: \(test.text)")
    }

    @Test("The form of a pledge names the institution first")
    func pledgeTitle() throws {
        let test = try opened("4 p")
        #expect(test.text.contains("Pledge of حوزه علمیه for N-101"), "\(test.text)")
    }

    @Test("A camp confirms what arrived by a key of its own, and tells what was confirmed")
    func arrived() throws {
        let test = try opened("3 /")
        try test.type("C-014")
        try test.press("enter c")
        #expect(test.text.contains("Which of them arrived?") && test.text.contains("80 کیسه of سیمان"), "\(test.text)")
        try test.press("enter ctrl+s")
        let cover = try test.office.view { (reader) throws(DecideError) in try reader.cover(ofNeed: "N-103") }
        #expect(cover?.confirmed == 80, "\(test.text)")
        #expect(test.text.contains("confirmed, 140 promised"), "\(test.text)")
    }

    @Test("The selected cell is drawn whatever the width, and whichever the column", arguments: Language.allCases)
    func everyColumn(language: Language) throws {
        let more = (1...8).map { SupportExample.body("D-1\($0)", "دستگاه پشتیبان شماره \($0)") }
        let test = try TestDashboard(language, SupportExample.office + more)
        let context = test.dashboard.context
        let (rows, institutions) = try test.office.view { (reader) throws(DecideError) in
            let rule = try reader.supportRule(on: context.day)
            var rows: [NeedRow] = []
            for code in ["N-101", "N-102", "N-103", "N-104", "N-105"] {
                if let row = try reader.needRow(ofNeed: code, rule) { rows.append(row) }
            }
            return (rows, try reader.supportInstitutions())
        }
        var board = NeedsBoard()
        for (order, step) in [(NeedOrder.worst, 1), (.day, 20), (.place, 20)] {
            board.order = order
            board.show(rows, context)
            board.columns = institutions.columns(for: rows)
            for width in stride(from: 60, through: 220, by: step) {
                for institution in board.columns {
                    board.institution = institution.code
                    let shown = NeedsColumns(board, width: width, language)
                    let offset = shown.institutions.firstIndex(of: institution).map {
                        $0 - shown.institutions.startIndex
                    }
                    // The columns before the institutions, or before the one that says who helps.
                    let index = 4 + (shown.isShort ? 0 : offset ?? 99)
                    let place =
                        index < shown.columns.count
                        ? TableWidget.place(of: index, among: shown.columns, width: width, language) : nil
                    if place.map({ $0.width > 0 }) == true { continue }
                    Issue.record("\(width) \(institution.code) \(order)")
                }
            }
        }
    }

    @Test("The columns stay as they are while one list is walked up and down")
    func steadyColumns() throws {
        let long = SupportExample.need("N-110", "C-007", "آب", 9_000_000, "بطری", "low", "1401/06/30")
        let test = try TestDashboard(.english, SupportExample.office + [long])
        let context = test.dashboard.context
        let (short, wide) = try test.office.view { (reader) throws(DecideError) in
            let rule = try reader.supportRule(on: context.day)
            return (try reader.needRow(ofNeed: "N-105", rule), try reader.needRow(ofNeed: "N-110", rule))
        }
        var board = NeedsBoard()
        board.show([try #require(short)], context)
        let first = board.widths.figures
        board.show([try #require(wide)], context)
        let then = board.widths.figures
        board.show([try #require(short)], context)
        #expect(then > first && board.widths.figures == then)
        board.order = .day
        board.show([try #require(short)], context)
        #expect(board.widths.figures == first, "another list begins anew")
    }

    @Test("A bar is empty at its end just as long as something is not promised, and shows what little there is")
    func bars() {
        for requested in [1, 3, 20, 76, 156, 999] {
            for width in [4, 7, 10, 24, 40] {
                for pledged in [0, 1, requested / 2, requested - 1, requested, requested + 61] where pledged >= 0 {
                    for delivered in [0, 1, pledged / 3, pledged] where delivered <= pledged {
                        let cover = Cover(
                            requested: requested, pledged: pledged, dispatched: (pledged + delivered) / 2,
                            delivered: delivered)
                        let widths = CoverBar(cover: cover).widths(width)
                        let isRight =
                            widths.reduce(0, +) == width && (widths[3] == 0) == (pledged >= requested)
                            && (widths[0] > 0) == (delivered > 0)
                        if !isRight { Issue.record("\(cover) \(width) \(widths)") }
                    }
                }
            }
        }
    }

    @Test("The page of a need tells every line and who said it; Escape goes back")
    func page() throws {
        let test = try opened()
        try test.press("/")
        try test.type("N-102")
        try test.press("enter enter")
        #expect(test.text.contains("PL-1") && test.text.contains("بقیه شکسته بود") && test.text.contains("dispatch"))
        try test.press("escape")
        #expect(!test.text.contains("urgency"))
    }

    @Test("a leaves the needs that nobody helps with, t lists who is late with what; the same key again shows all")
    func narrowing() throws {
        let test = try opened("4 a")
        #expect(test.text.contains("N-101") && test.text.contains("N-104") && !test.text.contains("N-102"))
        try test.press("t")
        let late = line("N-105", in: test)
        #expect(late.contains("جمعیت هلال‌احمر") && late.contains("20 of 20") && late.contains("2 days"), "\(test.text)")
        #expect(!test.text.contains("N-101"))
        try test.press("enter")
        #expect(test.text.contains("2 days late !"), "\(test.text)")
        try test.press("escape")
        #expect(line("N-105", in: test).contains("2 days"), "back to the list")
        try test.press("t")
        #expect(test.text.contains("N-101") && test.text.contains("N-102"))
        // From elsewhere they lead to the board.
        try test.press("v v a")
        #expect(test.text.contains("only: nobody has taken them"), "\(test.text)")
    }

    @Test("A pledge that was withdrawn is told in a word, without an age")
    func withdrawn() throws {
        let test = try opened()
        try test.send(#"{"command":"support.withdraw","pledge":"PL-4","reason":"در توان نیست"}"#)
        try test.dashboard.refresh()
        #expect(line("N-103", in: test).contains("· withdrew"), "\(test.text)")
        #expect(!line("N-103", in: test).contains("withdrew 0d"))
    }

    @Test("At 80 columns one column says who helps, with a sign and what they promised; Right walks the institutions")
    func narrow() throws {
        let test = try opened()
        test.dashboard.resize(width: 80, height: 24)
        try test.dashboard.refresh()
        #expect(line("Cover", in: test).contains("Who helps"), "\(test.text)")
        #expect(line("N-102", in: test).contains("◐HOWZEH 200") && line("N-102", in: test).contains("●SETAD 200?"))
        #expect(line("N-101", in: test).contains("HOWZEH —") && line("N-101", in: test).contains("×SEPAH"))
        try test.press("right")
        #expect(line("N-101", in: test).contains("×SEPAH") && !line("N-101", in: test).contains("HOWZEH"))
    }

    @Test("Below the board every pledge of the selected need stands with what was said of it and by whom")
    func strip() throws {
        let test = try opened()
        try test.press("/")
        try test.type("N-102")
        try test.press("enter")
        #expect(test.text.contains("PL-1") && test.text.contains("PL-2") && test.text.contains("maryam"))
        #expect(test.text.contains("بقیه شکسته بود"), "\(test.text)")
    }

    @Test("A camp and a group tell what they were given that is no goods; where there was none nothing is drawn")
    func spiritualBeside() throws {
        let test = try opened()
        try test.send(
            """
            {"command":"support.record","institution":"HOWZEH","for":{"group":"Q-0001"},"nature":"spiritual",\
            "what":"نشست اخلاق","on":"1401/05/02","outcome":"سی نفر آمدند"}
            """)
        func seen(_ screen: String, _ code: String) throws -> String {
            try test.press("\(screen) /")
            try test.type(code)
            try test.press("enter")
            defer { _ = try? test.press("escape escape") }
            return test.text
        }
        let camp = try seen("3", "C-031")
        #expect(camp.contains("spiritual support, 7 Mordad") && camp.contains("ده سخنرانی"), "\(camp)")
        #expect(try !seen("3", "C-007").contains("spiritual support, "))
        let group = try seen("2", "Q-0001")
        #expect(group.contains("Spiritual support") && group.contains("سی نفر آمدند"), "\(group)")
        #expect(try !seen("2", "Q-0002").contains("Spiritual support"))
    }

    @Test("The overview's card of needs counts spiritual support too")
    func card() throws {
        let test = try opened("1")
        #expect(test.text.contains("1 spiritual"), "\(test.text)")
    }

    @Test("A camp's own screen tells how far its needs are covered")
    func beside() throws {
        let test = try opened("3")
        try test.press("/")
        try test.type("C-007")
        try test.press("enter")
        #expect(test.text.contains("380 of 500 delivered"), "\(test.text)")
    }

    @Test("The overview names the needs of tomorrow that nobody has taken; the menu counts them")
    func alarm() throws {
        let test = try opened("1")
        #expect(test.text.contains("nobody has taken: 40"), "\(test.text)")
        #expect(test.text.contains("▲1"))
    }
}
