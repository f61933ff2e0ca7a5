import Canvas
import Domain
import Persian
import Store

/// Replaces a screen that the person may not read by a sentence that says who may. Nothing of the screen is read, drawn
/// or bound to keys.
@MainActor
final class ClosedScreen: RunningScreen {
    private let screen: any RunningScreen

    init(_ screen: any RunningScreen) { self.screen = screen }

    var id: String { screen.id }
    var title: Phrase { screen.title }
    var icon: String { screen.icon }
    var number: Int? { screen.number }
    var shows: [RecordKind] { screen.shows }
    var declared: [[BindingNote]] { [] }

    func isListed(_ reader: Reader) throws(DecideError) -> Bool { false }
    func isFilled(by pack: any PackKind.Type) -> Bool { screen.isFilled(by: pack) }
    func followUp(_ context: ScreenContext) -> Effect? { nil }
    func load(from reader: Reader, _ context: ScreenContext, beside: Bool) throws(DecideError) {}
    func handle(_ event: Event, _ context: ScreenContext) -> Outcome? { nil }
    func answered(_ sending: Sending, _ answer: Writer.Answer, _ context: ScreenContext) -> Bool { false }
    func carriedOut(_ entry: LedgerEntry) {}
    func isMove(_ event: Event, _ context: ScreenContext) -> Bool { false }
    func rowsDue(_ context: ScreenContext) -> RowsDue { .nothing }
    func path() -> [String] { [] }
    func unsaved() -> Phrase? { nil }
    func perform(_ id: String, _ context: ScreenContext) -> Outcome? { nil }
    func focusedField(_ context: ScreenContext) -> FocusedField? { nil }
    var homes: [Home] { screen.homes }
    func row(_ key: String, in reader: Reader) throws(DecideError) -> Int64? { nil }
    func reveal(_ shown: Shown) {}
    func notes(_ context: ScreenContext, isHint: Bool) -> [BindingNote] { [] }
    func badge(_ reader: Reader, _ context: ScreenContext) throws(DecideError) -> String { "" }

    func view(in region: inout Region, _ context: ScreenContext) {
        let allowed = Role.allCases.filter { $0.mayRead(shows) }.map(\.phrase).listed()
        let role = context.role.phrase
        let sentence = Phrase(
            fa: "این صفحه برای این کاربران است: \(allowed)؛ شما \(role) هستید.",
            en: "This screen is for: \(allowed); you are \(role).")
        EmptyState(sentence[context.language]).draw(in: &region)
    }
}

extension Dashboard {
    /// Why the person may not read a screen; nil when they may.
    public func refusal(toOpen name: String) -> Refusal? {
        guard let screen = screens.first(where: { $0.id == name }), !staff.role.mayRead(screen.shows) else {
            return nil
        }
        return .mayNotRead(screen.title, screen.shows, staff)
    }

    /// Whether an effect may be offered: it leads to no screen that the person may not read.
    func offers(_ effect: Effect) -> Bool {
        switch effect {
        case .open(let name), .show(let name, _): refusal(toOpen: name) == nil
        default: true
        }
    }
}
