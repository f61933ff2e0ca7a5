import Foundation
import Testing

/// What is not of a part names none: a new part is told by its own folders and a line in each room's list.
@Suite("Parts of the office") struct PartTests {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Sources")

    /// The folders that every part stands on.
    private static let shared = [
        "Domain/Kernel", "Exchange/Sheets", "Exchange/Engine", "Dashboard/Shell", "Dashboard/Toolkit",
        "Dashboard/Forms", "khedmat",
    ]

    /// Who works here, what is set, what sort of file it is, and whom a form is about: known everywhere.
    private static let known: Set<String> = [
        "Staff", "Setting", "SettingChange", "Pack", "Person", "PersonRecord",
    ]

    /// What may be named everywhere but here: commands come to the rules from stations, whatever sort these are.
    private static let unknown = ["Domain/Kernel": Set(["Pack"])]

    private static func files(in folder: String) throws -> [URL] {
        let files = try #require(
            FileManager.default.enumerator(at: root.appendingPathComponent(folder), includingPropertiesForKeys: nil))
        return files.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
    }

    /// The records and commands that parts declare, by the names of their types.
    private static func declared() throws -> Set<String> {
        let declaration =
            #/(?:struct|enum) (\w+): (?:Record|Coded|Body|Dated|Staged|Command|Filling|Adding|Amending\w*|Transition)\b/#
        let parts = try files(in: "Domain").filter { !$0.path.contains("/Kernel/") }
        let names = try parts.flatMap { file in
            try String(contentsOf: file, encoding: .utf8).matches(of: declaration).map { String($0.output.1) }
        }
        return Set(names).subtracting(known)
    }

    @Test("What is not of a part names no record and no command of one", arguments: shared)
    func kernel(folder: String) throws {
        let declared = try Self.declared().union(Self.unknown[folder] ?? [])
        #expect(declared.count > 60)
        for file in try Self.files(in: folder) {
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                let code = line.prefix { $0 != "\"" }
                guard !code.trimmingCharacters(in: .whitespaces).hasPrefix("//") else { continue }
                for word in code.split(whereSeparator: { !$0.isLetter && !$0.isNumber })
                where declared.contains(String(word)) {
                    Issue.record("\(folder)/\(file.lastPathComponent) names \(word): \(line)")
                }
            }
        }
    }

    @Test("A part has a folder of the same name in each room")
    func folders() throws {
        let folders = try FileManager.default.contentsOfDirectory(
            atPath: Self.root.appendingPathComponent("Domain").path)
        for part in folders where part != "Kernel" && !part.contains(".") {
            for room in ["Exchange", "Dashboard"] {
                let path = Self.root.appendingPathComponent("\(room)/\(part)").path
                #expect(FileManager.default.fileExists(atPath: path), "\(room) has no folder \(part)")
            }
        }
    }
}
