import Persian

extension Command {
    /// Who may send it, be it only to set a rule of it aside.
    public static var senders: Set<Role> {
        overrides.isEmpty ? roles : roles.union([.supervisor])
    }

    /// Whether somebody of that role may send it, be it only to set a rule of it aside.
    public static func mayBeSent(by role: Role) -> Bool { role.maySend(self) || role.mayOverride(self) }

    /// Whether somebody sends it by the right to set a rule aside alone, which wants a reason.
    public static func needsReason(from role: Role) -> Bool { !role.maySend(self) && role.mayOverride(self) }
}

/// The right to set a rule aside.
public enum Overriding {
    private static let parameter = Parameter<String>.text(
        "reason", Phrase(fa: "علت کنار گذاشتن قاعده", en: "reason for setting the rule aside"), lines: true)

    /// The envelope's reason, as a form asks it of those who send the command by this right alone.
    public static let reason = parameter.required
    /// The same of those who may do without, when they mend what was refused.
    public static let optionalReason = parameter.clearable
}
