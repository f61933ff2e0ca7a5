import Persian
import Testing

@Suite("Digits")
struct DigitsTests {
    @Test("digits of every script are read, Persian ones are written")
    func bothWays() {
        #expect(latinDigits("Q-۰۰۱۲ ٠٩٣ ５ १") == "Q-0012 093 5 1")
        #expect(persianDigits("1401/05/09") == "۱۴۰۱/۰۵/۰۹")
        #expect(persianDigits("٣") == "٣")
        #expect(persianDigits(-42) == "−۴۲")
        #expect(latinDigits(persianDigits("0123456789")) == "0123456789")
    }

    @Test("a language shows its own digits and groups thousands its own way")
    func languages() {
        #expect(Language.persian.digits("12") == "۱۲")
        #expect(Language.english.digits("۱۲") == "12")
        #expect(Language.persian.number(17_000) == "۱۷٬۰۰۰")
        #expect(Language.english.number(17_000) == "17,000")
        #expect(Language.english.number(999) == "999")
        #expect(Language.english.number(1_234_567) == "1,234,567")
        #expect(Language.english.number(-1000) == "-1,000")
        #expect(Language.persian.number(-1000) == "−۱٬۰۰۰")
        #expect(Language.english.number(0) == "0")
        #expect(Language.english.number(.min) == "-9,223,372,036,854,775,808")
    }

    @Test(
        "whole numbers as people type them",
        arguments: [
            ("42", 42), ("۴۲", 42), (" ٤٢\u{00A0}", 42), ("17,000", 17_000), ("۱۷٬۰۰۰", 17_000),
            ("۱،۲۳۴،۵۶۷", 1_234_567),
            ("-5", -5), ("−۵", -5), ("-1,000", -1000), ("007", 7), ("\u{200F}12", 12),
        ])
    func parsed(text: String, number: Int) {
        #expect(parseInteger(text) == number)
    }

    @Test(
        "anything else is no number",
        arguments: [
            "", " ", "-", "1,70", "1,7000", "1234,567", ",100", "100,", "1,,000", "1,000٬000", "1 000", "+5", "--5",
            "5-",
            "3.5", "۳٫۵", "1e3", "0x10", "دو", "5 نفر", "99999999999999999999",
        ])
    func refused(text: String) {
        #expect(parseInteger(text) == nil)
    }

    @Test("what number writes, parseInteger reads", arguments: Language.allCases)
    func roundTrip(language: Language) {
        for number in [0, 7, 999, 1000, 20_250, 1_000_000, -12, -123_456, .max, .min] {
            #expect(parseInteger(language.number(number)) == number)
        }
    }
}
