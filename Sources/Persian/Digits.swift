/// The text with the decimal digits of every script (۰–۹, ٠–٩, full-width …)
/// written 0–9; all else stays.
///
///     latinDigits("Q-۰۰۱۲")  // "Q-0012"
public func latinDigits(_ s: String) -> String {
    mapScalars(s) { decimalDigit($0) ?? $0 }
}

/// The text with 0–9 written ۰–۹; all else stays.
///
///     persianDigits("1401/05/09")  // "۱۴۰۱/۰۵/۰۹"
public func persianDigits(_ s: String) -> String {
    mapScalars(s) { scalar in
        guard ("0"..."9").contains(scalar) else { return scalar }
        return Unicode.Scalar(scalar.value - 0x30 + 0x06F0) ?? scalar
    }
}

/// An amount in Persian digits, its thousands grouped. A year is no amount: write it as `persianDigits(String(year))`.
///
///     persianDigits(17_000)  // "۱۷٬۰۰۰"
public func persianDigits(_ n: Int) -> String { Language.persian.number(n) }

extension Language {
    /// The text in this language's digits.
    ///
    ///     Language.persian.digits("12")  // "۱۲"
    ///     Language.english.digits("۱۲")  // "12"
    public func digits(_ s: String) -> String {
        self == .persian ? persianDigits(s) : latinDigits(s)
    }

    /// A number that is a name, such as a year: in this language's digits, not grouped; nothing for none.
    ///
    ///     Language.persian.numeral(1401)  // "۱۴۰۱"
    public func numeral(_ n: Int?) -> String { n.map { digits(String($0)) } ?? "" }

    /// A whole number for people to read, its thousands grouped.
    ///
    ///     Language.persian.number(17_000)  // "۱۷٬۰۰۰"
    ///     Language.english.number(17_000)  // "17,000"
    public func number(_ n: Int) -> String {
        let separator: Character = self == .persian ? "٬" : ","
        let figures = String(n.magnitude)
        var grouped = n < 0 ? (self == .persian ? "−" : "-") : ""
        for (index, figure) in figures.enumerated() {
            if index > 0, (figures.count - index).isMultiple(of: 3) { grouped.append(separator) }
            grouped.append(figure)
        }
        return digits(grouped)
    }
}

/// The whole number that a person typed, or nil when the text is anything else.
///
/// Digits of any script; spaces around it; one leading `-` or `−`; thousands
/// separators `,` `٬` `،` between groups of three, one kind in a number.
///
///     parseInteger(" ۱۷٬۰۰۰ ")  // 17000
///     parseInteger("1,70")      // nil
public func parseInteger(_ s: String) -> Int? {
    var figures = typedInput(s)[...]
    let isNegative = figures.first == "-" || figures.first == "−"
    if isNegative { figures.removeFirst() }
    if let separator = figures.first(where: { ",٬،".contains($0) }) {
        let groups = figures.split(separator: separator, omittingEmptySubsequences: false)
        guard let first = groups.first, (1...3).contains(first.count),
            groups.dropFirst().allSatisfy({ $0.count == 3 })
        else { return nil }
        figures = groups.joined()[...]
    }
    guard !figures.isEmpty, figures.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int((isNegative ? "-" : "") + figures)
}

/// The digit 0–9 that a scalar of any script stands for, or nil.
@inline(__always)
func decimalDigit(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x30...0x39: scalar
    case 0x06F0...0x06F9: Unicode.Scalar(scalar.value - 0x06F0 + 0x30)
    case 0x0660...0x0669: Unicode.Scalar(scalar.value - 0x0660 + 0x30)
    case ..<0x07C0: nil  // no other decimal digits below NKo
    default: otherDecimalDigit(scalar)
    }
}

@inline(never)
private func otherDecimalDigit(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    guard scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue else { return nil }
    return Unicode.Scalar(UInt8(value) + 0x30)
}

private func mapScalars(_ s: String, _ transform: (Unicode.Scalar) -> Unicode.Scalar) -> String {
    var result = ""
    result.reserveCapacity(s.utf8.count)
    for scalar in s.unicodeScalars { result.unicodeScalars.append(transform(scalar)) }
    return result
}
