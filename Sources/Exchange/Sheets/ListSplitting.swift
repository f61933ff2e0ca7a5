/// The words of a list in one cell, as offices divide them: by `،` `,` `؛` `;` `/` `|`, a line end or a dash.
///
///     splitList("پزشکی، فرهنگی/عمرانی")     // ["پزشکی", "فرهنگی", "عمرانی"]
///     splitList("علمی آموزشی - کشاورزی")    // ["علمی آموزشی", "کشاورزی"]
///     splitList("پزشکی-فرهنگی")             // ["پزشکی", "فرهنگی"]
///     splitList("برق‌کاری، Wi-Fi")           // ["برق‌کاری", "Wi-Fi"]
///
/// A hyphen between two Latin letters or digits belongs to its word; Persian joins with ZWNJ, so that between
/// Persian words it divides.
public func splitList(_ text: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    let scalars = text.unicodeScalars
    for (index, scalar) in zip(scalars.indices, scalars) {
        let following = scalars.index(after: index)
        let next = following == scalars.endIndex ? " " : scalars[following]
        if isDivider(scalar, after: previous, before: next) {
            words.append(trimmed(String(word)))
            word = String.UnicodeScalarView()
        } else {
            word.append(scalar)
        }
        previous = scalar
    }
    words.append(trimmed(String(word)))
    return words.filter { !$0.isEmpty }
}

private func isDivider(_ scalar: Unicode.Scalar, after: Unicode.Scalar, before: Unicode.Scalar) -> Bool {
    switch scalar {
    case "،", ",", "؛", ";", "/", "|", "\n", "\r", "\u{2013}", "\u{2014}": true
    case "-": !(isLatin(after) && isLatin(before))
    default: false
    }
}

private func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && scalar.properties.isAlphabetic || scalar.properties.numericType != nil
}
