import Canvas
import Domain
import Persian
import Store
import Support
import Testing

@testable import Dashboard

/// The congress of 9–11 Mordad 1401 and the one before it, everything in them invented.
enum CongressExample {
    static let office: [String] =
        TestDashboard.office + [
            """
            {"command":"congress.open","year":1400,"number":1,"city":"مشهد","venue":"حرم مطهر رضوی","from":"1400/05/14",\
            "to":"1400/05/16"}
            """,
            """
            {"command":"congress.open","year":1401,"number":2,"city":"قم","venue":"حرم","from":"1401/05/09",\
            "to":"1401/05/11","previousCity":"مشهد"}
            """,
            hall("HALL-A", "شبستان امام خمینی", seats: 600, turnaround: 15), hall("HALL-B", "سالن اندیشه", seats: 180),
            hall("HALL-C", "رواق نمایشگاه و دستاوردهای گروه‌های جهادی سراسر استان", seats: 120),
            session("SE-01", "A", "10T08:30", "10T10:00", "lecture", "سیره شهدا", speakers: "9990000018"),
            session("SE-02", "A", "10T10:15", "10T12:00", "memorial", "تجلیل از خانواده‌های شهدا"),
            session(
                "SE-03", "B", "10T09:30", "10T11:00", "panel", "Panel: media", speakers: "9990000034", "9990000042"),
            session(
                "SE-04", "C", "10T09:00", "10T19:00", "exhibition",
                "نمایشگاه دستاوردهای گروه‌های جهادی در آبادانی روستاهای کم‌برخوردار بخش خلجستان و سلفچگان"),
            session("SE-05", "B", "10T21:30", "11T00:30", "memorial", "شب خاطره"),
            session("SE-06", "A", "11T09:00", "11T10:30", "panel", "نقشه راه سال آینده"),
        ]

    static func hall(_ code: String, _ name: String, seats: Int, turnaround: Int = 0) -> String {
        """
        {"command":"hall.add","congress":1401,"code":"\(code)","name":"\(name)","seats":\(seats),\
        "turnaround":\(turnaround)}
        """
    }

    static func session(
        _ code: String, _ hall: String, _ from: String, _ to: String, _ kind: String, _ title: String,
        speakers: String...
    ) -> String {
        """
        {"command":"session.schedule","congress":1401,"code":"\(code)","hall":"HALL-\(hall)","from":"1401/05/\(from)",\
        "to":"1401/05/\(to)","title":"\(title)","kind":"\(kind)","speakers":\(speakers)}
        """
    }
}

@MainActor
@Suite struct ProgrammePictures {
    private nonisolated static let sizes = [[80, 24], [120, 40]]

    private func expect(
        _ name: String, _ language: Language, _ size: [Int], _ commands: [String] = CongressExample.office,
        after keys: String = "6"
    ) throws {
        let test = try TestDashboard(language, commands)
        test.dashboard.resize(width: size[0], height: size[1])
        try test.press(keys)
        expectScreen(test.dashboard, named: "\(name)-\(language.rawValue)-\(size[0])x\(size[1])")
    }

    @Test("the day's grid", arguments: Language.allCases, sizes)
    func grid(_ language: Language, _ size: [Int]) throws { try expect("programme", language, size) }

    @Test("a session carried to where another is", arguments: Language.allCases, sizes)
    func clash(_ language: Language, _ size: [Int]) throws {
        try expect("programme-clash", language, size, after: "6 m up up")
    }

    @Test("the list", arguments: Language.allCases, sizes)
    func list(_ language: Language, _ size: [Int]) throws { try expect("programme-list", language, size, after: "6 z") }

    @Test("a wall, no congress, no halls, a day without sessions", arguments: Language.allCases)
    func others(_ language: Language) throws {
        try expect("programme", language, [200, 60])
        try expect("programme-none", language, [80, 24], TestDashboard.office)
        try expect(
            "programme-halls", language, [80, 24], Array(CongressExample.office.prefix(TestDashboard.office.count + 2)))
        try expect("programme-day", language, [80, 24], after: "6 [")
    }
}

@MainActor
@Suite("The congress's programme on the screen")
struct ProgrammeTests {
    private func open(_ language: Language = .english) throws -> TestDashboard {
        let test = try TestDashboard(language, CongressExample.office)
        test.dashboard.resize(width: 120, height: 40)
        try test.press("6")
        return test
    }

