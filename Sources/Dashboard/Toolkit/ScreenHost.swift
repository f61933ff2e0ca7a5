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
    func isListed(_ reader: Reader) throws(DecideError) -> Bool
    func isFilled(by pack: any PackKind.Type) -> Bool
    func load(from reader: Reader, _ context: ScreenContext, isChanged: Bool) throws(DecideError)
    /// Handles a key; nil when it means nothing here.
    func handle(_ event: Event, _ context: ScreenContext) -> Outcome?
    /// Whether the key only moves in a list.
    func isMove(_ event: Event, _ context: ScreenContext) -> Bool
    var canMoveOn: Bool { get }
    func view(in region: inout Region, _ context: ScreenContext)
    func path() -> [String]
    func reveal(_ key: String)
    func notes(_ context: ScreenContext) -> [BindingNote]
    func badge(_ reader: Reader, _ context: ScreenContext) throws(DecideError) -> String
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

    var id: String { S.id }
    var title: Phrase { S.title }
    var icon: String { S.icon }
    var number: Int? { S.number }
    func isListed(_ reader: Reader) throws(DecideError) -> Bool { try S.isListed(reader) }
    func isFilled(by pack: any PackKind.Type) -> Bool { S.isFilled(by: pack) }

    func load(from reader: Reader, _ context: ScreenContext, isChanged: Bool) throws(DecideError) {
        try S.load(&state, from: reader, context, isChanged: isChanged)
    }

    func handle(_ event: Event, _ context: ScreenContext) -> Outcome? {
        if let typed = S.type(&state, event, context) { return .done(typed.effect) }
        guard let binding = binding(for: event) else { return nil }
        if let reason = binding.note(state, context).disabledReason { return .disabled(reason) }
        return .done(S.update(&state, binding.action, context))
    }

    private func binding(for event: Event) -> Binding<S.State, S.Action>? {
        guard case .key(let key) = event else { return nil }
        let bound = key.asBound
        return S.bindings.first { $0.keys.contains(bound) }
    }

    func isMove(_ event: Event, _ context: ScreenContext) -> Bool {
        var copy = state
        return binding(for: event)?.isMove == true && S.type(&copy, event, context) == nil
    }

    var canMoveOn: Bool { S.canMoveOn(state) }

    func view(in region: inout Region, _ context: ScreenContext) { S.view(state, in: &region, context) }

    func path() -> [String] { S.path(state) }

    func reveal(_ key: String) { S.reveal(&state, key) }

    func notes(_ context: ScreenContext) -> [BindingNote] { S.bindings.map { $0.note(state, context) } }

    func badge(_ reader: Reader, _ context: ScreenContext) throws(DecideError) -> String {
        try S.badge(reader, context)
    }
}
