/// Bytes whose order (`memcmp`, a BLOB column) is the order of Persian
/// dictionaries, the one of ICU's `fa` collation.
///
/// Symbols come before digits, digits before Persian letters, these before
/// Latin ones. A space counts as a symbol, so that a first name alone comes
/// before its longer namesakes; ZWNJ counts for nothing. First the letters
/// decide alone; where they are the same, after a zero byte, marks and Arabic
/// spellings, then capitals, and last the text itself (digit scripts, ZWNJ): keys
/// are equal only for equal text.
///
///     ["پارسا", "واحدی"].sorted { sortKey($0).lexicographicallyPrecedes(sortKey($1)) }
public func sortKey(_ s: String) -> [UInt8] {
    let elements = CollationElement.elements(of: s)
    var key: [UInt8] = []
    key.reserveCapacity(elements.count + 1)
    for element in elements where element.primary != 0 { key.append(element.primary) }
    key.append(0)
    if elements.allSatisfy(\.isPlain) { return key }
    appendLevel({ $0.secondary }, of: elements, to: &key)
    appendLevel({ $0.tertiary }, of: elements, to: &key)
    key.append(contentsOf: s.utf8)
    return key
}

/// Common weights at the end say nothing, as they are the lowest.
private func appendLevel(
    _ level: (CollationElement) -> UInt8, of elements: [CollationElement], to key: inout [UInt8]
) {
    let start = key.count
    for element in elements where level(element) != 0 { key.append(level(element)) }
    while key.count > start, key.last == CollationElement.common { key.removeLast() }
    key.append(0)
}

/// The weights of one scalar on the three levels of the Unicode collation
/// algorithm; 0 where it counts for nothing.
struct CollationElement {
    var primary: UInt8
    var secondary = Self.common
    var tertiary = Self.common
    /// Whether the primary weights alone tell what the text was.
    var isPlain = true

    static let common: UInt8 = 1
    private static let ignorable = CollationElement(primary: 0, secondary: 0, tertiary: 0, isPlain: false)

    static func elements(of s: String) -> [CollationElement] {
        var elements: [CollationElement] = []
        elements.reserveCapacity(s.utf8.count)
        var previous: Unicode.Scalar = " "
        for scalar in s.unicodeScalars {
            if let letter = composed(previous, scalar), let element = table[slot(of: letter)] {
                elements[elements.count - 1] = element
            } else if slot(of: scalar) < table.count, let element = table[slot(of: scalar)] {
                elements.append(element)
            } else {
                appendRare(scalar, to: &elements)
            }
            previous = scalar
        }
        return elements
    }

    /// The letter that a letter and a combining hamza or madda after it make up.
    private static func composed(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
        guard ("\u{0653}"..."\u{0655}").contains(mark) else { return nil }
        switch (letter, mark) {
        case ("ا", "\u{0653}"): return "آ"
        case ("ا", "\u{0654}"): return "أ"
        case ("ا", "\u{0655}"): return "إ"
        case ("و", "\u{0654}"): return "ؤ"
        case ("ی", "\u{0654}"), ("ي", "\u{0654}"), ("ى", "\u{0654}"): return "ئ"
        case ("\u{06D5}", "\u{0654}"): return "ۀ"
        default: return nil
        }
    }

    /// What the table does not list: invisible characters and marks count for
    /// nothing, letters and symbols go by their numbers behind their listed kin.
    private static func appendRare(_ scalar: Unicode.Scalar, to elements: inout [CollationElement]) {
        let properties = scalar.properties
        if let digit = decimalDigit(scalar) {
            let rank = UInt8(digit.value) - 0x30
            elements.append(CollationElement(primary: Lead.digits + rank, tertiary: 2, isPlain: false))
        } else if properties.isWhitespace {
            elements.append(CollationElement(primary: Lead.symbols, tertiary: 2, isPlain: false))
        } else {
            switch properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .format, .control:
                elements.append(ignorable)
            default:
                let isArabic = (0x0600...0x08FF).contains(scalar.value)
                let lead = isArabic ? Lead.otherArabic : properties.isAlphabetic ? Lead.others : Lead.otherSymbols
                elements.append(CollationElement(primary: lead))
                for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                    elements.append(CollationElement(primary: byte, secondary: 0, tertiary: 0))
                }
            }
        }
    }
}

