import CSQLite
import Domain
import Foundation
import GRDB
import Persian
import Synchronization

/// The office's file: one SQLite file in WAL mode that many processes on one machine share.
///
///     let office = try OfficeFile(path: "qom.db")
///     let entry = try office.send(request, by: sender, clock: Clock())
///
/// It has one connection for reading, on which screens never wait for a writer, and one for writing, opened at
/// the first write.
public final class OfficeFile: Sendable {
    /// Where it is; nil when it is only in memory.
    public let path: String?
    let reader: DatabaseQueue
    private let writerSlot: Mutex<DatabaseQueue?>
    /// How many seconds it waits for another writer.
    private let patience: Double
    /// Whether the file is temporary, so that commits need not wait for the disk.
    private let isScratch: Bool
    /// Thrown at every attempt to write to a file that is read-only; nil for any other.
    private let writingError: StoreError?
    private let search = MaskedSearch()
    /// Why nothing may be written, when so.
    public var readOnlyReason: Phrase? { (writingError ?? damage.withLock { $0 })?.phrase }
    /// What was found damaged while the file was open; nothing is written to it from then on.
    let damage = Mutex<StoreError?>(nil)
    let beside: Mutex<Beside>
    /// The pack that the file is; nil for an office's own.
    public let pack: Pack?

    /// Opens the file, creates it when it is missing, and brings an older one up to date (after a backup copy).
    ///
    /// - Parameter begins: whether a new office begins where there is no file, or an empty one.
    /// - Parameter isScratch: the file is temporary: commits do not wait for the disk and would not survive a power
    ///   cut.
    /// - Throws: `damaged` when it is no file of ours, `cannotOpen`, `busy`. A file from a newer version, or in a place
    ///   where nothing can be written, opens for reading only; see ``readOnlyReason``.
    public convenience init(path: String, begins: Bool = true, isScratch: Bool = false) throws(StoreError) {
        try self.init(path: path, steps: Migrations.steps, for: begins ? .begin : .work, isScratch: isScratch)
    }

    init(
        path: String, steps: [String] = Migrations.steps, for purpose: FilePlace.Purpose = .begin,
        patience: Double = 5, isScratch: Bool = false
    ) throws(StoreError) {
        self.path = path
        beside = Mutex(Beside(pictures: PictureFolder(besideFile: path)))
        self.patience = patience
        self.isScratch = isScratch
        let (place, search) = (FilePlace(path: path), search)
        do {
            let isNew = try !place.isThere()
            if isNew {
                guard purpose == .begin else { throw StoreError.noOffice(path) }
                try place.create()
            }
            var (opened, lackOfRoom) =
                isNew ? (nil, nil) : try Self.waiting(patience) { try Self.look(at: place, patience, search) }
            let format = try opened.map { try Self.format(of: $0, path, current: steps.count) } ?? .empty
            if format == .empty, purpose != .begin { throw StoreError.noOffice(path) }
            let lacking = try opened?.unsafeRead { try SchemaCheck.check($0, path) }
            let shut = format == .newer ? StoreError(.newer, Self.newerReason(path)) : place.unwritable
            writingError = shut ?? Damage.noted(of: path) ?? lacking ?? lackOfRoom ?? place.strangeLog(opened)
            var slot: DatabaseQueue?
            if format == .empty || format == .older, writingError == nil, purpose != .look {
                try opened?.close()
                opened = nil
                let writer = try Self.waiting(patience) {
                    let writer = try Self.open(path, readOnly: false, patience, search, isScratch: isScratch)
                    try Migrations.run(steps, on: writer, path: path, isNew: format == .empty)
                    return writer
                }
                writer.writeWithoutTransaction { CommitGuard.watch($0, path) }
                slot = writer
            } else if format == .empty, let writingError {
                throw writingError
            } else if format == .older, let old = opened {
                // A read-only file of an older format is migrated in memory.
                let memory = try DatabaseQueue(configuration: Self.configuration(readOnly: false, patience, search))
                try old.backup(to: memory)
                try Migrations.run(steps, on: memory, path: nil, isNew: false)
                opened = memory
            }
            writerSlot = Mutex(slot)
            // Keeps the connection that examined the file: closing one starts libdispatch threads, which then wake up
            // every second.
            reader = try opened ?? Self.waiting(patience) { try Self.openToRead(place, patience, search) }
            pack = try reader.unsafeRead { try PacksTable.carried($0, path) }
        } catch let error as StoreError {
            throw error
        } catch {
            throw StoreError(error, path: path, isReading: true)
        }
    }

