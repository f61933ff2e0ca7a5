import Domain
import Exchange
import Foundation
import GRDB
import Persian
import Testing

@testable import Store

/// Packs that are damaged, made up or not ours: a clear sentence, and nothing changes.
@Suite("Packs that are not to be trusted")
struct PackAttackTests {
    private let home: PackOffice
    init() throws { home = try PackOffice() }

    private func bytes(_ laptop: Laptop) throws -> Data { try Data(contentsOf: URL(filePath: laptop.path)) }

    private func opened(_ data: Data) throws -> OpenedPack {
        let path = home.folder.file("brought")
        try data.write(to: URL(filePath: path))
        return try OpenedPack(path: path)
    }

    private func filled(_ name: String = "c1") throws -> Laptop {
        let laptop = try home.pack(name)
        for hour in 10...19 { try laptop.send(PackOffice.need("C-001", "دارو \(hour)"), "1401/05/05T\(hour):00") }
        return laptop
    }

    @Test("truncated anywhere")
    func truncated() throws {
        let whole = try bytes(filled())
        for share in [0, 1, 15, 16, 100, 4096, whole.count / 3, whole.count / 2, whole.count - 4096, whole.count - 1] {
            #expect(reason { try opened(whole.prefix(share)) } == .damaged, "\(share) bytes of \(whole.count)")
        }
        #expect(try opened(whole).commands.count == 10)
    }

    @Test("a letter of the ledger changed")
    func changed() throws {
        var data = try bytes(filled())
        let place = try #require(data.range(of: Data("دارو 12".utf8)))
        data[place.upperBound - 1] = UInt8(ascii: "9")
        let error = #expect(throws: StoreError.self) { try opened(data) }
        #expect(error?.reason == .damaged && error?.phrase.en.contains("nothing was changed") == true)
    }

    @Test("an office's file, a text, a folder, nothing at all")
    func noPack() throws {
        let home = try PackOffice(isInMemory: false)
        let text = home.folder.file("text")
        try Data("سلام".utf8).write(to: URL(filePath: text))
        for path in [home.office.path ?? "", text, home.folder.file("")] {
            #expect(reason { try OpenedPack(path: path) } == .damaged, "\(path)")
        }
        #expect(reason { try OpenedPack(path: home.folder.file("nowhere")) } == .cannotOpen)
    }

    @Test("of a newer version")
    func newer() throws {
        let laptop = try filled()
        try laptop.office.writer().write { try $0.execute(sql: "PRAGMA user_version = 999") }
        #expect(reason { try OpenedPack(path: laptop.path) } == .newer)
    }

    @Test("of another office, though its code is one of ours")
    func otherOffice() throws {
        let other = try PackOffice()
        let stranger = try other.pack("c1")
        try stranger.send(PackOffice.report("C-001", "05", 8), "1401/05/05T21:00")
        _ = try home.pack("ours")
        let entries = try home.office.entries().count
        #expect(refusal { try home.bring(stranger) } == .notPermitted)
        #expect(try home.office.entries().count == entries)
    }

