import Foundation
import Support
import Testing

@testable import Dashboard

@MainActor
@Suite struct ReadmeTests {
    private static let readme = fixtures.deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("README.md")

    @Test("The README's tables of keys are those of the bindings; KHEDMAT_RECORD=1 writes them anew")
    func keys() throws {
        var text = try String(contentsOf: Self.readme, encoding: .utf8)
        let dashboard = try TestDashboard().dashboard
        // The plain lists share their keys; one of them stands for all.
        let screens = [
            "groups", "camps", "congress", "training", "guests", "door", "roll", "arbaeen", "people", "returned",
        ]
        for screen in screens {
            let begin = "<!-- keys:\(screen) -->\n"
            let start = try #require(text.range(of: begin), "the README has no table of the keys of \(screen)")
                .upperBound
            let end = try #require(text.range(of: "<!-- /keys -->", range: start..<text.endIndex)).lowerBound
            let table = dashboard.keyTable(of: screen) + "\n"
            if ProcessInfo.processInfo.environment["KHEDMAT_RECORD"] == "1" {
                text.replaceSubrange(start..<end, with: table)
                try text.write(to: Self.readme, atomically: true, encoding: .utf8)
            } else {
                #expect(String(text[start..<end]) == table)
            }
        }
    }
}
