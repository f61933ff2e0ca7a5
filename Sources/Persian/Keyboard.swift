/// The Latin character of the key that typed this scalar while the keyboard was
/// in its Persian layout (ISIRI 9147), or nil when no such key types it.
///
/// Keys keep their meaning whatever the layout: س is `s`, its upper level ئ is
/// `S`, ۵ is `5`, ؟ is `?`. ي and ك, which Arabic keyboards and old Persian ones
/// type, count as ی and ک. What Latin keyboards type too (`/`, `:`) is nil, as it
/// means itself.
///
///     latinKey(for: "ع")  // "u"
///     latinKey(for: "u")  // nil
public func latinKey(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if scalar.isASCII { return nil }
    if ("۰"..."۹").contains(scalar) || ("٠"..."٩").contains(scalar) { return decimalDigit(scalar) }
    return keys[scalar]
}

/// A row of the keyboard: what its keys type in the US layout and in ISIRI 9147,
/// key by key.
private struct Row {
    let latin: String
    let persian: String
}

/// Both levels, after xkeyboard-config's `ir(pes_part_basic)`. Numbers stand
/// where the Persian one is invisible or would join what stands before it.
private let rows = [
    Row(latin: "qwertyuiop[]", persian: "ضصثقفغعهخحجچ"),
    Row(latin: "asdfghjkl;'", persian: "شسیبلاتنمکگ"),
    Row(latin: "zxcvbnm,", persian: "ظطزرذدپو"),
    Row(latin: "@#$%^&_~", persian: "٬٫﷼٪×،ـ÷"),
    Row(latin: "QWERTYUI", persian: "\u{0652}\u{064C}\u{064D}\u{064B}\u{064F}\u{0650}\u{064E}\u{0651}"),
    Row(latin: "ASFGHJKL\"", persian: "ؤئإأآة»«؛"),
    Row(latin: "XCVBNM?", persian: "\u{0653}ژ\u{0670}\u{200C}\u{0654}ء؟"),
    Row(latin: "`", persian: "\u{200D}"),
    // Arabic spellings: the key of the Persian letter they stand for.
    Row(latin: "d;d", persian: "يكى"),
]

private let keys: [Unicode.Scalar: Unicode.Scalar] = {
    let pairs = rows.flatMap { zip($0.persian.unicodeScalars, $0.latin.unicodeScalars) }
    return Dictionary(pairs) { first, _ in first }
}()
