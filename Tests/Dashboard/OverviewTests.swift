import Canvas
import Domain
import Persian
import Store
import Support
import Testing

@testable import Dashboard

@MainActor
@Suite struct OverviewTests {
    private nonisolated static let sizes = [[80, 24], [120, 40]]

    private func opened(_ language: Language, _ commands: [String] = TestDashboard.office) throws -> TestDashboard {
        let test = try TestDashboard(language, commands)
        try test.press("1")
        return test
    }

    @Test("The headlines and the last changes", arguments: Language.allCases, sizes)
    func looks(language: Language, size: [Int]) throws {
        let test = try opened(language)
        test.dashboard.resize(width: size[0], height: size[1])
        try test.dashboard.refresh()
        expectScreen(test.dashboard, named: "overview-\(size[0])x\(size[1])-\(language.rawValue)")
    }

    @Test(
        "The map of where people are stands beside the changes on a wall, above them on a desk; else a line tells it",
        arguments: Language.allCases, sizes + [[200, 60]])
    func map(language: Language, size: [Int]) throws {
        let test = try opened(language, CampsExample.office)
        test.dashboard.resize(width: size[0], height: size[1])
        try test.dashboard.refresh()
        expectScreen(test.dashboard, named: "overview-camps-\(size[0])x\(size[1])-\(language.rawValue)")
    }

    @Test("Open needs are counted, and what changed since yesterday is told")
    func needs() throws {
        let test = try opened(.english, CampsExample.office)
        #expect(test.text.contains("+1 in a day"))
        try test.send(#"{"command":"need.settle","code":"N-001","outcome":"met"}"#)
        try test.dashboard.refresh()
        #expect(test.text.contains("as yesterday"))
    }

    @Test("The menu begins with the overview and the groups, and their digits open them")
    func digits() throws {
        let test = try opened(.english)
        #expect(test.text.contains("Last changes"))
        try test.press("2")
        #expect(test.text.contains("4 groups"))
        try test.press("1")
        #expect(test.text.contains("Last changes"))
    }

    @Test("Those who work in the register begin with it, trainers with the courses")
    func firstScreen() {
        #expect(Role.allCases.map { Screens.first(for: $0) } == ["groups", "groups", "overview", "training"])
    }

    @Test("A change that somebody else makes is the first of the feed, and what one reads stays selected")
    func follows() throws {
        let test = try opened(.english)
        #expect(test.selectedRow?.contains("Q-0001") == true)
        try test.press("down down")
        let read = "begin a membership membership of مهدی شریفی‌نژاد in Q-0001"
        #expect(test.selectedRow?.contains(read) == true)
        try test.send(#"{"command":"group.amend","code":"Q-0002","county":"دستجرد"}"#)
        try test.dashboard.refresh()
        #expect(test.selectedRow?.contains(read) == true)
        try test.press("home")
        #expect(test.selectedRow?.contains("amend a group") == true)
        #expect(test.selectedRow?.contains("Q-0002") == true)
    }

    @Test("A report is told by its camp and its day in the office's calendar")
    func reports() throws {
        let test = try opened(.english)
        let lines = [
            #"{"command":"camp.plan","code":"C-001","title":"اردوی بهار","groups":[{"group":"Q-0001","headcount":5}],"#
                + #""kind":"village","province":"ایلام","county":"مهران","place":"چشمه","fields":["medical"],"#
                + #""from":"1401/05/08","to":"1401/05/14"}"#,
            #"{"command":"camp.approve","code":"C-001"}"#, #"{"command":"camp.start","code":"C-001"}"#,
            #"{"command":"camp.report","camp":"C-001","day":"1401/05/09","present":5,"beneficiaries":9,"work":[]}"#,
        ]
        for line in lines { try test.send(line) }
        try test.dashboard.refresh()
        #expect(test.text.contains("report of C-001, 9 Mordad"))
        #expect(!test.text.contains("2022-07-31"))
    }

    @Test("Enter goes to the record that was changed")
    func goesThere() throws {
        let test = try opened(.english)
        try test.send(#"{"command":"group.amend","code":"Q-0002","county":"دستجرد"}"#)
        try test.dashboard.refresh()
        try test.press("enter")
        #expect(test.text.contains("دستجرد"))
        #expect(!test.text.contains("Last changes"))
    }

    @Test("The headlines are counted, not made up: new groups of the last 30 days, those continuously active")
    func counts() throws {
        let test = try opened(.english)
        #expect(test.text.contains("0 in 30 days"))
        try test.send(
            """
            {"command":"group.register","name":"گروه تازه","kind":"general","fields":["medical"],"county":"قم",\
            "size":5,"registeredOn":"1401/05/09"}
            """)
        try test.dashboard.refresh()
        #expect(test.text.contains("1 in 30 days"))
        // One of the five is suspended.
        #expect(test.text.contains("of 4 groups"))
    }
}
