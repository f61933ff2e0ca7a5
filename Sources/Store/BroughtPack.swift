import Domain
import Foundation
import GRDB
import Persian

/// A pack's file that came home: read, checked, and left as it is.
public struct BroughtPack: Sendable {
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
    /// - Parameter name: what sentences call it; its path when nil.
    /// - Throws: `cannotOpen` for a missing file, `newer`, and `damaged` for what is damaged, not whole or no pack.
    public init(path: String, name: String? = nil) throws(StoreError) {
        try self.init(path, called: name ?? path)
    }

    private init(_ file: String, called path: String) throws(StoreError) {
        let office = try Self.readIntoMemory(file, path)
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

    private static func readIntoMemory(_ file: String, _ path: String) throws(StoreError) -> OfficeFile {
        var status = stat()
        guard stat(file, &status) == 0, access(file, R_OK) == 0 else { throw .unreadablePack(path) }
        guard status.st_mode & S_IFMT == S_IFREG, let pages = pages(of: file) else { throw .noPack(path) }
        guard Int(status.st_size) == pages else { throw .damagedPack(path) }
        do {
            return try OfficeFile(copying: file, called: path)
        } catch {
            switch error.reason {
            case .newer, .busy: throw error
            case _ where error == .noPack(path): throw error
            default: throw .damagedPack(path)
            }
        }
    }

    /// How many bytes the pages of an SQLite file take, as its header says; nil for any other file. The size of a page
    /// stands at 16, 1 for 65,536; the number of pages at 28.
    private static func pages(of file: String) -> Int? {
        guard let head = FileHandle(forReadingAtPath: file).flatMap({ try? $0.read(upToCount: 32) }),
            head.count == 32, head.starts(with: Data("SQLite format 3\0".utf8))
        else { return nil }
        func number(_ bytes: Range<Int>) -> Int { head[bytes].reduce(0) { $0 << 8 | Int($1) } }
        let size = number(16..<18)
        return (size == 1 ? 65_536 : size) * number(28..<32)
    }
}

extension OfficeFile {
    /// A file read into memory and brought up to date there; the file itself stays as it is.
    convenience init(copying file: String, called path: String) throws(StoreError) {
        try self.init()
        do {
            let source = try Self.open(file, readOnly: true, 5)
            switch try Self.format(of: source, path, current: Migrations.steps.count) {
            case .empty: throw StoreError.noPack(path)
            case .newer: throw StoreError.newerPack(path)
            case .older, .current: break
            }
            try source.backup(to: reader)
            try Migrations.run(on: reader, path: nil, isNew: false)
        } catch {
            throw error as? StoreError ?? StoreError(error, path: path)
        }
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
                    "\(path) بسته سالمی نیست (\(why.fa))؛ چیزی تغییر نکرد. آن را دوباره از رایانه همراه رونویسی کنید.",
                en: "\(path) is no sound pack (\(why.en)); nothing was changed. Copy it from the laptop again."))
    }
}