    /// A file in memory only: the empty screen, a dry run.
    ///
    /// - Throws: `cannotWrite` when memory does not suffice.
    public convenience init() throws(StoreError) { try self.init(copying: nil) }

    /// A copy in memory, in which a dry run may write as it likes.
    ///
    /// - Throws: `busy`, `damaged`, `cannotOpen` or `cannotWrite`, as reading this file or making the copy fails.
    public func copyInMemory() throws(StoreError) -> OfficeFile { try OfficeFile(copying: self) }

    private init(copying original: OfficeFile?) throws(StoreError) {
        path = nil
        beside = Mutex(original?.beside.withLock { $0 } ?? Beside())
        patience = 0
        isScratch = true
        writingError = nil
        pack = original?.pack
        do {
            reader = try DatabaseQueue(configuration: Self.configuration(readOnly: false, patience, search))
            if let original {
                try original.reader.backup(to: reader)
            } else {
                try Migrations.run(on: reader, path: nil, isNew: true)
            }
            writerSlot = Mutex(reader)
        } catch {
            throw StoreError(error, path: original?.path ?? StoreError.unnamed)
        }
    }

    /// Limits searching by national IDs and mobiles to what this reader may see of them.
    public func show(_ masking: Masking) { search.follow(masking) }

    func writer() throws(StoreError) -> DatabaseQueue {
        if let error = writingError ?? damage.withLock({ $0 }) { throw error }
        do {
            return try writerSlot.withLock { slot in
                if let writer = slot { return writer }
                guard let path else { return reader }
                let writer = try Self.open(path, readOnly: false, patience, search, isScratch: isScratch)
                try writer.writeWithoutTransaction { db in
                    if try !Ledger.isTailSound(db) { throw StoreError.brokenTail(path) }
                    CommitGuard.watch(db, path)
                }
                slot = writer
                return writer
            }
        } catch {
            let error = StoreError(error, path: path ?? "")
            noteDamage(error)
            throw error
        }
    }

    /// Closes the connections; SQLite then moves the WAL into the file. The office must not be used afterwards.
    ///
    /// - Throws: `busy` while a statement of it still runs.
    public func close() throws(StoreError) {
        do {
            try reader.close()
            try writerSlot.withLock { slot in
                try slot?.close()
                slot = nil
            }
        } catch {
            throw StoreError(error, path: path ?? "")
        }
    }

    /// Builds what the first screen's reads need; to be called while the file is being opened on another thread.
    public static func prepare() { Table.prepare() }

    /// A number that changes when another connection has committed.
    ///
    /// - Throws: what SQLite reports when the file cannot be read, such as `busy`.
    public func dataVersion() throws(StoreError) -> Int {
        do {
            return try reader.unsafeRead { try Int.fetchOne($0, sql: "PRAGMA data_version") ?? 0 }
        } catch {
            throw StoreError(error, path: path ?? "")
        }
    }

    /// ``dataVersion()`` where it counts one's own commits too; nil for an office in memory, whose one connection does
    /// not see its own.
    public var changeMark: Int? { path == nil ? nil : try? dataVersion() }

