import Persian

/// Who sends commands from this process: what fills the gaps of their envelopes.
public struct Sender: Sendable {
    /// The account of the operating system, or the one an administrator acts for.
    public var account: String
    /// The administrator's own account when `account` is another's.
    public var administrator: String?
    /// Who sits at the laptop of a pack, when it is not the account that the pack was made for.
    public var user: String?
    public var station: String

    public init(account: String, administrator: String? = nil, user: String? = nil, station: String) {
        self.account = account
        self.administrator = administrator
        self.user = user
        self.station = station
    }
}

extension Request {
    /// Decides the command: the account's standing first, then the command's own rule.
    ///
    /// - Parameters:
    ///   - sender: whose process this is; `as` needs an administrator, or the authority of the station that the
    ///     command comes from.
    ///   - at, id: what is used when the command brought none.
    /// - Throws: `not-permitted`, `unknown-value` for the station of a pack; what the authority refuses that it is given
    ///   under; and what the command's own rule refuses.
    /// - Returns: the envelope as it was filled in, and the decision.
    public func decide(
        by sender: Sender, at: Moment, id: String, in registry: some Registry
    ) throws(DecideError) -> (Envelope, Decision) {
        try checkAuthority(sender, at: at, in: registry)
        var envelope = try envelope(by: sender, at: at, id: id, in: registry)
        let decision = try decide(envelope, in: registry)
        try checkAuthority(decision, in: registry)
        // What was refused is not remembered by its id: the same request may come again and be carried out.
        if decision.refusal != nil { envelope.id = id }
        return (envelope, decision)
    }

    /// Whether the sender may be told again what a carried-out command of this id was answered: whoever sent it may, and
    /// whoever might send it.
    ///
    /// - Throws: `not-permitted`.
    public func checkRepetition(
        of earlier: LedgerEntry, by sender: Sender, at: Moment, in registry: some Registry
    ) throws(DecideError) {
        let envelope = try envelope(by: sender, at: at, id: earlier.id, in: registry)
        if envelope.account == earlier.account || envelope.role == .administrator { return }
        let original = try earlier.original(in: registry)
        let roles = Commands.named(original.command)?.roles ?? []
        if roles.contains(envelope.role) { return }
        throw .refused(.notPermitted(envelope.account, envelope.role, Commands.named(original.command) ?? command))
    }

    private func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let permitted = envelope.role == .administrator || command.roles.contains(envelope.role)
        if permitted {
            return try decideFreely(envelope, in: registry)
        }
        let refusal = Refusal.notPermitted(envelope.account, envelope.role, command)
        guard command.needsReason(from: envelope.role), envelope.reason != nil else { throw .refused(refusal) }
        return try overriding(envelope, else: refusal, in: registry)
    }

    /// The command's own rule, with no regard to who sends it.
    private func decideFreely(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let rule: any Command = command.init(given)
        var decision: Decision
        do throws(DecideError) {
            decision = try rule.decide(envelope, in: registry)
        } catch {
            if case .refused(let refusal) = error, refusal.canBeOverridden { checkDeclared([refusal]) }
            throw error
        }
        checkDeclared(decision.overrides)
        decision.warnOfFarDays(in: given, of: command.parameters)
        return decision
    }

    /// What the rules say to somebody who may send the command only to set a rule aside and has given no reason yet: the
    /// rule that a reason would set aside, what no reason helps against, or `not-permitted` where nothing stands in the way.
    ///
    /// - Throws: what the store reports; a refusal is returned.
    public func refusal(to staff: Staff, at: Moment, in registry: some Registry) throws(DecideError) -> Refusal {
        let envelope = Envelope(id: "", at: at, account: staff.account, role: staff.role, station: "", version: version)
        do throws(DecideError) {
            _ = try decideFreely(envelope, in: registry)
        } catch .refused(let refusal) {
            return refusal
        }
        return .nothingToOverride(staff.account, command)
    }

    /// A command declares what of it may be set aside: screens ask that before anything is sent.
    private func checkDeclared(_ refusals: [Refusal]) {
        assert(refusals.allSatisfy { command.overrides.contains($0.code) }, "\(command.name) declares no such override")
    }

    /// A supervisor's right beyond his own commands: with a reason, when an override is the only obstacle.
    private func overriding(
        _ envelope: Envelope, else refusal: Refusal, in registry: some Registry
    ) throws(DecideError) -> Decision {
        let decision: Decision
        do throws(DecideError) {
            decision = try decideFreely(envelope, in: registry)
        } catch .refused(let obstacle) {
            // The reason would not help, so that the sender has to know what is really in the way.
            let both = Phrase(
                fa: "\(refusal.phrase) \(obstacle.phrase)", en: "\(refusal.phrase) \(obstacle.phrase)")
            throw .refused(Refusal(.notPermitted, field: obstacle.field, both))
        }
        guard !decision.overrides.isEmpty else { throw .refused(.nothingToOverride(envelope.account, command)) }
        return decision
    }

    private func envelope(
        by sender: Sender, at: Moment, id: String, in registry: some Registry
    ) throws(DecideError) -> Envelope {
        var sender = sender
        if let account, account != sender.account {
            sender.administrator = sender.administrator ?? sender.account
            sender.account = account
        }
        if origin?.authority != nil { return try remoteEnvelope(by: sender, at: at, id: id, in: registry) }
        let station = try station(of: sender, in: registry)
        let isFounding = command.foundsOffice ? try sender.isFounding(in: registry) : false
        let role = isFounding ? .administrator : try sender.standing(in: registry).role
        return Envelope(
            id: self.id ?? id, at: self.at ?? at, account: sender.account, role: role,
            sender: sender.administrator ?? sender.user, station: station, version: version, reason: reason,
            batch: batch, batchName: batchName, origin: origin)
    }

    /// A command of a station that works on its own is its account's, whoever takes it in.
    private func remoteEnvelope(
        by sender: Sender, at: Moment, id: String, in registry: some Registry
    ) throws(DecideError) -> Envelope {
        let own = Sender(account: sender.account, station: sender.station)
        let role = try own.standing(in: registry).role
        return Envelope(
            id: self.id ?? id, at: self.at ?? at, account: own.account, role: role, sender: sender.administrator,
            station: station ?? sender.station, version: version, reason: reason, batch: batch,
            batchName: batchName, origin: origin)
    }
}

extension Refusal {
    /// `not-permitted`: who may not, and who may.
    public static func notPermitted(_ account: String, _ role: Role, _ command: any Command.Type) -> Refusal {
        let allowed = Role.allCases.filter { $0 == .administrator || command.roles.contains($0) }.map(\.phrase).listed()
        return Refusal(
            .notPermitted,
            Phrase(
                fa:
                    "\(account) (\(role.phrase)) اجازه «\(command.title)» ندارد؛ این کار با این کاربران است: \(allowed).",
                en: "\(account) (\(role.phrase)) may not \(command.title); that is for: \(allowed)."))
    }

    /// `not-permitted`: a supervisor gave a reason where no rule stood in the way.
    static func nothingToOverride(_ account: String, _ command: any Command.Type) -> Refusal {
        let allowed = Role.allCases.filter { $0 == .administrator || command.roles.contains($0) }.map(\.phrase).listed()
        return Refusal(
            .notPermitted,
            Phrase(
                fa:
                    "هیچ قاعده‌ای جلو «\(command.title)» را نگرفته است که علت بخواهد؛ پس این کار با این کاربران است، نه ناظر (\(account)): \(allowed).",
                en:
                    "No rule stands in the way that a reason could set aside, so to \(command.title) is not for a supervisor (\(account)) but for: \(allowed)."
            ))
    }
}
