import Canvas
import Domain
import Persian
import Store
import Testing

@testable import Dashboard

/// The camp C-007 has not told of 9 Mordad, and C-040 is planned.
@MainActor
@Suite("Setting a rule aside")
struct OverridingTests {
    private static let office =
        CampsExample.office + [
            #"{"command":"staff.add","account":"jafari","name":"زهرا جعفری","role":"supervisor"}"#,
            #"{"command":"staff.add","account":"sharifi","name":"علی شریفی","role":"operator"}"#,
        ]

    private func opened(_ camp: String, as account: String?, _ language: Language = .english) throws -> TestDashboard {
        let test = try TestDashboard(language, Self.office, as: account)
        test.dashboard.resize(width: 120, height: 40)
        try test.press("3 /")
        try test.type(camp)
        try test.press("enter")
        return test
    }

    private func camp(_ test: TestDashboard, _ code: String) throws -> Camp {
        try #require(try test.office.view { (reader) throws(DecideError) in try reader.find(Camp.self, key: code) })
    }

    private func reason(_ test: TestDashboard) throws -> String? {
        try test.office.view { (reader) throws(DecideError) in try reader.lastEntry(of: "jafari") }?.reason
    }

    @Test("a supervisor closes a camp whose reports are missing, and is asked why before anything is sent")
    func supervisor() throws {
        let test = try opened("C-007", as: "jafari")
        try test.press("t")
        #expect(test.text.contains("Close a camp"), "\(test.text)")
        try test.press("enter")
        #expect(test.dashboard.modals.isEmpty, "before its last day Enter alone ends no camp")
        try test.press("t tab enter")
        #expect(test.text.contains("Reason for setting the rule aside") || test.text.contains("reason for setting"))
        try test.press("ctrl+s")
        #expect(try camp(test, "C-007").state == .running, "no reason, nothing sent")
        try test.type("رهبر اردو بیمار است")
        try test.press("ctrl+s")
        #expect(try camp(test, "C-007").state == .closed, "\(test.text)")
        #expect(try reason(test) == "رهبر اردو بیمار است")
    }

    @Test("an operator reads who may set the rule aside, without inner names")
    func operatorIsTold() throws {
        let test = try opened("C-007", as: "sharifi", .persian)
        try test.press("t tab enter")
        #expect(try camp(test, "C-007").state == .running)
        #expect(test.text.contains("ناظر یا مدیر"), "\(test.text)")
        #expect(!test.text.contains("reason"))
    }

    @Test("an administrator is asked why when the rule has refused, and the same is sent again")
    func administrator() throws {
        let test = try opened("C-007", as: nil)
        try test.press("t tab enter")
        #expect(test.text.contains("missing for 1401/05/09"), "\(test.text)")
        try test.type("گزارش تلفنی رسید")
        try test.press("ctrl+s")
        #expect(try camp(test, "C-007").state == .closed, "\(test.text)")
    }

    @Test("where no rule stands in the way a supervisor is told to leave it to an operator")
    func nothingToOverride() throws {
        let test = try opened("C-014", as: "jafari")
        try test.send(#"{"command":"need.settle","code":"N-001","outcome":"met"}"#)
        try test.dashboard.refresh()
        try test.press("t tab enter")
        #expect(try camp(test, "C-014").state == .running)
        #expect(test.text.contains("No rule stands in the way"), "\(test.text)")
        #expect(test.dashboard.modals.isEmpty, "no reason is asked for in vain")
    }

    @Test("a supervisor at the door is answered by the rules at once, and by F2 where a reason helps")
    func door() throws {
        let test = try TestDashboard(
            .english,
            GuestsExample.office + [
                #"{"command":"staff.add","account":"jafari","name":"زهرا جعفری","role":"supervisor"}"#
            ], as: "jafari")
        test.dashboard.resize(width: 120, height: 40)
        _ = test.dashboard.open(DoorScreen.id)
        try test.dashboard.refresh()
        func scan(_ code: String) throws {
            try test.type(code)
            try test.press("enter")
        }
        try scan("G-099")
        #expect(test.text.contains("UNKNOWN"), "\(test.text)")
        let guests = try test.office.view { (reader) throws(DecideError) -> [Guest] in
            var guests: [Guest] = []
            try reader.each(Guest.self, matching: Filter(), limit: nil) { guests.append($0) }
            return guests
        }
        let sent = try #require(guests.first { $0.state == .sent })
        try scan(sent.code)
        #expect(test.text.contains("NOT ACCEPTED"), "\(test.text)")
        try test.press("f2")
        try test.type("میهمان ویژه")
        try test.press("enter")
        #expect(test.text.contains("WELCOME"), "\(test.text)")
        let accepted = try #require(guests.first { $0.state == .accepted })
        try scan(accepted.code)
        #expect(test.text.contains("No rule stands in the way"), "\(test.text)")
        #expect(test.dashboard.modals.isEmpty)
    }

    @Test("a camp that is too long is planned by a supervisor with a reason")
    func plans() throws {
        let test = try opened("C-040", as: "jafari")
        try test.press("e")
        #expect(test.text.contains("C-040 · هجرت"), "\(test.text)")
    }

    @Test("what a state forbids is grey with its reason before anything is typed")
    func forbidden() throws {
        let test = try opened("C-040", as: nil)
        try test.press("a")
        #expect(test.text.contains("is planned"), "\(test.text)")
        #expect(!test.text.contains("attendance: C-040"))
        try test.press("r")
        #expect(!test.text.contains("Beneficiaries"))
    }

    @Test("approving and starting take two keys each, and the question names the camp")
    func twoKeys() throws {
        let test = try opened("C-040", as: nil)
        try test.press("t")
        #expect(test.text.contains("C-040 · هجرت"))
        try test.press("enter")
        #expect(try camp(test, "C-040").state == .approved)
        try test.press("t enter")
        #expect(try camp(test, "C-040").state == .running)
        try test.press("t escape")
        #expect(try camp(test, "C-040").state == .running)
    }
}
