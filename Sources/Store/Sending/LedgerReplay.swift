import Domain
import Foundation
import GRDB
import Persian

/// Carries a ledger out again in an empty file.
enum LedgerReplay {
    /// What every command of the ledger changed, written into an empty file.
    ///
    /// - Returns: the desk, which has yet to make the indexes of the search.
    static func carryOut(_ db: Database, into fresh: Database, _ progress: (Int) -> Void) throws -> Desk {
        let sender = Sender(account: "", station: "")
        var desk = Desk(fresh, sender: sender, clock: Clock())
        var previous = Ledger.Hash(repeating: 0, count: 32)
        let entries = try Row.fetchCursor(db, sql: "SELECT number, entry, hash FROM ledger ORDER BY number")
        while let row = try entries.next() {
            let (number, text): (Int, String) = (row[0], row[1])
            guard let entry = JSON(parsing: text).flatMap(LedgerEntry.init(json:)) else {
                throw Ledger.unreadable(number)
            }
            try desk.write(entry, after: previous, text: text)
            previous = Ledger.Hash(row[2] as Data)
            if try PacksTable.mark(fresh, as: db, after: entry) { desk = Desk(fresh, sender: sender, clock: Clock()) }
            if number % 1000 == 0 { progress(number) }
        }
        return desk
    }
}
