import Domain
import Foundation
import GRDB
import Persian

/// Copies of the file, taken while others work in it.
enum Backup {
    /// Keeps a copy beside the file: `office.db.before-update-20220801-100000`.
    static func keepCopy(of queue: DatabaseQueue, path: String, label: String) throws {
        var now = time(nil)
        var parts = tm()
        gmtime_r(&now, &parts)
        var stamp = [CChar](repeating: 0, count: 32)
        strftime(&stamp, stamp.count, "%Y%m%d-%H%M%S", &parts)
        let name = stamp.withUnsafeBufferPointer {
            String(decoding: $0.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
        }
        try copy(queue, to: "\(path).\(label)-\(name)")
    }

    static func copy(_ queue: DatabaseQueue, to path: String) throws {
        let target = try DatabaseQueue(path: path)
        chmod(path, 0o600)
        try queue.backup(to: target)
        try target.close()
    }
}

extension OfficeFile {
    /// Writes a whole copy, consistent even while others write.
    ///
    /// - Throws: `cannotWrite` when something is already there, or it cannot be written.
    public func backup(to target: String) throws(StoreError) {
        guard access(target, F_OK) != 0 else {
            throw StoreError(
                .cannotWrite,
                Phrase(
                    fa: "\(target) از پیش هست؛ پشتیبان روی پرونده دیگری نوشته نمی‌شود. نام تازه‌ای بدهید.",
                    en: "\(target) is already there; a backup overwrites nothing. Give a new name."))
        }
        do {
            try Backup.copy(reader, to: target)
        } catch {
            throw StoreError(error, path: target)
        }
    }

    /// Puts a backup in the place of the file. The backup is verified first; what was there is kept beside it.
    ///
    /// - Returns: where the former file was kept; nil when there was none.
    public static func restore(from source: String, to path: String) throws(StoreError) -> String? {
        guard access(source, R_OK) == 0 else {
            throw StoreError(
                .cannotOpen,
                Phrase(
                    fa: "پشتیبان \(source) یافت نشد یا خوانا نیست.",
                    en: "The backup \(source) is missing or unreadable."))
        }
        let backup = try OfficeFile(path: source)
        let report = try backup.verify { _, _ in }
        if let problem = report.problems.first {
            throw StoreError(
                .damaged,
                Phrase(
                    fa: "پشتیبان \(source) سالم نیست و بازگردانده نشد: \(problem.fa)",
                    en: "The backup \(source) is not sound and was not restored: \(problem.en)"))
        }
        do {
            return try backup.replace(path)
        } catch {
            throw StoreError(error, path: path)
        }
    }

    private func replace(_ path: String) throws -> String? {
        let fresh = path + ".restoring"
        unlink(fresh)
        try Backup.copy(reader, to: fresh)
        var kept: String?
        if access(path, F_OK) == 0 {
            // Anything still in the WAL goes into the file before it is put aside.
            let former = try DatabaseQueue(path: path)
            _ = try? former.writeWithoutTransaction { try $0.checkpoint(.truncate) }
            try former.close()
            let aside = path + ".before-restore"
            rename(path, aside)
            unlink(path + "-wal")
            unlink(path + "-shm")
            kept = aside
        }
        rename(fresh, path)
        Bell.ring(path)
        return kept
    }
}
