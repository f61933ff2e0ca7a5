import Persian
import Testing

@Suite("Keys of the Persian keyboard layout")
struct KeyboardTests {
    @Test("letters mean the Latin letter on their key", arguments: Array("abcdefghijklmnopqrstuvwxyz".unicodeScalars))
    func everyLetterIsReached(latin: Unicode.Scalar) {
        let alphabet = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی".unicodeScalars
        #expect(alphabet.filter { latinKey(for: $0) == latin }.count == 1)
    }

    @Test("the rows of ISIRI 9147")
    func rows() {
        #expect(typed("ضصثقفغعهخحجچ") == "qwertyuiop[]")
        #expect(typed("شسیبلاتنمکگ") == "asdfghjkl;'")
        #expect(typed("ظطزرذدپو") == "zxcvbnm,")
    }

    @Test("the upper level means what Shift means")
    func upperLevel() {
        #expect(typed("ؤئإأآة»«") == "ASFGHJKL")
        #expect(typed("ژء؟؛") == "CM?\"")
        #expect(typed("٬٫﷼٪×،ـ÷") == "@#$%^&_~")
        #expect(latinKey(for: "\u{0651}") == "I")
        #expect(latinKey(for: "\u{200C}") == "B")
    }

    @Test("Persian and Arabic digits mean digits")
    func digits() {
        #expect(typed("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩") == "01234567890123456789")
    }

    @Test("Arabic ي and ك are the keys of ی and ک")
    func arabic() {
        #expect(typed("يكى") == typed("یکی"))
    }

    @Test("what a Latin keyboard types, and what no key types, is no Persian key")
    func others() {
        for scalar in "aZ5/?:! ()é漢ۋ".unicodeScalars { #expect(latinKey(for: scalar) == nil, "\(scalar)") }
    }

    private func typed(_ persian: String) -> String {
        String(String.UnicodeScalarView(persian.unicodeScalars.compactMap { latinKey(for: $0) }))
    }
}
