import Domain
import Foundation
import GRDB
import Testing

@testable import Store

@Suite("Who may restore what, and what stays")
struct RestoreTests {
    private let folder: TestFolder
    private let office: OfficeFile
    private var copy: String { folder.path + "/copy.db" }

    init() throws {
        folder = try TestFolder()
        office = try folder.office()
        for (account, role) in Self.staff {
            try office.send(#"{"command":"staff.add","account":"\#(account)","name":"\#(account)","role":"\#(role)"}"#)
        }
        try office.send(#"{"command":"staff.disable","account":"former"}"#)
        try office.register("Q-0001", name: "بهار")
        try office.backup(to: folder.path + "/copy.db")
        try office.register("Q-0002", name: "باران")
    }

    private static let staff = [
        ("oper", "operator"), ("sup", "supervisor"), ("tra", "trainer"), ("former", "administrator"),
    ]

    private func restore(by account: String, isOtherOffice: Bool = false) throws -> String? {
        try OfficeFile.restore(
            from: copy, to: folder.file, by: Sender(account: account, station: "desk"), clock: noon,
            isOtherOffice: isOtherOffice)
    }

    @Test("only an administrator of the office that is there", arguments: ["oper", "sup", "tra", "former", "nobody"])
    func role(_ account: String) throws {
        #expect(refusal { try restore(by: account) } == .notPermitted)
        #expect(try office.groups(matching: "") == ["Q-0002", "Q-0001"])
        #expect(try folder.names().allSatisfy { !$0.contains("before-restore") && !$0.hasPrefix("office.db.") })
    }

    @Test("the restored ledger says who did it and which last entry gave way to which, and is sound")
    func noted() throws {
        let before = try #require(try office.verify { _, _ in }.tip)
        let backup = try #require(try OfficeFile(path: copy, for: .look).verify { _, _ in }.tip)
        _ = try restore(by: "ali")
        let last = try #require(
            try office.view { (reader) throws(DecideError) in
                try reader.ledger(matching: Filter(), limit: 1).first
            })
        #expect(last.command == "ledger.restore" && last.account == "ali" && last.number == backup.number + 1)
        #expect(JSON.object(last.fields)["from"]?.string == before.text)
        #expect(JSON.object(last.fields)["to"]?.string == backup.text)
        #expect(try office.verify { _, _ in }.problems == [])
    }

    @Test("a backup of another office only when that is said")
    func otherOffice() throws {
        let other = try TestFolder()
        try other.office().backup(to: copy + "2")
        let restoreOther = { (isSaid: Bool) in
            try OfficeFile.restore(
                from: copy + "2", to: folder.file, by: ali, clock: noon, isOtherOffice: isSaid)
        }
        #expect(refusal { try restoreOther(false) }?.rawValue == "other-office")
        #expect(try office.groups(matching: "") == ["Q-0002", "Q-0001"])
        _ = try restoreOther(true)
        #expect(try office.groups(matching: "") == [])
    }

    @Test("what only the log beside a damaged file holds is kept with it")
    func log() throws {
        let log = try folder.bytes("office.db-wal")
        #expect(!log.isEmpty)
        let handle = try FileHandle(forWritingTo: URL(filePath: folder.file))
        try handle.write(contentsOf: Data(repeating: 0x41, count: 100))
        let kept = try #require(try restore(by: "ali"))
        let name = try #require(kept.split(separator: "/").last.map(String.init))
        #expect(try folder.bytes(name + "-wal") == log)
        #expect(try OfficeFile(path: folder.file, begins: false).groups(matching: "") == ["Q-0001"])
    }

    @Test("a backup is whole in its one file, not in WAL mode, and leaves nothing beside it")
    func oneFile() throws {
        #expect(try Array(folder.bytes("copy.db")[18...19]) == [1, 1])
        #expect(try folder.names().filter { $0.hasPrefix("copy") } == ["copy.db"])
        #expect(try OfficeFile(path: copy, for: .look).groups(matching: "") == ["Q-0001"])
    }

    @Test("a name that leads elsewhere is not written through")
    func deadLink() throws {
        let link = folder.path + "/link.db"
        let victim = folder.path + "/victim.db"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: victim)
        #expect(reason { try office.backup(to: link) } == .cannotWrite)
        #expect(reason { try OfficeFile(path: link) } == .cannotOpen)
        #expect(!FileManager.default.fileExists(atPath: victim))
    }
}
