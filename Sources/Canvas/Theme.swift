/// Which colour each role has. A theme is any base16 scheme; four are built in.
///
///     let theme = try Theme.named("firouzeh")
///     theme.color(.accent).hex  // "#45d6cb"
public struct Theme: Hashable, Sendable {
    /// The scheme's own name, as its author wrote it.
    public let name: String
    private let colors: [RGB]

    /// The colour of a role.
    public func color(_ role: ColorRole) -> RGB {
        colors[Int(role.rawValue)]
    }

    /// Whether light text stands on a dark page.
    public var isDark: Bool {
        color(.page).luminance < color(.text).luminance
    }

    /// Gives the sixteen colours of a base16 scheme their roles.
    init(name: String, base16 base: [RGB]) {
        self.name = name
        colors = ColorRole.allCases.map { role in
            switch role {
            case .page: base[0x0]
            case .panel: base[0x1]
            case .selection: base[0x2]
            // base16 has no slot for these two.
            case .field: base[0x1].mixed(with: base[0x2])
            case .onAccent:
                base[0x0].contrast(with: base[0xC]) >= base[0x7].contrast(with: base[0xC]) ? base[0x0] : base[0x7]
            case .text: base[0x5]
            case .muted: base[0x4]
            case .faint: base[0x3]
            case .strong: base[0x7]
            case .accent: base[0xC]
            case .good: base[0xB]
            case .warning: base[0xA]
            case .alarm: base[0x8]
            case .information: base[0xD]
            case .tag1: base[0xC]
            case .tag2: base[0xE]
            case .tag3: base[0x9]
            case .tag4: base[0xB]
            case .tag5: base[0xD]
            case .tag6: base[0xA]
            case .tag7: base[0xF]
            }
        }
    }
}

extension Theme {
    /// The schemes built into the program, the one chosen when nobody chooses first. The only list of them.
    private static let builtIn: [(name: String, file: [UInt8])] = [
        ("firouzeh", PackageResources.firouzeh_yaml),
        ("kaghaz", PackageResources.kaghaz_yaml),
        ("tabayon", PackageResources.tabayon_yaml),
        ("hamgan", PackageResources.hamgan_yaml),
    ]

    /// The names ``named(_:)`` knows: `firouzeh` (dark), `kaghaz` (light), `tabayon` (high contrast)
    /// and `hamgan` (told apart without red and green).
    public static var builtInNames: [String] { builtIn.map(\.name) }

    /// A theme that is built in. Only the one asked for is read.
    ///
    /// - Throws: ``ThemeError/unknown(_:)`` when no theme bears that name.
    public static func named(_ name: String) throws(ThemeError) -> Theme {
        guard let found = builtIn.first(where: { $0.name == name }) else { throw .unknown(name) }
        return try parse(found.file)
    }
}