    @Test("commands written into the file by hand: another account, another kind, another camp, another time")
    func forged() throws {
        let laptop = try home.pack("c1")
        let undone = try home.send(PackOffice.need("C-001", "چای"), "1401/05/06T09:00")
        let forged: [(String, String, String)] = [
            (PackOffice.report("C-001", "05", 8), "ali", "1401/05/05T21:00"),
            (
                #"{"command":"staff.add","account":"x","name":"x","role":"administrator"}"#, "leader1",
                "1401/05/05T21:00"
            ),
            (#"{"command":"camp.close","code":"C-001"}"#, "leader1", "1401/05/05T21:00"),
            (PackOffice.report("C-002", "05", 8), "leader1", "1401/05/05T21:00"),
            (#"{"command":"need.settle","code":"N-003","outcome":"met"}"#, "leader1", "1401/05/05T21:00"),
            (#"{"command":"ledger.undo","undo":"\#(undone.id)"}"#, "leader1", "1401/05/06T21:00"),
            (PackOffice.report("C-001", "04", 8), "leader1", "1401/05/04T21:00"),
            (PackOffice.report("C-001", "05", 8), "leader1", "1402/05/04T21:00"),
        ]
        for (line, account, at) in forged { try laptop.forge(line, as: account, at: at) }
        let before = try home.office.contents()
        let report = try home.bring(laptop)
        #expect(report.count("refused") == forged.count)
        let codes = try home.waiting().map(\.refusal.code)
        #expect(codes == Array(repeating: .notPermitted, count: 6) + [.invalidDate, .invalidDate])
        #expect(try home.office.contents() == before && home.office.isSound())
    }

    @Test("hostile numbers and texts in the fields are answered as in any script")
    func hostile() throws {
        let laptop = try home.pack("c1")
        try laptop.forge(
            #"{"command":"camp.report","camp":"C-001","day":"1401/05/40","present":-1}"#, as: "leader1",
            at: "1401/05/05T21:00")
        try laptop.forge(#"{"command":"no.such","x":[[[]]]}"#, as: "leader1", at: "1401/05/05T21:00")
        #expect(try home.bring(laptop).count("refused") == 2)
    }

    @Test(
        "tables that are not what they say: a view without end, a trigger of somebody's own",
        arguments: [
            "DROP TABLE carried; CREATE VIEW carried AS WITH RECURSIVE n(one) AS (SELECT 1 UNION ALL SELECT one FROM n) SELECT one, 'PK-001' AS pack, x'00' AS secret FROM n",
            "DROP VIEW ledgerText; CREATE VIEW ledgerText AS WITH RECURSIVE n(row) AS (SELECT 1 UNION ALL SELECT row FROM n) SELECT row, 'x' AS search FROM n",
            "CREATE TRIGGER own AFTER INSERT ON ledger BEGIN UPDATE staff SET role = 'administrator'; END",
            "ALTER TABLE people ADD COLUMN more TEXT",
        ])
    func schema(_ sql: String) throws {
        let laptop = try filled()
        let queue = try DatabaseQueue(path: laptop.path)
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA foreign_keys = OFF; \(sql)") }
        try queue.close()
        #expect(reason { try OpenedPack(path: laptop.path) } == .damaged)
    }

    @Test("a sealed pack is never in plain on the disk, and opens in memory")
    func sealed() throws {
        let home = try PackOffice(isInMemory: false)
        let path = home.folder.file("c1.sealed")
        let words = try Passphrase("چهار واژه ساده")
        let sealer = try SealedFile.Sealer(words)
        var plain: [UInt8] = []
        _ = try home.office.makePack(
            CampPack.self, about: "C-001", for: "leader1", at: path, by: clerk,
            clock: PackOffice.clock("1401/05/05T08:00")
        ) { bytes in
            plain = bytes
            return sealer.sealed(bytes)
        }
        #expect(plain.count > 100_000 && Data(plain).range(of: Data("9990000018".utf8)) != nil)
        let names = try FileManager.default.contentsOfDirectory(atPath: home.folder.file(""))
        #expect(names.filter { $0.hasPrefix("c1") } == ["c1.sealed"])
        #expect(try Data(contentsOf: URL(filePath: path)).range(of: Data("SQLite format 3".utf8)) == nil)
        #expect(try OpenedPack(path: path, passphrase: words).pack.about == "C-001")
    }

    @Test(
        "a sealed header that asks for more than this machine should give is not tried",
        arguments: [(5, 65_536), (3, 262_145)])
    func greedy(_ passes: UInt32, _ memory: UInt32) throws {
        let path = home.folder.file("greedy.sealed")
        var bytes = Array("khedmat-sealed-1".utf8) + [UInt8](repeating: 7, count: 16)
        for number in [passes, memory] { bytes += (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) } }
        try Data(bytes + [UInt8](repeating: 9, count: 100)).write(to: URL(filePath: path))
        #expect(throws: SealError.damaged(path)) {
            try SealedFile.unsealed(path, with: Passphrase("چهار واژه ساده"))
        }
    }

    @Test("a pack is no backup")
    func restore() throws {
        let home = try PackOffice(isInMemory: false)
        let laptop = try home.pack("c1")
        #expect(
            reason {
                try OfficeFile.restore(
                    from: laptop.path, to: #require(home.office.path), by: clerk,
                    clock: PackOffice.clock("1401/05/13T08:00"))
            } == .damaged)
        #expect(try home.find(Camp.self, "C-002") != nil)
    }
}

extension Laptop {
    /// Writes an entry past all rules, with a chain that holds.
    func forge(_ line: String, as account: String, at: String) throws {
        let json = try #require(JSON(parsing: line))
        let tip = try office.writer().read { try Ledger.tip($0) }
        let forged = JSON.object([
            .init("number", .integer(tip.number + 1)), .init("id", .string(CommandID.new(at: .now()))),
            .init("at", .string(try Moment(parsing: at, in: .tehran).iso(in: .tehran))), .init("as", .string(account)),
            .init("station", .string(pack.code)), .init("command", json["command"] ?? .null),
            .init("fields", .object((json.members ?? []).filter { $0.name != "command" })), .init("changes", .list([])),
            .init("result", .object([])), .init("warnings", .list([])), .init("overrides", .list([])),
        ])
        let entry = try #require(LedgerEntry(json: forged))
        try office.writer().write { db in
            _ = try Ledger.append(entry, after: tip.hash, to: db)
            try db.execute(
                sql: """
                    INSERT INTO ledgerSearch (rowid, search)
                    SELECT number, search || char(10, 10) FROM ledger WHERE number = \(entry.number)
                    """)
        }
    }
}
