import Domain
import Persian

extension Reader {
    /// Why the state of what a command is about forbids it now; nil when it does not.
    ///
    /// - Parameter fields: those that are known already, such as the record's code.
    /// - Throws: what the store reports; a refusal is the answer.
    public func obstacle(
        to command: any Command.Type, _ fields: [JSON.Member], role: Role, at now: Moment
    ) throws(DecideError) -> Phrase? {
        let envelope = Envelope(id: "", at: now, account: "", role: role, station: "")
        return try command.obstacle(fields, envelope, in: registry)?.phrase
    }

    /// What the rules say to somebody who may send a command only to set a rule aside; see ``Request/refusal(to:at:in:)``.
    ///
    /// - Throws: what the store reports; a refusal is the answer.
    public func refusal(of request: Request, to staff: Staff, at now: Moment) throws(DecideError) -> Refusal {
        try request.refusal(to: staff, at: now, in: registry)
    }
}
