import Domain
import Persian

/// What a spreadsheet did to a cell before it reached us, so that nothing in it can be trusted.
enum CellFault {
    /// A character set without Persian letters: `???? ?????`, `گروه ��`, `Ú¯Ø±ÙˆÙ‡`.
    case lostLetters(String)
    /// A long number shown with an exponent: `9.99E+09`.
    case rounded(String)
    /// The number that a spreadsheet keeps for a day: `44782`.
    case serialDay(String, Day)
    /// What a spreadsheet shows for a formula that fails, or for a number in too narrow a column: `#REF!`, `#####`.
    case error(String)
    /// A list of more items than any form would take.
    case longList(Int)

    /// How many items of one cell are read.
    static let longestList = 200

    init?(_ raw: String, _ kind: CellKind) {
        // Nearly every cell is, and the rest looks at each letter several times.
        if !raw.unicodeScalars.allSatisfy(isOrdinary), let fault = CellFault(ofOdd: raw, kind) {
            self = fault
        } else if case .day = kind, let day = dayOfSerial(kind.text(of: raw)) {
            self = .serialDay(cellText(raw), day)
        } else if case .list = kind, raw.utf8.count > 2 * Self.longestList, splitList(raw).count > Self.longestList {
            self = .longList(splitList(raw).count)
        } else {
            return nil
        }
    }

    /// What signs beside Persian letters and plain numbers tell.
    private init?(ofOdd raw: String, _ kind: CellKind) {
        if isSheetError(raw) {
            self = .error(cellText(raw))
            return
        }
        if isLost(raw) || isPartlyLost(raw, kind) {
            self = .lostLetters(cellText(raw))
            return
        }
        let text = latinDigits(cellText(raw))
        guard isRounded(kind.isText ? text : text.filter { !$0.isWhitespace }, kind) else { return nil }
        self = .rounded(cellText(raw))
    }

    func refusal(_ header: String, _ kind: CellKind) -> Refusal {
        Refusal(kind.refusalCode, sentence(header))
    }

    private func sentence(_ header: String) -> Phrase {
        switch self {
        case .lostLetters(let text):
            Phrase(
                fa:
                    "«\(header)»: حرف‌های «\(text.excerpt)» هنگام ذخیره پرونده از دست رفته است؛ پرونده اصلی را با قالب «CSV UTF-8» ذخیره کنید.",
                en:
                    "\(header): the letters of “\(text.excerpt)” were lost when the sheet was saved; save the original again as “CSV UTF-8”."
            )
        case .error(let text):
            Phrase(
                fa:
                    "«\(header)»: صفحه گسترده در این خانه به جای مقدار «\(text.excerpt)» نوشته است؛ در پرونده اصلی فرمول یا پهنای ستون را درست کنید و دوباره با قالب «CSV UTF-8» ذخیره کنید.",
                en:
                    "\(header): the spreadsheet wrote “\(text.excerpt)” in the place of a value; mend the formula or widen the column in the original and save it again as “CSV UTF-8”."
            )
        case .rounded(let text):
            Phrase(
                fa:
                    "«\(header)»: صفحه گسترده این عدد را به «\(text.excerpt)» گرد کرده و رقم‌هایش از دست رفته است؛ در پرونده اصلی قالب این ستون را «متن» کنید و دوباره با قالب «CSV UTF-8» ذخیره کنید.",
                en:
                    "\(header): the spreadsheet rounded this number to “\(text.excerpt)” and its digits are gone; format the column as text in the original and save it again as “CSV UTF-8”."
            )
        case .serialDay(let text, let day):
            Phrase(
                fa:
                    "«\(header)»: «\(text.excerpt)» شماره‌ای است که اکسل برای روز \(day.jalaliText(.persian)) نگه می‌دارد؛ قالب ستون را «متن» کنید و تاریخ را به شکل سال/ماه/روز بنویسید.",
                en:
                    "\(header): “\(text.excerpt)” is the number that Excel keeps for the day \(day.jalaliText(.english)); format the column as text and write year/month/day."
            )
        case .longList(let count):
            Phrase(
                fa:
                    "«\(header)»: این خانه \(Language.persian.number(count)) واژه دارد؛ تا \(persianDigits(Self.longestList)) واژه پذیرفته است.",
                en:
                    "\(header): this cell holds \(Language.english.number(count)) items; at most \(Self.longestList) are accepted."
            )
        }
    }
}

/// Whether a scalar is none by which letters or figures that were lost are known: a Persian letter or digit, a blank, a Latin
/// letter other than that of exponents, a digit, or a sign of codes and days.
private func isOrdinary(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "E", "e": false
    case "\u{0620}"..."\u{06D3}", "\u{06F0}"..."\u{06F9}", "\u{200C}", "،", "0"..."9", " ", "-", "/", ".", ":",
        "A"..."Z",
        "a"..."z":
        true
    default: false
    }
}

