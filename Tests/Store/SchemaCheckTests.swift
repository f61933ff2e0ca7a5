import Domain
import Foundation
import GRDB
import Testing

@testable import Store

@Suite("Nothing that somebody else made of a file is run")
struct SchemaCheckTests {
    private let folder: TestFolder

    init() throws {
        folder = try TestFolder()
        try folder.office().register("Q-0001", name: "بهار")
    }

    private func tamper(_ sql: String) throws {
        let queue = try DatabaseQueue(path: folder.file)
        try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
        try queue.close()
    }

    @Test("a new file is known by the digest of its schema, without being compared")
    func digest() throws {
        let found = try OfficeFile(path: folder.file).reader.read { try SchemaCheck.digest(of: $0) }
        #expect(found == SchemaCheck.currentDigest, "after a step of the schema was added, this is the new digest")
    }

    @Test(
        "what is foreign or altered is refused before anything is read",
        arguments: [
            "DROP TABLE settings; CREATE VIEW settings AS WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT n AS id FROM c",
            "CREATE TRIGGER evil AFTER INSERT ON ledger BEGIN UPDATE staff SET role = 'administrator'; END",
            "CREATE INDEX evil ON groups (hex(zeroblob(1000000)))",
            "ALTER TABLE groups ADD COLUMN evil TEXT AS (hex(zeroblob(100000000)))",
        ])
    func foreign(_ sql: String) throws {
        try tamper(sql)
        for purpose in [FilePlace.Purpose.begin, .work, .look] {
            #expect(reason { try OfficeFile(path: folder.file, for: purpose) } == .damaged)
        }
    }

    @Test("where something is missing the file is read, says what, and is made anew")
    func missing() throws {
        try tamper("DROP INDEX groupsByName")
        let office = try OfficeFile(path: folder.file)
        #expect(office.readOnlyReason?.en.contains("groupsByName") == true)
        #expect(try office.groups(matching: "") == ["Q-0001"])
        #expect(reason { try office.register("Q-0002", name: "باران") } == .damaged)
        _ = try OfficeFile.rebuild(folder.file, by: ali, clock: noon) { _, _ in }
        try OfficeFile(path: folder.file).register("Q-0002", name: "باران")
    }

    @Test("what SQLite keeps of its own is no matter")
    func analysed() throws {
        try tamper("ANALYZE")
        try OfficeFile(path: folder.file).register("Q-0002", name: "باران")
    }
}
