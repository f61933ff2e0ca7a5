/// The signs without width that keep the direction of a part of a text to itself (UAX #9, isolates).
///
/// A code, a time or somebody's name inside a sentence neither turns round nor turns what stands beside it when it
/// stands between such signs. ``Phrase`` sets them around whatever is filled in; screens and printed pages obey them;
/// what is written for machines drops them with ``Swift/StringProtocol/withoutIsolates``.
public enum Isolate {
    public static let leftToRight: Unicode.Scalar = "\u{2066}"
    public static let rightToLeft: Unicode.Scalar = "\u{2067}"
    public static let firstStrong: Unicode.Scalar = "\u{2068}"
    public static let end: Unicode.Scalar = "\u{2069}"

    /// Whether a scalar opens or ends an isolate.
    @inline(__always)
    public static func contains(_ scalar: Unicode.Scalar) -> Bool { (0x2066...0x2069).contains(scalar.value) }
}

/// Which letters a text has: that decides its direction, whichever of them comes first.
public struct Letters: Hashable, Sendable {
    /// Letters and punctuation of the Arabic and Hebrew scripts; their digits are no letters.
    public var rightToLeft = 0
    /// Letters of all other scripts.
    public var leftToRight = 0

    public init() {}

    public init(of text: some StringProtocol) {
        for scalar in text.unicodeScalars { count(scalar) }
    }

    /// Counts one more scalar of the text.
    @inline(__always)
    public mutating func count(_ scalar: Unicode.Scalar) {
        let value = scalar.value
        if value < 0xAA {
            if value & 0x5F >= 0x41, value & 0x5F <= 0x5A, value < 0x7F { leftToRight += 1 }
        } else if Letters.isRightToLeft(scalar) {
            rightToLeft += 1
        } else if value < 0x2000 || value > 0x2BFF, decimalDigit(scalar) == nil, scalar.properties.isAlphabetic {
            leftToRight += 1
        }
    }

    /// Whether the text reads from right to left on a page in `language`: it has letters of the other direction and
    /// none of the page's own. Nil where there are no letters at all.
    public func isRightToLeft(in language: Language) -> Bool? {
        if rightToLeft == 0, leftToRight == 0 { return nil }
        return language == .persian ? rightToLeft > 0 : leftToRight == 0
    }

    /// A decimal digit of any script.
    public static func isDigit(_ scalar: Unicode.Scalar) -> Bool { decimalDigit(scalar) != nil }

    /// Letters, marks and punctuation that read from right to left.
    @inline(__always)
    static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x660...0x66C, 0x6F0...0x6F9: false
        case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
        default: false
        }
    }
}

extension StringProtocol {
    /// The text without the signs of ``Isolate``, for machines, files and comparisons.
    public var withoutIsolates: String {
        guard utf8.contains(where: { $0 == 0xE2 }), unicodeScalars.contains(where: Isolate.contains) else {
            return String(self)
        }
        var plain = String.UnicodeScalarView()
        for scalar in unicodeScalars where !Isolate.contains(scalar) { plain.append(scalar) }
        return String(plain)
    }
}

extension Language {
    /// `text` in an isolate of its own, for a place inside a text of this language. It reads in the page's direction
    /// unless all its letters are of the other; without letters (codes of digits, times, masked numbers) from left to
    /// right. Plain words of the page's own are left as they are.
    ///
    ///     Language.persian.isolated("C-014")  // U+2066 C-014 U+2069
    ///     Language.persian.isolated("بهار")   // as it is
    public func isolated(_ text: some StringProtocol) -> String {
        if isOwnWords(text) || Self.isOneIsolate(text) { return String(text) }
        // Blanks at the ends belong to the sentence around it.
        if text.first == " " { return " " + isolated(text.dropFirst()) }
        if text.last == " " { return isolated(text.dropLast()) + " " }
        let opens = Letters(of: text).isRightToLeft(in: self) == true ? Isolate.rightToLeft : Isolate.leftToRight
        return Self.enclosed(text, opens)
    }

