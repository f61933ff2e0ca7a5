import Domain
import Persian

extension OfficeFile {
    /// Takes in the commands of a source, in the order in which they were given; the office's rules decide each. A
    /// command that was carried out before gets its answer of then.
    ///
    /// It reads the source in pages, outside the transactions in which others have to wait, and works in transactions
    /// as short as an import's. A source that fails ends it there: the report says why, and how far it came.
    ///
    /// - Parameters:
    ///   - cursor: where to begin; ``SourceCursor/start`` tries refused commands again too.
    ///   - sender: who takes them in.
    ///   - page: how many commands are read at a time.
    ///   - progress: told how many commands are answered; answers false to stop there.
    /// - Throws: as ``transaction(by:clock:_:)``; refusals are answers.
    public func take(
        _ source: some CommandSource, after cursor: SourceCursor = .start, by sender: Sender, clock: Clock,
        page: Int = 500, progress: (Int) -> Bool = { _ in true }
    ) throws(DecideError) -> TakeReport {
        var report = TakeReport(batch: CommandID.new(at: .now()), cursor: cursor)
        var count: Int
        repeat {
            let commands: [SourcedCommand]
            do throws(SourceError) {
                commands = try source.ordered(after: report.cursor, limit: page)
            } catch {
                report.failure = error
                return report
            }
            count = commands.count
            let items = commands.map { ($0, $0.request(batch: report.batch)) }
            try transactions(over: items, by: sender, clock: clock) { (session, item) throws(DecideError) in
                try session.take(item.0, item.1, keepsRefused: source.keepsRefused, &report)
                report.isCancelled = !progress(report.answers.count)
                return !report.isCancelled
            }
        } while count == page && !report.isCancelled
        return report
    }
}

extension CommandSource {
    /// The next commands, held to their order: a source that repeats itself would never end.
    fileprivate func ordered(after cursor: SourceCursor, limit: Int) throws(SourceError) -> [SourcedCommand] {
        let commands = try next(after: cursor, limit: limit)
        let numbers = [cursor.number] + commands.map(\.entry.number)
        guard zip(numbers, numbers.dropFirst()).allSatisfy(<) else { throw .disordered(after: cursor) }
        return commands
    }
}

extension CommandSession {
    fileprivate func take(
        _ command: SourcedCommand, _ request: Result<Request, DecideError>, keepsRefused: Bool,
        _ report: inout TakeReport
    ) throws(DecideError) {
        let outcome = try outcome(of: command, request, keepsRefused: keepsRefused, report.made)
        report.made.take(command.entry)
        if case .takenBack = outcome { report.takeBack(command.entry.undoneID) }
        let subject = try command.entry.subject(in: registry)
        report.answers.append(TakeAnswer(command: command.entry, subject: subject, outcome: outcome))
        report.cursor = SourceCursor(command.entry.number)
    }

    private func outcome(
        of command: SourcedCommand, _ request: Result<Request, DecideError>, keepsRefused: Bool, _ made: MadeRecords
    ) throws(DecideError) -> TakeAnswer.Outcome {
        let entry = command.entry
        if let earlier = try self.entry(entry.id) { return .already(earlier) }
        let own = try returned(entry.id)
        let undone: ReturnedCommand? = if let id = entry.undoneID { try returned(id) } else { nil }
        if own?.state == .dropped || undone?.state == .dropped {
            return .dropped
        }
        if own?.state == .takenBack || undone != nil {
            // The undone command was refused here, so there is nothing to undo.
            if let undone { try keep(undone.with(state: .takenBack)) }
            return .takenBack
        }
        do throws(DecideError) {
            try made.check(entry, in: registry)
            let done = try send(request.get())
            try forget(entry.id)
            return .done(done)
        } catch {
            guard case .refused(let refusal) = error else { throw error }
            if keepsRefused {
                try keep(ReturnedCommand(pack: command.origin.station, entry: entry, refusal: refusal))
            }
            return .refused(refusal)
        }
    }
}

extension SourcedCommand {
    /// The command as it is sent here; or why it is none, which is told in its turn.
    fileprivate func request(batch: String) -> Result<Request, DecideError> {
        Result { () throws(DecideError) in try Request(entry, from: origin, batch: batch) }
    }
}

extension Request {
    /// A command of another station's ledger as it is sent in the office. A code that was given there stays: people
    /// wrote it down, and later commands name it.
    ///
    /// - Parameters:
    ///   - fields: nil for those it came with.
    ///   - batch: the id of the taking.
    /// - Throws: the refusals of the fields' shape.
    public init(
        _ entry: LedgerEntry, _ fields: [JSON.Member]? = nil, from origin: Origin, batch: String? = nil
    ) throws(DecideError) {
        var fields = fields ?? entry.fields
        let made = entry.changes.first { $0.before == nil }?.after as? any Coded
        if let made, fields.allSatisfy({ $0.name != "code" }) { fields.append(.init("code", .string(made.code))) }
        do throws(Refusal) {
            try self.init(.object([.init("command", .string(entry.command))] + fields))
        } catch {
            throw .refused(error)
        }
        id = entry.id
        at = entry.at
        account = entry.account
        station = entry.station
        version = entry.version
        reason = reason ?? entry.reason
        self.origin = origin
        self.batch = batch
        if batch != nil { batchName = origin.station }
    }
}
