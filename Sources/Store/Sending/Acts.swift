import Domain
import GRDB

/// Something one person did and may undo, or undid and may redo: one command, or those of an import that are not
/// undone.
public struct Act: Sendable {
    /// The command; of an import the last that is not undone.
    public let entry: LedgerEntry
    /// What was done at first: the entry itself, or what it undid.
    public let original: LedgerEntry
    /// How many commands would be undone.
    public let count: Int

    /// Whether it is an undo, so that undoing it is a redo.
    public var isUndo: Bool { entry.id != original.id }
    public var batch: String? { entry.batch }
}

/// What ``Reader/lastAct(of:)`` found.
public struct LastAct: Sendable {
    public let act: Act?
    /// The latest command after it that can never be undone, or not by that person.
    public let passed: LedgerEntry?
}

/// Who did what, and whether it is undone.
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

    /// Marks an entry as undone or not; what it had undone itself changes with it.
    private static func set(_ number: Int, isUndone: Bool, _ db: Database) throws {
        try db.cachedStatement(sql: "UPDATE acts SET isUndone = ? WHERE number = ?")
            .execute(arguments: [isUndone, number])
        if let target = try target(of: number, db) { try set(target, isUndone: !isUndone, db) }
    }

    /// Leaves out what an import undid or redid itself, as a station does in its pack: it is no change of its own, and to take
    /// it back would bring back what was taken back there.
    private static let isOfItsOwn =
        "NOT EXISTS (SELECT 1 FROM acts target WHERE target.number = acts.undoes AND target.batch = acts.batch)"

    /// What is left to undo of an import: its commands that stand.
    static let leftOfBatch = "FROM acts WHERE batch = ?1 AND account = ?2 AND isUndone = 0 AND \(isOfItsOwn)"

    /// What an entry undid.
    static func target(of number: Int, _ db: Database) throws -> Int? {
        let statement = try db.cachedStatement(sql: "SELECT undoes FROM acts WHERE number = ?")
        return try Int.fetchOne(statement, arguments: [number])
    }

    /// The entries of an account that are not undone: its commands, redone ones again among them, or its undos that
    /// were not redone.
    ///
    /// The first entry of a file made the file, and cannot be undone.
    static func standing(undos: Bool) -> String {
        """
        SELECT number, batch FROM acts WHERE account = ?1 AND isUndone = 0
        AND undoes IS \(undos ? "NOT NULL AND isRedo = 0 AND \(isOfItsOwn)" : "NULL") AND number < ?2 AND number > 1
        """
    }
}

extension Reader {
    /// How many entries are read in search of one that can be undone.
    private static let reach = 200

    /// The last thing an account did that is not undone and may be. Commands that never can be, or not by that
    /// account's role, are passed over, and so are those that changed nothing.
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

    /// The last undo of an account that was not redone.
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

    /// What an account did or undid that is not undone itself, the latest first; an import counts as one.
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

    /// What undoing an entry would undo: the entry alone, or all of its import that is not undone.
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
            let sql = "SELECT count(*) \(Acts.leftOfBatch)"
            count = try Int.fetchOne(db.cachedStatement(sql: sql), arguments: [batch, entry.account]) ?? 1
        }
        return Act(entry: entry, original: original, count: count)
    }

    /// The ids of an account's commands of an import that are not undone, the latest first.
    ///
    /// - Throws: what the store reports.
    public func commands(ofBatch batch: String, by account: String) throws(DecideError) -> [String] {
        try storing {
            let sql = """
                SELECT (SELECT id FROM ledger WHERE number = acts.number) \(Acts.leftOfBatch) ORDER BY number DESC
                """
            return try String.fetchAll(db.cachedStatement(sql: sql), arguments: [batch, account])
        }
    }

    private func entry(number: Int) throws -> LedgerEntry? {
        let statement = try db.cachedStatement(sql: "SELECT number, entry FROM ledger WHERE number = ?")
        return try Ledger.entries(statement, [number]).first
    }
}
