import Domain
import GRDB
import Persian

extension CommandSession {
    /// The records of a kind that are called so, however it is spelt, in the order in which they were recorded.
    ///
    ///     try session.named(Council.self, "شوراي جهادي پرديسان") { $0.name }
    ///
    /// - Throws: what the store reports.
    public func named<R: Domain.Record>(
        _ type: R.Type, _ name: String, by called: (R) -> String
    ) throws(DecideError) -> [R] {
        let folded = name.folded()
        if folded.isEmpty { return [] }
        return try storing {
            // Each part of the search text stands on a line of its own.
            try R.fetch(
                db, where: "instr(char(10) || search || char(10), ?) > 0 ORDER BY rowid LIMIT 500", ["\n\(folded)\n"]
            ).filter { called($0).folded() == folded }
        }
    }
}
