import Foundation
import Persian
import Testing

@testable import Canvas

@Suite struct Themes {
    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("themes")

    static let files: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".yaml") }.sorted()
    }()

    @Test func everyFileInTheFolderIsBuiltIn() throws {
        #expect(Theme.builtInNames.sorted() == Self.files.map { String($0.dropLast(".yaml".count)) })
        for name in Theme.builtInNames {
            let file = Self.folder.appendingPathComponent(name + ".yaml").path
            #expect(try Theme.named(name) == Theme.load(file: file))
        }
    }

    @Test(arguments: files)
    func textIsReadableOnEveryBackground(file: String) throws {
        let theme = try Theme.load(file: Self.folder.appendingPathComponent(file).path)
        let text: [ColorRole] = [
            .text, .muted, .strong, .accent, .good, .warning, .alarm, .information,
            .tag1, .tag2, .tag3, .tag4, .tag5, .tag6, .tag7,
        ]
        for background in [ColorRole.page, .panel, .selection, .field] {
            for role in text {
                let contrast = theme.color(role).contrast(with: theme.color(background))
                #expect(contrast >= 4.5, "\(role) on \(background)")
            }
            let rules = theme.color(.faint).contrast(with: theme.color(background))
            #expect(rules >= 1.5, "faint on \(background)")
        }
        #expect(theme.color(.onAccent).contrast(with: theme.color(.accent)) >= 4.5)
    }

    @Test func highContrastIsThatOfWCAGsThirdLevel() throws {
        let theme = try Theme.named("tabayon")
        for background in [ColorRole.page, .panel, .selection, .field] {
            for role in [ColorRole.text, .muted, .strong, .accent, .good, .warning, .alarm, .information] {
                #expect(theme.color(role).contrast(with: theme.color(background)) >= 7, "\(role) on \(background)")
            }
        }
    }

    /// What eyes without one kind of cones see (Machado, Oliveira and Fernandes 2009).
    @Test(arguments: [
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    ])
    func goodWarningAndAlarmStayApartWithoutRedAndGreen(cones: [[Double]]) throws {
        func seen(_ color: RGB) -> [Double] {
            let channels = [color.red, color.green, color.blue].map { pow(Double($0) / 255, 2.2) }
            return cones.map { row in
                pow(min(1, max(0, zip(row, channels).map { $0 * $1 }.reduce(0, +))), 1 / 2.2) * 255
            }
        }
        let theme = try Theme.named("hamgan")
        let colors = [ColorRole.good, .warning, .alarm].map { seen(theme.color($0)) }
        for (one, other) in [(0, 1), (1, 2), (0, 2)] {
            let distance = zip(colors[one], colors[other]).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
            #expect(distance > 90)
        }
    }

    @Test func theTwoThemesAreOneDarkAndOneLight() throws {
        #expect(try Theme.named("firouzeh").isDark)
        #expect(try !Theme.named("kaghaz").isDark)
    }

    @Test func contrastIsThatOfWCAG() {
        let black = RGB(red: 0, green: 0, blue: 0)
        let white = RGB(red: 255, green: 255, blue: 255)
        #expect(abs(black.contrast(with: white) - 21) < 0.001)
        #expect(abs(white.contrast(with: RGB(red: 0x77, green: 0x77, blue: 0x77)) - 4.478) < 0.001)
    }
}

@Suite struct ThemeFiles {
    private static let slots = (0..<16).map { "base0" + String($0, radix: 16, uppercase: true) }

    private static func flat(_ color: (String) -> String) -> [UInt8] {
        Array(("scheme: Old\n" + slots.map { "\($0): \(color($0))\n" }.joined()).utf8)
    }

    @Test(arguments: ["000000", "'000000'", "\"#000000\"", "1e1e10", "\"1E1E10\""])
    func coloursMayBeBareOrQuotedWithOrWithoutAHash(color: String) throws {
        let theme = try Theme.parse(Self.flat { _ in color })
        #expect(theme.name == "Old")
        #expect(theme.color(.page).hex == (color.contains("e") || color.contains("E") ? "#1e1e10" : "#000000"))
    }

    @Test func coloursMayStandUnderAPalette() throws {
        let lines = Self.slots.map { "  \($0): \"#10203\($0.last ?? "0")\"\n" }.joined()
        let theme = try Theme.parse(Array("name: New\npalette:\n\(lines)".utf8))
        #expect(theme.name == "New")
        #expect(theme.color(.accent).hex == "#10203c")
    }

    @Test func gapsInheritTheirNeighboursColours() throws {
        let theme = try Theme.parse(Array("base00: 000000\nbase05: dddddd\nbase0c: 00ffff\n".utf8))
        #expect(theme.color(.panel) == theme.color(.page))
        #expect(theme.color(.strong) == theme.color(.text))
        #expect(theme.color(.information) == theme.color(.accent))
    }

    @Test func ofABase24SchemeTheFirstSixteenAreTaken() throws {
        let bright = (0x10...0x17).map { "  base\(String($0, radix: 16)): \"#ffffff\"\n" }.joined()
        let lines = Self.slots.map { "  \($0): \"#10203\($0.last ?? "0")\"\n" }.joined()
        let theme = try Theme.parse(Array("system: base24\nname: Bright\npalette:\n\(lines)\(bright)".utf8))
        #expect(theme.color(.alarm).hex == "#102038")
    }

    @Test func whatIsWrongIsNamed() {
        #expect(throws: ThemeError.missing(slot: "base05")) { try Theme.parse(Array("base00: 000000".utf8)) }
        #expect(throws: ThemeError.missing(slot: "base0A")) {
            try Theme.parse(Self.flat { $0 == "base0A" ? "[]" : "000000" })
        }
        #expect(throws: ThemeError.badColor(slot: "base03", value: "red")) {
            try Theme.parse(Self.flat { $0 == "base03" ? "red" : "000000" })
        }
        #expect(throws: ThemeError.notAScheme) { try Theme.parse(Array("just a line".utf8)) }
        #expect(throws: ThemeError.notAScheme) { try Theme.parse([0xFF, 0x00, 0x7B]) }
        #expect(throws: ThemeError.unknown("none")) { try Theme.named("none") }
        #expect(throws: ThemeError.unreadable(path: "/nowhere.yaml", errno: ENOENT)) {
            try Theme.load(file: "/nowhere.yaml")
        }
        #expect(ThemeError.unknown("none").phrase[.english].contains("firouzeh, kaghaz"))
    }
}
