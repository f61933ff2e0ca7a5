import Canvas

/// What a theme becomes where there are but the 8 or 16 colours of the ANSI table: each role by what it means, not by
/// the nearest of so few. The pastel red and green of a theme would both be nearest to white, and an alarm would look
/// like all is well.
///
///     let few = FewColors(isDark: theme.isDark, count: 8)
///     few.pair(.alarm, on: .page)  // red upon black
///
/// Red is alarm, yellow is a warning, green is good. The selected row is the page reversed. A meaning whose colour
/// cannot be read upon a ground, such as yellow upon white, becomes a ground of that colour with black or white text.
struct FewColors: Equatable {
    /// The terminal's numbers of text and of what is below it.
    struct Pair: Equatable {
        var foreground: Int32
        var background: Int32
    }

    let isDark: Bool
    /// 8 or 16.
    let count: Int

    private let palette: Palette

    init(isDark: Bool, count: Int) {
        self.isDark = isDark
        self.count = count
        palette = Palette(.ansi(count))
    }

    private var black: Int32 { 0 }
    private var white: Int32 { count > 8 ? 15 : 7 }

    /// - Parameter isPicture: a bar, a line or a shade rather than a letter: it is seen in its own colour, however
    ///   little that stands out, and never by the ground around it.
    func pair(_ foreground: ColorRole, on background: ColorRole, isPicture: Bool = false) -> Pair {
        let ground = ground(background)
        // What is set upon a colour, such as a banner.
        if [.page, .onAccent].contains(foreground), !isPicture {
            return Pair(foreground: plain(upon: ground), background: ground)
        }
        let contrast = isPicture || foreground == .faint ? Self.seen : Self.readable
        if let ink = inks(foreground).first(where: { stands($0, out: contrast, of: ground) }) {
            return Pair(foreground: ink, background: ground)
        }
        if isPicture, let own = inks(foreground).first(where: { $0 != ground }) {
            return Pair(foreground: own, background: ground)
        }
        guard foreground.hasMeaning else { return Pair(foreground: plain(upon: ground), background: ground) }
        let own = base(foreground)
        return Pair(foreground: plain(upon: own), background: own)
    }

    /// Black or white, whichever is read better.
    private func plain(upon ground: Int32) -> Int32 {
        contrast(black, ground) >= contrast(white, ground) ? black : white
    }

    private func ground(_ role: ColorRole) -> Int32 {
        switch role {
        case .page, .panel: isDark ? black : white
        case .selection: isDark ? 7 : black
        case .field: isDark ? Self.blue : Self.cyan
        default: base(role)
        }
    }

    /// A role's own colour, for what is set upon it.
    private func base(_ role: ColorRole) -> Int32 {
        inks(role).first { stands($0, out: Self.readable, of: isDark ? black : white) } ?? inks(role)[0]
    }

    /// The colours that may stand for a role, the best first.
    private func inks(_ role: ColorRole) -> [Int32] {
        switch role {
        case .page, .panel, .selection, .field: [ground(role)]
        case .onAccent: [black, white]
        case .text: isDark ? [7, white, black] : [black, white]
        case .strong: isDark ? [white, black] : [black, white]
        case .muted: shades([8, isDark ? 7 : black, isDark ? black : white])
        case .faint: shades([8, Self.blue, Self.cyan])
        case .accent, .tag1: shades([Self.cyan + 8, Self.cyan, Self.blue])
        case .good, .tag4: shades([Self.green + 8, Self.green])
        case .warning, .tag6: shades([Self.yellow + 8, Self.yellow])
        case .alarm: shades([Self.red + 8, Self.red])
        case .information, .tag5: shades([Self.blue + 8, Self.blue, Self.magenta])
        case .tag2: shades([Self.magenta + 8, Self.magenta])
        case .tag3, .tag7: isDark ? [7, white, black] : [black, white]
        }
    }

    /// Those that the terminal has; the darker first where the page is light.
    private func shades(_ inks: [Int32]) -> [Int32] {
        let there = inks.filter { $0 < count }
        guard !isDark, there.count > 1, there[0] == there[1] + 8 else { return there }
        return [there[1], there[0]] + there.dropFirst(2)
    }

    private func stands(_ ink: Int32, out least: Double, of ground: Int32) -> Bool { contrast(ink, ground) >= least }

    private func contrast(_ one: Int32, _ other: Int32) -> Double {
        palette.color(one).contrast(with: palette.color(other))
    }

    /// What WCAG asks of large text, and the most that every ground of eight leaves several colours for.
    static let readable = 3.0
    private static let seen = 1.4

    private static let red: Int32 = 1
    private static let green: Int32 = 2
    private static let yellow: Int32 = 3
    private static let blue: Int32 = 4
    private static let magenta: Int32 = 5
    private static let cyan: Int32 = 6
}

extension ColorRole {
    /// Whether a reader takes the colour itself for something, so that it must not turn into black or white.
    fileprivate var hasMeaning: Bool {
        switch self {
        case .good, .warning, .alarm, .information, .accent: true
        default: false
        }
    }
}

extension Unicode.Scalar {
    /// Whether it draws rather than writes: lines, blocks and shades.
    var isPicture: Bool { (0x2500...0x259F).contains(value) }
}
