import Testing

@testable import Canvas
@testable import Terminal

@Suite("The nearest colour")
struct PaletteTests {
    private func rgb(_ hex: String) throws -> RGB {
        try #require(RGB(hex: hex))
    }

    @Test("Every colour of xterm's cube and greys is its own nearest")
    func exactColors() {
        let palette = Palette(.indexed)
        for index in Int32(16)..<256 {
            #expect(palette.color(palette.index(nearest: palette.color(index))) == palette.color(index))
        }
    }

    @Test("A colour between is given to its neighbour, and to the next when that one is taken")
    func between() throws {
        let palette = Palette(.indexed)
        let turquoise = try rgb("45d6cb")
        let nearest = palette.index(nearest: turquoise)
        #expect(palette.color(nearest) == RGB(red: 95, green: 215, blue: 215))
        #expect(palette.index(nearest: turquoise, except: [nearest]) != nearest)
    }

    @Test("The user's own sixteen colours are not guessed at where there are more")
    func ownColors() {
        #expect(Palette(.indexed).index(nearest: RGB(red: 205, green: 0, blue: 0)) >= 16)
    }

    @Test("True colour says the colour itself, but for the first eight numbers, which terminfo keeps")
    func direct() throws {
        #expect(Palette(.direct).index(nearest: try rgb("45d6cb")) == 0x45D6CB)
        #expect(Palette(.direct).index(nearest: try rgb("000003")) == 8)
    }

    @Test("What terminfo promises decides how many there are")
    func depth() {
        #expect(Palette(colors: 1 << 24, isDirect: true).depth == .direct)
        #expect(Palette(colors: 256, isDirect: false).depth == .indexed)
        #expect(Palette(colors: 88, isDirect: false).depth == .ansi(16))
        #expect(Palette(colors: 8, isDirect: false).depth == .ansi(8))
        #expect(Palette(colors: 2, isDirect: false).depth == .none)
    }

    @Test("In every theme text never turns into its background with 256 colours")
    func neverVanishes() throws {
        for theme in try Theme.builtInNames.map(Theme.named) {
            for text in ColorRole.allCases {
                for ground in [ColorRole.page, .panel, .selection, .field]
                where theme.color(text) != theme.color(ground) {
                    let pair = Palette(.indexed).pair(theme.color(text), on: theme.color(ground))
                    #expect(pair.foreground != pair.background, "\(theme.name): \(text) on \(ground)")
                }
            }
        }
    }
}

@Suite("A theme in 8 and 16 colours")
struct FewColorsTests {
    /// What is built in, and schemes that people use: light and dark, grey upon grey, all of one hue.
    private static let themes: [Theme] = {
        let own = ["firouzeh", "kaghaz", "tabayon", "hamgan"].compactMap { try? Theme.named($0) }
        let hues = [
            ["1d2021", "ebdbb2", "fb4934", "fabd2f", "b8bb26"], ["fdf6e3", "586e75", "dc322f", "b58900", "859900"],
            ["777777", "f0f0f0", "ffb0b0", "ffffb0", "b0ffb0"], ["ffffff", "222222", "222222", "222222", "222222"],
            ["200000", "ff8080", "ff0000", "ff4040", "ff2020"],
        ]
        return own
            + hues.compactMap { hue in
                let scheme =
                    "base00: \(hue[0])\nbase05: \(hue[1])\nbase08: \(hue[2])\nbase0A: \(hue[3])\nbase0B: \(hue[4])\n"
                return try? Theme.parse(Array(scheme.utf8))
            }
    }()

    private static let cases = themes.flatMap { theme in [8, 16].map { (theme, $0) } }

    /// The colour by which a pair speaks: the text's, or the ground's where black or white stands upon it.
    private func speaks(_ pair: FewColors.Pair) -> Int32 {
        [0, 7, 15].contains(pair.foreground) ? pair.background % 8 : pair.foreground % 8
    }

    @Test("Alarm is red, a warning yellow, good green, whatever the theme", arguments: cases)
    func meanings(_ theme: Theme, _ count: Int) {
        #expect(Self.themes.count == 9)
        let few = FewColors(isDark: theme.isDark, count: count)
        for ground in [ColorRole.page, .panel, .selection] {
            #expect(speaks(few.pair(.alarm, on: ground)) == 1)
            #expect(speaks(few.pair(.warning, on: ground)) == 3)
            #expect(speaks(few.pair(.good, on: ground)) == 2)
            let plain = few.pair(.text, on: ground)
            for role in [ColorRole.alarm, .warning, .good, .information, .accent] {
                #expect(few.pair(role, on: ground) != plain, "\(role) on \(ground)")
            }
        }
        // A banner is a ground of that colour.
        #expect(few.pair(.page, on: .alarm).background % 8 == 1)
        #expect(few.pair(.page, on: .warning).background % 8 == 3)
    }

    @Test("Bars and shades keep the colour of their meaning", arguments: cases)
    func pictures(_ theme: Theme, _ count: Int) {
        let few = FewColors(isDark: theme.isDark, count: count)
        for ground in [ColorRole.page, .selection] {
            for (role, color) in [(ColorRole.alarm, Int32(1)), (.warning, 3), (.good, 2)] {
                #expect(few.pair(role, on: ground, isPicture: true).foreground % 8 == color)
            }
        }
    }

    @Test("The selected row is the page reversed", arguments: cases)
    func selection(_ theme: Theme, _ count: Int) {
        let few = FewColors(isDark: theme.isDark, count: count)
        let page = few.pair(.text, on: .page)
        let selected = few.pair(.text, on: .selection)
        #expect(selected.background == (theme.isDark ? 7 : 0))
        #expect(page.background != selected.background && page.foreground != selected.foreground)
    }

    @Test("Everything can be read upon every ground", arguments: cases)
    func legible(_ theme: Theme, _ count: Int) {
        let few = FewColors(isDark: theme.isDark, count: count)
        let palette = Palette(.ansi(count))
        let grounds: [ColorRole] = [.page, .panel, .selection, .field, .accent, .alarm, .warning, .good, .information]
        for text in ColorRole.allCases where ![.page, .panel, .selection, .field, .faint].contains(text) {
            for ground in grounds where text != ground {
                let pair = few.pair(text, on: ground)
                let contrast = palette.color(pair.foreground).contrast(with: palette.color(pair.background))
                #expect(contrast >= 3, "\(theme.name) \(count): \(text) on \(ground) is \(contrast)")
                #expect(pair.foreground < count && pair.background < count)
            }
        }
        for ground in [ColorRole.page, .panel, .selection] {
            let rule = few.pair(.faint, on: ground)
            #expect(rule.foreground != rule.background)
        }
    }
}
