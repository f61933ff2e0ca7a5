import Domain
import GRDB
import Persian

/// What became of taking a whole batch back.
public struct BatchUndoReport: Hashable, Sendable {
    public var undone = 0
    /// Why some of its commands could not be taken back.
    public var refusals: [Refusal] = []
}

extension Reader {
    /// The ids of a batch's commands, the latest first.
    public func commands(ofBatch batch: String) throws(DecideError) -> [String] {
        try storing {
            try String.fetchAll(
                db, sql: "SELECT id FROM ledger WHERE batch = ? ORDER BY number DESC", arguments: [batch])
        }
    }

    /// The latest entry of an account, to be taken back with `u`.
    public func lastEntry(of account: String) throws(DecideError) -> LedgerEntry? {
        try ledger(matching: Filter(), limit: 50).first { $0.account == account }
    }
}

extension OfficeFile {
    /// Takes a whole import back as one: each of its commands by `ledger.undo`, the latest first, under a batch id of
    /// its own, in transactions short enough for others to work beside it. What somebody changed meanwhile stays, and
    /// is named.
    ///
    /// - Parameter progress: told the commands done and how many there are; answers false to stop there.
    public func undo(
        batch: String, by sender: Sender, clock: Clock, progress: (Int, Int) -> Bool = { _, _ in true }
    ) throws(DecideError) -> BatchUndoReport {
        let commands = try view { (reader) throws(DecideError) in try reader.commands(ofBatch: batch) }
        let id = CommandID.new(at: .now())
        var report = BatchUndoReport()
        var done = 0
        try transactions(over: commands, by: sender, clock: clock) { (desk, command) throws(DecideError) in
            do throws(DecideError) {
                var request = try Self.undoing(command)
                request.batch = id
                try desk.send(request)
                report.undone += 1
            } catch {
                guard case .refused(let refusal) = error else { throw error }
                report.refusals.append(refusal)
            }
            done += 1
            return progress(done, commands.count)
        }
        return report
    }

    private static func undoing(_ command: String) throws(DecideError) -> Request {
        do throws(Refusal) {
            return try Request(LedgerUndo.self, [.init("undo", .string(command))])
        } catch {
            throw .refused(error)
        }
    }
}
