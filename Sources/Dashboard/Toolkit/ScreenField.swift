import Canvas
import Persian

/// What takes keys before a screen's own actions do: a field that is typed into, a table that is walked by its columns.
@MainActor
public struct ScreenField<State> {
    /// Whether it has the keys now.
    let hasFocus: (State, ScreenContext) -> Bool
    /// What keys do there; the footer names them before the screen's own.
    let actions: [ScreenAction<State>]
    /// Whether an event is typed into it.
    var takes: (Event) -> Bool = { _ in false }
    /// Types what it takes.
    var type: (inout State, Event, ScreenContext) -> Void = { _, _, _ in }
}

extension ScreenField {
    /// The filter of a list.
    ///
    /// - Parameter follow: has the list follow what became of it.
    static func filter(
        _ filter: WritableKeyPath<State, FilterState>, when isShown: @escaping (State) -> Bool = { _ in true },
        follow: @escaping @MainActor (inout State, FilterState.Change) -> Void
    ) -> ScreenField {
        func leave(_ state: inout State, _ change: FilterState.Change) -> Effect? {
            state[keyPath: filter].isActive = false
            follow(&state, change)
            return nil
        }
        return ScreenField(
            hasFocus: { state, _ in isShown(state) && state[keyPath: filter].isActive },
            actions: [
                Binding(
                    "filter.take", "enter tab", Phrase(fa: "رفتن به فهرست", en: "to the list"), isHint: true,
                    isMove: true
                ) { state, _ in leave(&state, .none) },
                Binding("filter.clear", "escape", Phrase(fa: "پاک کردن", en: "clear"), isHint: true, isMove: true) {
                    state, _ in leave(&state, state[keyPath: filter].clear() ? .emptied : .none)
                },
            ], takes: TextInput.takes
        ) { state, event, context in
            let change = state[keyPath: filter].type(event, context)
            follow(&state, change)
        }
    }

    /// The field of a desk that somebody went out of: a digit leads back into it. A scanner does not know of that, and
    /// what it reads must never open other screens.
    static func scanned(
        when isOut: @escaping (State) -> Bool, _ type: @escaping @MainActor (inout State, Event, ScreenContext) -> Void
    ) -> ScreenField {
        ScreenField(
            hasFocus: { state, _ in isOut(state) }, actions: [],
            takes: { event in
                guard case .key(let key) = event, case .character(let scalar) = key.code, key.modifiers.isEmpty else {
                    return false
                }
                return scalar.properties.numericType == .decimal
            }, type: type)
    }
}

extension TextInput {
    /// Whether an event is typed, whatever stands in the field.
    static func takes(_ event: Event) -> Bool {
        var probe = TextInput()
        switch event {
        case .paste: return true
        case .key(let key): return probe.handle(key, page: .leftToRight)
        case .mouse, .resize: return false
        }
    }

    /// Takes what is typed or pasted, but for what would be longer than any name or code.
    ///
    /// - Returns: whether something else stands there now.
    @discardableResult
    mutating func take(_ event: Event, _ context: ScreenContext, limit: Int = .max) -> Bool {
        let before = self
        switch event {
        case .paste(let text): insert(text)
        case .key(let key): handle(key, page: context.direction)
        case .mouse, .resize: break
        }
        if text.unicodeScalars.count > limit { self = before }
        return text != before.text
    }
}
