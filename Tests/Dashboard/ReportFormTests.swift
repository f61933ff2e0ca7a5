import Canvas
import Domain
import Persian
import Store
import Support
import Testing

@testable import Dashboard

/// The clock stands at 10 Mordad, ten in the morning. The camp C-014 has told of its days until yesterday: 31 people
/// and 240 served; C-031 not of 8 and 9 Mordad.
@MainActor
@Suite("The forms of a camp's day")
struct ReportFormTests {
    static let office =
        CampsExample.office
        + ["9990000018", "9990000026", "9990000042"].map {
            #"{"command":"membership.begin","group":"Q-0002","person":"\#($0)","from":"1400/06/01"}"#
        }

    /// The board with C-014 selected, the last of those that run.
    private func opened(_ language: Language = .english, _ more: [String] = []) throws -> TestDashboard {
        let test = try TestDashboard(language, Self.office + more)
        test.dashboard.resize(width: 120, height: 40)
        try test.dashboard.refresh()
        try test.press("3 end")
        return test
    }

    private func reports(_ test: TestDashboard) throws -> [DailyReport] {
        try test.office.view { (reader) throws(DecideError) in try reader.reports(of: "C-014") }
    }

    private func attendance(_ test: TestDashboard) throws -> [String]? {
        try test.office.view { (reader) throws(DecideError) in
            try reader.attendance(of: "C-014", on: Day(iso: "2022-08-01") ?? Day(number: 0))?.people
        }
    }

    // MARK: Reports

    @Test("A quiet day takes under ten key presses, its figures typed anew beside those of the day before")
    func quietDay() throws {
        let test = try opened()
        let keys = "r 3 0 tab 2 4 1 ctrl+s".split(separator: " ")
        for key in keys { try test.press(String(key)) }
        #expect(keys.count < 10)
        #expect(try reports(test).map(\.present) == [25, 31, 30])
        #expect(try reports(test).map(\.beneficiaries) == [120, 240, 241])
    }

    @Test("What the day before held is told below each field, and F2 takes it")
    func hints() throws {
        let test = try opened()
        try test.press("r")
        #expect(test.text.contains("the day before: 31"))
        #expect(test.text.contains("the day before: 240"))
        #expect(try reports(test).count == 2, "a hint is no answer")
        try test.press("f2 tab f2 tab f2 ctrl+s")
        let last = try #require(try reports(test).last)
        #expect(last.present == 31 && last.beneficiaries == 240)
        #expect(last.work == [WorkLine(field: .construction, what: "دیوارچینی", quantity: 60, unit: "متر")])
    }

    @Test("The form opens at the first day that is due and was not told of")
    func firstMissingDay() throws {
        let test = try opened()
        try test.press("home r")
        #expect(test.text.contains("1401/05/08"))
    }

    @Test("Work is filled in line by line; a line that lacks something is refused at its field")
    func work() throws {
        let test = try opened()
        try test.press("r 3 0 tab 2 4 0 tab space tab")
        try test.type("دیوارچینی")
        try test.press("tab 4 0 tab")
        try test.press("ctrl+s")
        #expect(test.text.contains("Unit is required"))
        try test.type("متر")
        // Worth stays empty.
        try test.press("tab tab space space tab")
        try test.type("جشن")
        try test.press("tab ۲ tab")
        try test.type("برنامه")
        try test.press("ctrl+s")
        let last = try #require(try reports(test).last, "\(test.text)")
        #expect(last.work.map(\.what) == ["دیوارچینی", "جشن"])
        #expect(last.work.map(\.quantity) == [40, 2])
        #expect(last.work.map(\.field) == [.construction, .cultural])
    }

    @Test("A half-filled report is a draft, its lines of work too")
    func draft() throws {
        let test = try opened()
        try test.press("r 3 0 tab 2 4 0 tab space tab")
        try test.type("هرس")
        try test.press("escape r")
        #expect(test.text.contains("going on with a draft"))
        #expect(test.text.contains("هرس"))
        try test.press("tab tab 7 tab")
        try test.type("اصله")
        try test.press("ctrl+s")
        #expect(try reports(test).last?.work.map(\.display) == ["هرس 7 اصله"], "\(test.text)")
    }

    @Test("A correction begins with what is on file, tells whose it is, and shows both versions where they differ")
    func correction() throws {
        let test = try opened(.english, [CampsExample.report("C-014", 10, 28, 200)])
        try test.press("r")
        #expect(test.text.contains("correcting what maryam sent on 1401/05/10 at 10:00"))
        #expect(!test.text.contains("on file"))
        try test.press("ctrl+u 2 9")
        #expect(test.text.contains("on file: 28"))
        #expect(!test.text.contains("on file: 200"))
        try test.press("ctrl+s")
        let both = try reports(test).suffix(2)
        #expect(both.map(\.present) == [28, 29] && both.map(\.beneficiaries) == [200, 200])
        #expect(both.map(\.state) == [.superseded, .current])
    }

