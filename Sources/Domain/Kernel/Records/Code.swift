import Persian

/// The series that human codes are given from when a command brings none: Q-0001, Q-0002, …
public struct CodeSeries: Hashable, Sendable {
    public let prefix: String
    /// How many digits the number has at least.
    public let digits: Int

    public init(prefix: String, digits: Int) {
        self.prefix = prefix
        self.digits = digits
    }

    /// The code of a number of the series.
    ///
    ///     CodeSeries(prefix: "Q-", digits: 4).code(7)  // "Q-0007"
    public func code(_ number: Int) -> String {
        let text = String(number)
        return prefix + String(repeating: "0", count: max(0, digits - text.count)) + text
    }

    /// The same series as a station without a network counts it: its codes bear the station's letter.
    ///
    ///     CodeSeries(prefix: "N-", digits: 3).at("A").code(7)  // "N-A007"
    public func at(_ letter: String) -> CodeSeries { CodeSeries(prefix: prefix + letter, digits: digits) }

    /// The number of what is meant as a code of this series: "C-14", "c14" or "14"; nil for anything else.
    public func meantNumber(_ text: String) -> Int? {
        let letters = prefix.filter { $0 != "-" }
        let figures = text.hasPrefix(letters) ? text.dropFirst(letters.count) : text[...]
        return number(of: text) ?? number(of: prefix + figures)
    }

    /// The number of a code of this series; nil for any other code, and for one whose number is too long to count on from.
    public func number(of code: String) -> Int? {
        guard code.hasPrefix(prefix) else { return nil }
        let rest = code.dropFirst(prefix.count)
        guard (1...longestNumber).contains(rest.utf8.count), rest.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return Int(rest)
    }

    /// Free codes: those that follow the greatest number in use; where numbers end, those that were passed over before.
    ///
    ///     CodeSeries(prefix: "Q-", digits: 4).free(2, after: 7) { $0 == "Q-0008" }  // ["Q-0009", "Q-0010"]
    ///
    /// - Throws: what `isTaken` throws.
    public func free<E: Error>(
        _ count: Int, after last: Int, isTaken: (String) throws(E) -> Bool
    ) throws(E) -> [String] {
        var number = min(max(last, 0), Self.greatestNumber)
        var found: [String] = []
        while found.count < count {
            number = number < Self.greatestNumber ? number + 1 : 1
            let code = code(number)
            if try !isTaken(code) { found.append(code) }
        }
        return found
    }

    /// The greatest of ``longestNumber`` digits.
    private static let greatestNumber = 999_999_999
}

/// How many digits a number in a code has at most.
let longestNumber = 9

/// Whether a text may be given to a new record as its code. What is only looked up is held to less: codes of older files.
///
///     isNewCode("HALL-A")  // true
///     isNewCode("پتو")     // false: that is a word
///     isNewCode("Q 0001")  // false: parted by a blank
func isNewCode(_ text: String) -> Bool {
    guard let code = normalisedCode(text) else { return false }
    let figures = code.split { !$0.isASCII || !$0.isNumber }
    // A hyphen or slash that divides nothing marks nothing.
    let parts = code.split(omittingEmptySubsequences: false) { "-._/".contains($0) }
    let isMarked = !figures.isEmpty || parts.count > 1 && parts.allSatisfy { $0.contains(where: \.isLetter) }
    return isMarked && figures.allSatisfy { $0.utf8.count <= longestNumber } && !hasBlankInside(text)
}

/// Whether a blank stands between two letters or digits, as it does between words.
private func hasBlankInside(_ text: String) -> Bool {
    var (hasBefore, hasBlank) = (false, false)
    for scalar in cleaned(text).unicodeScalars {
        if scalar.properties.isWhitespace {
            hasBlank = hasBefore
        } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
            if hasBlank { return true }
            hasBefore = true
        } else if scalar != "\u{200C}" {
            (hasBefore, hasBlank) = (false, false)
        }
    }
    return false
}

/// A human code in its stored form: Latin digits, capital Latin letters, Persian ی and ک, a plain hyphen, no
/// blanks and nothing unseen inside.
///
///     normalisedCode(" q-۰۰۰۱ ")  // "Q-0001"
///     normalisedCode("Q—0001")    // "Q-0001", as word processors draw the hyphen
///
/// Nil when something other than letters, digits and `-`, `.`, `_`, `/` is in it, when it is empty, or longer
/// than 40.
public func normalisedCode(_ text: String) -> String? {
    var code = ""
    for scalar in latinDigits(text).unicodeScalars {
        switch scalar {
        case "-", ".", "_", "/": code.unicodeScalars.append(scalar)
        case "\u{2044}", "\u{2215}", "\u{FF0F}": code.unicodeScalars.append("/")
        case _ where scalar.isSpace || scalar.isUnseen && scalar.properties.generalCategory != .control: continue
        case _ where scalar.isHyphen: code.unicodeScalars.append("-")
        // Full-width letters, which some keyboards and converters write.
        case "\u{FF21}"..."\u{FF3A}": code.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
        case "\u{FF41}"..."\u{FF5A}": code.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value - 0xFF00)))
        case "\u{064A}", "\u{0649}": code.unicodeScalars.append("\u{06CC}")
        case "\u{0643}": code.unicodeScalars.append("\u{06A9}")
        default:
            guard scalar.properties.isAlphabetic || (0x30...0x39).contains(scalar.value) else { return nil }
            code += scalar.isASCII ? scalar.properties.uppercaseMapping : String(scalar)
        }
    }
    return (1...40).contains(code.unicodeScalars.count) ? code : nil
}
