import Domain
import Foundation
import Testing

@testable import Store

@Suite("Backup and restore")
struct BackupTests {
    @Test("a backup is whole while others write, and overwrites nothing")
    func backup() throws {
        let folder = try TestFolder()
        let office = try folder.office()
        try office.register("Q-0001", name: "بهار")
        let target = folder.path + "/copy.db"
        let writing = try OfficeFile(path: folder.file)
        let more = try request(#"{"command":"base.found","name":"قرارگاه"}"#)
        try writing.transaction(by: ali, clock: noon) { (session) throws(DecideError) in
            try session.send(more)
            do throws(StoreError) { try office.backup(to: target) } catch { throw .store(error) }
        }
        let copy = try OfficeFile(path: target)
        #expect(try copy.verify { _, _ in }.problems == [])
        #expect(try copy.groups(matching: "بهار") == ["Q-0001"])
        #expect(try copy.count("SELECT count(*) FROM bases") == 0)

        let before = try folder.bytes("copy.db")
        #expect(reason { try office.backup(to: target) } == .cannotWrite)
        #expect(try folder.bytes("copy.db") == before)
    }

    @Test("a restored file is as the backup was; what was there is kept, and other processes see the change")
    func restore() throws {
        let folder = try TestFolder()
        let office = try folder.office()
        try office.register("Q-0001", name: "بهار")
        try office.backup(to: folder.path + "/copy.db")
        try office.register("Q-0002", name: "باران")
        let other = try OfficeFile(path: folder.file)
        #expect(try other.groups(matching: "") == ["Q-0002", "Q-0001"])
        let version = try other.dataVersion()
        let watch = BellWatch(file: folder.file)

        let kept = try OfficeFile.restore(from: folder.path + "/copy.db", to: folder.file, by: ali, clock: noon)
        #expect(SharingTests.hears(watch))
        #expect(try other.dataVersion() != version)
        #expect(try other.groups(matching: "") == ["Q-0001"])
        #expect(try OfficeFile(path: #require(kept)).groups(matching: "") == ["Q-0002", "Q-0001"])

        try other.register("Q-0003", name: "نسیم")
        #expect(try office.groups(matching: "") == ["Q-0001", "Q-0003"])
        #expect(try office.verify { _, _ in }.problems == [])
    }

    @Test("each restoring keeps what was there under a name of its own")
    func restoreTwice() throws {
        let folder = try TestFolder()
        let office = try folder.office()
        try office.backup(to: folder.path + "/copy.db")
        let kept = try (1...2).map { _ in
            try OfficeFile.restore(from: folder.path + "/copy.db", to: folder.file, by: ali, clock: noon)
        }
        #expect(kept[0] != nil && kept[0] != kept[1])
    }

    @Test("where no file is, or a damaged one, the backup takes its place")
    func restoreDamaged() throws {
        let folder = try TestFolder()
        try folder.office().register("Q-0001", name: "بهار")
        try OfficeFile(path: folder.file).backup(to: folder.path + "/copy.db")

        let missing = folder.path + "/new.db"
        #expect(try OfficeFile.restore(from: folder.path + "/copy.db", to: missing, by: ali, clock: noon) == nil)
        #expect(try OfficeFile(path: missing).groups(matching: "") == ["Q-0001"])

        let damage = Data("این پرونده خراب است".utf8)
        try folder.write(damage, to: "bad.db")
        let kept = try OfficeFile.restore(
            from: folder.path + "/copy.db", to: folder.path + "/bad.db", by: ali, clock: noon)
        #expect(try OfficeFile(path: folder.path + "/bad.db").groups(matching: "") == ["Q-0001"])
        #expect(try Data(contentsOf: URL(filePath: #require(kept))) == damage)
    }

    @Test("a backup that is not sound is not restored, and the file stays as it is")
    func unsound() throws {
        let folder = try TestFolder()
        let office = try folder.office()
        try office.register("Q-0001", name: "بهار")
        try office.backup(to: folder.path + "/copy.db")
        _ = try folder.database("copy.db") { try $0.execute(sql: "UPDATE groups SET size = 99") }
        try folder.write(Data("متن".utf8), to: "text.db")
        try folder.write(Data(), to: "empty.db")
        for (name, expected) in [
            ("copy.db", StoreError.Reason.damaged), ("text.db", .damaged), ("empty.db", .cannotOpen),
            ("none.db", .cannotOpen),
        ] {
            #expect(
                reason { try OfficeFile.restore(from: folder.path + "/" + name, to: folder.file, by: ali, clock: noon) }
                    == expected)
        }
        #expect(try folder.bytes("empty.db").isEmpty)
        #expect(try office.groups(matching: "") == ["Q-0001"])
        #expect(try folder.names().allSatisfy { !$0.contains("before") })
    }
}
