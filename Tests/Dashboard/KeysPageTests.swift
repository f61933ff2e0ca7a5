import Foundation
import Support
import Testing

@testable import Dashboard

@MainActor
@Suite struct KeysPageTests {
    private static let page = fixtures.deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent(".readme/keys.md")

    @Test("The page of keys has each screen's own keys and once those that all share; KHEDMAT_RECORD=1 writes it anew")
    func keys() throws {
        var text = try String(contentsOf: Self.page, encoding: .utf8)
        let dashboard = try TestDashboard().dashboard
        for (name, table) in dashboard.keyTables() {
            let begin = "<!-- keys:\(name) -->\n"
            let start = try #require(text.range(of: begin), "the page has no table of the keys of \(name)").upperBound
            let end = try #require(text.range(of: "<!-- /keys -->", range: start..<text.endIndex)).lowerBound
            if ProcessInfo.processInfo.environment["KHEDMAT_RECORD"] == "1" {
                text.replaceSubrange(start..<end, with: table)
                try text.write(to: Self.page, atomically: true, encoding: .utf8)
            } else {
                #expect(String(text[start..<end]) == table)
            }
        }
    }
}
