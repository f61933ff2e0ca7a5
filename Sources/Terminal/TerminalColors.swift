import CNcurses
import Canvas

/// ncurses' colour pairs for the styles of a theme, made as they are first used.
struct TerminalColors {
    private let theme: Theme
    private let palette: Palette
    /// Whether the colours of the table can be given other values. The nearest of the table is taken and then
    /// tuned to the very colour, so a terminal that only says it can still shows the nearest.
    private let isTunable: Bool
    private var tuned: [(color: RGB, index: Int32)] = []
    /// What the roles become where there are but 8 or 16 colours; nil where there are more.
    private let few: FewColors?
    /// By the roles of text and ground; the pictures' own behind them.
    private var pairs = [Int32?](repeating: nil, count: 2 * ColorRole.allCases.count * ColorRole.allCases.count)

    /// Call after `newterm`; `usesColor` is false for NO_COLOR.
    init(theme: Theme, usesColor: Bool) {
        self.theme = theme
        guard usesColor, has_colors(), start_color() == OK else {
            palette = Palette(.none)
            isTunable = false
            few = nil
            return
        }
        let colors = Int(curses_colors())
        palette = Palette(colors: colors, isDirect: tigetflag("RGB") == 1 && colors >= 1 << 24)
        isTunable = palette.depth == .indexed && can_change_color()
        few = if case .ansi(let count) = palette.depth { FewColors(isDark: theme.isDark, count: count) } else { nil }
    }

    /// The colour pair and the attributes of a style.
    ///
    /// - Parameter isPicture: of a bar, a line or a shade, which have colours of their own where there are few.
    mutating func appearance(_ style: Style, isPicture: Bool = false) -> (pair: Int32, attributes: attr_t) {
        guard palette.depth != .none else { return (0, Self.colorless(style)) }
        var attributes = Self.attributes(style.attributes)
        // Terminals that show bold as bright turn black into a grey that cannot be read on the accent.
        if let few, few.pair(style.foreground, on: style.background, isPicture: isPicture).foreground == 0 {
            attributes &= ~curses_bold
        }
        return (pair(style.foreground, on: style.background, isPicture: isPicture && few != nil), attributes)
    }

    /// Whether a cell looks as it would in another style: a blank has no ink, so it may keep the colour of the text before it,
    /// and the terminal is told of fewer changes. Where there are few colours the ink can decide the ground.
    func showsSame(_ cell: Cell, as style: Style) -> Bool {
        few == nil && cell.scalar == " " && cell.marks == nil && cell.style.background == style.background
            && cell.style.attributes.isDisjoint(with: .seenOnBlanks) && style.attributes.isDisjoint(with: .seenOnBlanks)
    }

    private mutating func pair(_ foreground: ColorRole, on background: ColorRole, isPicture: Bool) -> Int32 {
        let count = ColorRole.allCases.count
        let slot = (Int(foreground.rawValue) + (isPicture ? count : 0)) * count + Int(background.rawValue)
        if let pair = pairs[slot] { return pair }
        let pair = makePair(foreground, on: background, isPicture: isPicture)
        pairs[slot] = pair
        return pair
    }

    private mutating func makePair(_ foreground: ColorRole, on background: ColorRole, isPicture: Bool) -> Int32 {
        // Without a pair left (8 colours have 64) the text is shown in the terminal's own colours.
        if let few {
            let pair = few.pair(foreground, on: background, isPicture: isPicture)
            return max(0, alloc_pair(pair.foreground, pair.background))
        }
        let (above, below) = (theme.color(foreground), theme.color(background))
        let colors = isTunable ? (tune(above), tune(below)) : palette.pair(above, on: below)
        return max(0, alloc_pair(colors.0, colors.1))
    }

    private mutating func tune(_ color: RGB) -> Int32 {
        if let known = tuned.first(where: { $0.color == color }) { return known.index }
        let index = palette.index(nearest: color, except: Set(tuned.map(\.index)))
        tuned.append((color, index))
        // terminfo counts in thousandths and cuts fractions off, so these are rounded up.
        func thousandths(_ value: UInt8) -> Int32 { (Int32(value) * 1000 + 254) / 255 }
        init_extended_color(index, thousandths(color.red), thousandths(color.green), thousandths(color.blue))
        return index
    }

    private static func attributes(_ attributes: Attributes) -> attr_t {
        var result: attr_t = 0
        if attributes.contains(.bold) { result |= curses_bold }
        if attributes.contains(.dim) { result |= curses_dim }
        if attributes.contains(.underline) { result |= curses_underline }
        if attributes.contains(.reverse) { result |= curses_reverse }
        if attributes.contains(.italic) { result |= curses_italic }
        return result
    }

    /// What must be told apart without colour: the selection and what is set upon the accent are reversed,
    /// fields underlined.
    private static func colorless(_ style: Style) -> attr_t {
        let result = attributes(style.attributes)
        return switch style.background {
        case .selection, .accent: result ^ curses_reverse
        case .field: result | curses_underline
        default: result
        }
    }
}

extension Attributes {
    fileprivate static let seenOnBlanks: Attributes = [.underline, .reverse]
}
