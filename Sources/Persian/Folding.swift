extension StringProtocol {
    /// The text as search and uniqueness see it; never what is stored or shown.
    ///
    /// Arabic and Persian spellings of one letter become the Persian one
    /// (ي ى→ی, ك→ک, ة ۀ→ه, أ إ آ→ا, ؤ→و, ئ→ی, composed or not), marks,
    /// tatweel and invisible characters go, ZWNJ and runs of white space become
    /// one space, the ends are trimmed, capitals become small letters, the
    /// digits of every script 0–9, and the shapes of PDF files their letters.
    ///
    ///     "كاظمي".folded()         // "کاظمی"
    ///     "شریفی‌نژاد ۱۲".folded()  // "شریفی نژاد 12"
    public func folded() -> String {
        fold(plainLetters(String(self), most: 2))  // not generic: other modules would run the loop unspecialised
    }
}

private func fold(_ text: String) -> String {
    // Of what folding replaces only Ⱥ and Ⱦ grow, from two bytes to three.
    String(unsafeUninitializedCapacity: text.utf8.count * 3 / 2) { buffer in
        var count = 0
        var spaceIsDue = false
        for scalar in text.unicodeScalars {
            switch Fold(scalar) {
            case .nothing:
                continue
            case .space:
                spaceIsDue = count > 0
            case .letter(let letter):
                if spaceIsDue {
                    buffer[count] = UInt8(ascii: " ")
                    count += 1
                    spaceIsDue = false
                }
                for byte in UTF8.encode(letter) ?? UTF8.encodedReplacementCharacter {
                    buffer[count] = byte
                    count += 1
                }
            }
        }
        return count
    }
}

/// What one scalar becomes under the folding rule.
private enum Fold {
    case nothing
    case space
    case letter(Unicode.Scalar)

    /// The letters that Persian text is made of are decided here; what is rarer
    /// asks Unicode's property tables, which are slower.
    @inline(__always)
    init(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "a"..."z", "0"..."9", "ب", "ت"..."غ", "ف", "ق", "ل"..."و", "ا", "پ", "چ", "ژ", "ک", "گ", "ی":
            self = .letter(scalar)
        case " ", "\t"..."\r", "\u{200C}":
            self = .space
        case "!"..."/", ":"..."@", "["..."`", "{"..."~", "،", "؛", "؟", "«", "»":
            self = .letter(scalar)
        case "ي", "ى", "ئ":
            self = .letter("ی")
        case "ك":
            self = .letter("ک")
        case "ة", "ۀ", "\u{06D5}":  // U+06D5 is the base that U+06C0 decomposes to
            self = .letter("ه")
        case "أ", "إ", "آ":
            self = .letter("ا")
        case "ؤ":
            self = .letter("و")
        case "\u{0640}", "\u{064B}"..."\u{065F}":  // tatweel, harakat, combining hamza and madda
            self = .nothing
        default:
            self = Fold(rare: scalar)
        }
    }

    @inline(never)
    private init(rare scalar: Unicode.Scalar) {
        let properties = scalar.properties
        if let digit = decimalDigit(scalar) {
            self = .letter(digit)
        } else if properties.isWhitespace {
            self = .space
        } else {
            switch properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .format, .control:
                self = .nothing
            case .uppercaseLetter, .titlecaseLetter:
                // Only İ has a longer mapping: i and a mark, which folding drops.
                self = .letter(properties.lowercaseMapping.unicodeScalars.first ?? scalar)
            default:
                self = .letter(scalar)
            }
        }
    }
}
