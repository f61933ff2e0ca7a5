extension JSON {
    /// ``text`` as it leaves the program. What a terminal would obey, or would turn a line round by, stands as `\u`
    /// escapes: DEL, the second set of control characters, and the marks that override or isolate a direction.
    ///
    /// The ledger's own text stays as it is, because its hash is taken over those bytes.
    ///
    ///     JSON.string("a\u{9B}31m").printed  // "\"a\\u009b31m\""
    public var printed: String {
        let plain = text
        guard plain.unicodeScalars.contains(where: Self.mustBeEscaped) else { return plain }
        var escaped = String.UnicodeScalarView()
        for scalar in plain.unicodeScalars {
            guard Self.mustBeEscaped(scalar) else {
                escaped.append(scalar)
                continue
            }
            // Such characters stand only inside texts, where an escape means the same.
            let digits = String(scalar.value, radix: 16)
            escaped.append(
                contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).unicodeScalars)
        }
        return String(escaped)
    }

    private static func mustBeEscaped(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x7F...0x9F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
