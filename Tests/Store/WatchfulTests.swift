import Domain
import Foundation
import GRDB
import Glibc
import Testing

@testable import Store

@Suite("What is written goes into the file at the path, or nowhere")
struct WatchfulTests {
    private let folder: TestFolder
    private let office: OfficeFile

    init() throws {
        folder = try TestFolder()
        office = try folder.office()
        try office.register("Q-0001", name: "بهار")
        try office.backup(to: folder.path + "/copy.db")
    }

    @Test("after it was moved, removed, replaced or cut nothing is acknowledged", arguments: 0..<5)
    func moved(_ how: Int) throws {
        let file = folder.file
        switch how {
        case 0: rename(file, file + ".old")
        case 1: unlink(file)
        case 2: rename(folder.path + "/copy.db", file)
        case 3: truncate(file, 0)
        default: try overwrite(file, with: folder.path + "/copy.db")
        }
        #expect(reason { try office.register("Q-0002", name: "باران") } == .cannotWrite)
        #expect(reason { try office.register("Q-0003", name: "نسیم") } == .cannotWrite)
    }

    private func overwrite(_ file: String, with other: String) throws {
        let bytes = try Data(contentsOf: URL(filePath: other))
        let handle = try FileHandle(forWritingTo: URL(filePath: file))
        try handle.truncate(atOffset: 0)
        try handle.write(contentsOf: bytes)
    }

    @Test("a backup copied over the file by hand is not mixed with the log of the one before")
    func strangeLog() throws {
        try overwrite(folder.file, with: folder.path + "/copy.db")
        let again = try OfficeFile(path: folder.file)
        #expect(again.readOnlyReason?.en.contains("by hand") == true)
        #expect(reason { try again.register("Q-0002", name: "باران") } == .damaged)
    }

    @Test("what verify found is noted, and nobody writes until a backup is restored")
    func noted() throws {
        try office.execute("UPDATE groups SET size = 99")
        #expect(!office.verdict { _, _ in }.problems.isEmpty)
        let other = try OfficeFile(path: folder.file)
        #expect(reason { try other.register("Q-0002", name: "باران") } == .damaged)
        #expect(other.readOnlyReason?.en.contains("khedmat verify --rebuild") == true)
        #expect(try other.groups(matching: "") == ["Q-0001"], "it is still read")
        _ = try OfficeFile.restore(from: folder.path + "/copy.db", to: folder.file, by: ali, clock: noon)
        try OfficeFile(path: folder.file).register("Q-0002", name: "باران")
    }

    @Test("nothing begins where somebody only looks")
    func looking() throws {
        try folder.write(Data(), to: "empty.db")
        for name in ["empty.db", "none.db"] {
            #expect(reason { try OfficeFile(path: folder.path + "/" + name, begins: false) } == .cannotOpen)
        }
        #expect(try folder.bytes("empty.db").isEmpty)
        #expect(try !folder.names().contains("none.db"))
    }

    @Test("a pipe or a device is no office, and is not waited for")
    func special() throws {
        mkfifo(folder.path + "/pipe", 0o600)
        for path in [folder.path + "/pipe", "/dev/zero", "/dev/full"] {
            #expect(reason { try OfficeFile(path: path) } == .cannotOpen, "\(path)")
        }
    }

    @Test("a pipe or a link in the bell's place holds nobody up and leads nowhere")
    func bell() throws {
        let bell = folder.file + "-bell"
        unlink(bell)
        mkfifo(bell, 0o600)
        try office.register("Q-0002", name: "باران")
        unlink(bell)
        try FileManager.default.createSymbolicLink(atPath: bell, withDestinationPath: folder.path + "/victim")
        try office.register("Q-0003", name: "نسیم")
        #expect(try !folder.names().contains("victim"))
    }

    @Test("half-filled forms are for their owner's eyes, whatever mode their file had")
    func drafts() throws {
        try folder.write(Data(), to: "drafts.db")
        chmod(folder.path + "/drafts.db", 0o644)
        let drafts = Drafts(path: folder.path + "/drafts.db", office: "x")
        try drafts.save(.object([.init("mobile", .string("09120000018"))]), of: "person.record")
        for name in try folder.names() where name.hasPrefix("drafts.db") { #expect(try folder.mode(name) == 0o600) }
    }

    @Test("ten programs that begin one office at once all come in, and there is one administrator")
    func beginnings() async throws {
        let path = folder.path + "/new.db"
        let roles = await withTaskGroup(of: Role?.self) { group in
            for _ in 0..<10 {
                group.addTask { try? OfficeFile(path: path).admit(ali, clock: noon).role }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(roles.count == 10 && roles.allSatisfy { $0 == .administrator })
        #expect(try OfficeFile(path: path).verify { _, _ in }.entries == 1)
    }

    @Test("looking at the file keeps this process's locks on it: without them another would clear away the log in use")
    func locks() throws {
        let again = try OfficeFile(path: folder.file)
        for number in 2...4 {
            try again.register("Q-000\(number)", name: "گروه \(number)")
            #expect(try locksHeld() > 0, "after \(number)")
        }
    }

    /// How many locks this process holds on the file, as the system counts them.
    private func locksHeld() throws -> Int {
        var status = stat()
        stat(folder.file, &status)
        return try String(contentsOfFile: "/proc/locks", encoding: .utf8).split(separator: "\n").count { line in
            line.contains("POSIX") && line.contains(" \(getpid()) ") && line.contains(":\(status.st_ino) ")
        }
    }

    @Test("an error names the file")
    func named() throws {
        let busy = try OfficeFile(path: folder.file, steps: Migrations.steps, patience: 0)
        let error = try office.writer().write { _ in
            #expect(throws: DecideError.self) { try busy.register("Q-0002", name: "باران") }
        }
        #expect(error?.phrase.en.contains(folder.file) == true && error?.phrase.fa.contains(folder.file) == true)
    }
}
