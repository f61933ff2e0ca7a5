import Domain
import Foundation
import GRDB
import Persian

/// A pack's file that came home: read, checked, and left as it is.
public struct OpenedPack: Sendable {
    public let pack: Pack
    /// What was done in it, in the order given.
    public let commands: [LedgerEntry]
    /// The hash of its secret.
    public let seal: String
    /// Who sat at its laptop, where it was not the account it was made for: "reza@laptop".
    public var users: [String] {
        var users: [String] = []
        for user in commands.compactMap(\.sender) where !users.contains(user) { users.append(user) }
        return users
    }

    /// Reads the file into memory, so that nothing is written to it, and verifies it as `khedmat verify` does.
    ///
    /// - Throws: `cannotOpen` for a missing file, `newer`, and `damaged` for what is damaged, not whole or no pack.
    public init(path: String) throws(StoreError) {
        try self.init(Self.readIntoMemory(path), called: path)
    }

    /// The same with the bytes of a pack that were sealed.
    ///
    /// - Parameter name: what sentences call it.
    /// - Throws: `damaged` for bytes that are no pack, not whole or not sound, `newer` for one of a newer version.
    public init(bytes: [UInt8], name: String) throws(StoreError) {
        guard let pages = Self.pages(bytes.prefix(32)) else { throw .noPack(name) }
        guard bytes.count == pages else { throw .damagedPack(name) }
        try self.init(Self.readIntoMemory(name) { try DatabaseQueue.holding(bytes) }, called: name)
    }

    private init(_ office: OfficeFile, called path: String) throws(StoreError) {
        let report = try office.verify { _, _ in }
        if let problem = report.problems.first { throw .damagedPack(path, problem) }
        do {
            (pack, commands, seal) = try office.reader.read { db in
                guard try PacksTable.isPack(db), let pack = try FileRegistry(db: db).carriedPack(),
                    let secret = try Data.fetchOne(db, sql: "SELECT secret FROM carried")
                else { throw StoreError.noPack(path) }
                let entries = try db.makeStatement(
                    sql: "SELECT number, entry FROM ledger WHERE number > 1 ORDER BY number")
                return (pack, try Ledger.entries(entries, []), PackSecret(secret).seal)
            }
        } catch {
            throw error as? StoreError ?? .damagedPack(path)
        }
    }

    private static func readIntoMemory(_ path: String) throws(StoreError) -> OfficeFile {
        var status = stat()
        guard stat(path, &status) == 0, access(path, R_OK) == 0 else { throw .unreadablePack(path) }
        guard status.st_mode & S_IFMT == S_IFREG,
            let head = try? FileHandle(forReadingAtPath: path)?.read(upToCount: 32),
            let pages = pages([UInt8](head))
        else { throw .noPack(path) }
        guard Int(status.st_size) == pages else { throw .damagedPack(path) }
        return try readIntoMemory(path) { try OfficeFile.openToRead(FilePlace(path: path), 5) }
    }

    private static func readIntoMemory(
        _ path: String, _ source: () throws -> DatabaseQueue
    ) throws(StoreError) -> OfficeFile {
        do {
            return try OfficeFile(copying: source(), called: path)
        } catch {
            guard let error = error as? StoreError else { throw .damagedPack(path) }
            switch error.reason {
            case .newer, .busy: throw error
            case _ where error == .noPack(path): throw error
            default: throw .damagedPack(path)
            }
        }
    }

    /// How many bytes the pages of an SQLite file take, as its header says; nil for any other file. The size of a page
    /// stands at 16, 1 for 65,536; the number of pages at 28.
    private static func pages(_ bytes: some Sequence<UInt8>) -> Int? {
        let head = Array(bytes)
        guard head.count == 32, head.starts(with: Array("SQLite format 3\0".utf8)) else { return nil }
        func number(_ bytes: Range<Int>) -> Int { head[bytes].reduce(0) { $0 << 8 | Int($1) } }
        let size = number(16..<18)
        return (size == 1 ? 65_536 : size) * number(28..<32)
    }
}

extension OfficeFile {
    /// A pack read into memory and brought up to date there; its file stays as it is. Nothing of it is read before its
    /// tables are known to be those that the program makes.
    convenience init(copying source: DatabaseQueue, called path: String) throws {
        try self.init()
        switch try Self.format(of: source, path, current: Migrations.steps.count) {
        case .empty: throw StoreError.noPack(path)
        case .newer: throw StoreError.newerPack(path)
        case .older, .current: break
        }
        try source.unsafeRead { db in
            guard try db.tableExists("carried") else { throw StoreError.noPack(path) }
            if let stranger = try SchemaCheck.firstDifference(in: db) { throw StoreError.foreignSchema(path, stranger) }
        }
        try source.backup(to: reader)
        try Migrations.run(on: reader, path: nil, isNew: false)
    }
}

extension StoreError {
    static func unreadablePack(_ path: String) -> StoreError {
        StoreError(
            .cannotOpen,
            Phrase(
                fa: "\(path) یافت نشد یا خوانا نیست؛ نشانی پرونده بسته را بسنجید.",
                en: "\(path) is missing or cannot be read; check the path of the pack's file."))
    }

    /// An office's file, another program's, or no database at all.
    static func noPack(_ path: String) -> StoreError {
        StoreError(
            .damaged,
            Phrase(
                fa: "\(path) بسته همراه نیست؛ پرونده‌ای بدهید که با khedmat pack ساخته شده است. چیزی تغییر نکرد.",
                en: "\(path) is no pack; name a file that khedmat pack made. Nothing was changed."))
    }

    static func newerPack(_ path: String) -> StoreError {
        StoreError(
            .newer,
            Phrase(
                fa:
                    "بسته \(path) با نسخه تازه‌تری از برنامه پر شده است؛ نخست برنامه دفتر را به‌روز کنید. چیزی تغییر نکرد.",
                en:
                    "The pack \(path) was filled by a newer version of the program; update the office's first. Nothing was changed."
            ))
    }

    /// A part of an office cannot stand for all of it.
    static func packIsNoBackup(_ path: String) -> StoreError {
        StoreError(
            .damaged,
            Phrase(
                fa: "\(path) بسته همراه است، نه پشتیبان؛ آن را با «khedmat unpack» به دفتر بازآورید.",
                en: "\(path) is a pack and no backup; bring it home with “khedmat unpack”."))
    }

    /// - Parameter why: what `verify` found, where the file could be read at all.
    fileprivate static func damagedPack(_ path: String, _ why: Phrase? = nil) -> StoreError {
        let why = why ?? Phrase(fa: "پرونده ناتمام یا آسیب‌دیده است", en: "the file is damaged or not whole")
        return StoreError(
            .damaged,
            Phrase(
                fa:
                    "\(path) بسته سالمی نیست (\(why))؛ چیزی تغییر نکرد. آن را دوباره از رایانه همراه رونویسی کنید.",
                en: "\(path) is no sound pack (\(why)); nothing was changed. Copy it from the laptop again."))
    }
}
