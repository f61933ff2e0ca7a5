import Canvas
import Domain
import Persian
import Store
import Testing

@testable import Dashboard

/// `:` finds everything that can be done or looked at from here.
@MainActor
@Suite struct PaletteTests {
    /// The lines of the palette after something was typed into it.
    private func found(_ test: TestDashboard, _ text: String) throws -> [String] {
        try test.press(":")
        try test.type(text)
        // What is typed is looked up when the next frame is drawn.
        try test.dashboard.refresh()
        let lines = test.text.split(separator: "\n").map(String.init)
        let start = try #require(lines.firstIndex { $0.contains(" › ") && $0.contains("│") })
        return lines[(start + 1)...].filter { $0.contains("│") && !$0.contains("╰") }
    }

    @Test("records of every kind are found by their code, by its number alone, and by their name")
    func records() throws {
        let test = try PlaceTests.office()
        let entries = try test.office.view { (reader) throws(DecideError) in
            try reader.ledger(matching: Filter(), limit: nil)
        }
        var seen: Set<String> = []
        for record in entries.flatMap(\.changes).compactMap(\.after).reversed() {
            let kind = type(of: record).kind
            guard !seen.contains(kind.name) else { continue }
            let found = try test.office.view { (reader) throws(DecideError) -> [Found]? in
                guard try reader.record(named: RecordName(record)) != nil else { return nil }
                return try reader.found(record.key, among: RecordKind.allTypes, limit: 6)
            }
            guard let found else { continue }
            seen.insert(kind.name)
            let isKey = found.contains { $0.record.id == record.id && $0.rank == .key }
            #expect(isKey, "\(kind.name) \(record.key)")
            // Shifts are called by their point and time.
            guard let coded = record as? any Coded, !(record is Shift),
                let number = type(of: coded).series.number(of: coded.code)
            else {
                continue
            }
            let named = try test.office.view { (reader) throws(DecideError) in
                try reader.found(String(number), among: [type(of: record)], limit: 6)
                    + reader.found(coded.name, among: [type(of: record)], limit: 6)
            }
            #expect(named.count { $0.record.id == record.id } == 2, "\(kind.name) \(coded.name)")
        }
        #expect(seen.count >= RecordKind.allTypes.count - 1)
    }

    @Test("What is shown is found: the words of a kind beside a code, a code without its hyphen, and one entry an act")
    func shownIsFound() throws {
        let test = try TestDashboard(.persian, CampsExample.office)
        test.dashboard.resize(width: 120, height: 40)
        #expect(try found(test, "گزارش C-014").contains { $0.contains("گزارش C-014") })
        try test.press("escape")
        #expect(try found(test, "c14").first?.contains("C-014") == true)
        try test.press("escape")
        #expect(try found(test, "راهنما").first?.contains("همه کلیدها") == true)
        try test.press("escape 3")
        #expect(try found(test, CampPlan.title.fa).count { $0.contains(CampPlan.title.fa) } == 1, "\(test.text)")
        try test.press("escape")
        #expect(try found(test, "گروه‌ها").first?.contains("۲") == true, "\(test.text)")
    }

    @Test("Namesakes are told apart, and where more fit than are shown it is said")
    func namesakes() throws {
        let people = (1...9).map { number in
            let id = (0...9).lazy.map { "99930000\(number)\($0)" }.first { (try? NationalID($0)) != nil } ?? ""
            return #"{"command":"person.record","nationalID":"\#(id)","firstName":"رضا","lastName":"همنام"}"#
        }
        let test = try TestDashboard(.english, TestDashboard.office + people)
        test.dashboard.resize(width: 120, height: 40)
        let lines = try found(test, "همنام").filter { $0.contains("همنام") }
        #expect(lines.count == 6 && Set(lines).count == 6 && lines[0].contains("9993"), "\(lines)")
        #expect(test.text.contains("there are more"), "\(test.text)")
    }

    @Test("the very name stands before those that begin so, these before whole words, and the rest last")
    func ranking() throws {
        let groups = [
            "گروه جهادی یاسر عرب", "باغ یاس", "گروه یاس سپید", "یاسمن", "یاس", "سپیده",
        ].enumerated().map { number, name in
            #"{"command":"group.register","code":"Q-100\#(number)","name":"\#(name)","kind":"specialised","fields":["medical"],"county":"قم","size":9,"registeredOn":"1400/01/05"}"#
        }
        // More than are looked up of a kind, all before it by the alphabet.
        let others = (1...30).map {
            #"{"command":"group.register","name":"الف یاسین \#($0)","kind":"specialised","fields":["medical"],"county":"قم","size":9,"registeredOn":"1400/01/05"}"#
        }
        let test = try TestDashboard(.persian, groups + others)
        let found = try test.office.view { (reader) throws(DecideError) in
            try reader.found("یاس", among: [Group.self], limit: 4)
        }
        let names = found.compactMap { ($0.record as? Group)?.name }
        #expect(names.first == "یاس")
        #expect(names.contains("یاسمن") && names.contains("باغ یاس") && names.contains("گروه یاس سپید"), "\(names)")
        let lines = try self.found(test, "یاس")
        #expect(lines[0].contains("(Q-1004)"))
    }

    @Test("Enter on a record leads to its screen with it selected")
    func leads() throws {
        let test = try TestDashboard(.english, CampsExample.office)
        try test.press(":")
        try test.type("C-031")
        try test.dashboard.refresh()
        try test.press("enter")
        #expect(test.dashboard.screen.id == "camps")
        #expect(test.selectedRow?.contains("C-031") == true || test.text.contains("C-031"))
    }

    @Test("what keys do here, commands, themes, the language and help are found by either language's words")
    func commands() throws {
        for (query, expected) in [
            ("camp.plan", "اردو"), ("زبان", "English"), ("tabayon", "tabayon"), ("بازگرداندنی", "بازگرداندنی‌ها"),
            ("همه کلیدها", "?"),
            ("پشتیبان", "پشتیبان گرفتن"), ("دفتر", "دفتر رویدادها"), ("گزارش روزانه", "گزارش روزانه"),
        ] {
            let test = try TestDashboard(.persian, CampsExample.office)
            #expect(try found(test, query).contains { $0.contains(expected) }, "\(query)")
        }
    }

    @Test("what an account may not do is not offered")
    func roles() throws {
        let test = try TestDashboard(.english)
        let other = try TestDashboard(on: test, .english, account: "reza")
        #expect(try found(other, "staff.add").contains { $0.contains("add staff") } == false)
        #expect(try found(test, "staff.add").contains { $0.contains("add staff") })
    }

    @Test("an action of the screen is done from the palette, or says why not")
    func actions() throws {
        let test = try TestDashboard(.english)
        try test.press(":")
        try test.type("reverse order")
        try test.dashboard.refresh()
        try test.press("enter")
        #expect(test.text.contains("Name ▼"))
    }
}
