import Domain
import Foundation
import GRDB
import Glibc
import Persian

extension OfficeFile {
    /// Puts a backup in the place of the file. The backup is verified first; what was there is kept beside it; and the
    /// restored ledger says who did it, when, and which last entry gave way to which.
    ///
    /// Only an administrator of the office that is there may do this; where it cannot be read any more, or nothing is
    /// there, one of the backup's.
    ///
    /// The pictures beside the backup come with it; those that were there stay beside them.
    ///
    /// - Parameter isOtherOffice: the backup may be of another office than the one that is there.
    /// - Parameter press: by which the backup's bulletins are proved; nil to leave them unproved.
    /// - Returns: where the former file was kept; nil when there was none.
    /// - Throws: `not-permitted`, `other-office`, and why a file cannot be read or written; the file is not changed then.
    public static func restore(
        from source: String, to path: String, by sender: Sender, clock: Clock, isOtherOffice: Bool = false,
        press: (any BulletinPress)? = nil
    ) throws(DecideError) -> String? {
        let backup = try opening { () throws(StoreError) -> OfficeFile in try openBackup(source, press) }
        let former = try opening { () throws(StoreError) -> Former in try Former(path) }
        let known = try former.standing(of: sender)
        let staff = if let known { known } else { try backup.standing(of: sender) }
        guard staff.role == .administrator else {
            throw .refused(.notPermitted(staff.account, staff.role, LedgerRestore.self))
        }
        let begins = try backup.firstHash()
        if !isOtherOffice, let office = former.office, try office.firstHash() != begins {
            throw .refused(.otherOffice(source, path))
        }
        let entry = try backup.restoring(source, former, by: sender, at: clock.now())
        try opening { () throws(StoreError) in try backup.pictures?.copy(to: PictureFolder(besideFile: path)) }
        return try opening { () throws(StoreError) in
            do { return try backup.replace(former, path, entry) } catch {
                throw StoreError(error, path: path)
            }
        }
    }

    private static func opening<T>(_ work: () throws(StoreError) -> T) throws(DecideError) -> T {
        do throws(StoreError) { return try work() } catch { throw .store(error) }
    }

    private static func openBackup(
        _ source: String, _ press: (any BulletinPress)?
    ) throws(StoreError) -> OfficeFile {
        let backup: OfficeFile
        do throws(StoreError) {
            backup = try OfficeFile(path: source, for: .look)
        } catch {
            throw error.reason == .damaged ? .noBackup(source) : error
        }
        if backup.pack != nil { throw .packIsNoBackup(source) }
        if let press { backup.use(press) }
        if let problem = try backup.verify({ _, _ in }).problems.first { throw .unsoundBackup(source, problem) }
        return backup
    }

    /// Rebuilds everything in the file from its ledger, whose chain has to be sound: records, counts, indexes. What was
    /// there is kept beside it, and the ledger says who did it and when.
    ///
    /// Only somebody whom the verified ledger names as an administrator may do this.
    ///
    /// - Parameter press: by which the bulletins are proved; nil to leave them unproved.
    /// - Returns: where the former file was kept.
    /// - Throws: `not-permitted`, and why the ledger does not serve; nothing is changed then.
    public static func rebuild(
        _ path: String, by sender: Sender, clock: Clock, press: (any BulletinPress)? = nil,
        _ progress: (Int, Int) -> Void
    ) throws(DecideError) -> String? {
        let former = try opening { () throws(StoreError) -> Former in try Former(path) }
        guard let office = former.office, office.pack == nil else { throw .store(.noOffice(path)) }
        if let press { office.use(press) }
        let rebuilt = try opening { () throws(StoreError) in try office.madeAnew(progress) }
        let staff = try rebuilt.standing(of: sender)
        guard staff.role == .administrator else {
            throw .refused(.notPermitted(staff.account, staff.role, LedgerRestore.self))
        }
        let entry = try rebuilt.restoring("khedmat verify --rebuild", former, by: sender, at: clock.now())
        return try opening { () throws(StoreError) in
            do { return try rebuilt.replace(former, path, entry) } catch {
                throw StoreError(error, path: path)
            }
        }
    }

