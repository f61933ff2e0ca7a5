import Persian

/// `{"command":"group.suspend","code":…,"reason":…}`: registered → suspended.
public struct GroupSuspend: Transition {
    public static let name = "group.suspend"
    public static let title = Phrase(fa: "تعلیق گروه", en: "suspend a group")
    public typealias Subject = Group
    public static let from: [GroupState] = [.registered]
    public static let to = GroupState.suspended
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }
}

/// `{"command":"group.reinstate","code":…}`: back to registered.
public struct GroupReinstate: Transition {
    public static let name = "group.reinstate"
    public static let title = Phrase(fa: "بازگرداندن گروه", en: "reinstate a group")
    public typealias Subject = Group
    public static let from: [GroupState] = [.suspended, .dissolved]
    public static let to = GroupState.registered
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }
}

/// `{"command":"group.dissolve","code":…,"reason":…}`: registered or suspended → dissolved.
public struct GroupDissolve: Transition {
    public static let name = "group.dissolve"
    public static let title = Phrase(fa: "انحلال گروه", en: "dissolve a group")
    public typealias Subject = Group
    public static let from: [GroupState] = [.registered, .suspended]
    public static let to = GroupState.dissolved
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }
}