    private func session(_ code: String, _ test: TestDashboard) throws -> CongressSession {
        try #require(
            try test.office.view { (reader) throws(DecideError) in try reader.find(CongressSession.self, key: code) })
    }

    @Test(
        "what comes next is selected; arrows walk a hall and to the session nearest in the next",
        arguments: Language.allCases)
    func walking(_ language: Language) throws {
        let test = try open(language)
        let onward = language == .persian ? "left" : "right"
        #expect(test.text.contains("SE-02 · "))
        try test.press("up")
        #expect(test.text.contains("SE-01 · "))
        try test.press(onward)
        #expect(test.text.contains("SE-03 · "))
        try test.press("down \(onward)")
        #expect(test.text.contains("SE-04 · "))
        try test.press(language == .persian ? "right" : "left")
        #expect(test.text.contains("SE-03 · "))
    }

    @Test(
        "picked up, carried and put down, a session moves; the clash is told while it is carried, and it cannot be put down there"
    )
    func carrying() throws {
        let test = try open()
        try test.press("m up up")
        #expect(test.text.contains("The hall HALL-A") && test.text.contains("the next free time is 1401/05/10 10:15"))
        try test.press("enter")
        #expect(try session("SE-02", test).version == 1)
        try test.press("right")
        #expect(test.text.contains("HALL-B"), "the panel is in the way there")
        try test.press("pagedown pagedown")
        #expect(test.text.contains("free: ⏎"))
        try test.press("enter")
        let moved = try session("SE-02", test)
        #expect(moved.hall == "HALL-B" && moved.clocks(.english).withoutIsolates == "11:45–13:30")
        try test.press("u")
        #expect(try session("SE-02", test).hall == "HALL-A")
    }

    @Test("Escape puts what is carried back, also from another day")
    func puttingBack() throws {
        let test = try open()
        try test.press("m ]")
        #expect(test.text.contains("1401/05/11 10:15–12:00"))
        try test.press("escape")
        #expect(test.text.contains("1401/05/10 10:15–12:00"))
        #expect(try session("SE-02", test).version == 1)
    }

    @Test("carried over to another day, it is put down there")
    func anotherDay() throws {
        let test = try open()
        try test.press("m ] pagedown enter")
        #expect(try session("SE-02", test).hours(.english).withoutIsolates == "1401/05/11 11:15–13:00")
    }

    @Test("a session that somebody else moved meanwhile is carried no more")
    func movedMeanwhile() throws {
        let test = try open()
        try test.press("m")
        try test.send(#"{"command":"session.move","code":"SE-02","hall":"HALL-B","from":"1401/05/10T12:00"}"#)
        try test.dashboard.refresh()
        #expect(!test.text.contains("free: ⏎"))
        #expect(test.text.contains("1401/05/10 12:00–13:45"))
    }

    @Test("days turn within the congress, editions are kept and found again")
    func daysAndEditions() throws {
        let test = try open()
        try test.press("] ] ]")
        #expect(test.text.contains("SE-06 · "))
        try test.press("o")
        #expect(test.text.contains("congress of 1400, مشهد") && test.text.contains("This congress has no hall yet"))
        try test.press("o")
        #expect(test.text.contains("congress of 1401, قم"))
    }

    @Test("title, speakers and moderator of a session are amended by a form that holds them")
    func amended() throws {
        let test = try open()
        try test.press("e")
        #expect(test.text.contains("تجلیل از خانواده‌های شهدا"))
        try test.press("end")
        try test.type(" و ایثارگران")
        try test.press("ctrl+s")
        let amended = try session("SE-02", test)
        #expect(amended.title == "تجلیل از خانواده‌های شهدا و ایثارگران")
        #expect(amended.hall == "HALL-A")
    }

    @Test("a session is scheduled after the selected one, and cancelled with a reason")
    func forms() throws {
        let test = try open()
        try test.press("n")
        // The selected session ends at 12:00, and its hall needs a quarter of an hour.
        #expect(test.text.contains("1401/05/10 12:15"))
        try test.press("escape c")
        #expect(test.text.contains("Cancel SE-02"))
    }

}
