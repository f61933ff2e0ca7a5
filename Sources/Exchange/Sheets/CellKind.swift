import Domain
import Persian

/// What a column of a sheet holds, which decides how its cells are read.
public enum CellKind: Hashable, Sendable {
    /// A name of somebody or something: as typed.
    case text
    /// A title, a note or a story, where a question may be asked: as typed.
    case prose
    /// One of a few words.
    case word
    /// Several words, codes or texts, divided.
    case list
    case code, number, day, time, nationalID, mobile

    /// Whether blanks belong to its values.
    var isText: Bool {
        switch self {
        case .text, .prose, .word, .list: true
        case .code, .number, .day, .time, .nationalID, .mobile: false
        }
    }

    /// The refusal of a value that is none of these.
    var refusalCode: RefusalCode {
        switch self {
        case .text, .prose, .word, .list, .code: .unknownValue
        case .number: .invalidNumber
        case .day, .time: .invalidDate
        case .nationalID: .invalidNationalID
        case .mobile: .invalidMobile
        }
    }

    /// A cell as the rules read it: numbers, codes and days without what spreadsheets, word processors and messengers
    /// put into them. Empty for an empty cell.
    ///
    ///     CellKind.nationalID.text(of: "999\u{200C}0000018")  // "9990000018"
    ///     CellKind.number.text(of: "12.0")                     // "12"
    ///     CellKind.day.text(of: "1401/05/09 00:00:00")         // "1401/05/09"
    func text(of raw: String) -> String {
        let text = cellText(raw)
        if !isText, text.utf8.allSatisfy(isPlain) { return text }
        return switch self {
        case .text, .prose, .word, .list: text
        case .code: plainCode(text)
        case .nationalID, .mobile: compact(text, keepsSpaces: false).withoutZeroFraction(upTo: 6)
        case .number: compact(text, keepsSpaces: true).ungrouped.withoutZeroFraction(upTo: 2)
        case .day: compact(text, keepsSpaces: true).closedUp.withoutMidnight
        case .time: compact(text, keepsSpaces: true).closedUp
        }
    }
}

/// Whether a byte stays as it is in a number, a code or a day.
private func isPlain(_ byte: UInt8) -> Bool {
    switch Unicode.Scalar(byte) {
    case "0"..."9", "A"..."Z", "a"..."z", "/", "-": true
    default: false
    }
}

/// A code without its blanks; words that are none, such as those of a row of totals, as they stand.
private func plainCode(_ text: String) -> String {
    let code = compact(text, keepsSpaces: false).withoutZeroFraction(upTo: 2)
    return code.contains { $0.isNumber || $0 == "-" } ? code : compact(text, keepsSpaces: true)
}

/// Digits 0–9, plain hyphens and slashes, nothing unseen, no quotation marks around it; spaces single or gone.
private func compact(_ text: String, keepsSpaces: Bool) -> String {
    var result = String.UnicodeScalarView()
    var spaceIsDue = false
    for scalar in text.unicodeScalars {
        if scalar.isSpace {
            spaceIsDue = !result.isEmpty
            continue
        }
        if scalar.isUnseen { continue }
        if spaceIsDue, keepsSpaces { result.append(" ") }
        spaceIsDue = false
        switch scalar {
        case "\u{2044}", "\u{2215}", "\u{FF0F}": result.append("/")
        case _ where scalar.isHyphen: result.append("-")
        // Full-width Latin, as East Asian keyboards write it.
        case "\u{FF01}"..."\u{FF5E}": result.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
        default: result.append(scalar)
        }
    }
    let quotes: Set<Unicode.Scalar> = ["'", "\"", "’", "‘", "`", "´", "“", "”", "="]
    var inner = result[...]
    while let first = inner.first, quotes.contains(first) { inner.removeFirst() }
    while let last = inner.last, quotes.contains(last) { inner.removeLast() }
    return latinDigits(String(inner))
}

extension String {
    /// `9990000034.0` as programs write a column of numbers with an empty cell in it.
    fileprivate func withoutZeroFraction(upTo places: Int) -> String {
        guard let point = firstIndex(where: { $0 == "." || $0 == "٫" }), point != startIndex else { return self }
        let fraction = self[index(after: point)...]
        let whole = self[..<point]
        let isZero = (1...places).contains(fraction.count) && fraction.allSatisfy { $0 == "0" }
        let digits = whole.first == "+" || whole.first == "-" ? whole.dropFirst() : whole
        return isZero && !digits.isEmpty && digits.allSatisfy(\.isDigit) ? String(whole) : self
    }

    /// Thousands divided by spaces or apostrophes, in groups of three, written together.
    fileprivate var ungrouped: String {
        let groups = split(omittingEmptySubsequences: false) { $0 == " " || $0 == "'" || $0 == "’" }
        let isGrouped =
            groups.count > 1 && (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }
            && groups.allSatisfy { $0.allSatisfy(\.isDigit) }
        return isGrouped ? groups.joined() : self
    }

    /// A day, perhaps with a time: no spaces beside its dividers, the word for the hour left out.
    fileprivate var closedUp: String {
        var words: [String] = []
        for word in split(separator: " ") where word.folded() != "ساعت" {
            let joins = "/-.:"
            let isJoined =
                words.last?.last.map(joins.contains) == true && words.last?.last != "T"
                || joins.contains(word.first ?? " ")
            if isJoined, let last = words.popLast() { words.append(last + word) } else { words.append(String(word)) }
        }
        let text = words.joined(separator: " ")
        return text.replacing("، ", with: " ").replacing(", ", with: " ")
    }

    /// A day to which a spreadsheet or a database gave the time of its beginning.
    fileprivate var withoutMidnight: String {
        guard let cut = firstIndex(where: { " Tt".contains($0) }) else { return self }
        let time = self[index(after: cut)...]
        let isMidnight = time.count >= 4 && time.allSatisfy { "0:.".contains($0) } && time.contains(":")
        return isMidnight ? String(self[..<cut]) : self
    }
}

extension Character {
    fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}
