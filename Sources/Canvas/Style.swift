/// What a colour is for. A theme says which colour that is; see ``Theme``.
public enum ColorRole: UInt8, Hashable, Sendable, CaseIterable {
    /// Backgrounds: the page, a bar or panel on it, the selected row, a text field.
    case page, panel, selection, field
    /// Text: ordinary, less important, barely there (rules and borders), the loudest.
    case text, muted, faint, strong
    /// The theme's own colour, for titles, the cursor and what has the focus; and text set upon it.
    case accent, onAccent
    /// Meanings, never shown by colour alone.
    case good, warning, alarm, information
    /// Tags that only need to differ from one another.
    case tag1, tag2, tag3, tag4, tag5, tag6, tag7
}

/// Attributes beside the colours.
public struct Attributes: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let bold = Attributes(rawValue: 1)
    public static let dim = Attributes(rawValue: 2)
    public static let underline = Attributes(rawValue: 4)
    public static let reverse = Attributes(rawValue: 8)
    public static let italic = Attributes(rawValue: 16)
}

/// How a run of text looks, in roles rather than colours.
///
///     let title = Style(.accent, on: .panel, .bold)
public struct Style: Hashable, Sendable {
    public var foreground: ColorRole
    public var background: ColorRole
    public var attributes: Attributes

    public init(_ foreground: ColorRole = .text, on background: ColorRole = .page, _ attributes: Attributes = []) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }
}
