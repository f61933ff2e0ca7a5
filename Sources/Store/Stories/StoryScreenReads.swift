import Domain
import GRDB
import Persian

/// The stories that an account has to mend: those of its own that were returned.
public struct StoryInbox: Hashable, Sendable {
    /// How many wait for review that another account submitted.
    public let toReview: Int
    /// How many of the account's own were returned.
    public let returned: Int
}

extension Reader {
    /// What of the stories waits for an account.
    ///
    /// - Throws: what the store reports.
    public func storyInbox(of account: String) throws(DecideError) -> StoryInbox {
        try storing {
            func count(_ sql: String) throws -> Int {
                try Int.fetchOne(db.cachedStatement(sql: sql), arguments: [account]) ?? 0
            }
            return StoryInbox(
                toReview: try count(
                    "SELECT count(*) FROM stories WHERE state = 'submitted' AND ifnull(submittedBy, '') <> ?"),
                returned: try count("SELECT count(*) FROM stories WHERE state = 'returned' AND account = ?"))
        }
    }

    /// The approved stories that a bulletin may hold, by code: those of no other number. How many there are at most is
    /// said by `limit`.
    ///
    /// - Throws: what the store reports.
    public func storiesFree(forBulletin number: Int?, limit: Int) throws(DecideError) -> [Story] {
        try storing {
            let taken = """
                SELECT s.story FROM bulletinStories s JOIN bulletins b ON b.id = s.bulletin WHERE b.number <> ?
                """
            return try Story.fetch(
                db, where: "state = 'approved' AND code NOT IN (\(taken)) ORDER BY nameKey LIMIT ?",
                [number ?? -1, limit])
        }
    }
}
