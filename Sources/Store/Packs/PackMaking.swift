import CNettle
import Domain
import Foundation
import GRDB
import Persian

/// The secret that a pack's file holds and whose hash the office keeps: whoever forges a pack does not know it.
public struct PackSecret: Sendable {
    let bytes: [UInt8]

    /// 256 random bits.
    public init() {
        var random = SystemRandomNumberGenerator()
        bytes = (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }
    }

    init(_ data: Data) { bytes = [UInt8](data) }

    /// Its SHA-256 in hexadecimal digits.
    public var seal: String {
        Ledger.hash([], after: bytes).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}

// MARK: - Making

extension OfficeFile {
    /// Notes a pack in the office's ledger and writes its file, or does neither.
    ///
    /// The pack's content is read in the transaction that records it, so that nothing the office did before is missing.
    /// The pack is built in memory, passed through `seal` and written under a temporary name; it gets its own after the
    /// commit, because the office accepts no pack that its ledger does not know.
    ///
    /// - Parameters:
    ///   - campaign: of a base, the campaign in which it serves.
    ///   - path: a new file; it is made for its owner alone.
    ///   - account: the account that it is for.
    ///   - seal: makes of the pack's bytes those that are written.
    /// - Throws: the refusals of `pack.issue`; `cannotWrite` when something is at `path` or the disk refuses; else as
    ///   ``transaction(by:clock:_:)``. No file is left then.
    public func makePack(
        _ kind: any PackKind.Type, about: String, of campaign: String? = nil, for account: String, at path: String,
        by sender: Sender,
        clock: Clock, sealed seal: ([UInt8]) throws -> [UInt8] = { $0 }
    ) throws(DecideError) -> Pack {
        let secret = PackSecret()
        let request: Request
        do throws(Refusal) {
            request = try Request(
                PackIssue.self,
                [
                    .init("kind", .string(kind.name)), .init("about", .string(about)),
                    .init("campaign", campaign.json),
                    .init("account", .string(account)), .init("seal", .string(secret.seal)),
                ])
        } catch {
            throw .refused(error)
        }
        var file: UnfinishedFile?
        do throws(DecideError) {
            let pack = try transaction(by: sender, clock: clock) { (session) throws(DecideError) in
                let entry = try session.send(request)
                guard let pack = entry.changes.first?.after as? Pack else {
                    throw .store(Ledger.unreadable(entry.number))
                }
                let contents = try pack.contents(from: session.registry)
                try storing {
                    try UnfinishedFile.checkFree(path)
                    let bytes = try seal(PackWriting.bytes(of: contents, begunBy: entry, secret))
                    file = try UnfinishedFile(for: path)
                    try file?.write(bytes)
                }
                return pack
            }
            do throws(StoreError) { try file?.finish() } catch { throw .store(error) }
            return pack
        } catch {
            file?.abandon()
            throw error
        }
    }
}

enum PackWriting {
    /// The bytes of a file of the office's format whose ledger begins with the command that made it, and what it takes
    /// along.
    static func bytes(of contents: PackContents, begunBy issue: LedgerEntry, _ secret: PackSecret) throws -> [UInt8] {
        let queue = try DatabaseQueue()
        try fill(queue, with: contents, issue, secret)
        return try queue.writeWithoutTransaction { try $0.serialized() }
    }

    private static func fill(
        _ queue: DatabaseQueue, with contents: PackContents, _ issue: LedgerEntry, _ secret: PackSecret
    ) throws {
        try Migrations.run(on: queue, path: nil, isNew: true)
        var entry = issue
        entry.number = 1
        entry.batch = nil
        entry.batchName = nil
        entry.changes = contents.records.map { .new($0) }
        try queue.write { db in
            let session = CommandSession(
                db, sender: Sender(account: issue.account, station: issue.station), clock: Clock())
            try session.write(entry, after: Ledger.tip(db).hash)
            try session.finish()
            for item in contents.elsewhere {
                try db.execute(
                    sql: "INSERT OR IGNORE INTO elsewhere (person, day, camp) VALUES (?, ?, ?)",
                    arguments: [item.person, item.day.iso, item.camp])
            }
            let add = try db.cachedStatement(
                sql: "INSERT OR IGNORE INTO servedElsewhere (campaign, hash) VALUES (?, ?)")
            for item in contents.served {
                let hash = ServedHash.of(item.person, in: item.campaign, key: secret.bytes)
                try add.execute(arguments: [item.campaign, Data(hash)])
            }
            try db.execute(
                sql: "INSERT INTO carried (one, pack, secret) SELECT 1, code, ? FROM packs",
                arguments: [Data(secret.bytes)])
        }
    }
}
