import Persian

extension Group {
    /// Refuses as `wrong-state` unless the group is in one of these states.
    func require(_ states: [GroupState]) throws(DecideError) {
        guard states.contains(state) else {
            let accepted = states.map(\.phrase)
            throw .refused(
                .wrongState(
                    label, is: state.phrase,
                    accepted: accepted.joined(fa: " یا ", en: " or ")))
        }
    }
}

/// A command that takes a group from one state to another.
protocol GroupStateCommand: Command {
    static var from: [GroupState] { get }
    static var to: GroupState { get }
    var given: Given { get }
}

extension GroupStateCommand {
    public static var parameters: [ParameterUse] {
        [GroupParameters.code.required, EnvelopeParameters.reason.clearable]
    }

    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let group = try registry.existing(Group.self, given.require(GroupParameters.code))
        try envelope.check(versionOf: group, in: registry)
        try group.require(Self.from)
        var decision = Decision(envelope)
        decision.amend(group) { $0.state = Self.to }
        return decision
    }
}

/// `{"command":"group.suspend","code":…,"reason":…}`: registered → suspended.
public struct GroupSuspend: GroupStateCommand {
    public static let name = "group.suspend"
    public static let title = Phrase(fa: "تعلیق گروه", en: "suspend a group")
    static let from: [GroupState] = [.registered]
    static let to = GroupState.suspended
    let given: Given
    public init(_ given: Given) { self.given = given }
}

/// `{"command":"group.reinstate","code":…}`: back to registered.
public struct GroupReinstate: GroupStateCommand {
    public static let name = "group.reinstate"
    public static let title = Phrase(fa: "بازگرداندن گروه", en: "reinstate a group")
    static let from: [GroupState] = [.suspended, .dissolved]
    static let to = GroupState.registered
    let given: Given
    public init(_ given: Given) { self.given = given }
}

/// `{"command":"group.dissolve","code":…,"reason":…}`: registered or suspended → dissolved.
public struct GroupDissolve: GroupStateCommand {
    public static let name = "group.dissolve"
    public static let title = Phrase(fa: "انحلال گروه", en: "dissolve a group")
    static let from: [GroupState] = [.registered, .suspended]
    static let to = GroupState.dissolved
    let given: Given
    public init(_ given: Given) { self.given = given }
}
