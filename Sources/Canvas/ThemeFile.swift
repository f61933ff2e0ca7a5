import Glibc
import Persian
import Yams

/// Why a theme cannot be used.
public enum ThemeError: Error, Hashable, Sendable {
    /// No built-in theme has this name.
    case unknown(String)
    /// The file cannot be read; the system's error number.
    case unreadable(path: String, errno: Int32)
    /// It is no base16 scheme at all.
    case notAScheme
    /// A colour of the sixteen is not there.
    case missing(slot: String)
    /// What stands for a colour is not six hexadecimal digits.
    case badColor(slot: String, value: String)

    /// A sentence for the user.
    public var phrase: Phrase {
        switch self {
        case .unknown(let name):
            let names = Theme.builtInNames.joined(separator: ", ")
            return Phrase(
                fa: "پوسته‌ای به نام «\(name)» نیست؛ پوسته‌های موجود: \(names)",
                en: "there is no theme named “\(name)”; there are: \(names)")
        case .unreadable(let path, let errno):
            let reason = systemReason(errno)
            return Phrase(
                fa: "پروندهٔ پوسته خوانده نشد: \(path) (\(reason))",
                en: "cannot read the theme \(path): \(reason)")
        case .notAScheme:
            return Phrase(
                fa: "این پرونده طرح رنگ base16 نیست", en: "this file is not a base16 colour scheme")
        case .missing(let slot):
            return Phrase(fa: "رنگ \(slot) در پوسته نیست", en: "the theme has no colour \(slot)")
        case .badColor(let slot, let value):
            return Phrase(
                fa: "رنگ \(slot) باید شش رقم شانزده‌تایی باشد، نه «\(value)»",
                en: "the colour \(slot) must be six hexadecimal digits, not “\(value)”")
        }
    }
}

extension Theme {
    /// Reads a base16 scheme file, in its old flat form or with a `palette:`.
    ///
    ///     let theme = try Theme.load(file: "/etc/themes/gruvbox-dark.yaml")
    public static func load(file path: String) throws(ThemeError) -> Theme {
        try parse(try bytes(ofFile: path))
    }

    /// Reads the text of a base16 scheme.
    static func parse(_ file: [UInt8]) throws(ThemeError) -> Theme {
        let text = String(decoding: file, as: UTF8.self)
        // Yams is asked for plain scalars: a bare 000000 or 1e1e10 must not become a number, and its default
        // resolver would spend three milliseconds of start-up on compiling regular expressions.
        guard let scheme = try? Yams.compose(yaml: text, .basic, Constructor([:], [:], [:]), .utf8)?.mapping else {
            throw .notAScheme
        }
        let fields = entries(of: scheme)
        let palette = fields["palette"]?.mapping.map(entries(of:)) ?? fields
        guard palette.keys.contains(where: { $0.lowercased().hasPrefix("base0") }) else { throw .notAScheme }

        let colors = try colors(of: palette)
        let name = fields["name"] ?? fields["scheme"]
        return Theme(name: name?.scalar?.string ?? "base16", base16: colors)
    }

    /// The sixteen colours; of a base24 scheme the first sixteen, which mean the same. A slot that is not there
    /// inherits a neighbour's colour, but page and text must be there.
    private static func colors(of palette: [String: Node]) throws(ThemeError) -> [RGB] {
        let named = Dictionary(palette.map { ($0.key.lowercased(), $0.value) }) { first, _ in first }
        var found: [Int: RGB] = [:]
        for index in 0..<16 {
            let digit = String(index, radix: 16)
            guard let node = named["base0" + digit] else { continue }
            let slot = "base0" + digit.uppercased()
            guard let value = node.scalar?.string else { throw .missing(slot: slot) }
            guard let color = RGB(hex: value) else { throw .badColor(slot: slot, value: value) }
            found[index] = color
        }
        for (index, heir) in [(0x0, "base00"), (0x5, "base05")] where found[index] == nil {
            throw .missing(slot: heir)
        }
        // In this order every ancestor is known before its heirs.
        for (index, ancestor) in ancestors where found[index] == nil { found[index] = found[ancestor] }
        return (0..<16).compactMap { found[$0] }
    }

    /// Backgrounds come from the page outwards, texts from the text, accents from their nearest kin.
    private static let ancestors = [
        (0x1, 0x0), (0x2, 0x1), (0x4, 0x5), (0x3, 0x4), (0x6, 0x5), (0x7, 0x6), (0xC, 0x5), (0xD, 0xC), (0xB, 0xC),
        (0xA, 0x5), (0x9, 0xA), (0x8, 0x9), (0xE, 0xD), (0xF, 0x9),
    ]

    /// The entries of a mapping by key, found without Yams' own look-up, which resolves the type of each key.
    private static func entries(of mapping: Node.Mapping) -> [String: Node] {
        var entries: [String: Node] = [:]
        for (key, value) in mapping {
            if let name = key.scalar?.string { entries[name] = value }
        }
        return entries
    }

    /// The largest file taken for a theme; schemes are about one kilobyte.
    private static let largestFile = 1 << 20

    private static func bytes(ofFile path: String) throws(ThemeError) -> [UInt8] {
        let (descriptor, error) = PlainFile.open(path)
        guard descriptor >= 0 else { throw .unreadable(path: path, errno: error) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count == 0 { return bytes }
            guard count > 0 else { throw .unreadable(path: path, errno: errno) }
            bytes.append(contentsOf: buffer[..<count])
            guard bytes.count <= largestFile else { throw .unreadable(path: path, errno: EFBIG) }
        }
    }
}
