import Canvas
import Domain
import Persian
import Store

/// A screen with its state, whatever their types: what the shell works with.
@MainActor
protocol RunningScreen: AnyObject {
    var id: String { get }
    var title: Phrase { get }
    var icon: String { get }
    var number: Int? { get }
    var shows: [RecordKind] { get }
    /// What its keys do, as it is declared: its own actions, then those of each of its fields.
    var declared: [[BindingNote]] { get }
    func isListed(_ reader: Reader) throws(DecideError) -> Bool
    func isFilled(by pack: any PackKind.Type) -> Bool
    /// Reads the rows that are shown, and what stands `beside` them.
    func load(from reader: Reader, _ context: ScreenContext, beside: Bool) throws(DecideError)
    /// Handles a key; nil when it means nothing here.
    func handle(_ event: Event, _ context: ScreenContext) -> Outcome?
    /// Does what a key would, by its binding's id; nil when there is none.
    func perform(_ id: String, _ context: ScreenContext) -> Outcome?
    /// What it asks for now that it has read.
    func followUp(_ context: ScreenContext) -> Effect?
    /// What became of a command that it sent; false when a toast is to tell it.
    func answered(_ sending: Sending, _ answer: Writer.Answer, _ context: ScreenContext) -> Bool
    /// Notes what was carried out by a form over it.
    func carriedOut(_ entry: LedgerEntry)
    /// Whether the key only moves in a list, or is typed.
    func isMove(_ event: Event, _ context: ScreenContext) -> Bool
    func rowsDue(_ context: ScreenContext) -> RowsDue
    /// The field that has the focus; nil when none has.
    func focusedField(_ context: ScreenContext) -> FocusedField?
    func view(in region: inout Region, _ context: ScreenContext)
    func path() -> [String]
    var homes: [Home] { get }
    func row(_ key: String, in reader: Reader) throws(DecideError) -> Int64?
    func reveal(_ shown: Shown)
    /// What was typed into it and is kept nowhere yet.
    func unsaved() -> Phrase?
    /// What the keys do here; only what the footer shows when `isHint`.
    func notes(_ context: ScreenContext, isHint: Bool) -> [BindingNote]
    func badge(_ reader: Reader, _ context: ScreenContext) throws(DecideError) -> String
}

/// A field that has the focus, whatever the screen's state is.
struct FocusedField {
    /// What keys do in it.
    let notes: [BindingNote]
    /// Whether an event is typed into it.
    let takes: (Event) -> Bool

    func takes(_ key: Key) -> Bool { takes(.key(key)) }
}

/// What came of a key.
enum Outcome {
    case done(Effect?)
    /// The command cannot be used now, and this is why.
    case disabled(Phrase)
}

@MainActor
final class ScreenHost<S: Screen>: RunningScreen {
    private var state = S.initial()
    private lazy var actions = S.actions
    private lazy var fields = S.fields
    /// What each key does: the first of the actions that has it.
    private var indices: [Key: Int] = [:]
    /// Why the rules forbid what a key would do to what is selected, by the binding's place.
    private var obstacles: [Int: Phrase] = [:]

    var id: String { S.id }
    var title: Phrase { S.title }
    var icon: String { S.icon }
    var number: Int? { S.number }
    var shows: [RecordKind] { S.shows }
    var declared: [[BindingNote]] { [actions.map(\.declared)] + fields.map { $0.actions.map(\.declared) } }
    func isListed(_ reader: Reader) throws(DecideError) -> Bool { try S.isListed(reader) }
    func isFilled(by pack: any PackKind.Type) -> Bool { S.isFilled(by: pack) }

    func load(from reader: Reader, _ context: ScreenContext, beside: Bool) throws(DecideError) {
        try S.load(&state, from: reader, context)
        obstacles = [:]
        guard beside else { return }
        try S.loadBeside(&state, from: reader, context)
        try findObstacles(reader, context)
    }

