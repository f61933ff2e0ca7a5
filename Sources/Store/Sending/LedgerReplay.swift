import Domain
import Foundation
import GRDB
import Persian

/// Replays a ledger into an empty file.
enum LedgerReplay {
    /// Writes what every command of the ledger changed into an empty file.
    ///
    /// - Returns: the session; the search indexes are still to be built, by its `finish()`.
    static func carryOut(_ db: Database, into fresh: Database, _ progress: (Int) -> Void) throws -> CommandSession {
        let sender = Sender(account: "", station: "")
        var session = CommandSession(fresh, sender: sender, clock: Clock())
        var previous = Ledger.Hash(repeating: 0, count: 32)
        let entries = try Row.fetchCursor(db, sql: "SELECT number, entry, hash FROM ledger ORDER BY number")
        while let row = try entries.next() {
            let (number, text): (Int, String) = (row[0], row[1])
            guard let entry = JSON(parsing: text).flatMap(LedgerEntry.init(json:)) else {
                throw Ledger.unreadable(number)
            }
            try session.write(entry, after: previous, text: text)
            previous = Ledger.Hash(row[2] as Data)
            if try PacksTable.mark(fresh, as: db, after: entry) {
                session = CommandSession(fresh, sender: sender, clock: Clock())
            }
            if number % 1000 == 0 { progress(number) }
        }
        return session
    }
}
