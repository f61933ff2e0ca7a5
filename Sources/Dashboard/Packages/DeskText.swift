import Domain
import Persian

/// What is scanned or typed at the hand-out desk: somebody's national ID, or the code of a household.
///
///     DeskText("۹۹۹۰۰۰۰۰۱۸").meaning  // the national ID 9990000018
///     DeskText("12").meaning  // the household H-00012
///     DeskText("ا-۰۰۰۱۲").meaning  // the same key by key while the keyboard is in its Persian layout
struct DeskText: Hashable {
    enum Meaning: Hashable {
        case person(String)
        case household(String)
        /// Neither, and why.
        case wrong(Phrase)
    }

    let meaning: Meaning

    /// From so many digits on it is meant as a national ID, whose leading zeros need not be typed.
    private static let shortestID = 8

    init(_ text: String) {
        let plain = latinDigits(cleaned(text))
        let figures = plain.utf8.count { (0x30...0x39).contains($0) }
        let hasLetters = plain.unicodeScalars.contains { $0.properties.isAlphabetic }
        guard hasLetters || figures < Self.shortestID else {
            do throws(NationalIDError) {
                meaning = .person(try NationalID(plain).digits)
            } catch {
                meaning = .wrong(error.explanation(of: plain))
            }
            return
        }
        let byKeys = String(String.UnicodeScalarView(plain.unicodeScalars.map { latinKey(for: $0) ?? $0 }))
        guard figures > 0, let code = normalisedCode(byKeys) else {
            meaning = .wrong(
                Phrase(
                    fa: "اینجا کد ملی یا کد خانوار خوانده می‌شود؛ نام را در «خانوارها» بجویید",
                    en: "a national ID or the code of a household is read here; look names up under Households"))
            return
        }
        meaning = .household(Household.series.meantNumber(code).map(Household.series.code) ?? code)
    }
}
