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
        try PictureFolder(besideFile: path).share(with: PictureFolder(besideFile: target))
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

    /// Writes a copy under a temporary name and then gives it its own, so that nobody finds half of it. The copy is not
    /// in WAL mode, so that it can be read where nothing can be written.
    ///
    /// - Parameter finishing: what is done to the copy before it has its name.
    static func copy(
        _ queue: DatabaseQueue, to path: String, finishing: (DatabaseQueue) throws -> Void = { _ in }
    ) throws {
        let file = try staged(queue, for: path, finishing: finishing)
        try file.finish()
    }

    /// A complete copy, still under its temporary name.
    static func staged(
        _ queue: DatabaseQueue, for path: String, finishing: (DatabaseQueue) throws -> Void = { _ in }
    ) throws -> UnfinishedFile {
        let file = try UnfinishedFile(for: path)
        do {
            var configuration = Configuration()
            // Nobody opens it before it has its name, and it is synced before that.
            configuration.prepareDatabase { db in
                try db.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
            }
            let target = try DatabaseQueue(path: FilePlace(path: file.path).name, configuration: configuration)
            try queue.backup(to: target)
            try finishing(target)
            try target.close()
            // "Read version" and "write version" of the header: 2 is WAL.
            var versions: [UInt8] = [1, 1]
            guard pwrite(file.descriptor, &versions, 2, 18) == 2 else { throw StoreError.notWritten(path, errno) }
            return file
        } catch {
            file.abandon()
            throw StoreError(error, path: path)
        }
    }

    /// The newest sound copy of an office beside a file; nil when there is none among the newest few.
    static func newestSound(beside path: String) -> String? {
        let folder = NewFile.folder(of: path)
        guard let directory = opendir(folder) else { return nil }
        defer { closedir(directory) }
        var found: [(path: String, time: Int)] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            let candidate = folder == "." ? name : folder + "/" + name
            var status = stat()
            guard candidate != path, !["-wal", "-shm"].contains(where: name.hasSuffix), stat(candidate, &status) == 0,
                status.st_mode & S_IFMT == S_IFREG, isOffice(candidate)
            else { continue }
            found.append((candidate, status.st_mtim.tv_sec))
        }
        return found.sorted { $0.time > $1.time }.prefix(3).first { candidate in
            guard let office = try? OfficeFile(path: candidate.path, for: .look), office.pack == nil else {
                return false
            }
            return (try? office.verify { _, _ in }.problems.isEmpty) ?? false
        }?.path
    }

    /// Whether a file has an office's header: SQLite's first words, and our application id at byte 68.
    private static func isOffice(_ path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var head = [UInt8](repeating: 0, count: 72)
        guard read(descriptor, &head, head.count) == head.count else { return false }
        return head.starts(with: Array("SQLite format 3\0".utf8)) && head[68...].elementsEqual("KHDM".utf8)
    }
}

extension OfficeFile {
    /// Writes a whole copy, consistent even while others write, and beside it the pictures of stories.
    ///
    /// - Throws: `cannotWrite` when something is already there, or it cannot be written; no file is left then.
    public func backup(to target: String) throws(StoreError) {
        var status = stat()
        guard lstat(target, &status) != 0 else {
            throw StoreError(
                .cannotWrite,
                Phrase(
                    fa: "\(target) از پیش هست؛ پشتیبان روی پرونده دیگری نوشته نمی‌شود. نام تازه‌ای بدهید.",
                    en: "\(target) is already there; a backup overwrites nothing. Give a new name."))
        }
        do {
            let file = try Backup.staged(reader, for: target)
            // After the copy, so that none is missing that the copy speaks of.
            do { try pictures?.copy(to: PictureFolder(besideFile: target)) } catch {
                file.abandon()
                throw error
            }
            try file.finish()
        } catch {
            throw StoreError(error, path: target)
        }
    }
}
