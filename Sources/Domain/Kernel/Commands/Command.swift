import Persian

/// One change that somebody asks for. One struct a command, one file: its JSON name, its fields, its rule.
public protocol Command: Sendable {
    /// The JSON name: "group.register".
    static var name: String { get }
    /// What it does, for the palette, the ledger and the undo line: "register a group".
    static var title: Phrase { get }
    static var parameters: [ParameterUse] { get }
    /// Who may send it; administrators always may.
    static var roles: Set<Role> { get }
    /// The rules that a supervisor or administrator may have it carried out against, with a reason.
    static var overrides: [RefusalCode] { get }
    /// Whether `ledger.undo` may put back what it changed.
    static var canBeUndone: Bool { get }
    /// Whether it tells what is to be or what happened.
    static var nature: CommandNature { get }
    /// Whether it may add the first account of a new file, which sends it itself.
    static var foundsOffice: Bool { get }
    /// Whether somebody fills in a form of it: what the program itself says is no such command.
    static var isFilledByHand: Bool { get }

    init(_ given: Arguments)

    /// Refuses as `wrong-state` what the state of its record forbids whatever else is given. Only commands whose rule
    /// reads other fields first need to say this apart; the rule itself asks it in its place.
    static func checkState(_ given: Arguments, in registry: some Registry) throws(DecideError)

    /// What no field tells alone: whether those given fit together. It belongs to their shape, so it comes before
    /// the question who may.
    static func check(_ given: Arguments) throws(Refusal)

    /// The rule: what the command changes, or why not. Pure: reads no clock, makes no random number.
    ///
    /// Checks in this order: not-found, stale, wrong-state, the rule's blocks, overrides, warnings.
    ///
    /// - Throws: what each command says. Beside that `missing-value`, where a required field is read that is not given:
    ///   only screens ask so early, see ``obstacle(_:_:in:)``.
    func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision
}

extension Command {
    public static var roles: Set<Role> { [.operator] }
    public static var overrides: [RefusalCode] { [] }
    public static var canBeUndone: Bool { true }
    public static var nature: CommandNature { .claim }
    public static var foundsOffice: Bool { false }
    public static var isFilledByHand: Bool { true }

    /// - Throws: nothing by default.
    public static func checkState(_ given: Arguments, in registry: some Registry) throws(DecideError) {}

    /// - Throws: nothing by default.
    public static func check(_ given: Arguments) throws(Refusal) {}
}
