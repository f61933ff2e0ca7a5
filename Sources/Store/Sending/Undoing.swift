import Domain
import Persian

/// The outcome of an undo.
public struct UndoReport: Hashable, Sendable {
    public var undone = 0
    /// How many of its commands could not be undone, and why the first of them could not.
    public var refused = 0
    public var refusal: Refusal?
    public var isCancelled = false
    /// The batch id of what was written, when it was more than one command.
    public var batch: String?
    /// The id of the last entry that was written.
    public var last: String?
}

extension OfficeFile {
    /// Undoes an act, or redoes what it undid: each command by `ledger.undo`, the latest first, those of an import
    /// under a batch id of their own, in transactions short enough for others to work meanwhile. What somebody changed
    /// since is left as it is, and named.
    ///
    /// - Parameter progress: told the commands done and how many there are; answers false to stop there.
    /// - Throws: why the file cannot be read or written. Refusals are in the report.
    public func undo(
        _ act: Act, by sender: Sender, clock: Clock, progress: (Int, Int) -> Bool = { _, _ in true }
    ) throws(DecideError) -> UndoReport {
        var report = UndoReport()
        var commands = [act.entry.id]
        if let batch = act.batch, act.count > 1 {
            commands = try view { (reader) throws(DecideError) in
                try reader.commands(ofBatch: batch, by: act.entry.account)
            }
            report.batch = CommandID.new(at: .now())
        }
        var done = 0
        try transactions(over: commands, by: sender, clock: clock) { (session, command) throws(DecideError) in
            do throws(DecideError) {
                var request = try Self.undoing(command)
                request.batch = report.batch
                request.batchName = act.original.batchName
                report.last = try session.send(request).id
                report.undone += 1
            } catch {
                guard case .refused(let refusal) = error else { throw error }
                report.refused += 1
                report.refusal = report.refusal ?? refusal
            }
            done += 1
            let goesOn = progress(done, commands.count)
            report.isCancelled = !goesOn && done < commands.count
            return goesOn
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
