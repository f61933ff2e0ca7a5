import Persian

/// What somebody who uses the program may do.
public enum Role: String, Choice {
    case administrator, `operator`, supervisor, trainer

    public var phrase: Phrase {
        switch self {
        case .administrator: Phrase(fa: "مدیر", en: "administrator")
        case .operator: Phrase(fa: "متصدی", en: "operator")
        case .supervisor: Phrase(fa: "ناظر", en: "supervisor")
        case .trainer: Phrase(fa: "مربی", en: "trainer")
        }
    }
}

extension Role {
    /// Whether this role may send a command as it is.
    public func maySend(_ command: any Command.Type) -> Bool { self == .administrator || command.roles.contains(self) }

    /// Whether this role may have a command carried out against a rule of it, with a reason.
    ///
    /// With a reason a supervisor may send any command, also one that is otherwise not for supervisors, when such a rule
    /// is its only obstacle. Where this is false and ``maySend(_:)`` too, a form need not be opened.
    public func mayOverride(_ command: any Command.Type) -> Bool {
        (self == .supervisor || self == .administrator) && !command.overrides.isEmpty
    }
}
