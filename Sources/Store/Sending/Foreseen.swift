import Domain
import Persian

extension Reader {
    /// What a command would come to if it were sent now, by its own rule; nothing is written.
    ///
    ///     let decision = try reader.foresee(request, by: sender, at: now)
    ///
    /// - Throws: what the command would be refused for; what the store reports.
    public func foresee(_ request: Request, by sender: Sender, at now: Moment) throws(DecideError) -> Decision {
        try request.decide(by: sender, at: now, id: "foreseen", in: registry).1
    }
}
