import Canvas
import Domain
import Persian
import Store
import Support
import Testing

@testable import Dashboard

@MainActor
@Suite struct FormGoldenTests {
    private func expect(
        _ name: String, _ language: Language, _ width: Int, _ height: Int, _ body: (TestDashboard) throws -> Void
    ) throws {
        let test = try TestDashboard(language)
        test.dashboard.resize(width: width, height: height)
        try test.dashboard.refresh()
        try body(test)
        expectScreen(test.dashboard, named: "\(name)-\(width)x\(height)-\(language.rawValue)")
    }

    @Test("The form of a new group, with what is wrong under its field", arguments: Language.allCases, [80, 120])
    func register(language: Language, width: Int) throws {
        try expect("form-register", language, width, width == 80 ? 24 : 40) { test in
            try test.press("n tab tab tab")
        }
    }

    @Test("The form of a known group holds what the group holds", arguments: Language.allCases, [80, 120])
    func amend(language: Language, width: Int) throws {
        try expect("form-amend", language, width, width == 80 ? 24 : 40) { test in
            try test.press("down down e tab tab")
        }
    }

    @Test("A person is found by a part of the name", arguments: Language.allCases, [80, 120])
    func picker(language: Language, width: Int) throws {
        try expect("form-picker", language, width, width == 80 ? 24 : 40) { test in
            try test.press("a")
            try test.type("ر")
        }
    }

    @Test("A question over the screen", arguments: Language.allCases, [80, 120])
    func question(language: Language, width: Int) throws {
        try expect("question", language, width, width == 80 ? 24 : 40) { try $0.press("t down") }
    }

    @Test("The palette", arguments: Language.allCases, [80, 120])
    func palette(language: Language, width: Int) throws {
        try expect("palette", language, width, width == 80 ? 24 : 40) { test in
            try test.press(":")
            try test.type("کا")
        }
    }

    @Test(
        "The other lists", arguments: ["people", "councils", "bases", "staff", "settings", "ledger"], Language.allCases)
    func lists(screen: String, language: Language) throws {
        for (width, height) in [(80, 24), (120, 40)] {
            try expect("list-\(screen)", language, width, height) { test in
                _ = test.dashboard.open(screen)
                try test.dashboard.refresh()
                try test.press("down")
            }
        }
    }
}
