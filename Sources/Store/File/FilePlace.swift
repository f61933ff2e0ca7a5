import CSQLite
import Domain
import GRDB
import Glibc
import Persian

/// What lies at the path of an office's file, looked at before SQLite touches it.
struct FilePlace {
    let path: String

    /// What somebody wants of the file.
    enum Purpose {
        /// To work in it; a new office begins where there is none.
        case begin
        /// To work in the office that is there.
        case work
        /// To look at it and to leave it, whatever its format, as it is.
        case look
    }

    /// Whether a regular file is there; false when nothing is.
    ///
    /// - Throws: `cannotOpen` for a folder, a pipe, a device, and for a link that leads nowhere.
    func isThere() throws(StoreError) -> Bool {
        var status = stat()
        guard stat(path, &status) == 0 else {
            guard errno == ENOENT else { throw .notOpened(path, errno) }
            if lstat(path, &status) == 0 { throw .deadLink(path) }
            return false
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return true
        case S_IFDIR:
            throw StoreError(
                .cannotOpen,
                Phrase(fa: "\(path) پوشه است؛ نام پرونده را بنویسید.", en: "\(path) is a folder; name a file."))
        default: throw .notOpened(path, notRegular)
        }
    }

    /// Makes an empty file; nothing when there is one by now.
    func create() throws(StoreError) {
        let descriptor = NewFile.open(path, O_RDWR)
        guard descriptor >= 0 else {
            let why = systemReason(errno)
            throw StoreError(
                .cannotOpen,
                Phrase(
                    fa: "پرونده \(path) ساخته نشد (\(why))؛ نشانی و اجازه نوشتن پوشه را بسنجید.",
                    en: "Cannot create \(path) (\(why)); check the path and that its folder may be written to."))
        }
        close(descriptor)
    }

    /// Why nothing can be written here; nil when it can. What SQLite keeps beside the file needs the folder too.
    var unwritable: StoreError? {
        guard access(path, W_OK) != 0 || access(NewFile.folder(of: path), W_OK) != 0 else { return nil }
        let why = systemReason(errno)
        return StoreError(
            .cannotWrite,
            Phrase(
                fa: "\(path) تنها خوانده می‌شود (\(why))؛ برای نوشتن، اجازه پرونده و پوشه آن لازم است.",
                en:
                    "\(path) is open for reading only (\(why)); to write to it you need permission for the file and its folder."
            ))
    }

    /// The error for a WAL beside a file that is not in WAL mode: the file was copied here by hand, and the WAL belongs
    /// to its predecessor, whose pages SQLite would write over this one's.
    ///
    /// - Parameter reader: a connection to the file. The file is examined through SQLite alone: closing another
    ///   descriptor of it would drop this process's locks.
    func strangeLog(_ reader: DatabaseQueue?) -> StoreError? {
        var status = stat()
        guard stat(path + "-wal", &status) == 0, status.st_size > 0, let reader,
            reader.unsafeReentrantRead({ sqlite_file_is_in_wal($0.sqliteConnection) == 0 })
        else { return nil }
        return StoreError(
            .damaged,
            Phrase(
                fa:
                    "\(path) با دست به اینجا آورده شده و \(path)-wal از آنِ پرونده پیشین است؛ چیزی نوشته نمی‌شود. پرونده را به جای دیگری ببرید و از آنجا با «khedmat restore» بازگردانید.",
                en:
                    "\(path) was brought here by hand, and \(path)-wal belongs to the file before it; nothing is written. Move the file elsewhere and bring it back from there with “khedmat restore”."
            ))
    }

    /// The name under which SQLite opens the file for reading. In a read-only folder there is no place for the memory
    /// that readers of a WAL share, so the file is opened as immutable; but only where no WAL lies beside it, whose
    /// content would be missed.
    var nameForReading: String {
        let isShut = access(NewFile.folder(of: path), W_OK) != 0
        return isShut && !hasLog ? "file:\(Self.escaped(path))?immutable=1" : name
    }

    /// Whether a log lies beside it, which holds what was written last.
    var hasLog: Bool {
        var status = stat()
        return stat(path + "-wal", &status) == 0 && status.st_size > 0
    }

    /// For reading with the WAL's index in memory, which keeps other processes out.
    var nameForReadingAlone: String { "file:\(Self.escaped(path))?vfs=unix-excl" }

    /// The path in a form that SQLite takes for nothing but a path, whatever it begins with.
    var name: String { path.hasPrefix("/") || path.isEmpty ? path : "./" + path }

    private static func escaped(_ path: String) -> String {
        let place = path.hasPrefix("/") ? path : "./" + path
        return place.utf8.reduce(into: "") { text, byte in
            switch byte {
            case UInt8(ascii: "%"), UInt8(ascii: "?"), UInt8(ascii: "#"), 0x80...:
                text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            default: text.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
    }
}

extension StoreError {
    /// A full disk, or a foreign file in the place of the log's index.
    static func noRoomForLog(_ path: String) -> StoreError {
        StoreError(
            .cannotWrite,
            Phrase(
                fa:
                    "کنار \(path) جا برای آنچه نوشتن می‌خواهد نیست (شاید دیسک پر است)؛ تنها خوانده می‌شود. جا باز کنید و دفتر را دوباره باز کنید.",
                en:
                    "Beside \(path) there is no room for what writing needs (perhaps the disk is full); it is open for reading only. Make room and open it again."
            ))
    }

    /// Where an office is looked for, and none has begun.
    static func noOffice(_ path: String) -> StoreError {
        StoreError(
            .cannotOpen,
            Phrase(
                fa:
                    "در \(path) هنوز دفتری آغاز نشده است (پرونده نیست یا خالی است)؛ نشانی درست را با --file بدهید. دفتر تازه با باز کردن داشبورد آغاز می‌شود.",
                en:
                    "No office has begun in \(path) (there is no file, or it is empty); name the right one with --file. A new office begins when the dashboard is opened on it."
            ))
    }

    static func notOpened(_ path: String, _ error: Int32) -> StoreError {
        let why = systemReason(error)
        return StoreError(
            .cannotOpen,
            Phrase(
                fa: "پرونده \(path) باز نشد: \(why)؛ نشانی را بسنجید.",
                en: "Cannot open \(path): \(why); check the path."))
    }

    static func deadLink(_ path: String) -> StoreError {
        StoreError(
            .cannotOpen,
            Phrase(
                fa: "\(path) پیوندی است که به جایی نمی‌رسد؛ نشانی خود پرونده را بدهید.",
                en: "\(path) is a link that leads nowhere; give the file's own path."))
    }
}