    /// Asks the rules of every command that a key leads to, before anybody types into its form.
    private func findObstacles(_ reader: Reader, _ context: ScreenContext) throws(DecideError) {
        for (index, action) in actions.enumerated() where !action.commands.isEmpty {
            guard action.note(state, context).disabledReason == nil else { continue }
            var copy = state
            obstacles[index] = try action.action(&copy, context)?.obstacle(reader, context)
        }
    }

    func handle(_ event: Event, _ context: ScreenContext) -> Outcome? {
        switch meaning(of: event, context) {
        case .act(let action): return .done(action.action(&state, context))
        case .typed(let field):
            field.type(&state, event, context)
            return .done(nil)
        case .own(let index): return perform((index, actions[index]), context)
        case nil: return nil
        }
    }

    /// What an event means here.
    private enum Meaning {
        case act(ScreenAction<S.State>)
        case typed(ScreenField<S.State>)
        case own(Int)
    }

    private func meaning(of event: Event, _ context: ScreenContext) -> Meaning? {
        if let field = focused(context) {
            let actions = field.actions.filter { $0.isHere(state) }
            if case .key(let key) = event, let action = actions.meant(by: key, context.keymap) { return .act(action) }
            if field.takes(event) { return .typed(field) }
        }
        guard case .key(let key) = event else { return nil }
        if indices.isEmpty {
            for (index, action) in actions.enumerated().reversed() {
                for key in context.keymap.keys(of: action.id) { indices[key] = index }
            }
        }
        return indices[key.asBound].map { .own($0) }
    }

    func perform(_ id: String, _ context: ScreenContext) -> Outcome? {
        actions.firstIndex { $0.id == id }.map { perform(($0, actions[$0]), context) }
    }

    private func perform(_ found: (Int, ScreenAction<S.State>), _ context: ScreenContext) -> Outcome {
        let (index, action) = found
        if let reason = action.note(state, context, obstacle: obstacles[index]).disabledReason {
            return .disabled(reason)
        }
        return .done(action.action(&state, context))
    }

    func followUp(_ context: ScreenContext) -> Effect? { S.followUp(&state, context) }

    func answered(_ sending: Sending, _ answer: Writer.Answer, _ context: ScreenContext) -> Bool {
        S.answered(&state, sending, answer, context)
    }

    func carriedOut(_ entry: LedgerEntry) { S.carriedOut(&state, entry) }

    func isMove(_ event: Event, _ context: ScreenContext) -> Bool {
        switch meaning(of: event, context) {
        case .act(let action): action.isMove
        case .typed: true
        case .own(let index): actions[index].isMove
        case nil: false
        }
    }

    private func focused(_ context: ScreenContext) -> ScreenField<S.State>? {
        fields.first { $0.hasFocus(state, context) }
    }

    func focusedField(_ context: ScreenContext) -> FocusedField? {
        focused(context).map { field in
            let notes = field.actions.filter { $0.isHere(state) }.map { $0.note(state, context) }
            return FocusedField(notes: notes, takes: field.takes)
        }
    }

    func rowsDue(_ context: ScreenContext) -> RowsDue { S.pane(state).due(state, context) }

    func view(in region: inout Region, _ context: ScreenContext) { S.view(state, in: &region, context) }

    func path() -> [String] { S.path(state) }

    func unsaved() -> Phrase? { S.unsaved(state) }

    var homes: [Home] { S.homes }

    func row(_ key: String, in reader: Reader) throws(DecideError) -> Int64? { try S.row(key, in: reader) }

    func reveal(_ shown: Shown) { S.reveal(&state, shown) }

    func notes(_ context: ScreenContext, isHint: Bool) -> [BindingNote] {
        actions.enumerated().compactMap { index, action in
            guard !isHint || action.isHint(state) else { return nil }
            return action.note(state, context, obstacle: obstacles[index], namesKeys: !isHint)
        }
    }

    func badge(_ reader: Reader, _ context: ScreenContext) throws(DecideError) -> String {
        try S.badge(reader, context)
    }
}
