import Canvas
import Domain
import Persian
import Store
import Testing

@testable import Dashboard

/// Shifts that lack people: now, and next; the clock stands at ten.
@MainActor
@Suite("Gaps of shifts") struct GapsTests {
    private func opened(_ more: [String] = [], language: Language = .english, width: Int = 120) throws -> TestDashboard
    {
        let test = try TestDashboard(language, ArbaeenExample.office + more)
        test.dashboard.resize(width: width, height: 40)
        try test.dashboard.refresh()
        try test.press("8")
        return test
    }

    @Test("The gap that is running now stands first, with when it ends", arguments: Language.allCases)
    func running(_ language: Language) throws {
        let test = try opened(language: language, width: 200)
        let now = language == .persian ? "! اکنون ۳ نفر کم تا ۱۶:۰۰" : "! now 3 missing till 16:00"
        #expect(test.selectedRow?.contains(now) == true)
        let gaps = test.text.components(separatedBy: now)
        #expect(gaps.count == 3, "in the list of points and first in that of gaps")
    }

    @Test("The overview counts the shift that runs, and says who is missing now")
    func overview() throws {
        let test = try opened()
        try test.press("1")
        #expect(test.text.contains("3 missing now"))
        try test.send(ArbaeenExample.assign("SF-2", "Q-0004", 3))
        try test.dashboard.refresh()
        #expect(!test.text.contains("missing now"))
        #expect(test.text.contains("with gaps"))
    }

    @Test("Where hours of two countries stand in one list each says whose it is")
    func zones() throws {
        let test = try opened(width: 200)
        #expect(test.text.contains(" · Iran") && test.text.contains(" · Iraq"))
    }

    @Test("Codes are never cut", arguments: [80, 120, 200])
    func codes(width: Int) throws {
        let test = try opened([ArbaeenExample.plan("AP-120", "موکب دوازدهم", "IR", ["food 300"])], width: width)
        #expect(test.dashboard.frame().rows.joined().contains { $0.text == "AP-120" && $0.width >= 6 })
    }
}

/// Councils, bases and groups in lists.
@MainActor
@Suite("Names that tell bodies apart") struct BodyNamesTests {
    private func opened(_ screen: String, width: Int, _ language: Language = .persian) throws -> TestDashboard {
        let test = try TestDashboard(
            language,
            TestDashboard.office + [
                #"{"command":"base.found","code":"QM/B-120","name":"قرارگاه جهادی امید","council":"SH-01"}"#,
                #"{"command":"office.appoint","body":"B-01","office":"head","person":"9990000018","from":"1401/01/01"}"#,
            ])
        test.dashboard.resize(width: width, height: 40)
        _ = test.dashboard.open(screen)
        try test.dashboard.refresh()
        return test
    }

    @Test("The prefix that all of a kind bear is cut, and nothing else")
    func prefixes() {
        #expect(Base.shortName("قرارگاه  جهادي کوثر") == "کوثر")
        #expect(Council.shortName("شورای جهادی شهرک پردیسان") == "شهرک پردیسان")
        #expect(Group.shortName("گروه جهادی بهار") == "بهار")
        #expect(Base.shortName("قرارگاه جهادی") == "قرارگاه جهادی")
        #expect(Base.shortName("پایگاه امید") == "پایگاه امید")
    }

    @Test("Groups show their base's own name and their activity", arguments: [120, 200])
    func groups(width: Int) throws {
        let test = try opened(GroupsScreen.id, width: width)
        #expect(test.selectedRow?.contains("کوثر") == true)
        #expect(test.text.contains("فعالیت"))
        #expect(!(test.selectedRow ?? "").contains("قرارگاه جهادی"))
    }

    @Test("The order of a list has its sign in a head, however narrow it is", arguments: [80, 120, 200])
    func order(width: Int) throws {
        let test = try opened(GroupsScreen.id, width: width)
        for _ in GroupOrder.allCases {
            let head = test.dashboard.frame().rows[2].map(\.text).joined(separator: " ")
            #expect(head.contains("▲") || head.contains("▼"), "\(head)")
            try test.press("s")
        }
    }

    @Test("Bases show their head, their council by name and their codes whole", arguments: [80, 120])
    func bases(width: Int) throws {
        let test = try opened(BasesList.id, width: width)
        let runs = test.dashboard.frame().rows.joined()
        #expect(runs.contains { $0.text == "QM/B-120" && $0.width >= 8 })
        #expect(runs.contains { $0.text == "علی کریمی" })
        #expect(test.text.contains("شهرک پردیسان"))
        try test.press(test.selectedRow?.contains("B-120") == true ? "down" : "home")
        while test.selectedRow?.contains("کوثر") != true { try test.press("down") }
        #expect(test.text.contains("۰۹۱۲۰۰۰۰۰۱۸"), "whom to call")
    }

    @Test("Fields that do not all fit are cut to letters that tell them apart, and the rest is counted")
    func tags() {
        func drawn(_ texts: [String], width: Int) -> String {
            let frame = Region.frame(width: width, height: 1, language: .english) {
                Tags(texts.map { ($0, .tag1) }).draw(in: &$0)
            }
            return frame.rows[0].map(\.text).filter { !$0.isEmpty }.joined(separator: " ")
        }
        #expect(drawn(["relief", "other"], width: 12) == "relief other")
        #expect(drawn(["construction", "cultural", "other"], width: 14) == "cons cult othe")
        #expect(drawn(["construction", "cultural", "medical", "relief"], width: 12).hasSuffix("+2"))
    }
}
