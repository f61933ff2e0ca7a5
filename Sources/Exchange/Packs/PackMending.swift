import Domain
import Persian
import Store

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
            var request = try Request(returned.entry, fields, from: Origin(pack, seen: seen))
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
