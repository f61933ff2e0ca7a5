import Domain
import Foundation
import GRDB
import Testing

@testable import Store

@Suite("Opening a file")
struct OpeningTests {
    @Test("files that are none of ours are refused as damaged and stay as they are, byte for byte")
    func foreign() throws {
        let folder = try TestFolder()
        let office = try folder.office()
        try office.register("Q-0001", name: "بهار")
        try office.backup(to: folder.path + "/whole.db")
        let whole = try folder.bytes("whole.db")
        var wrecked = whole
        wrecked.replaceSubrange(0..<16, with: Data(repeating: 0x41, count: 16))
        let files = [
            "note.db": Data("شماره ثبت,نام گروه\nQ-0001,بهار\n".utf8), "half.db": whole.prefix(whole.count / 2),
            "page.db": whole.prefix(4096), "header.db": whole.prefix(60), "wrecked.db": wrecked,
        ]
        for (name, content) in files {
            try folder.write(content, to: name)
            #expect(reason { try OfficeFile(path: folder.path + "/" + name) } == .damaged, "\(name)")
            #expect(try folder.bytes(name) == content, "\(name)")
        }
    }

    @Test("another program's database is refused and stays as it is")
    func foreignDatabase() throws {
        let folder = try TestFolder()
        let other = try folder.database("other.db") {
            try $0.execute(sql: "CREATE TABLE notes (text); INSERT INTO notes VALUES ('سلام')")
        }
        let before = try folder.bytes("other.db")
        #expect(reason { try OfficeFile(path: other) } == .damaged)
        #expect(try folder.bytes("other.db") == before)
        #expect(try folder.names() == ["other.db"])
    }

    @Test("what is written waits for the disk, but in a file that is thrown away", arguments: [false, true])
    func durability(isScratch: Bool) throws {
        let folder = try TestFolder()
        let path = folder.path + "/office.db"
        for _ in 0..<2 {
            let office = try OfficeFile(path: path, isScratch: isScratch)
            // SQLite's FULL is 2, its OFF 0; in WAL mode NORMAL would lose the last commits with the power.
            #expect(
                try office.writer().read { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == (isScratch ? 0 : 2))
        }
        let office = try OfficeFile(path: path)
        #expect(try office.writer().read { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 2)
    }

    @Test("a folder, or a file in a folder that is missing, cannot be opened")
    func nowhere() throws {
        let folder = try TestFolder()
        #expect(reason { try OfficeFile(path: folder.path) } == .cannotOpen)
        #expect(reason { try OfficeFile(path: folder.path + "/none/office.db") } == .cannotOpen)
    }

    @Test("a file from a newer version is opened for reading only, and says why")
    func newer() throws {
        let folder = try TestFolder()
        try folder.office().register("Q-0001", name: "بهار")
        _ = try folder.database("office.db") { try $0.execute(sql: "PRAGMA user_version = 99") }
        let office = try OfficeFile(path: folder.file)
        #expect(office.readOnlyReason?.en.contains("newer version") == true)
        #expect(try office.groups(matching: "بهار") == ["Q-0001"])
        #expect(reason { try office.register("Q-0002", name: "باران") } == .newer)
        #expect(try office.groups(matching: "") == ["Q-0001"])
    }

    @Test("an older file is brought up to date after a copy of it was kept")
    func migration() throws {
        let folder = try TestFolder()
        try folder.office().register("Q-0001", name: "بهار")
        let steps = Migrations.steps + ["CREATE TABLE later (a TEXT) STRICT"]
        let office = try OfficeFile(path: folder.file, steps: steps)
        #expect(try office.count("SELECT count(*) FROM later") == 0)
        #expect(try office.count("PRAGMA user_version") == steps.count)
        #expect(try office.groups(matching: "بهار") == ["Q-0001"])

        let copies = try folder.names().filter { $0.hasPrefix("office.db.before-update-") }
        let copy = try OfficeFile(path: folder.path + "/" + #require(copies.first))
        #expect(copies.count == 1)
        #expect(try copy.groups(matching: "بهار") == ["Q-0001"])
        #expect(throws: (any Error).self) { try copy.count("SELECT count(*) FROM later") }
    }

    @Test("a step that fails leaves the file at its version, with the copy beside it")
    func failedMigration() throws {
        let folder = try TestFolder()
        try folder.office().register("Q-0001", name: "بهار")
        let steps = Migrations.steps + ["CREATE TABLE later (a TEXT); CREATE TABLE later (a TEXT)"]
        #expect(throws: StoreError.self) { try OfficeFile(path: folder.file, steps: steps) }
        let office = try OfficeFile(path: folder.file)
        #expect(try office.groups(matching: "بهار") == ["Q-0001"])
        #expect(throws: (any Error).self) { try office.count("SELECT count(*) FROM later") }
    }

    @Test("an empty file becomes an office, as a missing one does")
    func empty() throws {
        let folder = try TestFolder()
        try folder.write(Data(), to: "office.db")
        try folder.office().register("Q-0001", name: "بهار")
        #expect(try OfficeFile(path: folder.file).groups(matching: "") == ["Q-0001"])
    }

    @Test("what it makes only its owner may read; in a set-group-ID folder, its group too")
    func modes() throws {
        for (mode, expected) in [(0o700, 0o600), (0o2770, 0o660)] {
            let folder = try TestFolder()
            chmod(folder.path, mode_t(mode))
            let office = try folder.office()
            try office.backup(to: folder.path + "/copy.db")
            let watch = BellWatch(file: folder.path + "/other.db")
            #expect(watch.descriptor >= 0)
            for name in try folder.names() {
                #expect(try folder.mode(name) == expected, "\(name)")
            }
            #expect(try folder.names().contains("office.db-bell"))
        }
    }
}
