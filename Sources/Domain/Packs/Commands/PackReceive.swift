import Persian

/// `{"command":"pack.receive","code":"PK-001","seal":"…","commands":12,"users":["reza@laptop"]}`: notes that a pack
/// was brought home, with how many commands, and who sat at its laptop. `khedmat unpack` sends it.
public struct PackReceive: Command {
    public static let name = "pack.receive"
    public static let title = Phrase(fa: "بازآوردن بسته همراه", en: "bring a pack home")
    public static let roles: Set<Role> = [.operator, .supervisor]
    /// It notes what happened.
    public static let canBeUndone = false
    public static let parameters = [
        PackFields.code.required, PackFields.seal.required, PackFields.commands.required,
        PackFields.users.clearable,
    ]

    private let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// Refuses whoever may not bring packs home, nor decide what becomes of a command that was refused.
    ///
    /// - Throws: `not-permitted`.
    public static func check(_ sender: Sender, in registry: some Registry) throws(DecideError) {
        let staff = try sender.standing(in: registry)
        guard staff.role == .administrator || roles.contains(staff.role) else {
            throw .refused(.notPermitted(staff.account, staff.role, PackReceive.self))
        }
    }

    /// - Throws: `not-found`, `not-permitted` for another seal, `stale`, `wrong-state`.
    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let pack = try registry.existing(Pack.self, given.require(PackFields.code))
        let commands = try given.require(PackFields.commands)
        try pack.check(seal: try given.require(PackFields.seal))
        try envelope.check(versionOf: pack, in: registry)
        try pack.require([.out])
        var decision = Decision(envelope)
        decision.amend(pack) { pack in
            pack.received = max(pack.received, commands)
            pack.receivedAt = envelope.at
        }
        return decision
    }
}
