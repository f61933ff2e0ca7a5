import Canvas
import Domain
import Persian

/// What a key does on a screen. Declared once: the footer, help and the page of keys come from it.
///
///     Binding("screen.open", "enter", Phrase(fa: "باز کردن", en: "open"), .open, isHint: true)
@MainActor
public struct Binding<State, Action> {
    /// What keymaps know it by, the same in every version.
    public let id: String
    /// Those it has where nobody chose others.
    public let keys: [Key]
    public let phrase: Phrase
    public internal(set) var action: Action
    /// Who may; everybody when nil.
    public let roles: Set<Role>?
    /// The commands that it leads to: who may send one of them may press the key, where it may be sent at all.
    public let commands: [any Command.Type]
    /// Whether the footer shows it, where there is room.
    public let isHint: Bool
    /// Whether it only moves in a list, so that the next move can follow before what came into view was read.
    public var isMove = false
    /// What it does where that is another thing than ``phrase``; nil elsewhere.
    private(set) var phraseHere: (State) -> Phrase? = { _ in nil }
    /// Whether the footer shows it here although it does not everywhere.
    private(set) var isHintHere: (State) -> Bool = { _ in false }
    /// Whether it is there at all now.
    var isHere: (State) -> Bool = { _ in true }
    /// Why it cannot be used now; nil when it can. A disabled command stays visible and says why.
    public let disabledReason: (State, ScreenContext) -> Phrase?

    /// - Parameters:
    ///   - keys: as ``Key/init(parsing:)`` reads them, divided by blanks.
    ///   - also: other commands that it leads to.
    public init(
        _ id: String, _ keys: String, _ phrase: Phrase, _ action: Action, roles: Set<Role>? = nil,
        command: (any Command.Type)? = nil, also: [any Command.Type] = [], isHint: Bool = false,
        disabledReason: @escaping (State, ScreenContext) -> Phrase? = { _, _ in nil }
    ) {
        self.id = id
        self.keys = keys.split(separator: " ").compactMap { Key(parsing: String($0)) }
        self.phrase = phrase
        self.action = action
        commands = (command.map { [$0] } ?? []) + also
        self.roles = commands.isEmpty ? roles : commands.reduce(into: []) { $0.formUnion($1.senders) }
        self.isHint = isHint
        self.disabledReason = disabledReason
    }
}

extension Binding {
    /// The same, called otherwise where it does another thing, and shown by the footer where it is of use.
    func here(_ phrase: @escaping (State) -> Phrase? = { _ in nil }, isHint: @escaping (State) -> Bool) -> Binding {
        var binding = self
        binding.phraseHere = phrase
        binding.isHintHere = isHint
        return binding
    }
}

/// A binding as footer and help show it.
public struct BindingNote: Hashable, Sendable {
    public let id: String
    public internal(set) var keys: [Key]
    public internal(set) var phrase: Phrase
    public let isHint: Bool
    public internal(set) var disabledReason: Phrase? = nil
    /// Whether this person may do it at all, be it possible now or not.
    public var isPermitted = true
    /// Whether it is a key of this place, which the footer names before those of the whole screen.
    var isOfPlace = false

    /// The first key, as the footer shows it.
    func keyName(_ language: Language) -> String { keys.first?.displayName(language) ?? "" }
}

extension Binding {
    /// As it is declared.
    var declared: BindingNote { BindingNote(id: id, keys: keys, phrase: phrase, isHint: isHint) }

    /// - Parameters:
    ///   - obstacle: why the rules forbid it for what is selected, as it is now.
    ///   - namesKeys: whether the keys in the reason are named; the footer shows no reason, and it is drawn at every key.
    func note(
        _ state: State, _ context: ScreenContext, obstacle: Phrase? = nil, namesKeys: Bool = true
    ) -> BindingNote {
        let forbidden = permission(context)
        let reason = forbidden ?? disabledReason(state, context) ?? obstacle
        return BindingNote(
            id: id, keys: context.keymap.keys(of: id), phrase: phraseHere(state) ?? phrase,
            isHint: isHint(state), disabledReason: namesKeys ? reason.map(context.keymap.telling) : reason,
            isPermitted: forbidden == nil,
            isOfPlace: isHintHere(state) || phraseHere(state) != nil)
    }

    /// Whether the footer shows it now, where there is room.
    func isHint(_ state: State) -> Bool { isHint || isHintHere(state) }

    private func permission(_ context: ScreenContext) -> Phrase? {
        if let pack = context.pack, let kind = pack.declaration, !commands.isEmpty,
            !commands.contains(where: { kind.permits($0) })
        {
            return Phrase(
                fa: "در بسته همراه نیست؛ این کار در دفتر انجام می‌شود", en: "not in a pack; that is done in the office")
        }
        guard let roles, context.role != .administrator, !roles.contains(context.role) else { return nil }
        let names = roles.sorted { $0.rawValue < $1.rawValue }.map(\.phrase).listed()
        return Phrase(fa: "این کار با این کاربران است: \(names)", en: "This is for: \(names)")
    }
}

extension ScreenContext {
    /// Whether this person may give a command here: the rule that a binding which leads to it goes by.
    @MainActor
    func permits(_ command: any Command.Type) -> Bool {
        Binding<Void, Effect>(command.name, "", command.title, .close, command: command).note((), self).isPermitted
    }
}

extension Key {
    /// Whether it writes something where there is a field.
    var isText: Bool {
        if case .character = code { return modifiers.isDisjoint(with: [.control, .alt]) }
        return false
    }

    /// As it is shown; the digit of a page in the page's own digits.
    func shown(_ language: Language) -> String {
        let name = displayName(language)
        return name.count == 1 ? language.digits(name) : name
    }

    /// The key that bindings know it by: while the keyboard is in its Persian layout, the Latin letter on the same
    /// physical key.
    var asBound: Key {
        guard case .character(let scalar) = code, let latin = latinKey(for: scalar) else { return self }
        return Key(.character(latin), modifiers)
    }
}
