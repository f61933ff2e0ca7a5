import CSQLite
import Domain
import GRDB
import Glibc
import Persian

/// Checks before each commit that the open file is still the one at its path: a commit to a file that was moved,
/// removed or overwritten by hand would be confirmed and lost.
final class CommitGuard: TransactionObserver {
    private let path: String
    private let connection: SQLiteConnection?
    /// Whether its header says WAL, as an office's always does: a backup that is copied over it says otherwise.
    private let isInWAL: Bool

    /// Checks every commit of a connection for as long as it is open.
    static func watch(_ db: Database, _ path: String) {
        db.add(transactionObserver: CommitGuard(path, db), extent: .databaseLifetime)
    }

    private init(_ path: String, _ db: Database) {
        self.path = path
        connection = db.sqliteConnection
        isInWAL = Self.size(path) > 0 && sqlite_file_is_in_wal(db.sqliteConnection) != 0
    }

    func observes(eventsOfKind eventKind: DatabaseEventKind) -> Bool { false }
    func databaseDidChange(with event: DatabaseEvent) {}
    func databaseDidCommit(_ db: Database) {}
    func databaseDidRollback(_ db: Database) {}

    func databaseWillCommit() throws {
        let isMoved = sqlite_file_has_moved(connection) != 0
        let isOverwritten = isInWAL && (Self.size(path) == 0 || sqlite_file_is_in_wal(connection) == 0)
        if isMoved || isOverwritten { throw StoreError.moved(path) }
    }

    private static func size(_ path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }
}

extension StoreError {
    /// The last entries of the ledger are not of one file.
    static func brokenTail(_ path: String) -> StoreError {
        StoreError(
            .damaged,
            Phrase(
                fa:
                    "پرونده \(path) آسیب دیده است: رویدادهای پایانی دفتر آن دنبال هم نیستند، شاید چون \(path)-wal از پرونده دیگری است. چیزی در آن نوشته نمی‌شود؛ «khedmat verify» را اجرا کنید.",
                en:
                    "\(path) is damaged: the last entries of its ledger do not follow one another, perhaps because \(path)-wal is another file's. Nothing is written to it; run “khedmat verify”."
            ))
    }

    /// The file is no longer the one at its path.
    public static func moved(_ path: String) -> StoreError {
        StoreError(
            .cannotWrite,
            Phrase(
                fa:
                    "پرونده \(path) جابه‌جا، پاک یا با پرونده دیگری عوض شده است؛ این فرمان ثبت نشد. دفتر را دوباره باز کنید؛ پشتیبان تنها با «khedmat restore» برمی‌گردد.",
                en:
                    "The file \(path) was moved, removed or replaced; this command was not carried out. Open the office again; a backup comes home by “khedmat restore” alone."
            ))
    }
}
