import Domain
import Persian
import Store

extension OfficeFile {
    /// Takes in a pack that came home: checks that it is one of the office's own, notes that it came, and sends its
    /// commands as the account that it was made for. A refused one is kept in the office's file, and tried again whenever
    /// the pack is brought again.
    ///
    ///     let report = try office.take(OpenedPack(path: "c14.khedmat"), by: sender, clock: clock)
    ///
    /// - Parameter progress: told how many commands are answered; answers false to stop there.
    /// - Throws: `not-permitted` for a pack of another office, or when the sender may not bring packs home;
    ///   `wrong-state` for one that was recalled. Nothing is written then.
    public func take(
        _ pack: OpenedPack, by sender: Sender, clock: Clock, progress: (Int) -> Bool = { _ in true }
    ) throws(DecideError) -> PackReport {
        let accepted = try transaction(by: sender, clock: clock) { (session) throws(DecideError) in
            let accepted = try pack.accepted(by: session)
            try pack.noteReceipt(session, sender, clock, before: accepted.home.received)
            return accepted
        }
        return PackReport(
            pack: pack.pack, taken: try take(accepted, by: sender, clock: clock, progress: progress))
    }
}

/// An opened pack that the office knows as one of its own.
private struct AcceptedPack: CommandSource {
    let commands: [LedgerEntry]
    /// The office's own record of it.
    let home: Pack
    /// The number of the office's ledger entry that made it.
    let seen: Int

    /// Nobody is at its laptop to be told.
    var keepsRefused: Bool { true }

    func next(after cursor: SourceCursor, limit: Int) -> [SourcedCommand] {
        let origin = Origin(home, seen: seen)
        return commands.drop { $0.number <= cursor.number }.prefix(limit).map { SourcedCommand($0, from: origin) }
    }
}

extension OpenedPack {
    fileprivate func accepted(by session: CommandSession) throws(DecideError) -> AcceptedPack {
        guard let home = try session.registry.find(Pack.self, key: pack.code), home.seal == seal,
            let seen = try session.entryNumber(making: home)
        else { throw .refused(.strange(pack.code, office: pack.office)) }
        return AcceptedPack(commands: commands, home: home, seen: seen)
    }

    /// Notes that it came, when there is something new in it.
    ///
    /// - Parameter received: how many of its commands came before.
    fileprivate func noteReceipt(
        _ session: CommandSession, _ sender: Sender, _ clock: Clock, before received: Int
    ) throws(DecideError) {
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
        if commands.count > received {
            try session.send(request)
        } else {
            // Nothing new to note; permission and state are still checked.
            _ = try request.decide(by: sender, at: clock.now(), id: CommandID.new(at: .now()), in: session.registry)
        }
    }
}
