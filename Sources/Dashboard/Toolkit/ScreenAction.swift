import Canvas
import Domain
import Persian

/// What a key does on a screen, or in a field of it.
///
///     ScreenAction("screen.open", "enter", Phrase(fa: "باز کردن", en: "open"), isHint: true) { state, _ in
///         state.isOpen = true
///         return nil
///     }
public typealias ScreenAction<State> = Binding<State, ScreenAct<State>>
/// Changes the state; what it asks of the shell is returned.
public typealias ScreenAct<State> = @MainActor (inout State, ScreenContext) -> Effect?

extension Binding {
    /// - Parameters:
    ///   - isMove: it reads nothing, sends nothing and asks nothing.
    ///   - reason: why it cannot be done now; nil when it can.
    init(
        _ id: String, _ keys: String, _ phrase: Phrase, roles: Set<Role>? = nil, command: (any Command.Type)? = nil,
        also: [any Command.Type] = [], isHint: Bool = false, isMove: Bool = false,
        when isHere: @escaping (State) -> Bool = { _ in true },
        unless reason: @escaping (State, ScreenContext) -> Phrase? = { _, _ in nil },
        act: @escaping ScreenAct<State>
    ) where Action == ScreenAct<State> {
        self.init(
            id, keys, phrase, act, roles: roles, command: command, also: also, isHint: isHint, disabledReason: reason)
        self.isMove = isMove
        self.isHere = isHere
    }

    /// An action that asks nothing of the shell.
    static func step(
        _ id: String, _ keys: String, _ phrase: Phrase, roles: Set<Role>? = nil, isHint: Bool = false,
        isMove: Bool = false, unless reason: @escaping (State, ScreenContext) -> Phrase? = { _, _ in nil },
        _ does: @escaping @MainActor (inout State, ScreenContext) -> Void
    ) -> Binding where Action == ScreenAct<State> {
        Binding(id, keys, phrase, roles: roles, isHint: isHint, isMove: isMove, unless: reason) { state, context in
            does(&state, context)
            return nil
        }
    }

    /// The same, after something that each key does.
    func first(_ does: @escaping @MainActor (inout State) -> Void) -> Binding where Action == ScreenAct<State> {
        var binding = self
        binding.action = { [action] state, context in
            does(&state)
            return action(&state, context)
        }
        return binding
    }

    /// The keys that move in a list.
    static func moves(
        _ move: @escaping @MainActor (inout State, ListMove, ScreenContext) -> Void
    ) -> [Binding] where Action == ScreenAct<State> {
        moves { step in
            { state, context in
                move(&state, step, context)
                return nil
            }
        }
    }

    /// The keys that go from column to column, as these stand beside each other on the page.
    static func columns(
        _ hint: Phrase? = nil, _ step: @escaping @MainActor (inout State, Int) -> Void
    ) -> [Binding] where Action == ScreenAct<State> {
        [("columns.h", Key.Side.h), ("columns.l", .l)].map { id, side in
            .step(
                id, "\(side.arrow) \(side)", hint ?? Phrase(fa: "ستون \(side.phrase)", en: "column \(side.phrase)"),
                isHint: hint != nil && side == .h, isMove: true
            ) { state, context in step(&state, side.step(on: context.direction)) }
        }
    }

    /// `/`: into the filter of a list.
    static func filter(
        _ phrase: Phrase = Phrase(fa: "جست‌وجو", en: "filter"), isHint: Bool = false,
        _ begin: @escaping @MainActor (inout State) -> Void
    ) -> Binding where Action == ScreenAct<State> {
        .step("screen.filter", "/", phrase, isHint: isHint) { state, _ in begin(&state) }
    }

    /// Escape: back to the beginning of the screen, step by step.
    ///
    /// - Parameter isAway: whether there is anywhere to go back from, but for a filter.
    static func back(
        from isAway: @escaping (State) -> Bool, _ filter: @escaping (State) -> FilterState,
        _ does: @escaping @MainActor (inout State) -> Void
    ) -> Binding where Action == ScreenAct<State> {
        .step(
            "screen.back", "escape backspace", Phrase(fa: "بازگشت", en: "back"), isHint: true,
            unless: { state, _ in
                isAway(state) || !filter(state).input.text.isEmpty ? nil : FilterState.atBeginning
            }
        ) { state, _ in does(&state) }
    }

