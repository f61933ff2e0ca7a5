import Persian

/// The text of a cell as the person at the spreadsheet saw it: guards of spreadsheets taken away, line ends of other
/// programs and presentation forms of PDF files turned into what they stand for, the ends trimmed.
///
///     cellText("=\"9990000018\"")       // "9990000018"
///     cellText("'=SUM(A1)")             // "=SUM(A1)", as `guarded(_:)` wrote it
///     cellText("شهید\u{0B}کاظمی")        // "شهید کاظمی"
///     cellText("ﮐﺎﻇﻤﯽ")                 // "کاظمی"
func cellText(_ raw: String) -> String {
    let text = trimmed(raw.unicodeScalars.contains(where: isOdd) ? plain(raw) : raw)
    let unguarded = withoutGuard(text)
    return unguarded == text ? text : trimmed(unguarded)
}

/// The text so that no spreadsheet computes it, and `cellText(_:)` gives it back: what begins as a formula does, or
/// would lose an apostrophe, gets one in front.
///
///     guarded("=HYPERLINK(\"x\")")  // "'=HYPERLINK(\"x\")"
func guarded(_ text: String) -> String {
    isComputed(text) || withoutGuard(text) != text ? "'" + text : text
}

/// A cell of somebody else's sheet written again as it stood, but never as a formula. `="…"` around a plain text
/// computes nothing and stays, for it keeps the zeros of a number.
func harmless(_ raw: String) -> String {
    isComputed(raw) && quotedConstant(trimmed(raw)) == nil ? "'" + raw : raw
}

/// Whether a spreadsheet takes a text for a formula. A number with its sign is none.
private func isComputed(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, formulaStarts.contains(first) else { return false }
    let rest = text.unicodeScalars.dropFirst()
    let isSigned = first == "+" || first == "-"
    return !(isSigned && !rest.isEmpty && rest.allSatisfy { ("0"..."9").contains($0) || $0 == "." })
}

/// In some locales the full-width forms begin a formula too.
private let formulaStarts: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"]

/// Without the one guard that a spreadsheet or `guarded(_:)` put around a text.
private func withoutGuard(_ text: String) -> String {
    switch text.unicodeScalars.first {
    case "=": return quotedConstant(text) ?? text
    case "'":
        let rest = text.unicodeScalars.dropFirst()
        guard let next = rest.first else { return text }
        // A word set in quotation marks keeps both; a guard has no partner at the end.
        let isQuotation = text.unicodeScalars.last == "'" && !formulaStarts.contains(next) && next != "'"
        return isQuotation ? text : String(rest)
    default: return text
    }
}

/// The text of `="…"`.
private func quotedConstant(_ text: String) -> String? {
    guard text.hasPrefix("=\""), text.hasSuffix("\""), text.unicodeScalars.count > 3 else { return nil }
    let inside = text.dropFirst(2).dropLast()
    var isOpen = false
    var result = ""
    for character in inside {
        if character == "\"" {
            isOpen.toggle()
            if isOpen { continue }
        } else if isOpen {
            return nil
        }
        result.append(character)
    }
    return isOpen ? nil : result
}

// MARK: What other programs put into cells

/// Whether `plain(_:)` has anything to do with it. The letters that Persian text is made of answer at once.
private func isOdd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x0600...0x06FF: false
    case 0...0x1F, 0x7F...0x9F, 0x2028, 0x2029: true
    default: scalar.isPresentationForm
    }
}

private func plain(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        switch scalar.value {
        // Line ends inside a cell, as FileMaker, old Macs and Unicode's own standard write them.
        case 0x0B, 0x0C, 0x85, 0x2028, 0x2029: result.append(" ")
        case 0x09, 0x0A, 0x0D: result.append(scalar)
        case 0...0x1F, 0x7F...0x9F: continue
        default: result.append(scalar)
        }
    }
    return plainLetters(String(result))
}
