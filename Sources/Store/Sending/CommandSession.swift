import CSQLite
import Domain
import Foundation
import GRDB
import Persian

/// Sends commands inside one transaction.
public final class CommandSession {
    let db: Database
    let sender: Sender
    let clock: Clock
    private let beside: Beside
    private var tip: (number: Int, hash: Ledger.Hash)?
    private let cache = RecordCache()
    private var index = SearchIndex()

    init(_ db: Database, sender: Sender, clock: Clock, beside: Beside = Beside()) {
        self.db = db
        self.sender = sender
        self.clock = clock
        self.beside = beside
    }

    /// What the rules, and an import that compares rows with records, read.
    public var registry: some Registry { FileRegistry(db: db, cache: cache, beside: beside) }

    /// Carries a command out, or says why not. One whose id was carried out before changes nothing and answers
    /// as it did then.
    ///
    /// - Throws: the refusal of the rule in the way; `not-permitted` when the id is that of a command that the sender may
    ///   not see; `program-error` when a constraint of the file forbids what the rules allow; what the store reports.
    @discardableResult
    public func send(_ request: Request) throws(DecideError) -> LedgerEntry {
        let registry = FileRegistry(db: db, cache: cache, beside: beside)
        let now = try registry.now(by: clock)
        if let id = request.id, let earlier = try registry.entry(id) {
            try request.checkRepetition(of: earlier, by: sender, at: now, in: registry)
            return earlier
        }
        let (envelope, decision) = try request.decide(
            by: sender, at: now, id: CommandID.new(at: .now()), in: registry)
        return try unlessForbidden(request) {
            let tip = try tip ?? Ledger.tip(db)
            let entry = LedgerEntry(
                number: tip.number + 1, envelope: envelope, request: request, decision: decision)
            try write(entry, after: tip.hash)
            return entry
        }
    }

    /// Writes all that a command changes, or nothing. A change that the rules allow and a constraint of the file
    /// forbids is a program error: it refuses this one command, and the next is carried out.
    private func unlessForbidden<T>(_ request: Request, _ write: () throws -> T) throws(DecideError) -> T {
        let before = tip
        try storing { try db.cachedStatement(sql: "SAVEPOINT command").execute() }
        do throws(DecideError) {
            return try storing {
                let result = try write()
                try checkReferences()
                try db.cachedStatement(sql: "RELEASE command").execute()
                return result
            }
        } catch {
            tip = before
            cache.removeAll()
            guard case .store(let failure) = error, failure.reason == .constraint else { throw error }
            try storing { try db.execute(sql: "ROLLBACK TO command; RELEASE command") }
            Faults.report("\(request.command.name): \(failure.named("The file").phrase.en)")
            throw .refused(.fault)
        }
    }

    /// Checks deferred foreign keys after each command: at the commit one bad command would roll all the others back.
    private func checkReferences() throws {
        var (open, highest): (Int32, Int32) = (0, 0)
        sqlite3_db_status(db.sqliteConnection, SQLITE_DBSTATUS_DEFERRED_FKS, &open, &highest, 0)
        if open != 0 {
            throw DatabaseError(resultCode: .SQLITE_CONSTRAINT_FOREIGNKEY, message: "a reference is missing")
        }
    }

    /// Writes an entry and its changes without asking a rule: the first of a pack's file, and those of a replay.
    ///
    /// - Parameter text: the entry's text in the ledger that it comes from, over which its hash was taken; nil for its
    ///   own.
    func write(_ entry: LedgerEntry, after previous: Ledger.Hash, text: String? = nil) throws {
        for change in entry.changes { try apply(change, on: entry.at.day(in: .tehran)) }
        tip = (entry.number, try Ledger.append(entry, after: previous, text: text, to: db))
        index.note(entry: entry.number)
    }

    /// Does all of `work` or nothing of it.
    ///
    /// - Throws: what `work` throws; what the store reports.
    public func whole<T>(_ work: () throws(DecideError) -> T) throws(DecideError) -> T {
        let before = tip
        try storing { try db.cachedStatement(sql: "SAVEPOINT whole").execute() }
        do throws(DecideError) {
            let result = try work()
            try storing { try db.cachedStatement(sql: "RELEASE whole").execute() }
            return result
        } catch {
            tip = before
            cache.removeAll()
            try storing { try db.execute(sql: "ROLLBACK TO whole; RELEASE whole") }
            throw error
        }
    }

