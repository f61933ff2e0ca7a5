import Foundation
import Testing

/// Holds the `import` lines of every room to the edges that the house allows.
@Suite struct RoomTests {
    /// Which of our own rooms and system modules a room may import. Foundation's parts and the Swift packages of a
    /// room are named too: a new dependency is a decision.
    private static let allowed: [String: Set<String>] = [
        "Persian": ["CUtf8proc", "Glibc", "Synchronization"],
        "Domain": ["Persian", "Foundation"],
        "Store": [
            "Domain", "Persian", "CNettle", "CSQLite", "GRDB", "Foundation", "Dispatch", "Glibc", "Synchronization",
        ],
        "Exchange": [
            "Domain", "Store", "Persian", "CLibCSV", "CSodium", "CQREncode", "CPictures", "Foundation", "Dispatch",
            "Glibc", "Mustache", "Synchronization",
        ],
        "Canvas": ["Persian", "CFriBidi", "CUtf8proc", "Yams", "Glibc"],
        "Terminal": ["Canvas", "Persian", "CNcurses", "Glibc"],
        "Dashboard": ["Domain", "Store", "Exchange", "Canvas", "Persian"],
        "khedmat": [
            "ArgumentParser", "Logging", "Foundation", "Glibc", "Synchronization", "Dashboard", "Terminal", "Canvas",
            "Exchange", "Store", "Domain", "Persian", "CProcess",
        ],
    ]

    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static func sources(of room: String) throws -> [URL] {
        let folder = root.appendingPathComponent("Sources/\(room)")
        let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        return files.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
    }

    private static func imports(in file: URL) throws -> [String] {
        try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard let index = words.firstIndex(of: "import"), index <= 1, index + 1 < words.count else { return nil }
            // `internal import X`, `@testable import X`, `import struct X.Y`
            guard index == 0 || ["internal", "public", "package", "@preconcurrency"].contains(words[0]) else {
                return nil
            }
            let name = ["struct", "class", "enum", "func"].contains(words[index + 1]) ? words.last : words[index + 1]
            return name.map { String($0.prefix { $0 != "." }) }
        }
    }

    @Test("A room imports only what it may", arguments: allowed.keys.sorted())
    func imports(room: String) throws {
        let files = try Self.sources(of: room)
        #expect(!files.isEmpty)
        for file in files {
            for name in try Self.imports(in: file) {
                #expect(
                    Self.allowed[room]?.contains(name) == true, "\(room)/\(file.lastPathComponent) imports \(name)")
            }
        }
    }

    @Test("Every folder of Sources is a room that is held to its edges")
    func everyRoom() throws {
        let folders = try FileManager.default.contentsOfDirectory(
            atPath: Self.root.appendingPathComponent("Sources").path)
        let libraries = folders.filter { $0.hasPrefix("C") && $0 != "Canvas" }
        #expect(Set(folders).subtracting(libraries) == Set(Self.allowed.keys))
        for library in libraries {
            let swift = try Self.sources(of: library)
            #expect(swift.isEmpty, "\(library) is a system library: a module map and a header, no logic")
        }
    }

    @Test("Nothing stands at the top but what the design names")
    func topLevel() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.root.path)
        let visible = Set(names.filter { !$0.hasPrefix(".") })
        #expect(
            visible.subtracting(["Package.swift", "README.md", "Sources", "Tests", "themes", "Package.resolved"])
                .isEmpty)
    }

    @Test("Screens speak of start and end, never of left and right")
    func directions() throws {
        for file in try Self.sources(of: "Dashboard") {
            let text = try String(contentsOf: file, encoding: .utf8)
            for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                let words = line.split { !$0.isLetter }.map { $0.lowercased() }
                // Numbers and codes have a direction of their own.
                let isDirection = line.contains(".leftToRight") || line.contains(".rightToLeft")
                let isNamed = words.contains("left") || words.contains("right")
                #expect(isDirection || !isNamed, "\(file.lastPathComponent):\(number + 1): \(line)")
            }
        }
    }
}