// MARK: - The table

extension CollationElement {
    /// The first primary weight of each kind of character.
    private enum Lead {
        static let symbols: UInt8 = 0x02
        static let otherSymbols: UInt8 = 0x5F
        static let digits: UInt8 = 0x60
        static let arabic: UInt8 = 0x70
        static let otherArabic: UInt8 = 0xA0
        static let latin: UInt8 = 0xB0
        static let others: UInt8 = 0xF0
    }

    /// Symbols in ICU's order.
    private static let symbols = " _-–—,،٫٬;؛:!?؟.'‘’‹›\"“”«»()[]{}@*/\\&#%٪`^+÷×<=>|~$"

    /// The alphabet; the spellings of a letter that differ on the second level
    /// only stand in their order behind it.
    private static let alphabet = [
        "آ", "اٱ", "ءأٲإٳؤئ", "ب", "پ", "ت", "ث", "ج", "چ", "ح", "خ", "د", "ذ", "ر", "ز", "ژ", "س", "ش", "ص", "ض", "ط",
        "ظ", "ع", "غ", "ف", "ق", "کڪګكڬڭڮ", "گ", "ل", "م", "ن", "و", "هەہةۃۀھ", "یىےيېۑۍێ",
    ]

    /// Marks, which count on the second level only and more than any spelling.
    private static let marks: [Unicode.Scalar] = [
        "\u{064E}", "\u{0650}", "\u{064F}", "\u{064B}", "\u{064D}", "\u{064C}", "\u{0651}", "\u{0652}", "\u{0653}",
        "\u{0654}", "\u{0655}", "\u{0656}", "\u{0670}",
    ]
    private static let firstMark: UInt8 = 0x40

    /// Of the characters that count for nothing, those that are common.
    private static let ignored: [Unicode.Scalar] = ["\u{200C}", "\u{200D}", "\u{200E}", "\u{200F}", "\u{0640}"]

    /// Latin and Arabic (below U+0700), then general punctuation.
    private static func slot(of scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case ..<0x0700: Int(scalar.value)
        case 0x2000..<0x2040: Int(scalar.value) - 0x2000 + 0x0700
        default: .max
        }
    }

    private static let table: [CollationElement?] = {
        var table = [CollationElement?](repeating: nil, count: 0x0740)
        for (rank, symbol) in symbols.unicodeScalars.enumerated() {
            table[slot(of: symbol)] = CollationElement(primary: Lead.symbols + UInt8(rank))
        }
        for rank in 0..<UInt8(10) {
            for zero in [0x30, 0x0660, 0x06F0] {
                table[zero + Int(rank)] = CollationElement(primary: Lead.digits + rank, isPlain: zero == 0x30)
            }
        }
        for (rank, letters) in alphabet.enumerated() {
            for (spelling, letter) in letters.unicodeScalars.enumerated() {
                table[slot(of: letter)] = CollationElement(
                    primary: Lead.arabic + UInt8(rank), secondary: common + UInt8(spelling), isPlain: spelling == 0)
            }
        }
        for rank in 0..<UInt8(26) {
            table[0x61 + Int(rank)] = CollationElement(primary: Lead.latin + rank)
            table[0x41 + Int(rank)] = CollationElement(primary: Lead.latin + rank, tertiary: 2, isPlain: false)
        }
        for (rank, mark) in marks.enumerated() {
            table[slot(of: mark)] = CollationElement(primary: 0, secondary: firstMark + UInt8(rank), isPlain: false)
        }
        for scalar in ignored { table[slot(of: scalar)] = ignorable }
        return table
    }()
}
