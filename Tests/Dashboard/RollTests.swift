import Canvas
import Domain
import Foundation
import Persian
import Store
import Support
import Testing

@testable import Dashboard

/// A roll with an entry in every state; every name and life on it is invented.
enum RollExample {
    private static let life = """
        این زندگی‌نامه ساختگی است. در روستای نمونه‌آباد زاده شد و از نوجوانی با گروه‌های جهادی همراه بود؛ سه تابستان در \
        ساخت مدرسه و خانه بهداشت کار کرد و به کودکان روستا خواندن آموخت.
        هم‌اردویی‌هایش از خنده‌رویی و پشتکار او گفته‌اند. دفتر یادداشت‌های روزانه‌اش، که آن نیز ساختگی است، در کتابخانه \
        همان روستا نگهداری می‌شود.
        """

    static let office: [String] =
        TestDashboard.office + [
            """
            {"command":"congress.open","year":1400,"number":1,"city":"مشهد","venue":"حرم","from":"1400/05/14",\
            "to":"1400/05/16"}
            """,
            """
            {"command":"congress.open","year":1401,"number":2,"city":"قم","venue":"حرم مطهر","from":"1401/05/09",\
            "to":"1401/05/11","previousCity":"مشهد"}
            """,
            #"{"command":"staff.add","account":"op","name":"متصدی","role":"operator"}"#,
            propose("شهید نمونه یکم", "1398/02/03"),
            propose("سیده فاطمه‌زهرا میرزاحسینی خوانساری‌نژاد قمی", "1400/11/22"),
            propose("آوا نمونه", "1397/06/30", place: "Sample Village"), propose("پویا نمونه", "1401/01/15"),
            document("M-001"), document("M-002"), document("M-003"),
            verify("M-001"), verify("M-001", more: #","as":"op""#), verify("M-002"),
            verify("M-003"), verify("M-003", more: #","as":"op""#), #"{"command":"martyr.publish","code":"M-003"}"#,
        ]

    private static func propose(_ name: String, _ day: String, place: String = "نمونه‌آباد") -> String {
        #"{"command":"martyr.propose","name":"\#(name)","diedOn":"\#(day)","place":"\#(place)"}"#
    }
    private static func document(_ code: String) -> String {
        let text = life.replacing("\n", with: "\\n")
        return #"{"command":"martyr.document","code":"\#(code)","biography":"\#(text)"}"#
    }
    private static func verify(_ code: String, more: String = "") -> String {
        #"{"command":"martyr.verify","code":"\#(code)"\#(more)}"#
    }
}

@MainActor
@Suite struct RollPictures {
    private func expect(
        _ name: String, _ language: Language, _ size: [Int], _ office: [String] = RollExample.office, keys: String = ""
    ) throws {
        let test = try TestDashboard(language, office)
        test.dashboard.resize(width: size[0], height: size[1])
        #expect(test.dashboard.open(RollScreen.id))
        try test.dashboard.refresh()
        try test.press(keys)
        try test.dashboard.load()
        expectScreen(test.dashboard, named: "\(name)-\(size[0])x\(size[1])-\(language.rawValue)")
    }

    @Test("The roll, and a biography to read", arguments: Language.allCases, [[80, 24], [120, 40]])
    func roll(language: Language, size: [Int]) throws {
        try expect("roll", language, size, keys: "down")
        try expect("roll-reader", language, size, keys: "enter")
    }

    @Test("The roll of an office where nobody died", arguments: Language.allCases)
    func empty(language: Language) throws {
        try expect("roll-empty", language, [80, 24], TestDashboard.office)
    }
}

@MainActor
@Suite struct RollScreenTests {
    private func opened(_ office: [String] = RollExample.office, height: Int = 40) throws -> TestDashboard {
        let test = try TestDashboard(.english, office)
        test.dashboard.resize(width: 120, height: height)
        #expect(test.dashboard.open(RollScreen.id))
        try test.dashboard.refresh()
        return test
    }

    private func martyr(_ code: String, in test: TestDashboard) throws -> Martyr {
        try #require(try test.office.view { (reader) throws(DecideError) in try reader.find(Martyr.self, key: code) })
    }

    private func find(_ code: String, _ test: TestDashboard) throws {
        try test.press("/")
        try test.type(code)
        try test.press("enter")
        try test.dashboard.load()
    }

    @Test("a key verifies after a question, the first verdict is told, and the same person's second is refused")
    func verify() throws {
        let test = try opened()
        try find("M-002", test)
        try test.press("y")
        #expect(test.text.contains("The first verdict is"))
        try test.press("tab enter")
        #expect(try martyr("M-002", in: test).verifiedBy.count == 1)
        #expect(test.text.contains("was verified by maryam already"))
    }

    @Test("a verified entry is published, and the undo takes it back")
    func publish() throws {
        let test = try opened()
        try find("M-001", test)
        try test.press("b")
        #expect(try martyr("M-001", in: test).state == .published)
        #expect(test.text.contains("● published 2"))
        try test.press("u")
        #expect(try martyr("M-001", in: test).state == .verified)
    }

    @Test("a key whose time has not come says why")
    func disabled() throws {
        let test = try opened()
        try find("M-004", test)
        try test.press("b")
        #expect(test.text.contains("the entry is proposed"))
        try find("", test)
        #expect(try martyr("M-004", in: test).state == .proposed)
    }

    @Test("the form of a document holds what is known, and needs the biography alone")
    func document() throws {
        let test = try opened()
        try find("M-004", test)
        try test.press("e")
        #expect(test.text.contains("Document M-004"))
        #expect(test.text.contains("1401/01/15"))
        try test.press("escape")
    }

    @Test("the reader scrolls no further than the text, and turns to the next entry")
    func reader() throws {
        let test = try opened(height: 12)
        try test.press("enter")
        try test.press("down down down down down down down down down down down down")
        try test.press("G g ]")
        #expect(test.dashboard.screen.id == RollScreen.id)
        try test.press("escape")
        #expect(test.text.contains("entries"))
    }

    @Test("another edition is chosen with a key, and stands on the screen")
    func editions() throws {
        let test = try opened()
        #expect(test.text.contains("congress of 1401"))
        try test.press("o")
        #expect(test.text.contains("congress of 1400"))
        try test.press("o")
        #expect(test.text.contains("congress of 1401"))
    }
}
