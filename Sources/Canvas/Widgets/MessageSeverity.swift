/// What a message means: a sign beside it and its colour.
public enum MessageSeverity: Hashable, Sendable {
    case good, warning, alarm, information

    public var sign: String {
        switch self {
        case .good: "✓"
        case .warning: "!"
        case .alarm: "▲"
        case .information: "•"
        }
    }

    public var color: ColorRole {
        switch self {
        case .good: .good
        case .warning: .warning
        case .alarm: .alarm
        case .information: .information
        }
    }
}
