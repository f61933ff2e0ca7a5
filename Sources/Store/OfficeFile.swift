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
    /// Whether it is thrown away in the end, so that nothing waits for the disk.
    private let isScratch: Bool
    /// Why nothing may be written, when so.
    public let readOnlyReason: Phrase?
    /// The pack that the file is; nil for an office's own.
    public let pack: Pack?

    /// Opens the file, creates it when it is missing, and brings an older one up to date (after a backup copy).
    ///
    /// - Parameter isScratch: the file is thrown away in the end: what is written does not wait for the disk, and does not
    ///   outlast a loss of power.
    /// - Throws: `damaged` when it is no file of ours, `cannotOpen`, `busy`. A file from a newer version opens
    ///   for reading only; see ``readOnlyReason``.
    public convenience init(path: String, isScratch: Bool = false) throws(StoreError) {
        try self.init(path: path, steps: Migrations.steps, isScratch: isScratch)
    }

    init(
        path: String, steps: [Migrations.Step], patience: Double = 5, isScratch: Bool = false
    ) throws(StoreError) {
        self.path = path
        self.patience = patience
        self.isScratch = isScratch
        do {
            let isNew = try Self.createEmptyFile(path)
            var opened = isNew ? nil : try Self.open(path, readOnly: true, patience)
            let format = try opened.map { try Self.format(of: $0, path, current: steps.count) } ?? .empty
            var slot: DatabaseQueue?
            if format == .empty || format == .older {
                try opened?.close()
                opened = nil
                let writer = try Self.open(path, readOnly: false, patience, isScratch: isScratch)
                try Migrations.run(steps, on: writer, path: path, isNew: format == .empty)
                slot = writer
            }
            readOnlyReason = format == .newer ? Self.newerReason(path) : nil
            writerSlot = Mutex(slot)
            // The connection that looked at the file goes on reading it. To let a connection go starts threads of
            // libdispatch's, which wake up each second from then on.
            reader = try opened ?? Self.open(path, readOnly: true, patience)
            pack = try reader.unsafeRead { try FileRegistry(db: $0).carriedPack() }
        } catch let error as StoreError {
            throw error
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// A file in memory only: the empty screen, a dry run.
    public init() throws(StoreError) {
        path = nil
        patience = 0
        isScratch = true
        readOnlyReason = nil
        do {
            reader = try DatabaseQueue(configuration: Self.configuration(readOnly: false, patience))
            try Migrations.run(on: reader, path: nil, isNew: true)
            writerSlot = Mutex(reader)
            pack = nil
        } catch {
            throw StoreError(error)
        }
    }

    /// A copy in memory, in which a dry run may write as it likes.
    public func copyInMemory() throws(StoreError) -> OfficeFile {
        let copy = try OfficeFile()
        do {
            try reader.backup(to: copy.reader)
        } catch {
            throw StoreError(error, path: path ?? "")
        }
        return copy
    }

    func writer() throws(StoreError) -> DatabaseQueue {
        if let reason = readOnlyReason { throw StoreError(.newer, reason) }
        do {
            return try writerSlot.withLock { slot in
                if let writer = slot { return writer }
                guard let path else { return reader }
                let writer = try Self.open(path, readOnly: false, patience, isScratch: isScratch)
                slot = writer
                return writer
            }
        } catch {
            throw StoreError(error, path: path ?? "")
        }
    }

    /// Makes once what reading for the first screen needs, so that it can be done while a file is opened.
    public static func prepare() { Table.prepare() }

    /// A number that changes when another connection has committed.
    public func dataVersion() throws(StoreError) -> Int {
        do {
            return try reader.unsafeRead { try Int.fetchOne($0, sql: "PRAGMA data_version") ?? 0 }
        } catch {
            throw StoreError(error, path: path ?? "")
        }
    }

    private static func configuration(readOnly: Bool, _ patience: Double) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = readOnly
        // SQLite's own wait naps longer and longer, so that one who writes without a pause could keep another from ever
        // having a turn.
        configuration.busyMode = .callback { tries in
            usleep(1_000)
            return Double(tries) < patience * 1_000
        }
        configuration.label = "khedmat"
        return configuration
    }

    private static let configured: Void = sqlite_count_no_memory()

    static func open(
        _ path: String, readOnly: Bool, _ patience: Double, isScratch: Bool = false
    ) throws -> DatabaseQueue {
        configured
        var configuration = configuration(readOnly: readOnly, patience)
        if !readOnly {
            configuration.prepareDatabase { db in
                // A pack is whole in its one file, which people copy, and nobody else waits for it.
                let mode = try PacksTable.isPack(db) ? "DELETE" : "WAL"
                // The cache, in KiB, is what one transaction may change before its pages are written twice.
                try db.execute(
                    sql: """
                        PRAGMA journal_mode = \(mode); PRAGMA synchronous = \(isScratch ? "OFF" : "FULL"); PRAGMA temp_store = MEMORY;
                        PRAGMA cache_size = -65536
                        """)
            }
        }
        return try DatabaseQueue(path: path, configuration: configuration)
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

    /// Makes an empty file; false when there is one.
    private static func createEmptyFile(_ path: String) throws(StoreError) -> Bool {
        var status = stat()
        if stat(path, &status) == 0 {
            guard status.st_mode & S_IFMT == S_IFDIR else { return false }
            throw StoreError(
                .cannotOpen,
                Phrase(fa: "\(path) پوشه است؛ نام پرونده را بنویسید.", en: "\(path) is a folder; name a file."))
        }
        let descriptor = NewFile.open(path, O_RDWR)
        guard descriptor >= 0 else {
            let why = String(cString: strerror(errno))
            throw StoreError(
                .cannotOpen,
                Phrase(
                    fa: "پرونده \(path) ساخته نشد (\(why))؛ نشانی و اجازه نوشتن پوشه را بسنجید.",
                    en: "Cannot create \(path) (\(why)); check the path and that its folder may be written to."))
        }
        close(descriptor)
        return true
    }

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
            if version > current { return .newer }
            return version < current ? .older : .current
        }
    }
}
