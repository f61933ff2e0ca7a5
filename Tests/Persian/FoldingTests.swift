import Persian
import Testing

@Suite("Folding, for search and uniqueness")
struct FoldingTests {
    @Test(
        "Arabic spellings become the Persian letter",
        arguments: [
            ("كاظمي", "کاظمی"), ("موسى", "موسی"), ("فاطمة", "فاطمه"), ("خانۀ ما", "خانه ما"), ("أحمد", "احمد"),
            ("إبراهیم", "ابراهیم"), ("آرزو", "ارزو"), ("مؤمن", "مومن"), ("رئیسی", "رییسی"),
        ])
    func spellings(written: String, folded: String) {
        #expect(written.folded() == folded)
    }

    @Test(
        "a letter followed by its combining hamza or madda folds as the letter in one piece",
        arguments: [
            ("ا\u{0653}رزو", "آرزو"), ("ا\u{0654}حمد", "أحمد"), ("ا\u{0655}براهیم", "إبراهیم"),
            ("مو\u{0654}من", "مؤمن"), ("ری\u{0654}یسی", "رئیسی"), ("ري\u{0654}یسی", "رئیسی"),
            ("خانه\u{0654} ما", "خانۀ ما"), ("خان\u{06D5}\u{0654} ما", "خانۀ ما"),
        ])
    func decomposed(inPieces: String, inOne: String) {
        #expect(inPieces.folded() == inOne.folded())
    }

    @Test("marks, tatweel and invisible characters are dropped")
    func dropped() {
        #expect("مُحَمَّدٌ".folded() == "محمد")
        #expect("رحمـــن".folded() == "رحمن")
        #expect("\u{200F}علی\u{200E}\u{FEFF}".folded() == "علی")
        #expect("cafe\u{0301}".folded() == "cafe")
    }

    @Test("ZWNJ and runs of white space become one space, the ends are trimmed")
    func spaces() {
        #expect("شریفی‌نژاد".folded() == "شریفی نژاد")
        #expect("  گروه \u{200C} جهادی\u{00A0}\tنور \n".folded() == "گروه جهادی نور")
        #expect("\u{200C} ".folded() == "")
        #expect("".folded() == "")
    }

    @Test("Latin letters are lower-cased, digits of every script are 0–9")
    func latinAndDigits() {
        #expect("RH-1401 É İ".folded() == "rh-1401 é i")
        #expect("۰۱۲۳۴۵۶۷۸۹ ٠١٢٣٤٥٦٧٨٩ ０９".folded() == "0123456789 0123456789 09")
    }

    @Test("letters that the rule does not name stay as they are")
    func others() {
        let alphabet = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
        #expect(alphabet.folded() == alphabet)
        #expect("ء ں «نور»، (قم)".folded() == "ء ں «نور»، (قم)")
    }

    @Test("no character grows by more than the room that is kept for it, and folding is stable")
    func everyCharacter() {
        for value in UInt32(1)...0x1_FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = String(scalar)
            let folded = text.folded()
            #expect(folded.utf8.count * 2 <= text.utf8.count * 3, "U+\(String(value, radix: 16))")
            #expect(folded.folded() == folded, "U+\(String(value, radix: 16))")
        }
        #expect("ȺȺȺ".folded() == "ⱥⱥⱥ")
    }

    @Test("folded text folds to itself; a part of a text folds as it does alone")
    func stable() {
        let name = "گروه  جهادي  منتظران  بهار  توحيد ۱۲"
        #expect(name.folded().folded() == name.folded())
        #expect(name.dropFirst(5).folded() == String(name.dropFirst(5)).folded())
    }
}
