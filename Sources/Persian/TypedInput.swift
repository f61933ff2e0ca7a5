/// What somebody typed or pasted into a field for a number, a code or a date:
/// digits 0–9, without the invisible characters that word processors, messengers
/// and Excel leave, without white space at its ends.
public func typedInput(_ s: String) -> String {
    typed(s) { !$0.isUnseen }
}

/// What somebody typed for a number that is often written in pieces, such as a
/// phone number: also without the spaces and hyphens inside it.
func typedCode(_ s: String) -> String {
    typed(s) { !$0.isUnseen && !$0.isSpace && !$0.isHyphen }
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

    /// Whether it shows nothing and takes no room: direction marks, joiners and non-joiners, soft hyphens, variation
    /// selectors, the byte-order mark, and the control characters that are no white space.
    @inline(__always)
    public var isUnseen: Bool { !isPlain && (self < " " ? !properties.isWhitespace : isUnseenAboveSpace) }

    @inline(never)
    private var isUnseenAboveSpace: Bool {
        if isASCII { return self == "\u{7F}" }
        if properties.isDefaultIgnorableCodePoint { return true }
        return switch properties.generalCategory {
        case .format: true
        case .control: !properties.isWhitespace
        default: false
        }
    }

    @inline(__always)
    public var isSpace: Bool { !isPlain && (properties.isWhitespace || self == "\u{2800}") }

    /// Hyphens, dashes and minus signs, and what stands for one where the keyboard has none: the tatweel, the
    /// hyphen bullet, the modifier minus, the full stop of Urdu.
    @inline(__always)
    public var isHyphen: Bool { self == "\u{0640}" || self == "\u{06D4}" || !isPlain && isRareHyphen }

    @inline(never)
    private var isRareHyphen: Bool { properties.isDash || self == "\u{2043}" || self == "\u{02D7}" }
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
