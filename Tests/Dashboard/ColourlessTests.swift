import Canvas
import Persian
import Testing

@testable import Dashboard

/// What colours say is said by signs or words too: the signs of every screen alone, without any style.
@Suite("Without colours") @MainActor struct ColourlessTests {
    /// How a scene is reached, and the key that moves what is chosen there.
    private nonisolated static let scenes: [(keys: String, move: String)] = [
        ("2", "down"), ("2 /", "down"), ("3", "down"), ("3 v", "down"), ("3 v v v", "down"), ("2 n", "tab"),
        ("2 n tab tab", "space"), ("2 e", "tab"), ("2 a", "tab"), ("2 :", "down"), ("3 n", "tab"), ("3 r", "tab"),
        ("2", "tab"), ("3", "v"), ("1", "down"),
    ]
    private nonisolated static let lists = ["people", "settings", "ledger"]

    private func opened(_ language: Language, _ keys: String = "") throws -> TestDashboard {
        let test = try TestDashboard(language, CampsExample.office)
        test.dashboard.resize(width: 120, height: 40)
        try test.dashboard.refresh()
        try test.press(keys)
        return test
    }

    private func signs(_ test: TestDashboard) -> [String] {
        let frame = test.dashboard.frame()
        return frame.rows.indices.map { row in
            String(String.UnicodeScalarView(frame.cells(row: row).map(\.scalar)))
        }
    }

    @Test("What is selected or has the focus", arguments: scenes, Language.allCases)
    func selection(_ scene: (keys: String, move: String), language: Language) throws {
        let test = try opened(language, scene.keys)
        let before = signs(test)
        try test.press(scene.move)
        #expect(signs(test) != before, "\(scene)")
    }

    @Test("What is selected in the other lists", arguments: lists)
    func lists(_ screen: String) throws {
        let test = try opened(.persian)
        _ = test.dashboard.open(screen)
        try test.dashboard.refresh()
        let before = signs(test)
        try test.press("down")
        #expect(signs(test) != before)
    }

    @Test("What is in alarm", arguments: scenes, Language.allCases)
    func alarms(_ scene: (keys: String, move: String), language: Language) throws {
        let test = try opened(language, scene.keys)
        expectTold(test.dashboard.frame())
    }

    @Test("What is in alarm on the wall", arguments: Language.allCases)
    func wall(_ language: Language) throws {
        let test = try TestDashboard(language, CampsExample.office)
        let board = WallBoard(test.office, language: language, clock: test.clock)
        board.resize(width: 120, height: 40)
        try board.refresh()
        let frame = board.frame()
        #expect(frame.rows.contains { $0.contains(where: isAlarm) })
        expectTold(frame)
    }

    /// Whatever is painted in the colours of alarm and warning holds a sign of its own or says it in a word, or stands
    /// beside or above or below what does: a large figure is five rows high.
    private func expectTold(_ frame: Frame) {
        let runs = frame.rows.enumerated().flatMap { row, runs in runs.map { (row: row, run: $0) } }
        let telling = runs.filter { isAlarm($0.run) ? isTold($0.run.text) : hasSign($0.run.text) }
        for (row, run) in runs where isAlarm(run) {
            let isTold = telling.contains { other in
                other.row == row || abs(other.row - row) <= 5 && near(other.run).overlaps(near(run))
            }
            #expect(isTold, "“\(run.text)” in row \(row) at \(run.start)")
        }
    }

    private func isAlarm(_ run: Run) -> Bool {
        let colors = [run.style.foreground, run.style.background]
        // Fridays in the head of a calendar are red by custom; their place in the week tells them.
        if colors == [.alarm, .panel], run.text.filter({ !$0.isWhitespace }).allSatisfy(\.isNumber) { return false }
        return (colors.contains(.alarm) || colors.contains(.warning)) && !run.text.allSatisfy(\.isWhitespace)
    }

    private func isTold(_ text: String) -> Bool { hasSign(text) || text.filter(\.isLetter).count > 1 }

    private func hasSign(_ text: String) -> Bool { text.contains { "▲!✕✗−▼◐*".contains($0) } }

    private func near(_ run: Run) -> Range<Int> { (run.start - 1)..<(run.start + max(1, run.width) + 1) }
}