    /// A sentence of this language, kept together inside another text whatever its letters are.
    public func isolatedSentence(_ text: some StringProtocol) -> String {
        if isOwnWords(text) || Self.isOneIsolate(text) { return String(text) }
        return Self.enclosed(text, self == .persian ? Isolate.rightToLeft : Isolate.leftToRight)
    }

    /// From one value to another – days, times, numbers –, the first of them where a reader of this language begins.
    ///
    ///     Language.persian.range("۱۰:۰۰", "۱۲:۰۰")  // ۱۰:۰۰ stands to the right
    ///     Language.english.range("10:00", "12:00")  // 10:00 stands to the left
    public func range(_ first: some StringProtocol, _ last: some StringProtocol) -> String {
        inOrder([String(first), String(last)], between: "–")
    }

    /// Several values one after another, each kept to itself, in this language's order and with its comma.
    ///
    ///     Language.persian.list(["Q-0001", "Q-0002"])  // "Q-0001، Q-0002"; the first stands to the right
    public func list(_ values: some Sequence<String>) -> String {
        inOrder(Array(values), between: self == .persian ? "، " : ", ")
    }

    /// The same, each in this language's quotation marks, for names and words that people typed.
    ///
    ///     Language.english.quotedList(["نام", "کد"])  // “نام”, “کد”; the first stands to the left
    public func quotedList(_ values: some Sequence<String>) -> String {
        let (open, close) = self == .persian ? ("«", "»") : ("“", "”")
        let quoted = values.map { "\(open)\(isolated($0))\(close)" }
        return isolatedSentence(quoted.joined(separator: self == .persian ? "، " : ", "))
    }

    /// Parts of a line, such as a code and what it stands for, with a dot between them; empty ones are left out.
    public func parts(_ values: [String?]) -> String {
        inOrder(values.compactMap(\.self).filter { !$0.isEmpty }, between: " · ")
    }

    /// Parts of a line with a blank between them, such as a day and its hours.
    public func line(_ values: [String?]) -> String {
        inOrder(values.compactMap(\.self).filter { !$0.isEmpty }, between: " ")
    }

    private func inOrder(_ values: [String], between separator: String) -> String {
        guard values.count > 1 else { return values.first.map { isolated($0) } ?? "" }
        return isolatedSentence(values.map { isolated($0) }.joined(separator: separator))
    }

    /// Nothing but letters of the page's own direction, to which an isolate would make no difference.
    private func isOwnWords(_ text: some StringProtocol) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            if scalar == " " || scalar.value == 0x200C { return true }
            if self == .english { return scalar.value < 0x7F && scalar.properties.isAlphabetic }
            return Letters.isRightToLeft(scalar) && scalar.properties.isAlphabetic
        }
    }

    /// Whether the whole text is one isolate already.
    private static func isOneIsolate(_ text: some StringProtocol) -> Bool {
        guard let first = text.unicodeScalars.first, first != Isolate.end, Isolate.contains(first),
            text.unicodeScalars.last == Isolate.end
        else { return false }
        var depth = 0
        for scalar in text.unicodeScalars.dropLast() where Isolate.contains(scalar) {
            depth += scalar == Isolate.end ? -1 : 1
            if depth == 0 { return false }
        }
        return depth == 1
    }

    /// What is not closed inside is closed, what was never opened is left out.
    private static func enclosed(_ text: some StringProtocol, _ opening: Unicode.Scalar) -> String {
        var result = String.UnicodeScalarView()
        result.append(opening)
        var depth = 0
        for scalar in text.unicodeScalars {
            if Isolate.contains(scalar) {
                if scalar == Isolate.end, depth == 0 { continue }
                depth += scalar == Isolate.end ? -1 : 1
            }
            result.append(scalar)
        }
        for _ in 0...depth { result.append(Isolate.end) }
        return String(result)
    }
}
