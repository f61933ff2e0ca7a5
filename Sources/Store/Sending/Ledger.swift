import CNettle
import Domain
import Foundation
import GRDB
import Persian

extension FileRegistry {
    func entry(_ id: String) throws(DecideError) -> LedgerEntry? {
        try storing {
            let statement = try db.cachedStatement(sql: "SELECT number, entry FROM ledger WHERE id = ?")
            return try Ledger.entries(statement, [id]).first
        }
    }

    func entries(touching records: [String], afterVersion version: Int) throws(DecideError) -> [LedgerEntry] {
        try entries(touching: records, "t.version > ?", version)
    }

    func entries(touching records: [String], afterNumber number: Int) throws(DecideError) -> [LedgerEntry] {
        try entries(touching: records, "t.number > ?", number)
    }

    private func entries(
        touching records: [String], _ condition: String, _ value: Int
    ) throws(DecideError) -> [LedgerEntry] {
        try storing {
            let statement = try db.cachedStatement(
                sql: """
                    SELECT l.number, l.entry FROM touches t JOIN ledger l ON l.number = t.number
                    WHERE t.record = ? AND \(condition) ORDER BY t.number
                    """)
            var found: [LedgerEntry] = []
            for record in records { found += try Ledger.entries(statement, [record, value]) }
            return found.sorted { $0.number < $1.number }
        }
    }
}

/// The history of all carried-out commands: each entry's hash is taken over the hash before it and its own text.
enum Ledger {
    typealias Hash = [UInt8]

    static func hash(_ entry: [UInt8], after previous: Hash) -> Hash {
        var context = sha256_ctx()
        nettle_sha256_init(&context)
        nettle_sha256_update(&context, previous.count, previous)
        nettle_sha256_update(&context, entry.count, entry)
        var digest = Hash(repeating: 0, count: Int(SHA256_DIGEST_SIZE))
        nettle_sha256_digest(&context, digest.count, &digest)
        return digest
    }

    /// The last entry's number and hash: 0 and 32 zero bytes in a new file.
    static func tip(_ db: Database) throws -> (number: Int, hash: Hash) {
        let statement = try db.cachedStatement(sql: "SELECT number, hash FROM ledger ORDER BY number DESC LIMIT 1")
        guard let row = try Row.fetchOne(statement) else { return (0, Hash(repeating: 0, count: 32)) }
        let hash: Data = row[1]
        return (try row.figure(0), Hash(hash))
    }

    /// - Parameter text: as it stands in the ledger that it comes from; nil for its own.
    static func append(
        _ entry: LedgerEntry, after previous: Hash, text: String? = nil, to db: Database
    ) throws -> Hash {
        let text = text ?? entry.json.text
        let digest = hash(Array(text.utf8), after: previous)
        let keys = entry.changes.map(\.record.key)
        let search = Table.searchText([entry.id, entry.account, entry.command, entry.title.fa, entry.reason] + keys)
        try db.cachedStatement(
            sql: "INSERT INTO ledger (number, id, batch, entry, hash, search) VALUES (?, ?, ?, ?, ?, ?)"
        )
        .execute(arguments: [
            entry.number, entry.id, entry.batch, text, Data(digest), search,
        ])
        try Acts.note(entry, db)
        let touch = try db.cachedStatement(
            sql: "INSERT OR REPLACE INTO touches (record, version, number) VALUES (?, ?, ?)")
        for change in entry.changes {
            // A voided record's next version is the one it no longer got.
            let version = change.after?.version ?? change.record.version + 1
            try touch.execute(arguments: [change.record.id, version, entry.number])
        }
        return digest
    }

    static func entries(_ statement: Statement, _ arguments: StatementArguments) throws -> [LedgerEntry] {
        let rows = try Row.fetchCursor(statement, arguments: arguments)
        var entries: [LedgerEntry] = []
        while let row = try rows.next() {
            guard let entry = JSON(parsing: row[1]).flatMap(LedgerEntry.init(json:)) else {
                throw unreadable(row[0])
            }
            entries.append(entry)
        }
        return entries
    }

    static func unreadable(_ number: Int) -> StoreError {
        StoreError(
            .damaged,
            Phrase(
                fa: "رویداد \(persianDigits(number)) دفتر خوانا نیست؛ «khedmat verify» را اجرا کنید.",
                en: "Entry \(number) of the ledger cannot be read; run “khedmat verify”."))
    }
}
