import Foundation
import Testing

/// Every refusal of the rules is met by a test of the rules, and every command is sent by one.
@Suite struct RefusalTests {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static func text(of folder: String) throws -> String {
        let files = try #require(
            FileManager.default.enumerator(at: root.appendingPathComponent(folder), includingPropertiesForKeys: nil))
        let swift = files.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
        return try swift.map { try String(contentsOf: $0, encoding: .utf8) }.joined(separator: "\n")
    }

    @Test("A code that rules refuse or warn with stands in a test of the rules")
    func codes() throws {
        let sources = try Self.text(of: "Sources/Domain")
        let tests = try Self.text(of: "Tests/Domain") + Self.text(of: "Tests/Store")
        let declared = sources.matches(of: #/static let (\w+) = RefusalCode\(rawValue: "([a-z-]+)"\)/#)
        #expect(declared.count > 20)
        for match in declared {
            let (name, raw) = (String(match.1), String(match.2))
            #expect(tests.contains("as: .\(name)") || tests.contains("\"\(raw)\""), "no test is refused as \(raw)")
        }
    }

    @Test("A command stands in a test of the rules")
    func commands() throws {
        let sources = try Self.text(of: "Sources/Domain")
        let tests = try Self.text(of: "Tests/Domain")
        let declared = sources.matches(of: #/static let name = "([a-z]+\.[A-Za-z]+)"/#)
        #expect(declared.count > 50)
        for match in declared {
            let name = String(match.1)
            // Some tests put the verb in: "camp.\(state)".
            let parts = name.split(separator: ".")
            let isBuilt = tests.contains("\(parts[0]).\\#(") && tests.contains("\"\(parts[1])\"")
            let isChecked = name.hasPrefix("guest.check")
            #expect(tests.contains(name) || isBuilt || isChecked, "no test sends \(name)")
        }
    }
}
