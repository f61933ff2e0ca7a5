import Domain
import Foundation
import GRDB
import Synchronization
import Testing

@testable import Store

/// Two connections behave as two processes do: SQLite locks by connection.
@Suite("Sharing a file")
struct SharingTests {
    @Test("a reader does not wait for a writer, and sees what was committed")
    func reading() throws {
        let folder = try TestFolder()
        let office = try folder.office()
        let other = try OfficeFile(path: folder.file, steps: Migrations.steps, patience: 0)
        let registering = try request(SharingTests.registering)
        try office.transaction(by: ali, clock: noon) { (session) throws(DecideError) in
            try session.send(registering)
            #expect(try other.view { (reader) throws(DecideError) in try reader.count(Domain.Group.kind) } == 0)
        }
        #expect(try other.groups(matching: "بهار") == ["Q-0001"])
    }

    @Test("a writer that gets no turn says that another program holds the file, and nothing is half written")
    func busy() throws {
        let folder = try TestFolder()
        let office = try folder.office()
        let other = try OfficeFile(path: folder.file, steps: Migrations.steps, patience: 0.05)
        let registering = try request(SharingTests.registering)
        try office.transaction(by: ali, clock: noon) { (session) throws(DecideError) in
            #expect(reason { try other.send(registering, by: ali, clock: noon) } == .busy)
            try session.send(registering)
        }
        #expect(try office.verify { _, _ in }.problems == [])
        #expect(refusal { try other.send(registering, by: ali, clock: noon) } == .duplicateCode)
    }

    @Test("writers take turns: no command of either is lost or refused")
    func turns() async throws {
        let folder = try TestFolder()
        _ = try folder.office()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 1...3 {
                let path = folder.file
                group.addTask {
                    let office = try OfficeFile(path: path, steps: Migrations.steps, patience: 60)
                    for number in 1...15 {
                        try office.register("Q-\(writer)0\(number)", name: "گروه \(writer) \(number)")
                    }
                }
            }
            try await group.waitForAll()
        }
        let office = try OfficeFile(path: folder.file)
        #expect(try office.groups(matching: "").count == 45)
        let report = try office.verify { _, _ in }
        #expect(report.problems == [])
        #expect(report.entries == 46)
    }

    @Test("offices that open a new file at once agree on one administrator")
    func opening() async throws {
        let folder = try TestFolder()
        let path = folder.file
        let roles = try await withThrowingTaskGroup(of: Role?.self) { group in
            for number in 1...4 {
                group.addTask {
                    let office = try OfficeFile(path: path, steps: Migrations.steps, patience: 60)
                    return try? office.admit(Sender(account: "staff\(number)", station: "desk"), clock: noon).role
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(roles.compactMap { $0 } == [.administrator])
    }

    @Test("the bell rings after the commit: who hears it sees the change")
    func bell() throws {
        let folder = try TestFolder()
        let office = try folder.office()
        let other = try OfficeFile(path: folder.file)
        let before = try other.dataVersion()
        let watch = BellWatch(file: folder.file)
        #expect(!watch.drain())
        let registering = try request(SharingTests.registering)
        try office.transaction(by: ali, clock: noon) { (session) throws(DecideError) in
            try session.send(registering)
            #expect(!watch.drain())
        }
        #expect(Self.hears(watch))
        #expect(try other.dataVersion() != before)
        #expect(try other.groups(matching: "بهار") == ["Q-0001"])
    }

    @Test("a refused command rings for nobody and changes no version")
    func silence() throws {
        let folder = try TestFolder()
        let office = try folder.office()
        let other = try OfficeFile(path: folder.file)
        let before = try other.dataVersion()
        let watch = BellWatch(file: folder.file)
        #expect(refusal { try office.send(#"{"command":"group.amend","code":"Q-0009","size":1}"#) } == .notFound)
        #expect(!watch.drain())
        #expect(try other.dataVersion() == before)
    }

    static let registering = """
        {"command":"group.register","code":"Q-0001","name":"بهار","kind":"general","fields":["relief"],
        "county":"قم","size":10,"registeredOn":"1400/01/01"}
        """

    static func hears(_ watch: BellWatch) -> Bool {
        var wait = pollfd(fd: watch.descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&wait, 1, 5000) == 1 && watch.drain()
    }
}

extension TestFolder {
    /// A database that somebody else writes.
    func database(_ name: String, _ work: (Database) throws -> Void) throws -> String {
        let queue = try DatabaseQueue(path: path + "/" + name)
        try queue.write(work)
        try queue.close()
        return path + "/" + name
    }
}
