import Persian

/// `{"command":"camp.approve","code":"C-001"}`: planned → approved.
public struct CampApprove: CampGoingOn {
    public static let name = "camp.approve"
    public static let title = Phrase(fa: "تأیید اردو", en: "approve a camp")
    public typealias Subject = Camp
    public static let from: [CampState] = [.planned]
    public static let to = CampState.approved
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }
}

/// `{"command":"camp.start","code":"C-001"}`: approved → running.
public struct CampStart: CampGoingOn {
    public static let name = "camp.start"
    public static let title = Phrase(fa: "آغاز اردو", en: "start a camp")
    public typealias Subject = Camp
    public static let from: [CampState] = [.approved]
    public static let to = CampState.running
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }
}

/// `{"command":"camp.suspend","code":"C-001","reason":…}`: running → suspended.
public struct CampSuspend: Transition {
    public static let name = "camp.suspend"
    public static let title = Phrase(fa: "توقف اردو", en: "suspend a camp")
    public typealias Subject = Camp
    public static let from: [CampState] = [.running]
    public static let to = CampState.suspended
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }
}

/// `{"command":"camp.resume","code":"C-001"}`: suspended → running.
public struct CampResume: CampGoingOn {
    public static let name = "camp.resume"
    public static let title = Phrase(fa: "ازسرگیری اردو", en: "resume a camp")
    public typealias Subject = Camp
    public static let from: [CampState] = [.suspended]
    public static let to = CampState.running
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }
}

/// `{"command":"camp.cancel","code":"C-001","reason":…}`: planned or approved → cancelled.
public struct CampCancel: Transition {
    public static let name = "camp.cancel"
    public static let title = Phrase(fa: "لغو اردو", en: "cancel a camp")
    public typealias Subject = Camp
    public static let from: [CampState] = [.planned, .approved]
    public static let to = CampState.cancelled
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }
}

/// A camp that goes on sends its groups: one may have been suspended or dissolved since it was planned.
public protocol CampGoingOn: Transition where Subject == Camp {}

extension CampGoingOn {
    /// - Throws: `not-found` and `wrong-state` for its groups.
    public func check(_ camp: Camp, in registry: some Registry) throws(DecideError) {
        for part in camp.groups { try registry.existing(Group.self, part.group).requireForCamp(field: "code") }
    }
}
