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

    /// The number of a code of this series; nil for any other code.
    public func number(of code: String) -> Int? {
        guard code.hasPrefix(prefix) else { return nil }
        let rest = code.dropFirst(prefix.count)
        guard !rest.isEmpty, rest.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(rest)
    }
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
        case "\u{064A}", "\u{0649}": code.unicodeScalars.append("\u{06CC}")
        case "\u{0643}": code.unicodeScalars.append("\u{06A9}")
        default:
            guard scalar.properties.isAlphabetic || (0x30...0x39).contains(scalar.value) else { return nil }
            code += scalar.isASCII ? scalar.properties.uppercaseMapping : String(scalar)
        }
    }
    return (1...40).contains(code.unicodeScalars.count) ? code : nil
}
