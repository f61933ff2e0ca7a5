import Foundation
import Testing

/// How sentences are written: what is filled in keeps its direction to itself.
@Suite struct SentenceTests {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test("A phrase inside a phrase is filled in whole, not one side of it, which has lost its isolates")
    func wholePhrases() throws {
        let files = try #require(
            FileManager.default.enumerator(
                at: Self.root.appendingPathComponent("Sources"), includingPropertiesForKeys: nil)
        )
        var found: [String] = []
        for case let file as URL in files where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            for match in text.matches(of: #/\b(?:fa:\s*"[^\n]*?\\\([^()"]*\.fa\)|en:\s*"[^\n]*?\\\([^()"]*\.en\))/#) {
                found.append("\(file.lastPathComponent): \(match.output)")
            }
        }
        #expect(found == [])
    }
}
