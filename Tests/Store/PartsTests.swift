import Domain
import Foundation
import Testing

@testable import Store

/// A part declares itself once in each room, and the rooms name the same parts.
@Suite("The parts of the office in the file")
struct PartsTests {
    @Test("the file names the parts of the rules, in their order")
    func same() {
        #expect(StoredParts.all.map(\.part.id) == Parts.all.map(\.id))
    }

    @Test("each part says where its records stand, and no others")
    func tables() throws {
        for part in StoredParts.all {
            #expect(part.tables.map(\.kind.name) == part.part.records.map { $0.kind.name }, "\(part.part.id)")
        }
        let names = try RecordKind.allTypes.map { try Table.of($0.kind).name }
        #expect(Set(names).count == names.count)
        let office = try newOffice()
        for name in names { #expect(try office.count("SELECT count(*) FROM \(name)") >= 0) }
    }

    @Test("what is counted, rippled and read first is of a kind that is kept")
    func kinds() {
        let kinds = Set(RecordKind.allTypes.map { $0.kind })
        for part in StoredParts.all {
            #expect(Set(part.dayCounts.map(\.kind) + part.ripples.map(\.kind)).isSubset(of: kinds))
            #expect(Set(part.first).isSubset(of: Set(part.tables.map(\.kind))), "\(part.part.id)")
        }
    }

    /// Who gives commands and the pack that a file may be are known to whoever opens a file.
    private static let everywhere: Set = ["Staff", "Pack"]

    @Test("what is of no part names no record of one", arguments: ["File", "Records", "Lists", "Sending"])
    func kernel(folder: String) throws {
        let root = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let types = Set(RecordKind.allTypes.map { "\($0)" } + ["Body"]).subtracting(Self.everywhere)
        let files = try #require(
            FileManager.default.enumerator(
                at: root.appending(path: "Sources/Store/\(folder)"), includingPropertiesForKeys: nil))
        for case let file as URL in files where file.pathExtension == "swift" {
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                let code = line.split(separator: "//", maxSplits: 1, omittingEmptySubsequences: false)[0]
                    .replacing(#/"[^"]*"/#, with: "")
                let words = Set(code.split { !$0.isLetter }.map(String.init))
                #expect(words.isDisjoint(with: types), "\(file.lastPathComponent): \(line)")
            }
        }
    }
}