/// A replacement character or the boxes that stand for it; words of question marks or lines in the place of letters; UTF-8
/// or Windows-1256 that was taken for Latin letters. Lost letters of one word lose the text, whatever stands beside them.
private func isLost(_ text: String) -> Bool {
    let boxes = text.unicodeScalars.count { [0x25A1, 0x25AF, 0x2610].contains($0.value) }
    if boxes > 1 || text.unicodeScalars.contains("\u{FFFD}") { return true }
    let words = text.split { $0.isWhitespace }
    let isPersian = text.unicodeScalars.contains(where: \.isPersianLetter)
    if words.contains(where: { isMistaken($0) }) || !isPersian && isMistaken(text[...]) { return true }
    return isAsked(text, isPersian)
}

/// Whether a question mark stands in the place of a letter: between letters anywhere; beside Persian words where no
/// question is asked.
private func isPartlyLost(_ text: String, _ kind: CellKind) -> Bool {
    let scalars = Array(cellText(text).unicodeScalars)
    guard scalars.contains("?") else { return false }
    guard scalars.contains(where: \.isPersianLetter) else { return false }
    func isLetter(_ index: Int) -> Bool { scalars.indices.contains(index) && scalars[index].isPersianLetter }
    func isEnd(_ index: Int) -> Bool { !scalars.indices.contains(index) || scalars[index].properties.isWhitespace }
    return scalars.indices.contains { index in
        guard scalars[index] == "?" else { return false }
        if isLetter(index - 1), isLetter(index + 1) { return true }
        let isBeside = isLetter(index - 1) || isLetter(index + 1) || isEnd(index - 1) && isEnd(index + 1)
        return kind != .prose && isBeside
    }
}

/// `#REF!`, `#N/A`, `#NAME?`, or nothing but number signs.
private func isSheetError(_ text: String) -> Bool {
    let text = cellText(text)
    guard text.first == "#" else { return false }
    let errors = ["#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"]
    return errors.contains(text.uppercased()) || text.count > 1 && text.allSatisfy { $0 == "#" }
}

/// Whether whole words are question marks, and not only some after a sentence; or all there is are signs in the place of
/// letters.
private func isAsked(_ text: String, _ isPersian: Bool) -> Bool {
    let signs = text.filter { !$0.isWhitespace }
    if signs.count > 1, signs.allSatisfy({ "?؟_".contains($0) }) { return true }
    let questionMarks = text.unicodeScalars.count { $0 == "?" }
    let letters = text.unicodeScalars.count { $0.isASCII && $0.properties.isAlphabetic }
    let words = text.split { $0 != "?" && ($0.isWhitespace || $0.isPunctuation || $0.isSymbol) }
    let shortest = isPersian ? 3 : 2
    return letters <= 2 * questionMarks && words.contains { $0.count >= shortest && $0.allSatisfy { $0 == "?" } }
}

extension Unicode.Scalar {
    fileprivate var isPersianLetter: Bool {
        switch value {
        case 0x0620...0x06D3, 0xFB50...0xFDFF, 0xFE70...0xFEFE: true
        default: false
        }
    }
}

/// Whether Persian text was read as Latin letters: in UTF-8 its letters begin with the bytes D8 to DB, which are Ø, Ù, Ú
/// and Û then; in Windows-1256 each is one of the accented letters.
private func isMistaken(_ text: Substring) -> Bool {
    guard text.unicodeScalars.contains(where: { !$0.isASCII && !$0.isPersianLetter }) else { return false }
    var leads = 0
    var accented = 0
    var latin = 0
    var isAfterLead = false
    for scalar in text.unicodeScalars {
        if isAfterLead, !scalar.isASCII { leads += 1 }
        isAfterLead = (0xD8...0xDB).contains(scalar.value)
        if (0xC0...0xFF).contains(scalar.value) { accented += 1 }
        if scalar.isASCII, scalar.properties.isAlphabetic { latin += 1 }
    }
    return leads > 1 || (accented > 2 && latin == 0)
}

/// `9.99E+09`, and the shorter `9E9` where nothing but a number is expected.
private func isRounded(_ text: String, _ kind: CellKind) -> Bool {
    guard let mark = text.firstIndex(where: { "Ee".contains($0) }) else { return false }
    let mantissa = text[..<mark].drop { "+-".contains($0) }
    var exponent = text[text.index(after: mark)...]
    let isSigned = exponent.first.map { "+-−".contains($0) } ?? false
    if isSigned { exponent = exponent.dropFirst() }
    let figures = mantissa.filter { !".,٫/".contains($0) }
    let isNumber =
        !figures.isEmpty && figures.allSatisfy { ("0"..."9").contains($0) } && mantissa.count - figures.count <= 1
        && !exponent.isEmpty && exponent.count <= 3 && exponent.allSatisfy { ("0"..."9").contains($0) }
    switch kind {
    case .number, .nationalID, .mobile, .day, .time: return isNumber
    case .text, .prose, .word, .list, .code: return isNumber && isSigned
    }
}

/// The day of a spreadsheet's day number, of the years 1927 to 2099.
private func dayOfSerial(_ text: String) -> Day? {
    guard text.utf8.count == 5, let number = Int(text), (10_000...73_050).contains(number) else { return nil }
    return Day(number: number - 25_569)
}
