/// The one gate between other people's text and the screen: every text a frame lays out passes ``sanitised(_:)``.
enum Sanitise {
    /// What may be shown in place of `scalar`: itself, a space for what would break the line, or nothing.
    ///
    /// Removed are the control characters (C0, DEL, C1, so ESC too), every bidi control, and the invisible format
    /// characters, of which only ZWNJ and ZWJ stay because they change the shape of letters. Variation selectors
    /// go too: terminals do not agree on the width they ask for.
    @inline(__always)
    static func sanitised(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        let value = scalar.value
        if value >= 0x20 && value < 0x7F { return scalar }
        if value >= 0x600 && value < 0x700 { return value == 0x61C ? nil : scalar }
        switch value {
        case 0x09...0x0C, 0x85, 0x2028, 0x2029: return " "
        case 0x00...0x1F, 0x7F...0x9F: return nil
        case 0xAD, 0x180B...0x180F, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F: return nil
        case 0xFE00...0xFE0F, 0xFEFF, 0xFFF0...0xFFFB, 0xFFFE, 0xFFFF: return nil
        case 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE0FFF: return nil
        default: return scalar
        }
    }

    /// `text` as it may be edited in several lines: every kind of line end becomes `\n`, each line is sanitised.
    static func sanitisedLines(_ text: String) -> String {
        // "\r\n" is one Character, hence the property and not a comparison.
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .map { sanitised(String($0)) }.joined(separator: "\n")
    }

    /// `text` as it may be shown.
    static func sanitised(_ text: String) -> String {
        var clean = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if let allowed = sanitised(scalar) { clean.append(allowed) }
        }
        return String(clean)
    }
}
