import Foundation
import Harness
import Testing

/// An office of its own for one test: an empty folder that stands for the user's home, gone with the test.
final class CommandLineOffice {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "khedmat-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// English, so that sentences can be read in the tests; the empty home is where files go by default.
    var environment: [String: String] { ["HOME": folder.path, "LANG": "en_US.UTF-8"] }

    func path(_ name: String) -> String { folder.appending(path: name).path }

    func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

    /// Writes a file into the folder and answers with its path.
    func file(_ name: String, _ text: String) throws -> String {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        return path(name)
    }

    func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
    }

    func permissions(_ name: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path(name))
        return (attributes[.posixPermissions] as? Int ?? 0) & 0o777
    }

    /// Runs `khedmat` in this office between pipes.
    @discardableResult
    func run(
        _ arguments: String..., input: String = "", environment: [String: String] = [:]
    ) throws -> Program.Result {
        try Program.run(
            Program.khedmat, arguments, input: Array(input.utf8),
            environment: self.environment.merging(environment) { $1 })
    }

    /// Sixty groups and eighty of their members, as the office sent them.
    static func fixture(_ name: String) -> String {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures/Exchange/\(name)").path
    }

    /// An office with the groups of the fixture.
    static func withGroups() throws -> CommandLineOffice {
        let office = try CommandLineOffice()
        let result = try office.run("import", "groups", fixture("groups.csv"))
        try #require(result.status == .exited(0), "\(result.errorText)")
        return office
    }
}

extension Program.Result {
    /// The lines of stdout, without the empty end.
    var lines: [String] { outputText.split(separator: "\n").map(String.init) }

    /// The lines of stdout as JSON objects.
    func objects() throws -> [[String: Any]] {
        try lines.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:] }
    }

    /// All of stdout as one JSON value.
    func json() throws -> Any { try JSONSerialization.jsonObject(with: Data(output)) }
}
