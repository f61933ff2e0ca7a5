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
            if number == 1, entry.command == PackIssue.name,
                let carried = try Row.fetchOne(db, sql: "SELECT pack, secret FROM carried")
            {
                // From here on the codes are those of a pack, as they were in it.
                try fresh.execute(
                    sql: "INSERT INTO carried (one, pack, secret) VALUES (1, ?, ?)",
                    arguments: [carried[0] as String, carried[1] as Data])
                desk = Desk(fresh, sender: sender, clock: Clock())
            }
            if number % 1000 == 0 { progress(number) }
        }
        return desk
    }
}