    private static func configuration(readOnly: Bool, _ patience: Double, _ search: MaskedSearch) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = readOnly
        // SQLite's own busy handler backs off, so a process that writes without pause could starve the others.
        configuration.busyMode = .callback { tries in
            usleep(1_000)
            return Double(tries) < patience * 1_000
        }
        configuration.label = "khedmat"
        configuration.prepareDatabase { db in
            search.prepare(db)
            if let connection = db.sqliteConnection { sqlite_limit_values(connection) }
        }
        return configuration
    }

    /// Retries while the file is busy. When several processes begin a file at once, SQLite answers some with
    /// SQLITE_BUSY without waiting, to avoid a deadlock.
    private static func waiting<Result>(_ patience: Double, _ open: () throws -> Result) throws -> Result {
        let begin = ContinuousClock.now
        while true {
            do {
                return try open()
            } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
                if begin.duration(to: .now) > .seconds(patience) { throw error }
                usleep(5_000)
            }
        }
    }

    private static let configured: Void = sqlite_count_no_memory()

    static func open(
        _ path: String, readOnly: Bool, _ patience: Double, _ search: MaskedSearch = MaskedSearch(),
        isScratch: Bool = false
    ) throws -> DatabaseQueue {
        configured
        var configuration = configuration(readOnly: readOnly, patience, search)
        if !readOnly {
            configuration.prepareDatabase { db in
                // People copy a pack as one file, so it has no WAL; it needs none, having one user.
                let mode = try PacksTable.isPack(db) ? "DELETE" : "WAL"
                // Cache in KiB: how much a transaction may change before SQLite spills pages and writes them twice.
                try db.execute(
                    sql: """
                        PRAGMA journal_mode = \(mode); PRAGMA synchronous = \(isScratch ? "OFF" : "FULL"); PRAGMA temp_store = MEMORY;
                        PRAGMA cache_size = -65536
                        """)
            }
        }
        return try DatabaseQueue(path: FilePlace(path: path).name, configuration: configuration)
    }

    /// A connection for reading, which also opens where nothing can be written.
    static func openToRead(
        _ place: FilePlace, _ patience: Double, _ search: MaskedSearch = MaskedSearch()
    ) throws -> DatabaseQueue {
        configured
        let configuration = configuration(readOnly: true, patience, search)
        return try DatabaseQueue(path: place.nameForReading, configuration: configuration)
    }

    /// A connection for reading. Where SQLite has no room for the WAL's index beside the file it is kept in memory,
    /// which locks others out, and the error for attempts to write comes with the connection.
    private static func look(
        at place: FilePlace, _ patience: Double, _ search: MaskedSearch
    ) throws -> (DatabaseQueue, StoreError?) {
        do {
            return (try openToRead(place, patience, search), nil)
        } catch let error as DatabaseError
            where error.resultCode == .SQLITE_IOERR || error.resultCode == .SQLITE_CANTOPEN
        {
            guard place.hasLog else { throw error }
            let configuration = configuration(readOnly: false, patience, search)
            guard let queue = try? DatabaseQueue(path: place.nameForReadingAlone, configuration: configuration) else {
                throw error
            }
            return (queue, .noRoomForLog(place.path))
        }
    }

    private static func newerReason(_ path: String) -> Phrase {
        Phrase(
            fa: "\(path) را نسخه تازه‌تری از برنامه ساخته است؛ تنها خوانده می‌شود. برای نوشتن، برنامه را به‌روز کنید.",
            en:
                "\(path) was made by a newer version of the program; it is open for reading only. Update to write to it."
        )
    }
}

// MARK: - What lies at a path

extension OfficeFile {
    enum Format { case empty, older, current, newer }

    static func format(of queue: DatabaseQueue, _ path: String, current: Int) throws -> Format {
        try queue.unsafeRead { db in
            let id = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
            let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
            if id == 0, version == 0, try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0 {
                return .empty
            }
            guard id == Migrations.applicationID else {
                throw StoreError(
                    .damaged,
                    Phrase(
                        fa: "\(path) پرونده خدمت نیست (پایگاه داده برنامه دیگری است)؛ چیزی در آن نوشته نشد.",
                        en: "\(path) is no Khedmat file (it is another program's database); nothing was written to it.")
                )
            }
            guard version >= 0 else {
                throw StoreError(
                    .damaged,
                    Phrase(
                        fa:
                            "پرونده \(path) آسیب دیده است (شماره قالب آن درست نیست)؛ چیزی در آن نوشته نشد. با «khedmat restore» نسخه پشتیبان را بازگردانید.",
                        en:
                            "\(path) is damaged (the number of its format is wrong); nothing was written to it. Bring back a backup with “khedmat restore”."
                    ))
            }
            if version > current { return .newer }
            return version < current ? .older : .current
        }
    }
}
