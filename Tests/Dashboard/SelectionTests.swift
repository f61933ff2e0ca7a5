import Canvas
import Domain
import Persian
import Store
import Support
import Testing

@testable import Dashboard

/// What is selected in a list stays selected, whatever happens to the list.
@MainActor
@Suite struct SelectionTests {
    @Test("A filter that is cleared and another order leave the record selected", arguments: ["escape", "/ escape"])
    func filtersAndOrders(clearing: String) throws {
        let test = try TestDashboard(.english, manyGroups(300))
        try test.press("/")
        try test.type("شماره 217")
        try test.press("enter")
        #expect(test.selectedRow?.contains("Q-0217") == true)
        try test.press(clearing)
        #expect(test.text.contains("300 groups"))
        for key in ["", "s", "S", "s", "s", "s"] {
            try test.press(key)
            #expect(test.selectedRow?.contains("Q-0217") == true, "after \(key)")
        }
    }

    @Test("A filter that found nothing leaves what was selected before")
    func nothingFound() throws {
        let test = try TestDashboard(.english, manyGroups(300))
        try test.press("end")
        let selected = test.selectedRow
        try test.press("/")
        try test.type("qqq")
        #expect(test.selectedRow == nil)
        try test.press("escape")
        #expect(test.selectedRow == selected)
    }

    @Test("A record that was just made is selected, also when the filter would not show it")
    func justMade() throws {
        let test = try TestDashboard(.english, manyGroups(300))
        try test.press("/")
        try test.type("شماره 217")
        try test.press("enter n")
        try test.type("گروه جهادی یاس")
        try test.press("tab space tab space tab tab tab")
        try test.type("قم")
        try test.press("tab")
        try test.type("12")
        try test.press("ctrl+s")
        #expect(test.selectedRow?.contains("Q-0301") == true, "\(test.text)")
        #expect(test.text.contains("301 groups"))
    }

    @Test("Others rename, add and void: each record stands once, and the selected one stays", arguments: 0..<4)
    func othersAtWork(seed: Int) throws {
        var random = SplitMix(seed: UInt64(seed))
        let test = try TestDashboard(.english, manyGroups(60))
        var codes = (1...60).map { "Q-00\($0 < 10 ? "0" : "")\($0)" }
        for step in 0..<60 {
            if Bool.random(using: &random) {
                try test.press(["down", "up", "pagedown", "end", "home", "s", "S"].randomElement(using: &random) ?? "")
            }
            let selected = try #require(selectedCode(test))
            let code = try #require(codes.randomElement(using: &random))
            switch Int.random(in: 0..<6, using: &random) {
            case 0:
                let name = "گروه جهادی \(random.next())"
                try test.send(
                    #"{"command":"group.register","code":"X-\#(step)","name":"\#(name)","kind":"specialised","fields":["medical"],"county":"قم","size":3,"registeredOn":"1400/01/05"}"#
                )
                codes.append("X-\(step)")
            case 1 where code != selected:
                try test.send(#"{"command":"record.void","kind":"group","code":"\#(code)","reason":"دوباره"}"#)
                codes.removeAll { $0 == code }
            default:
                // One's own is renamed as often as all others together.
                let one = Bool.random(using: &random) ? code : selected
                try test.send(
                    #"{"command":"group.amend","code":"\#(one)","name":"گروه جهادی \#(random.next())","size":\#(Int.random(in: 1...99, using: &random))}"#
                )
            }
            try test.dashboard.refresh()
            #expect(selectedCode(test) == selected)
            let list = test.text.split(separator: "\n").dropLast().joined(separator: "\n")
            let shown = list.matches(of: /[QX]-\d+/).map { String($0.output) }
            #expect(Set(shown).count == shown.count, "\(shown)")
            #expect(test.text.contains("\(codes.count) groups"))
        }
    }

    private func selectedCode(_ test: TestDashboard) -> String? {
        test.selectedRow?.firstMatch(of: /[QX]-\d+/).map { String($0.output) }
    }
}
