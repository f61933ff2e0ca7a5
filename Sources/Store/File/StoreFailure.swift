import Domain
import GRDB
import Glibc
import Persian

extension StoreError {
    /// Stands in a sentence for the file's path where only the caller knows it; see ``named(_:)``.
    static let unnamed = "\u{FFFC}"

    /// What a database error means to the person who waits for an answer.
    ///
    /// - Parameter isReading: nothing was to be written.
    init(_ error: any Error, path: String = unnamed, isReading: Bool = false) {
        if let known = error as? StoreError {
            self = known.named(path.isEmpty ? nil : path)
            return
        }
        guard let error = error as? DatabaseError else {
            self.init(.cannotOpen, Phrase(fa: "پرونده \(path) باز نشد: \(error)", en: "Cannot open \(path): \(error)"))
            return
        }
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self.init(
                .busy,
                Phrase(
                    fa: "پرونده \(path) در دست برنامه دیگری است و تا چند ثانیه آزاد نشد؛ دوباره بکوشید.",
                    en: "Another program holds \(path) and did not let go within some seconds; try again."))
        case .SQLITE_NOTADB, .SQLITE_CORRUPT: self = .unsound(path)
        case .SQLITE_CANTOPEN: self = .shut(path)
        // A full disk hinders nobody who reads: something was to be written beside.
        case .SQLITE_FULL: self = .refusedByDisk(path, error.why)
        case .SQLITE_IOERR where error.isOutOfRoom: self = .refusedByDisk(path, systemReason(ENOSPC))
        case .SQLITE_READONLY, .SQLITE_IOERR, .SQLITE_PERM, .SQLITE_NOMEM:
            self = isReading || error.isOfReading ? .notRead(path, error.why) : .refusedByDisk(path, error.why)
        case .SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_TOOBIG:
            let detail = error.message ?? "\(error.resultCode)"
            self.init(
                .constraint,
                Phrase(
                    fa:
                        "پرونده \(path) این تغییر را نپذیرفت (\(detail))؛ چیزی نوشته نشد. این خطای برنامه است، آن را گزارش کنید.",
                    en:
                        "\(path) refused the change (\(detail)); nothing was written. This is a fault of the program: report it."
                ))
        default:
            let detail = error.message ?? "\(error.resultCode)"
            self.init(
                .cannotOpen,
                Phrase(fa: "خطای پرونده \(path): \(detail)", en: "Trouble with the file \(path): \(detail)"))
        }
    }

    /// The same with the file's name where it was not known.
    func named(_ path: String?) -> StoreError {
        guard phrase.fa.contains(Self.unnamed) else { return self }
        let name = path ?? ":memory:"
        return StoreError(
            reason,
            Phrase(
                fa: phrase[.persian].replacing(Self.unnamed, with: name),
                en: phrase[.english].replacing(Self.unnamed, with: name)))
    }

    static func unsound(_ path: String) -> StoreError {
        StoreError(
            .damaged,
            Phrase(
                fa:
                    "پرونده \(path) پرونده خدمت نیست یا آسیب دیده است؛ چیزی در آن نوشته نشد. با «khedmat restore» نسخه پشتیبان را بازگردانید.",
                en:
                    "\(path) is no Khedmat file, or it is damaged; nothing was written to it. Bring back a backup with “khedmat restore”."
            ))
    }

    private static func shut(_ path: String) -> StoreError {
        StoreError(
            .cannotOpen,
            Phrase(
                fa:
                    "پرونده \(path) باز نشد؛ نشانی و اجازه خواندن آن و پرونده‌های کنار آن را بسنجید. اگر \(path)-wal هست و پوشه نوشتنی نیست، همه را با هم به پوشه‌ای از خودتان رونویسی کنید.",
                en:
                    "Cannot open \(path); check the path, and that it and the files beside it may be read. Where \(path)-wal is there and the folder cannot be written to, copy them together into a folder of yours."
            ))
    }

    private static func notRead(_ path: String, _ why: Phrase) -> StoreError {
        StoreError(
            .cannotOpen,
            Phrase(
                fa: "خواندن پرونده \(path) نشد: \(why).", en: "Cannot read \(path): \(why)."))
    }

    private static func refusedByDisk(_ path: String, _ why: Phrase) -> StoreError {
        StoreError(
            .cannotWrite,
            Phrase(
                fa: "نوشتن در پرونده \(path) نشد: \(why). هیچ تغییری از دست نرفته، چون پذیرفته نشده بود.",
                en: "Cannot write to \(path): \(why). Nothing that was confirmed is lost."))
    }
}

extension DatabaseError {
    /// Whether the file beside it that readers share could not grow.
    fileprivate var isOutOfRoom: Bool { extendedResultCode == .SQLITE_IOERR_SHMSIZE }

    /// Whether it came while the file was read, whatever was to be done then.
    fileprivate var isOfReading: Bool {
        [.SQLITE_IOERR_READ, .SQLITE_IOERR_SHORT_READ, .SQLITE_IOERR_FSTAT].contains(extendedResultCode)
    }

    /// Why the machine refused. SQLite's own words are English, and after a backup they are those of another error.
    fileprivate var why: Phrase {
        switch resultCode {
        case .SQLITE_FULL: systemReason(ENOSPC)
        case .SQLITE_READONLY, .SQLITE_PERM: systemReason(EACCES)
        case .SQLITE_NOMEM: Phrase(fa: "حافظه رایانه بس نیست", en: "the machine has too little memory")
        default: systemReason(EIO)
        }
    }
}

/// Runs database work; its errors become a ``StoreError``, the rules' own pass through.
func storing<T>(_ work: () throws -> T) throws(DecideError) -> T {
    do {
        return try work()
    } catch let error as DecideError {
        throw error
    } catch let error as StoreError {
        throw .store(error)
    } catch {
        throw .store(StoreError(error))
    }
}