    /// The same office in memory: a replay of the ledger, and the tables that the ledger does not determine.
    private func madeAnew(_ progress: (Int, Int) -> Void) throws(StoreError) -> OfficeFile {
        let fresh = try OfficeFile()
        fresh.beside.withLock { $0 = beside.withLock { $0 } }
        do {
            let tip = try reader.read { db in
                let tip = try Ledger.mark(db)
                try fresh.reader.write { new in
                    let session = try LedgerReplay.carryOut(db, into: new) { progress($0, tip?.number ?? $0) }
                    try session.finish()
                    for table in DerivedCheck.given { try Self.copy(table, from: db, to: new) }
                }
                return tip
            }
            let report = try fresh.verify { _, _ in }
            if report.tip != tip || !report.problems.isEmpty {
                throw StoreError.brokenLedger(path ?? "", report.problems.first)
            }
            return fresh
        } catch {
            throw StoreError(error, path: path ?? "", isReading: true)
        }
    }

    private static func copy(_ table: String, from old: Database, to new: Database) throws {
        let rows = try Row.fetchCursor(old, sql: "SELECT * FROM \(table)")
        while let row = try rows.next() {
            let places = row.columnNames.map { _ in "?" }.joined(separator: ", ")
            let names = row.columnNames.map { "\"\($0)\"" }.joined(separator: ", ")
            try new.execute(
                sql: "INSERT OR REPLACE INTO \(table) (\(names)) VALUES (\(places))",
                arguments: StatementArguments(row.databaseValues))
        }
    }

    fileprivate func firstHash() throws(DecideError) -> Data? {
        try read { try Data.fetchOne($0, sql: "SELECT hash FROM ledger WHERE number = 1") }
    }

    /// The entry that the restored ledger ends with.
    private func restoring(
        _ source: String, _ former: Former, by sender: Sender, at now: Moment
    ) throws(DecideError) -> LedgerEntry {
        let name = source.split(separator: "/").last.map(String.init) ?? source
        let tip = try read { try Ledger.mark($0) }
        var fields: [JSON.Member] = [.init("to", .string(tip?.text ?? "0")), .init("backup", .string(name))]
        if let mark = former.tip { fields.append(.init("from", .string(mark.text))) }
        let request: Request
        do throws(Refusal) { request = try Request(LedgerRestore.self, fields) } catch { throw .refused(error) }
        let envelope = Envelope(
            id: CommandID.new(at: .now()), at: now, account: sender.account, role: .administrator,
            sender: sender.administrator, station: sender.station)
        return try read { db in
            let decision = try LedgerRestore(request.given).decide(envelope, in: FileRegistry(db: db))
            return LedgerEntry(
                number: (tip?.number ?? 0) + 1, envelope: envelope, request: request, decision: decision)
        }
    }

    private func replace(_ former: Former, _ path: String, _ entry: LedgerEntry) throws -> String? {
        let staged = try Backup.staged(reader, for: path) { copy in
            try copy.write { db in
                let session = CommandSession(
                    db, sender: Sender(account: entry.account, station: entry.station), clock: Clock(fixed: entry.at))
                try session.write(entry, after: Ledger.tip(db).hash)
                try session.finish()
            }
        }
        defer { staged.abandon() }
        let kept = try former.isWritable ? Self.overwrite(path, with: staged) : Self.moveAside(path)
        if !former.isWritable {
            do { try staged.finish() } catch {
                if let kept { Self.rename(kept, to: path) }
                throw error
            }
        }
        Damage.forget(of: path)
        Bell.ring(path)
        return kept
    }

    /// Overwrites the file's content in one transaction, so that those who have it open see it.
    private static func overwrite(_ path: String, with staged: UnfinishedFile) throws -> String {
        let writer = try open(path, readOnly: false, 5)
        let kept = try Backup.keepCopy(of: writer, path: path, label: "before-restore")
        let source = try openToRead(FilePlace(path: staged.path), 5)
        try source.backup(to: writer)
        return kept
    }

