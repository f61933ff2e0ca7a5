import Domain
import Foundation
import GRDB
import Persian

/// Copies of the file, taken while others work in it.
enum Backup {
    /// Keeps a copy beside the file: `office.db.before-update-20220801-100000`.
    ///
    /// - Returns: where it is.
    @discardableResult
    static func keepCopy(of queue: DatabaseQueue, path: String, label: String) throws -> String {
        let target = nameBeside(path, label)
        try copy(queue, to: target)
        return target
    }

    /// A name that is still free.
    static func nameBeside(_ path: String, _ label: String) -> String {
        var now = time(nil)
        var parts = tm()
        gmtime_r(&now, &parts)
        var stamp = [CChar](repeating: 0, count: 32)
        let length = strftime(&stamp, stamp.count, "%Y%m%d-%H%M%S", &parts)
        let name = "\(path).\(label)-\(String(decoding: stamp.prefix(length).map(UInt8.init), as: UTF8.self))"
        var free = name
        var number = 1
        while access(free, F_OK) == 0 {
            number += 1
            free = "\(name)-\(number)"
        }
        return free
    }

    static func copy(_ queue: DatabaseQueue, to path: String) throws {
        let made = NewFile.open(path, O_WRONLY)
        if made >= 0 { close(made) }
        let target = try DatabaseQueue(path: path)
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
        // An empty file would be taken for a new office.
        var status = stat()
        guard access(source, R_OK) == 0, stat(source, &status) == 0, status.st_size > 0 else {
            throw StoreError(
                .cannotOpen,
                Phrase(
                    fa: "پشتیبان \(source) یافت نشد، خوانا نیست یا تهی است.",
                    en: "The backup \(source) is missing, unreadable or empty."))
        }
        let backup = try OfficeFile(path: source)
        if backup.pack != nil { throw .packIsNoBackup(source) }
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
        if access(path, F_OK) != 0 {
            try Backup.copy(reader, to: path)
            Bell.ring(path)
            return nil
        }
        let kept: String
        if let former = try? OfficeFile(path: path), former.readOnlyReason == nil {
            // Written into the file in one transaction, so that those who have it open see it.
            let writer = try former.writer()
            kept = try Backup.keepCopy(of: writer, path: path, label: "before-restore")
            try reader.backup(to: writer)
        } else {
            kept = Backup.nameBeside(path, "before-restore")
            rename(path, kept)
            unlink(path + "-wal")
            unlink(path + "-shm")
            try Backup.copy(reader, to: path)
        }
        Bell.ring(path)
        return kept
    }
}
