import Domain
import Glibc
import Persian

/// A new file that is written beside the name it will have, so that nobody ever finds half of it there; what is begun
/// is removed when the program is ended. It never takes another file's place.
///
///     let file = try UnfinishedFile(for: "qom.db")
///     // fill the file at file.path, then
///     try file.finish()  // or file.abandon()
public struct UnfinishedFile {
    /// Where it is written.
    public let path: String
    public let descriptor: Int32
    private let target: String
    private let places: [Int]
    /// What SQLite, and we, may keep beside it while it is filled.
    private static let endings = ["", "-journal", "-wal", "-shm", "-bell"]

    /// Fails early where the name is taken, before any work is done for the file; ``finish()`` checks again.
    ///
    /// - Throws: `cannotWrite` when something of that name is there.
    public static func checkFree(_ target: String) throws(StoreError) {
        var status = stat()
        guard lstat(target, &status) != 0 else { throw .notMade(target, EEXIST) }
    }

    /// Makes an empty file for its owner alone, or for its group too in a set-group-ID folder.
    ///
    /// - Throws: `cannotWrite`.
    public init(for target: String) throws(StoreError) {
        // mkstemp fills in the six letters and never opens a file that another one made.
        var template = Array((target + ".XXXXXX").utf8CString)
        descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw .notMade(target, errno) }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        fchmod(descriptor, NewFile.mode(in: target))
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        self.target = target
        places = Self.endings.map { [path] in Sweep.add(path + $0) }
    }

    /// Writes bytes at its end.
    ///
    /// - Throws: `cannotWrite`; it is to be abandoned then.
    public func write(_ bytes: [UInt8]) throws(StoreError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0, errno != EINTR { throw .notWritten(target, errno) }
            rest = rest.dropFirst(max(0, written))
        }
    }

    /// Gives it its name, once it is on the disk.
    ///
    /// - Throws: `cannotWrite` when something of that name is there by now, or the disk refuses; nothing is left then.
    public func finish() throws(StoreError) {
        guard fsync(descriptor) == 0, giveName() else {
            let error = errno
            abandon()
            throw .notMade(target, error)
        }
        close(descriptor)
        removeCompanions()
        places.forEach(Sweep.forget)
        NewFile.syncFolder(of: target)
    }

    private func giveName() -> Bool {
        if link(path, target) == 0 {
            unlink(path)
            return true
        }
        // FAT has no hard links: there the name is checked, then the file renamed.
        guard errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS else { return false }
        var status = stat()
        guard lstat(target, &status) != 0 else {
            errno = EEXIST
            return false
        }
        return rename(path, target) == 0
    }

    /// Puts it in the place of another file of that name.
    ///
    /// - Throws: `cannotWrite`; nothing is left then.
    public func replace() throws(StoreError) {
        guard fsync(descriptor) == 0, rename(path, target) == 0 else {
            let error = errno
            abandon()
            throw .notMade(target, error)
        }
        close(descriptor)
        removeCompanions()
        places.forEach(Sweep.forget)
        NewFile.syncFolder(of: target)
    }

    /// Deletes it and what lies beside it.
    public func abandon() {
        close(descriptor)
        removeCompanions()
        unlink(path)
        places.forEach(Sweep.forget)
    }

    private func removeCompanions() {
        for ending in Self.endings.dropFirst() { unlink(path + ending) }
    }
}

extension StoreError {
    static func notMade(_ path: String, _ error: Int32) -> StoreError {
        if error == EEXIST {
            return StoreError(
                .cannotWrite,
                Phrase(
                    fa: "\(path) از پیش هست و چیزی روی آن نوشته نمی‌شود؛ نام تازه‌ای بدهید.",
                    en: "\(path) is already there and is never written over; give a new name."))
        }
        let why = systemReason(error)
        return StoreError(
            .cannotWrite,
            Phrase(
                fa: "پرونده \(path) ساخته نشد: \(why). نام تازه‌ای در پوشه‌ای نوشتنی که جا دارد بدهید.",
                en:
                    "Cannot make \(path): \(why). Give a new name in a folder that may be written to and has room."))
    }

    static func notWritten(_ path: String, _ error: Int32) -> StoreError {
        let why = systemReason(error)
        return StoreError(
            .cannotWrite,
            Phrase(
                fa: "نوشتن در \(path) نشد: \(why). چیزی از آن نماند؛ پس از آزاد کردن جا دوباره بکوشید.",
                en: "Cannot write to \(path): \(why). Nothing of it is left; try again once there is room."))
    }
}
