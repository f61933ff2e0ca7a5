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

    @Test("a leaves the needs that nobody helps with, t those with a late pledge; the same key again shows all")
    func narrowing() throws {
        let test = try opened("4 a")
        #expect(test.text.contains("N-101") && test.text.contains("N-104") && !test.text.contains("N-102"))
        try test.press("t")
        #expect(test.text.contains("N-105") && !test.text.contains("N-101"), "\(test.text)")
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
