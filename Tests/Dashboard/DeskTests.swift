import Canvas
import Domain
import Persian
import Store
import Testing

@testable import Dashboard

@MainActor
@Suite("The desks keep what is typed and ask when they are not sure")
struct DeskTests {
    private func desk() throws -> TestDashboard {
        let test = try TestDashboard(
            .english,
            TrainingExample.office + [
                TrainingExample.course("E-1", "Open course", "anyone", 1, ["28 09:00-12:00"], month: 6)
            ])
        test.dashboard.resize(width: 120, height: 40)
        _ = test.dashboard.open("training")
        try test.dashboard.refresh()
        try test.press("/")
        try test.type("E-1")
        try test.press("enter a")
        return test
    }

    private func enrolled(_ test: TestDashboard) throws -> [String] {
        try test.office.view { (reader) throws(DecideError) in
            try reader.roster(of: "E-1", withSeat: false).compactMapTyped { (place) throws(DecideError) in
                try reader.enrolmentRow(at: place)?.person.fullName
            }
        }
    }

    @Test("Enter enrols whoever is meant beyond doubt, and asks where two have that name")
    func asks() throws {
        let test = try desk()
        try test.type("زهرا")
        try test.press("enter")
        #expect(try enrolled(test).isEmpty)
        #expect(test.text.contains("which one?"), "\(test.text)")
        try test.press("enter")
        #expect(try enrolled(test) == ["زهرا نوری"])
        try test.type("علی")
        try test.press("enter")
        #expect(try enrolled(test).contains("علی کریمی"), "the only one with that word")
    }

    @Test("those enrolled just now stand below, and who waits bears another sign")
    func recent() throws {
        let test = try desk()
        for name in ["نوری", "کریمی"] {
            try test.type(name)
            try test.press("enter")
        }
        #expect(test.text.contains("2 from this desk"), "\(test.text)")
        #expect(test.text.contains("●") && test.text.contains("زهرا نوری"))
        #expect(test.text.contains("◷") && test.text.contains("waiting 1"), "\(test.text)")
        #expect(test.dashboard.toast?.severity == .information, "no seat, no ✓")
    }

    @Test("an ID that nobody can have is told from one that is not recorded")
    func wrongID() throws {
        let test = try desk()
        try test.type("9997859341")
        #expect(test.text.contains("its last digit should be"), "\(test.text)")
        try test.press("ctrl+u")
        try test.type("9990000141")
        #expect(test.text.contains("nobody with this national ID is recorded"), "\(test.text)")
    }

    @Test("the question before completing a course says who would pass and which sessions nobody marked")
    func foreseen() throws {
        let test = try TestDashboard(.english, TrainingExample.office)
        test.dashboard.resize(width: 120, height: 40)
        _ = test.dashboard.open("training")
        try test.dashboard.refresh()
        try test.press("/")
        try test.type("RK-1401")
        try test.press("enter t")
        // Nobody was marked at the last of three sessions; two of three are too few for 75 percent.
        #expect(test.text.contains("If it ends now: 0 complete it, 3 do not."), "\(test.text)")
        #expect(test.text.contains("RK-3"), "\(test.text)")
    }

    @Test("a new session is proposed where the hall of the selected one is next free, on its day or after midnight")
    func nextStart() throws {
        let test = try TestDashboard(.english, CongressExample.office)
        test.dashboard.resize(width: 120, height: 40)
        // SE-01 is followed by SE-02 after the hall's pause: nothing fits between them.
        try test.press("6 up n")
        #expect(test.text.contains("1401/05/10 12:15") && test.text.contains("1401/05/10 13:15"), "\(test.text)")
        // SE-05 ends half an hour after midnight.
        try test.press("escape right down n")
        #expect(test.text.contains("1401/05/11 00:30"), "\(test.text)")
    }

    @Test("a number that is refused stays in its hour, and the cursor with it")
    func tally() throws {
        let test = try TestDashboard(.english, ArbaeenExample.office)
        test.dashboard.resize(width: 120, height: 40)
        try test.press("8 v v v")
        // The hour after that of the clock is still to come.
        try test.press("down down 7 7 enter")
        #expect(test.text.contains("[77"), "\(test.text)")
        try test.press("up")
        #expect(test.text.contains("▲ 77"), "\(test.text)")
        try test.press("down escape up")
        #expect(!test.text.contains("77"))
    }

    @Test("digits that were not sent stay in their hour, whichever way one leaves it")
    func unsentTally() throws {
        let test = try TestDashboard(.english, ArbaeenExample.office)
        test.dashboard.resize(width: 120, height: 40)
        try test.press("8 v v v")
        for (way, back) in [("down", "up"), ("up", "down"), ("right", "left")] {
            try test.press("4 4 \(way)")
            #expect(test.text.contains("? 44"), "\(way) \(test.text)")
            try test.press(back)
            #expect(test.text.contains("[44▏]"), "\(way) \(test.text)")
            try test.press("escape")
            #expect(!test.text.contains("44▏"))
        }
    }
}
