import Domain
import Persian

/// What is typed or scanned at the door: a code with, after a space or a plus, how many companions came; else a name.
///
///     DoorText("G-002 1")  // codes ["G-002"], one companion
///     DoorText("ل-۰۰۲")  // the same key by key while the keyboard is in its Persian layout
///     DoorText("2"), DoorText("g2")  // G-002
struct DoorText: Hashable {
    /// The codes that it may be, the likeliest first.
    var codes: [String] = []
    /// Nil when all come that are invited.
    var companions: Int?
    /// Whether it is no name: names have no digits in them.
    var isCode: Bool

    init(_ text: String) {
        let plain = latinDigits(text)
        isCode = plain.unicodeScalars.contains { ("0"..."9").contains($0) }
        let words = plain.split { $0 == " " || $0 == "+" }.map(String.init)
        var code = words.joined()
        if words.count > 1, let last = words.last, last.utf8.count <= 2, let count = Int(last) {
            companions = count
            code = words.dropLast().joined()
        }
        let byKeys = String(String.UnicodeScalarView(code.unicodeScalars.map { latinKey(for: $0) ?? $0 }))
        for candidate in [code, byKeys] { add(normalisedCode(candidate)) }
        // The number alone, or with the letter but without the hyphen and the zeros. More zeros than an invitation has
        // stand on other papers, such as certificates.
        let letter = Guest.series.prefix.prefix(1)
        let figures = (codes.last ?? code).drop { letter.contains($0) }.drop { $0 == "-" }
        guard let number = Int(figures), number > 0 else { return }
        if figures.count <= max(Guest.series.digits, String(number).count) { add(Guest.series.code(number)) }
    }

    private mutating func add(_ code: String?) {
        if let code, !codes.contains(code) { codes.append(code) }
    }
}
