import Domain
import GRDB
import Persian

extension StoreError {
    /// What a database error means to the person who waits for an answer.
    init(_ error: any Error, path: String = "") {
        guard let error = error as? DatabaseError else {
            self.init(.cannotOpen, Phrase(fa: "پرونده \(path) باز نشد: \(error)", en: "Cannot open \(path): \(error)"))
            return
        }
        let detail = error.message ?? String(describing: error.resultCode)
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self.init(
                .busy,
                Phrase(
                    fa: "پرونده در دست برنامه دیگری است و تا چند ثانیه آزاد نشد؛ دوباره بکوشید.",
                    en: "Another program holds the file and did not let go within some seconds; try again."))
        case .SQLITE_NOTADB, .SQLITE_CORRUPT:
            self.init(
                .damaged,
                Phrase(
                    fa:
                        "پرونده \(path) پرونده خدمت نیست یا آسیب دیده است (\(detail))؛ چیزی در آن نوشته نشد. با «khedmat restore» نسخه پشتیبان را بازگردانید.",
                    en:
                        "\(path) is no Khedmat file, or it is damaged (\(detail)); nothing was written to it. Bring back a backup with “khedmat restore”."
                ))
        case .SQLITE_CANTOPEN:
            self.init(
                .cannotOpen,
                Phrase(
                    fa: "پرونده \(path) باز نشد؛ نشانی و اجازه خواندن و نوشتن آن را بسنجید.",
                    en: "Cannot open \(path); check the path and that it may be read and written."))
        case .SQLITE_FULL, .SQLITE_READONLY, .SQLITE_IOERR, .SQLITE_PERM:
            self.init(
                .cannotWrite,
                Phrase(
                    fa:
                        "نوشتن در پرونده \(path) نشد (\(detail))؛ جای دیسک و اجازه نوشتن را بسنجید. هیچ تغییری از دست نرفته، چون پذیرفته نشده بود.",
                    en:
                        "Cannot write to \(path) (\(detail)); check disk space and permissions. Nothing that was confirmed is lost."
                ))
        case .SQLITE_CONSTRAINT:
            self.init(
                .constraint,
                Phrase(
                    fa:
                        "پرونده این تغییر را نپذیرفت (\(detail))؛ چیزی نوشته نشد. این خطای برنامه است، آن را گزارش کنید.",
                    en:
                        "The file refused the change (\(detail)); nothing was written. This is a fault of the program: report it."
                ))
        default:
            self.init(
                .cannotOpen,
                Phrase(fa: "خطای پرونده \(path): \(detail)", en: "Trouble with the file \(path): \(detail)"))
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