    @Test("Who corrects what somebody else corrected meanwhile is told what changed and may send again")
    func stale() throws {
        let test = try opened(.english, [CampsExample.report("C-014", 10, 28, 200)])
        try test.press("r ctrl+u 2 9")
        try test.send(CampsExample.report("C-014", 10, 28, 222))
        try test.dashboard.refresh()
        try test.press("ctrl+s")
        #expect(test.text.contains("was changed after you looked at it"))
        #expect(test.text.contains("222"), "what others wrote is shown beside what is typed")
        #expect(try reports(test).count == 4)
        try test.press("ctrl+s")
        #expect(try reports(test).last?.beneficiaries == 222, "what one has not touched follows the file")
        #expect(try reports(test).last?.present == 29)
    }

    @Test("A report that somebody else sends first makes the form a correction of it")
    func overtaken() throws {
        let test = try opened()
        try test.press("r 3 0")
        try test.send(CampsExample.report("C-014", 10, 28, 200))
        try test.dashboard.refresh()
        #expect(test.text.contains("correcting what maryam sent"))
        #expect(test.text.contains("on file: 28"))
    }

    // MARK: Attendance

    @Test("Attendance is ticked: a few letters and Space for one, * for all")
    func attend() throws {
        let test = try opened()
        try test.press("a")
        #expect(test.text.contains("0 of 3"))
        try test.type("نور")
        try test.press("space")
        #expect(test.text.contains("1 of 3"))
        try test.press("ctrl+s")
        #expect(try attendance(test) == ["9990000026"])
        try test.press("a")
        #expect(test.text.contains("correcting what maryam sent"))
        try test.press("* ctrl+s")
        #expect(Set(try attendance(test) ?? []) == ["9990000018", "9990000026", "9990000042"])
    }

    @Test("Who is at another camp that day cannot be ticked, and the list says so")
    func elsewhere() throws {
        let other = #"{"command":"camp.attend","camp":"C-031","day":"1401/05/10","people":["9990000018"]}"#
        let test = try opened(.english, [other])
        try test.press("a *")
        #expect(test.text.contains("at the camp C-031"))
        #expect(test.text.contains("2 of 3"))
    }

    @Test("Somebody who is in no group of the camp is found among all")
    func stranger() throws {
        let test = try opened()
        try test.press("a")
        try test.type("شریفی")
        try test.press("space ctrl+s")
        #expect(try attendance(test) == ["9990000034"], "\(test.text)")
    }

    // MARK: Needs and incidents

    @Test("A need is settled and an incident resolved from the list of what is open")
    func settle() throws {
        let test = try opened()
        try test.press("s")
        #expect(test.text.contains("40 تخته پتو"))
        try test.press("enter space ctrl+s")
        #expect(test.text.contains("no open incident and no need"))
        let need = try test.office.view { (reader) throws(DecideError) in try reader.find(Need.self, key: "N-001") }
        #expect(need?.outcome == .met)

        try test.press("escape home s enter ctrl+s")
        #expect(test.text.contains("Note is required"))
        try test.type("به درمانگاه رسید")
        try test.press("ctrl+s")
        let incident = try test.office.view { (reader) throws(DecideError) in
            try reader.find(Incident.self, key: "I-001")
        }
        #expect(incident?.state == .resolved)
    }

    @Test("What somebody else settles meanwhile is refused in the form and leaves the list")
    func settledByOthers() throws {
        let test = try opened()
        try test.press("s enter space")
        try test.send(#"{"command":"need.settle","code":"N-001","outcome":"unmet"}"#)
        try test.dashboard.refresh()
        try test.press("ctrl+s")
        #expect(test.text.contains("was changed after you looked at it"))
        try test.press("ctrl+d")
        #expect(test.text.contains("no open incident and no need"))
    }
}

extension WorkLine {
    fileprivate var display: String { "\(what) \(quantity) \(unit)" }
}

@MainActor
@Suite struct ReportFormPictures {
    private func expect(_ name: String, _ language: Language, _ width: Int, _ more: [String] = [], keys: String) throws
    {
        let test = try TestDashboard(language, ReportFormTests.office + more)
        test.dashboard.resize(width: width, height: width == 80 ? 24 : 40)
        try test.dashboard.refresh()
        try test.press("3 end")
        try test.press(keys)
        let size = width == 80 ? "80x24" : "120x40"
        expectScreen(test.dashboard, named: "\(name)-\(size)-\(language.rawValue)")
    }

    @Test(
        "A report with the figures of the day before, and one that corrects", arguments: Language.allCases, [80, 120])
    func report(language: Language, width: Int) throws {
        try expect("form-report", language, width, keys: "r 3 0 tab f2 tab f2")
        try expect(
            "form-correction", language, width, [CampsExample.report("C-014", 10, 28, 200)], keys: "r ctrl+u 2 9 tab")
    }

    @Test("Names to be ticked", arguments: Language.allCases, [80, 120])
    func attendance(language: Language, width: Int) throws {
        let other = #"{"command":"camp.attend","camp":"C-031","day":"1401/05/10","people":["9990000018"]}"#
        try expect("form-attendance", language, width, [other], keys: "a *")
    }

    @Test("What is open at a camp", arguments: Language.allCases, [80, 120])
    func open(language: Language, width: Int) throws {
        let incident =
            #"{"command":"incident.record","camp":"C-014","when":"1401/05/09T10:00","severity":"minor","what":"بریدگی دست"}"#
        try expect("camps-open", language, width, [incident], keys: "s")
    }
}
