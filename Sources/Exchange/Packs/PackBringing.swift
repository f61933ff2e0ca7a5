import Domain
import Persian
import Store

extension BroughtPack {
    /// Sends the pack's commands to the office, in the order in which they were given, as the account that the pack was
    /// made for; the office's rules decide each. A command that was carried out before gets its answer of then; a
    /// refused one is kept in the office's file, and tried again whenever the pack is brought again.
    ///
    ///     let report = try BroughtPack(path: "c14.khedmat").bring(to: office, by: sender, clock: clock)
    ///
    /// - Parameter progress: told how many commands are answered; answers false to stop there.
    /// - Throws: `not-permitted` for a pack of another office, or when the sender may not bring packs home;
    ///   `wrong-state` for one that was recalled. Nothing is written then.
    public func bring(
        to office: OfficeFile, by sender: Sender, clock: Clock, progress: (Int) -> Bool = { _ in true }
    ) throws(DecideError) -> PackReport {
        var report = PackReport(pack: pack, batch: CommandID.new(at: .now()))
        let (home, seen) = try office.transaction(by: sender, clock: clock) { (session) throws(DecideError) in
            try receive(session, sender, clock)
        }
        // Decodes the foreign commands before the transactions in which others have to wait.
        let origin = Origin(home, seen: seen)
        let requests = commands.map { command in
            Result { () throws(DecideError) in try Request(command, command.fields, origin, batch: report.batch) }
        }
        let items = zip(commands, requests)
        try office.transactions(over: items, by: sender, clock: clock) { (session, item) throws(DecideError) in
            let (command, request) = item
            let outcome = try outcome(of: command, request, home, session)
            if case .takenBack = outcome { report.takeBack(command.undoneID) }
            let subject = try command.subject(in: session.registry)
            report.answers.append(PackAnswer(command: command, subject: subject, outcome: outcome))
            report.isCancelled = !progress(report.answers.count)
            return !report.isCancelled
        }
        return report
    }

    /// Notes that it came, when there is something new in it.
    ///
    /// - Returns: the office's own record of the pack, and the number of the entry that made it.
    private func receive(_ session: CommandSession, _ sender: Sender, _ clock: Clock) throws(DecideError) -> (Pack, Int)
    {
        guard let home = try session.registry.find(Pack.self, key: pack.code), home.seal == seal,
            let seen = try session.origin(of: home)
        else { throw .refused(.strange(pack.code, office: pack.office)) }
        let request: Request
        do throws(Refusal) {
            request = try Request(
                PackReceive.self,
                [
                    .init("code", .string(pack.code)), .init("seal", .string(seal)),
                    .init("commands", .integer(commands.count)), .init("users", users.json),
                ])
        } catch {
            throw .refused(error)
        }
        if commands.count > home.received {
            try session.send(request)
        } else {
            // Nothing new to note; permission and state are still checked.
            _ = try request.decide(by: sender, at: clock.now(), id: CommandID.new(at: .now()), in: session.registry)
        }
        return (home, seen)
    }

    private func outcome(
        of command: LedgerEntry, _ request: Result<Request, DecideError>, _ home: Pack, _ session: CommandSession
    ) throws(DecideError) -> PackAnswer.Outcome {
        if let earlier = try session.entry(command.id) { return .already(earlier) }
        let own = try session.returned(command.id)
        let undone: ReturnedCommand? = if let id = command.undoneID { try session.returned(id) } else { nil }
        if own?.state == .dropped || undone?.state == .dropped {
            return .dropped
        }
        if own?.state == .takenBack || undone != nil {
            // The undone command was refused here, so there is nothing to undo.
            if let undone { try session.keep(undone.with(state: .takenBack)) }
            return .takenBack
        }
        do throws(DecideError) {
            let entry = try session.send(request.get())
            try session.forget(command.id)
            return .done(entry)
        } catch {
            guard case .refused(let refusal) = error else { throw error }
            try session.keep(ReturnedCommand(pack: home.code, entry: command, refusal: refusal))
            return .refused(refusal)
        }
    }
}

extension PackReport {
    /// Changes the answer of a refused command when its own undo follows it.
    fileprivate mutating func takeBack(_ id: String?) {
        guard let index = answers.firstIndex(where: { $0.command.id == id }) else { return }
        answers[index].outcome = .takenBack
    }
}

extension Request {
    /// A command of a pack as it is sent in the office. A code that was chosen in the field stays: people wrote it
    /// down, and later commands name it.
    init(
        _ command: LedgerEntry, _ fields: [JSON.Member], _ origin: Origin, batch: String? = nil
    ) throws(DecideError) {
        var fields = fields
        let made = command.changes.first { $0.before == nil }?.after as? any Coded
        if let made, fields.allSatisfy({ $0.name != "code" }) { fields.append(.init("code", .string(made.code))) }
        do throws(Refusal) {
            try self.init(.object([.init("command", .string(command.command))] + fields))
        } catch {
            throw .refused(error)
        }
        id = command.id
        at = command.at
        account = command.account
        station = command.station
        version = command.version
        reason = reason ?? command.reason
        self.origin = origin
        self.batch = batch
        if batch != nil { batchName = origin.station }
    }
}

// MARK: - Mending

extension OfficeFile {
    /// Sends a command that came back once more, as it was or mended, under its own id, time and account. The ledger
    /// names who sent it.
    ///
    /// - Parameters:
    ///   - fields: nil for those it came with.
    ///   - at: when it was done, where the laptop's clock was wrong; nil for the time it came with.
    ///   - seen: the ledger's last entry when the sender looked at it.
    /// - Throws: the refusal; the command stays where it was. `not-permitted` to who may not bring packs home.
    @discardableResult
    public func resend(
        _ id: String, _ fields: [JSON.Member]? = nil, reason: String? = nil, at: Moment? = nil, seen: Int,
        by sender: Sender, clock: Clock
    ) throws(DecideError) -> LedgerEntry {
        try transaction(by: sender, clock: clock) { (session) throws(DecideError) in
            try PackReceive.check(sender, in: session.registry)
            if let earlier = try session.entry(id) { return earlier }
            let (returned, pack) = try session.waiting(id)
            let origin = Origin(pack, seen: seen)
            var request = try Request(returned.entry, fields ?? returned.entry.fields, origin)
            request.reason = reason ?? request.reason
            request.at = at ?? request.at
            let entry = try session.send(request)
            try session.forget(id)
            return entry
        }
    }

    /// Drops a returned command: it is not offered any more, nor tried again when the pack is brought again.
    public func drop(_ id: String, by sender: Sender, clock: Clock) throws(DecideError) {
        try transaction(by: sender, clock: clock) { (session) throws(DecideError) in
            try PackReceive.check(sender, in: session.registry)
            try session.keep(session.waiting(id).0.with(state: .dropped))
        }
    }
}

extension CommandSession {
    fileprivate func waiting(_ id: String) throws(DecideError) -> (ReturnedCommand, Pack) {
        guard let returned = try returned(id), returned.state == .waiting,
            let pack = try registry.find(Pack.self, key: returned.pack)
        else { throw .refused(.notFound(ReturnedCommand.kind, id, field: "id")) }
        return (returned, pack)
    }
}
