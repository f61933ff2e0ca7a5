import Persian

/// Text as the file keeps it: control characters and bidi overrides removed, ends trimmed, otherwise as typed.
///
/// - Parameter lines: whether line breaks may stay (notes, stories); else each becomes a space.
///
///     cleaned(" گروه\u{202E} بهار\n")  // "گروه بهار"
public func cleaned(_ text: String, lines: Bool = false) -> String {
    if isClean(text) { return text }
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
        defer { previous = scalar }
        switch scalar.value {
        case 0x0A where previous == "\r": continue
        case 0x0A, 0x0D, 0x2028, 0x2029, 0x85: result.append(lines ? "\n" : " ")
        case 0x09: result.append(" ")
        case 0x00...0x1F, 0x7F...0x9F: continue
        case 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: continue
        default: result.append(scalar)
        }
    }
    return trimmed(String(result))
}

/// Whether nothing has to be removed, as is mostly so.
private func isClean(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last, !isBlank(first), !isBlank(last) else { return false }
    return scalars.allSatisfy {
        switch $0.value {
        case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: false
        default: true
        }
    }
}

private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x21...0x7E, 0x0621...0x06FF: false
    case 0x200C, 0x200E, 0x200F: true
    default: scalar.properties.isWhitespace
    }
}

private func trimmed(_ text: String) -> String {
    var scalars = Substring(text).unicodeScalars
    while let first = scalars.first, isBlank(first) { scalars.removeFirst() }
    while let last = scalars.last, isBlank(last) { scalars.removeLast() }
    return String(scalars)
}
