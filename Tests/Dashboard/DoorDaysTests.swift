import Canvas
import Domain
import Persian
import Store
import Testing

@testable import Dashboard

/// What the door tells of days and numbers that are easily taken for others.
@MainActor
@Suite("The door's days and seats") struct DoorDaysTests {
    private func text(_ state: DoorScreen.State, _ language: Language, width: Int = 100) throws -> String {
        let test = try TestDashboard(language, GuestsExample.office)
        test.dashboard.resize(width: width + 18, height: 32)
        let frame = Region.frame(width: width, height: 30, language: language) {
            DoorScreen.view(state, in: &$0, test.dashboard.context)
        }
        return frame.rows.map { $0.map(\.text).joined(separator: " ") }.joined(separator: "\n")
    }

    @Test("A time of another day never stands alone", arguments: Language.allCases)
    func again(_ language: Language) throws {
        let now = try Moment(parsing: "1401/05/11T09:30", in: .tehran)
        var answer = DoorAnswer(.again, DoorScanned(text: "G-001"), at: now)
        var state = DoorScreen.State()
        answer.first = try Moment(parsing: "1401/05/10T09:41", in: .tehran)
        state.answers = [answer]
        #expect(try text(state, language).contains(language == .persian ? "از دیروز" : "in since yesterday"))
        answer.first = try Moment(parsing: "1401/05/11T09:20", in: .tehran)
        state.answers = [answer]
        #expect(try text(state, language).contains(language == .persian ? "از ساعت" : "in since"))
        #expect(try !text(state, language).contains(language == .persian ? "دیروز" : "yesterday"))
    }

    @Test("More companions than invited are let in, in the colour and by the sign of a warning")
    func tooMany() throws {
        let test = try TestDashboard(.english, GuestsExample.office)
        _ = test.dashboard.open(DoorScreen.id)
        try test.dashboard.refresh()
        try test.type("G-002 3")
        try test.press("enter")
        #expect(test.text.contains("WELCOME, MORE THAN INVITED"))
        let runs = test.dashboard.frame().rows.joined().filter { $0.text.contains("MORE THAN INVITED") }
        #expect(runs.allSatisfy { $0.style.foreground == .warning })
    }

    @Test("Companions who come later are not passed over in silence")
    func late() throws {
        let test = try TestDashboard(.english, GuestsExample.office)
        _ = test.dashboard.open(DoorScreen.id)
        try test.dashboard.refresh()
        for text in ["G-002 0", "G-002 1"] {
            try test.type(text)
            try test.press("enter")
        }
        #expect(test.text.contains("ALREADY IN"))
        #expect(test.text.contains("1 companion not"), "\(test.text)")
        #expect(test.text.contains("F3"))
    }

    @Test("On the morning of another day whoever came in yesterday has left, on every line")
    func morning() throws {
        let office = try TestDashboard(.english, GuestsExample.office)
        try office.send(#"{"command":"guest.checkIn","code":"G-002"}"#)
        let guest = try #require(
            try office.office.view { (reader) throws(DecideError) in try reader.find(Guest.self, key: "G-002") })
        let day = office.clock.today()
        #expect(guest.state(on: day) == .checkedIn)
        #expect(guest.state(on: day.advanced(by: 1)) == .checkedOut)
    }

    @Test("Who was here and left is not on the way")
    func coming() throws {
        let test = try TestDashboard(.english, GuestsExample.office)
        func coming() throws -> Int {
            try test.office.view { (reader) throws(DecideError) in
                try reader.guestCounts(ofCongress: "1401", on: test.clock.today()).coming.seats
            }
        }
        let before = try coming()
        try test.send(#"{"command":"guest.checkOut","code":"G-001"}"#)
        #expect(try coming() == before)
        _ = test.dashboard.open(DoorScreen.id)
        try test.dashboard.refresh()
        #expect(test.text.contains("\(before) still expected"))
    }

    @Test(
        "A session of the night shows that it goes on, and stands on the next day's page", arguments: Language.allCases)
    func night(_ language: Language) throws {
        let test = try TestDashboard(language, CongressExample.office)
        test.dashboard.resize(width: 120, height: 60)
        try test.dashboard.refresh()
        try test.press("6")
        #expect(test.text.contains(language == .persian ? "▼ تا ۰۰:۳۰ روز بعد" : "▼ until 00:30 next day"))
        try test.press("]")
        #expect(test.text.contains("شب خاطره"))
        #expect(test.text.contains(language == .persian ? "تا ۰۰:۳۰" : "until 00:30"))
    }
}
