import Canvas
import Persian

/// Which keys an action has, by its id: those that are declared, or a person's own in their place. Keys, footer, help,
/// palette and the sentences that name a key ask it.
///
///     keymap.keys(of: "shell.undo")  // u
///     keymap.merging(["shell.undo": [Key(.function(9))]])
public struct Keymap: Sendable {
    /// The keys as they are declared.
    @MainActor public static let standard = Keymap(KeyScope.all)

    private var keys: [String: [Key]] = [:]
    /// The ids of what can be done at the same time.
    private let scopes: [[String]]

    init(_ scopes: [KeyScope]) {
        self.scopes = scopes.map { $0.actions.map(\.id) }
        for action in scopes.flatMap(\.actions) { keys[action.id] = action.keys }
    }

    func keys(of id: String) -> [Key] { keys[id] ?? [] }

    /// A sentence with the names of keys in the place of ids in braces; an action that has none is found in the palette.
    ///
    ///     keymap.telling(Phrase(fa: "{screen.filter} بزنید", en: "press {screen.filter}")).en  // press /
    func telling(_ phrase: Phrase) -> Phrase {
        guard phrase.en.contains("{") else { return phrase }
        return Phrase(fa: named(phrase[.persian], .persian), en: named(phrase[.english], .english))
    }

    /// The same in one language, which takes half the time.
    func telling(_ phrase: Phrase, _ language: Language) -> String { named(phrase[language], language) }

    private func named(_ text: String, _ language: Language) -> String {
        var told = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            // An id that a sentence fills in stands in isolates.
            let keys = keys[rest[rest.index(after: open)..<close].withoutIsolates]
            let key = keys.flatMap { ($0.first ?? self.keys(of: "shell.palette").first)?.displayName(language) }
            // A key keeps its direction to itself: a bracket would be turned round, and then be another key.
            told += rest[..<open] + (key.map(language.isolated) ?? String(rest[open...close]))
            rest = rest[rest.index(after: close)...]
        }
        return told + rest
    }

    /// With a person's own keys. Each is taken from whatever had it where the action can be done.
    func merging(_ own: [String: [Key]]) -> Keymap {
        var merged = self
        for scope in scopes {
            let taken = Set(scope.flatMap { own[$0] ?? [] })
            for id in scope where own[id] == nil { merged.keys[id]?.removeAll(where: taken.contains) }
        }
        for (id, keys) in own where merged.keys[id] != nil { merged.keys[id] = keys }
        return merged
    }
}

/// Actions whose keys work at the same time: those of a screen and the shell, those of a field, those of a modal.
@MainActor
struct KeyScope {
    let name: String
    let actions: [BindingNote]

    /// The shell's own, and those of the parts.
    private static let modals: [any Modal.Type] =
        [
            UndoList.self, UndoModal.self, WholeToast.self, PaletteModal.self, PrintModal.self, ImportModal.self,
            QuestionModal.self, FormModal.self,
        ] + ShownParts.all.flatMap(\.modals)

    /// All there are.
    static var all: [KeyScope] {
        let screens = Screens.all()
        let shell =
            ShellBindings.all.map(\.declared) + [ShellBindings.wholeToast.declared] + screens.compactMap(\.opening)
        return screens.flatMap { screen in
            zip(screen.declared, [shell] + screen.declared.map { _ in [] }).map {
                KeyScope(name: screen.id, actions: $0 + $1)
            }
        } + modals.flatMap { $0.scopes }
    }
}

extension ScreenContext {
    /// A sentence in the language of the page, its keys named.
    func told(_ phrase: Phrase) -> String { keymap.telling(phrase, language) }
}

extension RunningScreen {
    /// The digit that opens it.
    var opening: BindingNote? {
        let key = number.flatMap { Key(parsing: String($0)) }
        return key.map { BindingNote(id: "open.\(id)", keys: [$0], phrase: title, isHint: false) }
    }
}

extension Sequence {
    /// What a key means: the first of these actions that has it.
    @MainActor
    func meant<State, Action>(by key: Key, _ keymap: Keymap) -> Element? where Element == Binding<State, Action> {
        let bound = key.asBound
        return first { keymap.keys(of: $0.id).contains(bound) }
    }
}
