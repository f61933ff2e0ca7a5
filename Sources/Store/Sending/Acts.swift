import Domain
import GRDB

/// Something one person did that may be taken back, or took back and may do again: one command, or what stands of an
/// import.
public struct Act: Sendable {
    /// The command, of an import its last that stands.
    public let entry: LedgerEntry
    /// What was done at first: the entry itself, or what it took back.
    public let original: LedgerEntry
    /// How many commands would be taken back.
    public let count: Int

    /// Whether it took something back, so that taking it back does that again.
    public var isUndo: Bool { entry.id != original.id }
    public var batch: String? { entry.batch }
}

/// What ``Reader/lastAct(of:)`` found.
public struct LastAct: Sendable {
    public let act: Act?
    /// What was done after it and can never be taken back, or not by that person, the latest.
    public let passed: LedgerEntry?
}

/// Who did what, and whether it stands.
enum Acts {
    /// Notes an entry that was written to the ledger.
    static func note(_ entry: LedgerEntry, _ db: Database) throws {
        let undoes = try entry.undoneID.flatMap { id in
            let statement = try db.cachedStatement(sql: "SELECT number FROM ledger WHERE id = ?")
            return try Int.fetchOne(statement, arguments: [id])
        }
        let sql = """
            INSERT INTO acts (number, account, batch, undoes, isRedo)
            VALUES (?1, ?2, ?3, ?4, EXISTS (SELECT 1 FROM acts WHERE number = ?4 AND undoes IS NOT NULL AND isRedo = 0))
            """
        try db.cachedStatement(sql: sql).execute(arguments: [entry.number, entry.account, entry.batch, undoes])
        if let undoes { try set(undoes, isUndone: true, db) }
    }

    /// Marks an entry; what it had undone itself stands again, or no longer.
    private static func set(_ number: Int, isUndone: Bool, _ db: Database) throws {
        try db.cachedStatement(sql: "UPDATE acts SET isUndone = ? WHERE number = ?")
            .execute(arguments: [isUndone, number])
        if let target = try target(of: number, db) { try set(target, isUndone: !isUndone, db) }
    }

    /// What an entry undid.
    static func target(of number: Int, _ db: Database) throws -> Int? {
        let statement = try db.cachedStatement(sql: "SELECT undoes FROM acts WHERE number = ?")
        return try Int.fetchOne(statement, arguments: [number])
    }

    /// The numbers of an account's entries that stand, the latest first: what it did, or what it took back and did not do
    /// again. Who did something again finds it among what was done.
    ///
    /// The first entry of a file made the file, and is nobody's to take back.
    static func standing(undos: Bool) -> String {
        """
        SELECT number, batch FROM acts WHERE account = ?1 AND isUndone = 0
        AND undoes IS \(undos ? "NOT NULL AND isRedo = 0" : "NULL") AND number < ?2 AND number > 1
        """
    }
}

extension Reader {
    /// How far back is looked for something that can be taken back: as many commands that never can be.
    private static let reach = 200

    /// The last thing of an account that stands and may be taken back. What can never be, or not by that account's role, is
    /// passed over, and so is what changed nothing.
    ///
    /// - Throws: what the store reports.
    public func lastAct(of account: String) throws(DecideError) -> LastAct {
        let role = try find(Staff.self, key: account)?.role
        var passed: LedgerEntry?
        let act = try firstAct(of: account, undos: false) { entry in
            if let role, try mayEverBeUndone(entry, by: role) { return true }
            if !entry.changes.isEmpty { passed = passed ?? entry }
            return false
        }
        return LastAct(act: act, passed: passed)
    }

    /// The last thing that an account took back and that was not done again.
    ///
    /// - Throws: what the store reports.
    public func lastUndo(of account: String) throws(DecideError) -> Act? {
        try firstAct(of: account, undos: true) { _ in true }
    }

    private func firstAct(
        of account: String, undos: Bool, _ isWanted: (LedgerEntry) throws -> Bool
    ) throws(DecideError) -> Act? {
        try storing {
            let sql = Acts.standing(undos: undos) + " ORDER BY number DESC LIMIT ?3"
            let rows = try Row.fetchCursor(
                db.cachedStatement(sql: sql), arguments: [account, Int.max, Self.reach])
            while let row = try rows.next() {
                guard let entry = try entry(number: row[0]), try isWanted(entry) else { continue }
                return try act(of: entry)
            }
            return nil
        }
    }

    /// What an account did and took back that stands, the latest first; an import is one.
    ///
    /// - Throws: what the store reports.
    public func acts(of account: String, limit: Int) throws(DecideError) -> [Act] {
        try storing {
            var acts: [Act] = []
            for undos in [false, true] {
                var (number, batches, found) = (Int.max, [String](), 0)
                let sql =
                    Acts.standing(undos: undos) + """
                         AND (batch IS NULL OR batch NOT IN (SELECT value FROM json_each(?3)))
                        ORDER BY number DESC LIMIT 1
                        """
                let statement = try db.cachedStatement(sql: sql)
                while found < limit,
                    let row = try Row.fetchOne(statement, arguments: [account, number, batches.json.text])
                {
                    number = row[0]
                    if let batch: String = row[1] { batches.append(batch) }
                    found += 1
                    guard let entry = try entry(number: number) else { continue }
                    acts.append(try act(of: entry))
                }
            }
            return Array(acts.sorted { $0.entry.number > $1.entry.number }.prefix(limit))
        }
    }

    /// What taking an entry back would take back: it alone, or with what stands of its import.
    ///
    /// - Throws: what the store reports.
    public func act(_ id: String, isWholeBatch: Bool) throws(DecideError) -> Act? {
        guard let entry = try registry.entry(id) else { return nil }
        return try storing { try act(of: entry, isWholeBatch: isWholeBatch) }
    }

    private func act(of entry: LedgerEntry, isWholeBatch: Bool = true) throws -> Act {
        var number = entry.number
        while let target = try Acts.target(of: number, db) { number = target }
        let original = number == entry.number ? entry : try self.entry(number: number) ?? entry
        var count = 1
        if let batch = entry.batch, isWholeBatch {
            let sql = "SELECT count(*) FROM acts WHERE batch = ? AND account = ? AND isUndone = 0"
            count = try Int.fetchOne(db.cachedStatement(sql: sql), arguments: [batch, entry.account]) ?? 1
        }
        return Act(entry: entry, original: original, count: count)
    }

    /// The ids of an account's commands of an import that stand, the latest first.
    ///
    /// - Throws: what the store reports.
    public func commands(ofBatch batch: String, by account: String) throws(DecideError) -> [String] {
        try storing {
            let sql = """
                SELECT l.id FROM acts a JOIN ledger l ON l.number = a.number
                WHERE a.batch = ? AND a.account = ? AND a.isUndone = 0 ORDER BY a.number DESC
                """
            return try String.fetchAll(db.cachedStatement(sql: sql), arguments: [batch, account])
        }
    }

    private func entry(number: Int) throws -> LedgerEntry? {
        let statement = try db.cachedStatement(sql: "SELECT number, entry FROM ledger WHERE number = ?")
        return try Ledger.entries(statement, [number]).first
    }
}
