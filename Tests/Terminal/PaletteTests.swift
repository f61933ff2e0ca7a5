import Canvas
import Testing

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

    @Test("In every theme and with however few colours, text never turns into its background")
    func neverVanishes() throws {
        for theme in try Theme.builtInNames.map(Theme.named) {
            for palette in [Palette(.ansi(8)), Palette(.ansi(16)), Palette(.indexed)] {
                for text in ColorRole.allCases {
                    for ground in [ColorRole.page, .panel, .selection, .field]
                    where theme.color(text) != theme.color(ground) {
                        let pair = palette.pair(theme.color(text), on: theme.color(ground))
                        #expect(pair.foreground != pair.background, "\(theme.name): \(text) on \(ground)")
                    }
                }
            }
        }
    }

    @Test("With 8 or 16 colours all that the theme means to be read can be read", arguments: [8, 16])
    func legible(_ count: Int) throws {
        let palette = Palette(.ansi(count))
        for theme in try Theme.builtInNames.map(Theme.named) {
            for text in ColorRole.allCases where text != .faint {
                for ground in [ColorRole.page, .panel, .selection, .field, .accent]
                where theme.color(text).contrast(with: theme.color(ground)) >= 4.5 {
                    let pair = palette.pair(theme.color(text), on: theme.color(ground))
                    let contrast = palette.color(pair.foreground).contrast(with: palette.color(pair.background))
                    #expect(contrast >= 3, "\(theme.name): \(text) on \(ground)")
                }
            }
        }
    }
}