    /// Renames the former file together with its WAL, whose content is nowhere else.
    ///
    /// - Returns: nil when nothing was there.
    private static func moveAside(_ path: String) throws(StoreError) -> String? {
        let kept = Backup.nameBeside(path, "before-restore")
        var moved: [String] = []
        for ending in ["", "-wal", "-shm"] {
            if Glibc.rename(path + ending, kept + ending) == 0 {
                moved.append(ending)
            } else if errno != ENOENT {
                let error = errno
                for ending in moved { Glibc.rename(kept + ending, path + ending) }
                throw .notMade(kept, error)
            }
        }
        if moved.isEmpty { return nil }
        // A file that cannot be read any more is kept without them, rather than be in the way.
        try? PictureFolder(besideFile: path).share(with: PictureFolder(besideFile: kept))
        return kept
    }

    private static func rename(_ kept: String, to path: String) {
        for ending in ["", "-wal", "-shm"] { Glibc.rename(kept + ending, path + ending) }
    }
}

/// What is at the path that a backup is restored to.
private struct Former {
    /// The office, where it can still be read.
    let office: OfficeFile?
    /// The last entry of its ledger.
    let tip: LedgerMark?
    /// Whether the backup can be written into it, as a change that others see; else a new file takes its place.
    let isWritable: Bool

    init(_ path: String) throws(StoreError) {
        var found: OfficeFile?
        var last: LedgerMark?
        do {
            if try FilePlace(path: path).isThere() {
                let office = try OfficeFile(path: path, for: .look)
                last = try office.reader.read { try Ledger.mark($0) }
                // A new file that nobody works in yet has nothing that could be lost.
                found = last == nil ? nil : office
            }
        } catch let error as StoreError {
            guard error.reason == .damaged || error == .noOffice(path) else { throw error }
        } catch {
            let error = StoreError(error, path: path)
            guard error.reason == .damaged else { throw error }
            found = nil
        }
        office = found
        tip = last
        isWritable = found.map { $0.readOnlyReason == nil } ?? false
    }

    /// The standing of an account in the office that is there; nil where that can no longer be read.
    func standing(of sender: Sender) throws(DecideError) -> Staff? {
        do throws(DecideError) {
            return try office?.standing(of: sender)
        } catch {
            guard case .store(let store) = error, store.reason == .damaged else { throw error }
            return nil
        }
    }
}

extension StoreError {
    /// Another program's file, a sheet, a picture.
    static func noBackup(_ path: String) -> StoreError {
        StoreError(
            .damaged,
            Phrase(
                fa:
                    "\(path) پشتیبان دفتر نیست یا آسیب دیده است؛ پرونده‌ای بدهید که با «khedmat backup» گرفته شده است. چیزی تغییر نکرد.",
                en:
                    "\(path) is no backup of an office, or it is damaged; name a file that “khedmat backup” made. Nothing was changed."
            ))
    }

    /// A replay of the ledger does not give what it records.
    fileprivate static func brokenLedger(_ path: String, _ problem: Phrase?) -> StoreError {
        let why = problem ?? Phrase(fa: "زنجیره آن شکسته است", en: "its chain is broken")
        return StoreError(
            .damaged,
            Phrase(
                fa:
                    "دفتر رویدادهای \(path) درست نیست (\(why)) و چیزی از آن ساخته نشد؛ با «khedmat restore» پشتیبان را بازگردانید.",
                en:
                    "The ledger of \(path) is not sound (\(why)), and nothing was made of it; bring back a backup with “khedmat restore”."
            ))
    }

    static func unsoundBackup(_ path: String, _ problem: Phrase) -> StoreError {
        StoreError(
            .damaged,
            Phrase(
                fa: "پشتیبان \(path) سالم نیست و بازگردانده نشد: \(problem)",
                en: "The backup \(path) is not sound and was not restored: \(problem)"))
    }
}
