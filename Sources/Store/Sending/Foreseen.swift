import Domain
import Persian

extension Reader {
    /// What a command would come to if it were sent now, by its own rule; nothing is written. Whoever may send it only to set
    /// a rule aside, and gives no reason yet, is told which rule that would be.
    ///
    ///     let decision = try reader.foresee(request, by: sender, at: now)
    ///
    /// - Throws: what the command would be refused for; what the store reports.
    public func foresee(_ request: Request, by sender: Sender, at now: Moment) throws(DecideError) -> Decision {
        if request.reason == nil, let staff = try find(Staff.self, key: sender.account),
            request.command.needsReason(from: staff.role)
        {
            throw .refused(try refusal(of: request, to: staff, at: now))
        }
        return try request.decide(by: sender, at: now, id: "foreseen", in: registry).1
    }
}
