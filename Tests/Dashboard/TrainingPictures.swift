import Canvas
import Domain
import Foundation
import Persian
import Store
import Support
import Testing

@testable import Dashboard

/// Courses on 10 Mordad 1401, everything in them invented: one that is nearly over, one that is full and still to come,
/// one with a far too long name, one that was cancelled.
enum TrainingExample {
    static let office: [String] =
        TestDashboard.office
        + people.map {
            #"{"command":"person.record","nationalID":"\#($0.0)","firstName":"\#($0.1)","lastName":"\#($0.2)"}"#
        }
        + [
            #"{"command":"office.appoint","body":"SH-01","office":"head","person":"9990000018","from":"1400/01/01"}"#,
            #"{"command":"office.end","body":"SH-01","office":"head","to":"1401/04/01"}"#,
            #"{"command":"office.appoint","body":"B-01","office":"head","person":"9990000034","from":"1400/01/01"}"#,
            course(
                "RK-1401", "رسم خدمت", "anyone", 4, ["08 09:00-12:00", "09 14:00-17:30", "10 08:00-09:30"], month: 5),
            course("RH-1401", "رسم هجرت", "groupsAndMediaLiaisons", 2, ["01 09:00-12:00", "02 09:00-12:00"], month: 6),
            course(
                "W-1", "کارگاه روایت‌نویسی، عکاسی و مستندسازی اردوهای جهادی برای رابطان رسانه همه شهرستان‌های استان",
                "councilAndBaseHeads", 30, ["20 09:00-12:00"], month: 6),
            course("X-1", "Dropped course", "anyone", 5, ["25 09:00-10:00"], month: 6),
            #"{"command":"course.cancel","code":"X-1"}"#,
        ]
        + ["9990000018", "9990000034", "9991000011", "9991000021", "9991000038"].map { enrol($0, "RK-1401") }
        + ["9990000042", "9990000026", "9990000034"].map { enrol($0, "RH-1401") }
        + [
            #"{"command":"course.withdraw","course":"RK-1401","person":"9991000021","on":"1401/05/09"}"#,
            attend("RK-1401", "RK-1", "9990000018", "9990000034", "9991000011"),
            attend("RK-1401", "RK-2", "9990000034", "9991000011"),
        ]

    private static let people = [
        ("9991000011", "سیده فاطمه‌زهرا", "میرزاحسینی خوانساری‌نژاد قمی"), ("9991000021", "John", "Smith"),
        ("9991000038", "کوثر", "حیدری"),
    ]

    static func course(
        _ code: String, _ title: String, _ audience: String, _ capacity: Int, _ sessions: [String], month: Int
    ) -> String {
        let days = sessions.map { $0.prefix(2) }
        let items = sessions.enumerated().map { #""\#(code.prefix(2))-\#($0 + 1) 1401/0\#(month)/\#($1)""# }
        return """
            {"command":"course.announce","code":"\(code)","title":"\(title)","audience":"\(audience)",\
            "capacity":\(capacity),"from":"1401/0\(month)/\(days[0])","to":"1401/0\(month)/\(days[days.count - 1])",\
            "sessions":[\(items.joined(separator: ","))]}
            """
    }

    static func enrol(_ person: String, _ course: String) -> String {
        #"{"command":"course.enrol","course":"\#(course)","person":"\#(person)"}"#
    }

    static func attend(_ course: String, _ session: String, _ people: String...) -> String {
        #"{"command":"course.attend","course":"\#(course)","session":"\#(session)","people":\#(people)}"#
    }
}

@MainActor
@Suite struct TrainingPictures {
    private nonisolated static let sizes = [[80, 24], [120, 40]]

    private func expect(
        _ name: String, _ language: Language, _ size: [Int], _ office: [String] = TrainingExample.office,
        keys: String, typing: String = ""
    ) throws {
        let test = try TestDashboard(language, office)
        test.dashboard.resize(width: size[0], height: size[1])
        try test.dashboard.refresh()
        try test.press(keys)
        try test.type(typing)
        try test.dashboard.load()
        expectScreen(test.dashboard, named: "\(name)-\(size[0])x\(size[1])-\(language.rawValue)")
    }

    @Test("The courses with their seats", arguments: Language.allCases, sizes)
    func courses(language: Language, size: [Int]) throws {
        try expect("training", language, size, keys: "7 end")
    }

    @Test("An open course: its people, and the enrol desk", arguments: Language.allCases, sizes)
    func desk(language: Language, size: [Int]) throws {
        try expect("training-people", language, size, keys: "7 end enter down")
        try expect("training-desk", language, size, keys: "7 down down enter a", typing: "نوری")
        try expect("training-refused", language, size, keys: "7 down enter a", typing: "کریمی")
    }

    @Test("The attendance sheet", arguments: Language.allCases, sizes)
    func attendance(language: Language, size: [Int]) throws {
        try expect("training-attendance", language, size, keys: "7 end v v down")
    }

    @Test("Before there are courses, and people in them", arguments: Language.allCases)
    func empty(language: Language) throws {
        try expect("training-empty", language, [80, 24], TestDashboard.office, keys: "7")
        try expect("training-nobody", language, [80, 24], keys: "7 down enter")
    }
}
