import Domain
import Persian

extension Reader {
    /// Why a command is refused in the present state of its record; nil when it is not.
    ///
    /// - Parameter fields: those that are known already, such as the record's code.
    /// - Throws: what the store reports; a refusal is the answer.
    public func obstacle(
        to command: any Command.Type, _ fields: [JSON.Member], role: Role, at now: Moment
    ) throws(DecideError) -> Phrase? {
        let envelope = Envelope(id: "", at: now, account: "", role: role, station: "")
        return try command.obstacle(fields, envelope, in: registry)?.phrase
    }

    /// What the rules answer somebody who may send a command only as an override; see ``Request/refusal(to:at:in:)``.
    ///
    /// - Throws: what the store reports; a refusal is the answer.
    public func refusal(of request: Request, to staff: Staff, at now: Moment) throws(DecideError) -> Refusal {
        try request.refusal(to: staff, at: now, in: registry)
    }
}
