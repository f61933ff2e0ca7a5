/// What somebody typed or pasted into a field for a number, a code or a date:
/// digits 0–9, without the invisible direction marks that word processors and
/// Excel leave, without white space at its ends.
func typedInput(_ s: String) -> String {
    typed(s) { !$0.isDirectionMark }
}

/// What somebody typed for a number that is often written in pieces, such as a
/// phone number: also without the spaces and hyphens inside it.
func typedCode(_ s: String) -> String {
    typed(s) { !$0.isDirectionMark && !$0.isSpace && !$0.isHyphen }
}

private func typed(_ s: String, keeping isKept: (Unicode.Scalar) -> Bool) -> String {
    var result = ""
    result.reserveCapacity(s.utf8.count)
    for scalar in s.unicodeScalars where isKept(scalar) && !(result.isEmpty && scalar.isSpace) {
        result.unicodeScalars.append(decimalDigit(scalar) ?? scalar)
    }
    while result.unicodeScalars.last?.isSpace == true { result.unicodeScalars.removeLast() }
    return result
}

extension Unicode.Scalar {
    /// Digits and letters are told apart from what follows without asking
    /// Unicode's property tables, which are slow.
    @inline(__always)
    private var isPlain: Bool {
        switch self {
        case "0"..."9", "A"..."Z", "a"..."z", "\u{0621}"..."\u{06FF}": true
        default: false
        }
    }

    /// Bidi marks, embeddings, overrides and isolates, and the byte-order mark.
    @inline(__always)
    var isDirectionMark: Bool { !isPlain && (properties.isBidiControl || self == "\u{FEFF}") }

    @inline(__always)
    var isSpace: Bool { !isPlain && properties.isWhitespace }

    @inline(__always)
    var isHyphen: Bool { !isPlain && properties.isDash }
}

/// Reads ASCII numbers and punctuation from the front of a text.
///
///     var scanner = Scanner("10:30")
///     scanner.number(digits: 1...2)  // 10
///     scanner.take(":")              // true
///     scanner.number(digits: 1...2)  // 30
///     scanner.isAtEnd                // true
struct Scanner {
    private var rest: Substring.UTF8View

    init(_ text: some StringProtocol) {
        rest = Substring(text).utf8
    }

    var isAtEnd: Bool { rest.isEmpty }

    /// The number at the front when it has that many digits, else nil.
    mutating func number(digits: ClosedRange<Int>) -> Int? {
        let figures = rest.prefix { (0x30...0x39).contains($0) }
        guard digits.contains(figures.count), let number = Int(Substring(figures)) else { return nil }
        rest = rest.dropFirst(figures.count)
        return number
    }

    /// Takes one of these ASCII characters from the front, and says which.
    mutating func take(anyOf characters: String) -> Unicode.Scalar? {
        guard let byte = rest.first, characters.utf8.contains(byte) else { return nil }
        rest = rest.dropFirst()
        return Unicode.Scalar(byte)
    }

    /// Takes this ASCII character from the front, or answers false.
    mutating func take(_ character: Unicode.Scalar) -> Bool {
        take(anyOf: String(character)) != nil
    }
}
