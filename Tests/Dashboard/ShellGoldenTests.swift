import Canvas
import Persian
import Support
import Testing

@testable import Dashboard

/// The whole window: what stands around every screen. All other pictures show the screen alone.
@MainActor
@Suite("The shell") struct ShellGoldenTests {
    private func expect(
        _ name: String, _ language: Language, _ size: [Int], _ work: (TestDashboard) throws -> Void = { _ in }
    ) throws {
        let test = try TestDashboard(language)
        test.dashboard.resize(width: size[0], height: size[1])
        try test.dashboard.refresh()
        try work(test)
        expectGolden(
            test.dashboard.frame(), named: "shell\(name)-\(size[0])x\(size[1])-\(language.rawValue)", room: "Dashboard")
    }

    @Test(
        "Title bar, menu and footer stand around the screen", arguments: Language.allCases,
        [[80, 24], [120, 40], [200, 60]])
    func around(language: Language, size: [Int]) throws {
        try expect("", language, size)
    }

    @Test("A toast tells what was made and what takes it back", arguments: Language.allCases)
    func toast(language: Language) throws {
        try expect("-toast", language, [80, 24]) { test in
            #expect(test.dashboard.open("councils"))
            try test.dashboard.refresh()
            try test.press("n")
            try test.type("شورای یاس")
            try test.press("ctrl+s")
            #expect(test.dashboard.toast?.canBeUndone == true)
        }
    }

    @Test("Help lies over all and lists what the keys do here", arguments: Language.allCases, [[80, 24], [120, 40]])
    func help(language: Language, size: [Int]) throws {
        try expect("-help", language, size) { try $0.press("?") }
    }

    @Test("Too small a window says what it needs", arguments: Language.allCases)
    func tooSmall(language: Language) throws {
        try expect("-too-small", language, [40, 8])
    }
}