    /// Escape: out of the filter of a plain list.
    static func clear(
        _ does: @escaping @MainActor (inout State) -> Void
    ) -> Binding where Action == ScreenAct<State> {
        .step("screen.clear", "escape", Phrase(fa: "پاک کردن جست‌وجو", en: "clear the filter")) { state, _ in
            does(&state)
        }
    }

    /// `i`: the import of a sheet, for those who may send what it holds.
    static func importSheet(
        _ sheet: String, _ command: any Command.Type,
        _ phrase: Phrase = Phrase(fa: "ورود فهرست", en: "import a list"), isHint: Bool = false
    ) -> Binding where Action == ScreenAct<State> {
        importSheet(command, phrase, isHint: isHint) { _ in sheet }
    }

    /// The same where it depends on what is shown which sheet is meant.
    static func importSheet(
        _ command: any Command.Type, also: [any Command.Type] = [],
        _ phrase: Phrase = Phrase(fa: "ورود فهرست", en: "import a list"), isHint: Bool = false,
        sheet: @escaping @MainActor (State) -> String
    ) -> Binding where Action == ScreenAct<State> {
        Binding("screen.import", "i", phrase, command: command, also: also, isHint: isHint) { state, _ in
            .importSheet(sheet(state))
        }
    }
}

/// What is selected on a screen, and what can be done to it.
///
///     static let guest = Selection(\State.list.selectedItem, none: nothingSelected)
///     static let actions = [guest.amend("guests.amend", GuestAmend.self), guest.void("guests.void")]
@MainActor
struct Selection<State, Item> {
    let item: (State) -> Item?
    /// That nothing is selected.
    let none: Phrase

    init(_ item: @escaping (State) -> Item?, none: Phrase) {
        self.item = item
        self.none = none
    }

    /// - Parameter reason: why it cannot be done to what is selected now; nil when it can.
    func action(
        _ id: String, _ keys: String, _ phrase: Phrase, _ command: (any Command.Type)?,
        also: [any Command.Type] = [], isHint: Bool = false,
        unless reason: @escaping (Item, State) -> Phrase? = { _, _ in nil },
        _ effect: @escaping @MainActor (Item, State, ScreenContext) -> Effect?
    ) -> ScreenAction<State> {
        ScreenAction(
            id, keys, phrase, command: command, also: also, isHint: isHint,
            unless: { state, _ in
                guard let item = item(state) else { return none }
                return reason(item, state)
            }
        ) { state, context in item(state).flatMap { effect($0, state, context) } }
    }
}

extension Coded {
    /// The field by which commands about it name it.
    var named: [JSON.Member] { [.init("code", .string(code))] }
}

extension Staged {
    /// That it is in none of these states, in a sentence about its own; nil when it is in one.
    func unless(_ states: [State], _ sentence: (State) -> Phrase) -> Phrase? {
        states.contains(state) ? nil : sentence(state)
    }
}

extension Selection where Item: Record {
    /// The form that amends it, whose code the command calls `code`.
    func amend(
        _ id: String, _ command: any Command.Type, _ keys: String = "e",
        _ phrase: Phrase = Phrase(fa: "ویرایش", en: "edit"), isHint: Bool = false,
        unless reason: @escaping (Item, State) -> Phrase? = { _, _ in nil }
    ) -> ScreenAction<State> {
        action(id, keys, phrase, command, isHint: isHint, unless: reason) { item, _, _ in
            .form(
                FormRequest(
                    command, fixed: [.init("code", .string(item.key))], record: RecordName(Item.kind, item.key)))
        }
    }

    /// `D`: the form that asks for the reason of voiding it.
    func void(
        _ id: String, _ phrase: Phrase = Phrase(fa: "باطل کردن", en: "void")
    ) -> ScreenAction<State> {
        action(id, "D", phrase, RecordVoid.self) { item, _, _ in .form(.void(Item.kind, item.key)) }
    }
}
