/// Why a text is not an Iranian mobile number.
public enum MobileError: Error, Equatable, Sendable {
    /// It holds something else than digits, spaces, hyphens, brackets and a leading +.
    case notDigits(Character)
    /// It has this many digits once written with its leading 0, not eleven.
    case length(Int)
    /// It is no mobile: written nationally it begins with this, not with 09.
    case prefix(String)
}

/// An Iranian mobile number.
///
///     try Mobile("+۹۸ ۹۱۲ ۰۰۰ ۰۰۱۸").digits  // "09120000018"
public struct Mobile: Hashable, Sendable, CustomStringConvertible {
    /// Eleven digits 0–9, beginning with 09.
    public let digits: String

    /// Reads digits of any script; spaces, hyphens and brackets are dropped; +98, 0098, 98 and a missing 0 are
    /// understood.
    public init(_ text: String) throws(MobileError) {
        let code = typedCode(text).filter { $0 != "(" && $0 != ")" }
        let hasPlus = code.first == "+"
        var number = hasPlus ? code.dropFirst() : code[...]
        if let other = firstNonDigit(in: number) { throw .notDigits(other) }
        if hasPlus, !number.hasPrefix("98") { throw .prefix("+" + number.prefix(2)) }
        if number.hasPrefix("0098") {
            number = number.dropFirst(4)
        } else if hasPlus || number.utf8.count > 10, number.hasPrefix("98") {
            number = number.dropFirst(2)
        }
        let national = number.hasPrefix("9") ? "0" + number : String(number)
        guard national.utf8.count == 11 else { throw .length(national.utf8.count) }
        guard national.hasPrefix("09") else { throw .prefix(String(national.prefix(2))) }
        digits = national
    }

    /// For those who may not see it whole: its first four and last three digits.
    ///
    ///     try Mobile("09120000018").masked()  // "0912••••018"
    public func masked() -> String {
        digits.prefix(4) + "••••" + digits.suffix(3)
    }

    public var description: String { digits }
}
