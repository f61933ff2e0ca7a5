/// The ways to write a right-to-left line that a person can choose from where the terminal does not tell which it needs.
public enum Writing: String, Hashable, Sendable, CaseIterable {
    /// In the order it is seen: the terminal moves nothing.
    case app
    /// In logical order, each field in an isolate: the terminal orders each field.
    case isolates
    /// Each word turned round, for a terminal that turns words round.
    case words
    /// In logical order and no more: the terminal orders the whole line.
    case off

    var kind: Detection.Kind {
        switch self {
        case .app: .plain
        case .isolates: .isolates
        case .words: .kitty
        case .off: .off
        }
    }
}