    private func apply(_ change: Change, on day: Day) throws {
        let table = try Table.of(change.kind)
        let registry = FileRegistry(db: db, cache: cache)
        if table.isListed {
            try index.note(change.record.id, isNew: change.before == nil, in: table.name, db)
        }
        switch (change.before, change.after) {
        case (nil, let after?):
            try after.insert(into: db)
            if let coded = after as? any Coded { try Series.take(coded, registry, db) }
        case (_?, let after?): try after.update(in: db)
        case (let before?, nil):
            try before.delete(from: db)
            if let coded = before as? any Coded { try Series.free(coded, registry, db) }
        case (nil, nil): break
        }
        cache.take(change)
        try EvidenceTable.apply(change, in: FileRegistry(db: db, cache: cache))
        try DayCounts.apply(change, on: day, db)
        for follow in StoredParts.followers { try follow(change, FileRegistry(db: db, cache: cache)) }
        for record in try Ripples.recordsSpeaking(ofWhat: change, in: FileRegistry(db: db)) {
            try index.note(record.id, isNew: false, in: Table.of(type(of: record).kind).name, db)
            try record.refresh(in: db)
        }
    }

    /// Updates the search indexes, which is left to do before the commit.
    func finish() throws { try index.update(db) }
}

extension OfficeFile {
    /// Carries one command out in a transaction of its own, then rings the bell.
    ///
    /// - Throws: as ``CommandSession/send(_:)`` and ``transaction(by:clock:_:)``; the refusal of a command that was
    ///   only noted too.
    @discardableResult
    public func send(_ request: Request, by sender: Sender, clock: Clock) throws(DecideError) -> LedgerEntry {
        let entry = try transaction(by: sender, clock: clock) { (session) throws(DecideError) in
            try session.send(request)
        }
        // A command that was only noted is in the ledger, but refused.
        if let refusal = entry.refusal { throw .refused(refusal) }
        return entry
    }

    /// Runs `work` in one transaction: all of it is kept, or nothing.
    ///
    /// - Throws: what `work` throws; `newer`, `damaged` or `cannotWrite` where nothing may be written; `busy` when
    ///   another process holds the file for too long; `cannotWrite` when the disk refuses or the file was moved.
    public func transaction<T>(
        by sender: Sender, clock: Clock, _ work: (CommandSession) throws(DecideError) -> T
    ) throws(DecideError) -> T {
        let writer: DatabaseQueue
        do throws(StoreError) { writer = try self.writer() } catch { throw .store(error) }
        let beside = beside.withLock { $0 }
        let result = try naming { () throws(DecideError) in
            try storing {
                try writer.write { db in
                    let session = CommandSession(db, sender: sender, clock: clock, beside: beside)
                    let result = try work(session)
                    try session.finish()
                    return result
                }
            }
        }
        ring()
        return result
    }

    /// Works through many items in transactions of at most `longest`, so that nobody else waits longer. Shorter ones cost more:
    /// the search indexes are merged after each, a quarter of the time of a sheet in transactions of 50 ms on a slow machine.
    ///
    /// - Parameter work: returns false to stop after this item; what was done stays.
    /// - Throws: as ``transaction(by:clock:_:)``; the transactions that were committed before stay.
    public func transactions<Item>(
        over items: some Sequence<Item>, by sender: Sender, clock: Clock,
        longest: Duration = .milliseconds(100), _ work: (CommandSession, Item) throws(DecideError) -> Bool
    ) throws(DecideError) {
        var iterator = items.makeIterator()
        var next = iterator.next()
        while next != nil {
            try transaction(by: sender, clock: clock) { (session) throws(DecideError) in
                let end = ContinuousClock.now + longest
                while let item = next {
                    next = try work(session, item) ? iterator.next() : nil
                    if ContinuousClock.now > end { break }
                }
            }
        }
    }

    /// Reads from one snapshot of the file.
    func read<T>(_ work: (Database) throws -> T) throws(DecideError) -> T {
        try naming { () throws(DecideError) in try storing { try reader.read(work) } }
    }
}
