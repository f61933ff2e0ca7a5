/// The text without white space and invisible characters at its ends: Excel exports hold no-break spaces there,
/// and numbers copied from a telephone begin with a direction mark.
func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isInvisible($0) }),
        let last = scalars.lastIndex(where: { !isInvisible($0) })
    else { return "" }
    if first == scalars.startIndex, scalars.index(after: last) == scalars.endIndex { return text }
    return String(scalars[first...last])
}

private func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x21...0x7E: false
    case 0...0x20, 0x7F...0xA0: true
    // Arabic letters, by far the most frequent.
    case 0x0620...0x06FF: false
    // ZWNJ, ZWJ and the direction marks, embeddings, overrides and isolates; the byte-order mark.
    case 0x061C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: true
    default: scalar.properties.isWhitespace
    }
}
