import Persian

/// A command that takes a camp from one state to another.
protocol CampStateCommand: Command {
    static var from: [CampState] { get }
    static var to: CampState { get }
    var given: Given { get }
}

extension CampStateCommand {
    public static var parameters: [ParameterUse] {
        [CampParameters.code.required, EnvelopeParameters.reason.clearable]
    }

    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let camp = try registry.existing(Camp.self, given.require(CampParameters.code))
        try envelope.check(versionOf: camp, in: registry)
        try camp.require(Self.from)
        if Self.to == .approved || Self.to == .running {
            // A group may have been suspended or dissolved since the camp was planned.
            for part in camp.groups { try registry.existing(Group.self, part.group).requireForCamp() }
        }
        var decision = Decision(envelope)
        decision.amend(camp) { $0.state = Self.to }
        return decision
    }
}

/// `{"command":"camp.approve","code":"C-001"}`: planned → approved.
public struct CampApprove: CampStateCommand {
    public static let name = "camp.approve"
    public static let title = Phrase(fa: "تأیید اردو", en: "approve a camp")
    static let from: [CampState] = [.planned]
    static let to = CampState.approved
    let given: Given
    public init(_ given: Given) { self.given = given }
}

/// `{"command":"camp.start","code":"C-001"}`: approved → running.
public struct CampStart: CampStateCommand {
    public static let name = "camp.start"
    public static let title = Phrase(fa: "آغاز اردو", en: "start a camp")
    static let from: [CampState] = [.approved]
    static let to = CampState.running
    let given: Given
    public init(_ given: Given) { self.given = given }
}

/// `{"command":"camp.suspend","code":"C-001","reason":…}`: running → suspended.
public struct CampSuspend: CampStateCommand {
    public static let name = "camp.suspend"
    public static let title = Phrase(fa: "توقف اردو", en: "suspend a camp")
    static let from: [CampState] = [.running]
    static let to = CampState.suspended
    let given: Given
    public init(_ given: Given) { self.given = given }
}

/// `{"command":"camp.resume","code":"C-001"}`: suspended → running.
public struct CampResume: CampStateCommand {
    public static let name = "camp.resume"
    public static let title = Phrase(fa: "ازسرگیری اردو", en: "resume a camp")
    static let from: [CampState] = [.suspended]
    static let to = CampState.running
    let given: Given
    public init(_ given: Given) { self.given = given }
}

/// `{"command":"camp.cancel","code":"C-001","reason":…}`: planned or approved → cancelled.
public struct CampCancel: CampStateCommand {
    public static let name = "camp.cancel"
    public static let title = Phrase(fa: "لغو اردو", en: "cancel a camp")
    static let from: [CampState] = [.planned, .approved]
    static let to = CampState.cancelled
    let given: Given
    public init(_ given: Given) { self.given = given }
}
