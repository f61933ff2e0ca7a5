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
    private var pairs = [Int32?](repeating: nil, count: ColorRole.allCases.count * ColorRole.allCases.count)

    /// Call after `newterm`; `usesColor` is false for NO_COLOR.
    init(theme: Theme, usesColor: Bool) {
        self.theme = theme
        guard usesColor, has_colors(), start_color() == OK else {
            palette = Palette(.none)
            isTunable = false
            return
        }
        let colors = Int(curses_colors())
        palette = Palette(colors: colors, isDirect: tigetflag("RGB") == 1 && colors >= 1 << 24)
        isTunable = palette.depth == .indexed && can_change_color()
    }

    /// The colour pair and the attributes of a style.
    mutating func appearance(_ style: Style) -> (pair: Int32, attributes: attr_t) {
        guard palette.depth != .none else { return (0, Self.colorless(style)) }
        var attributes = Self.attributes(style.attributes)
        if isBlack(style) { attributes &= ~curses_bold }
        return (pair(style.foreground, on: style.background), attributes)
    }

    /// Black of the ANSI table, which terminals that show bold as bright turn into a grey that cannot be read on
    /// the accent.
    private func isBlack(_ style: Style) -> Bool {
        guard case .ansi = palette.depth else { return false }
        return fewColors(style.foreground, on: style.background).foreground == 0
    }

    /// The nearest of a few colours. Text fields, whose ground would be the page's, get one of their own: blue on a
    /// dark page, cyan on a light one.
    private func fewColors(
        _ foreground: ColorRole, on background: ColorRole
    ) -> (foreground: Int32, background: Int32) {
        let nearest = palette.pair(theme.color(foreground), on: theme.color(background))
        guard background == .field, nearest.background == palette.index(nearest: theme.color(.page)) else {
            return nearest
        }
        let ground: Int32 = theme.isDark ? 4 : 6
        return (palette.index(of: theme.color(foreground), upon: ground), ground)
    }

    private mutating func pair(_ foreground: ColorRole, on background: ColorRole) -> Int32 {
        let slot = Int(foreground.rawValue) * ColorRole.allCases.count + Int(background.rawValue)
        if let pair = pairs[slot] { return pair }
        let pair = makePair(foreground, on: background)
        pairs[slot] = pair
        return pair
    }

    private mutating func makePair(_ foreground: ColorRole, on background: ColorRole) -> Int32 {
        let (above, below) = (theme.color(foreground), theme.color(background))
        let colors: (foreground: Int32, background: Int32)
        if case .ansi = palette.depth {
            colors = fewColors(foreground, on: background)
        } else {
            colors = isTunable ? (tune(above), tune(below)) : palette.pair(above, on: below)
        }
        // Without a pair left (8 colours have 64) the text is shown in the terminal's own colours.
        return max(0, alloc_pair(colors.foreground, colors.background))
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
