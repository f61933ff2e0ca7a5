import Domain
import Foundation
import GRDB
import Persian

extension StoredPart {
    static let packs = StoredPart(
        part: .packs, tables: [.of(Pack.self) { PacksTable.packs }], first: [Pack.kind],
        given: ["carried", "elsewhere", "returned"],
        problems: { db in try PacksTable.returnedProblems(in: db) + PacksTable.carriedProblems(in: db) })
}

/// The tables of packs.
enum PacksTable {
    static let packs = Table(
        Pack.self, name: "packs", keyColumn: "code",
        derived: Table.listed(Pack.self, name: \.code) { pack, _ in
            [pack.code, pack.about, pack.account, pack.madeBy, pack.declaration?.title.fa]
        })
}

// MARK: - A file that is a pack

extension PacksTable {
    /// Whether the file is a pack, whatever its format.
    static func isPack(_ db: Database) throws -> Bool {
        guard try db.tableExists("carried") else { return false }
        return try Int.fetchOne(db, sql: "SELECT 1 FROM carried") != nil
    }

    /// The pack that a file is; nil for an office's own. A pack's schema has to be exactly ours, so that nothing
    /// foreign in it is run.
    static func carried(_ db: Database, _ path: String) throws -> Pack? {
        guard try isPack(db) else { return nil }
        if let stranger = try SchemaCheck.firstDifference(in: db) { throw StoreError.foreignSchema(path, stranger) }
        return try FileRegistry(db: db).carriedPack()
    }

    /// Marks a file as the pack that another is, once the command that made the pack was replayed into it.
    ///
    /// - Returns: whether it is one, so that its codes are those of a pack from here on.
    static func mark(_ fresh: Database, as file: Database, after entry: LedgerEntry) throws -> Bool {
        guard entry.number == 1, entry.command == PackIssue.name,
            let carried = try Row.fetchOne(file, sql: "SELECT pack, secret FROM carried")
        else { return false }
        try fresh.execute(
            sql: "INSERT INTO carried (one, pack, secret) VALUES (1, ?, ?)",
            arguments: [carried[0] as String, carried[1] as Data])
        return true
    }

    /// A file that says it is a pack begins with the command that made that pack.
    fileprivate static func carriedProblems(in db: Database) throws -> [Phrase] {
        guard let code = try String.fetchOne(db, sql: "SELECT pack FROM carried") else { return [] }
        let first = try String.fetchOne(db, sql: "SELECT entry FROM ledger WHERE number = 1")
        let entry = first.flatMap(JSON.init(parsing:)).flatMap(LedgerEntry.init(json:))
        let made = entry?.changes.compactMap { $0.after as? Pack }.contains { $0.code == code } ?? false
        guard entry?.command != PackIssue.name || !made else { return [] }
        return [
            Phrase(
                fa: "پرونده نشان بسته همراه دارد، ولی دفتر آن با ساختن بسته آغاز نمی‌شود.",
                en: "The file is marked as a pack, but its ledger does not begin with the making of one.")
        ]
    }

    /// Returned commands are not in the ledger, so they are only checked to be readable.
    fileprivate static func returnedProblems(in db: Database) throws -> [Phrase] {
        var problems: [Phrase] = []
        let rows = try Row.fetchCursor(db, sql: "SELECT id, entry, refusal FROM returned")
        while let row = try rows.next() {
            let id: String = row[0]
            let entry = JSON(parsing: row[1]).flatMap(LedgerEntry.init(json:))
            guard entry?.id == id, JSON(parsing: row[2]).flatMap(Refusal.init(json:)) != nil else {
                problems.append(
                    Phrase(
                        fa: "فرمانی که از بسته برگشته بود خوانا نیست یا تغییر کرده است.",
                        en: "A command that came back from a pack cannot be read or was changed."))
                continue
            }
        }
        return problems
    }
}

extension FileRegistry {
    func carriedPack() throws(DecideError) -> Pack? {
        let read = { try String.fetchOne(db.cachedStatement(sql: "SELECT pack FROM carried")) }
        let code = try storing {
            guard let cache else { return try read() }
            return try cache.carried(orRead: read)
        }
        guard let code else { return nil }
        return try find(Pack.self, key: code)
    }

    func pack(sealed seal: String) throws(DecideError) -> Pack? {
        try storing { try Pack.fetch(db, where: "seal = ?", [seal]).first }
    }

    /// A clock's time; in a pack never before its last command, whatever happened to the laptop's clock, because the
    /// office judges commands by their times. Only a clock that was far ahead and was put right is believed, because
    /// the office refuses commands from the future.
    func now(by clock: Domain.Clock) throws(DecideError) -> Moment {
        let now = clock.now()
        guard let pack = try carriedPack(), let last = try lastMoment() else { return now }
        let wasAhead = now >= pack.madeAt && last.milliseconds > now.milliseconds + Pack.tolerance
        return wasAhead ? now : max(now, last)
    }

    /// When the ledger's last command was given.
    private func lastMoment() throws(DecideError) -> Moment? {
        try storing {
            let last = try db.cachedStatement(
                sql: "SELECT number, entry FROM ledger ORDER BY number DESC LIMIT 1")
            return try Ledger.entries(last, []).first?.at
        }
    }
}
