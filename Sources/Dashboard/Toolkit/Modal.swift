import Canvas
import Domain
import Persian
import Store

/// Something over the screen that has all keys until it is closed: a form, a question, the palette, the import.
@MainActor
protocol Modal: AnyObject {
    var title: Phrase { get }
    /// What keys do: one list for what can be done at the same time. Footer, help and what a key means come from it.
    static var lists: [[ModalAction<Self>]] { get }
    /// The list of now.
    var actions: [ModalAction<Self>] { get }
    /// Whether it has nothing more to show, so that the shell closes it.
    var isFinished: Bool { get }
    /// Reads what it shows; called when it opens, after each key, and after changes of the file.
    func load(from reader: Reader, _ context: ScreenContext) throws(DecideError)
    func handle(_ event: Event, _ context: ScreenContext) -> [Effect]
    /// Takes what means none of the actions: typing.
    func typed(_ event: Event, _ context: ScreenContext) -> [Effect]
    /// What became of a command it sent.
    func answered(_ answer: Writer.Answer, _ context: ScreenContext) -> [Effect]
    /// Draws over the whole content region.
    func view(in region: inout Region, _ context: ScreenContext)
    /// What the footer says meanwhile.
    func notes(_ context: ScreenContext) -> [BindingNote]
}

/// What a key does in a modal.
typealias ModalAction<M> = Binding<M, ModalAct<M>>
typealias ModalAct<M> = @MainActor (M, ScreenContext) -> [Effect]

extension Modal {
    var actions: [ModalAction<Self>] { Self.lists[0] }
    var isFinished: Bool { false }
    func load(from reader: Reader, _ context: ScreenContext) throws(DecideError) {}
    func typed(_ event: Event, _ context: ScreenContext) -> [Effect] { [] }
    func answered(_ answer: Writer.Answer, _ context: ScreenContext) -> [Effect] { [] }

    func handle(_ event: Event, _ context: ScreenContext) -> [Effect] {
        act(event, actions, context) ?? typed(event, context)
    }

    /// Does what a key means; nil when it means none of these actions.
    func act(_ event: Event, _ actions: [ModalAction<Self>], _ context: ScreenContext) -> [Effect]? {
        guard case .key(let key) = event else { return nil }
        return actions.filter { $0.isHere(self) }.meant(by: key, context.keymap)?.action(self, context)
    }

    func notes(_ context: ScreenContext) -> [BindingNote] {
        actions.filter { $0.isHere(self) }.map { $0.note(self, context) }
    }

    /// What works at the same time, with what the shell does even over a modal.
    static var scopes: [KeyScope] {
        let shell = ShellBindings.overModals.map(\.declared)
        return lists.map { KeyScope(name: "\(Self.self)", actions: $0.map(\.declared) + shell) }
    }
}

extension Binding {
    /// An action of a modal.
    init(
        _ id: String, _ keys: String, _ phrase: Phrase, isHint: Bool = false,
        when isHere: @escaping (State) -> Bool = { _ in true }, does: @escaping ModalAct<State>
    ) where Action == ModalAct<State> {
        self.init(id, keys, phrase, does, isHint: isHint)
        self.isHere = isHere
    }

    /// An action of a modal that asks nothing of the shell.
    static func step(
        _ id: String, _ keys: String, _ phrase: Phrase, isHint: Bool = true,
        when isHere: @escaping (State) -> Bool = { _ in true },
        _ does: @escaping @MainActor (State, ScreenContext) -> Void
    ) -> Binding where Action == ModalAct<State> {
        Binding(id, keys, phrase, isHint: isHint, when: isHere) { modal, context in
            does(modal, context)
            return []
        }
    }

    /// Leaves a modal.
    static func close(
        _ id: String, _ keys: String = "escape", _ phrase: Phrase = Phrase(fa: "بستن", en: "close")
    ) -> Binding where Action == ModalAct<State> {
        Binding(id, keys, phrase, isHint: true) { _, _ in [.close] }
    }

    /// The keys that move in the list of a modal.
    ///
    /// - Parameter hint: what the footer says of them; nothing when nil.
    static func moves(
        _ hint: Phrase? = nil, _ move: @escaping @MainActor (State, ListMove, ScreenContext) -> Void
    ) -> [Binding] where Action == ModalAct<State> {
        moves { step in
            { modal, context in
                move(modal, step, context)
                return []
            }
        }.map { $0.id == "list.down" && hint != nil ? $0.here({ _ in hint }, isHint: { _ in true }) : $0 }
    }
}

extension BindingNote {
    /// A key of a modal, as the footer shows it.
    init(_ id: String, _ key: Key.Code, _ phrase: Phrase, _ modifiers: Key.Modifiers = []) {
        self.init(id: id, keys: [Key(key, modifiers)], phrase: phrase, isHint: true)
    }

    /// As a line of the content shows it.
    func hint(_ language: Language) -> KeyHints.Hint {
        KeyHints.Hint(key: keyName(language), label: phrase[language], isEnabled: disabledReason == nil)
    }
}
