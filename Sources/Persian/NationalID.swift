/// Why a text is not an Iranian national ID.
public enum NationalIDError: Error, Equatable, Sendable {
    /// It has this many digits, not 8, 9 or 10.
    case length(Int)
    /// It holds something else than digits, spaces and hyphens.
    case notDigits(Character)
    /// Ten equal digits, which pass the check but are given to nobody.
    case equalDigits
    /// The last digit does not agree with the others.
    case checkDigit(expected: Int, found: Int)
}

/// An Iranian national ID (کد ملی): ten digits, the last a check digit.
///
///     try NationalID("۹۹۹-۰۰۰۰۰۱-۸").digits  // "9990000018"
///     try NationalID("12345679").digits      // "0012345679": Excel had lost its zeros
public struct NationalID: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Ten digits 0–9.
    public let digits: String

    /// Reads digits of any script; spaces and hyphens are dropped, 8 or 9 digits
    /// are padded to ten by leading zeros.
    public init(_ text: String) throws(NationalIDError) {
        let code = typedCode(text)
        if let other = firstNonDigit(in: code) { throw .notDigits(other) }
        guard (8...10).contains(code.utf8.count) else { throw .length(code.utf8.count) }
        let padded = String(repeating: "0", count: 10 - code.utf8.count) + code
        let values = padded.utf8.map { Int($0) - 0x30 }
        if values.allSatisfy({ $0 == values[0] }) { throw .equalDigits }
        let expected = Self.checkDigit(of: values)
        guard values[9] == expected else { throw .checkDigit(expected: expected, found: values[9]) }
        digits = padded
    }

    /// For those who may not see it whole: its first and last three digits.
    ///
    ///     try NationalID("9990000018").masked()  // "999••••018"
    public func masked() -> String {
        digits.prefix(3) + "••••" + digits.suffix(3)
    }

    public var description: String { digits }

    public static func < (a: NationalID, b: NationalID) -> Bool { a.digits < b.digits }

    /// Σ dᵢ·(11−i) over the first nine, modulo 11 = r; r itself below 2, else 11−r.
    private static func checkDigit(of values: [Int]) -> Int {
        let sum = values.prefix(9).enumerated().reduce(0) { $0 + $1.element * (10 - $1.offset) }
        let remainder = sum % 11
        return remainder < 2 ? remainder : 11 - remainder
    }
}

/// The first character that is not 0–9.
func firstNonDigit(in code: some StringProtocol) -> Character? {
    guard let index = code.utf8.firstIndex(where: { !(0x30...0x39).contains($0) }) else { return nil }
    return code[index]
}
